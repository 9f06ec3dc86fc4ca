// Attributions inserted between dashes: «A, — сказав X. — B»; — A, — сказав X. — B.
//
// Thread rule: an insertion_reader belongs to one thread and keeps its memory between documents.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "attribution.hpp"
#include "pairing.hpp"
#include "words.hpp"

namespace quoth::quotes {

class insertion_reader {
 public:
  // Appends an attribution for every quotation, and every paragraph that begins with a dash, into
  // which one is inserted, unless `out` has that quotation already.
  void run(const word_list& words, std::span<const quotation> quotations,
           std::vector<attribution>& out);

 private:
  [[nodiscard]] bool speaks(std::uint32_t at, std::uint32_t end) const;
  [[nodiscard]] bool attribute(word_range speech, attribution& found) const;
  [[nodiscard]] word_range source_at(std::uint32_t at, std::uint32_t end) const;

  const word_list* words_ = nullptr;
  std::vector<bool> taken_;             // per quotation
  std::vector<std::uint32_t> by_head_;  // per word: the attribution whose cue it heads
};

}  // namespace quoth::quotes
