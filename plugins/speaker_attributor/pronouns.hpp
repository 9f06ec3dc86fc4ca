// Whom a pronoun means, or the form of a verb that stands without its subject.
#pragma once

#include <cstdint>

#include "discourse.hpp"

namespace quoth::speakers {

// The entity that the pronoun at word `at` means, and how far it stood before the next; `nothing`
// where it means nobody whom the text names, stands within a quotation, or only stresses a name.
[[nodiscard]] choice meaning_of_pronoun(std::uint32_t at, const discourse& known);

// The same of the reporting verb at word `verb` in a language that drops subjects (сказала: «…»);
// `nothing` where its subject stands by it. The next name begins at word `next_name`.
[[nodiscard]] choice meaning_of_verb(std::uint32_t verb, std::uint32_t next_name,
                                     const discourse& known);

}  // namespace quoth::speakers
