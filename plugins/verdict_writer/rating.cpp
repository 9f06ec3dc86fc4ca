#include "rating.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <text/transliterate.hpp>

#include "context.hpp"
#include "persons.hpp"
#include "quoted_words.hpp"
#include "voice.hpp"

namespace quoth::verdicts {

namespace {

// How a first-hand statement stands to the claim, whoever made it.
enum class standing { far, same_words, same_sense, changed, reworded, cut, parted };

bool is_true(standing s) {
  return s == standing::same_words || s == standing::same_sense;
}
bool is_altered(standing s) {
  return s == standing::changed || s == standing::reworded || s == standing::cut ||
         s == standing::parted;
}

// The words of a paraphrase are not laid beside one another one by one: only a plain change, in few
// words, tells that it means something else.
constexpr std::uint32_t longest_telling_change = 4;  // words

bool is_telling(const difference& d) {
  const bool plain = d.change == diff_change::negation || d.change == diff_change::number ||
                     d.change == diff_change::unit || d.change == diff_change::date ||
                     d.change == diff_change::country;
  return plain && count_words(d.claimed) <= longest_telling_change &&
         count_words(d.record) <= longest_telling_change;
}

bool has_other_number(const difference& d) {
  return d.change == diff_change::number && !d.claimed.empty() && !d.record.empty();
}

// Least share of a claim in quotation marks that makes it a direct quotation.
constexpr double mostly_quoted = 0.8;

using index = std::optional<std::size_t>;

class judge {
 public:
  judge(const claim_case& at, const review_words& words, const thresholds& limits)
      : at_(at), limits_(limits) {
    direct_ = at.claim.quote &&
              (at.kind == quote_kind::direct || quoted_share(at.claim.text) >= mostly_quoted);
    for (const finding& f : at.findings) {
      voices_.push_back(voice_of(at.claim, f, words));
      // What somebody put to the speaker is not told in place of what the speaker said.
      if (voices_.back() == voice::another && !direct_ && words.address(f.match.text))
        voices_.back() = voice::none;
      standings_.push_back(standing_of(f));
      readings_.push_back(f.match.kind == match_kind::review
                              ? words.read(f.match, at.claim.speaker.value_or(""))
                              : review_reading{});
    }
    silence_refuting_documents();
  }

  decision decide() {
    collect_reviews();
    if (by_denial() || by_unattributed_review() || by_first_hand() || by_content_review() ||
        by_second_hand())
      return finish();
    by_absence();
    return finish();
  }

 private:
  // An article that finds that words were never said quotes them: that is no evidence for them.
  void silence_refuting_documents() {
    for (std::size_t r = 0; r < readings_.size(); ++r) {
      if (voices_[r] != voice::review || !refutes_attribution(r)) continue;
      const std::string_view document = document_of(r);
      for (std::size_t i = 0; i < voices_.size(); ++i)
        if (voices_[i] != voice::review && voices_[i] != voice::denial &&
            document_of(i) == document)
          voices_[i] = voice::none;
    }
  }

  [[nodiscard]] std::string_view document_of(std::size_t i) const {
    const std::string_view record = at_.findings[i].match.record;
    return record.substr(0, record.rfind('#'));
  }

  [[nodiscard]] bool refutes_attribution(std::size_t i) const {
    return readings_[i].subject == review_subject::attribution &&
           (readings_[i].finding == review_finding::refutes ||
            readings_[i].finding == review_finding::silent);
  }

  // Whether words that the claim puts in quotation marks are others than the statement's: a
  // quotation may be edited, but not reworded.
  [[nodiscard]] bool is_reworded(const comparison& c) const {
    const bool whole = at_.claim.quote && at_.kind == quote_kind::direct;
    return std::any_of(c.differences.begin(), c.differences.end(), [&](const difference& d) {
      return d.change == diff_change::words && (whole || d.in_marks);
    });
  }

  // Words in another script are a translation: others than the statement's, however exact.
  [[nodiscard]] bool is_translated(const match& m) const {
    return text::has_cyrillic(at_.claim.text) != text::has_cyrillic(m.text);
  }

