#include "readers/turns.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <utility>

namespace quoth::readers {
namespace {

using found_turns = std::vector<std::pair<std::string, std::string>>;

found_turns turns_of(const std::string& text) {
  std::vector<turn_span> turns;
  find_turns(text, turns);
  found_turns found;
  for (const turn_span& t : turns)
    found.emplace_back(text.substr(t.begin, t.label_end - t.begin),
                       text.substr(t.words, t.end - t.words));
  return found;
}

TEST(Turns, LabelsOnTheLineOfTheirWords) {
  EXPECT_EQ(
      turns_of("ANNA BERG: Good evening.\n\nREPORTER: Is it true?\n\nANNA BERG: It is.\n"),
      (found_turns{
          {"ANNA BERG", "Good evening."}, {"REPORTER", "Is it true?"}, {"ANNA BERG", "It is."}}));
}

TEST(Turns, LabelsAboveTheirWords) {
  EXPECT_EQ(turns_of("PRIME MINISTER:\n\nThank you all.\nTwo lines.\n\nQUESTION:\n\nWhy?\n\n"
                     "PRIME MINISTER:\nBecause."),
            (found_turns{{"PRIME MINISTER", "Thank you all.\nTwo lines."},
                         {"QUESTION", "Why?"},
                         {"PRIME MINISTER", "Because."}}));
}

TEST(Turns, WordsBeforeTheFirstLabelBelongToNobody) {
  const auto found = turns_of(
      "The talks took place today.\nPresident of Ruritania Rudolf Elphberg: Welcome, "
      "Mr Prime Minister, and all of you.\nRudolf Elphberg: One more thing.");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].first, "President of Ruritania Rudolf Elphberg");
}

TEST(Turns, AQuestionAndAnswerInterviewIsATranscript) {
  EXPECT_EQ(turns_of("Q: Will you run?\nA: No.\nQ: Never?\nA: Never.").size(), 4u);
}

TEST(Turns, AQuestionWithoutALabelIsNotOfTheOneWhoAnswers) {
  EXPECT_EQ(turns_of("A talk about trams.\n\nWill fares rise?\nOrlow: Not in spring.\n\n"
                     "And the night line?\nOrlow: It stays.\nWhat else?"),
            (found_turns{{"Orlow", "Not in spring."}, {"Orlow", "It stays.\nWhat else?"}}));
  EXPECT_EQ(turns_of("ORLOW: We met.\nWhat came of it?\nMARR: Nothing.\nORLOW: Nothing.")[0].second,
            "We met.\nWhat came of it?");
}

TEST(Turns, AFullNameAndItsSurnameAreTheOneWhoAnswersQuestionsWithoutALabel) {
  EXPECT_EQ(turns_of("Frau Orlow, warum?\n\nIda Orlow (Grüne): Darum.\n\nUnd wann?\n\nOrlow: Im "
                     "Mai.\nWer weiß das schon?\n\nUnd wo?\n\nOrlow: Hier."),
            (found_turns{{"Ida Orlow (Grüne)", "Darum."},
                         {"Orlow", "Im Mai.\nWer weiß das schon?"},
                         {"Orlow", "Hier."}}));
  EXPECT_EQ(turns_of("IDA ORLOW: We met.\nWhat came of it?\nIVO ORLOW: Nothing.\nIDA ORLOW: Oh.\n"
                     "IVO ORLOW: Nothing.")[0]
                .second,
            "We met.\nWhat came of it?");
}

TEST(Turns, AQuestionWithoutALabelIsOfNoneOfThoseWhoAnswer) {
  EXPECT_EQ(turns_of("Will fares rise?\nOrlow: Not in spring.\n\nAnd you, Ms Marr?\nMarr: They "
                     "must.\n\nWho pays?\nOrlow: All of us.\nMarr: Who else?"),
            (found_turns{{"Orlow", "Not in spring."},
                         {"Marr", "They must."},
                         {"Orlow", "All of us."},
                         {"Marr", "Who else?"}}));
  EXPECT_EQ(turns_of("Who pays?\nORLOW: We met.\nMARR: When?\nORLOW: In May.\nWhat of it?\n"
                     "MARR: Nothing.\nORLOW: Nothing.")[2]
                .second,
            "In May.\nWhat of it?");
}

