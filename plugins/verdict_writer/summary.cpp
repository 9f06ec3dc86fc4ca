#include "summary.hpp"

#include <algorithm>
#include <text/choice.hpp>
#include <text/classes.hpp>
#include <text/utf8.hpp>

#include "persons.hpp"

namespace quoth::verdicts {

namespace {

constexpr std::size_t longest_excerpt = 200;  // code points
constexpr std::size_t longest_difference = 60;
constexpr std::size_t most_differences = 4;
constexpr std::size_t most_listed = 2;

std::string rating_key(verdict_rating rating) {
  return "rating." + std::string(text::choice<&verdict::rating, verdict>(rating));
}

std::string change_key(diff_change change) {
  const std::string_view name = text::choice<&diff::change, diff>(change);
  return "change." + std::string(name == "unknown" ? "words" : name);  // of a newer matcher
}

// The beginning of `text`, at most `limit` code points, cut at a word's end.
std::string excerpt(std::string_view text, std::size_t limit) {
  std::string cut(text::leading_words(text, limit));
  return cut.size() < text.size() ? cut += " …" : cut;
}

// Without white space, commas and dashes at both ends, and without a full stop at the end: the
// sentence that the words are set into brings its own.
std::string_view bare(std::string_view words) {
  words = trimmed(words);
  while (!words.empty()) {
    const text::code_point last = text::decode_before(words, words.size());
    if (!text::is_space(last.value) && last.value != U',' && last.value != U';' &&
        last.value != U':' && last.value != U'.' && !text::is_dash(last.value))
      break;
    words.remove_suffix(last.size);
  }
  while (!words.empty()) {
    const text::code_point first = text::decode(words, 0);
    if (!text::is_space(first.value) && first.value != U',' && first.value != U';' &&
        !text::is_dash(first.value))
      break;
    words.remove_prefix(first.size);
  }
  return words;
}

class writer {
 public:
  writer(const claim_case& at, const decision& made, const phrases& language)
      : at_(at), made_(made), say_(language) {
    is_known_ = at.claim.speaker && at.coverage.statements > 0;
    const std::string_view of_words = speaker_of_words();
    if (!is_known_ && !of_words.empty()) {
      speaker_ = of_words;
    } else if (at.claim.speaker) {
      speaker_ = *at.claim.speaker;
    } else if (at.claim.mention) {
      speaker_ = *at.claim.mention;
    } else {
      speaker_ = say_("speaker.unnamed");
    }
  }

  wording write() {
    switch (made_.rating) {
      case verdict_rating::on_record:
        on_record();
        break;
      case verdict_rating::altered:
        altered();
        break;
      case verdict_rating::misattributed:
        misattributed();
        break;
      case verdict_rating::spliced:
        spliced();
        break;
      case verdict_rating::refuted:
        refuted();
        break;
      case verdict_rating::hearsay:
        hearsay();
        break;
      case verdict_rating::unsupported:
        unsupported();
        break;
      case verdict_rating::out_of_record:
        out_of_record();
        break;
    }
    return {say_(rating_key(made_.rating)), std::move(summary_)};
  }

 private:
  // Not the whole of a post.
  [[nodiscard]] bool is_quotation() const { return at_.claim.quote.has_value(); }

  [[nodiscard]] const finding& lead() const { return at_.findings[made_.evidence.front()]; }

  void add(std::string sentence) {
    if (sentence.empty()) return;
    if (!summary_.empty()) summary_ += ' ';
    summary_ += sentence;
  }

  [[nodiscard]] std::string day(const std::optional<std::string_view>& iso) const {
    const auto date = iso ? parse_day(*iso) : std::nullopt;
    return date ? say_.day(*date) : std::string();
  }

  [[nodiscard]] std::string source(const match& m) const {
    const std::string when = day(m.date);
    const std::string_view outlet = m.outlet.value_or("");
    if (!when.empty() && !outlet.empty())
      return say_("source.day-outlet", {{"day", when}, {"outlet", outlet}});
    if (!when.empty()) return say_("source.day", {{"day", when}});
    if (!outlet.empty()) return say_("source.outlet", {{"outlet", outlet}});
    return {};
  }

  [[nodiscard]] std::string quoted(std::string_view words,
                                   std::size_t limit = longest_excerpt) const {
    return say_.quoted(excerpt(bare(words), limit));
  }

  // "(Outlet, 9 June 2037)"
  [[nodiscard]] std::string origin(const match& m) const {
    std::string text(m.outlet.value_or(""));
    const std::string when = day(m.date);
    if (!text.empty() && !when.empty()) text += ", ";
    text += when;
    return text.empty() ? text : say_("bracket", {{"origin", text}});
  }

