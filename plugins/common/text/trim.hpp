// Text without the white space around it, and cut at a word.
#pragma once

#include <cstddef>
#include <string_view>

namespace quoth::text {

// Without white space (see is_space) at both ends. Pure.
[[nodiscard]] std::string_view trimmed(std::string_view text) noexcept;

// `text` where it has at most `most` code points, else its first ones up to the last white space
// among them; in words too long for that, all of them. Pure.
[[nodiscard]] std::string_view leading_words(std::string_view text, std::size_t most) noexcept;

}  // namespace quoth::text
