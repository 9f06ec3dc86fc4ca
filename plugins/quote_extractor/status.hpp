// How a document stands to what it reports: asserted, alleged (nobody vouches for it), denied.
//
// Alleged: allegedly, reportedly; claimed that X said …; rumours that X said …; “…,” it read,
// citing an alleged speech; X soll gesagt haben. Denied: X denied that …; X never said …; there is
// no evidence that X said …. A verb such as claimed doubts what is said, not that it was said: of
// its own it alleges nothing.
//
// Thread rule: all functions are pure.
#pragma once

#include <quoth/layers.hpp>

#include "attribution.hpp"
#include "words.hpp"

namespace quoth::quotes {

[[nodiscard]] quoth::quote_status status_of(const word_list& words, const attribution& a);

}  // namespace quoth::quotes
