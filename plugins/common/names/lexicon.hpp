// What single words say about a name: given names with their gender, titles, particles.
//
// Thread rule: a loaded lexicon is immutable and may be shared.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "names/inflection.hpp"
#include "names/resources.hpp"
#include "text/lexicon.hpp"

namespace quoth::names {

enum class gender : std::uint8_t { unknown, male, female };

// Bits of word_traits::kinds.
enum word_kind : std::uint8_t {
  given_name = 1,
  honorific = 2,  // Mr, Dr, Frau
  office = 4,     // President, Sen., Ministerin
  suffix = 8,     // Jr, III
  particle = 16,  // van, de, bin
};

struct word_traits {
  std::uint8_t kinds = 0;
  gender sex = gender::unknown;

  [[nodiscard]] bool is(std::uint8_t any_of) const noexcept { return (kinds & any_of) != 0; }
};

// Reads resources/LANG/{given-names,titles,particles,nicknames,endings}.txt; the format of each is
// said in its first lines. Words are looked up in lower case without a final full stop.
class lexicon {
 public:
  // The words of `language` (ISO 639-1), and the given names of all the other folders for the
  // names that its own list lacks. A missing file is an empty list; a malformed one throws
  // text::lexicon_error.
  [[nodiscard]] static lexicon load(const resources& from, const std::string& language);

  // `word` in lower case.
  [[nodiscard]] word_traits find(std::string_view word) const noexcept;

  // True when `word` itself is listed, not only a form of it.
  [[nodiscard]] bool lists(std::string_view word) const noexcept { return words_.contains(word); }

  // True when one is a short form of the other, or both of the same name (Bill, William). Both in
  // lower case.
  [[nodiscard]] bool same_given(std::string_view a, std::string_view b) const noexcept;

  [[nodiscard]] const inflection& endings() const noexcept { return endings_; }

 private:
  void add(std::string_view word, word_traits traits);
  void add_given_names(const resources& from, const std::string& language, bool foreign);
  void add_titles(const resources& from, const std::string& language);

  text::word_table words_;
  std::vector<word_traits> traits_;
  std::vector<std::pair<std::string, word_traits>> compounds_;  // ends of compounds: "minister"
  std::vector<std::pair<std::string, std::string>> nicknames_;  // sorted pairs: short, full
  inflection endings_;
};

}  // namespace quoth::names
