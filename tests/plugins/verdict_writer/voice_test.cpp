#include "voice.hpp"

#include <gtest/gtest.h>

#include "cases.hpp"

namespace quoth::verdicts {
namespace {

using namespace testing;
using enum match_relation;

constexpr std::string_view dovric = "Ilmar Dovric";

// The voice of a statement by `speaker`, of which `piece` is beside the claim of Ilmar Dovric.
voice heard(std::string_view speaker, std::string_view statement, std::string_view piece,
            match_hand hand = match_hand::first, std::string_view claimant = dovric) {
  written_case claim(claimant, "the road would be flooded");
  claim.holds(speaker, statement, near, 0.8, {same(piece)});
  claim.at.findings[0].match.hand = hand;
  return voice_of(claim.at.claim, claim.at.findings[0], all_review_words());
}

TEST(Voice, his_words_are_his_own_under_any_form_of_the_name) {
  EXPECT_EQ(heard("DOVRIC", "We flood the road.", "flood the road"), voice::own);
}

TEST(Voice, words_of_somebody_else_are_anothers) {
  EXPECT_EQ(heard("Mirela Tosk", "We flood the road.", "flood the road"), voice::another);
  EXPECT_EQ(heard("Mirela Tosk", "We flood the road.", "flood the road", match_hand::second),
            voice::another)
      << "second-hand words of another are another's all the same";
}

TEST(Voice, a_question_behind_what_was_left_out_is_not_the_words) {
  EXPECT_EQ(heard("Mirela Tosk", "We flood the road […] Who would stop us?", "flood the road"),
            voice::another);
  EXPECT_EQ(heard("Mirela Tosk", "Will we flood the road?", "flood the road"), voice::none);
}

TEST(Voice, a_statement_that_names_him_beside_the_words_is_a_report) {
  EXPECT_EQ(heard("an engineer", "that Dovric had said he would flood the road", "flood the road"),
            voice::report);
}

TEST(Voice, a_name_is_seen_beside_a_comma_where_nobody_is_spoken_to) {
  EXPECT_EQ(
      heard("an engineer", "that he heard the pilot, Ilmar Dovric, say he would flood the road",
            "flood the road"),
      voice::report);
  EXPECT_EQ(heard("Mirela Tosk", "Mr Dovric, we flood the road.", "flood the road"),
            voice::another);
}

TEST(Voice, a_statement_that_says_he_never_said_it_is_a_denial) {
  EXPECT_EQ(
      heard("Pauli Renn", "Dovric never said that he would flood the road.", "flood the road"),
      voice::denial);
  EXPECT_EQ(heard(dovric, "I never said that I would flood the road.", "flood the road"),
            voice::denial);
}

TEST(Voice, a_denial_in_the_sentence_before_is_of_something_else) {
  EXPECT_EQ(heard(dovric, "I never said that. We flood the road.", "flood the road"), voice::own);
  EXPECT_EQ(heard(dovric, "I never said that […] We flood the road.", "flood the road"),
            voice::own);
}

TEST(Voice, words_of_another_about_what_a_third_did_not_say_are_no_denial) {
  EXPECT_EQ(heard("Pauli Renn", "She never said that we would flood the road.", "flood the road"),
            voice::another);
}

TEST(Voice, a_report_by_somebody_without_a_name_counts_and_his_words_do_not) {
  EXPECT_EQ(heard("The minister", "We flood the road.", "flood the road", match_hand::second),
            voice::report);
  EXPECT_EQ(heard("the minister", "We flood the road.", "flood the road"), voice::none);
}

TEST(Voice, a_question_is_nobodys_statement) {
  EXPECT_EQ(heard("CHAIR", "Will you flood the road?", "flood the road"), voice::none);
  EXPECT_EQ(heard(dovric, "Why flood the road? We shall not.", "flood the road"), voice::none);
  EXPECT_EQ(heard(dovric, "Why not? We flood the road.", "We flood the road."), voice::own);
}

TEST(Voice, where_nobody_is_named_anybodys_words_may_be_meant) {
  EXPECT_EQ(heard("Mirela Tosk", "We flood the road.", "flood the road", match_hand::first, ""),
            voice::own);
}

TEST(Voice, words_of_nobody_named_are_not_those_of_somebody_described) {
  written_case claim("", "the road would be flooded");
  claim.at.claim.mention = "a minister";
  claim.holds("the minister", "The road would be flooded.", near, 0.8);
  EXPECT_EQ(voice_of(claim.at.claim, claim.at.findings[0], all_review_words()), voice::none);
  claim.at.findings[0].match.speaker = "Mirela Tosk";
  EXPECT_EQ(voice_of(claim.at.claim, claim.at.findings[0], all_review_words()), voice::own);
}

}  // namespace
}  // namespace quoth::verdicts
