// Stems of inflected words: a word without its case ending, for languages whose names decline.
//
// Thread rule: a loaded table is immutable and may be shared.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "names/resources.hpp"

namespace quoth::names {

// The case endings of one language, from a lexicon of one ending a line. An empty table leaves
// every word as it is.
class inflection {
 public:
  inflection() = default;
  // Reads LANG/endings.txt. An absent file is an empty table; a malformed one throws
  // text::lexicon_error.
  [[nodiscard]] static inflection load(const resources& from, const std::string& language);

  [[nodiscard]] bool empty() const noexcept { return endings_.empty(); }
  // The word, in lower case, without its longest known ending; at least `least` bytes stay.
  //   карвацької, карвацьку → карвацьк     путіним → путін
  [[nodiscard]] std::string_view stem(std::string_view word) const noexcept;

 private:
  static constexpr std::size_t least = 6;  // three Cyrillic letters
  std::vector<std::string> endings_;       // longest first
};

}  // namespace quoth::names
