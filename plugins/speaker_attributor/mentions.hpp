// Names in a text: where they stand and what kind of name each is, before anything is known of who
// they name.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "words.hpp"

namespace quoth::speakers {

using quoth::name_type;

// Words [first, last) are the name itself, [lead, first) its title and what else stands before it
// in capitals (Tulsa Police Chief).
struct mention {
  std::uint32_t lead = 0, first = 0, last = 0;
  name_type type = name_type::unknown;
  names::gender sex = names::gender::unknown;
  std::uint32_t entity = nothing;
  bool titled = false;     // a title stands before the name
  bool certain = false;    // of its type
  bool tentative = false;  // a name only if a longer one has it; its entity stays `nothing` else
  std::uint32_t expansion = nothing;  // of an acronym in brackets: the mention it abbreviates

  [[nodiscard]] std::uint32_t size() const noexcept { return last - first; }
};

// All names of a text, in order, without overlap. In headings only names that
// `find_names_in_headings` recognises later; in languages that capitalise nouns only those that
// lexicon or title show.
void find_names(std::string_view text, const word_list& list, const vocabulary& entries,
                const lexicon& language, std::vector<mention>& found);

}  // namespace quoth::speakers
