// What a claim and a statement have in common, word by word and sentence by sentence: what all that
// compares the two, in whatever order their words come, looks at.
//
// In the product of the two lengths. Immutable; the two must outlive it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "wording.hpp"

namespace quoth::matching {

[[nodiscard]] inline bool is_of(const unit_of_text& one, std::uint32_t classes) noexcept {
  return (one.classes & classes) != 0;
}

// A gap parts quotations: “…” […] “…”
[[nodiscard]] inline bool opens_sentence(const wording& words, std::size_t at) {
  return (words.units()[at].flags & (record::sentence_start | record::after_gap)) != 0;
}
[[nodiscard]] inline bool opens_clause(const wording& words, std::size_t at) {
  return opens_sentence(words, at) || (words.units()[at].flags & record::clause_start) != 0;
}

class shared_words {
 public:
  struct sentence {
    std::size_t begin, end;         // words of the statement
    bool has_other_number = false;  // than the claim has
    std::vector<bool> has{};        // for each word of the claim whether one like it is there
  };

  shared_words(const wording& claim, const wording& record);

  [[nodiscard]] const wording& claim() const noexcept { return claim_; }
  [[nodiscard]] const wording& record() const noexcept { return record_; }
  // Those of the statement, in order.
  [[nodiscard]] const std::vector<sentence>& sentences() const noexcept { return sentences_; }
  // The one that has a word of the statement.
  [[nodiscard]] const sentence& sentence_of(std::size_t recorded) const;

  // Whether a word of the claim is like one of the statement.
  [[nodiscard]] bool alike(std::size_t claimed, std::size_t recorded) const {
    return alike_[claimed * record_.size() + recorded];
  }
  // Whether a word of the claim carries meaning that counts.
  [[nodiscard]] bool tells(std::size_t claimed) const;
  // Whether the claim has a "not".
  [[nodiscard]] bool claim_denies() const;
  // The sentence of the statement that has most of the claim's words, and more of them than stand
  // elsewhere; null where none has.
  [[nodiscard]] const sentence* main_sentence() const;

 private:
  const wording& claim_;
  const wording& record_;
  std::vector<bool> alike_;  // for each pair of words
  std::vector<sentence> sentences_;
};

}  // namespace quoth::matching
