// How far a noun phrase reaches, back from its last word and on from its first.
//
// Thread rule: borrows its words; const functions are pure.
#pragma once

#include <cstdint>

#include "clauses.hpp"
#include "words.hpp"

namespace quoth::quotes {

// Whether a name may end with the word: Sherrod [Brown], Sherrod Brown (D-Ohio[)].
[[nodiscard]] bool may_end_name(const word& w);

class phrase_edges {
 public:
  // `roles` must outlive this.
  void read(const clauses& roles);

  // The first word of the noun phrase that ends before word `at`, `start` at the earliest: [the]
  // head of the agency said. `at` where there is none.
  [[nodiscard]] std::uint32_t phrase_begin(std::uint32_t at, std::uint32_t start) const;

  // The end of the noun phrase that begins with word `at`, which is before `limit`: said Trump, the
  // [president]. `at` where there is none.
  [[nodiscard]] std::uint32_t phrase_end(std::uint32_t at, std::uint32_t limit) const;

  // The first of the words that only tell a time before word `at`: a poll [this week].
  [[nodiscard]] std::uint32_t time_begin(std::uint32_t at, std::uint32_t start) const;

  // Whether a quotation may stand inside a name or noun phrase: Elizabeth “Bess” Truman.
  [[nodiscard]] bool may_be_title(std::uint32_t quotation) const;

  // Whether word `at`, behind a comma, begins one more description of a phrase: X, president of Y,
  // [a think tank]; X, a doctor, [who lives there]; X, [including Y].
  [[nodiscard]] bool describes_further(std::uint32_t at, std::uint32_t end) const;

 private:
  struct left_edge;
  struct right_edge;

  [[nodiscard]] bool hangs_on_noun(std::uint32_t to, std::uint32_t at, std::uint32_t start) const;
  [[nodiscard]] bool take_title(left_edge& edge) const;
  [[nodiscard]] bool take_sign(left_edge& edge) const;
  [[nodiscard]] bool opens_clause(const left_edge& edge) const;
  [[nodiscard]] bool joins_phrases(left_edge& edge) const;
  [[nodiscard]] bool take_relative_clause(left_edge& edge) const;
  [[nodiscard]] bool begins_with_article(const left_edge& edge) const;
  [[nodiscard]] bool is_within_name(std::uint32_t i, const right_edge& edge) const;
  [[nodiscard]] bool extend(left_edge& edge) const;
  [[nodiscard]] bool addresses(std::uint32_t i, std::uint32_t at) const;
  [[nodiscard]] bool hangs_on_stranger(std::uint32_t at, std::uint32_t end) const;
  [[nodiscard]] bool take_nickname(right_edge& edge) const;
  [[nodiscard]] bool describes(word_range behind, std::uint32_t limit) const;
  [[nodiscard]] bool begins_clause(std::uint32_t at, std::uint32_t end) const;
  [[nodiscard]] bool take_comma(right_edge& edge) const;
  [[nodiscard]] bool ends_subject(std::uint32_t i, std::uint32_t at, std::uint32_t end) const;
  [[nodiscard]] bool extend(right_edge& edge) const;

  const clauses* clauses_ = nullptr;
  const word_list* words_ = nullptr;
  bool nouns_in_capitals_ = false, verb_second_ = false;
};

}  // namespace quoth::quotes