  // "“A” (x); “B” (y)"
  [[nodiscard]] std::string joined(const std::vector<std::string>& items) const {
    const std::string between = say_("separator") + " ";
    std::string list;
    for (const std::string& item : items) {
      if (!list.empty()) list += between;
      list += item;
    }
    return list;
  }

  [[nodiscard]] std::string item(std::string_view words, const match& m) const {
    return say_("list.item", {{"words", quoted(words)}, {"statement", origin(m)}});
  }

  [[nodiscard]] std::string differences(const comparison& found) const {
    // Those that change the meaning first; edits are not worth a word, nor is what a post says in
    // its own words around a quotation.
    const auto counts = [&](const difference& d) {
      if (d.change == diff_change::edit || d.change == diff_change::none) return false;
      return is_quotation() || d.in_marks || changes_meaning(d.change);
    };
    std::vector<const difference*> places;
    for (const bool meaning : {true, false})
      for (const difference& d : found.differences)
        if (changes_meaning(d.change) == meaning && counts(d) && places.size() < most_differences)
          places.push_back(&d);
    std::vector<std::string> items;
    for (const difference* d : places) {
      const std::string change = say_(change_key(d->change));
      const std::string claimed = quoted(d->claimed, longest_difference);
      const std::string record = quoted(d->record, longest_difference);
      if (d->record.empty()) {
        items.push_back(say_("difference.added", {{"claimed", claimed}, {"change", change}}));
      } else if (d->claimed.empty()) {
        items.push_back(say_("difference.dropped", {{"record", record}, {"change", change}}));
      } else {
        items.push_back(say_("difference.replaced",
                             {{"claimed", claimed}, {"record", record}, {"change", change}}));
      }
    }
    return items.empty() ? std::string() : say_("differences", {{"list", joined(items)}});
  }

  // The claim is dated by one year, and the words are of another.
  [[nodiscard]] std::string other_year(const match& m) const {
    const auto said = parse_day(m.date.value_or(""));
    const std::vector<int>& years = at_.when.years;
    if (!said || years.size() != 1 || years.front() == static_cast<int>(said->year())) return {};
    if (at_.when.published && years.front() > static_cast<int>(at_.when.published->year()))
      return {};
    return say_("other-year", {{"year", std::to_string(years.front())}});
  }

  [[nodiscard]] std::string record_words(const match& m) const {
    return say_("record.words", {{"words", quoted(m.text)}});
  }

  [[nodiscard]] std::string rating_of(const match& m) const {
    return m.rating ? quoted(*m.rating) : std::string();
  }

  [[nodiscard]] std::string review_beside() const {
    if (made_.reviews.empty()) return {};
    const match& m = at_.findings[made_.reviews.front()].match;
    return m.rating ? say_("review.rated", {{"review", origin(m)}, {"rating", rating_of(m)}})
                    : say_("review.unrated", {{"review", origin(m)}});
  }

  // How the claim has the speaker where it gives no name that the record knows to be one person's:
  // "Harlow", "the minister".
  [[nodiscard]] std::string named_only() const {
    if (is_known_) return {};
    const std::string_view given =
        at_.claim.mention ? *at_.claim.mention : at_.claim.speaker.value_or("");
    return given.empty() ? std::string() : say_("named-only", {{"mention", quoted(given)}});
  }

  // Whose words altered, joined, denied or reported ones are where the claim names nobody whom the
  // record knows.
  [[nodiscard]] std::string_view speaker_of_words() const {
    const bool own = made_.rating == verdict_rating::altered ||
                     made_.rating == verdict_rating::spliced ||
                     (!at_.claim.speaker &&
                      (made_.rating == verdict_rating::hearsay || made_.why == reason::denied));
    if (!own || made_.evidence.empty()) return {};
    return at_.findings[made_.evidence.front()].match.speaker.value_or("");
  }

  [[nodiscard]] std::string coverage() const {
    const std::int64_t statements = at_.coverage.statements;
    if (statements <= 0) return {};
    const std::string count = std::to_string(statements);
    const std::string from = day(at_.coverage.from), to = day(at_.coverage.to);
    if (from.empty() || to.empty())
      return say_("coverage.undated", {{"speaker", speaker_}, {"count", count}});
    if (statements == 1) return say_("coverage.one", {{"speaker", speaker_}, {"from", from}});
    if (from == to)
      return say_("coverage.day", {{"speaker", speaker_}, {"count", count}, {"from", from}});
    return say_("coverage.range",
                {{"speaker", speaker_}, {"count", count}, {"from", from}, {"to", to}});
  }

