// How likely a rating is to be right: the strength of its evidence, fitted to claims whose ratings
// are known. Logistic regression, as Platt fits the scores of a classifier ("Probabilistic Outputs
// for Support Vector Machines", 1999), over two signs and the rating.
#pragma once

#include <array>
#include <cstddef>
#include <quoth/layers.hpp>
#include <string>
#include <string_view>
#include <text/lexicon.hpp>

#include "rating.hpp"

namespace quoth::verdicts {

struct signs {
  verdict_rating rating = verdict_rating::out_of_record;
  double strength = 0.0;  // of the evidence, by rule, 0 to 1
  // By how much the first evidence is closer to the claim than what is no evidence, -0.2 to 0.4;
  // 0 for ratings by absence, whose evidence is merely near.
  double margin = 0.0;
};

[[nodiscard]] signs signs_of(const claim_case& at, const decision& made);

// Thread rule: immutable once made.
class confidence_weights {
 public:
  // Lines `NAME<TAB>number`; NAME is bias, strength (of its log odds), margin, or a rating's.
  // Throws text::lexicon_error where one is missing, given twice, unknown, or no number.
  explicit confidence_weights(const text::lexicon& entries);

  // 0.01 to 0.99.
  [[nodiscard]] double of(const signs& seen) const;

 private:
  static constexpr std::size_t ratings = 8;
  static constexpr std::array<std::string_view, 3 + ratings> names{
      "bias",    "strength", "margin",  "on-record",   "altered",      "misattributed",
      "spliced", "refuted",  "hearsay", "unsupported", "out-of-record"};

  [[nodiscard]] static std::string all_names();

  std::array<double, names.size()> weights_{};  // in the order of `names`
};

}  // namespace quoth::verdicts
