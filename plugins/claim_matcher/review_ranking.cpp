#include "review_ranking.hpp"

#include <algorithm>
#include <cmath>

#include "post.hpp"

namespace quoth::matching {

namespace {

// Learned, with what the features are divided by.
constexpr double bias = -10.55;
constexpr double of_relevance = 2.79;
constexpr double of_claim = 1.28;
constexpr double of_title = 2.30;
constexpr double of_mass = 4.70;
constexpr double of_rarest = 2.36;
constexpr double of_day = 3.65;
constexpr double full_mass = 40.0;   // nats
constexpr double full_rarity = 9.0;  // nats
constexpr double days_near = 30.0;

constexpr double unknown_idf = 6.0;  // of a review's word that the claim does not have

}  // namespace

void review_ranker::read_claim(wording& claim, const senses& language,
                               const candidate_finder& finder,
                               std::optional<std::chrono::sys_days> day) {
  sought_.clear();
  most_ = 0.0;
  day_ = day;
  const record::word_list& words = claim.words();
  for (const record::word& one : words.all()) {
    if ((language.of(words.norm(one)).classes & function_word) != 0) continue;
    const std::uint64_t stem = claim.keys().word_key(words, one, language.lang()).hash;
    const double idf = finder.idf_of(stem);
    if (idf > 0.0) sought_.push_back({stem, idf, 0});
  }
  std::ranges::sort(sought_, {}, &sought::stem);
  const auto same = std::ranges::unique(sought_, {}, &sought::stem);
  sought_.erase(same.begin(), same.end());
  for (const sought& one : sought_) most_ += one.idf;
}

double review_ranker::take_field(std::string_view text, const senses& language) {
  words_.split(text, language.lang());
  double shared = 0.0;
  double others = 0.0;
  for (const record::word& one : words_.all()) {
    if ((language.of(words_.norm(one)).classes & function_word) != 0) continue;
    ++length_;
    const std::uint64_t stem = keys_.word_key(words_, one, language.lang()).hash;
    const auto at = std::ranges::lower_bound(sought_, stem, {}, &sought::stem);
    if (at == sought_.end() || at->stem != stem) {
      others += unknown_idf;
      continue;
    }
    shared += at->idf;
    ++at->times;
  }
  return shared == 0.0 ? 0.0 : shared / (shared + others);
}

double review_ranker::likelihood(const record::found_review& review, const senses& language) {
  constexpr double k1 = 1.2;
  constexpr double b = 0.6;
  constexpr double average = 21.0;  // words of a review that carry meaning
  if (most_ == 0.0) return 0.0;
  length_ = 0;
  for (sought& one : sought_) one.times = 0;
  const double claim = take_field(review.claim, language);
  const double title = take_field(review.title, language);
  take_field(review.subtitle, language);
  const double length = 1.0 - b + b * static_cast<double>(length_) / average;
  double relevance = 0.0;
  double rarest = 0.0;
  for (const sought& one : sought_) {
    if (one.times == 0) continue;
    const double times = one.times;
    relevance += one.idf * times * (k1 + 1.0) / (times + k1 * length);
    rarest = std::max(rarest, one.idf);
  }
  double near = 0.0;
  if (const auto day = day_of(review.date, language); day && day_) {
    near = std::exp(-std::abs(static_cast<double>((*day - *day_).count())) / days_near);
  }
  const double sum = bias + of_relevance * relevance / most_ + of_claim * claim + of_title * title +
                     of_mass * std::min(relevance / full_mass, 1.5) +
                     of_rarest * rarest / full_rarity + of_day * near;
  return 1.0 / (1.0 + std::exp(-sum));
}

}  // namespace quoth::matching
