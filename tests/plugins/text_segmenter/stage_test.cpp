// The plugin as it ships, under the SDK's harness.
#include <dlfcn.h>
#include <gtest/gtest.h>

#include <places.hpp>
#include <quoth/testing.hpp>
#include <string>

namespace {

const quoth_stage& shipped_stage() {
  void* library = dlopen(places::plugin("text_segmenter").c_str(), RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) throw std::runtime_error(dlerror());
  const auto* plugin = static_cast<const quoth_plugin*>(dlsym(library, "quoth_plugin_v1"));
  return *plugin->stages[0];
}

class Stage : public ::testing::Test {
 protected:
  Stage() { stage.resources(places::source("/plugins/text_segmenter/resources")); }

  quoth::testing::harness stage{shipped_stage()};
};

TEST_F(Stage, WritesParagraphsSentencesTokensAndLanguage) {
  stage.text("Dr. Roe “left”. She did.\n\nThe end of it.");
  ASSERT_TRUE(stage.run()) << stage.error();
  EXPECT_EQ(stage.written<quoth::paragraph>().size(), 2u);
  const auto sentences = stage.written<quoth::sentence>();
  ASSERT_EQ(sentences.size(), 3u);
  EXPECT_EQ(sentences[1].where.of(stage.text()), "She did.");
  EXPECT_EQ(sentences[2].paragraph.id, 1u);
  const auto tokens = stage.written<quoth::token>();
  ASSERT_GE(tokens.size(), 4u);
  EXPECT_EQ(tokens[3].kind, quoth::token_kind::quote_mark);
  EXPECT_EQ(tokens[3].where.of(stage.text()), "“");
  const auto languages = stage.written<quoth::language>();
  ASSERT_EQ(languages.size(), 1u);
  EXPECT_EQ(languages[0].code, "en");
  EXPECT_TRUE(languages[0].detected);
}

TEST_F(Stage, TheInputsLanguageIsTaken) {
  stage.text("OK");
  stage.add(quoth::document_row{.id = "d", .lang = "de-AT"});
  ASSERT_TRUE(stage.run()) << stage.error();
  const auto languages = stage.written<quoth::language>();
  EXPECT_EQ(languages[0].code, "de");
  EXPECT_FALSE(languages[0].detected);
  EXPECT_EQ(languages[0].confidence, 1.0);
}

TEST_F(Stage, TheParameterOverridesTheInput) {
  stage.set("lang", "uk");
  stage.text("OK");
  stage.add(quoth::document_row{.id = "d", .lang = "de"});
  ASSERT_TRUE(stage.run()) << stage.error();
  EXPECT_EQ(stage.written<quoth::language>()[0].code, "uk");
}

TEST_F(Stage, TooShortToTellIsTheDefaultLanguage) {
  stage.set("default-lang", "de");
  stage.text("OK");
  ASSERT_TRUE(stage.run()) << stage.error();
  EXPECT_EQ(stage.written<quoth::language>()[0].code, "de");
}

TEST_F(Stage, ABadLanguageParameterIsRefused) {
  stage.set("lang", "?");
  stage.text("OK");
  EXPECT_FALSE(stage.run());
  EXPECT_NE(stage.error().find("lang: '?' is no language tag"), std::string::npos) << stage.error();
}

TEST_F(Stage, WordsOfATurnBeginASentence) {
  stage.text("The speaker: yes we can");
  stage.add(quoth::turn{.where = {0, 23}, .label = "The speaker", .words = 13});
  ASSERT_TRUE(stage.run()) << stage.error();
  const auto sentences = stage.written<quoth::sentence>();
  ASSERT_EQ(sentences.size(), 2u);
  EXPECT_EQ(sentences[1].where.of(stage.text()), "yes we can");
}

TEST_F(Stage, EmptyTextsAndNulsAreNoError) {
  for (const std::string& text : {std::string(), std::string("\0\0", 2), std::string("a\0b", 3)}) {
    stage.text(text);
    EXPECT_TRUE(stage.run()) << stage.error();
    EXPECT_EQ(stage.written<quoth::language>().size(), 1u);
  }
}

TEST_F(Stage, WorksWithoutResources) {
  stage.resources("/nowhere");
  stage.text("The end. Truly.");
  ASSERT_TRUE(stage.run()) << stage.error();
  EXPECT_EQ(stage.written<quoth::sentence>().size(), 2u);
}

}  // namespace
