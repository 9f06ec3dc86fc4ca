#include "relevance.hpp"

#include <algorithm>

namespace quoth::matching {

namespace {

constexpr double unknown_idf = 6.0;  // of a text's word that is not looked for

}  // namespace

void relevance::read(wording& claim, const senses& language, const candidate_finder& finder) {
  sought_.clear();
  collect(claim, language, finder, 1.0);
  begin();
}

void relevance::add(wording& more, const senses& language, const candidate_finder& finder,
                    double share) {
  collect(more, language, finder, share);
}

void relevance::collect(wording& from, const senses& language, const candidate_finder& finder,
                        double share) {
  const record::word_list& words = from.words();
  for (const record::word& one : words.all()) {
    if ((language.of(words.norm(one)).classes & function_word) != 0) continue;
    const std::uint64_t stem = from.keys().word_key(words, one, language.lang()).hash;
    const double idf = finder.idf_of(stem);
    if (idf > 0.0) sought_.push_back({stem, idf * share, 0});
  }
  // Of a word in both, what it counts in the claim stays.
  std::ranges::sort(sought_, [](const sought& a, const sought& b) {
    return a.stem != b.stem ? a.stem < b.stem : a.idf > b.idf;
  });
  const auto same = std::unique(sought_.begin(), sought_.end(),
                                [](const sought& a, const sought& b) { return a.stem == b.stem; });
  sought_.erase(same, sought_.end());
  most_ = 0.0;
  for (const sought& one : sought_) most_ += one.idf;
}

void relevance::begin() {
  length_ = 0;
  for (sought& one : sought_) one.times = 0;
}

double relevance::take(std::string_view text, const senses& language) {
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

double relevance::score(double average) const {
  constexpr double k1 = 1.2;
  constexpr double b = 0.6;
  const double length = 1.0 - b + b * static_cast<double>(length_) / average;
  double sum = 0.0;
  for (const sought& one : sought_) {
    const double times = one.times;
    if (one.times > 0) sum += one.idf * times * (k1 + 1.0) / (times + k1 * length);
  }
  return sum;
}

double relevance::rarest() const {
  double most = 0.0;
  for (const sought& one : sought_) {
    if (one.times > 0) most = std::max(most, one.idf);
  }
  return most;
}

double relevance::covered() const {
  double sum = 0.0;
  for (const sought& one : sought_) {
    if (one.times > 0) sum += one.idf;
  }
  return sum;
}

}  // namespace quoth::matching
