#include "claims.hpp"

#include <algorithm>
#include <text/classes.hpp>
#include <text/trim.hpp>
#include <text/utf8.hpp>
#include <utility>

#include "acts.hpp"
#include "claim_reading.hpp"
#include "claim_speaker.hpp"
#include "claim_words.hpp"
#include "name_sides.hpp"

namespace quoth::matching {

namespace {

class claim_maker {
 public:
  claim_maker(const document_layers& d, const record::catalogue& speakers, const senses& language)
      : in_(d, speakers, language),
        beside_(d.text, language),
        words_of_(in_),
        speaker_(in_),
        acts_(in_, speaker_, claims_) {}

  [[nodiscard]] std::vector<made_claim> run() {
    for (std::uint32_t i = 0; i < in_.layers.quotes.size(); ++i) add(i);
    if (in_.is_short && in_.layers.quotes.empty()) add_acts();
    if (in_.is_short) drop_scraps();
    if (in_.is_short && claims_.empty()) add_named();
    if (in_.is_short) {
      made_claim whole;
      whole.text = in_.layers.text;
      whole.where = {0, static_cast<std::uint32_t>(in_.layers.text.size())};
      whole.confidence = 0.3;
      whole.is_whole_text = true;
      claims_.push_back(std::move(whole));
    }
    return std::move(claims_);
  }

 private:
  void add(std::uint32_t at) {
    const quote row = in_.layers.quotes[at];
    // What a document denies it does not claim, and the turns of a transcript are its own record.
    if (row.status == quote_status::denied) return;
    if (row.turn && row.turn->exists() && !in_.is_short) return;
    if (in_.is_short && (is_by_poster(at) || is_label_over_report(at) || add_act_under_label(at)))
      return;
    if (text::trimmed(row.text).empty()) return;
    made_claim made;
    made.where = row.where;
    made.of = {at};
    made.text = row.text;
    made.confidence = row.confidence;
    made.how = row.kind == quote_kind::direct ? manner::quoted : manner::reported;
    made.denied = is_denied(row.where);
    if (made.how == manner::reported) words_of_.drop_pointer(made);
    if (made.how == manner::reported && !says_something(made.text)) return;
    speaker_.resolve(at, made);
    if (in_.is_short && made.known == record::no_speaker) {
      const bool around = is_told_around(row, made) && !speaker_.is_by_name(at);
      if (around && acts_.add_act_around(made)) return;
      const bool by_nobody = row.kind == quote_kind::indirect && speaker_.is_by_nobody(made);
      if (by_nobody && acts_.add_act_within(made)) return;
      speaker_.resolve_from_text(made);
    }
    if (in_.is_short) words_of_.settle(at, made);
    if (made.how == manner::reported && is_in_outer(made)) return;
    if (in_.is_short && made.how == manner::quoted) join_report_before(made);
    take_attribution(at, made);
    if (claims_.empty() || made.where.end > claims_[outer_].where.end) outer_ = claims_.size();
    claims_.push_back(std::move(made));
  }

  // "I want to love my job like that": what whoever posts it says is no claim about anybody's
  // words.
  [[nodiscard]] bool is_by_poster(std::uint32_t at) const {
    const std::uint32_t by = in_.speaker_of[at];
    return by != QUOTH_NO_ROW && in_.layers.quotes.get<&quote::kind>(at) == quote_kind::indirect &&
           in_.layers.speakers.get<&speaker::name>(by) == "author";
  }

  // Whether a report stands behind a colon, before which may be its source or a label.
  [[nodiscard]] bool is_behind_colon(std::uint32_t at) const {
    const std::uint32_t begin = in_.layers.quotes.where(at).begin;
    return in_.layers.quotes.get<&quote::kind>(at) != quote_kind::direct &&
           in_.layers.text.substr(0, begin).ends_with(": ");
  }

  // [Lorries out, people in:] Ida Roe says families can pass – a label over a report with a source
  // of its own, with which it begins.
  [[nodiscard]] bool is_label_over_report(std::uint32_t at) const {
    if (!is_behind_colon(at)) return false;
    const span content = in_.layers.quotes.where(at);
    for (std::uint32_t i = at + 1; i < in_.layers.quotes.size(); ++i) {
      if (!content.contains(in_.layers.quotes.where(i))) continue;
      for (const std::uint32_t part : in_.attribution_of[i]) {
        const bool source = in_.layers.parts.get<&quote_part::role>(part) == part_role::source;
        if (source && in_.layers.parts.where(part).begin == content.begin) return true;
      }
    }
    return false;
  }

