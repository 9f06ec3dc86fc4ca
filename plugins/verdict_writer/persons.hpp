// Whether two names are one speaker.
#pragma once

#include <string_view>

namespace quoth::verdicts {

// True when the names are equal, when one is the end of the other (Draganov, Oskar Draganov), or
// when first and last name are equal; in any script and romanisation.
[[nodiscard]] bool same_person(std::string_view a, std::string_view b);

}  // namespace quoth::verdicts
