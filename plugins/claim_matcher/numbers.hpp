// Whether the numbers and days of reported words are those of a statement: in value, unit, and what
// they are said of.
#pragma once

#include <cstdint>
#include <span>

#include "agreement.hpp"
#include "shared_words.hpp"

namespace quoth::matching {

// Puts what it finds into `out`. `setting`: stems, ascending, of what need not be in the statement.
// Pure; any thread.
void compare_numbers(const shared_words& both, std::span<const std::uint64_t> setting,
                     agreement& out);

}  // namespace quoth::matching
