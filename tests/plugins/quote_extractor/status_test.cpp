// Asserted, alleged, denied.
#include <gtest/gtest.h>

#include "extracted.hpp"

namespace quoth::quotes {
namespace {

// The status of the quote whose source is `source`.
std::string status(std::string_view text, const char* source, const char* language = "en") {
  std::string all;
  for (const auto& q : quotes_in(text, language)) {
    if (q.source == source) return q.status;
    all += "<" + q.source + ">";
  }
  return "no such quote among " + all;
}

// The status of the only quote.
std::string status_of_only(std::string_view text, const char* language = "en") {
  const auto found = quotes_in(text, language);
  return found.size() == 1 ? found[0].status : std::to_string(found.size()) + " quotes";
}

TEST(Status, WhatIsReportedIsAsserted) {
  EXPECT_EQ(status("Roe said the plant would close.", "Roe"), "asserted");
  EXPECT_EQ(status("Roe claimed the plant would close.", "Roe"), "asserted");
}

TEST(Status, HearsayAdverbsAllege) {
  EXPECT_EQ(status("Roe allegedly said the plant would close.", "Roe"), "alleged");
  EXPECT_EQ(status("Roe reportedly told staff that the plant would close.", "Roe"), "alleged");
}

TEST(Status, WhatOthersClaimThatSomeoneSaidIsAlleged) {
  EXPECT_EQ(status("Some channels claimed that Roe said the plant would close.", "Roe"), "alleged");
  EXPECT_EQ(status("There are rumours that Roe said the plant would close.", "Roe"), "alleged");
}

TEST(Status, AnAllegedSpeechIsAlleged) {
  EXPECT_EQ(status("“The plant will close,” the post read, citing an alleged speech from Roe.",
                   "the post"),
            "alleged");
}

TEST(Status, DenialsAreDenied) {
  EXPECT_EQ(status("Roe denied that the plant would close.", "Roe"), "denied");
  EXPECT_EQ(status("Roe did not say that the plant would close.", "Roe"), "denied");
  EXPECT_EQ(status("Roe never said the plant would close.", "Roe"), "denied");
  EXPECT_EQ(status("There is no evidence that Roe said the plant would close.", "Roe"), "denied");
}

TEST(Status, DismissedReportsAreDeniedAndRejectedPlansAreNot) {
  EXPECT_EQ(status("Roe dismissed warnings that the plant would close.", "Roe"), "denied");
  EXPECT_EQ(status("Roe rejected the plan.", "Roe"), "asserted");
  EXPECT_EQ(status("Roe wies Berichte zurück, wonach die Fabrik schließe.", "Roe", "de"), "denied");
}

TEST(Status, DoubtInsideTheContentIsTheSpeakersOwn) {
  EXPECT_EQ(status("Roe said that the alleged plan did not exist.", "Roe"), "asserted");
}

TEST(Status, GermanHearsayAndDenial) {
  EXPECT_EQ(status("Roe bestritt, dass die Fabrik schließe.", "Roe", "de"), "denied");
  EXPECT_EQ(status("Angeblich sagte Roe, die Fabrik werde schließen.", "Roe", "de"), "alleged");
}

TEST(Status, WordsInMarksThatDenyAreSaid) {
  EXPECT_EQ(status("Roe denied the report: “The plant will stay open.”", "Roe"), "asserted");
  EXPECT_EQ(status("Роу опроверг сообщения: «Завод останется».", "Роу", "ru"), "asserted");
}

TEST(Status, WhatIsNotDeniedIsNotDenied) {
  EXPECT_EQ(status("Roe did not deny that the plant would close.", "Roe"), "asserted");
  EXPECT_EQ(status("Dass die Fabrik schließe, dementierte er nicht.", "er", "de"), "asserted");
}

TEST(Status, WhatSomebodyIsSaidToHaveSaidIsAlleged) {
  EXPECT_EQ(
      status("Am Rande soll Roe gesagt haben, er lasse sich nichts vorschreiben.", "Roe", "de"),
      "alleged");
}

TEST(Status, WhatSomebodyIsSaidToHaveSaidIsAllegedWhereverTheModalStands) {
  EXPECT_EQ(status_of_only("Ministerin Roe soll gesagt haben, Lehrer seien faul.", "de"),
            "alleged");
  EXPECT_EQ(status_of_only("Ministerin Roe sagte, Lehrer sollten mehr haben.", "de"), "asserted");
}

TEST(Status, WhatSomebodyMightHaveSaidIsAlleged) {
  EXPECT_EQ(status_of_only("Roe might have said: “The plant is dead.”"), "alleged");
  EXPECT_EQ(status_of_only("If she were honest, Roe would say: “The plant is dead.”"), "alleged");
  EXPECT_EQ(status_of_only("Would Roe have said that the plant was dead?"), "alleged");
  EXPECT_EQ(status_of_only("Roe hätte gesagt: „Die Fabrik ist tot.“", "de"), "alleged");
  EXPECT_EQ(status_of_only("Мер Лісовий сказав би: «Завод мертвий».", "uk"), "alleged");
}

TEST(Status, WhatSomebodySaidOfWhatMightBeIsAsserted) {
  EXPECT_EQ(status_of_only("Roe would later say: “The plant is dead.”"), "asserted");
  EXPECT_EQ(status_of_only("Roe said she would resign if the vote failed."), "asserted");
  EXPECT_EQ(status_of_only("Roe would later say that the plant would close if the vote failed."),
            "asserted");
  EXPECT_EQ(status_of_only("Roe said the plant might have been saved."), "asserted");
  EXPECT_EQ(status_of_only("“What would you say if you were me?” Roe asked."), "asserted");
  EXPECT_EQ(status_of_only("Roe sagte, sie würde gehen, wenn die Wahl scheitere.", "de"),
            "asserted");
  EXPECT_EQ(status_of_only("Мер Лісовий сказав: «Завод мертвий».", "uk"), "asserted");
}

TEST(Status, WhatSomebodyIsImaginedToSayIsAlleged) {
  EXPECT_EQ(status_of_only("Imagine that Roe said: “The plant is dead.”"), "alleged");
  EXPECT_EQ(status_of_only("Уявімо, що мер Лісовий сказав: «Завод мертвий».", "uk"), "alleged");
}

TEST(Status, QuotationsBehindAQuestionOfWhatSomebodyWouldSayAreAlleged) {
  const std::string asked = "What would Roe say if she were honest? ";
  const auto found =
      quotes_in(asked + "“The plant is quite dead,” perhaps. And Hale? “So am I, alas.”", "en");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].status, "alleged");
  EXPECT_EQ(found[1].status, "alleged");
  const auto told = quotes_in("What did Roe say when she left? “The plant is quite dead.”", "en");
  EXPECT_EQ(told.back().status, "asserted");
  const auto german = quotes_in(
      "Was würde Roe sagen, wenn sie ehrlich wäre? „Die Fabrik ist ganz tot“, vielleicht.", "de");
  ASSERT_EQ(german.size(), 1u);
  EXPECT_EQ(german[0].status, "alleged");
}

TEST(Status, DoubtOfAnotherClauseIsNotOfThisOne) {
  EXPECT_EQ(
      status("Roe said that there had been shouting, but she rejected claims of a fight.", "Roe"),
      "asserted");
}

}  // namespace
}  // namespace quoth::quotes
