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
      next = std::max(next, at.findings[i].match.score);
  const double lead = at.findings[made.evidence.front()].match.score;
  seen.margin = std::clamp(lead - next, least_margin, most_margin);
  return seen;
}

confidence_weights::confidence_weights(const text::lexicon& entries) {
  std::vector<bool> given(names.size(), false);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::string_view name = entries[i][0], number = entries[i][1];
    const auto* const found = std::ranges::find(names, name);
    if (found == names.end()) throw entries.error(i, "unknown weight '" + std::string(name) + "'");
    const auto at = static_cast<std::size_t>(found - names.begin());
    if (given[at]) throw entries.error(i, "weight '" + std::string(name) + "' is given twice");
    given[at] = true;
    const char* const end = number.data() + number.size();
    const auto [rest, failed] = std::from_chars(number.data(), end, weights_[at]);
    if (failed != std::errc() || rest != end || !std::isfinite(weights_[at]))
      throw entries.error(i, "'" + std::string(number) + "' is no number");
  }
  const auto missing = std::ranges::find(given, false);
  if (missing == given.end()) return;
  const std::string complaint =
      "weight '" + std::string(names[static_cast<std::size_t>(missing - given.begin())]) +
      "' is missing";
  if (entries.empty()) throw text::lexicon_error(complaint);
  throw entries.error(entries.size() - 1, complaint);
}

double confidence_weights::of(const signs& seen) const {
  const auto rating = std::min(static_cast<std::size_t>(seen.rating), ratings - 1);
  const double odds = weights_[0] + weights_[1] * log_odds(seen.strength) +
                      weights_[2] * seen.margin + weights_[3 + rating];
  return std::clamp(1.0 / (1.0 + std::exp(-odds)), least, most);
}

}  // namespace quoth::verdicts
