// Days of statements and claims, and whether a record reaches to them.
#pragma once

#include <chrono>
#include <optional>
#include <quoth/layers.hpp>
#include <string_view>
#include <text/day.hpp>
#include <vector>

namespace quoth::verdicts {

using text::parse_day;

// The years 1900 to 2099 that the text names beside the claim (at most `distance` bytes before or
// after it), as in “…,” he said in 2022. The claim's own words do not count.
[[nodiscard]] std::vector<int> years_beside(std::string_view text, span claim,
                                            std::size_t distance);

// When a claim is said to have been made: what is known of it.
struct occasion {
  std::optional<std::chrono::year_month_day> published;  // the day of the document
  std::vector<int> years;                                // years named beside the claim
};

enum class reach {
  covered,  // the record has the speaker around that time
  unknown,  // the claim has no date, or the record's statements have none
  outside   // the record begins after it, or ends before
};

// Whether a record that holds statements of [from, to] reaches to the occasion, `slack` days
// before the first statement and after the last included.
[[nodiscard]] reach reaches(const coverage& held, const occasion& when, std::chrono::days slack);

}  // namespace quoth::verdicts