  [[nodiscard]] standing standing_of(const finding& f) const {
    const match& m = f.match;
    if (m.kind != match_kind::statement) return standing::far;
    const bool direct = direct_ && !is_translated(m);
    const bool near = m.relation == match_relation::verbatim || m.relation == match_relation::near;
    if (direct && m.relation == match_relation::paraphrase)
      return f.score() >= limits_.reworded_score ? standing::reworded : standing::far;
    const std::vector<difference>& all = f.difference.differences;
    if (m.relation == match_relation::contradicts ||
        (m.relation != match_relation::related &&
         (near ? f.difference.changes_meaning()
               : std::any_of(all.begin(), all.end(), is_telling)))) {
      return f.score() >= limits_.altered_score ? standing::changed : standing::far;
    }
    if (!near && (m.relation != match_relation::paraphrase || f.score() < limits_.paraphrase_score))
      return standing::far;
    // Nor is what gives another number a paraphrase.
    if (!near && at_.claim.quote && std::any_of(all.begin(), all.end(), has_other_number))
      return f.score() >= limits_.altered_score ? standing::changed : standing::far;
    const difference* gap = direct ? omission(f.difference, limits_.gap_words) : nullptr;
    if (gap && has_sentence_end(gap->record)) return standing::parted;
    if (gap || !f.dropped_turn.empty()) return standing::cut;
    if (!near) return standing::same_sense;
    if (is_reworded(f.difference)) return standing::reworded;
    return standing::same_words;
  }

  // The first, that is the best, finding for which `wanted(index)` holds.
  template <class Wanted>
  [[nodiscard]] index first(Wanted wanted) const {
    for (std::size_t i = 0; i < at_.findings.size(); ++i)
      if (wanted(i)) return i;
    return std::nullopt;
  }
  [[nodiscard]] double score(std::size_t i) const { return at_.findings[i].score(); }
  [[nodiscard]] bool closer(index a, index b) const {
    return a && (!b || score(*a) > score(*b) + limits_.margin);
  }
  // Of a whole post, which says more than what was checked, and of words of the speaker whom the
  // fact-check names, the score alone tells: how likely it is about them.
  [[nodiscard]] bool is_close_review(std::size_t i) const {
    constexpr double likely = 0.5;
    if (voices_[i] != voice::review) return false;
    const match& m = at_.findings[i].match;
    if (m.relation != match_relation::related) return score(i) >= limits_.review_score;
    const auto& speaker = at_.claim.speaker;
    const bool of_speaker = speaker && mentions_person(m.text, *speaker);
    return (!at_.claim.quote || of_speaker) && score(i) >= likely;
  }

  // Whether a denial is of what the claim says. Where the claim names nobody, a few words in common
  // are no sign of it, unless it is by somebody whom its words name, and nothing in the record is
  // closer or the claim tells of a denial; and a claim that has the "not" itself says the same.
  [[nodiscard]] bool is_denial(std::size_t i) const {
    if (voices_[i] != voice::denial || score(i) < limits_.denial_score) return false;
    const match& m = at_.findings[i].match;
    if (m.hand == match_hand::denial && m.relation == match_relation::contradicts) return false;
    return at_.claim.speaker || m.relation != match_relation::related ||
           ((i == 0 || at_.tells_denial) && m.speaker &&
            mentions_person(at_.claim.text, *m.speaker));
  }

  void collect_reviews() {
    for (std::size_t i = 0; i < at_.findings.size(); ++i)
      if (is_close_review(i) && readings_[i].subject == review_subject::content)
        made_.reviews.push_back(i);
  }

  bool rated(verdict_rating rating, reason why, std::size_t evidence) {
    made_.rating = rating;
    made_.why = why;
    made_.evidence.insert(made_.evidence.begin(), evidence);
    return true;
  }

  [[nodiscard]] index own_words() const {
    return first([&](std::size_t i) {
      return voices_[i] == voice::own && standings_[i] == standing::same_words;
    });
  }

  bool by_denial() {
    const index denial = first([&](std::size_t i) { return is_denial(i); });
    const index review =
        first([&](std::size_t i) { return is_close_review(i) && refutes_attribution(i); });
    // A denial of something else that he said does not touch these words.
    const index words = own_words();
    if (denial && at_.tells_denial)
      return rated(verdict_rating::on_record, reason::denial_told, *denial);
    if (denial && !closer(words, denial)) {
      if (review) made_.evidence.push_back(*review);
      return rated(verdict_rating::refuted, reason::denied, *denial);
    }
    const index said =
        first([&](std::size_t i) { return voices_[i] == voice::own && is_true(standings_[i]); });
    if (review && !closer(said, review))
      return rated(verdict_rating::refuted, reason::not_said, *review);
    return false;
  }

  // Nobody is named: what has been checked is the content.
  bool by_unattributed_review() {
    if (at_.claim.speaker) return false;
    constexpr double likely = 0.5;
    const index said = words_said();
    for (std::size_t i : made_.reviews) {
      if (readings_[i].finding == review_finding::silent) continue;
      if (score(i) < likely && closer(said, i)) continue;
      const bool refuted = readings_[i].finding == review_finding::refutes;
      return rated(refuted ? verdict_rating::refuted : verdict_rating::on_record,
                   refuted ? reason::not_true : reason::confirmed, i);
    }
    return false;
  }

