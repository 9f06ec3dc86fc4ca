#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <text/utf8.hpp>
#include <vector>

namespace quoth::text {
namespace {

using ::testing::ElementsAre;

std::vector<char32_t> values(std::string_view text) {
  std::vector<char32_t> found;
  for (const auto element : code_points(text)) found.push_back(element.value);
  return found;
}

TEST(Utf8, DecodesEveryLength) {
  EXPECT_THAT(values("aéї“😀"), ElementsAre(U'a', U'é', U'ї', U'“', U'😀'));
}

TEST(Utf8, EveryCodePointSurvivesAppendAndDecode) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string bytes;
    append(bytes, c);
    const code_point back = decode(bytes, 0);
    ASSERT_EQ(back.value, c);
    ASSERT_EQ(back.size, bytes.size());
    ASSERT_EQ(decode_before(bytes, bytes.size()).value, c);
  }
}

TEST(Utf8, SurrogatesAndValuesBeyondUnicodeAreWrittenAsReplacement) {
  std::string bytes;
  append(bytes, 0xD800);
  append(bytes, 0x110000);
  EXPECT_EQ(bytes, "\uFFFD\uFFFD");
}

TEST(Utf8, MalformedBytesAreOneReplacementEach) {
  EXPECT_THAT(values("a\xFFz"), ElementsAre(U'a', replacement_character, U'z'));
  EXPECT_THAT(values("\xE2\x80"), ElementsAre(replacement_character, replacement_character));
  EXPECT_THAT(values("\xC0\x80"), ElementsAre(replacement_character, replacement_character));
  EXPECT_EQ(values("\xED\xA0\x80").size(), 3u);      // a surrogate
  EXPECT_EQ(values("\xF4\x90\x80\x80").size(), 4u);  // over U+10FFFF
  EXPECT_EQ(values("\xE0\x80\xAF").size(), 3u);      // overlong
}

TEST(Utf8, WalkOfRandomBytesVisitsEachByteOnce) {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes(random() % 24, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    std::size_t expected = 0;
    for (const auto [value, at, size] : code_points(bytes)) {
      ASSERT_EQ(at, expected);
      ASSERT_GE(size, 1u);
      expected += size;
    }
    ASSERT_EQ(expected, bytes.size());
    std::size_t end = bytes.size();
    while (end > 0) end -= decode_before(bytes, end).size;
    ASSERT_EQ(end, 0u);
  }
}

TEST(Utf8, FirstMalformedIsTheByteOffset) {
  EXPECT_EQ(first_malformed("plain and “quoted” \0 too"), std::nullopt);
  EXPECT_EQ(first_malformed("ascii only, longer than eight bytes\xFF"), 35u);
  EXPECT_EQ(first_malformed("é\xC3"), 2u);
  EXPECT_EQ(first_malformed("\uFFFD is well-formed"), std::nullopt);
}

TEST(Utf8, AsciiPrefixEndsAtTheFirstHighByte) {
  EXPECT_EQ(ascii_prefix(""), 0u);
  EXPECT_EQ(ascii_prefix("seven bytes and more"), 20u);
  EXPECT_EQ(ascii_prefix("0123456789é"), 10u);
  EXPECT_EQ(ascii_prefix("é"), 0u);
}

TEST(Utf8, CountsCodePoints) {
  EXPECT_EQ(count_code_points("aé“😀"), 4u);
}

TEST(Utf8, BoundariesAreFirstBytesAndTheEnd) {
  const std::string_view text = "é.";
  EXPECT_TRUE(is_boundary(text, 0));
  EXPECT_FALSE(is_boundary(text, 1));
  EXPECT_TRUE(is_boundary(text, 2));
  EXPECT_TRUE(is_boundary(text, 3));
  EXPECT_FALSE(is_boundary(text, 4));
}

}  // namespace
}  // namespace quoth::text
