// Who the names of a text name: mentions grouped into people, organisations and the rest.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "mentions.hpp"

namespace quoth::speakers {

struct entity {
  std::string name;  // fullest form, without title or role
  name_type type = name_type::unknown;
  names::gender sex = names::gender::unknown;
  bool named = true;                  // by a name, not by a noun ("the engineer")
  bool sex_certain = false;           // by given name or title, not by a pronoun
  std::uint32_t best = nothing;       // the mention that gives the name
  std::uint32_t first = 0, last = 0;  // of those by a noun: its words, where `name` is empty
  std::uint32_t mentions = 0;         // how many
  bool first_name_used = false;       // somewhere by the first name alone: the surname is another's
  std::uint32_t last_sentence = 0;    // of its last mention so far, while resolving
};

// A noun that some mention gives as a person's role: "mayor", and words before it: "former".
struct role {
  std::uint32_t entity;
  std::uint32_t word;     // vocabulary entry
  std::uint32_t at;       // where it stands: a word of the text
  std::string_view full;  // the word, long where it is a short form (senator for Sen.)
  bool head;              // a noun for a person or a title, not a word before one
};

// The words beside a mention that say which office the person holds: "prime minister".
struct held_office {
  std::uint32_t name;         // the mention's first word
  std::uint32_t first, last;  // words
};

struct entity_table {
  std::vector<entity> entities;
  std::vector<role> roles;           // in order of the text
  std::vector<held_office> offices;  // in order of the mentions

  [[nodiscard]] entity& operator[](std::uint32_t at) noexcept { return entities[at]; }
  [[nodiscard]] const entity& operator[](std::uint32_t at) const noexcept { return entities[at]; }
};

// Sets `entity` of every mention and adds the mentions that stand in headings. `title` is the
// document's headline where it is not part of the text; it may complete names that the text has
// only in part.
void group_names(std::string_view text, std::string_view title, const word_list& list,
                 const vocabulary& entries, const lexicon& language, std::vector<mention>& mentions,
                 entity_table& table);

// The text of words [first, last), white space runs as one space.
[[nodiscard]] std::string plain_text(std::string_view text, const word_list& list,
                                     std::uint32_t first, std::uint32_t last);

}  // namespace quoth::speakers
