// Which words of a document a claim has: those that were taken for quoted, or more of their
// sentence, or what stands beside it.
//
// Belongs to one thread.
#pragma once

#include <cstdint>
#include <quoth/layers.hpp>
#include <record/words.hpp>
#include <string_view>

#include "claim_reading.hpp"
#include "name_sides.hpp"

namespace quoth::matching {

class claim_words {
 public:
  // It must outlive this.
  explicit claim_words(claim_reading& in) : in_(in), beside_(in.layers.text, in.language) {}

  // The head of the board admits [it:] the gates were late.
  void drop_pointer(made_claim& made) const;
  // What a post tells around a quotation belongs to its claim, whose speaker is known by now.
  void settle(std::uint32_t at, made_claim& made);

 private:
  bool take_words_beside(std::uint32_t at, made_claim& made);
  [[nodiscard]] bool is_phrase(std::string_view text, std::size_t most);
  [[nodiscard]] bool has_pronoun_before(std::uint32_t at, std::uint32_t content) const;
  [[nodiscard]] bool has_what(span before);
  [[nodiscard]] span words_in_marks(span where) const;
  void take_whole_sentence(made_claim& made);
  void take_rest_of_sentence(std::uint32_t at, made_claim& made) const;
  void take_beginning_of_sentence(std::uint32_t at, made_claim& made) const;
  [[nodiscard]] bool goes_on(std::uint32_t at, std::uint32_t other) const;
  void drop_lead(made_claim& made);
  [[nodiscard]] bool is_denied_lead(span lead);
  [[nodiscard]] std::uint32_t behind_apposition(std::uint32_t at, std::uint32_t end) const;

  claim_reading& in_;
  name_sides beside_;
  record::word_list words_;
};

}  // namespace quoth::matching
