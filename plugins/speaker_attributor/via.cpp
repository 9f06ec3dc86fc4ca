#include "via.hpp"

#include <algorithm>
#include <optional>

namespace quoth::speakers {
namespace {

// Looks at the words around a quotation within its sentence, and no further than this.
constexpr std::uint32_t reach = 48;

class via_finder {
 public:
  via_finder(reading& of, const quote_words& quote, resolved_speaker& speaker)
      : of_(of), words_(of.list.words), quote_(quote), speaker_(speaker) {}

  std::string find() {
    const std::uint32_t anchor = anchor_word();
    if (anchor == nothing) return {};
    const std::uint32_t sentence = words_[anchor].sentence;
    begin_ = anchor;
    while (begin_ > 0 && anchor - begin_ < reach && words_[begin_ - 1].sentence == sentence) {
      --begin_;
    }
    end_ = anchor;
    while (end_ < words_.size() && end_ - anchor < reach && words_[end_].sentence == sentence) {
      ++end_;
    }
    if (std::string report = cited_report(); !report.empty()) return report;
    for (std::uint32_t i = begin_; i < end_; ++i) {
      if (words_[i].traits.via == via_class::none || outside(i)) continue;
      if (std::string name = at_marker(i); !name.empty()) return name;
    }
    if (std::string outlet = outlet_told(); !outlet.empty()) return outlet;
    return outer_source();
  }

 private:
  // sagte Kern [der Deutschen Presse-Agentur], рассказал Панин [«Деловой газете»]: in languages
  // with a dative, the outlet right behind the speaker.
  [[nodiscard]] std::string outlet_told() const {
    const bool dative =
        of_.language->capitalises_nouns() || !of_.language->of_names().endings().empty();
    if (!dative || quote_.cue.empty() || quote_.source.empty()) return {};
    std::uint32_t i = std::max(quote_.cue.last, quote_.source.last);
    if (i >= end_) return {};
    if (const reference* r = name_from(i)) return name_unless_speaker(r, true);
    while (i < end_ && words_[i].is(determiner)) ++i;
    const bool opens = i + 2 < end_ && !outside(i + 1) &&
                       (words_[i].mark == U'„' || words_[i].mark == U'«' || words_[i].mark == U'»');
    if (!opens) return {};
    std::uint32_t last = i + 1;
    bool capital = false;
    for (; last < end_ && words_[last].mark == 0 && last < i + 6; ++last) {
      capital = capital || words_[last].is_capital();
    }
    const bool closed = last < end_ && last > i + 1 && words_[last].form == shape::mark;
    return closed && capital ? plain_text(of_.from->text, of_.list, i + 1, last) : std::string{};
  }

  // The word that tells in which sentence the attribution stands.
  [[nodiscard]] std::uint32_t anchor_word() const {
    if (!quote_.cue.empty()) return quote_.cue.first;
    if (!quote_.source.empty()) return quote_.source.first;
    if (!quote_.content.empty()) return quote_.content.first;
    return nothing;
  }

  // Words of the quotation itself, or of another one, say nothing about its way.
  [[nodiscard]] bool outside(std::uint32_t i) const {
    const bool interrupted = !quote_.cue.empty() && quote_.content.contains(quote_.cue.first);
    return words_[i].quoted || (!interrupted && quote_.content.contains(i));
  }

  // The name that begins at or right after word i, a determiner between.
  [[nodiscard]] const reference* name_from(std::uint32_t i) const {
    while (i < end_ && (words_[i].is(determiner) || words_[i].is(demonym))) ++i;
    for (const reference& r : references_within(of_.references, i, end_)) {
      if (r.kind != reference_kind::name) continue;
      const auto m = std::ranges::lower_bound(of_.mentions, r.first, {}, &mention::first);
      const std::uint32_t lead = m != of_.mentions.end() && m->first == r.first ? m->lead : r.first;
      return lead == i ? &r : nullptr;
    }
    return nullptr;
  }

  [[nodiscard]] bool is_outlet(const reference& r) const {
    for (std::uint32_t i = r.first; i < r.last; ++i) {
      if (words_[i].is(outlet | press)) return true;
    }
    return false;
  }

  [[nodiscard]] std::string name_unless_speaker(const reference* r, bool outlets_only) const {
    if (r == nullptr || r->entity == speaker_.entity) return {};
    const entity& e = of_.table[r->entity];
    if (outlets_only && !is_outlet(*r)) return {};
    if (!outlets_only && e.type == name_type::place) return {};
    return e.name;
  }

