#include <gtest/gtest.h>
#include <unicode/uchar.h>

#include <string_view>
#include <text/classes.hpp>

namespace quoth::text {
namespace {

TEST(Classes, AsciiTableAgreesWithUnicode) {
  for (char32_t c = 0; c < 128; ++c) {
    const auto u = static_cast<UChar32>(c);
    EXPECT_EQ(is_letter(c), u_isalpha(u) != 0) << static_cast<unsigned>(c);
    EXPECT_EQ(is_upper(c), u_isupper(u) != 0) << static_cast<unsigned>(c);
    EXPECT_EQ(is_lower(c), u_islower(u) != 0) << static_cast<unsigned>(c);
    EXPECT_EQ(is_digit(c), u_isdigit(u) != 0) << static_cast<unsigned>(c);
    EXPECT_EQ(is_punctuation(c), u_ispunct(u) != 0) << static_cast<unsigned>(c);
    // The four information separators are white space to ICU and control characters to us.
    if (c < 0x1C || c > 0x1F) {
      EXPECT_EQ(is_space(c), u_isWhitespace(u) != 0) << static_cast<unsigned>(c);
    }
  }
}

TEST(Classes, LettersOfOtherScripts) {
  for (const char32_t c : std::u32string_view(U"éßїЯΩ中א"))
    EXPECT_TRUE(is_letter(c)) << static_cast<unsigned>(c);
  EXPECT_TRUE(is_upper(U'Є'));
  EXPECT_TRUE(is_lower(U'є'));
  EXPECT_FALSE(is_upper(U'中'));
  EXPECT_FALSE(is_lower(U'中'));
}

TEST(Classes, QuotationMarks) {
  for (const char32_t c : std::u32string_view(U"\"“”„«»")) EXPECT_TRUE(is_double_quotation_mark(c));
  for (const char32_t c : std::u32string_view(U"'‘’‚‹›`")) EXPECT_TRUE(is_single_quotation_mark(c));
  for (const char32_t c : std::u32string_view(U"(<,-…")) EXPECT_FALSE(is_quotation_mark(c));
}

TEST(Classes, DashesAndHyphens) {
  for (const char32_t c : std::u32string_view(U"-–—―−"))
    EXPECT_TRUE(is_dash(c)) << static_cast<unsigned>(c);
  EXPECT_TRUE(is_hyphen(U'-'));
  EXPECT_FALSE(is_hyphen(U'–'));
}

TEST(Classes, NoBreakSpaceIsSpaceAndZeroWidthJoinerInvisible) {
  EXPECT_TRUE(is_space(0xA0));
  EXPECT_TRUE(is_space(0x202F));
  EXPECT_TRUE(is_invisible(0x200D));
  EXPECT_TRUE(is_invisible(0));
  EXPECT_FALSE(is_invisible(U'x'));
}

TEST(Classes, EmojiAreNotDigitsOrMarks) {
  EXPECT_TRUE(is_emoji(U'😀'));
  EXPECT_TRUE(is_emoji(U'🇺'));
  EXPECT_FALSE(is_emoji(U'7'));
  EXPECT_FALSE(is_emoji(U'“'));
}

TEST(Classes, Scripts) {
  EXPECT_EQ(script_of(U'a'), script::latin);
  EXPECT_EQ(script_of(U'ß'), script::latin);
  EXPECT_EQ(script_of(U'ї'), script::cyrillic);
  EXPECT_EQ(script_of(U'λ'), script::greek);
  EXPECT_EQ(script_of(U'中'), script::other);
  EXPECT_EQ(script_of(U'7'), script::common);
}

}  // namespace
}  // namespace quoth::text
