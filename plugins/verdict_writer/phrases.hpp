// The sentences of one language: templates by key, months, labels, quotation marks.
#pragma once

#include <array>
#include <chrono>
#include <initializer_list>
#include <string>
#include <string_view>
#include <text/lexicon.hpp>
#include <utility>
#include <vector>

namespace quoth::verdicts {

// A name in braces and what stands for it: {"speaker", "Oskar Draganov"}.
using placeholder = std::pair<std::string_view, std::string_view>;

class phrases {
 public:
  // Lines `KEY<TAB>text with {placeholders}`. Throws text::lexicon_error where a key is unknown or
  // given twice, a placeholder is not one that the key has, or a key is missing.
  explicit phrases(const text::lexicon& entries);

  // The text under `key`, its placeholders filled.
  [[nodiscard]] std::string operator()(std::string_view key,
                                       std::initializer_list<placeholder> values = {}) const;

  // A day as the language writes it: 9 June 2037.
  [[nodiscard]] std::string day(std::chrono::year_month_day date) const;

  // The words in the language's quotation marks; marks inside become those of a quotation within a
  // quotation.
  [[nodiscard]] std::string quoted(std::string_view words) const;

 private:
  [[nodiscard]] std::string_view text_of(std::string_view key) const;

  std::vector<std::string> texts_;  // in the order of the known keys
};

}  // namespace quoth::verdicts
