// A claim laid beside a statement: what the rows of layer `diff` amount to.
#pragma once

#include <cstdint>
#include <quoth/layers.hpp>
#include <span>
#include <string_view>
#include <text/trim.hpp>
#include <vector>

namespace quoth::verdicts {

// A place where the two differ. Either side may be empty, not both.
struct difference {
  diff_change change = diff_change::words;
  std::string_view claimed, record;
  bool in_marks = false;  // whether some of it stands between double quotation marks of the claim
};

// Consecutive words of the claim that stand in the statement, edits apart.
struct run {
  std::uint32_t begin = 0, words = 0;  // position counted in words of the claim
};

struct comparison {
  std::uint32_t claim_words = 0;  // words of the claim
  std::uint32_t same_words = 0;   // of them, words that the statement has too, edits apart
  std::vector<run> runs;
  std::vector<difference> differences;  // edits included

  // Whether any difference is more than an edit or a choice of words.
  [[nodiscard]] bool changes_meaning() const noexcept;
  // The share of the claim's words that the statement has; 0 where there is nothing to compare.
  [[nodiscard]] double shared() const noexcept;
};

// Negation, number, unit, date, person, country, condition, certainty or quantifier.
[[nodiscard]] bool changes_meaning(diff_change change) noexcept;

// The longest stretch of the statement that lies between words of the claim and is neither in the
// claim nor declared there by an ellipsis; null where none has `least` words.
[[nodiscard]] const difference* omission(const comparison& found, std::uint32_t least) noexcept;

// Words: stretches between white space that hold a letter or a digit.
[[nodiscard]] std::uint32_t count_words(std::string_view text) noexcept;

using text::trimmed;

// `rows` are the diff rows of one match, in order. The views are those of the rows.
[[nodiscard]] comparison compare(std::span<const diff> rows);

}  // namespace quoth::verdicts
