// Which stretch of a text belongs to which quotation, where quotations may nest and overlap.
#pragma once

#include <cstdint>
#include <quoth/layers.hpp>
#include <span>
#include <string_view>
#include <vector>

namespace quoth::writers {

inline constexpr std::uint32_t no_owner = 0xFFFFFFFF;

// Bytes of the text that belong to `owner`.
struct marked_span {
  quoth::span where;
  std::uint32_t owner = no_owner;
};

// Cuts [0, size) into stretches in order, each of one owner: of the spans over it the shortest
// wins, then the one given last. Stretches of no owner are there too; none is empty. O(n log n).
[[nodiscard]] std::vector<marked_span> stretches(std::uint32_t size,
                                                 std::span<const marked_span> marks);

// The pieces of the text to show: all of it where it has at most `longest` bytes, else what the
// spans cover with about `around` bytes before and after them, and the beginning where there are no
// spans. In order, on borders of code points, not touching.
[[nodiscard]] std::vector<quoth::span> passages(std::string_view text,
                                                std::span<const marked_span> marks,
                                                std::uint32_t longest, std::uint32_t around);

}  // namespace quoth::writers
