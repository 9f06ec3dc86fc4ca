#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "segmented.hpp"

namespace quoth::segmenter {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> paragraphs_of(std::string_view text) {
  return segment_text(text).paragraphs;
}

TEST(Paragraphs, BlankLinesPart) {
  EXPECT_THAT(paragraphs_of("\n  First.\r\n \t \r\nSecond. \n\n\n\nThird"),
              ElementsAre("First.", "Second.", "Third"));
}

TEST(Paragraphs, SingleLinesAreParagraphsWhereNothingWraps) {
  EXPECT_THAT(paragraphs_of("The first ends.\nThe second ends.\n“The third.”"),
              ElementsAre("The first ends.", "The second ends.", "“The third.”"));
}

TEST(Paragraphs, HeadingsAndBulletsAreTheirOwn) {
  EXPECT_THAT(paragraphs_of("Heading\nText ends.\n\n• one\n• two\n- three\n* * *\nEnd."),
              ElementsAre("Heading", "Text ends.", "• one", "• two", "- three", "* * *", "End."));
}

TEST(Paragraphs, WrappedLinesAreJoined) {
  EXPECT_THAT(paragraphs_of("The minister told reporters in the capital on\n"
                            "Tuesday that forty-one thousand tonnes would be\n"
                            "landed and that the survey had been read with\n"
                            "care.\n"
                            "A second paragraph begins here after a short\n"
                            "line."),
              ElementsAre("The minister told reporters in the capital on\n"
                          "Tuesday that forty-one thousand tonnes would be\n"
                          "landed and that the survey had been read with\n"
                          "care.",
                          "A second paragraph begins here after a short\nline."));
}

TEST(Paragraphs, ScansWithABlankLineAfterEveryLineAreJoined) {
  EXPECT_THAT(segment_text("STATEMENT\n\n"
                           "The purpose of the conference was to discuss the\n\n"
                           "arrangements that must be made to provide the\n\n"
                           "necessary staff. The minister said that it was to\n\n"
                           "regard itself as the master of its procedure.")
                  .sentences,
              ElementsAre("STATEMENT",
                          "The purpose of the conference was to discuss the\n\n"
                          "arrangements that must be made to provide the\n\n"
                          "necessary staff.",
                          "The minister said that it was to\n\n"
                          "regard itself as the master of its procedure."));
}

TEST(Paragraphs, AStrayWrappedLineIsJoined) {
  EXPECT_THAT(paragraphs_of("Note: the candidate is a serial liar, a misogynist,\n"
                            "and a birther.\n\nThe next."),
              ElementsAre("Note: the candidate is a serial liar, a misogynist,\nand a birther.",
                          "The next."));
}

TEST(Paragraphs, LabelsInCapitalsAreSentencesOfTheirOwn) {
  EXPECT_THAT(sentences_of("PRIME MINISTER: Good morning. Thank you.\n\nJOURNALIST:\n\nWhy?"),
              ElementsAre("PRIME MINISTER:", "Good morning.", "Thank you.", "JOURNALIST:", "Why?"));
}

TEST(Paragraphs, LabelsOfNamesNeedATranscriptAroundThem) {
  EXPECT_THAT(
      sentences_of("Vladimir Putin: Good.\nMaria Sittel: Why?\nVladimir Putin: So."),
      ElementsAre("Vladimir Putin:", "Good.", "Maria Sittel:", "Why?", "Vladimir Putin:", "So."));
  EXPECT_THAT(sentences_of("Julian Ashgrove: the door is open."),
              ElementsAre("Julian Ashgrove: the door is open."));
}

TEST(Paragraphs, AQuotationAfterTheColonIsNoTurn) {
  EXPECT_THAT(sentences_of("LARK: “I'd sooner run.”"), ElementsAre("LARK: “I'd sooner run.”"));
}

TEST(Paragraphs, TimesOfLiveBlogsAreSentencesOfTheirOwn) {
  EXPECT_THAT(sentences_of("07:02 Good morning.\n\n8.31 p.m. A picket.\n\n3.40 per cent."),
              ElementsAre("07:02", "Good morning.", "8.31 p.m.", "A picket.", "3.40 per cent."));
}

TEST(Paragraphs, EmptyTextsHaveNone) {
  EXPECT_TRUE(paragraphs_of("").empty());
  EXPECT_TRUE(paragraphs_of(" \n\n\t\r\n\u00A0").empty());
}

}  // namespace
}  // namespace quoth::segmenter
