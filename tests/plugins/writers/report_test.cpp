#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <quoth/testing.hpp>

#include "places.hpp"
#include "writers/report/assets.hpp"
#include "writers/report/report_writer.hpp"

namespace quoth::writers {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

struct Report : ::testing::Test {
  quoth::testing::stage_under_test<report_writer> stage;

  Report() { stage.resources(places::resources("writers")); }

  void document(std::string_view text, const document_row& row, std::string_view lang = "en") {
    stage.text(text);
    stage.add(row);
    stage.add(quoth::language{.code = lang, .detected = false, .confidence = 1});
  }
  row<quoth::claim> claim(span where, std::string_view speaker, std::string_view words,
                          verdict_rating rating, std::string_view label = "A label") {
    const auto from = stage.add(quoth::quote{
        .where = where, .kind = quote_kind::direct, .status = {}, .text = words, .confidence = 1});
    stage.add(quote_part{.where = where, .quote = from, .role = part_role::content});
    const auto at =
        stage.add(quoth::claim{.quote = from, .speaker = speaker, .text = words, .confidence = 1});
    stage.add(quoth::verdict{.claim = at,
                             .rating = rating,
                             .label = label,
                             .confidence = 0.885,
                             .summary = "So it is."});
    return at;
  }
  // A statement that the last verdict rests on.
  row<quoth::match> evidence(row<quoth::claim> of, std::string_view words,
                             std::string_view speaker = "Falk Rieding") {
    const auto found = stage.add(quoth::match{.claim = of,
                                              .record = "d#s1",
                                              .url = "https://paper.example/d",
                                              .date = "2037-06-12",
                                              .speaker = speaker,
                                              .text = words,
                                              .kind = match_kind::statement,
                                              .relation = match_relation::near,
                                              .score = 0.9,
                                              .hand = match_hand::first,
                                              .outlet = "The Paper",
                                              .appearances = 1});
    stage.add(quoth::evidence{.verdict = {of.id}, .match = found});
    return found;
  }
  void differences(row<quoth::match> of) {
    const auto add = [&](diff_op op, std::string_view words, diff_change change = {}) {
      stage.add(quoth::diff{.match = of, .op = op, .text = words, .change = change});
    };
    add(diff_op::same, "It leaks ");
    add(diff_op::claimed, "ninety ", diff_change::number);
    add(diff_op::record, "nine ", diff_change::number);
    add(diff_op::same, "litres");
    add(diff_op::claimed, ".", diff_change::edit);
  }
  std::string page() {
    const std::string made = stage.render();
    EXPECT_TRUE(stage.error().empty()) << stage.error();
    return made;
  }
};

TEST_F(Report, AnAlteredClaimShowsItsChangesByNameAndBothSidesWordByWord) {
  document("He said “It leaks ninety litres.”", {.id = "p7", .date = "2037-06-14"});
  differences(evidence(
      claim({8, 36}, "Falk Rieding", "It leaks ninety litres.", verdict_rating::altered, "Altered"),
      "I say it: It leaks nine litres, and no more."));
  const std::string made = page();
  EXPECT_THAT(made, HasSubstr("<del dir=\"auto\">ninety</del>"));
  EXPECT_THAT(made, HasSubstr("<ins dir=\"auto\">nine</ins>&nbsp;<small>number</small>"));
  EXPECT_THAT(made, HasSubstr("It leaks <mark class=\"changed\">ninety&nbsp;<small>number</small>"
                              "</mark> litres<span class=\"edit\">.</span>"));
  EXPECT_THAT(made, HasSubstr("<span class=\"context\">I say it: </span>It leaks"));
  EXPECT_THAT(made, HasSubstr("<mark class=\"changed\">nine&nbsp;<small>number</small></mark>"));
  EXPECT_THAT(made, HasSubstr("litres<span class=\"context\">, and no more.</span>"));
  EXPECT_THAT(made, HasSubstr("<time datetime=\"2037-06-12\">12 June 2037</time>"));
  EXPECT_THAT(made, HasSubstr(">Altered</h3>"));
  EXPECT_THAT(made, HasSubstr("89%"));
  EXPECT_THAT(made, HasSubstr("So it is."));
}

TEST_F(Report, QuotationsAreMarkedWhereTheyStandAndLeadToTheirVerdicts) {
  document("He said “yes” and left.", {.id = "p1"});
  claim({8, 17}, "A", "yes", verdict_rating::refuted);
  const std::string made = page();
  EXPECT_THAT(made, HasSubstr("He said <mark data-r=\"refuted\" data-s=\"0\" data-to=\"d\x01"
                              "c1\">“yes”</mark><a class=\"ref\" data-r=\"refuted\" href=\"#d\x01"
                              "c1\">"));
  EXPECT_THAT(made, HasSubstr("<section class=\"card\" id=\"d\x01"
                              "c1\" data-r=\"refuted\""));
}

TEST_F(Report, WordsOfDocumentsAreNeverMarkup) {
  const std::string_view evil =
      "</noscript><script>alert('1')</script><img src=x onerror=\"y\">&lt;";
  document(evil,
           {.id = evil,
            .title = evil,
            .date = evil,
            .url = "javascript:alert(1)",
            .author = evil,
            .outlet = evil},
           evil);
  const auto at = claim({0, 11}, evil, evil, verdict_rating::altered, evil);
  differences(evidence(at, evil, evil));
  const std::string made = page();
  EXPECT_THAT(made, Not(HasSubstr("<script")));
  EXPECT_THAT(made, Not(HasSubstr("<img")));
  EXPECT_THAT(made, Not(HasSubstr("</noscript><script")));
  EXPECT_THAT(made, Not(HasSubstr("javascript:")));
  EXPECT_THAT(made, HasSubstr("&lt;script&gt;alert(&#39;1&#39;)"));
  EXPECT_THAT(made, HasSubstr("onerror=&quot;y&quot;"));
}

TEST_F(Report, NoControlCharacterOfADocumentIsTakenForItsNumber) {
  document(std::string_view("a\x01\0b", 4), {.id = "x\x01"});
  const std::string made = page();
  EXPECT_THAT(made, HasSubstr("a\uFFFD\uFFFDb"));
  EXPECT_THAT(made, HasSubstr("x\uFFFD"));
}

TEST_F(Report, AnUnsupportedClaimListsTheNearestStatementsWithoutDifferences) {
  document("“No.”", {.id = "p"});
  differences(evidence(claim({0, 9}, "A", "No.", verdict_rating::unsupported), "Perhaps."));
  const std::string made = page();
  EXPECT_THAT(made, HasSubstr("Nearest true statements"));
  EXPECT_THAT(made, HasSubstr("“Perhaps.”"));
  EXPECT_THAT(made, Not(HasSubstr("class=\"sides\"")));
}

TEST_F(Report, TheInterfaceFollowsTheDocumentOrTheParameter) {
  document("„Ja.“", {.id = "p", .date = "2037-06-14"}, "de");
  claim({0, 9}, "A", "Ja.", verdict_rating::refuted, "Widerlegt");
  EXPECT_THAT(page(), HasSubstr("14. Juni 2037"));
  stage.set("lang", "uk");
  const std::string made = page();
  EXPECT_THAT(made, HasSubstr("14 червня 2037 року"));
  EXPECT_THAT(made, HasSubstr(">Спростовано</h3>"));
  EXPECT_THAT(made, HasSubstr("<p class=\"summary\" lang=\"de\">"));
  EXPECT_THAT(made, HasSubstr("<p dir=\"auto\" lang=\"de\"><mark"));
}

TEST_F(Report, QuotationsWithoutClaimsAreListedUnrated) {
  document("“Yes,” said Anna Berg.", {.id = "p"});
  const auto q = stage.add(quoth::quote{.where = {0, 10},
                                        .kind = quote_kind::direct,
                                        .status = quote_status::alleged,
                                        .text = "Yes,",
                                        .confidence = 1});
  stage.add(quote_part{.where = {0, 10}, .quote = q, .role = part_role::content});
  stage.add(quoth::speaker{.mention = {16, 25},
                           .quote = q,
                           .name = "Anna Berg",
                           .type = speaker_type::person,
                           .link = speaker_link::name,
                           .via = "Radio",
                           .confidence = 1});
  const std::string made = page();
  EXPECT_THAT(made, HasSubstr("Not rated"));
  EXPECT_THAT(made, HasSubstr("data-claims=\"unrated - Anna Berg\""));
  EXPECT_THAT(made, HasSubstr("alleged"));
  EXPECT_THAT(made, HasSubstr("as reported by Radio"));
  EXPECT_EQ(made.substr(0, made.find('\n')), "0 0 0 0 0 0 0 0 0 1");
}

TEST_F(Report, OfALongTextOnlyPassagesAroundQuotationsAreShown) {
  stage.set("longest-text", quoth_value{QUOTH_PARAM_BYTES, 0, 2000, 0.0, {nullptr, 0}, nullptr});
  const std::string filler(10'000, 'x');
  document(filler + " “yes” " + filler, {.id = "p"});
  claim({10'001, 10'010}, "A", "yes", verdict_rating::refuted);
  const std::string made = page();
  EXPECT_LT(made.size(), 6000u);
  EXPECT_THAT(made, HasSubstr("… 9401 characters left out …"));
  EXPECT_THAT(made, HasSubstr("“yes”</mark>"));
}

TEST_F(Report, AMegabyteInOneParagraphIsWrittenInOnePass) {
  std::string words;
  while (words.size() < 1 << 20) words += "“aye” & ";
  document(words, {.id = "p"});
  for (std::uint32_t at = 0; at + 9 < words.size(); at += 13)
    claim({at, at + 9}, "A", "aye", verdict_rating::refuted);
  EXPECT_GT(page().size(), words.size());
}

TEST(Marking, TheShortestSpanOwnsAStretch) {
  const std::vector<marked_span> marks{{{2, 10}, 0}, {{4, 6}, 1}, {{8, 12}, 2}};
  std::string owners(14, '.');
  for (const marked_span& s : stretches(14, marks))
    for (std::uint32_t at = s.where.begin; at < s.where.end; ++at)
      if (s.owner != no_owner) owners[at] = static_cast<char>('0' + s.owner);
  EXPECT_EQ(owners, "..0011002222..");
}

TEST(Marking, StretchesCoverTheTextInOrder) {
  for (const std::uint32_t size : {0u, 1u, 7u}) {
    const std::vector<marked_span> marks{{{0, 1}, 0}, {{0, 1}, 1}, {{3, 3}, 2}, {{5, 99}, 3}};
    std::uint32_t at = 0;
    for (const marked_span& s : stretches(size, marks)) {
      EXPECT_EQ(s.where.begin, at);
      EXPECT_LT(s.where.begin, s.where.end);
      at = s.where.end;
    }
    EXPECT_EQ(at, size);
  }
}

TEST(Marking, PassagesAreCutBetweenCodePointsAndJoinedWhereTheyMeet) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "є";
  const std::vector<marked_span> marks{{{40, 44}, 0}, {{60, 64}, 1}, {{150, 154}, 2}};
  const auto shown = passages(text, marks, 50, 11);
  ASSERT_EQ(shown.size(), 2u);
  EXPECT_EQ(shown[0], (span{28, 74}));
  EXPECT_EQ(shown[1], (span{138, 164}));
  EXPECT_EQ(passages(text, marks, 200, 11), (std::vector<span>{{0, 200}}));
  EXPECT_EQ(passages(text, {}, 51, 11), (std::vector<span>{{0, 50}}));
}

TEST(Html, ClippedTextEndsAtASpace) {
  EXPECT_EQ(clipped("one two three", 9), "one two…");
  EXPECT_EQ(clipped("one two three", 13), "one two three");
  EXPECT_EQ(clipped("oneтwothree", 5), "oneтw…");
  EXPECT_EQ(trimmed(" \u00a0a b\n"), "a b");
}

TEST(Assets, NeitherEndsItsElementNorFetchesAnything) {
  EXPECT_EQ(report_script.content.find("</script"), std::string_view::npos);
  EXPECT_EQ(report_style.content.find("</style"), std::string_view::npos);
  EXPECT_EQ(report_style.content.find("url("), std::string_view::npos);
}

}  // namespace
}  // namespace quoth::writers
