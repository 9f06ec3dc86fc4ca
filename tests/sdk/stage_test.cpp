// An annotator written with plugin.hpp, run through its C descriptor.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <new>
#include <quoth/testing.hpp>
#include <stdexcept>

namespace {

using ::testing::HasSubstr;

enum class tone : std::uint32_t { soft, hard };

struct remark {
  quoth::span where = quoth::no_span;
  bool loud;
  std::int64_t count;
  double share;
  tone how;
  std::string_view note;
  quoth::row<quoth::sentence> sentence;
  std::optional<bool> maybe_loud{};
  std::optional<std::int64_t> maybe_count{};
  std::optional<double> maybe_share{};
  std::optional<tone> maybe_how{};
  std::optional<std::string_view> maybe_note{};
  std::optional<quoth::row<quoth::sentence>> maybe_sentence{};
  static constexpr auto layer = quoth::layer(
      "org.example.remark", "One column of each type.", quoth::optionally_spanned(&remark::where),
      quoth::column(&remark::loud, "loud", "bool"), quoth::column(&remark::count, "count", "i64"),
      quoth::column(&remark::share, "share", "f64"),
      quoth::column(&remark::how, "how", "enum", "soft", "hard"),
      quoth::column(&remark::note, "note", "string"),
      quoth::column(&remark::sentence, "sentence", "row"),
      quoth::column(&remark::maybe_loud, "maybe-loud", "bool"),
      quoth::column(&remark::maybe_count, "maybe-count", "i64"),
      quoth::column(&remark::maybe_share, "maybe-share", "f64"),
      quoth::column(&remark::maybe_how, "maybe-how", "enum", "soft", "hard"),
      quoth::column(&remark::maybe_note, "maybe-note", "string"),
      quoth::column(&remark::maybe_sentence, "maybe-sentence", "row"));
};

// Repeats each sentence as a remark; fails as told by its text.
struct echo {
  static constexpr auto about =
      quoth::stage("org.example.echo", "1.0.0", "Repeats.", quoth::reads<quoth::sentence>{},
                   quoth::writes<remark>{});
  void process(quoth::document<echo>& doc) {
    std::uint32_t i = 0;
    for (const quoth::sentence s : doc.read<quoth::sentence>()) {
      const std::string_view text = s.where.of(doc.text());
      if (i % 2 == 0) {
        doc.write<remark>().add({.loud = true,
                                 .count = -7,
                                 .share = 0.25,
                                 .how = tone::hard,
                                 .note = text,
                                 .sentence = {i},
                                 .maybe_loud = false,
                                 .maybe_count = 1,
                                 .maybe_share = 2.5,
                                 .maybe_how = tone::soft,
                                 .maybe_note = "",
                                 .maybe_sentence = quoth::row<quoth::sentence>{i}});
      } else {
        doc.write<remark>().add({.where = s.where,
                                 .loud = false,
                                 .count = 0,
                                 .share = 0,
                                 .how = tone::soft,
                                 .note = "",
                                 .sentence = {}});
      }
      ++i;
    }
    if (doc.text() == "error") throw quoth::error("too loud", {1, 3});
    if (doc.text() == "fatal") throw quoth::fatal_error("no model");
    if (doc.text() == "unusable") throw quoth::unusable_error("an old lexicon");
    if (doc.text() == "runtime") throw std::runtime_error("plain");
    if (doc.text() == "memory") throw std::bad_alloc();
    if (doc.text() == "number") throw 7;
    if (doc.text() == "dangling")
      doc.write<remark>().add(
          {.loud = false, .count = 0, .share = 0, .how = tone::soft, .note = "", .sentence = {99}});
    if (doc.text() == "outside")
      doc.write<remark>().add({.where = {0, 99},
                               .loud = 0,
                               .count = 0,
                               .share = 0,
                               .how = {},
                               .note = "",
                               .sentence = {}});
    if (doc.text() == "cancel" && doc.cancelled()) throw quoth::error("", {}, QUOTH_CANCELLED);
  }
};

TEST(Stage, EveryColumnTypeComesBackAsItWasWritten) {
  quoth::testing::stage_under_test<echo> stage;
  stage.text("One. Two.");
  stage.add(quoth::sentence{.where = {0, 4}, .paragraph = {}});
  stage.add(quoth::sentence{.where = {5, 9}, .paragraph = {}});
  ASSERT_TRUE(stage.run()) << stage.error();
  const auto rows = stage.written<remark>();
  ASSERT_EQ(rows.size(), 2u);
  const remark full = rows[0], bare = rows[1];
  EXPECT_EQ(full.where, quoth::no_span);
  EXPECT_TRUE(full.loud);
  EXPECT_EQ(full.count, -7);
  EXPECT_EQ(full.share, 0.25);
  EXPECT_EQ(full.how, tone::hard);
  EXPECT_EQ(full.note, "One.");
  EXPECT_EQ(full.sentence.id, 0u);
  EXPECT_EQ(full.maybe_loud, std::optional(false));
  EXPECT_EQ(full.maybe_count, std::optional<std::int64_t>(1));
  EXPECT_EQ(full.maybe_share, std::optional(2.5));
  EXPECT_EQ(full.maybe_how, std::optional(tone::soft));
  EXPECT_EQ(full.maybe_note, std::optional<std::string_view>(""));
  ASSERT_TRUE(full.maybe_sentence);
  EXPECT_EQ(full.maybe_sentence->id, 0u);
  EXPECT_EQ(bare.where, (quoth::span{5, 9}));
  EXPECT_FALSE(bare.loud);
  EXPECT_FALSE(bare.sentence.exists());
  EXPECT_FALSE(bare.maybe_loud || bare.maybe_count || bare.maybe_share || bare.maybe_how ||
               bare.maybe_note || bare.maybe_sentence);
}

TEST(Stage, MoreThanEightRowsKeepTheirBits) {
  quoth::testing::stage_under_test<echo> stage;
  stage.text("0123456789012345678");
  for (std::uint32_t i = 0; i < 19; ++i)
    stage.add(quoth::sentence{.where = {i, i + 1}, .paragraph = {}});
  ASSERT_TRUE(stage.run()) << stage.error();
  const auto rows = stage.written<remark>();
  ASSERT_EQ(rows.size(), 19u);
  for (std::uint32_t i = 0; i < 19; ++i) {
    EXPECT_EQ(rows[i].loud, i % 2 == 0) << i;
    EXPECT_EQ(rows[i].maybe_loud.has_value(), i % 2 == 0) << i;
  }
}

struct failure {
  const char* text;
  quoth_status status;
  const char* message;
};

class StageFailure : public ::testing::TestWithParam<failure> {};

TEST_P(StageFailure, BecomesAStatusAndAMessageAndLeavesNoRows) {
  quoth::testing::stage_under_test<echo> stage;
  stage.text(GetParam().text);
  stage.add(quoth::sentence{.where = {0, 1}, .paragraph = {}});
  EXPECT_FALSE(stage.run());
  EXPECT_EQ(stage.status(), GetParam().status);
  EXPECT_THAT(stage.error(), HasSubstr(GetParam().message));
  EXPECT_TRUE(stage.written<remark>().empty());
}

INSTANTIATE_TEST_SUITE_P(
    All, StageFailure,
    ::testing::Values(
        failure{"error", QUOTH_FAILED, "too loud"}, failure{"fatal", QUOTH_FATAL, "no model"},
        failure{"unusable", QUOTH_UNUSABLE, "an old lexicon"},
        failure{"runtime", QUOTH_FAILED, "plain"},
        failure{"memory", QUOTH_NO_MEMORY, "out of memory"},
        failure{"number", QUOTH_FAILED, "not a std::exception"},
        failure{"dangling", QUOTH_MISUSE, "refers to row 99 of layer sentence, which has 1 rows"},
        failure{"outside", QUOTH_MISUSE, "span [0, 99), which is not inside the text"}),
    [](const auto& test) { return std::string(test.param.text); });

TEST(Stage, AnErrorKeepsItsPlaceInTheText) {
  quoth::testing::stage_under_test<echo> stage;
  stage.text("error");
  EXPECT_FALSE(stage.run());
  EXPECT_EQ(stage.error_span(), (quoth::span{1, 3}));
}

TEST(Stage, SeesThatItIsCancelled) {
  quoth::testing::stage_under_test<echo> stage;
  stage.text("cancel");
  EXPECT_TRUE(stage.run());
  stage.inject(quoth::testing::fault::cancelled);
  EXPECT_FALSE(stage.run());
  EXPECT_EQ(stage.status(), quoth_status{QUOTH_CANCELLED});
}

struct settings {
  bool on = false;
  int count = 0;
  double share = 0;
  std::string word;
  tone how = tone::soft;
  std::chrono::milliseconds pause{0};
  quoth::byte_count room;
  quoth::file lexicon;
  std::string initial = "kept";
  static constexpr auto about = quoth::stage(
      "org.example.settings", "1.0.0", "Logs its parameters.",
      quoth::param(&settings::on, "on", true, "a bool"),
      quoth::param(&settings::count, "count", 3, "an int", quoth::range{0, 9}),
      quoth::param(&settings::share, "share", 0.5, "a real"),
      quoth::param(&settings::word, "word", "blue", "a string"),
      quoth::param(&settings::how, "how", tone::hard, "a choice", "soft", "hard"),
      quoth::param(&settings::pause, "pause", std::chrono::milliseconds(20), "a duration"),
      quoth::param(&settings::room, "room", quoth::byte_count{64}, "bytes"),
      quoth::param(&settings::lexicon, "lexicon", quoth::required, "a file"),
      quoth::param(&settings::initial, "initial", quoth::no_default, "a string"));
  void load(const quoth::host& host) {
    host.log(quoth::log_level::info,
             std::to_string(on) + " " + std::to_string(count) + " " + std::to_string(share) + " " +
                 word + " " + std::to_string(static_cast<int>(how)) + " " +
                 std::to_string(pause.count()) + " " + std::to_string(room.bytes) + " " +
                 lexicon.path + " " + initial);
  }
  void process(quoth::document<settings>&) {}
};

TEST(Stage, ParametersHaveTheirDefaults) {
  quoth::testing::stage_under_test<settings> stage;
  ASSERT_TRUE(stage.run()) << stage.error();
  EXPECT_THAT(stage.log(), ::testing::ElementsAre("1 3 0.500000 blue 1 20 64  kept"));
}

TEST(Stage, ParametersTakeTheValuesGiven) {
  quoth::testing::stage_under_test<settings> stage;
  stage.set("on", false);
  stage.set("count", 7);
  stage.set("share", 0.125);
  stage.set("word", "red");
  stage.set("how", "soft");
  stage.set("pause", 5);
  stage.set("room", 1024);
  stage.set("lexicon", "/tmp/words.txt");
  stage.set("initial", "changed");
  ASSERT_TRUE(stage.run()) << stage.error();
  EXPECT_THAT(stage.log(),
              ::testing::ElementsAre("0 7 0.125000 red 0 5 1024 /tmp/words.txt changed"));
}

struct flat {
  static constexpr auto about =
      quoth::stage("org.example.flat", "1.0.0", "Adds tokens as columns.",
                   quoth::reads<quoth::sentence>{}, quoth::writes<quoth::token>{});
  void process(quoth::document<flat>& doc) {
    const std::vector<std::uint32_t> begin{0, 2}, end{1, 3}, sentence{0, 0};
    const std::vector<quoth::token_kind> kind{quoth::token_kind::word, quoth::token_kind::number};
    doc.write<quoth::token>().add(
        {.where = {1, 2}, .kind = quoth::token_kind::symbol, .sentence = {0}});
    const auto first =
        doc.write<quoth::token>().add_all(begin, end, std::span<const quoth::token_kind>(kind),
                                          std::span<const std::uint32_t>(sentence));
    if (first.id != 1) throw quoth::error("add_all said the wrong row");
    if (doc.write<quoth::token>().add({.where = {3, 4}, .kind = {}, .sentence = {0}}).id != 3)
      throw quoth::error("add after add_all said the wrong row");
  }
};

TEST(Stage, RowsAddedOneByOneAndAsColumnsKeepTheirOrder) {
  quoth::testing::stage_under_test<flat> stage;
  stage.text("abcd");
  stage.add(quoth::sentence{.where = {0, 4}, .paragraph = {}});
  ASSERT_TRUE(stage.run()) << stage.error();
  const auto tokens = stage.written<quoth::token>();
  ASSERT_EQ(tokens.size(), 4u);
  EXPECT_EQ(tokens.where(0), (quoth::span{1, 2}));
  EXPECT_EQ(tokens.where(2), (quoth::span{2, 3}));
  EXPECT_EQ(tokens.get<&quoth::token::kind>(2), quoth::token_kind::number);
  EXPECT_EQ(tokens.values<&quoth::token::kind>()[0], quoth::token_kind::symbol);
}

struct heat {
  double degrees;
  static constexpr auto layer =
      quoth::layer("sentence", "Sentences, with how heated they are.",
                   quoth::column(&heat::degrees, "org.example.heat", "0 to 1"));
};

struct thermometer {
  static constexpr auto about =
      quoth::stage("org.example.thermometer", "1.0.0", "Adds a column to sentences.",
                   quoth::reads<quoth::sentence>{}, quoth::extends<heat>{});
  void process(quoth::document<thermometer>& doc) {
    double degrees = 0;
    for (std::uint32_t i = 0; i < doc.read<quoth::sentence>().size(); ++i)
      doc.write<heat>().add({.degrees = degrees += 0.5});
    if (doc.text() == "short") doc.write<heat>().add({.degrees = 9});
  }
};

TEST(Stage, FillsAColumnOfItsOwnOnRowsOfAnother) {
  quoth::testing::stage_under_test<thermometer> stage;
  stage.text("abcd");
  stage.add(quoth::sentence{.where = {0, 2}, .paragraph = {}});
  stage.add(quoth::sentence{.where = {2, 4}, .paragraph = {}});
  ASSERT_TRUE(stage.run()) << stage.error();
  const auto heated = stage.written<heat>();
  ASSERT_EQ(heated.size(), 2u);
  EXPECT_EQ(heated[1].degrees, 1.0);
}

TEST(Stage, AnExtensionMustHaveAValueForEveryRow) {
  quoth::testing::stage_under_test<thermometer> stage;
  stage.text("short");
  stage.add(quoth::sentence{.where = {0, 2}, .paragraph = {}});
  EXPECT_FALSE(stage.run());
  EXPECT_THAT(stage.error(), HasSubstr("was given 2 rows; the layer has 1"));
}

// Reads the spans of the layer that it extends.
struct ruler {
  static constexpr auto about =
      quoth::stage("org.example.ruler", "1.0.0", "Measures sentences.",
                   quoth::reads<quoth::sentence>{}, quoth::extends<heat>{});
  void process(quoth::document<ruler>& doc) {
    for (const quoth::sentence s : doc.read<quoth::sentence>())
      doc.write<heat>().add({.degrees = static_cast<double>(s.where.size())});
  }
};

TEST(Stage, AnExtensionLeavesTheLayerItsSpans) {
  quoth::testing::stage_under_test<ruler> stage;
  stage.text("abcd");
  stage.add(quoth::sentence{.where = {1, 4}, .paragraph = {}});
  for (int time = 0; time < 2; ++time) {
    ASSERT_TRUE(stage.run()) << stage.error();
    EXPECT_EQ(stage.written<heat>()[0].degrees, 3.0);
  }
}

// Has no worker.
struct lonely {
  lonely() = default;
  lonely(const lonely&) { throw quoth::error("no room for a worker"); }
  static constexpr auto about =
      quoth::stage("org.example.lonely", "1.0.0", "Cannot be copied.", quoth::writes<remark>{});
  void process(quoth::document<lonely>&) {}
};

TEST(Stage, AWorkerThatCannotBeginIsToldEachTime) {
  quoth::testing::stage_under_test<lonely> stage;
  for (int time = 0; time < 2; ++time) {
    EXPECT_FALSE(stage.run());
    EXPECT_EQ(stage.error(), "no room for a worker");
  }
}

// Hands the services what the text names, and does not look at what they say.
struct careless {
  const quoth_layers_1* layers = nullptr;
  const quoth_document_1* documents = nullptr;
  static constexpr auto about =
      quoth::stage("org.example.careless", "1.0.0", "Looks away.", quoth::writes<quoth::sentence>{},
                   quoth::extends<heat>{});
  void load(const quoth::host& host) {
    layers = host.table<quoth_layers_1>(QUOTH_LAYERS_1);
    documents = host.table<quoth_document_1>(QUOTH_DOCUMENT_1);
  }
  void process(quoth::document<careless>& doc) {
    const std::uint32_t begin = 0, end = 1;
    const double number = 1;
    const quoth_array numbers{QUOTH_COLUMN_F64, 0, nullptr, &number, nullptr};
    const quoth_array* column = &numbers;
    const std::string_view text = doc.text();
    if (text == "type") append(doc, {1, 1, &begin, &end, &column});
    if (text == "columns") append(doc, {1, 0, &begin, &end, nullptr});
    if (text == "spans") append(doc, {1, 1, nullptr, nullptr, &column});
    if (text == "text") documents->set_text(doc.c(), {"new", 3});
    for (int i = 0; text == "twice" && i < 2; ++i) {
      const quoth_table rows{1, 1, nullptr, nullptr, &column};
      layers->extend(doc.c(), 1, &rows);
    }
  }
  void append(quoth::document<careless>& doc, quoth_table rows) const {
    const quoth_array* none = nullptr;
    if (rows.column_count == 1 && !rows.begin) rows.columns = &none;
    layers->append(doc.c(), 0, &rows);
  }
};

TEST(Stage, WorkThatAServiceRefusedFailsWhateverTheStageReturns) {
  const std::pair<const char*, const char*> cases[] = {
      {"type", "column paragraph of layer sentence is of column type 3 where the layer has 6"},
      {"columns", "the rows for layer sentence have 0 columns where the use names 1"},
      {"spans", "layer sentence has spans, but none were given"},
      {"text", "set_text was called twice, or by a stage that is not the document's reader"},
      {"twice", "layer sentence was extended twice"}};
  for (const auto& [text, message] : cases) {
    quoth::testing::stage_under_test<careless> stage;
    stage.text(text);
    stage.add(quoth::sentence{.where = {0, 1}, .paragraph = {}});
    EXPECT_FALSE(stage.run());
    EXPECT_EQ(stage.error(), message);
    EXPECT_EQ(stage.written<quoth::sentence>().size(), 1u);
  }
}

// Adds more rows than one batch holds to a layer and to its child, and may fail behind them.
struct flood {
  static constexpr std::uint32_t rows = 100'000;
  static constexpr auto about =
      quoth::stage("org.example.flood", "1.0.0", "Adds many rows.",
                   quoth::writes<quoth::sentence>{}, quoth::writes<remark>{});
  void process(quoth::document<flood>& doc) {
    for (std::uint32_t i = 0; i < rows; ++i) {
      const auto added = doc.write<quoth::sentence>().add({.where = {0, i % 3}, .paragraph = {}});
      doc.write<remark>().add({.loud = i % 2 == 0,
                               .count = i,
                               .share = 0,
                               .how = tone::soft,
                               .note = i % 7 == 0 ? "seventh" : "",
                               .sentence = added});
    }
    if (doc.text() == "error") throw quoth::error("behind the last row");
  }
};

TEST(Stage, MoreRowsThanABatchHoldsKeepTheirOrderAndTheirReferences) {
  quoth::testing::stage_under_test<flood> stage;
  stage.text("abc");
  ASSERT_TRUE(stage.run()) << stage.error();
  const auto sentences = stage.written<quoth::sentence>();
  const auto remarks = stage.written<remark>();
  ASSERT_EQ(sentences.size(), flood::rows);
  ASSERT_EQ(remarks.size(), flood::rows);
  for (std::uint32_t i = 0; i < flood::rows; i += 997) {
    EXPECT_EQ(sentences[i].where.end, i % 3);
    EXPECT_EQ(remarks[i].sentence.id, i);
    EXPECT_EQ(remarks[i].count, i);
    EXPECT_EQ(remarks[i].loud, i % 2 == 0);
    EXPECT_EQ(remarks[i].note, i % 7 == 0 ? "seventh" : "");
  }
}

TEST(Stage, AnErrorBehindSeveralBatchesLeavesNoRow) {
  quoth::testing::stage_under_test<flood> stage;
  stage.text("error");
  EXPECT_FALSE(stage.run());
  EXPECT_EQ(stage.written<remark>().size(), 0u);
}

}  // namespace
