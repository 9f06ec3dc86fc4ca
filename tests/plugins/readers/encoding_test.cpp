#include "readers/encoding.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace quoth::readers {
namespace {

using namespace std::string_literals;
using ::testing::HasSubstr;

// Code units of 16 bits, each in two bytes.
std::string utf16(std::u16string_view text, bool high_first) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
    bytes.append({high_first ? high : low, high_first ? low : high});
  }
  return bytes;
}

TEST(Encoding, Utf16IsKnownByItsMarkOrByWhereItsLowBytesStand) {
  for (const std::u16string_view text : {u"He said “yes”.", u"Він сказав: так, звісно."}) {
    EXPECT_TRUE(is_wide(utf16(text, false)));
    EXPECT_THAT(conversion_advice(utf16(text, false), "a"), HasSubstr("iconv -f UTF-16LE "));
    EXPECT_TRUE(is_wide(utf16(text, true)));
    EXPECT_THAT(conversion_advice(utf16(text, true), "a"), HasSubstr("iconv -f UTF-16BE "));
  }
  EXPECT_TRUE(is_wide("\xFF\xFEh\0"s));
  EXPECT_THAT(conversion_advice("\xFF\xFE\0\0h\0\0\0"s, "a"), HasSubstr("iconv -f UTF-32 "));
}

TEST(Encoding, Utf8WithNulBytesIsNotUtf16) {
  EXPECT_FALSE(is_wide(""));
  EXPECT_FALSE(is_wide("a\0b"s));
  EXPECT_FALSE(is_wide("She said “yes\0no” and\0\0left."s));
  EXPECT_FALSE(is_wide(std::string(100, '\0')));
  EXPECT_FALSE(is_wide("\xEF\xBB\xBFplain words with a mark"));
}

TEST(Encoding, OneByteEncodingsAreToldApartByTheirLetters) {
  EXPECT_THAT(conversion_advice("na\xEFve caf\xE9", "a.txt"),
              "it looks like CP1252: iconv -f CP1252 -t UTF-8 a.txt > CONVERTED");
  EXPECT_THAT(conversion_advice("\xC2\xB3\xED \xF1\xEA\xE0\xE7\xE0\xE2", "-"),
              HasSubstr("iconv -f CP1251 -t UTF-8 FILE"));
  EXPECT_THAT(conversion_advice("\xF7\xCF\xCE \xD3\xCB\xC1\xDA\xC1\xD7", "a"), HasSubstr("KOI8-U"));
}

}  // namespace
}  // namespace quoth::readers
