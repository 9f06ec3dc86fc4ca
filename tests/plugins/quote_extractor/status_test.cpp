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

TEST(Status, DoubtOfAnotherClauseIsNotOfThisOne) {
  EXPECT_EQ(
      status("Roe said that there had been shouting, but she rejected claims of a fight.", "Roe"),
      "asserted");
}

}  // namespace
}  // namespace quoth::quotes
