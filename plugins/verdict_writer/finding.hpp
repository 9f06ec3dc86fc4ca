// A match of a claim, and what its diff rows amount to.
#pragma once

#include <cmath>
#include <cstdint>
#include <quoth/layers.hpp>
#include <string_view>

#include "comparison.hpp"

namespace quoth::verdicts {

struct finding {
  std::uint32_t row = 0;  // in layer match
  quoth::match match;
  comparison difference;
  span aligned;  // bytes of match.text from the first words that both have to the last; may be
                 // empty
  std::string_view dropped_turn;  // words beside them that turn their meaning

  // The match's score; one that is no number counts as 0.
  [[nodiscard]] double score() const noexcept {
    return std::isnan(match.score) ? 0.0 : match.score;
  }
};

}  // namespace quoth::verdicts
