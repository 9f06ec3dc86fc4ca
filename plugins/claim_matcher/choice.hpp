// Which of all that was looked at become matches.
#pragma once

#include <cstddef>
#include <vector>

#include "considered.hpp"

namespace quoth::matching {

// The best first; then what explains words of the claim that the best leaves open, so that both
// sources of a splice are there; some statements of the speaker; the rest by score.
//
// A few words in common are chance: statements of the speaker are nearer than others with no more.
// Leaves `top` at most, best first. `by_known_speaker`: whether the claim is by one of the record.
void choose(std::vector<considered>& all, std::size_t top, bool by_known_speaker);

}  // namespace quoth::matching
