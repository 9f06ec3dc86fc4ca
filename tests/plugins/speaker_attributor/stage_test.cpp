// The plugin as it ships, under the SDK's harness.
#include <dlfcn.h>
#include <gtest/gtest.h>

#include <places.hpp>
#include <quoth/testing.hpp>
#include <stdexcept>
#include <string>

#include "marked_article.hpp"

namespace {

const quoth_stage& shipped_stage() {
  void* library = dlopen(places::plugin("speaker_attributor").c_str(), RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) throw std::runtime_error(dlerror());
  const auto* plugin = static_cast<const quoth_plugin*>(dlsym(library, "quoth_plugin_v1"));
  return *plugin->stages[0];
}

class stage : public ::testing::Test {
 protected:
  stage() { under_test.resources(places::resources("speaker_attributor")); }

  void add_rows(const quoth::speakers::article& article) {
    under_test.text(article.text);
    under_test.add(quoth::language{.code = article.language, .detected = false, .confidence = 1});
    for (const auto& row : article.paragraphs) under_test.add(row);
    for (const auto& row : article.sentences) under_test.add(row);
    for (const auto& row : article.tokens) under_test.add(row);
    for (const auto& row : article.quotes) under_test.add(row);
    for (const auto& row : article.parts) under_test.add(row);
  }

  quoth::testing::harness under_test{shipped_stage()};
};

TEST_F(stage, writes_names_and_one_speaker_a_quotation) {
  quoth::speakers::marked_article marked(
      "<q1>“We won,”</q> <c1>said</c> <s1>Finance Minister Maria Lindqvist</s>. <q2>“Twice,”</q> "
      "<s2>she</s> <c2>told</c> Radio Liberty.");
  add_rows(marked.rows().segment());
  ASSERT_TRUE(under_test.run()) << under_test.error();
  const auto speakers = under_test.written<quoth::speaker>();
  ASSERT_EQ(speakers.size(), 2u);
  EXPECT_EQ(speakers[0].name, "Maria Lindqvist");
  EXPECT_EQ(speakers[0].mention.of(under_test.text()), "Maria Lindqvist");
  EXPECT_FALSE(speakers[0].via.has_value());
  EXPECT_EQ(speakers[1].name, "Maria Lindqvist");
  EXPECT_EQ(speakers[1].link, quoth::speaker_link::pronoun);
  EXPECT_EQ(speakers[1].via, "Radio Liberty");
  const auto names = under_test.written<quoth::name>();
  ASSERT_EQ(names.size(), 2u);
  EXPECT_EQ(names[0].role, "Finance Minister");
  EXPECT_EQ(names[1].canonical, "Radio Liberty");
}

TEST_F(stage, a_document_without_quotations_has_names_only) {
  quoth::speakers::marked_article marked("Maria Lindqvist left.");
  add_rows(marked.rows().segment());
  ASSERT_TRUE(under_test.run()) << under_test.error();
  EXPECT_EQ(under_test.written<quoth::speaker>().size(), 0u);
  EXPECT_EQ(under_test.written<quoth::name>().size(), 1u);
}

}  // namespace
