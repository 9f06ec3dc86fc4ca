// A segment of the index as it stands in the record's tables: how it is written, list by list, and
// how its lists and blocks read. For index_writer and index_reader alone.
//
// Thread rule: as the database they work on.
#pragma once

#include <cstdint>
#include <record/database.hpp>
#include <record/index.hpp>
#include <record/postings.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quoth::record {

// A key in `words` is the segment, a bit that tells words from sequences, and of a word the upper
// bits of its hash, of a sequence its fingerprint. Sequences stand before words, and are written
// before them: rows that come in order fill their pages.
inline constexpr unsigned hash_bits = 40;
inline constexpr unsigned key_bits = hash_bits + 1;
inline constexpr std::int64_t most_ids = 200;  // so that id << key_bits fits

// Rows of a sequence in one segment, above which they have a list in `words`.
inline constexpr std::size_t common_sequence = 64;
inline constexpr std::uint32_t in_list = 0;  // the row of a sequence that has a list

// The columns of `segments`, as list_segments gives them.
inline constexpr const char* list_segments =
    "SELECT segment, shelf, first, last, first_chunk, end_chunk FROM segments ORDER BY first";
// Throws where no segment can be so.
[[nodiscard]] segment segment_of(database& db, const query& row);

[[nodiscard]] constexpr std::int64_t first_word(std::int64_t segment) noexcept {
  return segment << key_bits | std::int64_t{1} << hash_bits;
}
[[nodiscard]] std::int64_t word_key(std::int64_t segment, std::uint64_t word) noexcept;
[[nodiscard]] std::int64_t sequence_key(std::int64_t segment, std::uint32_t fingerprint) noexcept;

// The head of a list in `words`: how many rows; the rows, or which chunks they are in.
struct list_head {
  std::uint32_t count = 0;
  std::uint64_t chunks = 0;  // 0: the rows follow
  std::int64_t first_chunk = 0;
  std::string_view rest;  // the rows, or the last row of each chunk as a step from the one before
};
// Of damaged bytes: no rows.
[[nodiscard]] list_head head_of(std::string_view bytes) noexcept;

// Writes one segment within the caller's transaction. Each key once.
class segment_writer {
 public:
  segment_writer(database& db, const segment& made);
  // Rows ascend; `key` is word_key's or sequence_key's.
  void add_list(std::int64_t key, std::span<const std::uint32_t> rows);
  // Fingerprints and rows ascend. Throws where they do not: the blocks that they are from are
  // damaged.
  void add_sequence(std::uint32_t fingerprint, std::span<const std::uint32_t> rows);
  void finish();

 private:
  void write_chunks(std::span<const std::uint32_t> rows);
  void write_block();

  database& db_;
  segment made_;
  query add_word_, add_chunk_, add_block_;
  std::string bytes_, head_, chunk_;
  std::vector<std::size_t> block_ends_;  // in bytes_
  std::vector<std::uint32_t> prints_, print_rows_;
  std::uint64_t next_print_ = 0;  // the least that may come
  std::vector<std::uint64_t> values_, rows_, high_;
};

// A block of fingerprints begins with this; then come the lower bits of their differences, the
// rows less the least, and the upper parts of the differences in unary: a one after so many zeros
// (Rice coding).
struct block_head {
  std::uint16_t count;
  std::uint8_t low_width, row_width;  // bits
  std::uint32_t least;                // row
};

// Goes through a block's entries, fingerprints in order. Damaged bytes may give other entries.
class block_walk {
 public:
  block_walk(std::uint32_t first, std::string_view bytes);
  bool next() noexcept;
  [[nodiscard]] std::uint32_t fingerprint() const noexcept { return print_; }
  [[nodiscard]] std::uint32_t row() const noexcept;
  // Whether it ended before all the entries that the block says it has.
  [[nodiscard]] bool is_damaged() const noexcept { return damaged_; }

 private:
  bool end_early() noexcept {
    damaged_ = true;
    left_ = 0;
    return false;
  }

  block_head head_{};
  std::string_view low_, rows_, high_;
  std::uint32_t print_;
  std::size_t left_ = 0, at_ = 0, high_at_ = 0;
  bool damaged_ = true;
};

}  // namespace quoth::record
