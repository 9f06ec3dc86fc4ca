// Who passed a statement on.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "marked_article.hpp"

namespace quoth::speakers {
namespace {

using ::testing::ElementsAre;

TEST(via, the_outlet_that_was_told) {
  EXPECT_THAT(speakers_of("<q1>“We won,”</q> <s1>Tim Cobb</s> <c1>told</c> Radio Liberty."),
              ElementsAre("Tim Cobb via Radio Liberty"));
  EXPECT_THAT(speakers_of("<q1>“We won,”</q> <s1>Tim Cobb</s> <c1>told</c> Maria Lindqvist."),
              ElementsAre("Tim Cobb"));
}

TEST(via, a_body_that_was_told_passes_nothing_on) {
  EXPECT_THAT(speakers_of("<s1>Tim Cobb</s> <c1>told</c> the National Assembly that "
                          "<i1>it had won</i>."),
              ElementsAre("Tim Cobb"));
  EXPECT_THAT(
      speakers_of("<s1>Tim Cobb</s> <c1>told</c> the Pellin Gazette that <i1>it had won</i>."),
      ElementsAre("Tim Cobb via Pellin Gazette"));
}

TEST(via, a_dateline_reports_nothing) {
  EXPECT_THAT(speakers_of("PELLIN, June 12 (ANS) – The office of the mayor denied that "
                          "<s1>Tim Cobb</s> <c1>said</c> <i1>it had won</i>."),
              ElementsAre("Tim Cobb via The office of the mayor"));
}

TEST(via, the_outlet_of_an_interview) {
  EXPECT_THAT(
      speakers_of("<q1>“We won,”</q> <s1>Tim Cobb</s> <c1>said</c> in an interview with CNN."),
      ElementsAre("Tim Cobb via CNN"));
}

TEST(via, whoever_reports_it) {
  EXPECT_THAT(
      speakers_of("<q1>“We won,”</q> <c1>said</c> <s1>Tim Cobb</s>, as reported by Radio Liberty."),
      ElementsAre("Tim Cobb via Radio Liberty"));
  EXPECT_THAT(speakers_of("As Kyiv Post reported earlier, <s1>Tim Cobb</s> <c1>said</c> "
                          "<q1>“We won.”</q>"),
              ElementsAre("Tim Cobb via Kyiv Post"));
  EXPECT_THAT(
      speakers_of("<q1>“We won,”</q> <s1>Tim Cobb</s> <c1>said</c>, according to Radio Liberty."),
      ElementsAre("Tim Cobb via Radio Liberty"));
}

TEST(via, the_claim_that_someone_said_it) {
  EXPECT_THAT(speakers_of("Some Telegram channels claimed that <s1>President Oskar Dragan</s> "
                          "<c1>said</c> <i1>he would send aircraft</i>."),
              ElementsAre("Oskar Dragan via Some Telegram channels"));
}

TEST(via, a_report_that_cites_a_person_gives_the_words_to_that_person) {
  EXPECT_THAT(speakers_of("Oskar Dragan spoke. <q1>“We will send aircraft,”</q> <s1>one such "
                          "announcement</s> <c1>read</c>, citing an alleged speech from Dragan."),
              ElementsAre("Oskar Dragan via one such announcement"));
}

TEST(via, an_outlet_in_the_dative_right_behind_the_speaker) {
  EXPECT_THAT(speakers_of("<q1>„Wir hatten Glück“</q>, <c1>sagte</c> <s1>Nils Krone</s> der "
                          "„Ulmer Warte“.",
                          "de"),
              ElementsAre("Nils Krone via Ulmer Warte"));
  EXPECT_THAT(speakers_of("<q1>«Это победа»</q>, — <c1>сказал</c> <s1>Олег Панин</s> «Деловой "
                          "газете».",
                          "ru"),
              ElementsAre("Олег Панин via Деловой газете"));
  EXPECT_THAT(speakers_of("<s1>Nils Krone</s> <c1>sagte</c>: <q1>„Wir hatten Glück“</q>.", "de"),
              ElementsAre("Nils Krone"));
}

TEST(via, where_a_word_of_place_leads_to_an_outlet) {
  EXPECT_THAT(
      speakers_of("<q1>„Wir hatten Glück“</q>, <c1>sagte</c> <s1>Nils Krone</s> bei Sky.", "de"),
      ElementsAre("Nils Krone via Sky"));
  EXPECT_THAT(speakers_of("<q1>«Грошей нема»</q>, — <c1>сказала</c> <s1>Олена Сич</s> у коментарі "
                          "Суспільному.",
                          "uk"),
              ElementsAre("Олена Сич via Суспільному"));
  EXPECT_THAT(speakers_of("<q1>“We won,”</q> <s1>Tim Cobb</s> <c1>told</c> Channel Five."),
              ElementsAre("Tim Cobb via Channel Five"));
}

}  // namespace
}  // namespace quoth::speakers
