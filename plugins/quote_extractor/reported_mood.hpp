// Reported speech that only the mood of its verbs tells: sentences that go on with what a source
// before them said (Er wisse auch nicht, warum. Die Sperre sei aufgehoben.)
//
// Thread rule: all functions are pure.
#pragma once

#include <cstdint>
#include <vector>

#include "attribution.hpp"
#include "words.hpp"

namespace quoth::quotes {

// What is read of a sentence whose mood reports: the whole of it, or its clause with dass, where a
// verb and its subject before that report it: Der Verband begrüßte, [dass das Land sich bewege].
enum class mood_reading : std::uint8_t { sentences, clauses };

// Appends one attribution a run of sentences of a paragraph that have a verb in the reporting mood
// and no attribution; the source is that of the last attribution before, if there is one.
void find_reported_mood(const word_list& words, mood_reading reading,
                        std::vector<attribution>& out);

}  // namespace quoth::quotes
