// What users of other quotation tools complain of, each with texts that show it handled: through
// the shipped plugins, from plain text to speakers.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "read_text.hpp"

namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Complaints, SpeakerInThePreviousSentence) {
  EXPECT_THAT(read_text("Mayor Helen Brandt stepped out of the town hall shortly after nine. “We "
                        "have run out of money, and there is nothing left to cut.”"),
              ElementsAre(spoken{"Helen Brandt",
                                 "We have run out of money, and there is nothing left to cut."}));
  EXPECT_THAT(read_text("The farmer Otto Hale shook his head. “Nobody asked us before they drew "
                        "that line across the field.” He turned and walked back to the barn."),
              ElementsAre(spoken{"Otto Hale",
                                 "Nobody asked us before they drew that line across the field."}));
}

TEST(Complaints, AppositiveWithAParagraphBreak) {
  EXPECT_THAT(read_text("“The bridge was never inspected,” said Dana Whitlock,\n\nthe county's "
                        "chief engineer, on Tuesday."),
              ElementsAre(spoken{"Dana Whitlock", "The bridge was never inspected,"}));
  EXPECT_THAT(read_text("“We are closing two of our five shops,” said Peter Aldous, head of the "
                        "bakery chain.\n\n“The rents have doubled,” he said."),
              ElementsAre(spoken{"Peter Aldous", "We are closing two of our five shops,"},
                          spoken{"Peter Aldous", "The rents have doubled,"}));
}

TEST(Complaints, SeveralSpeakersInOneSentence) {
  EXPECT_THAT(read_text("“It was a fair offer,” said Ruth Calder, while her rival Tom Ibsen called "
                        "it “a bribe in a gift bag”."),
              ElementsAre(spoken{"Ruth Calder", "It was a fair offer,"},
                          spoken{"Tom Ibsen", "it “a bribe in a gift bag”"}));
  EXPECT_THAT(read_text("Calder said the dam would hold, but the engineer Tom Ibsen warned that "
                        "the wall was cracking."),
              ElementsAre(spoken{"Calder", "the dam would hold"},
                          spoken{"Tom Ibsen", "that the wall was cracking"}));
}

TEST(Complaints, VerbsBeyondSaid) {
  EXPECT_THAT(read_text("“You will regret this vote,” Alma Reyes thundered."),
              ElementsAre(spoken{"Alma Reyes", "You will regret this vote,"}));
  EXPECT_THAT(read_text("“I never signed that paper,” insisted Karl Vogt."),
              ElementsAre(spoken{"Karl Vogt", "I never signed that paper,"}));
  EXPECT_THAT(read_text("Reyes quipped: “At least the coffee was cheap.”"),
              ElementsAre(spoken{"Reyes", "At least the coffee was cheap."}));
}

TEST(Complaints, QuotationsOverParagraphsAreJoined) {
  EXPECT_THAT(
      read_text(
          "“We lost the harvest twice,” Nora Quill said. “The first time it was hail.\n\n“The "
          "second time it was the river.\n\n“There will be no third time.”\n\nThe ministry "
          "did not answer."),
      Contains(spoken{"Nora Quill",
                      "We lost the harvest twice, The first time it was hail. The second time it "
                      "was the river. There will be no third time."}));
  EXPECT_THAT(
      read_text("“The first winter was the worst,” said Jonas Peck.\n\n“The second one we "
                "were ready for.”"),
      ElementsAre(spoken{"Jonas Peck",
                         "The first winter was the worst, The second one we were ready for."}));
}

TEST(Complaints, OddAndStrayMarks) {
  EXPECT_THAT(read_text("The 6\" pipe and the 12\" pipe were both rusted. \"Nobody checked them in "
                        "years,\" said Mira Stone."),
              ElementsAre(spoken{"Mira Stone", "Nobody checked them in years,"}));
  EXPECT_THAT(
      read_text("\"We will appeal, said Mira Stone.\n\n\"The court was wrong,\" she added."),
      ElementsAre(spoken{"Mira Stone", "We will appeal,"},
                  spoken{"Mira Stone", "The court was wrong,"}));
  EXPECT_THAT(read_text("The '90s were kinder to the port. “We had two ferries then,” said Mira "
                        "Stone."),
              ElementsAre(spoken{"Mira Stone", "We had two ferries then,"}));
}

TEST(Complaints, NicknamesInQuotationMarks) {
  EXPECT_THAT(read_text("Joaquin “Shorty” Marez was arrested on Friday. “I only drove the car,” "
                        "Marez told the court."),
              ElementsAre(spoken{"Joaquin “Shorty” Marez", "I only drove the car,"}));
  EXPECT_THAT(read_text("“The fish are gone,” said Walter “Buzz” Kimball, a retired skipper."),
              ElementsAre(spoken{"Walter “Buzz” Kimball", "The fish are gone,"}));
}

TEST(Complaints, AHomelessManIsASpeaker) {
  EXPECT_THAT(read_text("“They took my tent and my papers,” said a homeless man who gave his name "
                        "only as Rick."),
              ElementsAre(spoken{"a homeless man", "They took my tent and my papers,"}));
  EXPECT_THAT(read_text("A homeless man sleeping near the station said the police had come twice "
                        "that night."),
              ElementsAre(spoken{"A homeless man", "the police had come twice that night"}));
}

