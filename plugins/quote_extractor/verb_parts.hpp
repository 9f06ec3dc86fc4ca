// Verbs in two parts, as German builds them: der Minister [hatte] am Montag [gesagt], die Polizei
// [teilte] am Abend [mit].
//
// Thread rule: a verb_part_finder belongs to one thread; it borrows what it is given.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "lexicon.hpp"
#include "words.hpp"

namespace quoth::quotes {

class verb_part_finder {
 public:
  // All must outlive this.
  void read(std::string_view text, const word_list& words, const lexicon& facts);

  // The finite verb of the clause that word `head` ends; empty where the head is finite itself.
  [[nodiscard]] word_range auxiliary_of(std::uint32_t head, word_range sentence) const;

  // The particle at the end of the clause whose verb is `head` and whose cue ends at `cue_end`;
  // empty where it has none.
  [[nodiscard]] word_range particle_of(std::uint32_t head, std::uint32_t cue_end,
                                       word_range sentence);

 private:
  std::string_view text_;
  const word_list* words_ = nullptr;
  const lexicon* facts_ = nullptr;
  std::string form_;  // scratch
};

}  // namespace quoth::quotes
