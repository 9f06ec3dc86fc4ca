// The rows that have most of some keys, by the summed weights of the keys that they have.
//
// Exact: lists are read from the heaviest key down until no row that was not met yet can come among
// the best (MaxScore: Turtle and Flood, Information Processing and Management 31, 1995); the long
// lists of light keys are then only asked about the rows still in question.
//
// Thread rule: one thread; keeps its memory between queries.
#pragma once

#include <cstdint>
#include <record/index.hpp>
#include <span>
#include <vector>

namespace quoth::record {

struct weighted_list {
  row_list rows;
  std::uint32_t weight = 0;  // in any unit: sums are compared as they are
};

struct ranked_row {
  std::uint32_t row = 0;
  std::uint32_t score = 0;
};

class ranker {
 public:
  explicit ranker(index_reader& index) : index_(index) {}

  // Puts the best `most` rows of a shelf of `size` rows into `out`, best first, of equals the lower
  // row. Puts `lists` in another order.
  void find(shelf where, std::uint32_t size, std::span<weighted_list> lists, std::size_t most,
            std::vector<ranked_row>& out);

 private:
  void add(shelf where, std::uint32_t size, const weighted_list& list);
  void add_to_candidates(const weighted_list& list);
  // The score of the last of the best `most`, where it is above `floor`; else 0.
  [[nodiscard]] std::uint64_t threshold(std::span<const std::uint32_t> rows, std::size_t most,
                                        std::uint64_t floor);
  void keep_candidates(std::span<const std::uint32_t> from, std::uint64_t least);

  index_reader& index_;
  std::vector<std::uint32_t> sums_;        // by row; all zero between queries
  std::vector<std::uint32_t> touched_;     // rows with a sum
  std::vector<std::uint32_t> candidates_;  // ascending
  std::vector<std::uint32_t> scores_;
};

}  // namespace quoth::record
