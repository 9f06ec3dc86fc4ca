// A match of a claim, and what its diff rows amount to.
#pragma once

#include <cstdint>
#include <quoth/layers.hpp>
#include <string_view>

#include "comparison.hpp"

namespace quoth::verdicts {

struct finding {
  std::uint32_t row = 0;  // in layer match
  quoth::match match;
  comparison difference;
  span aligned;  // bytes of match.text that the claim was laid beside; may be empty
  std::string_view dropped_turn;  // words beside them that turn their meaning
};

}  // namespace quoth::verdicts
