#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <simdjson.h>

#include <quoth/testing.hpp>

#include "places.hpp"
#include "writers/claimreview/claimreview_writer.hpp"
#include "writers/web_address.hpp"

namespace quoth::writers {
namespace {

using simdjson::dom::element;

struct ClaimReview : ::testing::Test {
  quoth::testing::stage_under_test<claimreview_writer> stage;
  simdjson::dom::parser parser;

  ClaimReview() { stage.resources(places::resources("writers")); }

  void document(const document_row& row, std::string_view lang = "en") {
    stage.text("x");
    stage.add(row);
    stage.add(quoth::language{.code = lang, .detected = false, .confidence = 1});
  }
  // A claim from a direct quotation, rated.
  void claim(std::string_view speaker, std::string_view words, verdict_rating rating,
             double confidence = 0.8) {
    const auto from = stage.add(quoth::quote{
        .where = {0, 1}, .kind = quote_kind::direct, .status = {}, .text = words, .confidence = 1});
    const auto at =
        stage.add(quoth::claim{.quote = from, .speaker = speaker, .text = words, .confidence = 1});
    stage.add(quoth::verdict{.claim = at,
                             .rating = rating,
                             .label = "A label",
                             .confidence = confidence,
                             .summary = "A summary."});
  }
  // The first review that was rendered, behind its line of name, claim and size.
  element first_review() {
    rendered = stage.render();
    EXPECT_TRUE(stage.error().empty()) << stage.error();
    const std::size_t end = rendered.find('\n');
    return parser.parse(rendered.substr(end + 1));
  }
  static std::string text(element from, const char* pointer) {
    std::string_view value;
    if (from.at_pointer(pointer).get(value) != simdjson::SUCCESS) return "(none)";
    return std::string(value);
  }

