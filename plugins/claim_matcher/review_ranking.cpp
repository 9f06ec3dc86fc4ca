#include "review_ranking.hpp"

#include <algorithm>
#include <cmath>

#include "post.hpp"

namespace quoth::matching {

namespace {

// Learned, with what the features are divided by.
constexpr double bias = -11.04;
constexpr double of_relevance = 2.93;
constexpr double of_claim = 1.42;
constexpr double of_title = 2.43;
constexpr double of_mass = 4.93;
constexpr double of_rarest = 2.49;
constexpr double of_day = 3.85;
constexpr double full_mass = 40.0;   // nats
constexpr double full_rarity = 9.0;  // nats
constexpr double days_near = 30.0;

constexpr double average_words = 21.0;  // of a review, that carry meaning

}  // namespace

double likelihood(const record::found_review& review, const senses& language, relevance& sought,
                  std::optional<std::chrono::sys_days> day) {
  if (sought.most() == 0.0) return 0.0;
  sought.begin();
  const double claim = sought.take(review.claim, language);
  const double title = sought.take(review.title, language);
  sought.take(review.subtitle, language);
  const double score = sought.score(average_words);
  double near = 0.0;
  if (const auto its_day = day_of(review.date, language); its_day && day) {
    near = std::exp(-std::abs(static_cast<double>((*its_day - *day).count())) / days_near);
  }
  const double sum = bias + of_relevance * score / sought.most() + of_claim * claim +
                     of_title * title + of_mass * std::min(score / full_mass, 1.5) +
                     of_rarest * sought.rarest() / full_rarity + of_day * near;
  return 1.0 / (1.0 + std::exp(-sum));
}

}  // namespace quoth::matching
