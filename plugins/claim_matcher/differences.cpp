#include "differences.hpp"

#include <algorithm>
#include <text/trim.hpp>
#include <utility>

#include "change.hpp"

namespace quoth::matching {

namespace {

[[nodiscard]] bool is_pair(const step& s) noexcept {
  return s.claim != nothing && s.record != nothing;
}

// Words that a claim may have without the statement having them.
[[nodiscard]] bool is_additional(const unit_of_text& unit) noexcept {
  return (unit.flags & record::in_brackets) != 0;
}

// Whether the word is one of those that a contraction stands for.
[[nodiscard]] bool shares_span(const std::vector<unit_of_text>& units, std::int32_t at) noexcept {
  const auto i = static_cast<std::size_t>(at);
  return (i > 0 && units[i - 1].begin == units[i].begin) ||
         (i + 1 < units.size() && units[i + 1].begin == units[i].begin);
}

[[nodiscard]] bool is_grave(diff_change change) noexcept {
  return change != diff_change::none && change != diff_change::edit && change != diff_change::words;
}

}  // namespace

const resemblance& comparer::compare(const wording& claim, const wording& record, manner how,
                                     const surroundings& around) {
  claim_ = &claim;
  record_ = &record;
  how_ = how;
  around_ = around;
  steps_ = aligner_.align(claim.units(), record.units());
  beside_ = 0;
  denied_from_ = 0;
  if (!around.denied) take_denials_beside();
  result_ = {};
  if (how == manner::reported) result_.agrees = agreement_of(claim, record, around);
  find_pieces();
  measure();
  return result_;
}

// A pair of one word. The words of a contraction are equal only together, to the words of another.
bool comparer::is_equal(std::size_t at) const {
  const auto plain = [&](const step& s) {
    return is_pair(s) && claim_->units()[s.claim].hash == record_->units()[s.record].hash;
  };
  const step& here = steps_[at];
  if (!plain(here)) return false;
  const bool claimed = shares_span(claim_->units(), here.claim);
  const bool recorded = shares_span(record_->units(), here.record);
  if (!claimed && !recorded) return true;
  if (claimed != recorded) return false;
  const auto is_twin = [&](const step& other) {
    return plain(other) &&
           claim_->units()[other.claim].begin == claim_->units()[here.claim].begin &&
           record_->units()[other.record].begin == record_->units()[here.record].begin;
  };
  return (at > 0 && is_twin(steps_[at - 1])) || (at + 1 < steps_.size() && is_twin(steps_[at + 1]));
}

// What stands beside the claim's words in the statement's clause and denies them belongs to the
// piece: "no | library need close", "I never said that | a library does not matter".
void comparer::take_denials_beside() {
  const auto is_paired = [](const step& s) { return is_pair(s); };
  if (std::ranges::none_of(steps_, is_paired)) return;
  const auto of_record = [](const step& s) { return s.record != nothing; };
  const auto first = std::ranges::find_if(steps_, of_record);
  const std::int32_t begin = first->record;
  const std::int32_t from = denial_before(begin);
  beside_ = static_cast<std::size_t>(begin - from);
  denied_from_ = begin;
  std::vector<step> before;
  for (std::int32_t at = from; at < begin; ++at) before.push_back({nothing, at, 0.0F});
  steps_.insert(first, before.begin(), before.end());
  const auto last = std::find_if(steps_.rbegin(), steps_.rend(), of_record);
  const std::int32_t end = last->record;
  if (!is_denied_behind(end)) return;
  steps_.insert(last.base(), {nothing, end + 1, 0.0F});
  ++beside_;
}

// The word of the statement from which on the words before `first` deny those from `first` on, or
// `first`: a "not" directly before them, by itself at the head of their sentence, or anywhere in
// the clause that a "that" joins them to, what is put in between two commas before the "that"
// aside.
std::int32_t comparer::denial_before(std::int32_t first) const {
  constexpr std::int32_t farthest = 8;  // words
  const auto& words = record_->units();
  const auto is = [&](std::int32_t at, auto classes) { return (words[at].classes & classes) != 0; };
  bool joined = is(first, conjoining);
  // Never, as long as I live, | will I sell …; a "no" only answers
  for (std::int32_t at = first - 1; at >= 0 && first - at <= farthest; --at) {
    if ((words[at].flags & record::sentence_start) == 0) continue;
    const bool alone = is(at, negation) && between(at, at + 1) == ",";
    if (alone && words[at].like != likes_of("no")) return at;
    break;
  }
  std::int32_t next = first;
  for (std::int32_t at = first - 1; at >= 0 && first - at <= farthest; --at) {
    if ((words[next].flags & record::sentence_start) != 0) break;
    if (!between(at, next).empty()) {
      if (!is(next, conjoining)) break;
      // It is not true[, whatever they print,] that …
      if (const std::int32_t inserted = insertion_before(next); inserted > 0) at = inserted - 1;
    }
    if (is(at, bound | negative)) break;
    if (is(at, negation)) return at;
    joined |= at == first - 1 && is(at, conjoining);
    if (!joined) break;
    next = at;
  }
  return first;
}

// The first word of what stands between two commas directly before `at` in its sentence, or
// `nothing`.
std::int32_t comparer::insertion_before(std::int32_t at) const {
  constexpr std::int32_t longest = 8;  // words
  const auto& words = record_->units();
  const auto opens = [&](std::int32_t i) { return (words[i].flags & record::sentence_start) != 0; };
  if (at < 2 || opens(at) || between(at - 1, at) != ",") return nothing;
  for (std::int32_t i = at - 1; i > 0 && at - i <= longest && !opens(i); --i) {
    if (const std::string_view mark = between(i - 1, i); !mark.empty()) {
      return mark == "," ? i : nothing;
    }
  }
  return nothing;
}

// Whether the word after `last` denies what stands before it: "we need | that | not".
bool comparer::is_denied_behind(std::int32_t last) const {
  const auto& words = record_->units();
  const auto next = static_cast<std::size_t>(last) + 1;
  return next < words.size() && (words[next].classes & negation) != 0 &&
         (words[next].flags & record::sentence_start) == 0 && between(last, last + 1).empty();
}

// What stands between two words of the statement that follow one another, white space aside.
std::string_view comparer::between(std::int32_t word, std::int32_t next) const {
  const unit_of_text& here = record_->units()[static_cast<std::size_t>(word)];
  const unit_of_text& there = record_->units()[static_cast<std::size_t>(next)];
  if (there.begin <= here.end) return {};  // two words of one contraction
  return text::trimmed(record_->text().substr(here.end, there.begin - here.end));
}

// Two units behind the same number: ten weeks | months. Whatever else differs behind them, that is
// a change of its own.
bool comparer::is_unit_exchange(std::size_t at) const {
  if (at == 0 || !is_pair(steps_[at]) || !is_equal(at - 1)) return false;
  const unit_of_text& claimed = claim_->units()[steps_[at].claim];
  const unit_of_text& recorded = record_->units()[steps_[at].record];
  return claim_->units()[steps_[at - 1].claim].is_number &&
         (claimed.classes & recorded.classes & unit) != 0 && claimed.same != recorded.same;
}

void comparer::find_pieces() {
  pieces_.clear();
  bool alone = false;  // whether the step before is a piece by itself
  for (std::size_t at = 0; at < steps_.size(); ++at) {
    const bool equal = is_equal(at);
    const bool parted = std::exchange(alone, is_unit_exchange(at)) || alone;
    if (pieces_.empty() || pieces_.back().equal != equal || parted) {
      pieces_.push_back({at, at, equal, diff_change::none});
    }
    pieces_.back().end = at + 1;
  }
  for (piece& here : pieces_) {
    if (here.equal) continue;
    here.change = change_of(stretch_of(here), *claim_, *record_, how_);
  }
  if (how_ == manner::reported) {
    forgive_negations();
    forgive_numbers();
  }
  find_exchanges();
}

// Where the numbers agree, one that stands in another place is no other number.
void comparer::forgive_numbers() {
  const bool agree = result_.agrees.numbers_agree();
  for (piece& here : pieces_) {
    if ((agree && here.change == diff_change::number) || counts_setting(here)) {
      here.change = diff_change::words;
    }
  }
}

// Game [seven], where the headline has it and the statement says “it”: whether a piece is grave for
// numbers alone, all of which the statement's surroundings have.
bool comparer::counts_setting(const piece& here) const {
  if (here.change != diff_change::number && here.change != diff_change::date) return false;
  bool any = false;
  for (std::size_t at = here.begin; at < here.end; ++at) {
    const step& s = steps_[at];
    if (s.record != nothing) {
      const unit_of_text& recorded = record_->units()[s.record];
      if (recorded.is_number || (recorded.classes & month_or_day) != 0) return false;
    }
    if (s.claim == nothing) continue;
    const unit_of_text& claimed = claim_->units()[s.claim];
    if (!claimed.is_number && (claimed.classes & (month_or_day | unit)) != 0) return false;
    if (!claimed.is_number) continue;
    if (!std::ranges::binary_search(around_.setting, claimed.stem)) return false;
    any = true;
  }
  return any;
}

// What is told in other words denies in other places: where the claim has a "not", and the
// sentences that it tells have one, where they stand says nothing, unless most words are the same
// in order.
void comparer::forgive_negations() {
  for (piece& here : pieces_) {
    if (here.change == diff_change::negation && denies_other_clause(here)) {
      here.change = diff_change::words;
    }
  }
  constexpr double most = 0.65;
  const auto denies = [](const unit_of_text& u) { return (u.classes & negation) != 0; };
  if (!result_.agrees.denies || std::ranges::none_of(claim_->units(), denies)) return;
  const auto is_alike = [](const step& s) { return is_pair(s) && s.likeness >= related; };
  const auto alike = static_cast<double>(std::ranges::count_if(steps_, is_alike));
  if (alike >= most * static_cast<double>(claim_->size())) return;
  for (piece& here : pieces_) {
    if (here.change == diff_change::negation) here.change = diff_change::words;
  }
}

// "Burglary is down, [and nobody thanks me]; theft is up", where the claim has: burglary down,
// theft up. Whether every "not" of a piece is the statement's, in clauses of which the claim has no
// word, or sentences of which it has one, while it has several of others.
bool comparer::denies_other_clause(const piece& here) const {
  constexpr std::ptrdiff_t least_shared = 3;
  constexpr std::uint16_t opens_sentence = record::sentence_start | record::after_gap;
  const auto& words = record_->units();
  std::vector<bool> shared(words.size(), false);
  for (const step& s : steps_) {
    if (!is_pair(s) || s.likeness < related) continue;
    const unit_of_text& one = words[s.record];
    shared[s.record] = one.is_number || (one.classes & (function_word | pronoun)) == 0;
  }
  const std::ptrdiff_t all = std::count(shared.begin(), shared.end(), true);
  const auto shared_around = [&](std::size_t at, std::uint16_t opens) {
    std::size_t begin = at;
    while (begin > 0 && (words[begin].flags & opens) == 0) --begin;
    std::size_t end = at + 1;
    while (end < words.size() && (words[end].flags & opens) == 0) ++end;
    return std::count(shared.begin() + static_cast<std::ptrdiff_t>(begin),
                      shared.begin() + static_cast<std::ptrdiff_t>(end), true);
  };
  // I do not believe [that] …; [that] it will, I do not believe
  const auto governs = [&](std::size_t at) {
    constexpr std::uint16_t opens = opens_sentence | record::clause_start;
    std::size_t begin = at;
    while (begin > 0 && (words[begin].flags & opens) == 0) --begin;
    std::size_t end = at + 1;
    while (end < words.size() && (words[end].flags & opens) == 0) ++end;
    if (end < words.size() && (words[end].classes & (conjoining | bound)) != 0) return true;
    for (std::size_t i = at; i > begin; --i) {
      if ((words[i].classes & conjoining) != 0) return true;
    }
    if (begin == 0 || (words[begin].flags & opens_sentence) != 0) return false;
    std::size_t before = begin - 1;
    while (before > 0 && (words[before].flags & opens) == 0) --before;
    return (words[before].classes & conjoining) != 0;
  };
  bool any = false;
  for (std::size_t at = here.begin; at < here.end; ++at) {
    const step& s = steps_[at];
    if (s.claim != nothing && (claim_->units()[s.claim].classes & negation) != 0) return false;
    if (s.record == nothing || (words[s.record].classes & negation) == 0) continue;
    if (s.record < denied_from_) return false;  // beside the claim's words
    const auto place = static_cast<std::size_t>(s.record);
    const bool other_clause =
        shared_around(place, opens_sentence | record::clause_start) == 0 && !governs(place);
    const std::ptrdiff_t told = shared_around(place, opens_sentence);
    const bool other_sentence = told <= 1 && all - told >= least_shared;
    if (all < least_shared || !(other_clause || other_sentence)) return false;
    any = true;
  }
  return any;
}

changed_stretch comparer::stretch_of(const piece& here) const {
  changed_stretch stretch{std::span<const step>(steps_).subspan(here.begin, here.end - here.begin),
                          nullptr, nullptr};
  const auto claimed = [&](std::size_t at) {
    return steps_[at].claim == nothing ? nullptr : &claim_->units()[steps_[at].claim];
  };
  if (here.begin > 0) stretch.before = claimed(here.begin - 1);
  if (here.end < steps_.size()) stretch.after = claimed(here.end);
  return stretch;
}

// Two words that changed places around words that say something about them. "Nurses and doctors"
// says no more than "doctors and nurses", and a passive has more changes than these.
void comparer::find_exchanges() {
  for (std::size_t at = 0; at + 2 < pieces_.size(); ++at) {
    piece& one = pieces_[at];
    piece& other = pieces_[at + 2];
    const auto may = [](const piece& p) {
      return p.change == diff_change::words || p.change == diff_change::person;
    };
    if (!may(one) || !may(other)) continue;
    if (!says_something(pieces_[at + 1])) continue;
    const diff_change change = exchange(stretch_of(one), stretch_of(other), *claim_, *record_);
    if (change != diff_change::none) one.change = other.change = change;
  }
}

bool comparer::says_something(const piece& here) const {
  return std::any_of(steps_.begin() + static_cast<std::ptrdiff_t>(here.begin),
                     steps_.begin() + static_cast<std::ptrdiff_t>(here.end), [&](const step& s) {
                       return (claim_->units()[s.claim].classes & function_word) == 0;
                     });
}

// Whether a piece has one number, day, unit or country in place of another and little else: that is
// the same statement with another value, be it at an end.
bool comparer::is_replacement(const piece& here) const {
  constexpr std::size_t most = 3;  // words
  const bool value = here.change == diff_change::number || here.change == diff_change::date ||
                     here.change == diff_change::unit || here.change == diff_change::country;
  const auto has = [&](std::int32_t step::*side) {
    return std::any_of(steps_.begin() + static_cast<std::ptrdiff_t>(here.begin),
                       steps_.begin() + static_cast<std::ptrdiff_t>(here.end),
                       [&](const step& s) { return s.*side != nothing; });
  };
  return value && here.end - here.begin <= most && has(&step::claim) && has(&step::record);
}

// "58 percent of members | oppose | support | the plan": whether a word that carries meaning stands
// where the statement has another, neither is in the other text in any form, and nothing else of
// the claim is in words of its own.
bool comparer::replaces_word() const {
  constexpr std::uint32_t small = function_word | article | auxiliary | pronoun | negation | light |
                                  filler | certainty | approximation | possessive | condition;
  constexpr std::size_t most = 3;                     // words of each side
  constexpr double least_equal = 0.6;                 // of the claim's words
  const auto is_name = [](const unit_of_text& one) {  // where nouns have no capitals
    return (one.classes & proper) != 0 && one.concepts.empty() && one.stem_letters.empty();
  };
  const auto is_foreign = [&](const unit_of_text& one, const wording& other) {
    return !one.is_number && (one.classes & small) == 0 && !is_name(one) &&
           std::ranges::none_of(other.units(), [&](const unit_of_text& unit) {
             return likeness(one, unit) >= related;
           });
  };
  std::size_t places = 0, equal = 0;
  for (const piece& here : pieces_) {
    if (here.equal) equal += here.end - here.begin;
    if (here.equal) continue;
    std::size_t claimed = 0, recorded = 0;
    for (std::size_t i = here.begin; i < here.end; ++i) {
      const step& s = steps_[i];
      if (s.claim != nothing) {
        const unit_of_text& unit = claim_->units()[static_cast<std::size_t>(s.claim)];
        claimed += is_foreign(unit, *record_) ? 1 : 0;
      }
      if (s.record != nothing) {
        const unit_of_text& unit = record_->units()[static_cast<std::size_t>(s.record)];
        recorded += is_foreign(unit, *claim_) ? 1 : 0;
      }
    }
    if (claimed == 0) continue;
    if (here.change != diff_change::words || recorded == 0 || claimed > most || recorded > most) {
      return false;
    }
    ++places;
  }
  return places == 1 &&
         static_cast<double>(equal) >= least_equal * static_cast<double>(claim_->size());
}

// Whether a word of the claim stands around the statement and has nothing like it in the statement.
bool comparer::is_of_setting(const unit_of_text& unit) const {
  if (unit.is_number || !std::ranges::binary_search(around_.setting, unit.stem)) return false;
  return std::ranges::none_of(record_->units(), [&](const unit_of_text& other) {
    return likeness(unit, other) >= related;
  });
}

// What a word of the claim counts. Reported words are told with other verbs than put, take or go.
double comparer::weight_of(const unit_of_text& unit) const noexcept {
  constexpr double of_light = 0.45;
  return how_ == manner::reported && (unit.classes & light) != 0 ? of_light * unit.weight
                                                                 : unit.weight;
}

void comparer::measure() {
  double all = 0.0;
  double aligned = 0.0;
  double anywhere = 0.0;
  double plain = 0.0;
  double told = 0.0;
  std::size_t passed = 0;  // what denies the claim's words stands beside them, not between
  std::size_t covered = 0;
  double open = 0.0;  // of the stretch at hand
  std::uint32_t open_at = 0;
  bool started = false;
  std::size_t in_piece = 0;
  for (std::size_t at = 0; at < steps_.size(); ++at) {
    const step& s = steps_[at];
    while (pieces_[in_piece].end <= at) ++in_piece;
    if (s.record != nothing) ++(s.claim == nothing ? passed : covered);
    if (s.claim == nothing) continue;
    const unit_of_text& unit = claim_->units()[s.claim];
    if (is_additional(unit)) continue;
    if (is_of_setting(unit)) {
      result_.around += unit.weight;
      continue;
    }
    const double weight = weight_of(unit);
    all += weight;
    if (is_pair(s) && s.likeness >= related) {
      open = 0.0;
      open_at = static_cast<std::uint32_t>(s.claim) + 1;
    } else if (!is_replacement(pieces_[in_piece])) {
      // A stretch with paired words on both sides is a replacement, not a piece from elsewhere.
      open += weight;
      const bool at_edge = open_at == 0 || static_cast<std::size_t>(s.claim) + 1 == claim_->size();
      if (at_edge && open > result_.open) {
        result_.open = open;
        result_.open_at = open_at;
        result_.open_end = static_cast<std::uint32_t>(s.claim) + 1;
      }
    }
    double likeness_here = is_pair(s) && s.likeness >= related ? s.likeness : 0.0;
    aligned += likeness_here * weight;
    started |= is_pair(s);
    if (likeness_here < 1.0 && (unit.classes & function_word) == 0) {
      for (const unit_of_text& other : record_->units()) {
        const double here = likeness(unit, other);
        if (here >= related) likeness_here = std::max(likeness_here, here);
      }
    }
    anywhere += likeness_here * weight;
    result_.mass += likeness_here * unit.weight;
    const bool counted = s.claim > 0 && claim_->units()[s.claim - 1].is_number;
    if (!unit.is_number && !counted && (unit.classes & function_word) == 0) {
      plain += weight;
      told += likeness_here * weight;
    }
  }
  for (const piece& here : pieces_) {
    if (here.equal) {
      if (here.end - here.begin > result_.longest) {
        result_.longest = static_cast<std::uint32_t>(here.end - here.begin);
        result_.run_at = static_cast<std::uint32_t>(steps_[here.begin].claim);
        result_.run_in_record = record_->units()[steps_[(here.begin + here.end) / 2].record].begin;
      }
      continue;
    }
    if (is_grave(here.change)) {
      result_.changed = true;
      result_.negated |= here.change == diff_change::negation;
    }
  }
  result_.replaced = how_ == manner::reported && replaces_word();
  if (all <= 0.0) return;
  result_.aligned = aligned / all;
  result_.told = plain > 0.0 ? told / plain : 1.0;
  result_.anywhere = anywhere / all;
  result_.open /= all;
  passed -= beside_;
  if (passed + covered > 0) {
    result_.own = static_cast<double>(passed) / static_cast<double>(passed + covered);
  }
  result_.faithful = started && std::ranges::all_of(pieces_, [](const piece& p) {
                       return p.equal || p.change == diff_change::edit;
                     });
}

comparer::change_count comparer::count(diff_change change) const {
  change_count found;
  for (const piece& here : pieces_) {
    if (here.equal || here.change != change) continue;
    bool claimed = false, recorded = false;
    for (std::size_t at = here.begin; at < here.end; ++at) {
      claimed |= steps_[at].claim != nothing;
      recorded |= steps_[at].record != nothing;
    }
    found.claimed += claimed ? 1 : 0;
    found.recorded += recorded ? 1 : 0;
  }
  return found;
}

void comparer::forgive_changes() {
  for (piece& here : pieces_) {
    if (!here.equal && is_grave(here.change)) here.change = diff_change::words;
  }
}

void comparer::add_row(diff_op op, std::uint32_t begin, std::uint32_t end, diff_change change) {
  if (begin >= end) return;
  const std::string_view text = op == diff_op::record ? record_->text() : claim_->text();
  if (op == diff_op::same && !rows_.empty() && rows_.back().op == op &&
      rows_.back().text.data() + rows_.back().text.size() == text.data() + begin) {
    rows_.back().text = text.substr(rows_.back().text.data() - text.data(),
                                    rows_.back().text.size() + (end - begin));
    return;
  }
  rows_.push_back({op, text.substr(begin, end - begin), change});
}

const std::vector<difference>& comparer::rows() {
  rows_.clear();
  // What stands before the claim's first word: an opening mark, a dash.
  const auto head = claim_->size() == 0 ? static_cast<std::uint32_t>(claim_->text().size())
                                        : claim_->units().front().begin;
  add_row(diff_op::claimed, 0, head, diff_change::edit);
  for (std::size_t at = 0; at < pieces_.size(); ++at) spell_piece(at);
  return rows_;
}

void comparer::spell_piece(std::size_t at) {
  const piece& here = pieces_[at];
  // Each side of a piece reaches to the next word of that side.
  constexpr std::uint32_t open = 0xFFFFFFFF;
  std::uint32_t claim_begin = open, claim_end = open, record_begin = open, record_end = open;
  for (std::size_t i = here.begin; i < steps_.size(); ++i) {
    const bool inside = i < here.end;
    if (steps_[i].claim != nothing) {
      const std::uint32_t begin = claim_->units()[steps_[i].claim].begin;
      if (inside && claim_begin == open) claim_begin = begin;
      if (!inside && claim_end == open) claim_end = begin;
    }
    if (steps_[i].record != nothing) {
      const std::uint32_t begin = record_->units()[steps_[i].record].begin;
      if (inside && record_begin == open) record_begin = begin;
      if (!inside && record_end == open) record_end = begin;
    }
    if (claim_end != open && record_end != open) break;
  }
  if (claim_end == open) claim_end = static_cast<std::uint32_t>(claim_->text().size());
  if (record_end == open) {  // the last paired word: nothing after it belongs to the piece
    record_end = record_begin == open ? record_begin : 0;
    for (std::size_t i = here.begin; i < here.end; ++i) {
      if (steps_[i].record != nothing) record_end = record_->units()[steps_[i].record].end;
    }
  }
  if (here.equal) {
    spell_equal(here, claim_end, record_end);
    return;
  }
  if (claim_begin != open) add_row(diff_op::claimed, claim_begin, claim_end, here.change);
  if (record_begin != open) add_row(diff_op::record, record_begin, record_end, here.change);
}

void comparer::spell_equal(const piece& here, std::uint32_t claim_end, std::uint32_t record_end) {
  const std::string_view claimed = claim_->text();
  const std::string_view recorded = record_->text();
  for (std::size_t i = here.begin; i < here.end; ++i) {
    const unit_of_text& c = claim_->units()[steps_[i].claim];
    const unit_of_text& r = record_->units()[steps_[i].record];
    if (i + 1 < here.end && claim_->units()[steps_[i + 1].claim].begin == c.begin) continue;
    const std::uint32_t claim_next =
        i + 1 < here.end ? claim_->units()[steps_[i + 1].claim].begin : claim_end;
    const std::uint32_t record_next =
        i + 1 < here.end ? record_->units()[steps_[i + 1].record].begin : record_end;
    if (claimed.substr(c.begin, c.end - c.begin) == recorded.substr(r.begin, r.end - r.begin)) {
      add_row(diff_op::same, c.begin, c.end, diff_change::none);
    } else {
      add_row(diff_op::claimed, c.begin, c.end, diff_change::edit);
      add_row(diff_op::record, r.begin, r.end, diff_change::edit);
    }
    const std::string_view claim_gap = claimed.substr(c.end, claim_next - c.end);
    const std::string_view record_gap =
        recorded.substr(r.end, record_next > r.end ? record_next - r.end : 0);
    const bool at_end = i + 1 == here.end && record_next <= r.end;
    const bool claim_blank = text::trimmed(claim_gap).empty();
    const bool record_blank = text::trimmed(record_gap).empty();
    if (claim_gap == record_gap || claim_blank ||
        (at_end && recorded.substr(r.end).starts_with(claim_gap))) {
      add_row(diff_op::same, c.end, claim_next, diff_change::none);
      if (claim_blank && !record_blank) {
        add_row(diff_op::record, r.end, record_next, diff_change::edit);
      }
    } else {
      add_row(diff_op::claimed, c.end, claim_next, diff_change::edit);
      if (!record_blank) add_row(diff_op::record, r.end, record_next, diff_change::edit);
    }
  }
}

}  // namespace quoth::matching
