// How much of a claim stands in quotation marks.
#pragma once

#include <string_view>

namespace quoth::verdicts {

// The share of the text's words between double quotation marks, 0 to 1. A mark that is not closed
// quotes all that follows it.
[[nodiscard]] double quoted_share(std::string_view text) noexcept;

}  // namespace quoth::verdicts
