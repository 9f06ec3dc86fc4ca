#include "host/document/schema.hpp"

#include <gtest/gtest.h>

namespace quoth::host {
namespace {

quoth_column column(const char* name, std::uint32_t type, const char* target = nullptr) {
  return {sizeof(quoth_column), type, name, "", target, 0, 0, nullptr};
}

/// Unites a layer of one column; the message of a refusal, or "united".
std::string unite(schema& layers, const char* layer, const quoth_column& with,
                  const char* plugin = "org.x", std::uint32_t flags = 0) {
  const quoth_column* const columns[] = {&with};
  const quoth_layer definition{sizeof(quoth_layer), flags, layer, "", columns, 1, 0};
  result<void> united = layers.unite(definition, plugin);
  return united.ok() ? "united" : united.error().message;
}

TEST(schema, has_the_standard_layers) {
  const schema layers;
  for (const char* const name :
       {"document", "metadata", "review", "language", "paragraph", "sentence", "token", "turn",
        "name", "quote", "quote-part", "speaker", "claim", "coverage", "match", "diff", "verdict",
        "evidence"}) {
    EXPECT_NE(layers.find(name), nullptr) << name;
  }
  EXPECT_EQ(layers.find("no-such"), nullptr);
  EXPECT_EQ(layers.position("no-such"), no_position);
  const layer_schema& speaker = *layers.find("speaker");
  EXPECT_TRUE(speaker.has_span);
  EXPECT_TRUE(speaker.span_optional);
  EXPECT_FALSE(layers.find("match")->has_span);
  const column_schema& quote = speaker.columns[speaker.column("quote")];
  EXPECT_EQ(quote.target_layer, layers.position("quote"));
  EXPECT_EQ(speaker.column("no-such"), no_position);
}

TEST(schema, takes_in_layers_and_columns_of_plugins) {
  schema layers;
  EXPECT_EQ(unite(layers, "org.x.shout", column("share", QUOTH_COLUMN_F64)), "united");
  EXPECT_EQ(unite(layers, "org.x.shout", column("sentence", QUOTH_COLUMN_ROW, "sentence")),
            "united");
  EXPECT_EQ(unite(layers, "token", column("org.x.lemma", QUOTH_COLUMN_STRING)), "united");
  layers.resolve_targets();
  const layer_schema& shout = *layers.find("org.x.shout");
  ASSERT_EQ(shout.columns.size(), 2u);
  EXPECT_EQ(shout.owner, "org.x");
  EXPECT_EQ(shout.columns[1].target_layer, layers.position("sentence"));
  EXPECT_NE(layers.find("token")->column("org.x.lemma"), no_position);
}

TEST(schema, lets_a_definition_repeat_what_is_there) {
  schema layers;
  const std::size_t columns = layers.find("token")->columns.size();
  EXPECT_EQ(unite(layers, "token", column("sentence", QUOTH_COLUMN_ROW, "sentence")), "united");
  EXPECT_EQ(layers.find("token")->columns.size(), columns);
}

TEST(schema, refuses_a_column_of_another_type) {
  schema layers;
  EXPECT_EQ(unite(layers, "token", column("kind", QUOTH_COLUMN_F64)),
            "it defines column kind of layer token as f64, but for Quoth itself it is enum");
  EXPECT_EQ(
      unite(layers, "token", column("sentence", QUOTH_COLUMN_ROW, "paragraph")),
      "it defines column sentence of layer token as row of paragraph, but for Quoth itself it "
      "is row of sentence");
  ASSERT_EQ(unite(layers, "org.x.a", column("b", QUOTH_COLUMN_BOOL)), "united");
  EXPECT_EQ(unite(layers, "org.x.a", column("b", QUOTH_COLUMN_I64), "org.y"),
            "it defines column b of layer org.x.a as i64, but for plugin org.x it is bool");
}

TEST(schema, refuses_other_spans) {
  schema layers;
  EXPECT_EQ(unite(layers, "match", column("org.x.a", QUOTH_COLUMN_BOOL), "org.x", QUOTH_LAYER_SPAN),
            "it defines layer match with other spans than Quoth itself");
  EXPECT_EQ(unite(layers, "token", column("org.x.a", QUOTH_COLUMN_BOOL), "org.x",
                  QUOTH_LAYER_SPAN | QUOTH_LAYER_OPTIONAL_SPAN),
            "it defines layer token with other spans than Quoth itself");
  EXPECT_EQ(layers.find("token")->column("org.x.a"), no_position) << "a refusal changes nothing";
}

TEST(schema, lets_enumerations_grow_at_their_end_only) {
  schema layers;
  const auto with = [](const char* const* choices, std::uint32_t count) {
    quoth_column made = column("mood", QUOTH_COLUMN_ENUM);
    made.choices = choices;
    made.choice_count = count;
    return made;
  };
  const char* const choices[] = {"calm", "angry", "sad"};
  const char* const other[] = {"angry", "calm"};
  EXPECT_EQ(unite(layers, "org.x.m", with(choices, 2)), "united");
  EXPECT_EQ(unite(layers, "org.x.m", with(choices, 3)), "united");
  EXPECT_EQ(unite(layers, "org.x.m", with(choices, 1)), "united");
  EXPECT_EQ(layers.find("org.x.m")->columns[0].choices.size(), 3u);
  EXPECT_EQ(unite(layers, "org.x.m", with(other, 2)),
            "it defines column mood of layer org.x.m with other choices than plugin org.x");
}

}  // namespace
}  // namespace quoth::host
