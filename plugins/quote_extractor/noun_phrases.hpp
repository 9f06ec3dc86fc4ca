// The noun phrases before and after a cue, of which one speaks: [Trump, the president,] said.
//
// Thread rule: borrows its words; const functions are pure.
#pragma once

#include <cstdint>

#include "clauses.hpp"
#include "phrase_edges.hpp"
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
  [[nodiscard]] std::uint32_t skip_time(std::uint32_t at, std::uint32_t end) const;
  [[nodiscard]] std::uint32_t skip_addressed(std::uint32_t at, std::uint32_t end) const;
  [[nodiscard]] std::uint32_t skip_time_back(std::uint32_t at, std::uint32_t start) const;
  [[nodiscard]] word_range without_openers(word_range phrase) const;
  [[nodiscard]] bool is_aside(std::uint32_t i) const;
  [[nodiscard]] bool opens_with_place(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] word_range appositive_subject(std::uint32_t comma, std::uint32_t start) const;
  [[nodiscard]] word_range with_measure(word_range phrase, std::uint32_t start) const;
  [[nodiscard]] word_range without_object(word_range phrase) const;
  [[nodiscard]] bool floats(std::uint32_t at, std::uint32_t start) const;
  [[nodiscard]] bool is_topic(word_range whole, word_range subject, std::uint32_t start) const;
  [[nodiscard]] bool opens_relative_clause(word_range phrase, std::uint32_t start) const;
  [[nodiscard]] word_range beyond_relative_clause(word_range phrase, std::uint32_t start) const;
  [[nodiscard]] word_range phrase_before(std::uint32_t at, std::uint32_t start) const;
  [[nodiscard]] std::uint32_t skip_reflexive(std::uint32_t at, std::uint32_t end) const;

  const clauses* clauses_ = nullptr;
  const word_list* words_ = nullptr;
  phrase_edges edges_;
  bool nouns_in_capitals_ = false, verb_second_ = false;
};

}  // namespace quoth::quotes
