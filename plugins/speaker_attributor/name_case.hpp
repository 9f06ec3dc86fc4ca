// Names written in capitals throughout, as labels and headings have them, and names in other cases
// than the nominative.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lexicon.hpp"

namespace quoth::speakers {

// True when the text has capitals and no small letter.
[[nodiscard]] bool is_shouted(std::string_view text);

// OSKAR O'DRAGAN-LEE as Oskar O'Dragan-Lee, THE MINISTER OF FISHERIES as The Minister of Fisheries.
// Abbreviations and outlets stay.
[[nodiscard]] std::string in_name_case(std::string_view shouted, const lexicon& language);

// Олени Шевчук → Олена Шевчук, where the given name is one that is known; else the name as it is.
// Without a sex, of a woman or a man; a surname alone needs one. `called`: the name of a man, in
// the case in which he is called.
[[nodiscard]] std::string in_nominative(std::string name, std::optional<names::gender> sex,
                                        const lexicon& language, bool called = false);

}  // namespace quoth::speakers
