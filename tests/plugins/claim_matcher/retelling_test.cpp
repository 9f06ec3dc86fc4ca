#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <retelling.hpp>
#include <set>
#include <text/lexicon.hpp>

#include "lexicons.hpp"

namespace quoth::matching {
namespace {

using testing::HasSubstr;

constexpr std::array<std::string_view, 2> features{"height", "weight"};
constexpr std::array<std::string_view, 2> classes{"cat", "dog"};
const std::string head = "features\theight\tweight\nclasses\tcat\tdog\n";

std::string error_of(const std::string& contents) {
  try {
    const decision_trees made(contents, "pets.trees", features, classes);
  } catch (const text::lexicon_error& error) {
    return error.what();
  }
  return "none";
}

TEST(DecisionTrees, SumTheVotesOfTheLeavesThatARowReaches) {
  const decision_trees trees(head +
                                 "tree\tcat\nheight\t25\t1\t=-1\nweight\t4\t=2\t=0.5\n"
                                 "tree\tdog\nheight\t25\t=0\t=1\n",
                             "pets.trees", features, classes);
  std::array<double, 2> likely{};
  trees.classify(std::array{25.0F, 4.0F}, likely);  // at most the threshold: the first branch
  EXPECT_NEAR(likely[0], std::exp(2.0) / (std::exp(2.0) + 1.0), 1e-12);
  EXPECT_NEAR(likely[0] + likely[1], 1.0, 1e-12);
  trees.classify(std::array{25.5F, 4.0F}, likely);
  EXPECT_NEAR(likely[0], std::exp(-1.0) / (std::exp(-1.0) + std::exp(1.0)), 1e-12);
}

TEST(DecisionTrees, AFileOfOtherFeaturesOrWithABrokenTreeIsRefusedWithItsLine) {
  EXPECT_THAT(error_of("features\theight\nclasses\tcat\tdog\ntree\tcat\nheight\t1\t=0\t=0\n"),
              HasSubstr("pets.trees:1: these are not the features of this program"));
  EXPECT_THAT(error_of("tree\tcat\n"), HasSubstr("pets.trees: the first two lines must tell"));
  EXPECT_THAT(error_of(head + "tree\tcow\nheight\t1\t=0\t=0\n"),
              HasSubstr("pets.trees:3: there is no such class"));
  EXPECT_THAT(error_of(head + "height\t1\t=0\t=0\n"),
              HasSubstr("pets.trees:3: a node is a feature"));
  EXPECT_THAT(error_of(head + "tree\tcat\nage\t1\t=0\t=0\n"),
              HasSubstr("pets.trees:4: a node is a feature"));
  EXPECT_THAT(error_of(head + "tree\tcat\nheight\t1\t0\t=0\n"),
              HasSubstr("pets.trees:4: '0' is no later node of the tree"));
  EXPECT_THAT(
      error_of(head + "tree\tcat\nheight\t1\t=x\t=0\n"),
      HasSubstr("pets.trees:4: '=x' is no vote; the file is damaged, install the plugin again"));
  EXPECT_THAT(error_of(head + "tree\tcat\nheight\t1\t1\t=0\n"),
              HasSubstr("pets.trees:4: the tree that ends here lacks nodes"));
  EXPECT_THAT(error_of(head + "tree\tcat\ntree\tdog\nheight\t1\t=0\t=0\n"),
              HasSubstr("pets.trees:3: the tree that ends here lacks nodes"));
}

const retelling_model& shipped_model() {
  static const std::string path =
      places::source("/plugins/claim_matcher/resources/retellings.trees");
  static const retelling_model made(contents_of(path), path);
  return made;
}

retelling read(std::string_view claim, std::string_view statement) {
  wording claimed, recorded;
  claimed.read(claim, english());
  recorded.read(statement, english());
  for (unit_of_text& one : claimed.units()) {
    one.weight = (one.classes & function_word) != 0 ? 0.05F : 1.0F;
  }
  comparer comparing;
  const resemblance& alike = comparing.compare(claimed, recorded, manner::reported);
  std::vector<float> numbers;
  measure_retelling(claimed, recorded, comparing, alike, numbers);
  EXPECT_EQ(numbers.size(), features_of_retellings().size());
  return shipped_model().of(numbers, 1);
}

TEST(Retelling, TheShippedModelTellsWhatIsToldFromWhatIsBentAndWhatIsNotSaid) {
  constexpr std::string_view statement =
      "There will be a free seat on the ferry for every child, if the council pays for it.";
  EXPECT_TRUE(
      read("every child will have a free seat on the ferry if the council pays for it", statement)
          .is_told());
  EXPECT_TRUE(
      read("every child has a free seat on the ferry even if the council pays nothing", statement)
          .is_bent());
  const retelling other = read("teachers are to be paid more from autumn", statement);
  EXPECT_FALSE(other.is_told() || other.is_bent());
}

TEST(Retelling, TheMoreASpeakerSaidTheMoreItTakesToBeToldOrBent) {
  const std::vector<float> numbers(features_of_retellings().size(), 0.0F);
  const retelling few = shipped_model().of(numbers, 20);
  const retelling many = shipped_model().of(numbers, 20 * 16);
  EXPECT_DOUBLE_EQ(few.other, shipped_model().of(numbers, 1).other);
  EXPECT_NEAR(many.other / many.told, 8.0 * few.other / few.told, 1e-6 * many.other / many.told);
  EXPECT_NEAR(many.bent / many.told, few.bent / few.told, 1e-9);
}

TEST(Retelling, ALongClaimIsNotJudgedSinceThatWouldTakeTheSquareOfItsLength) {
  wording claimed, recorded;
  std::string words;
  for (int i = 0; i < 200; ++i) words += "ferry ";
  recorded.read("The ferry sails.", english());
  claimed.read(words, english());
  EXPECT_TRUE(is_short_enough(claimed, recorded));
  words += "ferry";
  claimed.read(words, english());
  EXPECT_FALSE(is_short_enough(claimed, recorded));
  claimed.read("", english());
  EXPECT_FALSE(is_short_enough(claimed, recorded));
}

TEST(Retelling, EveryFeatureHasANameOfItsOwn) {
  const auto names = features_of_retellings();
  const std::set<std::string_view> unique(names.begin(), names.end());
  EXPECT_EQ(unique.size(), names.size());
  EXPECT_GT(names.size(), 100u);
}

}  // namespace
}  // namespace quoth::matching
