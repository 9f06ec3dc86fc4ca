// Names written in capitals throughout, as labels and headings have them.
#pragma once

#include <string>
#include <string_view>

#include "lexicon.hpp"

namespace quoth::speakers {

// True when the text has capitals and no small letter.
[[nodiscard]] bool is_shouted(std::string_view text);

// OSKAR O'DRAGAN-LEE as Oskar O'Dragan-Lee, THE MINISTER OF FISHERIES as The Minister of Fisheries.
// Abbreviations and outlets stay.
[[nodiscard]] std::string in_name_case(std::string_view shouted, const lexicon& language);

}  // namespace quoth::speakers
