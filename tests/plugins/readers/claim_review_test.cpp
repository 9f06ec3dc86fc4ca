#include <gtest/gtest.h>

#include <quoth/plugin.hpp>

#include "readers/json_article.hpp"

namespace quoth::readers {
namespace {

// A ClaimReview with further fields.
std::string review(std::string_view fields) {
  return R"({"@context":"https://schema.org","@type":"ClaimReview",)" + std::string(fields) + "}";
}

class ClaimReview : public ::testing::Test {
 protected:
  const json_article& read(const std::string& line) { return parser_.read(line); }
  std::string rating(std::string_view json) {
    const auto& article =
        read(review(R"("claimReviewed":"The moon is sold.","reviewRating":)" + std::string(json)));
    return std::string(article.review->rating.value_or("none"));
  }
  std::string claimant(std::string_view item) {
    const auto& article =
        read(review(R"("claimReviewed":"The moon is sold.","itemReviewed":)" + std::string(item)));
    return std::string(article.review->claimant.value_or("none"));
  }
  json_article_parser parser_;
};

TEST_F(ClaimReview, IsAFactCheck) {
  const auto& article = read(review(
      R"("url":"https://check.example/1","datePublished":"2031-04-02","inLanguage":"en",)"
      R"("headline":"No, it is not","author":{"@type":"Organization","name":"The Checkers"},)"
      R"("claimReviewed":"The moon is sold.",)"
      R"("itemReviewed":{"@type":"Claim","author":{"@type":"Person","name":"Ada Moss"}},)"
      R"("reviewRating":{"@type":"Rating","ratingValue":1,"bestRating":5,"alternateName":"False"})"));
  ASSERT_TRUE(article.review);
  EXPECT_EQ(article.review->claim, "The moon is sold.");
  EXPECT_EQ(article.review->claimant, "Ada Moss");
  EXPECT_EQ(article.review->rating, "False");
  EXPECT_EQ(article.review->url, "https://check.example/1");
  EXPECT_EQ(article.review->date, "2031-04-02");
  EXPECT_EQ(article.review->title, "No, it is not");
  EXPECT_EQ(article.id, "https://check.example/1");
  EXPECT_EQ(article.outlet, "The Checkers");
  EXPECT_EQ(article.lang, "en");
}

TEST_F(ClaimReview, StandsInAGraphOrAListAmongOthers) {
  const std::string one = review(R"("claimReviewed":"The moon is sold.")");
  for (const std::string& line :
       {R"({"@context":"https://schema.org","@graph":[{"@type":"WebPage","name":"x"},)" + one +
            "]}",
        "[" + one + "]", R"([{"@type":"Organization"},[)" + one + "]]",
        std::string(R"({"@type":["Review","ClaimReview"],"claimReviewed":"The moon is sold."})"),
        std::string(
            R"({"@type":"https://schema.org/ClaimReview","claimReviewed":"The moon is sold."})")}) {
    const auto& article = read(line);
    ASSERT_TRUE(article.review) << line;
    EXPECT_EQ(article.review->claim, "The moon is sold.");
  }
}

TEST_F(ClaimReview, TakesTheLabelOfARatingBeforeItsNumber) {
  EXPECT_EQ(rating(R"({"ratingValue":"2","bestRating":"5","alternateName":"Mostly false"})"),
            "Mostly false");
  EXPECT_EQ(rating(R"({"ratingValue":2,"bestRating":5,"worstRating":1})"),
            "2 on a scale of 1 to 5");
  EXPECT_EQ(rating(R"({"ratingValue":2,"bestRating":"7"})"), "2 on a scale of 1 to 7");
  EXPECT_EQ(rating(R"({"ratingValue":2})"), "2");
  EXPECT_EQ(rating(R"({"ratingValue":-1,"bestRating":-1})"), "none");
  EXPECT_EQ(rating(R"({"ratingValue":"-1","alternateName":""})"), "none");
  EXPECT_EQ(rating(R"([{"alternateName":{"@value":"False","@language":"en"}}])"), "False");
  EXPECT_EQ(rating(R"({"alternateName":["False","Falsch"]})"), "False");
  EXPECT_EQ(rating(R"("Pants on fire")"), "Pants on fire");
  EXPECT_EQ(rating("null"), "none");
  EXPECT_EQ(rating("[]"), "none");
}

TEST_F(ClaimReview, GivesAScaleWithoutEnglishWordsInOtherLanguages) {
  const std::string_view fields =
      R"("claimReviewed":"Der Mond ist verkauft.","reviewRating":{"ratingValue":2,"bestRating":5},)"
      R"("inLanguage":)";
  EXPECT_EQ(read(review(std::string(fields) + R"("de")")).review->rating, "2 (1–5)");
  EXPECT_EQ(read(review(std::string(fields) + R"("en-GB")")).review->rating,
            "2 on a scale of 1 to 5");
}

TEST_F(ClaimReview, TakesTheFieldsOfADocumentBesideSchemaOrgs) {
  const auto& article =
      read(review(R"("claimReviewed":"The moon is sold.","id":7,"@id":"https://check.example/1#r",)"
                  R"("text":"All of the check.","reviewBody":"Its summary.")"));
  EXPECT_EQ(article.id, "7");
  EXPECT_EQ(article.text, "All of the check.");
  ASSERT_EQ(article.other.size(), 2u);
  EXPECT_EQ(article.other[0].first, "@id");
  EXPECT_EQ(article.other[1].second, "\"Its summary.\"");
}

TEST_F(ClaimReview, KeepsWhatNothingReads) {
  const auto& article = read(review(
      R"("claimReviewed":"The moon is sold.","author":"The Checkers","publisher":{"name":"A"},)"
      R"("keywords":["moon"],"about":null,)"
      R"("itemReviewed":{"@type":"Claim","author":"Ada Moss","datePublished":"2031-04-01"})"));
  ASSERT_EQ(article.other.size(), 3u);
  EXPECT_EQ(article.other[0].first, "itemReviewed.datePublished");
  EXPECT_EQ(article.other[0].second, "\"2031-04-01\"");
  EXPECT_EQ(article.other[1].first, "publisher");
  EXPECT_EQ(article.other[1].second, R"({"name":"A"})");
  EXPECT_EQ(article.other[2].first, "keywords");
  EXPECT_EQ(article.other[2].second, R"(["moon"])");
}

TEST_F(ClaimReview, FindsTheClaimantInAnyShape) {
  EXPECT_EQ(claimant(R"({"author":{"name":"Ada Moss"}})"), "Ada Moss");
  EXPECT_EQ(claimant(R"({"author":"Ada Moss"})"), "Ada Moss");
  EXPECT_EQ(claimant(R"({"author":[{"name":"Ada Moss"},{"name":"Others"}]})"), "Ada Moss");
  EXPECT_EQ(claimant(R"([{"author":{"name":{"@value":"Ada Moss"}}}])"), "Ada Moss");
  EXPECT_EQ(claimant(R"({"author":{"name":["Ada Moss"]}})"), "Ada Moss");
  EXPECT_EQ(claimant(R"({"author":{"name":""}})"), "none");
  EXPECT_EQ(claimant(R"({"author":true})"), "none");
  EXPECT_EQ(claimant("[]"), "none");
}

TEST_F(ClaimReview, KeepsWhereTheClaimAppearedInAnyShape) {
  for (const std::string appearance :
       {R"("https://post.example/9")", R"({"@type":"CreativeWork","url":"https://post.example/9"})",
        R"(["https://post.example/9",{"url":"https://post.example/10"}])"}) {
    const auto& article = read(review(
        R"("claimReviewed":"The moon is sold.","itemReviewed":{"appearance":)" + appearance + "}"));
    ASSERT_EQ(article.other.size(), 1u);
    EXPECT_EQ(article.other[0].first, "appearance");
    EXPECT_EQ(article.other[0].second, appearance);
  }
}

TEST_F(ClaimReview, TakesTheClaimFromTheItemWhereTheReviewHasNone) {
  EXPECT_EQ(read(review(R"("itemReviewed":{"name":"The moon is sold."})")).review->claim,
            "The moon is sold.");
  EXPECT_EQ(read(review(R"("itemReviewed":"The moon is sold.")")).review->claim,
            "The moon is sold.");
  EXPECT_EQ(read(review(R"("claimReviewed":[{"@value":"The moon is sold."}])")).review->claim,
            "The moon is sold.");
}

TEST_F(ClaimReview, WithoutAClaimIsRefused) {
  for (const char* fields : {R"("url":"https://check.example/1")", R"("claimReviewed":" ")",
                             R"("claimReviewed":[],"itemReviewed":[null])"}) {
    EXPECT_THROW(read(review(fields)), error) << fields;
  }
}

TEST_F(ClaimReview, LeavesArticlesAlone) {
  EXPECT_FALSE(read(R"({"id":"a","text":"x","@type":"NewsArticle"})").review);
  EXPECT_THROW(read("[1,2]"), error);
  EXPECT_THROW(read(std::string(200, '[') + std::string(200, ']')), error);
}

}  // namespace
}  // namespace quoth::readers
