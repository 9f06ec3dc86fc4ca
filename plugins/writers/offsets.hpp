// From byte offsets to the units that readers of the output count in.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace quoth::writers {

// The values of the writer's `offsets` parameter, in its order.
enum class offset_unit : std::uint32_t { byte, codepoint, utf16 };

// Converts offsets of one text after another. ASCII texts cost one pass; others are counted once,
// block by block, so that each conversion looks at no more than one block.
class offset_map {
 public:
  // `text` must be valid UTF-8 and outlive the conversions.
  void reset(std::string_view text, offset_unit unit);
  // The offset, in the chosen unit, of byte `at` (a code-point border, at most the text's size).
  [[nodiscard]] std::uint32_t operator()(std::uint32_t at) const;

 private:
  static constexpr std::uint32_t block = 256;  // bytes

  [[nodiscard]] std::uint32_t count(std::uint32_t begin, std::uint32_t end) const;

  std::string_view text_;
  offset_unit unit_ = offset_unit::byte;
  bool identity_ = true;
  std::vector<std::uint32_t> before_;  // units before each block
};

}  // namespace quoth::writers
