// The rows that have most of some keys, by the summed weights of the keys that they have.
//
// Exact: lists are read from the shortest up until no row that was not met yet can come among the
// best; the long lists are then only asked about the rows still in question (MaxScore: Turtle and
// Flood, Information Processing and Management 31, 1995). How good the best are is known early,
// from the full sums of those that lead after the short lists. A caller who cannot wait says how
// many rows are enough: then rows that have only the keys of longer lists stay out.
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
  // row. Puts `lists` in another order. Once `enough` rows were read no others come in.
  void find(shelf where, std::uint32_t size, std::span<weighted_list> lists, std::size_t most,
            std::vector<ranked_row>& out, std::size_t enough = SIZE_MAX);

 private:
  void add(shelf where, std::uint32_t size, const weighted_list& list);
  // A score that at least `most` rows reach with the lists still to be read; 0 where there are not
  // so many rows.
  [[nodiscard]] std::uint64_t reached(std::size_t most, std::span<const weighted_list> left);
  // Makes candidates of the rows met so far that have the score: the best `most` of them.
  void begin_candidates(std::uint64_t least, std::size_t most);

  index_reader& index_;
  std::vector<std::uint32_t> sums_;        // by row; all zero between queries
  std::vector<std::uint32_t> touched_;     // rows with a sum
  std::vector<std::uint32_t> candidates_;  // ascending
  std::vector<std::uint32_t> leading_, scores_;
};

}  // namespace quoth::record
