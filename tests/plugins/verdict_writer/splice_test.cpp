#include "splice.hpp"

#include <gtest/gtest.h>

#include "cases.hpp"

namespace quoth::verdicts {
namespace {

using namespace testing;

struct laid {
  std::string_view record;
  comparison difference;
};

std::vector<piece> splice(const std::vector<laid>& statements, std::uint32_t words) {
  std::vector<piece_source> sources;
  for (const laid& s : statements) sources.push_back({s.record, &s.difference});
  return find_splice(sources, words, {});
}

comparison runs(std::initializer_list<run> r) {
  comparison c;
  c.runs = r;
  return c;
}

TEST(Splice, joins_of_two_documents_are_found_in_claim_order) {
  const auto pieces = splice({{"b#s7", runs({{5, 6}})}, {"a#s1", runs({{0, 5}})}}, 11);
  ASSERT_EQ(pieces.size(), 2u);
  EXPECT_EQ(pieces[0].statement, 1u);
  EXPECT_EQ(pieces[1].statement, 0u);
}

TEST(Splice, a_passage_of_one_document_is_none) {
  EXPECT_TRUE(splice({{"a#s1", runs({{0, 5}})}, {"a#s2", runs({{5, 6}})}}, 11).empty());
}

TEST(Splice, the_same_passage_backwards_is_one) {
  EXPECT_FALSE(splice({{"a#s2", runs({{0, 5}})}, {"a#s1", runs({{5, 6}})}}, 11).empty());
}

TEST(Splice, statements_of_one_document_far_apart_are_one) {
  EXPECT_FALSE(splice({{"a#s1", runs({{0, 5}})}, {"a#s9", runs({{5, 6}})}}, 11).empty());
}

TEST(Splice, pieces_that_leave_much_uncovered_are_none) {
  EXPECT_TRUE(splice({{"a#s1", runs({{0, 5}})}, {"b#s1", runs({{5, 3}})}}, 20).empty());
}

TEST(Splice, one_statement_that_covers_the_claim_is_none) {
  EXPECT_TRUE(splice({{"a#s1", runs({{0, 11}})}, {"b#s1", runs({{5, 6}})}}, 11).empty());
}

TEST(Splice, short_runs_are_no_pieces) {
  EXPECT_TRUE(splice({{"a#s1", runs({{0, 9}})}, {"b#s1", runs({{9, 2}})}}, 11).empty());
}

TEST(Splice, a_word_of_both_may_join_two_short_pieces_that_are_all_of_the_claim) {
  // [I'm leaving because] somebody has to; I didn't ask, [because I was tired]
  EXPECT_EQ(splice({{"a#s1", runs({{0, 3}})}, {"b#s1", runs({{2, 4}})}}, 6).size(), 2u);
  EXPECT_TRUE(splice({{"a#s1", runs({{0, 3}})}, {"b#s1", runs({{2, 4}})}}, 7).empty());
}

TEST(Splice, overlapping_runs_count_once) {
  const auto pieces = splice({{"a#s1", runs({{0, 7}})}, {"b#s1", runs({{4, 7}})}}, 11);
  ASSERT_EQ(pieces.size(), 2u);
  EXPECT_EQ(pieces[0].words.words, 7u);
  EXPECT_EQ(pieces[1].words.begin, 7u);
}

TEST(Splice, common_phrases_of_three_statements_are_none) {
  EXPECT_TRUE(
      splice({{"a#s1", runs({{0, 4}})}, {"b#s1", runs({{4, 4}})}, {"c#s1", runs({{8, 4}})}}, 12)
          .empty());
}

TEST(Splice, of_several_pairs_the_one_that_covers_most_is_taken) {
  const auto pieces =
      splice({{"a#s1", runs({{0, 6}})}, {"b#s1", runs({{6, 4}})}, {"c#s1", runs({{6, 6}})}}, 12);
  ASSERT_EQ(pieces.size(), 2u);
  EXPECT_EQ(pieces[1].statement, 2u);
}

TEST(Splice, nothing_to_cover_is_none) {
  EXPECT_TRUE(splice({}, 0).empty());
}

TEST(Splice, words_of_the_claim_are_cut_at_word_borders) {
  const std::string_view claim = "The wall – has cracks. I stand.";
  EXPECT_EQ(words_of_claim(claim, {0, 4}), "The wall – has cracks.");
  EXPECT_EQ(words_of_claim(claim, {4, 2}), "I stand.");
  EXPECT_EQ(words_of_claim(claim, {9, 2}), "");
}

}  // namespace
}  // namespace quoth::verdicts
