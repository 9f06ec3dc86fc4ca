#include "reviews.hpp"

#include <gtest/gtest.h>

#include "cases.hpp"

namespace quoth::verdicts {
namespace {

using namespace testing;

review_reading read(std::string_view claim, std::string_view claimant, std::string_view rating,
                    std::string_view title = {}, std::string_view speaker = "Ilmar Dovric") {
  match m{};
  m.kind = match_kind::review;
  m.text = claim;
  if (!claimant.empty()) m.speaker = claimant;
  if (!rating.empty()) m.rating = rating;
  if (!title.empty()) m.title = title;
  return all_review_words().read(m, speaker);
}

TEST(Reviews, a_claim_that_he_said_it_is_of_the_attribution) {
  EXPECT_EQ(read("Ilmar Dovric said the sea was for sale", "posts", "False").subject,
            review_subject::attribution);
  EXPECT_EQ(read("Dovric: “The sea is for sale.”", "posts", "False").subject,
            review_subject::attribution);
}

TEST(Reviews, what_he_himself_claimed_is_content) {
  EXPECT_EQ(read("Dovric says the sea is for sale", "Ilmar Dovric", "False").subject,
            review_subject::content);
}

TEST(Reviews, a_claim_about_the_world_is_content) {
  EXPECT_EQ(read("The sea is for sale", "posts", "False").subject, review_subject::content);
}

TEST(Reviews, the_rating_or_headline_may_say_that_it_was_never_said) {
  EXPECT_EQ(read("The sea is for sale", "posts", "Invented quote").subject,
            review_subject::attribution);
  EXPECT_EQ(
      read("Das Meer ist zu haben", "Kachel", "Falsch", "Nein, das hat er nie gesagt").subject,
      review_subject::attribution);
}

TEST(Reviews, a_statement_may_deny_that_something_was_said) {
  EXPECT_TRUE(all_review_words().deny("Dovric never said that"));
  EXPECT_TRUE(all_review_words().deny("Олена Карвацька ніколи й ніде не казала, що"));
  EXPECT_TRUE(all_review_words().deny("hat zu keinem Zeitpunkt erklärt,"));
  EXPECT_FALSE(all_review_words().deny("Dovric said that he never"));
  EXPECT_FALSE(all_review_words().deny(""));
}

TEST(Reviews, the_longer_rating_decides) {
  EXPECT_EQ(read("x", "", "Mostly False").finding, review_finding::refutes);
  EXPECT_EQ(read("x", "", "Half True").finding, review_finding::mixed);
  EXPECT_EQ(read("x", "", "Mostly true").finding, review_finding::confirms);
  EXPECT_EQ(read("x", "", "Not true").finding, review_finding::refutes);
  EXPECT_EQ(read("x", "", "Größtenteils falsch").finding, review_finding::refutes);
  EXPECT_EQ(read("x", "", "Неправда").finding, review_finding::refutes);
}

TEST(Reviews, no_rating_or_a_strange_one_is_silent) {
  EXPECT_EQ(read("x", "", "").finding, review_finding::silent);
  EXPECT_EQ(read("x", "", "Four bananas").finding, review_finding::silent);
}

TEST(Reviews, a_crowd_has_no_name) {
  for (const std::string_view crowd :
       {"People", "Leute", "Люди", "The minister", "the minister", "Eine", "Another", "Одна"})
    EXPECT_TRUE(all_review_words().is_nameless(crowd)) << crowd;
  for (const std::string_view named : {"Ilmar Dovric", "Peoples", "Людмила Косач", "Lund"})
    EXPECT_FALSE(all_review_words().is_nameless(named)) << named;
}

TEST(Reviews, an_unknown_class_is_refused_with_its_line) {
  review_words words;
  EXPECT_THROW(words.add(text::lexicon::parse("perhaps\tmaybe\n", "r.txt", {2, 2})),
               text::lexicon_error);
}

}  // namespace
}  // namespace quoth::verdicts
