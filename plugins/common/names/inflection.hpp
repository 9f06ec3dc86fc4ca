// Stems and nominatives of inflected words, for languages whose names decline.
//
// Thread rule: a loaded table is immutable and may be shared.
#pragma once

#include <cstddef>
#include <functional>
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
  // Reads LANG/endings.txt and LANG/nominatives.txt. An absent file is an empty table; a malformed
  // one throws text::lexicon_error.
  [[nodiscard]] static inflection load(const resources& from, const std::string& language);

  [[nodiscard]] bool empty() const noexcept { return endings_.empty(); }
  // The word, in lower case, without its longest known ending; at least `least` bytes stay.
  //   карвацької, карвацьку → карвацьк     путіним → путін
  [[nodiscard]] std::string_view stem(std::string_view word) const noexcept;
  // The nominative of a woman's or a man's name in another case, its capitals kept: the first that
  // `accept` takes of those that its ending allows, or nothing. `called`: a man's may be in the
  // case in which he is called.
  //   Олени → Олена     Гринюка → Гринюк     Зеленським → Зеленський     (пане) Білоусе → Білоус
  [[nodiscard]] std::string nominative(std::string_view name, bool woman,
                                       const std::function<bool(const std::string&)>& accept,
                                       bool called = false) const;

 private:
  static constexpr std::size_t least = 6;  // three Cyrillic letters
  struct case_ending {
    bool woman = false, called = false;
    std::string ending;
    std::vector<std::string> nominatives;
  };
  std::vector<std::string> endings_;      // longest first
  std::vector<case_ending> nominatives_;  // longest first
};

}  // namespace quoth::names