  // [Surrender in committee:] Ida Roe will apologise – a label that is nobody over what somebody of
  // the record does. Whether it is that.
  bool add_act_under_label(std::uint32_t at) {
    const std::uint32_t by = in_.speaker_of[at];
    if (by == QUOTH_NO_ROW || !is_behind_colon(at)) return false;
    const span content = in_.layers.quotes.where(at);
    if (in_.layers.speakers.get<&speaker::type>(by) != speaker_type::unknown) return false;
    const bool names = std::ranges::any_of(in_.named->all(), [&](const named_speaker& one) {
      return one.where.begin == content.begin && one.where.end < content.end;
    });
    return names && acts_.add_act(content, {});
  }

  // What reports the quotation, and what of it stands within the claim's own words.
  void take_attribution(std::uint32_t at, made_claim& made) const {
    const bool whole = made.text.data() == in_.layers.text.data() + made.where.begin;
    for (const std::uint32_t part : in_.attribution_of[at]) {
      const span where = in_.layers.parts.where(part);
      if (in_.layers.parts.get<&quote_part::role>(part) == part_role::cue)
        made.cue = where.of(in_.layers.text);
      if (!whole || !made.where.contains(where)) continue;
      made.aside.push_back({where.begin - made.where.begin, where.end - made.where.begin});
    }
  }

  // Whether a report stands within what the same speaker is said to have said: Roe: the first unit,
  // they promise, [will run in May]. One claim has both.
  [[nodiscard]] bool is_in_outer(const made_claim& made) const {
    if (claims_.empty() || made.known == record::no_speaker) return false;
    const made_claim& outer = claims_[outer_];
    return outer.known == made.known && outer.where.begin <= made.where.begin &&
           made.where.end <= outer.where.end;
  }

  // A report which goes on in words that are quoted is one claim with them: according to Roe, under
  // ten crowns a ton [“none of us will sign”]. They stay a claim of their own as well.
  void join_report_before(const made_claim& quoted) {
    constexpr std::uint32_t most_between = 16;  // bytes
    if (claims_.empty() || quoted.known == record::no_speaker) return;
    made_claim& report = claims_.back();
    if (report.how != manner::reported || report.known != quoted.known ||
        report.where.end > quoted.where.begin ||
        quoted.where.begin - report.where.end > most_between) {
      return;
    }
    const span between{report.where.end, quoted.where.begin};
    if (between.of(in_.layers.text).find_first_of(".!?:;\n") != std::string_view::npos) return;
    report.where.end = quoted.where.end;
    if (report.where.end < in_.layers.text.size()) {
      const text::code_point mark = text::decode(in_.layers.text, report.where.end);
      if (text::is_quotation_mark(mark.value)) report.where.end += mark.size;
    }
    report.text = report.where.of(in_.layers.text);
  }

  // What a post seems to report in three words or fewer ("or pack", "you champ") is hardly what it
  // is about where it reports or quotes more.
  void drop_scraps() {
    constexpr std::size_t fewest = 4;  // words
    const auto is_scrap = [&](const made_claim& made) {
      words_.split(made.text, in_.language.lang());
      return words_.size() < fewest;
    };
    if (std::ranges::all_of(claims_, is_scrap)) return;
    std::erase_if(claims_, [&](const made_claim& made) {
      return made.how == manner::reported && is_scrap(made);
    });
  }

  // Whether reported words can be looked for: "admits it", "couldn't agree more" cannot.
  [[nodiscard]] bool says_something(std::string_view text) {
    words_.split(text, in_.language.lang());
    for (std::size_t at = 0; at < words_.size(); ++at) {
      const std::uint32_t classes = in_.language.of(words_.norm(at)).classes;
      if ((classes & (function_word | pronoun | quantifier)) == 0) return true;
    }
    return false;
  }

  // Whether a word before the quotation, in its sentence, denies what it says.
  [[nodiscard]] bool is_denied(span where) {
    std::uint32_t low = 0;
    std::uint32_t high = in_.layers.sentences.size();
    while (low < high) {  // to the first sentence that begins behind it
      const std::uint32_t middle = low + (high - low) / 2;
      const bool behind = in_.layers.sentences.where(middle).begin > where.begin;
      (behind ? high : low) = behind ? middle : middle + 1;
    }
    if (low == 0) return false;
    const std::uint32_t from = in_.layers.sentences.where(low - 1).begin;
    constexpr std::uint32_t most_before = 400;  // bytes
    if (where.begin - from > most_before) return false;
    words_.split(in_.layers.text.substr(from, where.begin - from), in_.language.lang());
    for (std::size_t at = 0; at < words_.size(); ++at) {
      if ((in_.language.of(words_.norm(at)).classes & (negation | negative)) != 0) return true;
    }
    return false;
  }

