#include "alignment.hpp"

#include <algorithm>
#include <limits>

namespace quoth::matching {

namespace {

constexpr float impossible = -1e9F;
constexpr float in_a_row = 0.12F;        // for a pair that follows a pair
constexpr float open_claim = 0.04F;      // for leaving words of the claim over
constexpr float open_record = 0.10F;     // for passing over words of the statement
constexpr float pass_record = 0.015F;    // for each of them
constexpr float pass_function = 0.006F;  // for each function word

[[nodiscard]] float pass_cost(const unit_of_text& unit) noexcept {
  return (unit.classes & function_word) != 0 ? pass_function : pass_record;
}

// Words that may stand for one another although they mean different things.
constexpr std::uint32_t same_kind =
    country | month_or_day | certainty | quantifier | pronoun | negation | unit | article;

// Whether one of two words is joined of others and ends in the other one: Erdstoß, Stoß.
[[nodiscard]] bool is_joined(const unit_of_text& a, const unit_of_text& b) noexcept {
  constexpr std::size_t least = 3;  // bytes before the last word
  const unit_of_text& longer = a.stem_letters.size() > b.stem_letters.size() ? a : b;
  const std::string_view last = (&longer == &a ? b : a).stem_letters;
  if (last.empty() || longer.stem_letters.size() < last.size() + least) return false;
  return longer.stem_letters.ends_with(last) &&
         longer.stem_letters.size() - last.size() != longer.opening;
}

// Of words that are not one: what letters and classes tell.
[[nodiscard]] inline float kinship(const unit_of_text& a, const unit_of_text& b) noexcept {
  if (a.value != 0.0 && a.value == b.value) return 1.0F;  // Tuesday, Dienstag
  if (a.head != 0 && a.head == b.head) return 0.5F;
  if ((a.classes & b.classes & same_kind) != 0) return 0.35F;
  if ((a.classes & b.classes & proper) != 0) return 0.25F;
  return 0.0F;
}

// Out of line, since most pairs of words do not come here.
[[nodiscard, gnu::noinline]] float likeness_of_sense(const unit_of_text& a,
                                                     const unit_of_text& b) noexcept {
  if (a.concepts.has_any_of(b.concepts) || is_joined(a, b)) return 0.65F;
  return kinship(a, b);
}

// Inline where all pairs of two texts are looked at.
[[nodiscard, gnu::always_inline]] inline float likeness_of(const unit_of_text& a,
                                                           const unit_of_text& b) noexcept {
  if (a.hash == b.hash) return 1.0F;
  if (a.is_number || b.is_number) return a.is_number && b.is_number ? 0.35F : 0.0F;
  if (a.same != 0 && a.same == b.same) return 1.0F;
  if (a.stem == b.stem) return 0.9F;
  if (a.like != 0 && a.like == b.like) return 0.65F;
  const bool sensed = (!a.concepts.empty() && !b.concepts.empty()) ||
                      (!a.stem_letters.empty() && !b.stem_letters.empty());
  return sensed ? likeness_of_sense(a, b) : kinship(a, b);
}

}  // namespace

float likeness(const unit_of_text& a, const unit_of_text& b) noexcept {
  return likeness_of(a, b);
}

const std::vector<step>& aligner::align(std::span<const unit_of_text> claim,
                                        std::span<const unit_of_text> record) {
  steps_.clear();
  if (claim.empty() || record.empty()) {
    for (std::size_t i = 0; i < claim.size(); ++i) {
      steps_.push_back({static_cast<std::int32_t>(i), nothing, 0.0F});
    }
    return steps_;
  }
  const std::size_t width = std::max<std::size_t>(most_cells / (claim.size() + 1), 8);
  std::size_t first = 0;
  if (record.size() > width) {
    first = densest(claim, record, width);
    record = record.subspan(first, width);
  }
  if (claim.size() > most_cells / 8) claim = claim.first(most_cells / 8);
  fill(claim, record);
  trace(claim, record, static_cast<std::int32_t>(first));
  return steps_;
}

// Where the stretch of `width` words of the statement begins that has most words of the claim.
std::size_t aligner::densest(std::span<const unit_of_text> claim,
                             std::span<const unit_of_text> record, std::size_t width) {
  known_.clear();
  for (const unit_of_text& one : claim) {
    if ((one.classes & function_word) == 0) known_.push_back(one.stem);
  }
  std::ranges::sort(known_);
  const auto is_known = [&](std::size_t i) {
    return std::ranges::binary_search(known_, record[i].stem) ? 1 : 0;
  };
  int inside = 0;
  int most = 0;
  std::size_t best = 0;
  for (std::size_t i = 0; i < record.size(); ++i) {
    inside += is_known(i);
    if (i >= width) inside -= is_known(i - width);
    if (inside > most) {
      most = inside;
      best = i + 1 >= width ? i + 1 - width : 0;
    }
  }
  return std::min(best, record.size() - width);
}

void aligner::fill(std::span<const unit_of_text> claim, std::span<const unit_of_text> record) {
  const std::size_t columns = record.size() + 1;
  above_.assign(columns, {{impossible, 0.0F, impossible}});
  here_.resize(columns);
  from_.assign((claim.size() + 1) * columns, 0);
  for (std::size_t i = 1; i <= claim.size(); ++i) {
    const unit_of_text word = claim[i - 1];  // a copy stays in registers
    // Passing over words is free after the claim's last word and where the claim has an ellipsis.
    const bool free = i == claim.size() || (claim[i].flags & record::after_gap) != 0;
    for (std::size_t j = 0; j < columns; ++j) {
      choice alone = best_of(above_[j], open_claim, 0.0F, open_claim);
      alone.value -= 0.08F * word.weight;
      choice paired{impossible, pair};
      choice passed{impossible, pair};
      if (j > 0) {
        const float alike = likeness_of(word, record[j - 1]);
        if (alike > 0.0F) {
          const float row = alike >= related ? in_a_row * word.weight + 0.02F : 0.0F;
          paired = best_of(above_[j - 1], -row, 0.0F, 0.0F);
          paired.value += alike * word.weight;
        }
        const float open = free ? 0.0F : open_record;
        passed = best_of(here_[j - 1], open, open, 0.0F);
        if (!free) passed.value -= pass_cost(record[j - 1]);
      }
      here_[j] = {{paired.value, alone.value, passed.value}};
      from_[i * columns + j] =
          static_cast<std::uint8_t>(paired.before | alone.before << 2 | passed.before << 4);
    }
    std::swap(above_, here_);
  }
}

// The best state to come from, where each has a cost of its own.
aligner::choice aligner::best_of(const cell& from, float of_pair, float of_claim,
                                 float of_record) noexcept {
  choice best{from.value[pair] - of_pair, pair};
  if (from.value[claim_only] - of_claim > best.value) {
    best = {from.value[claim_only] - of_claim, claim_only};
  }
  if (from.value[record_only] - of_record > best.value) {
    best = {from.value[record_only] - of_record, record_only};
  }
  return best;
}

void aligner::trace(std::span<const unit_of_text> claim, std::span<const unit_of_text> record,
                    std::int32_t offset) {
  const std::size_t columns = record.size() + 1;
  std::size_t i = claim.size();
  std::size_t j = 0;
  std::uint8_t now = claim_only;
  float best = impossible;
  for (std::size_t k = 0; k < columns; ++k) {
    for (const std::uint8_t s : {pair, claim_only}) {
      if (above_[k].value[s] > best) {
        best = above_[k].value[s];
        j = k;
        now = s;
      }
    }
  }
  while (i > 0) {
    const std::uint8_t from = from_[i * columns + j];
    const auto claimed = static_cast<std::int32_t>(i - 1);
    const auto recorded = static_cast<std::int32_t>(j) - 1 + offset;
    if (now == pair) {
      steps_.push_back({claimed, recorded, likeness(claim[i - 1], record[j - 1])});
      now = from & 3;
      --i;
      --j;
    } else if (now == claim_only) {
      steps_.push_back({claimed, nothing, 0.0F});
      now = (from >> 2) & 3;
      --i;
    } else {
      steps_.push_back({nothing, recorded, 0.0F});
      now = (from >> 4) & 3;
      --j;
    }
  }
  std::ranges::reverse(steps_);
  trim(record, offset);
}

// What the statement has before the first pair and after the last is not part of the alignment, but
// for words that stand, in the same sentence, where the claim has others.
void aligner::trim(std::span<const unit_of_text> record, std::int32_t offset) {
  const auto is_pair = [](const step& s) { return s.claim != nothing && s.record != nothing; };
  const auto first = std::ranges::find_if(steps_, is_pair);
  if (first == steps_.end()) {
    std::erase_if(steps_, [](const step& s) { return s.claim == nothing; });
    return;
  }
  const auto last = std::find_if(steps_.rbegin(), steps_.rend(), is_pair).base();
  constexpr std::int32_t most_replaced = 3;
  const auto begins_sentence = [&](std::int32_t at) {
    return (record[at - offset].flags & record::sentence_start) != 0;
  };
  std::vector<step> trimmed;
  const auto take_claim = [&](auto from, auto to) {
    std::int32_t taken = 0;
    for (; from != to; ++from) {
      if (from->claim == nothing) continue;
      trimmed.push_back(*from);
      ++taken;
    }
    return taken;
  };
  const std::int32_t before = take_claim(steps_.begin(), first);
  if (before <= most_replaced) {
    std::int32_t from = first->record;
    while (from > offset && first->record - from < before && !begins_sentence(from)) --from;
    for (std::int32_t at = from; at < first->record; ++at) trimmed.push_back({nothing, at, 0.0F});
  }
  trimmed.insert(trimmed.end(), first, last);
  const std::int32_t after = take_claim(last, steps_.end());
  if (after <= most_replaced) {
    const std::int32_t end = static_cast<std::int32_t>(record.size()) + offset;
    const std::int32_t from = (last - 1)->record + 1;
    for (std::int32_t at = from; at < end && at - from < after && !begins_sentence(at); ++at) {
      trimmed.push_back({nothing, at, 0.0F});
    }
  }
  steps_.swap(trimmed);
}

}  // namespace quoth::matching
