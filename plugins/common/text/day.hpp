// Days in ISO 8601.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace quoth::text {

// The day at the beginning of an ISO 8601 date: 2031-06-19, 2031-06-19T08:00Z, 2031-06, 2031. A
// missing month or day counts as the first. Nothing for any other text.
[[nodiscard]] std::optional<std::chrono::year_month_day> parse_day(std::string_view iso) noexcept;

}  // namespace quoth::text
