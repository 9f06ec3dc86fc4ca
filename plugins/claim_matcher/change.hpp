// What a difference between two wordings changes.
#pragma once

#include <quoth/layers.hpp>
#include <span>

#include "alignment.hpp"
#include "differences.hpp"

namespace quoth::matching {

// A stretch of steps without equal pairs, and what stands around it.
struct changed_stretch {
  std::span<const step> steps;
  const unit_of_text* before = nullptr;  // the claim's word before it, where there is one
  const unit_of_text* after = nullptr;   // the claim's word after it
};

// The gravest change in it: negation, number, date, unit, country, person, condition, certainty,
// quantifier, then words, then edit. A word in place of its opposite (before, after) negates.
[[nodiscard]] diff_change change_of(const changed_stretch& stretch, const wording& claim,
                                    const wording& record, manner how);

// What it changes that each of the two stretches replaces one word by the other's: a negation
// (prices rise faster than wages, wages rise faster than prices), the person of two names, or none
// where they do not.
[[nodiscard]] diff_change exchange(const changed_stretch& one, const changed_stretch& other,
                                   const wording& claim, const wording& record);

}  // namespace quoth::matching
