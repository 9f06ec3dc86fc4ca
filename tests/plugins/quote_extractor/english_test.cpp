// English quotations, one behaviour a test.
#include <gtest/gtest.h>

#include "extracted.hpp"

namespace quoth::quotes {
namespace {

std::vector<readable_quote> found(std::string_view text) {
  return quotes_in(text, "en");
}

// The one quote of a text.
readable_quote only(std::string_view text) {
  const auto quotes = found(text);
  EXPECT_EQ(quotes.size(), 1u) << text;
  return quotes.empty() ? readable_quote{} : quotes.front();
}

TEST(English, AQuotationBeforeItsSpeaker) {
  const auto q = only("“We cut taxes twice last year,” Anna Roe said.");
  EXPECT_EQ(q.kind, "direct");
  EXPECT_EQ(q.content, "“We cut taxes twice last year,”");
  EXPECT_EQ(q.text, "We cut taxes twice last year,");
  EXPECT_EQ(q.cue, "said");
  EXPECT_EQ(q.source, "Anna Roe");
}

TEST(English, ASpeakerBehindTheVerb) {
  EXPECT_EQ(only("“We cut taxes twice,” said Anna Roe, the finance minister.").source,
            "Anna Roe, the finance minister");
}

TEST(English, ASpeakerWithAnAppositive) {
  EXPECT_EQ(only("Anna Roe, a doctor from Cleveland, Ohio, said the clinic would close.").source,
            "Anna Roe, a doctor from Cleveland, Ohio");
}

struct sourced {
  const char* text;
  const char* source;
};

void expect_sources(std::initializer_list<sourced> cases) {
  for (const sourced& c : cases) {
    const auto quotes = found(c.text);
    ASSERT_FALSE(quotes.empty()) << c.text;
    EXPECT_EQ(quotes.front().source, c.source) << c.text;
  }
}

TEST(English, ASpeakerWithSeveralAppositives) {
  expect_sources(
      {{"“We cut taxes twice,” said Anna Roe, president of Harbor Watch, a think tank.",
        "Anna Roe, president of Harbor Watch, a think tank"},
       {"“We cut taxes twice,” said Anna Roe, a former state senator.",
        "Anna Roe, a former state senator"},
       {"“We cut taxes twice,” said Anna Roe, a doctor, who lives in Miren.",
        "Anna Roe, a doctor, who lives in Miren"},
       {"“We cut taxes twice,” said a man who asked for no name.", "a man who asked for no name"},
       {"The plant will close, according to Anna Roe, a lawyer in Miren.",
        "Anna Roe, a lawyer in Miren"}});
}

TEST(English, ARelativeClauseBelongsToANewSpeakerAndNotToASurname) {
  expect_sources(
      {{"Anna Roe, who runs the plant, said it would close.", "Anna Roe, who runs the plant"},
       {"Roe, who runs the plant, said it would close.", "Roe"}});
}

TEST(English, NamesOfSomeBelongToTheirGroupAndAsidesDoNot) {
  expect_sources({{"Several senators, including Anna Roe, said the plant would close.",
                   "Several senators, including Anna Roe"},
                  {"Cement makers, for instance, said the plant would close.", "Cement makers"}});
}

TEST(English, WherePlacesOpenTheSentenceTheSpeakerFollows) {
  expect_sources(
      {{"In an email, Anna Roe, a lawyer, said the plant would close.", "Anna Roe, a lawyer"},
       {"Earlier this week, Anna Roe, a lawyer, said the plant would close.",
        "Anna Roe, a lawyer"}});
}

TEST(English, ATimeWithoutPrepositionBelongsToTheNounBeforeIt) {
  expect_sources(
      {{"A new poll this week found that the plant would close.", "A new poll this week"},
       {"A statement Monday said that the plant would close.", "A statement Monday"},
       {"A poll released last week found that the plant would close.", "A poll released last week"},
       {"Roe on Monday said that the plant would close.", "Roe"},
       {"Roe last week said that the plant would close.", "Roe"}});
}

TEST(English, HowManySpeakBelongsToThem) {
  expect_sources(
      {{"At least three senators said the plant would close.", "At least three senators"},
       {"No one said that the plant would close.", "No one"},
       {"Virtually all analysts said the plant would close.", "Virtually all analysts"},
       {"More than half of respondents said the plant would close.",
        "More than half of respondents"}});
}

TEST(English, AQuantityMayStandBehindItsPhrase) {
  expect_sources({{"Roe (D-Ohio) and Doe (D-Iowa) all said the plant would close.",
                   "Roe (D-Ohio) and Doe (D-Iowa) all"},
                  {"On Monday all said the plant would close.", "all"}});
}

TEST(English, APlaceTellsWhichStrangerSpeaks) {
  expect_sources({{"“We cut taxes twice,” said one source in the room.", "one source in the room"},
                  {"“We cut taxes twice,” said a clerk in a statement.", "a clerk"},
                  {"“We cut taxes twice,” said a clerk on the last day.", "a clerk"},
                  {"“We cut taxes twice,” said Anna Roe in the room.", "Anna Roe"}});
}

TEST(English, NamesHoldInitialsAndUS) {
  expect_sources(
      {{"The counsel James A. Baker said the plant would close.", "The counsel James A. Baker"},
       {"But US Senator Anna Roe said the plant would close.", "US Senator Anna Roe"}});
}

TEST(English, AnAdverbThatNoListHasIsNoSpeaker) {
  expect_sources({{"The mayor cantankerously denies that the bridge will close.", "The mayor"},
                  {"He unswervingly maintains that the bridge will close.", "He"},
                  {"His family insists that the bridge will close.", "His family"}});
}

TEST(English, WhatHangsOnASpeakersNounBelongsToIt) {
  expect_sources({{"Advisers to Roe said the plant would close.", "Advisers to Roe"},
                  {"She and her husband said the plant would close.", "She and her husband"},
                  {"It was an offer that the ministry and local leaders said would fail.",
                   "the ministry and local leaders"}});
}

TEST(English, ANameBehindANounWithItsArticleOpensARelativeClause) {
  expect_sources(
      {{"This was the picture Roe described in detail.", "Roe"},
       {"The former senator Roe said the plant would close.", "The former senator Roe"}});
}

TEST(English, AWholeStatementInMarksEndsItsQuote) {
  EXPECT_EQ(only("A man yelled “You lie!” at the president.").content, "“You lie!”");
  EXPECT_EQ(found("Roe likened it to “open theft” – a charge that hurt.").front().content.find("–"),
            std::string::npos);
  const auto quotes =
      found("Roe says the state is rolling out a new and shorter message: “Come and work here.”");
  ASSERT_EQ(quotes.size(), 2u);
  EXPECT_EQ(quotes[1].content, "“Come and work here.”");
}

TEST(English, AQuotationBehindAColonBelongsToTheSurerCueBehindIt) {
  const auto q = only(
      "Now even Anna Roe has had enough: “We cannot live on speeches,” the mayor said in the hall "
      "on "
      "Monday.");
  EXPECT_EQ(q.content, "“We cannot live on speeches,”");
  EXPECT_EQ(q.cue, "said");
  EXPECT_EQ(q.source, "the mayor");
}

TEST(English, AQuestionIsNoTitle) {
  EXPECT_EQ(found("It was late. “Is Dalton Brody off Wisconsin?” Nobody knew.").size(), 1u);
}

TEST(English, WhatFollowsAParticipleWithItsClauseBelongsToThat) {
  const auto quotes =
      found("“We won,” Roe said, adding that it took years. “Nobody helped us,” he said.");
  ASSERT_GE(quotes.size(), 2u);
  EXPECT_EQ(quotes[0].content, "“We won,”");
  const auto open = found("“We won,” Roe said, adding that it took years. “Nobody helped us.”");
  ASSERT_EQ(open.size(), 2u);
  EXPECT_EQ(open[0].content, "“We won,”");
  EXPECT_EQ(open[1].content, "that it took years | “Nobody helped us.”");
}

TEST(English, AnInterruptedQuotationIsOne) {
  const auto q = only("“We won,” said Anna Roe, “and we knew that we would win.”");
  EXPECT_EQ(q.content, "“We won,” | “and we knew that we would win.”");
  EXPECT_EQ(q.source, "Anna Roe");
}

TEST(English, WhatFollowsTheAttributionBelongsToTheQuote) {
  const auto q = only("“We won,” Roe said. “We knew that we would win.”");
  EXPECT_EQ(q.content, "“We won,” | “We knew that we would win.”");
}

TEST(English, AQuotationOverSeveralParagraphsIsOne) {
  const auto q = only("“We won,” Roe said. “It took years.\n\n“Nobody helped us.\n\n“Not one.”");
  EXPECT_EQ(q.content, "“We won,” | “It took years. | “Nobody helped us. | “Not one.”");
}

TEST(English, AQuotationAfterAColonInTheNextParagraph) {
  const auto q = only("Roe wrote:\n\n“The stock is not collapsing. We will land less.”");
  EXPECT_EQ(q.kind, "direct");
  EXPECT_EQ(q.source, "Roe");
}

TEST(English, AMixedQuoteHoldsQuotedAndPlainWords) {
  const auto q = only("Roe said the plan was “a nuisance before the regatta” for the town.");
  EXPECT_EQ(q.kind, "mixed");
  EXPECT_EQ(q.content, "the plan was “a nuisance before the regatta” for the town");
}

TEST(English, CalledTakesTheWordsInMarks) {
  const auto q = only("He also called the treaty a “breakthrough document” on Friday.");
  EXPECT_EQ(q.content, "“breakthrough document”");
  EXPECT_EQ(q.kind, "direct");
}

TEST(English, ReportedClausesWithAndWithoutThat) {
  EXPECT_EQ(only("Roe said on Monday that the plant would close.").content,
            "that the plant would close");
  EXPECT_EQ(only("Roe believes the plant will close.").content, "the plant will close");
  EXPECT_EQ(only("Roe told reporters she would step aside.").content, "she would step aside");
}

TEST(English, AnAttributionBehindTheClause) {
  const auto q = only("The plant will close next year, Roe told reporters.");
  EXPECT_EQ(q.content, "The plant will close next year");
  EXPECT_EQ(q.source, "Roe");
}

TEST(English, AccordingToBeforeAndBehind) {
  for (const char* text : {"According to the institute, the stock is not collapsing.",
                           "The stock is not collapsing, according to the institute."}) {
    const auto q = only(text);
    EXPECT_EQ(q.source, "the institute");
    EXPECT_EQ(q.cue.substr(1), "ccording to");
    EXPECT_NE(q.content.find("stock is not collapsing"), std::string::npos);
  }
}

TEST(English, ACoordinatedCueSharesItsSubject) {
  const auto quotes = found("Roe criticized the mayor and said that nobody had asked her.");
  ASSERT_EQ(quotes.size(), 2u);
  EXPECT_EQ(quotes[0].content, "the mayor");
  EXPECT_EQ(quotes[1].source, "Roe");
  EXPECT_EQ(quotes[1].content, "that nobody had asked her");
}

TEST(English, AParticipleSharesItsSubject) {
  const auto quotes = found("“We won,” Roe said, adding that nobody had helped.");
  ASSERT_EQ(quotes.size(), 2u);
  EXPECT_EQ(quotes[1].source, "Roe");
  EXPECT_EQ(quotes[1].cue, "adding");
}

TEST(English, SeveralSpeakersInOneSentence) {
  const auto quotes = found("Roe said the plant would close, but Doe warned that jobs would go.");
  ASSERT_EQ(quotes.size(), 2u);
  EXPECT_EQ(quotes[0].content, "the plant would close");
  EXPECT_EQ(quotes[1].source, "Doe");
}

TEST(English, VerbsBeyondTheLexiconAfterAQuotation) {
  const auto q = only("“Nobody leaves this room,” Roe bellowed.");
  EXPECT_EQ(q.cue, "bellowed");
  EXPECT_EQ(q.source, "Roe");
}

TEST(English, TitlesAndScareQuotesAreNoStatements) {
  EXPECT_TRUE(found("‘Irreversible Path’ to NATO, $43 Billion in Aid").empty());
  EXPECT_TRUE(found("The so-called “experts” met in the “Grand Hotel of the North”.").empty());
}

TEST(English, ANicknameStaysInTheName) {
  const auto q = only("Elizabeth “Bess” Roe said the plant would close.");
  EXPECT_EQ(q.source, "Elizabeth “Bess” Roe");
  EXPECT_EQ(q.kind, "indirect");
}

TEST(English, AFloatingQuotationOfFewWordsNeedsACue) {
  const std::string text = "It was over. “We have lost it all.” Nobody moved.";
  EXPECT_EQ(quotes_in(text, "en", true, 3).size(), 1u);
  EXPECT_EQ(quotes_in(text, "en", true, 9).size(), 0u);
  EXPECT_LT(quotes_in(text, "en")[0].confidence, 0.5);
}

TEST(English, AQuestionMarkEndsAQuotationBeforeItsSpeaker) {
  const auto q = only("“Who would pay for it?” she asked.");
  EXPECT_EQ(q.source, "she");
  EXPECT_EQ(q.kind, "direct");
}

TEST(English, LettersOfTheLawAreSourcesToo) {
  const auto q = only("“The bridge is closed to all traffic,” the notice read.");
  EXPECT_EQ(q.source, "the notice");
}

TEST(English, ExpectedAndSeemsReportTheirSubject) {
  const auto q = only("The minister is expected to resign.");
  EXPECT_EQ(q.content, "The minister | to resign");
  EXPECT_EQ(q.source, "");
}

TEST(English, QuotationsInsideQuotationsAreNotReportedTwice) {
  const auto q = only("“He said ‘never again’ and he meant it,” Roe told the court.");
  EXPECT_EQ(q.content, "“He said ‘never again’ and he meant it,”");
}

TEST(English, AsJoinsWhatIsSaidOfAThingToIt) {
  EXPECT_EQ(only("Roe described the plan as a gift to the banks.").content,
            "the plan as a gift to the banks");
  EXPECT_EQ(only("Roe criticized the mayor more harshly than the council.").content,
            "the mayor more harshly than the council");
}

TEST(English, ContentBeginsBehindPersonsPlacesAndTimes) {
  EXPECT_EQ(only("Roe told an audience at a book fair in Leeds last week that rents are falling.")
                .content,
            "that rents are falling");
  EXPECT_EQ(only("Roe also said, without evidence, that the votes were bought.").content,
            "that the votes were bought");
  EXPECT_EQ(only("As rivals laughed at the senator, Ms. Roe told voters on Sunday that she would "
                 "go on.")
                .content,
            "that she would go on");
  EXPECT_EQ(only("Roe asks her assistant to print the reports.").content, "to print the reports");
}

TEST(English, BritishSpellingsOfVerbsAreKnown) {
  EXPECT_EQ(only("Roe emphasised that the plant would close.").cue, "emphasised");
  EXPECT_EQ(only("The mayor signalled that the plant would close.").source, "The mayor");
}

TEST(English, WhoIsAskedOrToldSaysNothing) {
  const auto asked = only("Roe was asked about the plan.");
  EXPECT_EQ(asked.content, "the plan");
  EXPECT_EQ(asked.source, "");
  const auto told = only("Roe was told that the plant would close.");
  EXPECT_EQ(told.content, "that the plant would close");
  EXPECT_EQ(told.source, "");
}

TEST(English, AnAskedQuestionIsNobodysAndEndsAtTheComma) {
  const auto quotes = found("Asked whether he would stay, she replied: “Until the summer.”");
  ASSERT_EQ(quotes.size(), 2u);
  EXPECT_EQ(quotes[0].content, "whether he would stay");
  EXPECT_EQ(quotes[0].source, "");
  EXPECT_EQ(quotes[1].source, "she");
}

TEST(English, WhatIsPromisedEndsBeforeAParticiple) {
  const auto quotes = found("Roe promised a new tunnel, dismissing warnings that it had failed.");
  ASSERT_EQ(quotes.size(), 2u);
  EXPECT_EQ(quotes[0].content, "a new tunnel");
}

TEST(English, AWholeParagraphInMarksGoesOnWithAStatementAndNotWithAFragment) {
  EXPECT_EQ(
      found("“They were tired of it,” Roe said.\n\n“Nobody had helped them for years.”").size(),
      1u);
  EXPECT_EQ(
      found("A doctor wrote that she was “tired of it.”\n\n“Nobody had helped her for years.”")
          .size(),
      2u);
}

TEST(English, AFragmentInAnOpeningClauseIsNotWhatTheNextOneSays) {
  const auto quotes = found("Although he “loves China,” he also claims that China cheats.");
  ASSERT_EQ(quotes.size(), 1u);
  EXPECT_EQ(quotes[0].content, "that China cheats");
}

TEST(English, AnOpeningClauseIsNotWhatACrowdChants) {
  EXPECT_EQ(only("As they marched down Broad Street, they chanted “No justice, no peace.”").content,
            "“No justice, no peace.”");
}

TEST(English, ASpeakerBehindTheVerbOfAClauseWithCommas) {
  const auto q =
      only("The plant is hanging on, even in Leeds, said Anna Roe, director of the institute.");
  EXPECT_EQ(q.source, "Anna Roe, director of the institute");
  EXPECT_EQ(q.content, "The plant is hanging on, even in Leeds");
}

TEST(English, WithinReportedWordsOnlySureCuesReport) {
  const auto q = only("Roe said that he wanted the plan to reflect the vote.");
  EXPECT_EQ(q.content, "that he wanted the plan to reflect the vote");
  EXPECT_EQ(found("Roe said that Klein told reporters that the plan was dead.").size(), 2u);
  EXPECT_EQ(found("Roe reported that she told staff in private that the plan was dead.").size(),
            2u);
}

TEST(English, WhoeverIsDescribedBehindAccordingToSaysWhatFollows) {
  const auto q =
      only("According to Mrs Roe, the club's bookkeeper, there were ten in the account.");
  EXPECT_EQ(q.source, "Mrs Roe");
  EXPECT_EQ(q.content, "there were ten in the account");
  EXPECT_EQ(only("According to Ida Roe two thirds of the boats have to go.").content,
            "two thirds of the boats have to go");
}

TEST(Layout, WhereSomethingIsPrintedDoesNotSayIt) {
  EXPECT_EQ(only("A doctor with the guts to print it, Dr Ida Roe in the Herald: “Measles is mild.”")
                .source,
            "Dr Ida Roe");
}

TEST(Layout, WhatOpensAPostIsNobody) {
  for (const char* text : {"Reason: his girls are happy at their school.",
                           "Enough after a dozen years: the mayor stands down in May."}) {
    EXPECT_TRUE(quotes_in(text, "en").empty()) << text;
  }
  EXPECT_EQ(only("Respect where it is due: “We were wrong about the wind.”").source, "");
}

TEST(Layout, ANameAndAColon) {
  EXPECT_EQ(only("Health minister Tierney: “We will shut the plant.”").source,
            "Health minister Tierney");
  EXPECT_EQ(only("Water boss Fiona Hale this afternoon: “The water remains safe.”").source,
            "Water boss Fiona Hale");
  EXPECT_EQ(only("Roe on falling output: “I would not call it a recession.”").source, "Roe");
}

TEST(Layout, ACommentBeforeTheNameIsNoSpeaker) {
  for (const auto& [lead, speaker] : {
           std::pair("Tough and fair, Mrs Crake of the Federation", "Mrs Crake of the Federation"),
           std::pair("Brilliant as ever, Fiona Hale", "Fiona Hale"),
           std::pair("Fiona Hale, Mayor of Port Ellis", "Fiona Hale, Mayor of Port Ellis"),
           std::pair("Head of planning, Ruth Ansell", "Head of planning, Ruth Ansell"),
       }) {
    EXPECT_EQ(only(std::string(lead) + ": “The water remains safe.”").source, speaker);
  }
  EXPECT_NE(only("Roe on tax, Westminster: “The water remains safe.”").source, "Westminster");
}

TEST(Layout, ANameBehindADash) {
  EXPECT_EQ(only("“No patient will be turned away.” – Maeve Sorrell").source, "Maeve Sorrell");
  EXPECT_EQ(only("“No patient will be turned away.” ― Maeve Sorrell").cue, "―");
}

TEST(Layout, ANameAloneBehindTheQuotation) {
  EXPECT_EQ(
      only("“Pensioners are a luxury this country can't afford.” Blanc. My nan cried.").source,
      "Blanc");
}

TEST(Layout, AClaimBehindANameInAPost) {
  const auto q = only("Governor Calloway: touch the mandate and I resign.");
  EXPECT_EQ(q.kind, "indirect");
  EXPECT_EQ(q.source, "Governor Calloway");
  EXPECT_EQ(q.content, "touch the mandate and I resign");
}

TEST(Layout, TheCapitalOfTheFirstWordMakesNoName) {
  for (const auto& q : found("Sore loser alert: “The referee had a difficult night.”")) {
    EXPECT_EQ(q.source, "");
  }
}

TEST(Languages, WithoutResourcesOnlyQuotationsInMarksAreFound) {
  const auto quotes =
      quotes_in("Ministras sakė, kad viskas gerai. „Mes viską padarėme laiku.“", "lt", false);
  ASSERT_EQ(quotes.size(), 1u);
  EXPECT_EQ(quotes[0].kind, "direct");
}

TEST(English, AnyVerbThatEndsTheSentenceBehindItsSpeakerReports) {
  EXPECT_EQ(only("The ward was short of nurses for weeks, an inquest heard.").source, "an inquest");
  EXPECT_EQ(
      only("Patients were given “the wrong drugs at the wrong time”, a report has found.").source,
      "a report");
  const auto quotes =
      found("A nurse warned that the ward was unsafe, an inquest heard on Tuesday.");
  ASSERT_EQ(quotes.size(), 2u);
  EXPECT_EQ(quotes[1].content, "that the ward was unsafe");
}

TEST(English, ALateAttributionReportsTheClauseBeforeItNotTheTimeBehind) {
  EXPECT_EQ(only("Shells damaged nine houses in Karst, officials said, hours after talks failed.")
                .content,
            "Shells damaged nine houses in Karst");
}

TEST(English, ASpeakerWithARelativeClauseIsNotWhatItSays) {
  const auto q = only(
      "Anna Roe, a doctor who was not involved in it, says the dating of the bones rests on hope.");
  EXPECT_EQ(q.source, "Anna Roe, a doctor who was not involved in it");
  EXPECT_EQ(q.content, "the dating of the bones rests on hope");
}

TEST(English, WhatIsAskedBetweenCommasDoesNotHideTheSubject) {
  for (const auto& q :
       found("Roe, asked about the review years later, said she had not read it.")) {
    EXPECT_EQ(q.source, q.cue == "said" ? "Roe" : "") << q.cue;
  }
}

TEST(English, AQuestionBehindWhoAsksIt) {
  const auto quotes =
      found("Asked by Reeve, for the family, whether she knew, Roe replied: “I did not know.”");
  ASSERT_EQ(quotes.size(), 2u);
  EXPECT_EQ(quotes[0].content, "whether she knew");
  EXPECT_EQ(quotes[1].source, "Roe");
}

TEST(English, AClauseBehindAsWithContentOfItsOwnReportsThat) {
  EXPECT_EQ(
      only("Shares fell on Thursday, as chief executive Anna Roe warned of weaker demand.").content,
      "weaker demand");
}

TEST(English, WhoHasOnlySeenAReportDoesNotSayIt) {
  EXPECT_EQ(only("The report, seen by the Herald, says that the ward was unsafe.").source,
            "The report");
}

TEST(English, ANegationIsNobodyWhoIsAsked) {
  EXPECT_EQ(only("The worker asked not to be named.").content, "not to be named");
}

TEST(English, WhatIsSaidToBeIsOfNobodyInTheSentence) {
  const auto quotes = found("The minister is said to have been “livid with the whole department”.");
  ASSERT_FALSE(quotes.empty());
  EXPECT_EQ(quotes[0].source, "");
}

TEST(English, WhoIsAccusedDoesNotSay) {
  for (const auto& q : found("A man accused of killing his partner told a friend it was over.")) {
    EXPECT_EQ(q.cue, "told");
  }
}

TEST(English, WhoIsQuotedByAnotherSaysIt) {
  EXPECT_EQ(
      only("Anna Roe was quoted by state media as saying that the rich must go first.").source,
      "Anna Roe");
}

TEST(English, WhatIsDeniedIsNoReportOfItsOwn) {
  EXPECT_EQ(only("Roe has denied threatening the director.").status, "denied");
}

TEST(English, ByTelephoneIsNobody) {
  for (const auto& q : found("“There is no truce,” Roe said by telephone.")) {
    EXPECT_EQ(q.source, "Roe");
  }
}

TEST(English, ARelativeClauseBetweenCommasDoesNotHideTheSubject) {
  const auto quotes =
      found("But two officers, who insisted on secrecy, said that the town was empty.");
  ASSERT_FALSE(quotes.empty());
  EXPECT_EQ(quotes.back().source, "two officers, who insisted on secrecy");
}

TEST(English, ALetterFromOneToAnotherSaysIt) {
  EXPECT_EQ(only("An email from Crewe to Ashworth, dated June, said: “Nine are in court.”").source,
            "An email from Crewe to Ashworth, dated June");
}

TEST(English, AnOpeningQuestionIsNoPartOfTheSpeaker) {
  const auto quotes = found(
      "Asked about claims that trucks pass by night, manager Doug Roe, a local man, said: “No.”");
  ASSERT_FALSE(quotes.empty());
  EXPECT_EQ(quotes.back().source, "manager Doug Roe, a local man");
}

TEST(English, WhatFollowsTheVerbOfASpeakerBetweenCommasIsReported) {
  const auto quotes =
      found("Webb, whose husband died in 2013, said Roe’s evidence made her feel sick.");
  ASSERT_EQ(quotes.size(), 1u);
  EXPECT_EQ(quotes[0].source, "Webb, whose husband died in 2013");
}

TEST(English, NobodySaysWhatNobodyWasTold) {
  const auto quotes = found("Roe said he had never been told that drivers were in court.");
  ASSERT_EQ(quotes.size(), 1u);
  EXPECT_EQ(quotes[0].source, "Roe");
}

TEST(English, ALateAttributionMayBeByWhoeverBelongsToSomebody) {
  for (const auto& q : found("The union will strike unless the city guarantees all jobs, its "
                             "chairwoman said on Tuesday.")) {
    EXPECT_EQ(q.content.find("chairwoman"), std::string::npos) << q.content;
  }
}

TEST(English, ALateAttributionMayCiteSomebody) {
  const auto quotes = found(
      "Prices rose after OPEC said it would cut output, Reuters reported, citing two envoys.");
  ASSERT_FALSE(quotes.empty());
  for (const auto& q : quotes) {
    EXPECT_EQ(q.content.find("Reuters"), std::string::npos) << q.content;
  }
}

TEST(English, ANounBehindAQuotationIsNoVerb) {
  for (const auto& q : found("One shouted: “Shame on you!” The chair, Anthony Bell, left.")) {
    EXPECT_NE(q.cue, "chair");
  }
}

TEST(English, AnInfinitiveOfARelativeClauseDoesNotHideTheSpeaker) {
  EXPECT_EQ(
      only("A boy who ran back three times to rescue his neighbours says he would do it again.")
          .source,
      "A boy who ran back three times to rescue his neighbours");
}

TEST(English, WhatOpensASentenceIsNotWhatItsSubjectSays) {
  for (const auto& q : found("According to two people near him, who spoke to us, Roe told staff to "
                             "clean up the reports.")) {
    EXPECT_NE(q.content.substr(0, 9), "According");
  }
  for (const auto& q : found("Asked whether the cat knew her, Mrs Roe paused.")) {
    EXPECT_EQ(q.cue, "Asked");
  }
}

TEST(English, WordsReportedBetweenTwoDashesEndWithThem) {
  for (const std::string dash : {" – ", "—", " -- "}) {
    EXPECT_EQ(only("The mayor" + dash + "who said she would close the port" + dash +
                   "left the town in May.")
                  .content,
              "she would close the port")
        << dash;
  }
  EXPECT_EQ(only("The mayor said she would close the port – and the pier – in May.").content,
            "she would close the port – and the pier – in May");
}

TEST(English, TheObjectOfAVerbSaysWhatItIsQuotedThankedOrForcedToSay) {
  struct row {
    std::string text, cue, source;
  };
  for (const auto& [text, cue, source] : std::vector<row>{
           {"The Post quoted another unnamed official as saying that Roe was not opposed.",
            "saying", "another unnamed official"},
           {"The paper quoted him as saying the port was closed.", "saying", "him"},
           {"Reuters cited Otto Pell, a Nice native, as saying that the truck sped up.", "saying",
            "Otto Pell, a Nice native"},
           {"The union thanked Ida Roe for saying that wages must rise.", "saying", "Ida Roe"},
           {"The senator forced Tim Cobb to admit that the port was closed.", "to admit",
            "Tim Cobb"},
           {"The mayor allowed his deputy to announce that the pier would open.", "to announce",
            "his deputy"},
           {"Otto Pell was quoted by the Post as saying that the port was closed.", "saying",
            "Otto Pell"},
           {"He was fired for saying that wages had fallen.", "saying", "He"},
           {"The mayor used the speech to announce that the pier would open.", "to announce",
            "The mayor"}}) {
    bool seen = false;
    for (const auto& q : found(text)) {
      if (q.cue != cue) continue;
      seen = true;
      EXPECT_EQ(q.source, source) << text;
    }
    EXPECT_TRUE(seen) << text;
  }
}

TEST(English, WhoSaysAllOfItIsNotWhatSomebodySays) {
  EXPECT_EQ(only("The yard paid double what the club was asking, boasts Ida Roe.").content,
            "The yard paid double what the club was asking");
}

TEST(English, AClauseRightBehindASourceNeedsNoComma) {
  const auto quotes = found(
      "According to Roe it was the town that proposed six trains a day, and the union never "
      "replied.");
  ASSERT_FALSE(quotes.empty());
  EXPECT_EQ(quotes[0].source, "Roe");
  EXPECT_EQ(quotes[0].content.substr(0, 29), "it was the town that proposed");
}

TEST(English, ADayMayBePartOfWhatGetsAName) {
  EXPECT_EQ(only("The bishop called Sunday worship a hobby for pensioners.").content,
            "Sunday worship a hobby for pensioners");
}

TEST(English, AnEllipsisEndsWordsWithoutMarks) {
  EXPECT_EQ(only("The mayor said that nobody was hurt... my mother is eighty.").content,
            "that nobody was hurt");
}

TEST(English, AnInsertionBetweenTheCueAndThatIsPassedOver) {
  EXPECT_EQ(only("The mayor said – and nobody in the hall doubted it – that the port would close.")
                .content,
            "that the port would close");
  EXPECT_EQ(only("Ida Roe said on Monday – her birthday – that she was tired.").content,
            "that she was tired");
}

TEST(English, ClaimsThatAreOnlySpokenOfAreNobodys) {
  const auto quotes = found("A committee met on Tuesday over claims that reports were altered.");
  ASSERT_FALSE(quotes.empty());
  EXPECT_EQ(quotes[0].source, "");
}

}  // namespace
}  // namespace quoth::quotes
