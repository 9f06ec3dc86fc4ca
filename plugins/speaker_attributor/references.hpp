// Everything in a text that refers to someone, names, pronouns and nouns, and whom it means.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "entities.hpp"

namespace quoth::speakers {

enum class reference_kind : std::uint8_t { name, pronoun, nominal };

struct reference {
  std::uint32_t first = 0, last = 0;  // words
  std::uint32_t head = 0;             // the noun of a nominal, the last word of a name
  std::uint32_t entity = nothing;
  reference_kind kind = reference_kind::name;
  bool definite = false;  // of nominals: "the mayor", not "a mayor"
  double margin = 1;      // 0 to 1: how far the choice stood before the next
};

// Walks the text once. Each reference to a person or thing adds to its salience, which halves every
// few sentences; a pronoun means the most salient candidate that agrees with it (after Lappin and
// Leass, "An Algorithm for Pronominal Anaphora Resolution", 1994, without a parser). Nouns
// without an antecedent become entities of their own, appended to `table` with named = false and
// an empty name. Gender that only pronouns show is noted on the entity.
void resolve_references(const word_list& list, const vocabulary& entries, const lexicon& language,
                        const std::vector<mention>& mentions, entity_table& table,
                        std::vector<reference>& found);

// The references within words [first, last), which `all` has in order.
[[nodiscard]] std::span<const reference> references_within(const std::vector<reference>& all,
                                                           std::uint32_t first, std::uint32_t last);

}  // namespace quoth::speakers
