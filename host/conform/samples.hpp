// Texts and rows to try a plugin with.
#ifndef QUOTH_HOST_CONFORM_SAMPLES_HPP
#define QUOTH_HOST_CONFORM_SAMPLES_HPP

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "host/document/document.hpp"

namespace quoth::host {

struct sample_text {
  std::string name;  // "empty", "1 MB"
  std::string text;  // valid UTF-8
};

/// Empty, one long, emoji, right to left, NUL bytes, and others that programs stumble over.
[[nodiscard]] std::vector<sample_text> awkward_texts();

/// A text of at most `most` bytes that mixes words, marks, line breaks and rare characters.
[[nodiscard]] std::string random_text(std::mt19937_64& random, std::size_t most);

/// Fills the layers that `stage` reads, and those that these refer to, with rows that the contract
/// allows: sentences and tokens that part the text, else spans, values and references at random,
/// nulls among them. The document has its text and no rows.
result<void> add_sample_rows(document& to, const quoth_stage& stage, std::mt19937_64& random);

/// The layers of a document that have rows, with how many, and which of their columns hold a null:
/// `2 quote, 7 quote-part (null in: quote, role)`; `no rows` where there are none.
[[nodiscard]] std::string rows_given(const document& to);

/// All that `stage` wrote into a document, as text: equal where the rows are equal.
[[nodiscard]] std::string rows_written(const document& from, const quoth_stage& stage);

/// How many rows that is.
[[nodiscard]] std::size_t count_rows_written(const document& from, const quoth_stage& stage);

/// Where two lists of texts, one a document, first differ: "document 3: \"…\" and \"…\"".
[[nodiscard]] std::string first_difference(const std::vector<std::string>& expected,
                                           const std::vector<std::string>& came);

}  // namespace quoth::host

#endif
