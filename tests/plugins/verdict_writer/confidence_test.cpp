#include "confidence.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "cases.hpp"

namespace quoth::verdicts {
namespace {

using namespace testing;

constexpr auto verbatim = match_relation::verbatim;
constexpr auto near = match_relation::near;
constexpr auto paraphrase = match_relation::paraphrase;
constexpr const char* dovric = "Ilmar Dovric";

TEST(Confidence, verbatim_is_surer_than_a_paraphrase) {
  written_case words(dovric, "The tea is getting cold."), sense(dovric, "The tea cools.");
  words.holds(dovric, "The tea is getting cold.", verbatim, 1.0);
  sense.holds(dovric, "The tea is getting cold.", paraphrase, 0.6);
  EXPECT_GT(words.confidence(), sense.confidence());
}

TEST(Confidence, absence_says_more_where_the_record_holds_more) {
  written_case few(dovric, "We sold the moon."), many(dovric, "We sold the moon.");
  few.at.coverage.statements = 1;
  many.at.coverage.statements = 4000;
  EXPECT_LT(few.confidence(), many.confidence());
}

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr double endless = std::numeric_limits<double>::infinity();

TEST(Confidence, stays_within_bounds_whatever_the_matcher_scores) {
  for (const double score : {-endless, -9.0, 9.0, endless, not_a_number}) {
    for (const match_relation relation : {verbatim, paraphrase, match_relation::related}) {
      written_case claim(dovric, "We sold the moon.");
      claim.holds(dovric, "The tea is getting cold.", relation, score);
      claim.holds("Falk Rieding", "The coffee is getting cold.", relation, -score);
      const double confidence = claim.confidence();
      EXPECT_GE(confidence, 0.01) << score << ' ' << static_cast<int>(relation);
      EXPECT_LE(confidence, 0.99) << score << ' ' << static_cast<int>(relation);
    }
  }
}

TEST(Confidence, of_a_score_that_is_no_number_is_that_of_none) {
  written_case unknown(dovric, "The tea is getting cold."), none = unknown;
  unknown.holds(dovric, "The tea is getting cold.", verbatim, not_a_number);
  none.holds(dovric, "The tea is getting cold.", verbatim, 0.0);
  for (written_case* claim : {&unknown, &none})
    claim->holds("Falk Rieding", "The coffee is getting cold.", match_relation::related, 0.1);
  EXPECT_EQ(signs_of(unknown.at, unknown.rated()).margin, -0.1);
  EXPECT_EQ(unknown.confidence(), none.confidence());
}

TEST(Confidence, is_the_smaller_the_closer_other_words_come) {
  written_case alone(dovric, "The tea is getting cold."), disputed = alone;
  alone.holds(dovric, "The tea is getting cold.", near, 0.9);
  disputed.holds(dovric, "The tea is getting cold.", near, 0.9);
  disputed.holds("Falk Rieding", "The coffee is getting cold.", match_relation::related, 0.8);
  EXPECT_LT(disputed.confidence(), alone.confidence());
}

TEST(Confidence, of_absence_does_not_grow_with_what_is_merely_near) {
  written_case claim(dovric, "We sold the moon.");
  claim.holds(dovric, "The tea is getting cold.", match_relation::related, 0.3);
  EXPECT_EQ(signs_of(claim.at, claim.rated()).margin, 0.0);
}

std::string weights(std::string_view but_for = {}, std::string_view more = {}) {
  std::string lines;
  for (const char* name : {"bias", "strength", "margin", "on-record", "altered", "misattributed",
                           "spliced", "refuted", "hearsay", "unsupported", "out-of-record"})
    if (std::string_view(name) != but_for)
      lines.append(name).append(std::string_view(name) == "strength" ? "\t1\n" : "\t0\n");
  return lines.append(more);
}

std::string refusal(std::string lines) {
  try {
    confidence_weights(text::lexicon::parse(std::move(lines), "confidence.txt", {2, 2}));
    return "accepted";
  } catch (const text::lexicon_error& e) {
    return e.what();
  }
}

TEST(Confidence, is_the_strength_where_the_weights_change_nothing) {
  const confidence_weights neutral(text::lexicon::parse(weights(), "confidence.txt", {2, 2}));
  EXPECT_NEAR(neutral.of({verdict_rating::hearsay, 0.7, 0.4}), 0.7, 1e-9);
  EXPECT_NEAR(neutral.of({verdict_rating::hearsay, 0.0, 0.4}), 0.01, 1e-9);
  EXPECT_NEAR(neutral.of({verdict_rating::hearsay, 1.0, 0.4}), 0.99, 1e-9);
}

TEST(Confidence, weights_are_each_there_once_and_numbers) {
  EXPECT_EQ(refusal(weights()), "accepted");
  EXPECT_EQ(refusal(weights("refuted")),
            "confidence.txt: weight 'refuted' is missing: add a line with it, a tab and a number");
  EXPECT_EQ(refusal(""),
            "confidence.txt: weight 'bias' is missing: add a line with it, a tab and a number");
  EXPECT_EQ(refusal(weights({}, "margin\t2\n")),
            "confidence.txt:12: weight 'margin' is given twice: keep one line");
  EXPECT_EQ(refusal(weights({}, "weather\t2\n")),
            "confidence.txt:12: unknown weight 'weather': write one of bias, strength, margin, "
            "on-record, altered, misattributed, spliced, refuted, hearsay, unsupported, "
            "out-of-record");
  for (const std::string number : {"some", "inf", "1,5", ""}) {
    EXPECT_EQ(refusal(weights("margin", "margin\t" + number + '\n')),
              "confidence.txt:11: '" + number +
                  "' is no finite number: write digits with a point, as -1.25");
  }
}

}  // namespace
}  // namespace quoth::verdicts
