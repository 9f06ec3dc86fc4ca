// Names of speakers: whether two are one person, and whether a text names somebody.
#pragma once

#include <string_view>

namespace quoth::verdicts {

// True when the names are equal, when one is the end of the other (Draganov, Oskar Draganov), or
// when first and last name are equal; in any script and romanisation.
[[nodiscard]] bool same_person(std::string_view a, std::string_view b);

// True when the last name stands in the text as a word, in the genitive or, in Cyrillic letters, in
// any case.
[[nodiscard]] bool mentions_person(std::string_view text, std::string_view name);

// True where commas set the name off with its title or given name and nothing else, as in "Mr
// Dovric, the road is flooded": the text speaks to them. Not of a text that begins inside a
// sentence, where it is told who they are: "that he heard the pilot, Ilmar Dovric, swear".
[[nodiscard]] bool addresses_person(std::string_view text, std::string_view name);

}  // namespace quoth::verdicts