TEST(Complaints, TheCanonicalNameDiffersFromTheMention) {
  EXPECT_THAT(read_text("Finance Minister Elena Marković came late. “We cut nothing that matters,” "
                        "Marković said. “Not a school, not a clinic,” the minister added."),
              ElementsAre(spoken{"Elena Marković", "We cut nothing that matters,"},
                          spoken{"Elena Marković", "Not a school, not a clinic,"}));
  EXPECT_THAT(read_text("The International Rescue Fleet (IRF) sent three ships. The IRF said that "
                        "two had arrived."),
              ElementsAre(spoken{"International Rescue Fleet", "that two had arrived"}));
}

TEST(Complaints, FloatingQuotations) {
  EXPECT_THAT(read_text("Helen Brandt was asked about the strike. “I will not negotiate with the "
                        "doors locked.” She left without another word."),
              Contains(spoken{"Helen Brandt", "I will not negotiate with the doors locked."}));
  EXPECT_THAT(read_text("Ivan Dell lost the vote by nine. “Nine votes. I could have called nine "
                        "cousins.”"),
              ElementsAre(spoken{"Ivan Dell", "Nine votes. I could have called nine cousins."}));
}

TEST(Complaints, HeSaidInTheMiddleOfASentence) {
  EXPECT_THAT(
      read_text("Owen Hart came back. “I was elected,” he said, “and I will be here until "
                "the last day of my term.”"),
      ElementsAre(
          spoken{"Owen Hart", "I was elected, and I will be here until the last day of my term."}));
  EXPECT_THAT(read_text("“The trouble,” Lena Ostrow said, “is that the well is dry.”"),
              ElementsAre(spoken{"Lena Ostrow", "The trouble, is that the well is dry."}));
}

TEST(Complaints, ShowMakesNoFalseQuotations) {
  EXPECT_THAT(read_text("The records show “Project Heron” cost nine million. The show “Late With "
                        "Lou” returns on Sunday."),
              IsEmpty());
  EXPECT_THAT(read_text("The band's show, called “Northern Lights”, opens in May."), IsEmpty());
  EXPECT_THAT(read_text("They met at the show and left early."), IsEmpty());
}

TEST(Complaints, DashAndNameFromAndPressReleases) {
  EXPECT_THAT(read_text("“A warm, strange, unforgettable book.” – Imogen Bly"),
              ElementsAre(spoken{"Imogen Bly", "A warm, strange, unforgettable book."}));
  EXPECT_THAT(read_text("From Governor Alan Pryce:\n\n“Today we open the bridge that was promised "
                        "for thirty years.”"),
              ElementsAre(spoken{"Alan Pryce",
                                 "Today we open the bridge that was promised for thirty years."}));
  EXPECT_THAT(read_text("FOR IMMEDIATE RELEASE\n\nPort Authority Opens New Quay\n\nHARWICH, May 3 "
                        "– The port authority opened its new quay on Monday.\n\n“This quay will "
                        "bring four hundred jobs,” said Carla Menn, chief executive of the "
                        "authority.\n\nContact: press office"),
              ElementsAre(spoken{"Carla Menn", "This quay will bring four hundred jobs,"}));
}

TEST(Complaints, TimestampsOfLiveBlogs) {
  EXPECT_THAT(read_text("10:42 The minister has arrived.\n\n10:55 “We are close to a deal,” says "
                        "Foreign Minister Ada Lund.\n\n11:03 Lund: “Give us one more hour.”"),
              ElementsAre(spoken{"Ada Lund", "We are close to a deal,"},
                          spoken{"Ada Lund", "Give us one more hour."}));
  EXPECT_THAT(read_text("14:20 – The union's chief Bo Rasch says talks have broken down."),
              ElementsAre(spoken{"Bo Rasch", "talks have broken down"}));
}

TEST(Complaints, QuotationsInHeadlinesAndCaptions) {
  EXPECT_THAT(read_text("Brandt: ‘We were lied to’\n\nMayor Helen Brandt said on Monday that the "
                        "ministry had hidden the report."),
              ElementsAre(spoken{"Helen Brandt", "We were lied to"},
                          spoken{"Helen Brandt", "that the ministry had hidden the report"}));
  EXPECT_THAT(read_text("Photo: Fishermen mend nets below the “Old Customs House”. Picture by Ann "
                        "Loy\n\n“The catch is half of last year's,” said Erik Sund."),
              ElementsAre(spoken{"Erik Sund", "The catch is half of last year's,"}));
}

TEST(Complaints, InterviewsOfQuestionsAndAnswers) {
  EXPECT_THAT(read_text("Interview with Carla Menn, chief executive of the port authority\n\nQ: "
                        "When will the quay open?\n\nA: We open in May, if the cranes "
                        "arrive.\n\nQ: And if they do not?\n\nA: Then we open without cranes."),
              ElementsAre(spoken{"nobody", "When will the quay open?"},
                          spoken{"Carla Menn", "We open in May, if the cranes arrive."},
                          spoken{"nobody", "And if they do not?"},
                          spoken{"Carla Menn", "Then we open without cranes."}));
}

}  // namespace