  [[nodiscard]] std::string at_marker(std::uint32_t i) const {
    switch (words_[i].traits.via) {
      case via_class::tell:
        return quote_.source.contains(i) ? std::string{}
                                         : name_unless_speaker(name_from(i + 1), true);
      case via_class::on:
        return near_cue(i) ? name_unless_speaker(name_from(i + 1), true) : std::string{};
      case via_class::interview:  // "in an interview with", "comments to"
        if (i + 1 < end_ && words_[i + 1].is(preposition)) {
          return name_unless_speaker(name_from(i + 2), true);
        }
        return name_unless_speaker(name_from(i + 1), true);  // у коментарі Суспільному
      case via_class::by:
        return i > begin_ && words_[i - 1].is(reporting_verb) && !words_[i - 1].in_source
                   ? name_unless_speaker(name_from(i + 1), false)
                   : std::string{};
      case via_class::according: {
        const std::uint32_t name = i + 1 < end_ && words_[i + 1].is(preposition) ? i + 2 : i + 1;
        if (quote_.source.contains(name) || quote_.cue.contains(i)) return {};
        return name_unless_speaker(name_from(name), false);
      }
      case via_class::as: {
        const reference* r = name_from(i + 1);
        const bool reports = r != nullptr && r->last < end_ && words_[r->last].is(reporting_verb);
        return reports ? name_unless_speaker(r, false) : std::string{};
      }
      case via_class::cite:
      case via_class::that:
      case via_class::none:
        break;
    }
    return {};
  }

  [[nodiscard]] bool near_cue(std::uint32_t i) const {
    return !quote_.cue.empty() && i >= quote_.cue.last && i - quote_.cue.last < 12;
  }

  // "one such announcement read, citing an alleged speech from Putin", "I quote Liv Tangen"
  std::string cited_report() {
    const bool author = speaker_.entity == nothing && speaker_.link == quoth::speaker_link::pronoun;
    if (speaker_.name.empty()) return {};
    if (speaker_.type == quoth::speaker_type::person && !author) return {};
    for (std::uint32_t i = begin_; i < end_; ++i) {
      if (words_[i].traits.via != via_class::cite || outside(i)) continue;
      if (quote_.cue.contains(i) && !author) continue;
      for (const reference& r : references_within(of_.references, i, std::min(end_, i + 12))) {
        if (of_.table[r.entity].type != name_type::person || r.kind != reference_kind::name)
          continue;
        std::string report = author ? std::string{} : speaker_.name;
        speaker_ =
            speaker_of_entity(of_, r.entity, quoth::speaker_link::name, r.first, r.last, 0.7);
        return report;
      }
    }
    return {};
  }

  // Where the sentence begins behind a dateline: "PELLIN, June 12 (ANS) – ".
  [[nodiscard]] std::uint32_t behind_dateline() const {
    constexpr std::uint32_t longest = 14;  // words
    if (!words_[begin_].is(any_place) && words_[begin_].form != shape::upper) return begin_;
    for (std::uint32_t i = begin_ + 1; i < end_ && i - begin_ < longest; ++i) {
      const char32_t mark = words_[i].mark;
      if (mark == U'–' || mark == U'—' || mark == U'-') return i + 1;
    }
    return begin_;
  }

  // "Some Telegram channels claimed that Putin said": who stands before the reporting verb that
  // the whole attribution depends on.
  std::string outer_source() {
    if (quote_.source.empty() || quote_.cue.empty()) return {};
    for (std::uint32_t i = begin_ + 1; i < quote_.source.first; ++i) {
      if (!words_[i].is(reporting_verb) || outside(i) || quote_.cue.contains(i)) continue;
      if (words_[i].is(any_noun) && !words_[i + 1].is(conjunction)) continue;
      const bool that = words_[i + 1].traits.via == via_class::that;
      const bool clause = that && quote_.source.first - i <= 8;
      if (!clause && i + 1 != quote_.source.first) continue;
      const resolved_speaker outer = speaker_of_source(of_, behind_dateline(), i);
      if (outer.entity != nothing && outer.entity == speaker_.entity) return {};
      if (outer.link == quoth::speaker_link::pronoun) return {};
      return outer.name == speaker_.name ? std::string{} : outer.name;
    }
    return {};
  }

  reading& of_;
  const std::vector<word>& words_;
  const quote_words& quote_;
  resolved_speaker& speaker_;
  std::uint32_t begin_ = 0, end_ = 0;
};

}  // namespace

std::string via_of(reading& of, const quote_words& quote, resolved_speaker& speaker) {
  return via_finder(of, quote, speaker).find();
}

}  // namespace quoth::speakers
