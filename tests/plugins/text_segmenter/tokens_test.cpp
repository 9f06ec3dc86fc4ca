#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "segmented.hpp"

namespace quoth::segmenter {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> tokens_of(std::string_view text) {
  return segment_text(text).tokens;
}

token_kind kind_of(std::string_view text) {
  const segmented found = segment_text(text);
  EXPECT_EQ(found.tokens.size(), 1u) << text;
  return found.kinds.at(0);
}

TEST(Tokens, WordsKeepApostrophesAndHyphensInside) {
  EXPECT_THAT(tokens_of("don’t O'Brien well-known F-16s п’ять"),
              ElementsAre("don’t", "O'Brien", "well-known", "F-16s", "п’ять"));
}

TEST(Tokens, MarksAroundWordsAreTheirOwn) {
  EXPECT_THAT(tokens_of("'yes' (no), “so”–then"),
              ElementsAre("'", "yes", "'", "(", "no", ")", ",", "“", "so", "”", "–", "then"));
}

TEST(Tokens, NumbersKeepSeparatorsInside) {
  EXPECT_THAT(tokens_of("1,000 3.5 10:30 9/11 2015-16, 5."),
              ElementsAre("1,000", "3.5", "10:30", "9/11", "2015-16", ",", "5", "."));
}

TEST(Tokens, DottedAbbreviationsAreOneWord) {
  EXPECT_THAT(tokens_of("the U.S. and z.B. т.д. J.Smith"),
              ElementsAre("the", "U.S.", "and", "z.B.", "т.д.", "J", ".", "Smith"));
}

TEST(Tokens, Kinds) {
  EXPECT_EQ(kind_of("word"), token_kind::word);
  EXPECT_EQ(kind_of("30-year-old"), token_kind::word);
  EXPECT_EQ(kind_of("AT&T"), token_kind::word);
  EXPECT_EQ(kind_of("@handle"), token_kind::word);
  EXPECT_EQ(kind_of("#тег"), token_kind::word);
  EXPECT_EQ(kind_of("1990s"), token_kind::number);
  EXPECT_EQ(kind_of("3.5bn"), token_kind::number);
  EXPECT_EQ(kind_of("٣"), token_kind::number);
  EXPECT_EQ(kind_of("„"), token_kind::quote_mark);
  EXPECT_EQ(kind_of("..."), token_kind::punctuation);
  EXPECT_EQ(kind_of("—"), token_kind::punctuation);
  EXPECT_EQ(kind_of("€"), token_kind::symbol);
  EXPECT_EQ(kind_of("%"), token_kind::symbol);
}

TEST(Tokens, AddressesAreOneSymbolWithoutTheMarksAfterThem) {
  EXPECT_THAT(tokens_of("(https://example.org/a_(b)?q=1), a.b@example.org."),
              ElementsAre("(", "https://example.org/a_(b)?q=1", ")", ",", "a.b@example.org", "."));
  EXPECT_EQ(kind_of("kyivpost.com/post/1"), token_kind::symbol);
  EXPECT_THAT(tokens_of("it ended.the next"), ElementsAre("it", "ended", ".", "the", "next"));
}

TEST(Tokens, EmojiSequencesAreOneSymbol) {
  EXPECT_THAT(tokens_of("🇺🇸🇩🇪 👍🏽 👩‍👩‍👧 ⚡️⚡️"),
              ElementsAre("🇺🇸", "🇩🇪", "👍🏽", "👩‍👩‍👧", "⚡️", "⚡️"));
}

TEST(Tokens, InvisibleCharactersAreInNoToken) {
  EXPECT_THAT(tokens_of(std::string_view("a\0b \u200Bc\u00A0d", 12)),
              ElementsAre("a", "b", "c", "d"));
}

TEST(Tokens, SoftHyphenStaysInsideTheWord) {
  EXPECT_THAT(tokens_of("Minis\u00ADter"), ElementsAre("Minis\u00ADter"));
}

}  // namespace
}  // namespace quoth::segmenter
