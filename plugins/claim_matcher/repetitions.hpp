// What several documents of the record repeat.
#pragma once

#include <record/catalogue.hpp>
#include <vector>

#include "considered.hpp"
#include "documents.hpp"

namespace quoth::matching {

// One statement told in many documents is one match; it appears as often as documents have it.
// Sorts by score, best first, and leaves the first of each.
void join_repetitions(std::vector<considered>& all, documents& from,
                      const record::catalogue& speakers);

}  // namespace quoth::matching
