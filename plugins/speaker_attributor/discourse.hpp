// What is known of a text up to a reference, from which the reference is understood.
#pragma once

#include <cstdint>
#include <vector>

#include "references.hpp"
#include "salience.hpp"

namespace quoth::speakers {

// A noun that made an entity of its own.
struct nominal {
  std::uint32_t head;  // word
  std::uint32_t entity;
};

// A view of what the walk through the text holds: it grows as the walk goes on.
struct discourse {
  const word_list& list;
  const vocabulary& entries;
  const lexicon& language;
  const std::vector<mention>& mentions;
  const entity_table& table;
  const std::vector<reference>& references;  // before this one, in order
  const salience_list &people, &groups, &things;
  const std::vector<nominal>&nominals, &works;
};

}  // namespace quoth::speakers
