// Which predicted quotation is meant for a gold one: the one whose content shares most words.
#ifndef QUOTH_HOST_EVAL_BEST_OVERLAP_HPP
#define QUOTH_HOST_EVAL_BEST_OVERLAP_HPP

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "host/eval/scored_document.hpp"
#include "host/eval/spans.hpp"

namespace quoth::host::eval {

/// The content of a quotation in the two forms in which it is compared.
struct content {
  std::vector<text_span> spans;
  std::vector<std::size_t> words;  ///< where they begin
};
[[nodiscard]] content content_of(std::u32string_view text, const scored_quote& quote);

/// The first of those `contents` not `used` that overlap `wanted` most, by words and at least by
/// half (intersection over union). `used` may be empty: none is.
[[nodiscard]] std::optional<std::size_t> best_overlap(const content& wanted,
                                                      const std::vector<content>& contents,
                                                      const std::vector<bool>& used);

}  // namespace quoth::host::eval

#endif
