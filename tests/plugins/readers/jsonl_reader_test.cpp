#include "readers/jsonl_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <quoth/testing.hpp>

#include "readers/text_reader.hpp"

namespace quoth::readers {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

struct JsonlReader : ::testing::Test {
  quoth::testing::stage_under_test<jsonl_reader> stage;
};

TEST_F(JsonlReader, CutsLinesAndPassesOverBlankOnes) {
  for (const std::size_t step : {1u, 3u, 64u})
    EXPECT_THAT(stage.cut("{\"a\":1}\n\n  \r\n{\"b\":2}\r\n{\"c\":3}", step),
                ElementsAre("{\"a\":1}", "{\"b\":2}\r", "{\"c\":3}"));
}

TEST_F(JsonlReader, LongWordsOfTheInputAreCutBetweenCharactersInMessages) {
  const std::string front(39, 'x');
  EXPECT_FALSE(stage.parse(R"({")" + front + R"(ßx":1})"));
  EXPECT_THAT(stage.error(), HasSubstr("it has \"" + front + "\""));
  ASSERT_TRUE(stage.parse(R"({"text":"","date":")" + front + R"(ßx"})")) << stage.error();
  ASSERT_EQ(stage.log().size(), 1u);
  EXPECT_THAT(stage.log().front(), HasSubstr("is \"" + front + "\", which is no day"));
}

TEST_F(JsonlReader, ReadsEveryFieldAndKeepsTheUnknownOnes) {
  ASSERT_TRUE(
      stage.parse(R"({"id":"a1","title":"T","date":"2024-06-20","url":"u","lang":"en",)"
                  R"("author":"A","outlet":"O","text":"Hello.","gold":["x",1.5],"n":null})"))
      << stage.error();
  const auto doc = stage.written<quoth::document_row>().front();
  EXPECT_EQ(doc.id, "a1");
  EXPECT_EQ(doc.title, "T");
  EXPECT_EQ(doc.date, "2024-06-20");
  EXPECT_EQ(doc.url, "u");
  EXPECT_EQ(doc.lang, "en");
  EXPECT_EQ(doc.author, "A");
  EXPECT_EQ(doc.outlet, "O");
  EXPECT_EQ(stage.text(), "Hello.");
  const auto other = stage.written<quoth::metadata>();
  ASSERT_EQ(other.size(), 2u);
  EXPECT_EQ(other[0].key, "gold");
  EXPECT_EQ(other[0].json, R"(["x",1.5])");
  EXPECT_EQ(other[1].json, "null");
}

TEST_F(JsonlReader, ADocumentWithoutAnIdIsNamedByItsLine) {
  ASSERT_TRUE(stage.parse(R"({"text":"x"})", "archive", 7)) << stage.error();
  EXPECT_EQ(stage.written<quoth::document_row>().front().id, "archive:7");
}

TEST_F(JsonlReader, AnIdMayBeANumber) {
  ASSERT_TRUE(stage.parse(R"({"id":17,"date":2024,"text":"x"})")) << stage.error();
  EXPECT_EQ(stage.written<quoth::document_row>().front().id, "17");
  EXPECT_EQ(stage.written<quoth::document_row>().front().date, "2024");
}

TEST_F(JsonlReader, ADateThatIsNoDayIsSaidAndKeptAsMetadata) {
  ASSERT_TRUE(stage.parse(R"({"date":"03.03.2031","text":"x"})", "archive", 7)) << stage.error();
  EXPECT_EQ(stage.written<quoth::document_row>().front().date, std::nullopt);
  EXPECT_EQ(stage.written<quoth::metadata>().front().key, "date");
  EXPECT_EQ(stage.written<quoth::metadata>().front().json, "\"03.03.2031\"");
  EXPECT_THAT(stage.log(), ElementsAre(HasSubstr(":7: \"date\" is \"03.03.2031\"")));
}

TEST_F(JsonlReader, TurnsBecomeATextWithLabels) {
  ASSERT_TRUE(
      stage.parse(R"({"id":"t","text":"ignored","turns":[{"speaker":"ANNA","text":"Gut. Ja."},)"
                  R"({"speaker":"BÉN","text":"Ça va."},{"speaker":"","text":"[applause]"}]
})")) << stage.error();
  EXPECT_EQ(stage.text(), "ANNA: Gut. Ja.\n\nBÉN: Ça va.\n\n[applause]");
  const auto turns = stage.written<quoth::turn>();
  ASSERT_EQ(turns.size(), 3u);
  EXPECT_EQ(turns[1].where.of(stage.text()), "BÉN: Ça va.");
  EXPECT_EQ(turns[1].label, "BÉN");
  EXPECT_EQ(stage.text().substr(static_cast<std::size_t>(turns[1].words), 4), "Ça ");
  EXPECT_EQ(turns[2].label, "");
}

TEST_F(JsonlReader, EmptyTurnsCountAsAbsent) {
  ASSERT_TRUE(stage.parse(R"({"text":"Kept.","turns":[]})")) << stage.error();
  EXPECT_EQ(stage.text(), "Kept.");
}

TEST_F(JsonlReader, TurnsInsideATextAreFound) {
  ASSERT_TRUE(stage.parse("{\"text\":\"ANNA: One.\\nBEN: Two.\\nANNA: Three.\"}")) << stage.error();
  EXPECT_EQ(stage.written<quoth::turn>().size(), 3u);
  stage.set("turns", "never");
  ASSERT_TRUE(stage.parse("{\"text\":\"ANNA: One.\\nBEN: Two.\\nANNA: Three.\"}")) << stage.error();
  EXPECT_EQ(stage.written<quoth::turn>().size(), 0u);
}

TEST_F(JsonlReader, AFactCheckCarriesItsReview) {
  ASSERT_TRUE(stage.parse(
      R"({"text":"We looked.","review":{"claim":"The moon is cheese","claimant":"A mouse",)"
      R"("rating":"False","url":"u","date":"2024-01-02"}})"))
      << stage.error();
  const auto review = stage.written<quoth::review>().front();
  EXPECT_EQ(review.claim, "The moon is cheese");
  EXPECT_EQ(review.claimant, "A mouse");
  EXPECT_EQ(review.rating, "False");
}

TEST_F(JsonlReader, ABareReviewNeedsNoText) {
  ASSERT_TRUE(stage.parse(
      R"({"id":"r","claim":"C","title":"T","subtitle":"S","author":"A","date":"6 March 2021"})"))
      << stage.error();
  const auto review = stage.written<quoth::review>().front();
  EXPECT_EQ(review.claim, "C");
  EXPECT_EQ(review.title, "T");
  EXPECT_EQ(review.subtitle, "S");
  EXPECT_EQ(review.date, "6 March 2021");
  EXPECT_EQ(stage.text(), "");
}

TEST_F(JsonlReader, AClaimBesideATextIsMetadata) {
  ASSERT_TRUE(stage.parse(R"({"text":"x","claim":"C","subtitle":"S"})")) << stage.error();
  EXPECT_TRUE(stage.written<quoth::review>().empty());
  EXPECT_EQ(stage.written<quoth::metadata>().size(), 2u);
}

struct refused {
  const char* name;
  const char* line;
  const char* message;
};
class JsonlReaderRefuses : public ::testing::TestWithParam<refused> {};

TEST_P(JsonlReaderRefuses, WithWhatIsWrong) {
  quoth::testing::stage_under_test<jsonl_reader> stage;
  EXPECT_FALSE(stage.parse(GetParam().line));
  EXPECT_THAT(stage.error(), HasSubstr(GetParam().message));
  EXPECT_TRUE(stage.written<quoth::document_row>().empty());
}

INSTANTIATE_TEST_SUITE_P(
    All, JsonlReaderRefuses,
    ::testing::Values(
        refused{"broken", R"({"text":"x)", "the line is not valid JSON: "},
        refused{"list", R"(["text"])", "the line is a list; a document is an object"},
        refused{"trailing", R"({"text":"x"} {"text":"y"})", "the line is not valid JSON: "},
        refused{"nothing", R"({"id":"x"})", "neither \"text\" nor \"turns\"; it has \"id\""},
        refused{"number", R"({"text":7})", "the field \"text\" is a number; it must be a string"},
        refused{"turns", R"({"turns":"x"})", "the field \"turns\" is a string; it must be a list"},
        refused{"turn", R"({"turns":["x"]})", "the field \"turns[]\" is a string; it must be {"},
        refused{"words", R"({"turns":[{"text":1}]})", "the field \"turns[].text\" is a number"},
        refused{"review", R"({"text":"x","review":{"rating":"False"}})",
                "the field \"review\" has no \"claim\""},
        refused{"utf8", "{\"text\":\"a\xFF\"}", "UTF-8"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(TextReader, OneFileIsOneDocument) {
  quoth::testing::stage_under_test<text_reader> stage;
  EXPECT_THAT(stage.cut("one\n\ntwo\n", 3), ElementsAre("one\n\ntwo\n"));
  ASSERT_TRUE(stage.parse("one\n\ntwo\n", "folder/a")) << stage.error();
  EXPECT_EQ(stage.written<quoth::document_row>().front().id, "folder/a");
}

}  // namespace
}  // namespace quoth::readers
