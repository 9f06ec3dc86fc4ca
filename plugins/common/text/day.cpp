#include "text/day.hpp"

#include <charconv>

#include "text/classes.hpp"

namespace quoth::text {

namespace {

// `digits` decimal digits at `at`; nothing when they are not there or one more follows.
std::optional<unsigned> number_at(std::string_view text, std::size_t at, std::size_t digits) {
  if (at + digits > text.size()) return std::nullopt;
  const auto after = static_cast<unsigned char>(at + digits < text.size() ? text[at + digits] : 0);
  if (is_digit(after)) return std::nullopt;
  unsigned value = 0;
  const auto [end, fault] = std::from_chars(text.data() + at, text.data() + at + digits, value);
  if (fault != std::errc{} || end != text.data() + at + digits) return std::nullopt;
  return value;
}

}  // namespace

std::optional<std::chrono::year_month_day> parse_day(std::string_view iso) noexcept {
  const std::optional<unsigned> year = number_at(iso, 0, 4);
  if (!year) return std::nullopt;
  unsigned month = 1, day = 1;
  if (iso.size() > 4) {
    const std::optional<unsigned> m = number_at(iso, 5, 2);
    if (iso[4] != '-' || !m) return std::nullopt;
    month = *m;
  }
  if (iso.size() > 7) {
    const std::optional<unsigned> d = number_at(iso, 8, 2);
    if (iso[7] != '-' || !d) return std::nullopt;
    day = *d;
  }
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)),
                                         std::chrono::month(month), std::chrono::day(day)};
  if (!date.ok()) return std::nullopt;
  return date;
}

bool is_near(std::string_view day, std::string_view first, std::string_view last,
             std::chrono::days slack) noexcept {
  const auto at = parse_day(day), begin = parse_day(first), end = parse_day(last);
  if (!at || !begin || !end) return true;
  const std::chrono::sys_days when(*at);
  return std::chrono::sys_days(*begin) - slack <= when &&
         when <= std::chrono::sys_days(*end) + slack;
}

}  // namespace quoth::text
