#include "writers/jsonl_writer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <quoth/testing.hpp>

namespace quoth::writers {
namespace {

using ::testing::HasSubstr;

struct JsonlWriter : ::testing::Test {
  quoth::testing::stage_under_test<jsonl_writer> stage;

  void add_quote() {
    stage.text("“Nö,” said Anna Berg.");
    stage.add(quoth::document_row{.id = "a1", .title = "A \"title\""});
    stage.add(quoth::language{.code = "en", .detected = true, .confidence = 0.9});
    stage.add(quoth::quote{.where = {0, 10},
                           .kind = quoth::quote_kind::direct,
                           .status = quoth::quote_status::alleged,
                           .text = "Nö,",
                           .confidence = 0.97});
    stage.add(quoth::quote_part{.where = {0, 10}, .quote = {0}, .role = quoth::part_role::content});
    stage.add(quoth::quote_part{.where = {11, 15}, .quote = {0}, .role = quoth::part_role::cue});
    stage.add(quoth::quote_part{.where = {16, 25}, .quote = {0}, .role = quoth::part_role::source});
    stage.add(quoth::speaker{.mention = {16, 25},
                             .quote = {0},
                             .name = "Anna Berg",
                             .type = quoth::speaker_type::person,
                             .link = quoth::speaker_link::name,
                             .confidence = 0.5});
  }
};

TEST_F(JsonlWriter, WritesQuotationsWithCodePointOffsets) {
  add_quote();
  EXPECT_EQ(
      stage.render(),
      R"({"id":"a1","title":"A \"title\"","lang":"en","lang_detected":true,"quotes":[)"
      R"({"id":"q1","kind":"direct","status":"alleged","text":"Nö,","parts":[[0,5]],"cue":[[6,10]],)"
      R"("source":[[11,20]],"speaker":{"name":"Anna Berg","mention":[11,20],"type":"person",)"
      R"("link":"name","via":null,"confidence":0.5},"confidence":0.97}],"claims":[]})"
      "\n");
}

TEST_F(JsonlWriter, OffsetsAndTextFollowTheParameters) {
  add_quote();
  stage.set("offsets", "byte");
  stage.set("text", true);
  const std::string line = stage.render();
  EXPECT_NE(line.find(R"("parts":[[0,10]])"), std::string::npos) << line;
  EXPECT_NE(line.find(R"("text":"“Nö,” said Anna Berg.")"), std::string::npos) << line;
}

TEST_F(JsonlWriter, NumbersThatJsonCannotHoldAreNull) {
  stage.text("“Yes.”");
  stage.add(quoth::document_row{.id = "a1"});
  for (const double confidence : {std::nan(""), HUGE_VAL, 0.5})
    stage.add(quoth::quote{
        .where = {0, 8}, .kind = {}, .status = {}, .text = "Yes.", .confidence = confidence});
  const std::string line = stage.render();
  EXPECT_THAT(line, HasSubstr(R"("confidence":0.0},"confidence":null},{"id":"q2")"));
  EXPECT_THAT(line, HasSubstr(R"("confidence":0.0},"confidence":null},{"id":"q3")"));
  EXPECT_THAT(line, HasSubstr(R"("confidence":0.0},"confidence":0.5}])"));
}

TEST_F(JsonlWriter, MetadataOverSeveralLinesStandsOnOne) {
  stage.text("");
  stage.add(quoth::document_row{.id = "a1"});
  stage.add(
      quoth::metadata{.key = "tags", .json = "[\n  \"a\\nb\",\r\n  12345678901234567890.5\n]"});
  EXPECT_EQ(stage.render(),
            "{\"id\":\"a1\",\"quotes\":[],\"claims\":[],\"tags\":[   \"a\\nb\",    "
            "12345678901234567890.5 ]}\n");
}

TEST_F(JsonlWriter, MetadataThatIsNoJsonIsKeptAsAString) {
  using pair = std::pair<const char*, const char*>;
  for (const auto& [json, written] :
       {pair("", R"("")"), pair("tag", R"("tag")"), pair("1 2", R"("1 2")"),
        pair("[1,", R"("[1,")"),
        pair(R"({"a":1},"quotes":null)", R"("{\"a\":1},\"quotes\":null")")}) {
    stage.text("");
    stage.add(quoth::document_row{.id = "a1"});
    stage.add(quoth::metadata{.key = "tags", .json = json});
    EXPECT_THAT(stage.render(), HasSubstr(std::string(R"("tags":)") + written + "}\n"));
  }
  stage.text("");
  stage.add(quoth::document_row{.id = "a1"});
  const std::string deep = std::string(1 << 20, '[') + std::string(1 << 20, ']');
  stage.add(quoth::metadata{.key = "tags", .json = deep});
  EXPECT_THAT(stage.render(), HasSubstr(deep));
}

TEST_F(JsonlWriter, AQuotationWithoutSpeakerHasANullName) {
  stage.text("“Yes.”");
  stage.add(quoth::document_row{.id = "a1"});
  stage.add(
      quoth::quote{.where = {0, 8}, .kind = {}, .status = {}, .text = "Yes.", .confidence = 1});
  EXPECT_NE(stage.render().find(R"("speaker":{"name":null,"mention":null,"type":"unknown",)"
                                R"("link":"none","via":null,"confidence":0.0})"),
            std::string::npos);
}

TEST_F(JsonlWriter, FieldsOfTheInputAreWrittenBackButForTheOutputsOwn) {
  stage.text("x");
  stage.add(quoth::document_row{.id = "a1"});
  stage.add(quoth::metadata{.key = "gold", .json = R"(["b",1])"});
  stage.add(quoth::metadata{.key = "quotes", .json = "[1]"});
  EXPECT_EQ(stage.render(), R"({"id":"a1","quotes":[],"claims":[],"gold":["b",1]})"
                            "\n");
}

TEST_F(JsonlWriter, WritesClaimsWithMatchesDifferencesAndVerdict) {
  stage.text("x");
  stage.add(quoth::document_row{.id = "p1"});
  stage.add(quoth::claim{
      .speaker = "Anna Berg", .mention = "Berg", .text = "We will not leave.", .confidence = 0.9});
  stage.add(
      quoth::coverage{.claim = {0}, .statements = 412, .from = "1999-12-31", .to = "2020-08-27"});
  stage.add(quoth::match{.claim = {0},
                         .record = "d#s14",
                         .date = "2001-02-03",
                         .speaker = "Anna Berg",
                         .text = "We will leave.",
                         .kind = quoth::match_kind::statement,
                         .relation = quoth::match_relation::near,
                         .score = 0.871234,
                         .hand = quoth::match_hand::first,
                         .appearances = 2});
  stage.add(quoth::match{.claim = {0},
                         .record = "r#s1",
                         .text = "Berg said she will not leave",
                         .kind = quoth::match_kind::review,
                         .relation = quoth::match_relation::contradicts,
                         .score = 0.5,
                         .hand = {},
                         .rating = "False",
                         .appearances = 1});
  stage.add(
      quoth::diff{.match = {0}, .op = quoth::diff_op::same, .text = "We will ", .change = {}});
  stage.add(quoth::diff{.match = {0},
                        .op = quoth::diff_op::claimed,
                        .text = "not ",
                        .change = quoth::diff_change::negation});
  stage.add(quoth::verdict{.claim = {0},
                           .rating = quoth::verdict_rating::altered,
                           .label = "Altered",
                           .confidence = 0.8,
                           .summary = "S."});
  stage.add(quoth::evidence{.verdict = {0}, .match = {0}});
  EXPECT_EQ(
      stage.render(),
      R"({"id":"p1","quotes":[],"claims":[{"id":"c1","quote":null,"speaker":"Anna Berg","mention":"Berg",)"
      R"("text":"We will not leave.","confidence":0.9,"matches":[{"record":{"id":"d#s14","url":null,)"
      R"("date":"2001-02-03","speaker":"Anna Berg","text":"We will leave.","kind":"statement","hand":"first",)"
      R"("appearances":2},"relation":"near","score":0.8712,"diff":[["same","We will "],["claimed","not ","negation"]]},)"
      R"({"record":{"id":"r#s1","url":null,"date":null,"speaker":null,"text":"Berg said she will not leave",)"
      R"("kind":"review","hand":"first","rating":"False","appearances":1},"relation":"contradicts","score":0.5,"diff":[]}],)"
      R"("reviews":[{"id":"r#s1","claim":"Berg said she will not leave","claimant":null,"rating":"False","url":null,"date":null}],)"
      R"("verdict":{"rating":"altered","label":"Altered","confidence":0.8,"summary":"S.",)"
      R"("coverage":{"speaker_statements":412,"from":"1999-12-31","to":"2020-08-27"},"evidence":["d#s14"]}}]})"
      "\n");
}

}  // namespace
}  // namespace quoth::writers
