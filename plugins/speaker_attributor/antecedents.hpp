// What a noun that points back means: "the mayor", "the engineer", "the bank", "the film".
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

// What is known of the text up to a reference.
struct discourse {
  const word_list& list;
  const vocabulary& entries;
  const lexicon& language;
  const std::vector<mention>& mentions;
  const entity_table& table;
  const salience_list &people, &things;
  const std::vector<nominal>&nominals, &works;
};

// The entity that a nominal reference means, or nothing where it begins one.
[[nodiscard]] std::uint32_t antecedent_of(const reference& r, const discourse& known);

}  // namespace quoth::speakers
