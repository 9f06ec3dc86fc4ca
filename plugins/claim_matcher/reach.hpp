// Whether reported words go farther than a statement: without its condition, as a fact where it is
// open, of all or forever where it is of some or for a time.
#pragma once

#include <span>

#include "agreement.hpp"
#include "shared_words.hpp"

namespace quoth::matching {

// Puts what it finds into `out`. `cue`: what reports the claim. Pure; any thread.
void compare_reach(const shared_words& both, std::span<const unit_of_text> cue, agreement& out);

}  // namespace quoth::matching
