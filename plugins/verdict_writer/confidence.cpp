#include "confidence.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <vector>

namespace quoth::verdicts {

namespace {

constexpr double least = 0.01, most = 0.99;  // nothing is certain

double log_odds(double share) {
  const double bounded = std::clamp(share, least, most);
  return std::log(bounded / (1.0 - bounded));
}

bool is_by_absence(verdict_rating rating) {
  return rating == verdict_rating::unsupported || rating == verdict_rating::out_of_record;
}

}  // namespace

signs signs_of(const claim_case& at, const decision& made) {
  constexpr double least_margin = -0.2, most_margin = 0.4;
  signs seen{made.rating, made.strength, 0.0};
  if (is_by_absence(made.rating) || made.evidence.empty()) return seen;
  double next = 0.0;
  for (std::size_t i = 0; i < at.findings.size(); ++i)
    if (std::ranges::find(made.evidence, i) == made.evidence.end())
      next = std::max(next, at.findings[i].score());
  const double lead = at.findings[made.evidence.front()].score();
  seen.margin = std::clamp(lead - next, least_margin, most_margin);
  return seen;
}

confidence_weights::confidence_weights(const text::lexicon& entries) {
  std::vector<bool> given(names.size(), false);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::string_view name = entries[i][0], number = entries[i][1];
    const auto* const found = std::ranges::find(names, name);
    if (found == names.end())
      throw entries.error(
          i, "unknown weight '" + std::string(name) + "': write one of " + all_names());
    const auto at = static_cast<std::size_t>(found - names.begin());
    if (given[at])
      throw entries.error(i, "weight '" + std::string(name) + "' is given twice: keep one line");
    given[at] = true;
    const char* const end = number.data() + number.size();
    const auto [rest, failed] = std::from_chars(number.data(), end, weights_[at]);
    if (failed != std::errc() || rest != end || !std::isfinite(weights_[at]))
      throw entries.error(i, "'" + std::string(number) +
                                 "' is no finite number: write digits with a point, as -1.25");
  }
  const auto missing = std::ranges::find(given, false);
  if (missing == given.end()) return;
  const std::string name(names[static_cast<std::size_t>(missing - given.begin())]);
  throw entries.error("weight '" + name + "' is missing: add a line with it, a tab and a number");
}

std::string confidence_weights::all_names() {
  std::string list;
  for (const std::string_view name : names) {
    if (!list.empty()) list += ", ";
    list += name;
  }
  return list;
}

double confidence_weights::of(const signs& seen) const {
  const auto rating = std::min(static_cast<std::size_t>(seen.rating), ratings - 1);
  const double odds = weights_[0] + weights_[1] * log_odds(seen.strength) +
                      weights_[2] * seen.margin + weights_[3 + rating];
  return std::clamp(1.0 / (1.0 + std::exp(-odds)), least, most);
}

}  // namespace quoth::verdicts