  // What a post tells that names one speaker of the record, or an office, and nobody else: beside
  // the clause with the name it is theirs; else the sentence with it, the one before, or all may
  // be, as the record will show.
  void add_named() {
    const named_speaker one = in_.named->alone();
    if (!one.where.exists()) return;
    span own = no_span;
    span before = no_span;
    for (std::uint32_t i = 0; i < in_.layers.sentences.size(); ++i) {
      const span sentence = in_.layers.sentences.where(i);
      if (sentence.begin > one.where.begin) break;
      // [The pool is shut.] Not my words. Ida Roe's, to the board.
      if (!own.exists() || !beside_.disowns(own)) before = own;
      own = sentence;
    }
    if (!own.exists()) return;
    const bool denies = has_denial();
    if (!denies) {
      words_beside told = beside_.told_beside(one.where, own);
      const bool disowned = before.exists() && beside_.disowns({before.end, own.begin});
      if (before.exists() && beside_.says_enough(before) &&
          (disowned || beside_.points_back(one.where, own))) {
        told = {before, true};
      }
      if (told.where.exists()) add_named(one, told.where);
      if (told.where.exists() && told.sure) {
        made_claim& made = claims_.back();
        made.known = std::exchange(made.named, record::no_speaker);
        made.speaker = speaker_.name_of(made);
        return;
      }
    }
    if (beside_.says_enough(own)) add_named(one, own);
    if (before.exists() && beside_.says_enough(before)) add_named(one, before);
    if (in_.layers.sentences.size() > 1)
      add_named(one, {0, static_cast<std::uint32_t>(in_.layers.text.size())});
  }

  [[nodiscard]] bool has_denial() const {
    for (const quote row : in_.layers.quotes) {
      if (row.status == quote_status::denied) return true;
    }
    return false;
  }

  void add_named(const named_speaker& one, span where) {
    made_claim made;
    made.where = {where.begin, without_stop(in_.layers.text, where)};
    made.text = made.where.of(in_.layers.text);
    made.mention = one.where.of(in_.layers.text);
    if (where.contains(one.where)) {
      made.aside.push_back({one.where.begin - where.begin, one.where.end - where.begin});
    }
    made.confidence = 0.3;
    made.named = one.meant.front();
    made.of_denial = has_denial();
    claims_.push_back(std::move(made));
  }

  // Sentences that tell what somebody known to the record wants, promises or rules out.
  void add_acts() {
    for (std::uint32_t i = 0; i < in_.layers.sentences.size(); ++i) {
      if (!acts_.add_told_by_office(in_.layers.sentences.where(i)))
        acts_.add_act(in_.layers.sentences.where(i), {});
    }
  }

  // A few words in quotation marks that end a clause: will replace a third, „capped at [ten]“.
  [[nodiscard]] bool is_told_around(const quote& row, const made_claim& quoted) const {
    if (row.kind == quote_kind::mixed) return true;
    if (row.kind != quote_kind::direct || quoted.where.begin == 0) return false;
    const std::string_view plain = text::trimmed(quoted.text);
    if (plain.empty() || !text::is_lower(text::decode(plain, 0).value)) return false;
    const std::string_view before = in_.layers.text.substr(0, quoted.where.begin);
    return before.find_last_not_of(" \n") != before.npos &&
           before[before.find_last_not_of(" \n")] != ':';
  }

  claim_reading in_;
  name_sides beside_;
  claim_words words_of_;
  claim_speaker speaker_;
  acts acts_;
  record::word_list words_;
  std::vector<made_claim> claims_;
  std::size_t outer_ = 0;  // the claim among them that ends last
};

}  // namespace

// Words are runs of characters between white space.
bool is_post(std::string_view text) noexcept {
  if (text.size() > post_bytes) return false;
  std::size_t words = 0;
  bool inside = false;
  for (const auto [value, at, size] : text::code_points(text)) {
    const bool space = text::is_space(value);
    if (!space && !inside && ++words == post_words) return false;
    inside = !space;
  }
  return words > 0;
}

std::vector<made_claim> claims_of(const document_layers& document,
                                  const record::catalogue& speakers, const senses& language) {
  return claim_maker(document, speakers, language).run();
}

}  // namespace quoth::matching
