#include <gtest/gtest.h>

#include <alignment.hpp>
#include <random>
#include <set>
#include <string>

#include "lexicons.hpp"

namespace quoth::matching {
namespace {

struct aligned {
  wording claim, record;
  aligner by;
  std::vector<step> steps;

  aligned(std::string_view claim_text, std::string_view record_text) {
    claim.read(claim_text, english());
    record.read(record_text, english());
    steps = by.align(claim.units(), record.units());
  }
};

TEST(Alignment, EveryWordOfTheClaimIsInItOnceAndInOrder) {
  std::mt19937 random(5);
  const std::vector<std::string> words{"we",   "will", "not", "leave", "never", "the",
                                       "city", "41",   "tax", "taxes", "may",   "Veldania"};
  for (int round = 0; round < 400; ++round) {
    const auto text = [&] {
      std::string made;
      const std::size_t count = random() % 14;
      for (std::size_t i = 0; i < count; ++i) made += words[random() % words.size()] + ' ';
      return made;
    };
    const std::string claim = text();
    const std::string record = text();
    const aligned found(claim, record);
    std::int32_t next = 0;
    std::int32_t last = -1;
    for (const step& s : found.steps) {
      if (s.claim != nothing) {
        EXPECT_EQ(s.claim, next++);
      }
      if (s.record != nothing) {
        EXPECT_GT(s.record, last);
        last = s.record;
      }
    }
    EXPECT_EQ(next, static_cast<std::int32_t>(found.claim.size()));
  }
}

TEST(Alignment, FindsAFragmentInsideALongStatement) {
  const aligned found("has to take into account all of these",
                      "Of these things, our work has to take into account all of these things.");
  EXPECT_EQ(found.steps.size(), 8u);
  EXPECT_EQ(found.steps.front().record, 5);
  for (const step& s : found.steps) EXPECT_EQ(s.likeness, 1.0F);
}

TEST(Alignment, KeepsARunTogetherRatherThanScatteringIt) {
  const aligned found("we met the workers",
                      "We know that in the year when we met the workers of the plant.");
  EXPECT_EQ(found.steps.front().record, 7);
  EXPECT_EQ(found.steps.size(), 4u);
}

TEST(Alignment, PairsWhatReplacesTheFirstWord) {
  const aligned found("France's total spending is high", "China's total spending is high");
  ASSERT_FALSE(found.steps.empty());
  bool has_first = false;
  for (const step& s : found.steps) has_first |= s.record == 0;
  EXPECT_TRUE(has_first);
}

TEST(Alignment, IsBoundedForVeryLongTexts) {
  std::string longest;
  for (int i = 0; i < 200'000; ++i) longest += "word" + std::to_string(i % 977) + ' ';
  longest += "we will never leave this harbour";
  const aligned found("we will never leave this harbour", longest);
  EXPECT_EQ(found.steps.size(), 6u);
  for (const step& s : found.steps) EXPECT_EQ(s.likeness, 1.0F);
}

}  // namespace
}  // namespace quoth::matching