  bool by_first_hand() {
    // Where nobody is named, a few words are somebody's in every record.
    if (!at_.claim.speaker && count_words(at_.claim.text) < limits_.least_words) return false;
    const auto own = [&](auto wanted) {
      return first(
          [&](std::size_t i) { return voices_[i] == voice::own && wanted(standings_[i]); });
    };
    const index kept = own(is_true), altered = own(is_altered);
    const index another = words_of_another();
    if (kept && is_verbatim(*kept)) return on_record(*kept);
    const bool whose = another && is_verbatim(*another) && closer(another, kept);
    if (kept && standings_[*kept] == standing::same_words && !whose) return on_record(*kept);
    if (kept && !closer(altered, kept) && !closer(another, kept)) return on_record(*kept);
    const std::vector<piece> pieces = splice();
    if (!pieces.empty() && !is_whole(another) && !is_changed_whole(altered)) return spliced(pieces);
    if (altered && !closer(another, altered)) return alter(*altered);
    if (another) return rated(verdict_rating::misattributed, reason::another, *another);
    return false;
  }

  bool on_record(std::size_t i) {
    // The same words in other documents stand behind it too.
    for (std::size_t more = i + 1; more < standings_.size() && made_.evidence.size() < 2; ++more)
      if (voices_[more] == voice::own && standings_[more] == standing::same_words)
        made_.evidence.push_back(more);
    const bool words = standings_[i] == standing::same_words;
    return rated(verdict_rating::on_record, words ? reason::same_words : reason::same_sense, i);
  }

  bool alter(std::size_t i) {
    const standing s = standings_[i];
    const finding& f = at_.findings[i];
    const difference* gap = omission(f.difference, limits_.gap_words);
    // Beside a gap inside the words, the condition before or after them says more.
    const bool inside = gap && (s == standing::parted || f.dropped_turn.empty());
    made_.left_out = inside ? gap->record : f.dropped_turn;
    if (s == standing::parted) {
      for (const run& r : f.difference.runs) made_.pieces.push_back({i, r});
      return rated(verdict_rating::spliced, reason::parted, i);
    }
    return rated(verdict_rating::altered,
                 s == standing::changed    ? reason::changed
                 : s == standing::reworded ? reason::reworded
                 : inside                  ? reason::shortened
                                           : reason::cut,
                 i);
  }

  [[nodiscard]] index words_of_another() const {
    if (count_words(at_.claim.text) < limits_.least_words) return std::nullopt;
    return first([&](std::size_t i) {
      return voices_[i] == voice::another && is_recognisable(i) &&
             score(i) >= limits_.misattributed_score;
    });
  }

  // Another's words are misattributed though a few of them were changed as well, or some left out.
  [[nodiscard]] bool is_recognisable(std::size_t i) const {
    const standing s = standings_[i];
    return is_true(s) || s == standing::cut || s == standing::parted ||
           (s == standing::reworded &&
            at_.findings[i].difference.shared() >= limits_.splice.covered);
  }

  [[nodiscard]] std::vector<piece> splice() const {
    std::vector<piece_source> sources;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < at_.findings.size(); ++i) {
      if (voices_[i] != voice::own || at_.findings[i].difference.runs.empty()) continue;
      sources.push_back({at_.findings[i].match.record, &at_.findings[i].difference});
      places.push_back(i);
    }
    if (sources.size() < 2) return {};
    std::vector<piece> pieces = find_splice(sources, count_words(at_.claim.text), limits_.splice);
    for (piece& p : pieces) p.statement = places[p.statement];
    return pieces;
  }

  [[nodiscard]] bool is_verbatim(std::size_t i) const {
    return standings_[i] == standing::same_words &&
           at_.findings[i].match.relation == match_relation::verbatim;
  }
  [[nodiscard]] bool is_whole(index i) const { return i && standings_[*i] == standing::same_words; }
  // Other words of a quotation may be another statement's.
  [[nodiscard]] bool is_changed_whole(index i) const {
    if (!i || standings_[*i] != standing::changed) return false;
    const comparison& c = at_.findings[*i].difference;
    return c.shared() >= limits_.splice.covered && (!direct_ || c.changes_meaning());
  }

  bool spliced(const std::vector<piece>& pieces) {
    made_.rating = verdict_rating::spliced;
    made_.why = reason::joined;
    made_.pieces = pieces;
    for (const piece& p : pieces)
      if (std::find(made_.evidence.begin(), made_.evidence.end(), p.statement) ==
          made_.evidence.end())
        made_.evidence.push_back(p.statement);
    return true;
  }

