// Which statements have a sequence of three words: fingerprints (keys.hpp) with the rows that have
// them, in sorted blocks in the table `sequences`.
//
// Each commit writes one segment; segments are merged now and then, larger ones more rarely. A
// block's row number is its segment << 32 | its first fingerprint, so that a look-up is one search
// in the table's B-tree a segment. Blocks hold varints: the difference to the fingerprint before,
// then the row, or where the fingerprint is the same the difference to the row before. Rows that
// were taken out of the record stay in the blocks: whoever looks a row up finds nothing.
//
// Thread rule: as the database they work on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <record/database.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace quoth::record {

class sequence_writer {
 public:
  explicit sequence_writer(database& db) : db_(db) {}

  void add(std::uint32_t fingerprint, std::uint32_t row) {
    fresh_.push_back(std::uint64_t{fingerprint} << 32 | row);
  }
  // Writes what was added as a new segment. Within the caller's transaction.
  void flush();
  // Merges segments where there are more than a few.
  void merge();

 private:
  [[nodiscard]] std::vector<std::uint32_t> segments();
  void write(std::uint32_t segment, const std::vector<std::uint64_t>& sorted);

  database& db_;
  std::vector<std::uint64_t> fresh_;  // fingerprint << 32 | row
};

class sequence_reader {
 public:
  explicit sequence_reader(database& db);

  // Looks which segments there are.
  void refresh();
  // Appends to `rows` those with the fingerprint, ascending within a segment, but no more than
  // `limit` in all; false where there are more.
  bool rows_with(std::uint32_t fingerprint, std::size_t limit, std::vector<std::uint32_t>& rows);

 private:
  query next_segment_, block_;
  std::vector<std::uint32_t> segments_;
};

}  // namespace quoth::record
