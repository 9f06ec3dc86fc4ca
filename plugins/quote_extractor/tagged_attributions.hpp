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

// Appends one attribution a tagged quote to `out`, the pieces of its content to `pieces`. `rules`:
// what the rules proposed to the tagger. Where both find the same cue to report a quotation, it is
// the rules' quotation, and they tell with what it goes on: they read marks, paragraphs and
// sentences without a window. Quotations with a source and a sure cue that only the rules find come
// last.
void attribute_tagged(const tagging& tagged, std::span<const attribution> rules,
                      const word_list& words, std::vector<attribution>& out,
                      std::vector<word_range>& pieces);

}  // namespace quoth::quotes
