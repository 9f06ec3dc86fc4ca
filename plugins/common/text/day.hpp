// Days in ISO 8601.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace quoth::text {

// The day at the beginning of an ISO 8601 date: 2031-06-19, 2031-06-19T08:00Z, 2031-06, 2031. A
// missing month or day counts as the first. Nothing for any other text.
[[nodiscard]] std::optional<std::chrono::year_month_day> parse_day(std::string_view iso) noexcept;

// Whether a day is one of those from `first` to `last`, `slack` days more or less at both ends.
// True where one of the three is no day: nothing speaks against it.
[[nodiscard]] bool is_near(std::string_view day, std::string_view first, std::string_view last,
                           std::chrono::days slack) noexcept;

}  // namespace quoth::text
