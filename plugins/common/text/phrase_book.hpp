// Sentences of one language by key, from a lexicon of lines `KEY<TAB>text with {placeholders}`.
//
// Thread rule: immutable once made.
#pragma once

#include <chrono>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/lexicon.hpp"

namespace quoth::text {

// A name in braces and what stands for it: {"speaker", "Oskar Draganov"}.
using placeholder = std::pair<std::string_view, std::string_view>;

// A key that a lexicon must have, and the placeholders that its text may have, parted by spaces.
struct known_phrase {
  std::string_view key;
  std::string_view placeholders;
};

class phrase_book {
 public:
  // Beside the keys in `known`, every book has `day` with {day} {month} {year}, `month.1` to
  // `month.12`, `quotation` and `quotation.inner` with {words}, `change.NAME` for each change of
  // meaning, and `rating.NAME` for each rating: these are `shared`, from
  // resources/LANG/shared-phrases.txt beside this file.
  // Throws lexicon_error where a key is unknown to its file or given twice, a placeholder is not
  // one that the key has, or a key is missing. The texts of `known` must outlive the book.
  phrase_book(std::span<const known_phrase> known, const lexicon& shared, const lexicon& own);

  // The text under `key`, which must be known, as it is written.
  [[nodiscard]] std::string_view text_of(std::string_view key) const;
  // The same, its placeholders filled. One without a value leaves no double space behind.
  [[nodiscard]] std::string operator()(std::string_view key,
                                       std::initializer_list<placeholder> values = {}) const;
  // A day as the language writes it.
  [[nodiscard]] std::string day(std::chrono::year_month_day date) const;

  // The words in the language's quotation marks; marks inside become those of a quotation within a
  // quotation, and get the partner that was cut off.
  [[nodiscard]] std::string quoted(std::string_view words) const;

 private:
  void take(const lexicon& entries, std::span<const known_phrase> keys);

  std::vector<known_phrase> known_;
  std::vector<std::string> texts_;  // in the order of the known keys
};

}  // namespace quoth::text
