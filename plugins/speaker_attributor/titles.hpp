// Names and offices in a document's headline, where it is not part of the text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lexicon.hpp"

namespace quoth::speakers {

// The next word of a text from byte `at` on: letters, hyphens and apostrophes; `at` moves behind
// it. Empty where the text ends or another sign than a blank comes first.
[[nodiscard]] std::string_view next_word(std::string_view text, std::size_t& at);

// The people that a headline names in full: given name (in the lexicon, or told by what stands
// around the name: Minister Percival Strand) and the word after it.
struct full_name {
  std::string_view given, family;  // as they stand
  std::string name;                // both, in the nominative
  names::gender sex;
};
[[nodiscard]] std::vector<full_name> full_names_in(std::string_view title, const lexicon& language);

// The office that a headline gives whoever it quotes: “…”: the [transport minister] on tolls.
// Nothing where no such words follow the colon.
[[nodiscard]] std::string_view office_in(std::string_view title, const lexicon& language);

}  // namespace quoth::speakers
