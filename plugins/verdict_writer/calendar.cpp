#include "calendar.hpp"

#include <algorithm>
#include <charconv>
#include <text/classes.hpp>
#include <text/utf8.hpp>

namespace quoth::verdicts {

namespace {

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

void collect_years(std::string_view text, std::vector<int>& years) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_ascii_digit(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_ascii_digit(text[end])) ++end;
    // 1,900 and 2.019 are amounts, 2019 is a year.
    const bool grouped =
        at > 1 && (text[at - 1] == ',' || text[at - 1] == '.') && is_ascii_digit(text[at - 2]);
    if (end - at == 4 && !grouped) {
      int year = 0;
      std::from_chars(text.data() + at, text.data() + end, year);
      if (year >= 1900 && year < 2100) years.push_back(year);
    }
    at = end;
  }
}

}  // namespace

std::vector<int> years_beside(std::string_view text, span claim, std::size_t distance) {
  std::vector<int> years;
  if (!claim.exists() || claim.end > text.size() || claim.begin > claim.end) return years;
  const std::size_t begin = claim.begin > distance ? claim.begin - distance : 0;
  collect_years(text.substr(begin, claim.begin - begin), years);
  collect_years(text.substr(claim.end, std::min(distance, text.size() - claim.end)), years);
  return years;
}

reach reaches(const coverage& held, const occasion& when, std::chrono::days slack) {
  const auto first_day = parse_day(held.from.value_or(""));
  const auto last_day = parse_day(held.to.value_or(""));
  if (!first_day || !last_day) return reach::unknown;
  const std::chrono::year_month_day from = *first_day, to = *last_day;
  // A year that the document names beats the day on which the document appeared.
  if (!when.years.empty()) {
    const int first = static_cast<int>(from.year()), last = static_cast<int>(to.year());
    const bool inside = std::any_of(when.years.begin(), when.years.end(),
                                    [&](int y) { return y >= first && y <= last; });
    return inside ? reach::covered : reach::outside;
  }
  if (!when.published) return reach::unknown;
  const std::chrono::sys_days day = *when.published;
  const bool early = day < std::chrono::sys_days(from) - slack;
  const bool late = day > std::chrono::sys_days(to) + slack;
  return early || late ? reach::outside : reach::covered;
}

}  // namespace quoth::verdicts