  void on_record() {
    const match& m = lead().match;
    if (made_.why == reason::confirmed) {
      add(say_("on-record.confirmed", {{"review", origin(m)}, {"rating", rating_of(m)}}));
      add(say_("record.checked-claim", {{"words", quoted(m.text)}}));
      return;
    }
    if (made_.why == reason::denial_told) {
      add(say_("on-record.denial", {{"source", source(m)}}));
      add(say_("refuted.denied-words", {{"words", quoted(m.text)}}));
      return;
    }
    const bool verbatim = m.relation == match_relation::verbatim;
    // An attribution may stand between, and more that was said there.
    const bool whole = verbatim && m.text.find("[…]") == std::string_view::npos;
    if (!is_known_) {
      const std::string who = m.speaker ? std::string(*m.speaker) : say_("speaker.unnamed");
      const std::string only = named_only();
      add(say_(only.empty() && is_quotation() ? "on-record.unnamed" : "on-record.mentioned",
               {{"speaker", who}, {"source", source(m)}}));
      add(only);
    } else {
      const std::string_view key = made_.why == reason::same_sense ? "on-record.sense"
                                   : verbatim                      ? "on-record.verbatim"
                                                                   : "on-record.edited";
      add(say_(key, {{"speaker", speaker_}, {"source", source(m)}}));
    }
    add(other_year(m));
    if (!whole) add(record_words(m));
    const std::string review = review_beside();
    add(review.empty() ? say_("unknown.content") : review);
    add(coverage());
  }

  void altered() {
    const finding& f = lead();
    if (made_.why == reason::cut || made_.why == reason::shortened) {
      add(say_(
          made_.why == reason::cut ? "altered.cut" : "altered.shortened",
          {{"speaker", speaker_}, {"source", source(f.match)}, {"words", quoted(made_.left_out)}}));
    } else if (is_retold(f)) {
      add(say_("altered.retold", {{"speaker", speaker_}, {"source", source(f.match)}}));
    } else {
      add(say_(made_.why == reason::changed ? "altered.changed" : "altered.reworded",
               {{"speaker", speaker_}, {"source", source(f.match)}}));
      add(differences(f.difference));
    }
    if (made_.reviews.empty()) add(other_year(f.match));
    add(named_only());
    add(record_words(f.match));
    add(review_beside());
    add(coverage());
  }

  // Whether a report contradicts the statement in words of its own: their differences are of
  // wording, and none of them tells what it changes.
  [[nodiscard]] bool is_retold(const finding& f) const {
    const auto is_wording = [](const difference& d) {
      return d.change == diff_change::edit || d.change == diff_change::words;
    };
    return made_.why == reason::changed && at_.kind != quote_kind::direct &&
           f.match.relation == match_relation::contradicts &&
           std::ranges::all_of(f.difference.differences, is_wording);
  }

  void misattributed() {
    const finding& f = lead();
    const std::string other =
        f.match.speaker ? std::string(*f.match.speaker) : say_("speaker.unnamed");
    add(say_("misattributed",
             {{"speaker", speaker_}, {"other", other}, {"source", source(f.match)}}));
    if (f.match.relation != match_relation::verbatim) add(record_words(f.match));
    add(differences(f.difference));
    add(coverage());
    add(say_("unknown.repeated", {{"speaker", speaker_}}));
  }

  void spliced() {
    if (made_.why == reason::parted) {
      const match& m = lead().match;
      add(say_("spliced.parted", {{"speaker", speaker_}, {"source", source(m)}}));
      add(say_("spliced.between", {{"words", quoted(made_.left_out)}}));
      add(named_only());
      add(coverage());
      add(say_("unknown.context"));
      return;
    }
    add(say_("spliced", {{"speaker", speaker_}}));
    std::vector<std::string> items;
    for (const piece& p : made_.pieces)
      items.push_back(
          item(words_of_claim(at_.claim.text, p.words), at_.findings[p.statement].match));
    add(say_("spliced.pieces", {{"list", joined(items)}}));
    add(named_only());
    add(coverage());
    add(say_("unknown.context"));
  }

