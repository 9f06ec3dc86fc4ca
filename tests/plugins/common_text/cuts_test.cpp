// Trimming, cutting at a word, and looking words up in order.
#include <gtest/gtest.h>

#include <optional>
#include <text/trim.hpp>
#include <text/words_in_order.hpp>

namespace quoth::text {
namespace {

TEST(LeadingWords, EndAtTheLastSpaceThatFits) {
  EXPECT_EQ(leading_words("one two three", 9), "one two");
  EXPECT_EQ(leading_words("one two three", 7), "one two");
  EXPECT_EQ(leading_words("one two three", 13), "one two three");
  EXPECT_EQ(leading_words("", 0), "");
}

TEST(LeadingWords, OfALongWordAreItsFirstLetters) {
  EXPECT_EQ(leading_words("oneтwothree", 5), "oneтw");
  EXPECT_EQ(leading_words("a Donaudampfschifffahrt", 12), "a Donaudampf");
}

TEST(WordsInOrder, EachBeginsBehindTheOneBefore) {
  words_in_order words("one two one three");
  EXPECT_EQ(words.behind(), 0u);
  EXPECT_EQ(words.next("one "), 0u);
  EXPECT_EQ(words.behind(), 3u);
  EXPECT_EQ(words.next(" one"), 8u);
  EXPECT_EQ(words.next("two"), std::nullopt);
  EXPECT_EQ(words.next(" "), std::nullopt);
  EXPECT_EQ(words.next("three"), 12u);
  EXPECT_EQ(words.behind(), 17u);
}

}  // namespace
}  // namespace quoth::text
