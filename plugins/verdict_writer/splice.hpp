// Statements joined into one that nobody made: pieces of a claim that different statements of the
// same speaker hold.
#pragma once

#include <cstdint>
#include <quoth/layers.hpp>
#include <span>
#include <string_view>
#include <vector>

#include "comparison.hpp"

namespace quoth::verdicts {

struct splice_limits {
  std::uint32_t piece_words = 3;  // shortest run of the claim's words that counts
  double piece_share = 0.15;      // least share of the claim that only one of the two has
  double covered = 0.8;           // share of the claim's words that the pieces must cover
};

// One piece: the statement that holds it, and which words of the claim it is.
struct piece {
  std::size_t statement = 0;  // index into the statements given
  run words;
};

// A statement that may hold a piece.
struct piece_source {
  std::string_view record;  // DOCUMENT#sN
  const comparison* difference = nullptr;
};

// The pieces, in the order of the claim, of the two statements that together cover most of it;
// empty where one statement adds next to nothing to another, where too much of the claim is in
// neither, and where the statements follow one another in one document in the order of the claim:
// that is a quotation. Two only: with three, common phrases cover almost any sentence.
[[nodiscard]] std::vector<piece> find_splice(std::span<const piece_source> statements,
                                             std::uint32_t claim_words,
                                             const splice_limits& limits);

// The words of the claim that a piece is: words `words` of `claim`, white space between kept.
[[nodiscard]] std::string_view words_of_claim(std::string_view claim, run words);

}  // namespace quoth::verdicts
