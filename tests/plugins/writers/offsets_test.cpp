#include "writers/offsets.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace quoth::writers {
namespace {

// Counts from the start of the text, one byte after another.
std::uint32_t slow(std::string_view text, std::uint32_t at, offset_unit unit) {
  std::uint32_t n = 0;
  for (std::uint32_t i = 0; i < at; ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (unit == offset_unit::byte) {
      ++n;
    } else if ((c & 0xC0) != 0x80) {
      n += unit == offset_unit::utf16 && c >= 0xF0 ? 2 : 1;
    }
  }
  return n;
}

TEST(Offsets, AgreeWithCountingFromTheStartOnRandomTexts) {
  std::mt19937 random(1);
  const std::string pieces[] = {"a", "ä", "“", "😀", " ", "\n"};
  for (int round = 0; round < 300; ++round) {
    std::string text;
    const auto length = random() % 900;
    while (text.size() < length) text += pieces[random() % std::size(pieces)];
    for (const auto unit : {offset_unit::byte, offset_unit::codepoint, offset_unit::utf16}) {
      offset_map map;
      map.reset(text, unit);
      for (std::uint32_t at = 0; at <= text.size(); ++at) {
        if (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) continue;
        ASSERT_EQ(map(at), slow(text, at, unit)) << text << " at " << at;
      }
    }
  }
}

TEST(Offsets, AMapIsUsedForOneTextAfterAnother) {
  offset_map map;
  map.reset("ää", offset_unit::codepoint);
  EXPECT_EQ(map(4), 2u);
  map.reset("abcd", offset_unit::codepoint);
  EXPECT_EQ(map(4), 4u);
}

}  // namespace
}  // namespace quoth::writers
