// Text without the white space around it.
#pragma once

#include <string_view>

namespace quoth::text {

// Without white space (see is_space) at both ends. Pure.
[[nodiscard]] std::string_view trimmed(std::string_view text) noexcept;

}  // namespace quoth::text