  void refuted() {
    const match& m = lead().match;
    const std::string rating = rating_of(m);
    if (made_.why == reason::denied) {
      add(is_named() ? say_("refuted.denied", {{"speaker", speaker_}, {"source", source(m)}})
                     : say_("refuted.denied-unnamed", {{"source", source(m)}}));
      add(say_("refuted.denied-words", {{"words", quoted(m.text)}}));
      const auto review = std::find_if(
          made_.evidence.begin() + 1, made_.evidence.end(),
          [&](std::size_t i) { return at_.findings[i].match.kind == match_kind::review; });
      if (review != made_.evidence.end()) {
        const match& r = at_.findings[*review].match;
        if (r.rating)
          add(say_("refuted.denied-too", {{"review", origin(r)}, {"rating", rating_of(r)}}));
      }
    } else if (made_.why == reason::not_said && !is_named()) {
      add(rating.empty()
              ? say_("refuted.not-said-unnamed-unrated", {{"review", origin(m)}})
              : say_("refuted.not-said-unnamed", {{"review", origin(m)}, {"rating", rating}}));
      add(say_("record.checked-claim", {{"words", quoted(m.text)}}));
    } else if (made_.why == reason::not_said) {
      add(rating.empty()
              ? say_("refuted.not-said-unrated", {{"speaker", speaker_}, {"review", origin(m)}})
              : say_("refuted.not-said",
                     {{"speaker", speaker_}, {"review", origin(m)}, {"rating", rating}}));
      add(say_("record.checked-claim", {{"words", quoted(m.text)}}));
    } else {
      add(say_("refuted.not-true", {{"review", origin(m)}, {"rating", rating}}));
      add(say_("record.checked-claim", {{"words", quoted(m.text)}}));
      if (at_.claim.speaker) add(say_("refuted.no-first-hand", {{"speaker", speaker_}}));
    }
    add(coverage());
  }

  void hearsay() {
    const match& m = lead().match;
    if (m.via && m.speaker && same_person(*m.via, speaker_)) {
      add(say_("hearsay.passed-on",
               {{"speaker", speaker_}, {"report", origin(m)}, {"other", *m.speaker}}));
    } else {
      add(say_("hearsay", {{"speaker", speaker_}, {"report", origin(m)}}));
      if (m.via) add(say_("hearsay.via", {{"via", *m.via}}));
    }
    add(record_words(m));
    add(say_("hearsay.no-first-hand", {{"speaker", speaker_}}));
    add(coverage());
  }

  void unsupported() {
    add(say_("unsupported", {{"speaker", speaker_}}));
    if (!made_.evidence.empty() && !is_speaker(lead().match)) {
      const match& m = lead().match;
      add(say_("unsupported.described",
               {{"other", m.speaker ? quoted(*m.speaker) : say_("speaker.unnamed")},
                {"source", source(m)}}));
      add(coverage());
      return;
    }
    std::vector<std::string> items;
    for (std::size_t i : made_.evidence) {
      const match& m = at_.findings[i].match;
      if (m.kind == match_kind::statement && items.size() < most_listed)
        items.push_back(item(m.text, m));
    }
    add(items.empty() ? say_("unsupported.nothing-near")
                      : say_(items.size() == 1 ? "unsupported.nearest-one" : "unsupported.nearest",
                             {{"list", joined(items)}}));
    add(review_beside());
    add(coverage());
    const bool dated = at_.when.published || !at_.when.years.empty();
    add(say_(dated ? "unknown.elsewhere" : "unknown.elsewhere-undated"));
  }

  void out_of_record() {
    if (made_.why == reason::no_statements) {
      add(say_("out-of-record.no-statements", {{"speaker", speaker_}}));
    } else if (made_.why == reason::other_period) {
      add(say_(
          "out-of-record.other-period",
          {{"speaker", speaker_}, {"from", day(at_.coverage.from)}, {"to", day(at_.coverage.to)}}));
    } else {
      add(say_(is_quotation() ? "out-of-record.unknown-speaker" : "out-of-record.whole-text"));
    }
    add(review_beside());
    add(say_("out-of-record.caution"));
  }

  const claim_case& at_;
  const decision& made_;
  const phrases& say_;
  // Whether a statement or fact-check is of the claim's speaker.
  [[nodiscard]] bool is_speaker(const match& m) const {
    return m.kind == match_kind::review || (m.speaker && same_person(*m.speaker, speaker_));
  }

  // Whether there is somebody to name.
  [[nodiscard]] bool is_named() const { return speaker_ != say_("speaker.unnamed"); }

  bool is_known_ = false;  // whether the record knows whom the claim names
  std::string speaker_;
  std::string summary_;
};

}  // namespace

wording write(const claim_case& at, const decision& made, const phrases& language) {
  return writer(at, made, language).write();
}

}  // namespace quoth::verdicts
