// What the tagger found, fitted to quotation marks.
#include "tagged_attributions.hpp"

#include <gtest/gtest.h>

#include <string>

#include "extractor.hpp"
#include "segmented_text.hpp"
#include "shipped_lexicon.hpp"

namespace quoth::quotes {
namespace {

constexpr std::uint32_t window_words = 100;

// The pieces of contents that the tagger saw as all of their windows, one window after the other
// over a text of one quotation with `count` words in it.
std::vector<word_range> pieces_over(std::uint32_t count) {
  std::string text = "“";
  for (std::uint32_t i = 1; i < count; ++i) text += "we ";
  text += "won”";
  segmented_text segmented("en");
  extractor rules;
  extraction found;
  rules.run(segmented.segment(text), {}, &shipped_lexicon("en"), {}, found);
  const word_list& words = rules.words();
  tagging tagged;
  for (std::uint32_t begin = 1; begin + window_words < words.size(); begin += window_words) {
    const word_range window{begin, begin + window_words};
    tagged.quotes.push_back({.anchor = begin,
                             .window = window,
                             .first_span = static_cast<std::uint32_t>(tagged.spans.size()),
                             .spans = 1});
    tagged.spans.push_back({quoth::part_role::content, window});
  }
  std::vector<attribution> attributions;
  std::vector<word_range> pieces;
  attribute_tagged(tagged, {}, words, attributions, pieces);
  return pieces;
}

TEST(TaggedAttributions, AQuotationThatTheWindowCutIsTakenWhole) {
  const auto pieces = pieces_over(250);
  ASSERT_EQ(pieces.size(), 2u);
  EXPECT_EQ(pieces[0], (word_range{0, 252}));
  EXPECT_EQ(pieces[1], (word_range{0, 252}));
}

TEST(TaggedAttributions, AQuotationOfAnyLengthIsNotPartOfEveryPieceInIt) {
  const std::uint32_t count = 20'000;
  std::uint32_t words = 0;
  for (const word_range& piece : pieces_over(count)) words += piece.size();
  EXPECT_LT(words, 4 * count);
}

struct seen_quote {
  std::string anchor;                 // the word that begins with it
  std::vector<std::string> contents;  // parts of the text
  std::string source = {};            // another, or none
  bool without_cue = false;
};

// What is made of quotes that the tagger saw, one line each: its source and the pieces of its
// content, each behind a |; a quotation that was taken from the rules in brackets. `with_rules`:
// the rules proposed something for the anchors.
std::string attributed(const std::string& text, const std::vector<seen_quote>& seen,
                       bool with_rules = false) {
  segmented_text segmented("en");
  extractor rules;
  extraction found;
  rules.run(segmented.segment(text), {}, &shipped_lexicon("en"), {}, found);
  const word_list& words = rules.words();
  const auto word_at = [&](std::size_t byte) {
    std::uint32_t i = 0;
    while (i < words.size() && words[i].where.end <= byte) ++i;
    return i;
  };
  const auto range_of = [&](const std::string& part) {
    const std::size_t begin = text.find(part);
    return word_range{word_at(begin), word_at(begin + part.size() - 1) + 1};
  };
  const auto text_of = [&](word_range range) {
    const quoth::span where = words.span(range);
    return text.substr(where.begin, where.end - where.begin);
  };
  const std::span<const attribution> proposed = rules.attributions();
  tagging tagged;
  for (const seen_quote& one : seen) {
    tagged_quote quote{.anchor = word_at(text.find(one.anchor)),
                       .has_cue = !one.without_cue,
                       .window = {0, words.size()},
                       .first_span = static_cast<std::uint32_t>(tagged.spans.size())};
    for (const std::string& part : one.contents) {
      tagged.spans.push_back({quoth::part_role::content, range_of(part)});
    }
    if (!one.source.empty()) {
      tagged.spans.push_back({quoth::part_role::source, range_of(one.source)});
    }
    quote.spans = static_cast<std::uint32_t>(tagged.spans.size()) - quote.first_span;
    for (std::uint32_t n = 0; n < proposed.size(); ++n) {
      if (with_rules && proposed[n].head == quote.anchor) quote.rule = n;
    }
    tagged.quotes.push_back(quote);
  }
  std::vector<attribution> attributions;
  std::vector<word_range> pieces;
  attribute_tagged(tagged, with_rules ? proposed : std::span<const attribution>(), words,
                   attributions, pieces);
  std::string lines;
  for (const attribution& a : attributions) {
    if (!lines.empty()) lines += '\n';
    if (!a.source.empty()) lines += text_of(a.source);
    if (a.pieces == 0) {
      const word_range q = a.quotation == nowhere ? a.content : words.quotation(a.quotation);
      lines.append("|[").append(text_of(q)).append("]");
    }
    for (const word_range& piece : std::span(pieces).subspan(a.first_piece, a.pieces)) {
      lines.append("|").append(text_of(piece));
    }
  }
  return lines;
}

// The content of one quote, its pieces with a | between them.
std::string content_of(const std::string& text, const std::vector<std::string>& seen,
                       const std::string& anchor, bool with_rules = false) {
  const std::string lines = attributed(text, {{anchor, seen}}, with_rules);
  const std::string line = lines.substr(0, lines.find('\n'));
  return line.substr(line.find('|') + 1);
}

TEST(TaggedAttributions, WhatAddressesOrAnnouncesAQuotationIsNoPartOfIt) {
  EXPECT_EQ(content_of("She answered, shouting at him, “you are no friend of mine.”",
                       {"him", "you are no friend of mine"}, "shouting"),
            "“you are no friend of mine.”");
  EXPECT_EQ(content_of("He responded with a phrase that could be his rival's: “Do not moan to me.”",
                       {"a phrase that could be his rival's: “Do not moan to me"}, "responded"),
            "“Do not moan to me.”");
  EXPECT_EQ(content_of("“It is bad,” he said halfway through the meeting. “It gets no better.”",
                       {"It is bad", "halfway through the meeting. “It gets no better"}, "said"),
            "“It is bad,”|“It gets no better.”");
}

TEST(TaggedAttributions, WordsOfAReportBeforeAQuotationStayInIt) {
  EXPECT_EQ(content_of("He said that the plan is “dead on arrival.”",
                       {"the plan is “dead on arrival"}, "said"),
            "the plan is “dead on arrival.”");
  EXPECT_EQ(content_of("She said that after all that has happened this year, “we must go on now.”",
                       {"after all that has happened this year, “we must go on now"}, "said"),
            "after all that has happened this year, “we must go on now.”");
}

TEST(TaggedAttributions, AQuotationSeenToTheEndOfItsFirstSentenceIsTakenWhole) {
  EXPECT_EQ(content_of("A speaker said in a statement. “There are no ballots. They were burnt.”",
                       {"There are no ballots"}, "said"),
            "“There are no ballots. They were burnt.”");
}

TEST(TaggedAttributions, QuotationsOfTwoParagraphsAreNotOnePiece) {
  const std::string text =
      "“They just don’t understand us. It is far out there.”\n\n"
      "“I don’t understand it either,” said Kim.";
  EXPECT_EQ(content_of(text, {"It is far out there.”\n\n“I don’t understand it either"}, "said"),
            "“I don’t understand it either,”");
}

TEST(TaggedAttributions, TheQuotationOfACueThatTheRulesFindTooIsReadByThem) {
  const std::string text = "“We can’t afford it,” Roe said, adding later, “It costs us a lot.”";
  EXPECT_EQ(content_of(text, {"We can’t afford it", "It costs us a lot"}, "said", true),
            "[“We can’t afford it,”]");
  EXPECT_EQ(content_of(text, {"We can’t afford it", "later, “It costs us a lot"}, "said", true),
            "“We can’t afford it,”|“It costs us a lot.”");
}

TEST(TaggedAttributions, ASourceThatTheTaggerDoesNotSeeIsThatOfTheRulesQuotation) {
  EXPECT_EQ(attributed("“We can’t afford it,” Roe said.", {{"said", {"We can’t afford it"}}}, true),
            "Roe|[“We can’t afford it,”]");
}

TEST(TaggedAttributions, AContentEndsWithItsParagraph) {
  EXPECT_EQ(content_of("“It was clear to us.”\n\nThe polls may change, noted Kim Roe.",
                       {"It was clear to us.”\n\nThe polls may change"}, "noted"),
            "The polls may change");
}

TEST(TaggedAttributions, APieceOfTwoQuotesIsLeftToTheNearerCue) {
  EXPECT_EQ(attributed("“You win?” she said, but Roe went on about “a system of the rich.”",
                       {{"said", {"You win?", "a system of the rich"}, "she"},
                        {"went", {"a system of the rich"}, "Roe"}}),
            "she|“You win?”\nRoe|“a system of the rich.”");
  EXPECT_EQ(attributed("“This is wrong,” Roe said. “You squeezed them” for years, she added.",
                       {{"said", {"This is wrong", "“You squeezed them” for years"}, "Roe"},
                        {"added", {"“You squeezed them” for years"}, "she"}}),
            "Roe|“This is wrong,”\nshe|“You squeezed them” for years");
}

TEST(TaggedAttributions, ASourceKeepsTheBracketThatItOpens) {
  EXPECT_EQ(
      attributed("“We lost,” Gwen Roe (D-Wis.) said.", {{"said", {"We lost"}, "Gwen Roe (D-Wis"}}),
      "Gwen Roe (D-Wis.)|“We lost,”");
}

TEST(TaggedAttributions, AQuotationThatOnlyTheRulesFindIsKept) {
  const std::string part =
      "old pictures of Roe in the hall of his home town: Roe says “we are smart,”";
  EXPECT_EQ(
      attributed("The spot shows " + part + " and laughs.", {{"shows", {part}, "The spot"}}, true),
      "The spot|" + part + "\nRoe|[“we are smart,”]");
}

TEST(TaggedAttributions, WhoSpeaksInReportedWordsIsNamedInThem) {
  const std::string inner = "he would send the boats";
  const std::string outer = "that the skipper Otto Hale, on his visit, said " + inner;
  const std::string text = "Some channels claim " + outer + ".";
  for (const std::string source : {"", "Some channels"}) {
    EXPECT_EQ(
        attributed(text, {{"claim", {outer}, "Some channels"}, {"said", {inner}, source}}, true),
        "Some channels|" + outer + "\nthe skipper Otto Hale|" + inner);
  }
  EXPECT_EQ(
      attributed(text, {{"claim", {outer}, "Some channels"}, {"said", {inner}, "Otto Hale"}}, true),
      "Some channels|" + outer + "\nOtto Hale|" + inner);
}

TEST(TaggedAttributions, LayoutDecidesAboutLabelsInHeadings) {
  const std::string claim = "late goals sink champions";
  EXPECT_EQ(attributed("Harwell 2-0 Thornby: " + claim + "\n\nThe ground was full.",
                       {{"late", {claim}, "Thornby", true}}),
            "");
  EXPECT_EQ(attributed("Our minister in the Courier: “The ferry will sail.”",
                       {{"The", {"The ferry will sail"}, "Courier", true}}),
            "");
}

TEST(TaggedAttributions, WhatAConjunctionJoinsToTheReportOfAQuotationIsTold) {
  EXPECT_EQ(attributed("“He does love us,” Roe said, and soon the balloons were dropping.",
                       {{"said", {"He does love us", "the balloons were dropping"}, "Roe"}}),
            "Roe|“He does love us,”");
  EXPECT_EQ(attributed("“He does love us,” Roe said, and that the balloons were dropping.",
                       {{"said", {"He does love us", "the balloons were dropping"}, "Roe"}}),
            "Roe|“He does love us,”|the balloons were dropping");
  EXPECT_EQ(attributed("“He does,” Roe said of the mayor, “love us all.”",
                       {{"said", {"He does", "love us all"}, "Roe"}}),
            "Roe|“He does,”|“love us all.”");
}

TEST(TaggedAttributions, ContentInAnInsertionEndsWithIt) {
  EXPECT_EQ(attributed("The mayor -- who said she would close the port -- left in May.",
                       {{"said", {"she would close the port -- left in May"}, "who"}}),
            "who|she would close the port");
}

TEST(TaggedAttributions, ANameInMarksIsNotSaid) {
  EXPECT_EQ(attributed("The band's show, called “Northern Lights”, opens in May.",
                       {{"called", {"Northern Lights"}, "The band's show"}}),
            "");
  EXPECT_EQ(attributed("Roe, asked “Northern or southern lights?”, shrugged.",
                       {{"asked", {"Northern or southern lights"}, "Roe"}}),
            "Roe|“Northern or southern lights?”");
}

}  // namespace
}  // namespace quoth::quotes
