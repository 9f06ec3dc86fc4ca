// Reads the clause around a cue: the noun phrase that speaks, and how far the reported words reach.
//
// No parser: word classes, capitals and punctuation decide. Every search is bounded, so that a
// sentence of a megabyte costs no more per cue than a short one.
//
// Thread rule: borrows its words; const functions are pure.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "cues.hpp"
#include "lexicon.hpp"
#include "words.hpp"

namespace quoth::quotes {

// Whether the cue is a participle without an auxiliary: …, adding that.
[[nodiscard]] bool is_participle(const cue& c, const word_list& words);

class clauses {
 public:
  // `words` must outlive this.
  void read(const word_list& words, std::span<const cue> cues, const lexicon& facts);

  // The noun phrase that ends just before word `at`, not reaching back before `start`; a time
  // between the two (Trump on Monday said) is skipped. Empty where there is none.
  [[nodiscard]] word_range subject_before(std::uint32_t at, std::uint32_t start) const;

  // The noun phrase that begins at word `at` (said Trump, the president).
  [[nodiscard]] word_range subject_after(std::uint32_t at, std::uint32_t end) const;

  // The end of what describes, behind the comma `comma`, the noun phrase before it, where it is all
  // that follows: according to X, [a doctor]. Else `comma`.
  [[nodiscard]] std::uint32_t appositive_end(std::uint32_t comma, std::uint32_t end) const;

  // The subject of the last finite verb of a sentence before word `at`.
  [[nodiscard]] word_range nearest_subject(word_range sentence, std::uint32_t at) const;

  // The end of a cue with the person addressed: told reporters.
  [[nodiscard]] std::uint32_t recipient_end(const cue& c, std::uint32_t end) const;

  // The complementizer that follows word `at` with nothing but persons, times and places, no verb
  // among them, in between: (said) [on Friday, in Ohio,] that …; nowhere where there is none.
  [[nodiscard]] std::uint32_t complementizer_after(std::uint32_t at, std::uint32_t end) const;

  // Where the content of a cue begins: after the person addressed, times and places.
  [[nodiscard]] std::uint32_t content_begin(const cue& c, std::uint32_t end) const;

  // Where content that begins at `begin` ends, at the latest at `end`. `subordinate`: the clause of
  // the cue depends on another one, which goes on after a comma.
  [[nodiscard]] std::uint32_t content_end(std::uint32_t begin, std::uint32_t end,
                                          bool subordinate) const;

  // Whether a subject is a relative pronoun: who, die.
  [[nodiscard]] bool is_relative_pronoun(word_range phrase) const;

  // Whether a finite verb stands in the range, outside quotation marks.
  [[nodiscard]] bool has_verb(word_range range) const;

  // Whether the verb `verb` only describes the noun before it, in a phrase that the verb at `at`
  // follows: a poll [released] last week found.
  [[nodiscard]] bool is_reduced(std::uint32_t verb, std::uint32_t at, std::uint32_t start) const;

 private:
  static constexpr std::uint8_t heads_cue = 1, begins_cue = 2, heads_participle = 4;

  [[nodiscard]] bool is_verb(std::uint32_t i) const;
  [[nodiscard]] bool is_aside(std::uint32_t i) const;
  [[nodiscard]] std::uint32_t clause_begin(std::uint32_t at, std::uint32_t start) const;
  [[nodiscard]] bool hangs_on_noun(std::uint32_t to, std::uint32_t at, std::uint32_t start) const;
  [[nodiscard]] bool hangs_on_stranger(std::uint32_t at, std::uint32_t end) const;
  [[nodiscard]] bool floats(std::uint32_t at, std::uint32_t start) const;
  [[nodiscard]] bool opens_clause(std::uint32_t i, std::uint32_t at) const;
  [[nodiscard]] bool has_auxiliary(word_range range) const;
  [[nodiscard]] bool describes_further(std::uint32_t at, std::uint32_t end) const;
  [[nodiscard]] bool may_be_title(std::uint32_t quotation) const;
  [[nodiscard]] std::uint32_t phrase_begin(std::uint32_t at, std::uint32_t start) const;
  [[nodiscard]] std::uint32_t time_begin(std::uint32_t at, std::uint32_t start) const;
  [[nodiscard]] std::uint32_t skip_time_back(std::uint32_t at, std::uint32_t start) const;
  [[nodiscard]] std::uint32_t skip_time(std::uint32_t at, std::uint32_t end) const;
  [[nodiscard]] word_range appositive_subject(std::uint32_t comma, std::uint32_t start) const;
  [[nodiscard]] bool opens_with_place(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] word_range with_measure(word_range phrase, std::uint32_t start) const;
  [[nodiscard]] word_range without_object(word_range phrase) const;
  [[nodiscard]] word_range phrase_before(std::uint32_t at, std::uint32_t start) const;
  [[nodiscard]] word_range without_openers(word_range phrase) const;
  [[nodiscard]] bool ends_at_comma(std::uint32_t next, std::uint32_t end, bool subordinate,
                                   bool clause) const;
  [[nodiscard]] std::uint32_t introduced_quotation(std::uint32_t at, std::uint32_t end) const;
  [[nodiscard]] bool ends_noun_phrase(std::uint32_t i, std::uint32_t begin,
                                      std::uint32_t end) const;
  [[nodiscard]] bool introduces_speech(std::uint32_t i) const;
  [[nodiscard]] bool joins_clauses(std::uint32_t coordinator, std::uint32_t end) const;
  [[nodiscard]] std::uint32_t skip_recipient(std::uint32_t at, std::uint32_t end) const;

  const word_list* words_ = nullptr;
  bool nouns_in_capitals_ = false, verb_second_ = false;
  std::vector<std::uint8_t> roles_;  // per word
};

}  // namespace quoth::quotes
