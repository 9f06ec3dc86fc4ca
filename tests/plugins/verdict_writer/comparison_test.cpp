#include "comparison.hpp"

#include <gtest/gtest.h>

#include "cases.hpp"

namespace quoth::verdicts {
namespace {

using namespace testing;

TEST(Comparison, counts_words_and_runs_of_the_claim) {
  const comparison c = compare(std::vector<diff>{
      same("We will "), claimed("not ", diff_change::negation), same("keep the water.")});
  EXPECT_EQ(c.claim_words, 6u);
  EXPECT_EQ(c.same_words, 5u);
  ASSERT_EQ(c.runs.size(), 2u);
  EXPECT_EQ(c.runs[1].begin, 3u);
  EXPECT_EQ(c.runs[1].words, 3u);
  EXPECT_TRUE(c.changes_meaning());
}

TEST(Comparison, pairs_a_claimed_row_with_the_record_row_behind_it) {
  const comparison c =
      compare(std::vector<diff>{same("nine "), claimed("gallons "), record("litres ")});
  ASSERT_EQ(c.differences.size(), 1u);
  EXPECT_EQ(c.differences[0].claimed, "gallons");
  EXPECT_EQ(c.differences[0].record, "litres");
}

TEST(Comparison, a_word_left_out_is_not_replaced_by_the_word_in_capitals_behind_it) {
  const comparison c = compare(
      std::vector<diff>{same("will "), record("not ", diff_change::negation),
                        claimed("RISE", diff_change::edit), record("rise", diff_change::edit)});
  ASSERT_EQ(c.differences.size(), 2u);
  EXPECT_EQ(c.differences[0].claimed, "");
  EXPECT_EQ(c.differences[0].record, "not");
}

TEST(Comparison, differences_with_same_words_between_stay_apart) {
  const comparison c = compare(std::vector<diff>{claimed("a "), same("b "), record("c ")});
  EXPECT_EQ(c.differences.size(), 2u);
}

TEST(Comparison, knows_what_stands_between_quotation_marks) {
  const comparison c = compare(std::vector<diff>{
      same("He called "), claimed("this "), record("that "), same("plan “a "), claimed("letter "),
      record("note "), same("to "), record("all "), same("banks” and "), claimed("went "),
      record("left "), same("for "), claimed("his “house "), same("in Sarn”.")});
  std::vector<bool> found;
  for (const difference& d : c.differences) found.push_back(d.in_marks);
  EXPECT_EQ(found, (std::vector<bool>{false, true, true, false, true}));
}

TEST(Comparison, an_edit_or_another_word_changes_no_meaning) {
  EXPECT_FALSE(
      compare(std::vector<diff>{claimed("x", diff_change::edit), record("y")}).changes_meaning());
}

TEST(Comparison, a_change_that_a_newer_matcher_names_is_left_alone) {
  EXPECT_FALSE(changes_meaning(static_cast<diff_change>(99)));
}

TEST(Comparison, marks_alone_are_no_words) {
  EXPECT_EQ(count_words(" – “We, 3 times …” – "), 3u);
  EXPECT_EQ(count_words("Сім’я дві"), 2u);
  EXPECT_EQ(count_words(""), 0u);
}

TEST(Comparison, nothing_to_compare_shares_nothing) {
  EXPECT_EQ(compare({}).shared(), 0.0);
}

}  // namespace
}  // namespace quoth::verdicts
