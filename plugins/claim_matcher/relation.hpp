// What a resemblance is worth, and what a statement is to a claim by it.
//
// Pure; any thread.
#pragma once

#include <cstddef>
#include <quoth/layers.hpp>

#include "differences.hpp"
#include "retelling.hpp"

namespace quoth::matching {

// How much of the claim the statement holds, 0 to 1. A quotation has its words in order and in one
// run; reported speech has them in any order.
[[nodiscard]] double strength_of(const resemblance& r, std::size_t words, bool reported);

// Where the words do not stand in order, what they are tells more.
[[nodiscard]] double blended(double strength, double relevance);

// A likelihood with more evidence, in nats.
[[nodiscard]] double likelier(double score, double evidence);

// `by_words`: whether the claim has words in quotation marks, which are laid beside the statement's
// one by one. `bent`: whether a claim that goes farther than the statement contradicts it. A denial
// denies it all the same. `likely`: whether words of the claim's speaker are so near that they tell
// the same although fewer words agree.
[[nodiscard]] match_relation relation_of(const resemblance& r, bool reported, bool bent,
                                         bool by_words, bool likely);

// Whether the differences of the words tell what the claim does to the statement: most words are in
// order, and what differs, if anything, has a name; or the statement denies what reports the claim.
[[nodiscard]] bool is_laid_beside(const resemblance& r, bool reported);
// Whether enough words agree for a retelling to be judged: a few common ones are in everything.
[[nodiscard]] bool bears_on(const resemblance& r);
// The relation of what was judged as a retelling.
[[nodiscard]] match_relation relation_of(const resemblance& r, const retelling& read);

}  // namespace quoth::matching
