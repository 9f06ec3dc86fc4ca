// Spans of a text and how they are compared. Offsets are code points, end exclusive.
#ifndef QUOTH_HOST_EVAL_SPANS_HPP
#define QUOTH_HOST_EVAL_SPANS_HPP

#include <compare>
#include <cstddef>
#include <string_view>
#include <vector>

namespace quoth::host::eval {

struct text_span {
  std::size_t begin = 0, end = 0;
  friend auto operator<=>(const text_span&, const text_span&) = default;
};

/// Contiguous pieces without white space, quotation marks and punctuation at their ends; pieces
/// that only such characters part are joined. Sorted; empty ones are left out.
[[nodiscard]] std::vector<text_span> trimmed_spans(std::u32string_view text,
                                                   std::vector<text_span> pieces);

/// Where the words inside the spans begin. Sorted, each once.
[[nodiscard]] std::vector<std::size_t> word_starts(std::u32string_view text,
                                                   const std::vector<text_span>& spans);

/// How many elements two sorted sequences without repetition share.
template <class Sorted>
[[nodiscard]] std::size_t shared(const Sorted& a, const Sorted& b) {
  std::size_t count = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x < *y) {
      ++x;
    } else if (*y < *x) {
      ++y;
    } else {
      ++count, ++x, ++y;
    }
  }
  return count;
}

/// Intersection over union of two such sequences; 0 where both are empty.
template <class Sorted>
[[nodiscard]] double overlap(const Sorted& a, const Sorted& b) {
  const std::size_t common = shared(a, b), all = a.size() + b.size() - common;
  return all == 0 ? 0.0 : static_cast<double>(common) / static_cast<double>(all);
}

}  // namespace quoth::host::eval

#endif
