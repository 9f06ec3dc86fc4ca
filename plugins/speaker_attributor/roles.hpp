// The roles that titles and appositions give to the people of a text: "Mayor Bill Dorn", "Malkia
// Cyril, the executive director", "The minister of the economy, Mr. Lindqvist,".
#pragma once

#include <vector>

#include "entities.hpp"

namespace quoth::speakers {

// Fills `table.roles` and `table.offices`, in order of the text, from mentions that group_names has
// grouped.
void read_roles(const word_list& list, const vocabulary& entries, const lexicon& language,
                const std::vector<mention>& mentions, entity_table& table);

// [Tovria’s] transport minister: the first word of the name in the genitive before word `at`, or
// `at`.
[[nodiscard]] std::uint32_t owner_before(const std::vector<word>& words, std::uint32_t at);

}  // namespace quoth::speakers
