// The plugin as it ships, under the SDK's harness.
#include <dlfcn.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <places.hpp>
#include <quoth/testing.hpp>
#include <string>

#include "segmented_text.hpp"

namespace {

namespace fs = std::filesystem;

const quoth_stage& shipped_stage() {
  void* library = dlopen(places::plugin("quote_extractor").c_str(), RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) throw std::runtime_error(dlerror());
  const auto* plugin = static_cast<const quoth_plugin*>(dlsym(library, "quoth_plugin_v1"));
  return *plugin->stages[0];
}

class Stage : public ::testing::Test {
 protected:
  Stage() { stage.resources(places::source("/plugins/quote_extractor/resources")); }

  // Gives the stage a text with the layers that the segmenter would have written.
  void give(const std::string& text, const std::string& language) {
    stage.text(text);
    stage.add(quoth::language{.code = language, .detected = false, .confidence = 1.0});
    quoth::quotes::segmented_text segmented(language);
    const auto& columns = segmented.segment(text);
    for (std::size_t i = 0; i < columns.paragraphs.size(); ++i) {
      stage.add(quoth::paragraph{.where = columns.paragraphs[i]});
    }
    for (std::size_t i = 0; i < columns.sentences.size(); ++i) {
      stage.add(quoth::sentence{.where = columns.sentences[i], .paragraph = {0}});
    }
    for (std::size_t i = 0; i < columns.tokens.size(); ++i) {
      stage.add(quoth::token{.where = columns.tokens[i], .kind = {}, .sentence = {0}});
    }
  }

  quoth::testing::harness stage{shipped_stage()};
};

TEST_F(Stage, WritesQuotesAndTheirParts) {
  give("“We won,” said Anna Roe, “and we knew that we would.”", "en");
  ASSERT_TRUE(stage.run()) << stage.error();
  const auto quotes = stage.written<quoth::quote>();
  ASSERT_EQ(quotes.size(), 1u);
  EXPECT_EQ(quotes[0].kind, quoth::quote_kind::direct);
  EXPECT_EQ(quotes[0].status, quoth::quote_status::asserted);
  EXPECT_EQ(quotes[0].text, "We won, and we knew that we would.");
  EXPECT_FALSE(quotes[0].turn.has_value());
  const auto parts = stage.written<quoth::quote_part>();
  ASSERT_EQ(parts.size(), 4u);
  EXPECT_EQ(parts[0].where.of(stage.text()), "“We won,”");
  EXPECT_EQ(parts[2].role, quoth::part_role::cue);
  EXPECT_EQ(parts[3].where.of(stage.text()), "Anna Roe");
  for (const auto& part : parts) EXPECT_EQ(part.quote.id, 0u);
}

// A folder of this process with the lexicons of English and, where a name is given, what is no
// model under that; gone with its holder.
class english_resources {
 public:
  explicit english_resources(const char* damaged) {
    const fs::path from = places::source("/plugins/quote_extractor/resources/en");
    fs::create_directories(folder_ / "en");
    for (const char* name :
         {"words.tsv", "cues.tsv", "tails.tsv", "grammar.tsv", "spellings.tsv"}) {
      fs::copy_file(from / name, folder_ / "en" / name, fs::copy_options::overwrite_existing);
    }
    if (damaged != nullptr) std::ofstream(folder_ / "en" / damaged) << "no model";
  }
  ~english_resources() { fs::remove_all(folder_); }
  english_resources(const english_resources&) = delete;
  english_resources& operator=(const english_resources&) = delete;

  [[nodiscard]] std::string folder() const { return folder_.string(); }

