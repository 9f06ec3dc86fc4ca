// The parts of a person's name, and whether two names may be one person's.
//
// Thread rule: all functions are pure.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "names/lexicon.hpp"

namespace quoth::names {

// One word of a name with what the lexicon says about it.
struct piece {
  std::string_view text;
  word_traits traits;
  bool capital = true;  // begins with a capital letter
};

// Indices into the pieces: [0, name) title or role, [name, surname) given names,
// [surname, suffix) the surname with its particles, [suffix, size) Jr and the like. A name of one
// word is a surname. name == suffix: a title without a name.
struct layout {
  std::size_t name = 0, surname = 0, suffix = 0;
};

// Finds the name behind titles: the last title that a name follows ends them, with an "of"-phrase
// where one stands between (President of Russia Vladimir Putin).
[[nodiscard]] layout split(std::span<const piece> pieces) noexcept;

// The same as texts. Views into `name`.
struct person_name {
  std::string_view title, given, surname, suffix;
  gender sex = gender::unknown;  // by title, else by given name

  // Given name and surname, without title and suffix.
  [[nodiscard]] std::string plain() const;
};
//   "Russian President Vladimir Putin"  →  {Russian President, Vladimir, Putin}
//   "Dr. Ursula von der Leyen"          →  {Dr., Ursula, von der Leyen}
[[nodiscard]] person_name split(std::string_view name, const lexicon& words);

enum class likeness {
  different,
  possible,  // one is part of the other: Putin and Vladimir Putin
  same,      // same given name, short form or initial, and same surname
};

// Compares without case, diacritics, titles and suffixes; across scripts by
// text::romanised_key.
[[nodiscard]] likeness compare(std::string_view a, std::string_view b, const lexicon& words);

// The name without title and suffix under text::name_key: equal for equal names.
[[nodiscard]] std::string plain_key(std::string_view name, const lexicon& words);

// The surname under text::romanised_key: under it an index finds all spellings of a person.
[[nodiscard]] std::string surname_key(std::string_view name, const lexicon& words);

}  // namespace quoth::names
