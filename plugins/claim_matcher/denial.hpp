// Whether reported words or a statement deny what the other does not.
#pragma once

#include "agreement.hpp"
#include "shared_words.hpp"

namespace quoth::matching {

// Puts what it finds into `out`. Pure; any thread.
void compare_denials(const shared_words& both, const surroundings& around, agreement& out);

}  // namespace quoth::matching