  std::string rendered;
};

TEST_F(ClaimReview, NamesClaimSpeakerPublisherAppearanceAndScale) {
  stage.set("publisher", "The Desk");
  stage.set("publisher-url", "https://desk.example/");
  stage.set("date", "2037-07-01");
  document({.id = "a 1",
            .title = "A headline",
            .date = "2037-06-14",
            .url = "https://paper.example/1",
            .author = "Ida Brandt",
            .outlet = "The Paper"});
  claim("Falk Rieding", "We won,", verdict_rating::altered);
  const element review = first_review();
  EXPECT_EQ(text(review, "/@context"), "https://schema.org");
  EXPECT_EQ(text(review, "/@type"), "ClaimReview");
  EXPECT_EQ(text(review, "/url"), "https://desk.example/a%201#c1");
  EXPECT_EQ(text(review, "/claimReviewed"), "Falk Rieding said: “We won”");
  EXPECT_EQ(text(review, "/creativeWorkStatus"), "Draft");
  EXPECT_EQ(text(review, "/datePublished"), "2037-07-01");
  EXPECT_EQ(text(review, "/author/name"), "The Desk");
  EXPECT_EQ(text(review, "/author/url"), "https://desk.example/");
  EXPECT_EQ(text(review, "/itemReviewed/@type"), "Claim");
  EXPECT_EQ(text(review, "/itemReviewed/author/name"), "Falk Rieding");
  EXPECT_EQ(text(review, "/itemReviewed/datePublished"), "2037-06-14");
  EXPECT_EQ(text(review, "/itemReviewed/appearance/url"), "https://paper.example/1");
  EXPECT_EQ(text(review, "/itemReviewed/appearance/publisher/name"), "The Paper");
  EXPECT_EQ(std::int64_t(review.at_pointer("/reviewRating/ratingValue")), 2);
  EXPECT_EQ(std::int64_t(review.at_pointer("/reviewRating/bestRating")), 5);
  EXPECT_EQ(std::int64_t(review.at_pointer("/reviewRating/worstRating")), 1);
  EXPECT_EQ(text(review, "/reviewRating/alternateName"), "A label");
  EXPECT_EQ(text(review, "/reviewBody"), "A summary.");
}

TEST_F(ClaimReview, NoIdOfADocumentChangesTheHostOfItsPage) {
  document({.id = ".evil.example"});
  claim("A", "b", verdict_rating::refuted);
  const auto address = [&](const char* publisher, const char* page) {
    stage.set("publisher-url", publisher);
    stage.set("page", page);
    return text(first_review(), "/url");
  };
  const char* const preset = "{publisher-url}{document}#{claim}";
  EXPECT_EQ(address("https://desk.example", preset), "https://desk.example/.evil.example#c1");
  EXPECT_EQ(address("https://desk.example/", preset), "https://desk.example/.evil.example#c1");
  EXPECT_EQ(address("https://desk.example/x", preset), "https://desk.example/x/.evil.example#c1");
  EXPECT_EQ(address("https://desk.example/?p=", preset),
            "https://desk.example/?p=.evil.example#c1");
  EXPECT_EQ(address("https://desk.example", "{publisher-url}/{document}"),
            "https://desk.example/.evil.example");
  EXPECT_EQ(address("https://desk.example", "{publisher-url}?id={document}"),
            "https://desk.example?id=.evil.example");
  EXPECT_EQ(address("https://desk.example", "{publisher-url}"), "https://desk.example");
  EXPECT_EQ(address("", "/checks//{document}"), "/checks//.evil.example");
}

TEST_F(ClaimReview, TheScaleFollowsTheRatingAndSaysNothingWhereTheRecordDoes) {
  EXPECT_EQ(google_scale(verdict_rating::on_record), 5);
  EXPECT_EQ(google_scale(verdict_rating::altered), 2);
  EXPECT_EQ(google_scale(verdict_rating::misattributed), 2);
  EXPECT_EQ(google_scale(verdict_rating::spliced), 2);
  EXPECT_EQ(google_scale(verdict_rating::refuted), 1);
  EXPECT_EQ(google_scale(verdict_rating::hearsay), std::nullopt);
  EXPECT_EQ(google_scale(verdict_rating::unsupported), std::nullopt);
  EXPECT_EQ(google_scale(verdict_rating::out_of_record), std::nullopt);
  document({.id = "a"});
  claim("A", "b", verdict_rating::hearsay);
  EXPECT_NE(first_review().at_pointer("/reviewRating/ratingValue").error(), simdjson::SUCCESS);
}

TEST_F(ClaimReview, WordsCannotCloseTheScript) {
  document({.id = "</script><!--", .title = "</SCRIPT><script>alert(1)</script>"});
  claim("<!-- <script>", "</script>&lt;<!--", verdict_rating::refuted);
  const element review = first_review();
  EXPECT_EQ(text(review, "/claimReviewed"), "<!-- <script> said: “</script>&lt;<!--”");
  EXPECT_EQ(rendered.find_first_of("<>&"), std::string::npos) << rendered;
}

TEST_F(ClaimReview, OnlyWebAddressesBecomeLinks) {
  document({.id = "a", .url = "javascript:alert(1)"});
  claim("A", "b", verdict_rating::refuted);
  EXPECT_EQ(text(first_review(), "/itemReviewed/appearance/url"), "(none)");
  EXPECT_TRUE(is_web_address("HTTPS://a.example/"));
  EXPECT_FALSE(is_web_address("https://"));
  EXPECT_FALSE(is_web_address("https://a.example/\njavascript:"));
  EXPECT_FALSE(is_web_address(" https://a.example/"));
  EXPECT_FALSE(is_web_address("data:text/html,x"));
}

TEST_F(ClaimReview, OutOfRecordAndUnsureVerdictsAreLeftOut) {
  stage.set("least-confidence", 0.5);
  document({.id = "a"});
  claim("A", "b", verdict_rating::out_of_record);
  claim("A", "c", verdict_rating::refuted, 0.49);
  claim("A", "d", verdict_rating::refuted, 0.5);
  const element review = first_review();
  EXPECT_EQ(text(review, "/claimReviewed"), "A said: “d”");
  EXPECT_EQ(rendered.substr(0, 6), "a 2 " + rendered.substr(4, 2));
  EXPECT_EQ(text(review, "/url"), "a#c3");
}

TEST_F(ClaimReview, AClaimOfAPassageIsWrittenThoughNothingIsQuoted) {
  stage.text("Ilmar Dovric will not sell water abroad.");
  stage.add(document_row{.id = "a"});
  const auto rated = [&](span where, std::string_view words) {
    const auto at = stage.add(
        quoth::claim{.where = where, .speaker = "Ilmar Dovric", .text = words, .confidence = 0.5});
    stage.add(quoth::verdict{.claim = at,
                             .rating = verdict_rating::altered,
                             .label = "",
                             .confidence = 0.8,
                             .summary = "S."});
  };
  rated({13, 39}, "will not sell water abroad");
  rated({0, 40}, "Ilmar Dovric will not sell water abroad.");
  EXPECT_EQ(text(first_review(), "/claimReviewed"),
            "Ilmar Dovric is reported to have said: will not sell water abroad");
  EXPECT_THAT(rendered, ::testing::Not(::testing::HasSubstr("\na 1 ")));
}

TEST_F(ClaimReview, AClaimWithoutSpeakerIsItsWords) {
  document({.id = "a"}, "de");
  const auto at = stage.add(quoth::claim{.text = "The moon is near.", .confidence = 0.3});
  stage.add(quoth::verdict{.claim = at,
                           .rating = verdict_rating::refuted,
                           .label = "Widerlegt",
                           .confidence = 0.9,
                           .summary = "S."});
  const element review = first_review();
  EXPECT_EQ(text(review, "/claimReviewed"), "The moon is near.");
  EXPECT_EQ(text(review, "/itemReviewed/author/name"), "(none)");
  EXPECT_EQ(text(review, "/inLanguage"), "de");
}

TEST_F(ClaimReview, TheDocumentCanBeTheAuthorOfTheClaim) {
  stage.set("claim-author", "document");
  document({.id = "a", .outlet = "The Paper"});
  claim("A", "b", verdict_rating::refuted);
  const element review = first_review();
  EXPECT_EQ(text(review, "/itemReviewed/author/name"), "The Paper");
  EXPECT_EQ(text(review, "/itemReviewed/author/@type"), "Organization");
}

TEST_F(ClaimReview, ParametersThatCannotBePublishedAreRefused) {
  document({.id = "a"});
  const auto refusal = [&](const char* name, const char* value) {
    stage.set(name, value);
    static_cast<void>(stage.render());
    const std::string said = stage.error();
    EXPECT_EQ(stage.status(), QUOTH_FAILED);  // not fatal: the caller is at fault, not the step
    stage.set(name, "");
    return said;
  };
  EXPECT_EQ(refusal("date", "soon"), "date: 'soon' is no day such as 2037-06-14");
  EXPECT_EQ(refusal("publisher-url", "desk.example"),
            "publisher-url: 'desk.example' is no http or https address");
  for (const std::string page : {"https://desk.example{document}", "//{document}/", "//d{claim}"})
    EXPECT_EQ(refusal("page", page.c_str()),
              "page: '" + page + "' makes ids a part of the host's name: put a / before them");
}

TEST(FileName, HostileIdsGiveSafeReadableNames) {
  EXPECT_EQ(readable_part("../../etc/passwd"), "etc-passwd");
  EXPECT_EQ(readable_part(".hidden"), "hidden");
  EXPECT_EQ(readable_part(std::string_view("a\0b/c\\d\ne", 9)), "a-b-c-d-e");
  EXPECT_EQ(readable_part("Зеленський №1"), "Зеленський-1");
  EXPECT_EQ(readable_part("a\u202Egpj.exe"), "a-gpj.exe");
  EXPECT_EQ(readable_part("// .. //"), "");
  EXPECT_EQ(readable_part(""), "");
  EXPECT_LE(readable_part(std::string(100'000, 'x')).size(), 60u);
  std::string long_id;
  for (int i = 0; i < 1000; ++i) long_id += "ї";
  EXPECT_EQ(readable_part(long_id).size() % 2, 0u);  // whole letters
}

TEST(FileName, TheDocumentsNumberTellsIdsApart) {
  EXPECT_EQ(file_name(11, "a-b", 2), "000012-a-b-c3");
  EXPECT_EQ(file_name(0, "", 0), "000001-c1");
  EXPECT_EQ(file_name(1'234'567, "x", 0), "1234568-x-c1");
  EXPECT_NE(file_name(0, readable_part("a/b"), 0), file_name(1, readable_part("a_b"), 0));
}

TEST(FileName, OnlyFilesOfReviewsAreTakenForThem) {
  for (const char* name : {"000001-c1.html", "000012-a-b-c3.jsonld", "1234568-x-c10.html.part",
                           "000001-Зеленський-1-c2.jsonld"})
    EXPECT_TRUE(is_file_of_a_review(name)) << name;
  for (const char* name : {"", "-c1.html", "00001-a-c1.html", "000001-a-c.html",
                           "000001-a-c1x.html", "000001-a-c1.htm", "000001-a-c1", "000001a-c1.html",
                           "000001.html", "notes-c1.html", "000001-a-c1.html.bak"})
    EXPECT_FALSE(is_file_of_a_review(name)) << name;
}

TEST(FileName, IdsInAddressesArePercentEncoded) {
  EXPECT_EQ(percent_encoded("a b/ї?#"), "a%20b%2F%D1%97%3F%23");
}

}  // namespace
}  // namespace quoth::writers
