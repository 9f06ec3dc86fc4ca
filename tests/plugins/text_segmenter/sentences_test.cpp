#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "segmented.hpp"

namespace quoth::segmenter {
namespace {

using ::testing::ElementsAre;

TEST(Sentences, TitlesAndInitialsDoNotEnd) {
  EXPECT_THAT(sentences_of("Mr. Smith met Dr. J. A. Jones. George W. Bush left."),
              ElementsAre("Mr. Smith met Dr. J. A. Jones.", "George W. Bush left."));
}

TEST(Sentences, AbbreviationsEndBeforeFunctionWordsOnly) {
  EXPECT_THAT(sentences_of("He joined Acme Inc. The firm grew. Acme Inc. Chairman Roe left."),
              ElementsAre("He joined Acme Inc.", "The firm grew.", "Acme Inc. Chairman Roe left."));
  EXPECT_THAT(sentences_of("In the U.S. Capitol. In the U.S. He left."),
              ElementsAre("In the U.S. Capitol.", "In the U.S.", "He left."));
}

TEST(Sentences, NumbersAfterAbbreviationsAndDecimalsDoNotEnd) {
  EXPECT_THAT(sentences_of("On Nov. 12 the No. 5 plant lost 3.5 tonnes. No. We know."),
              ElementsAre("On Nov. 12 the No. 5 plant lost 3.5 tonnes.", "No.", "We know."));
}

TEST(Sentences, TimesOfDayEndBeforeNewSentencesOnly) {
  EXPECT_THAT(sentences_of("At 5 a.m. Tuesday it began. It ended at 9 p.m. The end."),
              ElementsAre("At 5 a.m. Tuesday it began.", "It ended at 9 p.m.", "The end."));
}

TEST(Sentences, QuotationMarksAndBracketsCloseWithTheSentence) {
  EXPECT_THAT(sentences_of("“We won.” Then (at last.) “They left.” End"),
              ElementsAre("“We won.”", "Then (at last.)", "“They left.”", "End"));
  EXPECT_THAT(sentences_of("He said: \"No.\" \"Why?\""),
              ElementsAre("He said: \"No.\"", "\"Why?\""));
  EXPECT_THAT(sentences_of("Il dit : « Non. » Elle part.", "en"),
              ElementsAre("Il dit : « Non. »", "Elle part."));
}

TEST(Sentences, CuesAfterQuestionsStayInTheSentence) {
  EXPECT_THAT(
      sentences_of("“Why now…?” he said. “Why?” Ann Smith asked. “Why?” The door opened."),
      ElementsAre("“Why now…?” he said.", "“Why?” Ann Smith asked.", "“Why?”", "The door opened."));
  EXPECT_THAT(sentences_of("„Warum?“, fragte er. „Nein!“ Sie ging.", "de"),
              ElementsAre("„Warum?“, fragte er.", "„Nein!“", "Sie ging."));
  EXPECT_THAT(sentences_of("«Навіщо?» — запитав він. «Так!» Він пішов.", "uk"),
              ElementsAre("«Навіщо?» — запитав він.", "«Так!»", "Він пішов."));
}

TEST(Sentences, DashAfterAQuotationIntroducesItsSpeaker) {
  EXPECT_THAT(sentences_of("“Not one.” – Maeve Sorrell. Then what?"),
              ElementsAre("“Not one.” – Maeve Sorrell.", "Then what?"));
}

TEST(Sentences, EllipsesEndBeforeCapitalsOnly) {
  EXPECT_THAT(sentences_of("We ... will see. Well… Yes. “A [...] B.”"),
              ElementsAre("We ... will see.", "Well…", "Yes.", "“A [...] B.”"));
}

TEST(Sentences, RunsOfMarksEndOnce) {
  EXPECT_THAT(sentences_of("What?! No!!! Really...? Yes."),
              ElementsAre("What?!", "No!!!", "Really...?", "Yes."));
}

TEST(Sentences, GermanOrdinalsDoNotEnd) {
  EXPECT_THAT(
      sentences_of("Am 3. Mai begann der 2. Weltkrieg. Er endete 1945. Die Leute gingen.", "de"),
      ElementsAre("Am 3. Mai begann der 2. Weltkrieg.", "Er endete 1945.", "Die Leute gingen."));
  EXPECT_THAT(sentences_of("Platz 3. Er freute sich.", "de"),
              ElementsAre("Platz 3.", "Er freute sich."));
}

TEST(Sentences, GermanAbbreviations) {
  EXPECT_THAT(sentences_of("Das kostet z. B. ca. 3,5 Mio. Euro, d. h. viel. Gut.", "de"),
              ElementsAre("Das kostet z. B. ca. 3,5 Mio. Euro, d. h. viel.", "Gut."));
}

TEST(Sentences, UkrainianAbbreviationsAndInitials) {
  EXPECT_THAT(sentences_of("У м. Київ Т. Г. Шевченко, 5 млн грн. Він жив у с. Моринці.", "uk"),
              ElementsAre("У м. Київ Т. Г. Шевченко, 5 млн грн.", "Він жив у с. Моринці."));
}

TEST(Sentences, RussianAbbreviations) {
  EXPECT_THAT(sentences_of("В 2004 г. президент им. Ленина. Он ушёл.", "ru"),
              ElementsAre("В 2004 г. президент им. Ленина.", "Он ушёл."));
}

TEST(Sentences, ForgottenSpacesEndToo) {
  EXPECT_THAT(sentences_of("It ended.The next began.“We know.” See v2.Beta"),
              ElementsAre("It ended.", "The next began.", "“We know.”", "See v2.Beta"));
}

TEST(Sentences, PostsWithoutCapitals) {
  EXPECT_THAT(sentences_of("never forget what he said. he lied, e.g. on tv! we know"),
              ElementsAre("never forget what he said.", "he lied, e.g. on tv!", "we know"));
  EXPECT_THAT(sentences_of("then why? “why?” he said."), ElementsAre("then why? “why?” he said."));
  EXPECT_THAT(sentences_of("The firm iRoe. and others"), ElementsAre("The firm iRoe. and others"));
}

TEST(Sentences, ListNumbersStayWithTheirText) {
  EXPECT_THAT(sentences_of("1. The first. 2 more."), ElementsAre("1. The first.", "2 more."));
}

TEST(Sentences, NotesInBracketsCloseWithTheSentence) {
  EXPECT_THAT(sentences_of("It ended.[3] The next."), ElementsAre("It ended.[3]", "The next."));
}

TEST(Sentences, ScriptsWithoutCaseAndSpaces) {
  EXPECT_THAT(sentences_of("他说不。我们走。", "zh"), ElementsAre("他说不。", "我们走。"));
  EXPECT_THAT(sentences_of("قال لا. ذهب؟ نعم.", "ar"), ElementsAre("قال لا.", "ذهب؟", "نعم."));
}

TEST(Sentences, LanguagesWithoutResourcesAreStillSegmented) {
  EXPECT_THAT(sentences_of("Le ministre part. M. Roe reste ! Fin.", "fr"),
              ElementsAre("Le ministre part.", "M. Roe reste !", "Fin."));
}

TEST(Sentences, GivenStartsBeginSentences) {
  const std::string text = "PM: we go\n\nQ: why";
  EXPECT_THAT(segment_text(text, "en", {0, 4, 11, 14}).sentences,
              ElementsAre("PM:", "we go", "Q:", "why"));
}

}  // namespace
}  // namespace quoth::segmenter
