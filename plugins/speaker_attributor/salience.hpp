// How present the entities of a text are at some place of it.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

#include "words.hpp"

namespace quoth::speakers {

// The best of several candidates, and by how much.
struct choice {
  std::uint32_t entity = nothing;
  double best = 0, second = 0;

  void offer(std::uint32_t candidate, double score) {
    if (score > best) {
      second = best;
      best = score;
      entity = candidate;
    } else {
      second = std::max(second, score);
    }
  }
  [[nodiscard]] double margin() const { return best > 0 ? 1 - second / best : 0; }
};

// The entities referred to most recently, newest first, with their salience.
class salience_list {
 public:
  void touch(std::uint32_t entity, std::uint32_t step, double weight) {
    auto at = std::find_if(items_.begin(), items_.begin() + size_,
                           [&](const item& i) { return i.entity == entity; });
    item moved{entity, step, weight};
    if (at != items_.begin() + size_) {
      moved.weight += faded(*at, step);
    } else if (size_ < items_.size()) {
      at = items_.begin() + size_++;
    } else {
      --at;
    }
    std::move_backward(items_.begin(), at, at + 1);
    items_[0] = moved;
  }
  // Calls use(entity, salience, order) for each, newest first.
  template <class Use>
  void each(std::uint32_t step, Use use) const {
    for (unsigned i = 0; i < size_; ++i) use(items_[i].entity, faded(items_[i], step), i);
  }

 private:
  // What stays of a salience a step later: a sentence, or the end of a paragraph.
  static constexpr double kept = 0.5;

  struct item {
    std::uint32_t entity = nothing, step = 0;
    double weight = 0;
  };
  static double faded(const item& of, std::uint32_t step) {
    double weight = of.weight;
    const std::uint32_t distance = step > of.step ? step - of.step : 0;
    if (distance > 40) return 0;
    for (std::uint32_t i = 0; i < distance; ++i) weight *= kept;
    return weight;
  }
  std::array<item, 24> items_;
  unsigned size_ = 0;
};

}  // namespace quoth::speakers
