// Where characters begin in UTF-8.
#ifndef QUOTH_HOST_CODE_POINTS_HPP
#define QUOTH_HOST_CODE_POINTS_HPP

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace quoth::host {

/// Whether a byte of valid UTF-8 is the first of its code point.
[[nodiscard]] inline bool begins_code_point(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

[[nodiscard]] inline std::size_t count_code_points(std::string_view utf8) {
  return static_cast<std::size_t>(std::ranges::count_if(utf8, begins_code_point));
}

/// The last border of code points at or before byte `at`, which may lie behind the end.
[[nodiscard]] inline std::size_t border_before(std::string_view utf8, std::size_t at) {
  at = std::min(at, utf8.size());
  while (at > 0 && at < utf8.size() && !begins_code_point(utf8[at])) --at;
  return at;
}

/// At most `most` bytes of a text, with an ellipsis where there is more.
[[nodiscard]] inline std::string shortened(std::string_view utf8, std::size_t most) {
  if (utf8.size() <= most) return std::string(utf8);
  return std::string(utf8.substr(0, border_before(utf8, most))) + "…";
}

}  // namespace quoth::host

#endif
