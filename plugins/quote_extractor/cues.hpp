// Finds the cues of reported speech: said, has also warned, called for, his claim.
//
// Thread rule: the functions are pure; a cue_finder belongs to one thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lexicon.hpp"
#include "verb_parts.hpp"
#include "words.hpp"

namespace quoth::quotes {

struct cue {
  word_range where;           // with its auxiliaries and particles
  std::uint32_t head = 0;     // the word that the lexicon knows
  std::int32_t strength = 0;  // log odds, in tenths, that the head reports speech
};

// What stands before and after word `at` in its sentence, as the lexicon counts it.
[[nodiscard]] left_context context_before(const word_list& words, std::uint32_t at);
[[nodiscard]] right_context context_after(const word_list& words, std::uint32_t at);

// The nearest words of letters in the sentence of word `at`, or nowhere.
[[nodiscard]] std::uint32_t neighbour_before(const word_list& words, std::uint32_t at);
[[nodiscard]] std::uint32_t neighbour_after(const word_list& words, std::uint32_t at);

class cue_finder {
 public:
  // Appends the cues outside quotation marks whose strength is at least `threshold`, in order.
  // `text` is the document's; `verb_parts` has read it. Cues do not overlap.
  void run(std::string_view text, const word_list& words, const lexicon& facts,
           verb_part_finder& verb_parts, std::int32_t threshold, std::vector<cue>& out);

  // The strength of every word of the document last run; words in quotation marks and words that
  // no cue can have: the least.
  void strengths(std::string_view text, const word_list& words, const lexicon& facts,
                 verb_part_finder& verb_parts, std::vector<std::int32_t>& out) const;

 private:
  [[nodiscard]] std::int32_t strength_of(std::string_view text, const word_list& words,
                                         const lexicon& facts, verb_part_finder& verb_parts,
                                         std::uint32_t at, word_range sentence) const;
  [[nodiscard]] std::int32_t strength_of_parts(const word_list& words, verb_part_finder& verb_parts,
                                               std::uint32_t at, word_range sentence) const;

  std::vector<bool> behind_;  // per word: close behind a quotation
  std::vector<bool> before_;  // per word: close before one
  std::string form_;          // scratch
};

}  // namespace quoth::quotes
