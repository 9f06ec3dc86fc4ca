// How likely a published fact-check is about a claim.
//
// A logistic model over six features: Okapi BM25 (Robertson and Zaragoza, Foundations and Trends in
// Information Retrieval 3, 2009) of the claim's words in what the review says, relative to the most
// there could be and absolute; how much of the review's claim and of its title the claim has; its
// rarest word in common; and how near its day is to the claim's, since posts are checked while they
// spread. Weights and bias are learned on CheckThat! 2022 2A train by train/review_weights.py.
//
// Belongs to one thread; keeps its memory between claims.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <record/keys.hpp>
#include <record/lookup.hpp>
#include <string_view>
#include <vector>

#include "candidates.hpp"
#include "senses.hpp"
#include "wording.hpp"

namespace quoth::matching {

class review_ranker {
 public:
  // The claim's words, as `finder` has just looked them up, and its day where it has one.
  void read_claim(wording& claim, const senses& language, const candidate_finder& finder,
                  std::optional<std::chrono::sys_days> day);

  // 0 to 1: how likely the review is about the claim.
  [[nodiscard]] double likelihood(const record::found_review& review, const senses& language);

 private:
  struct sought {
    std::uint64_t stem;
    double idf;
    std::uint32_t times;  // in the review at hand
  };
  // How much of a text's words the claim has, rare ones for more; counts them.
  double take_field(std::string_view text, const senses& language);

  std::vector<sought> sought_;  // by stem
  double most_ = 0.0;           // the sum of their idf
  std::optional<std::chrono::sys_days> day_;
  record::word_list words_;
  record::key_maker keys_;
  std::size_t length_ = 0;  // words of the review at hand
};

}  // namespace quoth::matching
