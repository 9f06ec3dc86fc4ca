// The noun phrases before and after a cue, of which one speaks: [Trump, the president,] said.
//
// Thread rule: borrows its words; const functions are pure.
#pragma once

#include <cstdint>

#include "clauses.hpp"
#include "words.hpp"

namespace quoth::quotes {

class noun_phrases {
 public:
  // `roles` must outlive this.
  void read(const clauses& roles);

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

 private:
  struct left_edge;
  struct right_edge;

  [[nodiscard]] std::uint32_t time_begin(std::uint32_t at, std::uint32_t start) const;
  [[nodiscard]] std::uint32_t skip_time_back(std::uint32_t at, std::uint32_t start) const;
  [[nodiscard]] bool may_be_title(std::uint32_t quotation) const;
  [[nodiscard]] bool hangs_on_noun(std::uint32_t to, std::uint32_t at, std::uint32_t start) const;
  [[nodiscard]] bool take_title(left_edge& edge) const;
  [[nodiscard]] bool take_sign(left_edge& edge) const;
  [[nodiscard]] bool opens_clause(const left_edge& edge) const;
  [[nodiscard]] bool joins_phrases(left_edge& edge) const;
  [[nodiscard]] bool take_relative_clause(left_edge& edge) const;
  [[nodiscard]] bool begins_with_article(const left_edge& edge) const;
  [[nodiscard]] bool extend(left_edge& edge) const;
  [[nodiscard]] std::uint32_t phrase_begin(std::uint32_t at, std::uint32_t start) const;
  [[nodiscard]] word_range without_openers(word_range phrase) const;
  [[nodiscard]] bool is_aside(std::uint32_t i) const;
  [[nodiscard]] bool opens_with_place(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] word_range appositive_subject(std::uint32_t comma, std::uint32_t start) const;
  [[nodiscard]] word_range with_measure(word_range phrase, std::uint32_t start) const;
  [[nodiscard]] word_range without_object(word_range phrase) const;
  [[nodiscard]] bool floats(std::uint32_t at, std::uint32_t start) const;
  [[nodiscard]] word_range phrase_before(std::uint32_t at, std::uint32_t start) const;
  [[nodiscard]] bool describes_further(std::uint32_t at, std::uint32_t end) const;
  [[nodiscard]] bool hangs_on_stranger(std::uint32_t at, std::uint32_t end) const;
  [[nodiscard]] std::uint32_t skip_reflexive(std::uint32_t at, std::uint32_t end) const;
  [[nodiscard]] bool take_nickname(right_edge& edge) const;
  [[nodiscard]] bool begins_clause(std::uint32_t at, std::uint32_t end) const;
  [[nodiscard]] bool take_comma(right_edge& edge) const;
  [[nodiscard]] bool ends_subject(std::uint32_t i, std::uint32_t at, std::uint32_t end) const;
  [[nodiscard]] bool extend(right_edge& edge) const;

  const clauses* clauses_ = nullptr;
  const word_list* words_ = nullptr;
  bool nouns_in_capitals_ = false, verb_second_ = false;
};

}  // namespace quoth::quotes