  // Words of anybody that the claim has, be it without what turns them: where a fact-check is of
  // something farther from them, it is not of the claim.
  [[nodiscard]] index words_said() const {
    return first([&](std::size_t i) {
      const bool spoken = voices_[i] == voice::own || voices_[i] == voice::another;
      return spoken && standings_[i] != standing::far;
    });
  }

  bool by_content_review() {
    const index said = words_said();
    for (std::size_t i : made_.reviews)
      if (readings_[i].finding == review_finding::refutes && !closer(said, i))
        return rated(verdict_rating::refuted, reason::not_true, i);
    return false;
  }

  bool by_second_hand() {
    const index report = first([&](std::size_t i) {
      const match& m = at_.findings[i].match;
      return voices_[i] == voice::report && m.relation != match_relation::related &&
             score(i) >= limits_.hearsay_score;
    });
    return report && rated(verdict_rating::hearsay, reason::second_hand, *report);
  }

  void by_absence() {
    made_.rating = verdict_rating::out_of_record;
    if (!at_.claim.speaker && at_.coverage.statements == 0) {
      made_.why = reason::unknown_speaker;
    } else if (at_.coverage.statements == 0) {
      made_.why = reason::no_statements;
    } else if (reaches(at_.coverage, at_.when, limits_.slack) == reach::outside) {
      made_.why = reason::other_period;
    } else {
      made_.rating = verdict_rating::unsupported;
      made_.why = reason::not_found;
      list_nearest();
    }
  }

  void list_nearest() {
    // First the words themselves, where the record gives them to somebody without a name.
    const index words = first([&](std::size_t i) {
      return voices_[i] == voice::none && is_verbatim(i) &&
             at_.findings[i].match.hand == match_hand::first;
    });
    if (words && count_words(at_.claim.text) >= limits_.least_words)
      made_.evidence.push_back(*words);
    for (std::size_t i = 0; i < at_.findings.size(); ++i) {
      if (made_.evidence.size() >= limits_.nearest) break;
      if (voices_[i] == voice::own) made_.evidence.push_back(i);
    }
  }

  decision finish() {
    made_.strength = std::clamp(strength(), 0.01, 0.99);
    for (std::size_t i : made_.reviews)
      if (std::find(made_.evidence.begin(), made_.evidence.end(), i) == made_.evidence.end())
        made_.evidence.push_back(i);
    return std::move(made_);
  }

  // How much the evidence says for the rating. What that amounts to is fitted: see confidence.hpp.
  [[nodiscard]] double strength() const {
    const bool found = !made_.evidence.empty();
    const finding nothing{};
    const finding& lead = found ? at_.findings[made_.evidence.front()] : nothing;
    const double best = lead.score();
    const double shared = lead.difference.shared();
    switch (made_.why) {
      case reason::same_words:
        return lead.match.relation == match_relation::verbatim ? 0.98 : 0.92;
      case reason::denial_told:
        return 0.95;
      case reason::same_sense:
        return 0.4 + 0.45 * best;
      case reason::confirmed:
      case reason::not_true:
        return 0.3 + 0.6 * best;
      case reason::changed:
        return 0.6 + 0.35 * shared;
      case reason::reworded:
      case reason::shortened:
        return 0.95 * shared;
      case reason::cut:
        return 0.4 + 0.3 * shared;
      case reason::joined:
        return 0.85;
      case reason::parted:
        return 0.75;
      case reason::another:
        return 0.5 + 0.45 * best;
      case reason::denied:
      case reason::not_said:
        return 0.5 + 0.45 * best;
      case reason::second_hand:
        return 0.4 + 0.5 * best;
      case reason::not_found:
        // The nearer the nearest statement and the fewer there are, the less absence says.
        return (0.95 - 0.5 * best) *
               (1.0 - 0.5 / (1.0 + std::log1p(static_cast<double>(at_.coverage.statements))));
      case reason::no_statements:
        return 0.9;
      case reason::other_period:
      case reason::unknown_speaker:
        return 0.7;
    }
    return 0.5;
  }

  const claim_case& at_;
  const thresholds& limits_;
  bool direct_ = false;        // whether the claim is a direct quotation
  std::vector<voice> voices_;  // these three: one a finding
  std::vector<standing> standings_;
  std::vector<review_reading> readings_;
  decision made_;
};

}  // namespace

decision rate(const claim_case& at, const review_words& words, const thresholds& limits) {
  return judge(at, words, limits).decide();
}

}  // namespace quoth::verdicts
