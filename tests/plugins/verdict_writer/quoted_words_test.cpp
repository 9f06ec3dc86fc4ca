#include "quoted_words.hpp"

#include <gtest/gtest.h>

namespace quoth::verdicts {
namespace {

TEST(QuotedWords, counts_words_between_marks_of_any_style) {
  EXPECT_DOUBLE_EQ(quoted_share("that “We will sign”"), 0.75);
  EXPECT_DOUBLE_EQ(quoted_share("dass „wir gehen“ und „wir bleiben“"), 4.0 / 6);
  EXPECT_DOUBLE_EQ(quoted_share("no marks"), 0.0);
  EXPECT_DOUBLE_EQ(quoted_share(""), 0.0);
}

TEST(QuotedWords, a_mark_that_is_not_closed_quotes_the_rest) {
  EXPECT_DOUBLE_EQ(quoted_share("he “would go"), 2.0 / 3);
}

}  // namespace
}  // namespace quoth::verdicts