TEST(Turns, AnInterviewWhoseLinesBeginWithADashHasTheAnswersAsTurns) {
  EXPECT_EQ(
      turns_of("Олег Марко лікує коней.\n\n— Чи важко?\n— Ні. Коні терплять.\n\n"
               "— А люди?\n— Людей я не лікую.\nІ не буду.\n\n— Розкажіть про лошат.\n"
               "— Їх троє."),
      (found_turns{
          {"—", "Ні. Коні терплять."}, {"—", "Людей я не лікую.\nІ не буду."}, {"—", "Їх троє."}}));
}

TEST(Turns, ADialogueInAStoryOrAListIsNoInterview) {
  EXPECT_TRUE(turns_of("— Холодно? — спитала вона.\n— Ні.\n— А так?\n— Так.").empty());
  EXPECT_TRUE(turns_of("Was zu tun ist:\n– Dach\n– Keller\n– Hof\n– Garten").empty());
}

TEST(Turns, CyrillicLabels) {
  EXPECT_EQ(turns_of("ВЕДУЧА: Добрий вечір.\nМОСТЕЛЬ: Добрий.\nВЕДУЧА: Почнемо.").size(), 3u);
}

TEST(Turns, TextInBracketsBelongsToTheLabel) {
  const auto found = turns_of("Xi Jinping (retranslated): Hello.\nRudolf: Hello.\nRudolf: Sit.");
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].first, "Xi Jinping (retranslated)");
}

TEST(Turns, LinesOfSymbolsEndATurn) {
  const auto found =
      turns_of("ANNA: One.\nBEN: Two.\nANNA: Three.\n* * *\nThe meeting was closed.");
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[2].second, "Three.");
}

TEST(Turns, AnArticleWithANoteIsNoTranscript) {
  EXPECT_TRUE(
      turns_of("Prices rose by 3 percent in May, the bureau of statistics said in a report on "
               "Monday, and are expected to go on rising.\n\nPhoto: A. Berg\n\nCorrection: An "
               "earlier version gave a wrong month.\n")
          .empty());
}

TEST(Turns, AHeadlineWithAColonOverAnArticleIsNoLabel) {
  std::string article = "A Bold Plan for Clean Water: Dig Deeper\n\n";
  for (int i = 0; i < 20; ++i)
    article += "The council met again on Monday and put off the vote.\n\n";
  EXPECT_TRUE(turns_of(article + "Correction: An earlier version gave a wrong month.\n").empty());
}

TEST(Turns, AQuotationAfterTheColonIsNoTurn) {
  EXPECT_TRUE(turns_of("Berg: “We won.”\nBerg: “We lost.”\n").empty());
}

TEST(Turns, ASentenceWithAColonIsNoLabel) {
  EXPECT_TRUE(
      turns_of("The question is as follows: why?\nThe question is as follows: when?\n").empty());
}

TEST(Turns, TimestampsOfALiveBlogAreNoLabels) {
  EXPECT_TRUE(turns_of("14:05 The vote begins.\n14:10 The vote ends.\n").empty());
}

TEST(Turns, ATurnWithoutWordsIsEmptyAndInsideTheText) {
  const std::string text = "ANNA:\nANNA:";
  std::vector<turn_span> turns;
  find_turns(text, turns);
  ASSERT_EQ(turns.size(), 2u);
  for (const turn_span& t : turns) {
    EXPECT_LE(t.words, t.end);
    EXPECT_LE(t.end, text.size());
    EXPECT_LE(t.label_end, t.end);
  }
}

TEST(Turns, HostileTextsAreReadInLinearTime) {
  for (const std::string piece : {"A:\n", ":", "A", "A: ", "\n"}) {
    std::string text;
    while (text.size() < 4'000'000) text += piece;
    std::vector<turn_span> turns;
    const auto begin = std::chrono::steady_clock::now();
    find_turns(text, turns);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10)) << piece;
  }
}

}  // namespace
}  // namespace quoth::readers
