// Whom the words of a source name: everyone on a list, or whose role stands before a name.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reading.hpp"

namespace quoth::speakers {

// Words of a source that are read; what stands beyond does not name the speaker.
inline constexpr std::uint32_t longest_source = 96;

// The words [first, last) of a source, without its cue, and the references within them, in order.
// A view: the reading must outlive it, and so must what the functions below return.
struct source_words {
  const reading& of;
  std::uint32_t first = 0, last = 0;
  std::span<const reference> inside;
};

// The name of the source that begins at word `at`, or has it in its title; null where none does.
[[nodiscard]] const reference* name_at(const source_words& source, std::uint32_t at);

// "Obama and Clinton", "Jeff Merkley (D-Ore.), Sherrod Brown (D-Ohio) and Robert Menendez": the two
// to eight names of the list that the source is, in order; empty where it is none.
[[nodiscard]] std::vector<const reference*> names_of_list(const source_words& source);

// "The minister of the economy, Mr. Guajardo Villarreal," and "his wife and current nominee
// Hillary Clinton": the name that ends a role, in the source or between commas right behind it;
// null where there is none.
[[nodiscard]] const reference* name_after_role(const source_words& source);

}  // namespace quoth::speakers
