// Speakers of quotations whose source the extractor did not find.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sources.hpp"
#include "via.hpp"

namespace quoth::speakers {

// Fills the speakers that have no name, from what stands around each quotation: a dash and a name
// after it, a colon before it, a reporting verb in its sentence, the quotation beside it in the
// paragraph, the sentence or paragraph before it, the turns of a conversation. `quotes` and
// `speakers` are parallel and in the order of the text. Of indirect speech only what no cue reports
// is read, by the sentence before it.
void attribute_unsourced(reading& of, std::span<const quote_words> quotes,
                         std::span<resolved_speaker> speakers);

}  // namespace quoth::speakers
