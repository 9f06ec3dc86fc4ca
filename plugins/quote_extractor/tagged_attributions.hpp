// Attributions of what the tagger found: its spans fitted to quotation marks and cues.
//
// Thread rule: all functions are pure.
#pragma once

#include <span>
#include <vector>

#include "attribution.hpp"
#include "tagger.hpp"
#include "words.hpp"

namespace quoth::quotes {

// Appends one attribution a tagged quote to `out`, the pieces of its content to `pieces`.
void attribute_tagged(const tagging& tagged, const word_list& words, std::vector<attribution>& out,
                      std::vector<word_range>& pieces);

}  // namespace quoth::quotes
