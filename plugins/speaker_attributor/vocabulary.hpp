// The distinct words of a text, each looked up in the lexicon once.
//
// Thread rule: belongs to one thread; made to be used again for the next document.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon.hpp"

namespace quoth::speakers {

class vocabulary {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  struct entry {
    std::uint32_t begin = 0, size = 0;  // of the lower-case form, in the vocabulary's letters
    std::uint32_t stem = 0;             // entry of the word without case ending; itself if same
    std::uint32_t hash = 0;
    bool seen_lower = false;    // this document has it in lower case
    bool ends_name = false;     // with a capital before a word without one
    bool seen_capital = false;  // with a capital that no sentence's beginning explains
    word_traits traits;
  };

  // Forgets all words; `words` must outlive their use.
  void reset(const lexicon& words);
  // The number of `word` (as it stands in the text), new or known.
  [[nodiscard]] std::uint32_t add(std::string_view word);
  // The number of `lower`, or none.
  [[nodiscard]] std::uint32_t find(std::string_view lower) const noexcept;

  [[nodiscard]] const entry& operator[](std::uint32_t at) const noexcept { return entries_[at]; }
  [[nodiscard]] entry& operator[](std::uint32_t at) noexcept { return entries_[at]; }
  [[nodiscard]] std::string_view lower(std::uint32_t at) const noexcept {
    return std::string_view(letters_).substr(entries_[at].begin, entries_[at].size);
  }
  [[nodiscard]] std::size_t size() const noexcept { return entries_.size(); }

 private:
  [[nodiscard]] std::uint32_t add_lower(std::string_view lower);
  [[nodiscard]] word_traits traits_of(std::string_view lower) const;
  void grow();

  const lexicon* words_ = nullptr;
  std::string letters_, scratch_;
  std::vector<entry> entries_;
  std::vector<std::uint32_t> slots_;
};

}  // namespace quoth::speakers
