// What a stage struct becomes: static C descriptors that the host reads without calling anything.
#include <gtest/gtest.h>

#include <quoth/plugin.hpp>
#include <set>
#include <string>

namespace {

enum class tone : std::uint32_t { soft, hard };

struct sample {
  double share = 0;
  tone how = tone::soft;
  quoth::file lexicon;
  static constexpr auto about = quoth::stage(
      "org.example.sample", "2.1.0", "A sample.",
      quoth::param(&sample::share, "share", 0.5, "a share", quoth::range{0.0, 1.0}),
      quoth::reads<quoth::sentence>{},
      quoth::param(&sample::how, "how", tone::hard, "a tone", "soft", "hard"),
      quoth::reads_if_present<quoth::turn>{}, quoth::writes<quoth::name>{},
      quoth::param(&sample::lexicon, "lexicon", quoth::required, "a lexicon"), quoth::serial{});
  void process(quoth::document<sample>&) {}
};

constexpr const quoth_stage& stage = quoth::detail::stage_descriptor<sample>;

TEST(Descriptor, IsAConstantExpression) {
  static_assert(stage.size == sizeof(quoth_stage));
  static_assert(stage.kind == QUOTH_ANNOTATOR);
  static_assert(stage.concurrency == QUOTH_SERIAL);
  static_assert(stage.param_count == 3 && stage.use_count == 3 && stage.layer_count == 3);
  EXPECT_STREQ(stage.id, "org.example.sample");
  EXPECT_STREQ(stage.version, "2.1.0");
}

TEST(Descriptor, ParametersCarryTypeDefaultRangeAndChoices) {
  const quoth_param& share = *stage.params[0];
  EXPECT_EQ(share.type, std::uint32_t{QUOTH_PARAM_REAL});
  EXPECT_EQ(share.flags, std::uint32_t{QUOTH_PARAM_RANGE});
  EXPECT_EQ(share.preset->real, 0.5);
  EXPECT_EQ(share.maximum, 1.0);
  const quoth_param& how = *stage.params[1];
  ASSERT_EQ(how.choice_count, 2u);
  EXPECT_STREQ(how.choices[1], "hard");
  EXPECT_EQ(how.preset->integer, 1);
  EXPECT_EQ(std::string(how.preset->string.data, how.preset->string.size), "hard");
  const quoth_param& lexicon = *stage.params[2];
  EXPECT_EQ(lexicon.flags, std::uint32_t{QUOTH_PARAM_REQUIRED});
  EXPECT_EQ(lexicon.preset, nullptr);
}

TEST(Descriptor, UsesAreNumberedInTheOrderOfAbout) {
  EXPECT_STREQ(stage.uses[0]->layer, "sentence");
  EXPECT_EQ(stage.uses[0]->access, std::uint32_t{QUOTH_READ});
  EXPECT_STREQ(stage.uses[1]->layer, "turn");
  EXPECT_EQ(stage.uses[1]->flags, std::uint32_t{QUOTH_USE_OPTIONAL});
  EXPECT_STREQ(stage.uses[2]->layer, "name");
  EXPECT_EQ(stage.uses[2]->access, std::uint32_t{QUOTH_APPEND});
  EXPECT_STREQ(stage.uses[2]->columns[0], "canonical");
}

template <class... L>
void check_standard_layers(std::tuple<L...>*) {
  std::set<std::string> names;
  const auto check = [&](const quoth_layer& layer) {
    EXPECT_TRUE(names.insert(layer.name).second) << layer.name << " is defined twice";
    for (std::uint32_t i = 0; i < layer.column_count; ++i) {
      const quoth_column& column = *layer.columns[i];
      EXPECT_NE(std::string(column.doc), "") << layer.name << "." << column.name;
      EXPECT_EQ(column.target != nullptr, column.type == QUOTH_COLUMN_ROW) << column.name;
      EXPECT_EQ(column.choice_count > 0, column.type == QUOTH_COLUMN_ENUM) << column.name;
      if (column.target) {
        EXPECT_TRUE(names.count(column.target) || std::string(column.target) == layer.name)
            << layer.name << "." << column.name << " refers to a layer that is not defined before";
      }
    }
  };
  (check(quoth::layer_descriptor<L>), ...);
}

TEST(Descriptor, StandardLayersAreDocumentedAndReferBackwards) {
  check_standard_layers(static_cast<quoth::standard_layers*>(nullptr));
}

}  // namespace