 private:
  fs::path folder_ =
      fs::path(::testing::TempDir()) / ("quote-extractor-resources-" + std::to_string(::getpid()));
};

TEST_F(Stage, WithoutAModelFileTheRulesWork) {
  const english_resources resources(nullptr);
  for (const char* model : {"none", "fast", "accurate"}) {
    quoth::testing::harness bare{shipped_stage()};
    bare.resources(resources.folder());
    bare.set("model", model);
    bare.text("x");
    ASSERT_TRUE(bare.run()) << model << ": " << bare.error();
  }
}

TEST_F(Stage, EachModelReadsItsOwnFileAndNoneReadsNone) {
  for (const char* file : {"fast.model", "accurate.model"}) {
    const english_resources resources(file);
    for (const char* model : {"none", "fast", "accurate"}) {
      quoth::testing::harness damaged{shipped_stage()};
      damaged.resources(resources.folder());
      damaged.set("model", model);
      damaged.text("x");
      EXPECT_EQ(damaged.run(), file != std::string(model) + ".model") << model;
    }
  }
}

TEST_F(Stage, TaggersFindWhatTheRulesDoNot) {
  give(
      "Officials remain wary of promising a date. The union opposes a second survey, and the "
      "mayor wants an election. Fishermen doubt that the stock is collapsing.",
      "en");
  stage.set("model", "none");
  ASSERT_TRUE(stage.run()) << stage.error();
  const std::size_t by_rules = stage.written<quoth::quote>().size();
  for (const char* model : {"fast", "accurate"}) {
    stage.set("model", model);
    ASSERT_TRUE(stage.run()) << stage.error();
    EXPECT_GT(stage.written<quoth::quote>().size(), by_rules) << model;
  }
}

TEST_F(Stage, ATurnIsOneDirectQuoteOfItsLabel) {
  const std::string text = "ROE: He said “never”. I agree.\n\nDOE: ";
  give(text, "en");
  stage.add(quoth::turn{.where = {0, 30}, .label = "ROE", .words = 5});
  stage.add(quoth::turn{.where = {34, 39}, .label = "DOE", .words = 39});
  ASSERT_TRUE(stage.run()) << stage.error();
  const auto quotes = stage.written<quoth::quote>();
  ASSERT_EQ(quotes.size(), 1u) << "a turn without words says nothing";
  EXPECT_EQ(quotes[0].text.substr(0, 16), "He said “never");
  ASSERT_TRUE(quotes[0].turn.has_value());
  EXPECT_EQ(quotes[0].turn->id, 0u);
  EXPECT_EQ(quotes[0].confidence, 1.0);
  const auto parts = stage.written<quoth::quote_part>();
  ASSERT_EQ(parts.size(), 2u);
  EXPECT_EQ(parts[1].where.of(stage.text()), "ROE");
}

TEST_F(Stage, WordsThatBeginOutsideTheirTurnOrInACodePointAreHarmless) {
  give("ROE: é já é", "en");
  const auto end = static_cast<std::uint32_t>(stage.text().size());
  for (const std::int64_t words :
       std::initializer_list<std::int64_t>{-5, 0, 6, 100, 5'000'000'000}) {
    stage.add(quoth::turn{.where = {0, end}, .label = "ROE", .words = words});
  }
  stage.add(quoth::turn{.where = {0, 0}, .label = "ROE", .words = 1});
  ASSERT_TRUE(stage.run()) << stage.error();
  for (const auto quote : stage.written<quoth::quote>()) {
    EXPECT_LT(quote.where.begin, quote.where.end);
    EXPECT_NE(quote.text.front() & 0xC0, 0x80) << "begins within a code point";
  }
}

TEST_F(Stage, TheShortestFloatingQuotationIsAParameter) {
  stage.set("min-words", 9);
  give("It was over. “We have lost it all.” Nobody moved.", "en");
  ASSERT_TRUE(stage.run()) << stage.error();
  EXPECT_TRUE(stage.written<quoth::quote>().empty());
}

TEST_F(Stage, ALanguageWithoutResourcesGetsQuotationsInMarks) {
  give("Ministras sakė, kad viskas gerai. „Mes viską padarėme laiku.“", "lt");
  ASSERT_TRUE(stage.run()) << stage.error();
  EXPECT_EQ(stage.written<quoth::quote>().size(), 1u);
  ASSERT_TRUE(stage.run()) << stage.error();
  ASSERT_EQ(stage.log().size(), 1u) << "said once, not once a document";
  EXPECT_NE(stage.log()[0].find("language 'lt'"), std::string::npos);
}

TEST_F(Stage, AnEmptyDocumentHasNoQuotes) {
  give("", "en");
  ASSERT_TRUE(stage.run()) << stage.error();
  EXPECT_TRUE(stage.written<quoth::quote>().empty());
}

}  // namespace
