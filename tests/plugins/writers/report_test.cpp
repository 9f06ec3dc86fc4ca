#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ctime>
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

struct many_quotations : Report {
  void TestBody() override {}
};

std::size_t count_of(std::string_view text, std::string_view words) {
  std::size_t count = 0;
  for (std::size_t at = text.find(words); at != std::string_view::npos;
       at = text.find(words, at + words.size()))
    ++count;
  return count;
}

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

TEST_F(Report, AClaimOfAPassageIsListedAndMarkedWhereItStandsThoughNothingIsQuoted) {
  document("Ilmar Dovric will not sell water abroad.", {.id = "p"});
  const auto rated = [&](span where, std::string_view words, verdict_rating rating) {
    const auto at = stage.add(
        quoth::claim{.where = where, .speaker = "Ilmar Dovric", .text = words, .confidence = 0.5});
    stage.add(quoth::verdict{
        .claim = at, .rating = rating, .label = "", .confidence = 0.8, .summary = "So."});
  };
  rated({13, 39}, "will not sell water abroad", verdict_rating::altered);
  rated({0, 40}, "Ilmar Dovric will not sell water abroad.", verdict_rating::out_of_record);
  const std::string made = page();
  EXPECT_THAT(made, HasSubstr("data-claims=\"altered 80 Ilmar Dovric\""));
  EXPECT_THAT(made, HasSubstr("Ilmar Dovric <mark data-r=\"altered\" data-s=\"0\" data-to=\"d\x01"
                              "c1\">will not sell water abroad</mark>"));
  EXPECT_THAT(made, Not(HasSubstr("c2\"")));
}

TEST_F(Report, AClaimOverTheWholeTextIsListedWhereItIsTheOnlyOneAndNotMarked) {
  document("The moon is near.", {.id = "p"});
  const auto at =
      stage.add(quoth::claim{.where = {0, 17}, .text = "The moon is near.", .confidence = 0.3});
  stage.add(quoth::verdict{.claim = at,
                           .rating = verdict_rating::refuted,
                           .label = "",
                           .confidence = 0.9,
                           .summary = "So."});
  const std::string made = page();
  EXPECT_THAT(made, HasSubstr("data-claims=\"refuted 90 Unknown speaker\""));
  EXPECT_THAT(made, Not(HasSubstr("<mark")));
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

TEST_F(Report, ANameWithLineEndsStaysOnTheLineOfItsClaim) {
  document("“No.”", {.id = "p"});
  claim({0, 9}, "Vesna\u2028Hallam\u2029of\u0085the\nvalley", "No.", verdict_rating::refuted);
  EXPECT_THAT(page(), HasSubstr("data-claims=\"refuted 89 Vesna Hallam of the valley\""));
}

TEST_F(Report, AnUnsupportedClaimListsTheNearestStatementsWithoutDifferences) {
  document("“No.”", {.id = "p"});
  differences(evidence(claim({0, 9}, "A", "No.", verdict_rating::unsupported), "Perhaps."));
  const std::string made = page();
  EXPECT_THAT(made, HasSubstr("Nearest statements on record"));
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

TEST_F(Report, ALanguageThatTheResourcesLackIsRefused) {
  document("“No.”", {.id = "p"});
  stage.set("lang", "fr");
  static_cast<void>(stage.render());
  EXPECT_EQ(stage.error(), "lang: there is no language 'fr'; there are document, en, de, uk");
  EXPECT_EQ(stage.status(), QUOTH_FAILED);
}

TEST_F(Report, AFolderOfPhrasesIsEnoughForALanguage) {
  const std::filesystem::path made =
      std::filesystem::path(::testing::TempDir()) / "report_of_another_language";
  std::filesystem::remove_all(made);
  std::filesystem::copy(places::resources("writers"), made,
                        std::filesystem::copy_options::recursive);
  std::filesystem::copy(made / "uk", made / "xx");
  stage.resources(made);
  document("“No.”", {.id = "p"}, "xx");
  claim({0, 9}, "A", "No.", verdict_rating::refuted);
  EXPECT_THAT(page(), HasSubstr(" lang=\"xx\" aria-labelledby"));
  EXPECT_THAT(page(), HasSubstr("<span>Певність</span>"));
  stage.set("lang", "xx");
  EXPECT_THAT(page(), HasSubstr("<span>Певність</span>"));
}

TEST_F(Report, WhatTheRecordCoversIsSaidOnceByTheSummaryOrTheCard) {
  document("“No.” “Yes.”", {.id = "p"});
  const auto rated = claim({0, 9}, "Ann Berg", "No.", verdict_rating::refuted);
  stage.add(quoth::coverage{.claim = rated, .statements = 412});
  EXPECT_THAT(page(), Not(HasSubstr("412")));
  const auto unrated = stage.add(
      quoth::claim{.where = {10, 20}, .speaker = "Ann Berg", .text = "Yes.", .confidence = 1});
  stage.add(quoth::coverage{.claim = unrated, .statements = 7});
  EXPECT_THAT(page(), HasSubstr("<p class=\"coverage\">Statements by Ann Berg in the record: 7, "
                                "without dates.</p>"));
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

// Processor seconds for a page with `count` quotations in one paragraph, each of them marked.
double seconds_for_quotations(std::uint32_t count) {
  constexpr std::string_view said = "“aye” & ";
  std::string words;
  for (std::uint32_t q = 0; q < count; ++q) words += said;
  many_quotations many;
  many.document(words, {.id = "p"});
  for (std::uint32_t q = 0; q < count; ++q) {
    const auto at = static_cast<std::uint32_t>(q * said.size());
    many.claim({at, at + 9}, "A", "aye", verdict_rating::refuted);
  }
  const std::clock_t begin = std::clock();
  const std::string made = many.page();
  const std::clock_t end = std::clock();
  EXPECT_EQ(count_of(made, "“aye”</mark>"), count);
  return static_cast<double>(end - begin) / CLOCKS_PER_SEC;
}

TEST_F(Report, AMegabyteInOneParagraphIsWrittenInOnePass) {
  const double quarter = seconds_for_quotations(22'000), whole = seconds_for_quotations(88'000);
  EXPECT_LT(whole, 9 * quarter) << quarter << " s for a quarter";  // 16 times if in many passes
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
