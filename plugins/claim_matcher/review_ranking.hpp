// How likely a published fact-check is about a claim.
//
// A logistic model over six features: the relevance of what the review says, relative to the most
// there could be and absolute; how much of the review's claim and of its title the claim has; its
// rarest word in common; and how near its day is to the claim's, since posts are checked while they
// spread. Weights and bias are learned on CheckThat! 2022 2A train by train/review_weights.py.
//
// Thread rule: pure but for the scratch memory of `sought`.
#pragma once

#include <chrono>
#include <optional>
#include <record/lookup.hpp>

#include "relevance.hpp"
#include "senses.hpp"

namespace quoth::matching {

// 0 to 1: how likely the review is about the claim whose words are sought, of that day.
[[nodiscard]] double likelihood(const record::found_review& review, const senses& language,
                                relevance& sought, std::optional<std::chrono::sys_days> day);

}  // namespace quoth::matching
