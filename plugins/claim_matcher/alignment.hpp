// A claim laid along a statement, word by word.
//
// Global in the claim, local in the statement: every word of the claim is paired or left over, the
// statement may begin before and end after. Dynamic programming with affine gaps (Gotoh, J. Mol.
// Biol. 162, 1982): the product of the two lengths in time, bounded by `most_cells`.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "wording.hpp"

namespace quoth::matching {

inline constexpr std::int32_t nothing = -1;

// A pair of words, or a word of one side alone.
struct step {
  std::int32_t claim = nothing;  // index of a unit
  std::int32_t record = nothing;
  float likeness = 0.0F;  // of the pair, 0 to 1
};

// How alike two words are: 1 equal or one word in two spellings, down to 0 unrelated. Values under
// `related` are for words of a kind that stand for one another, such as two numbers.
[[nodiscard]] float likeness(const unit_of_text& a, const unit_of_text& b) noexcept;
inline constexpr float related = 0.5F;

// Belongs to one thread; keeps its memory between alignments.
class aligner {
 public:
  static constexpr std::size_t most_cells = 1u << 20;

  // The steps from the first paired word of the statement to the last, in order; the claim's words
  // are all in them. Where the two are too long for the bound, only the stretch of the statement
  // that shares most words with the claim is looked at.
  const std::vector<step>& align(std::span<const unit_of_text> claim,
                                 std::span<const unit_of_text> record);

 private:
  // How the last word looked at was taken.
  enum state : std::uint8_t { pair, claim_only, record_only };
  struct cell {
    float value[3];  // of the best way that ends in each state
  };
  struct choice {
    float value;
    std::uint8_t before;  // state
  };
  [[nodiscard]] static choice best_of(const cell& from, float of_pair, float of_claim,
                                      float of_record) noexcept;
  void fill(std::span<const unit_of_text> claim, std::span<const unit_of_text> record);
  void trace(std::span<const unit_of_text> claim, std::span<const unit_of_text> record,
             std::int32_t offset);
  void trim(std::span<const unit_of_text> record, std::int32_t offset);
  [[nodiscard]] std::size_t densest(std::span<const unit_of_text> claim,
                                    std::span<const unit_of_text> record, std::size_t width);

  std::vector<cell> above_, here_;
  std::vector<std::uint8_t> from_;  // two bits a state and cell: the state before
  std::vector<step> steps_;
  std::vector<std::uint64_t> known_;
};

}  // namespace quoth::matching
