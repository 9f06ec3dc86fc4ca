// The record's index: which rows have a word, and which statements a sequence of three words.
//
// It lives in tables of the record itself, so that it is always of the same commit as what it
// leads to. Each commit writes one segment a shelf; segments are merged now and then, larger ones
// more rarely. A segment holds rows that no other has.
//
// segments: which rows each covers, and which of `postings` are its own.
// words: by the segment and the upper bits of a word's hash, or the fingerprint of a common
// sequence (segment.hpp), how many rows have it, and which.
// postings: the rows of common words, a few thousand in each (postings.hpp).
// sequences: by segment << 32 | first fingerprint, a block of fingerprints, each with its row.
// removed: rows that were taken out of the record and still stand in a segment.
//
// Whoever reads it throws where lists do not hold what they say; what is damaged otherwise may give
// other rows, never rows beyond the record's.
//
// Thread rule: as the database they work on.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <record/database.hpp>
#include <record/postings.hpp>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace quoth::record {

// Of these tables; changing what stands in them makes every index unreadable: raise it.
inline constexpr int layout_version = 3;

enum class shelf : std::uint8_t { statements = 0, reviews = 1 };

struct segment {
  std::int64_t id = 0;
  shelf of = shelf::statements;
  std::uint32_t first = 0, last = 0;            // rows
  std::int64_t first_chunk = 0, end_chunk = 0;  // in postings
};

class segment_writer;

class index_writer {
 public:
  explicit index_writer(database& db) : db_(db) {}

  // Rows come in ascending order. `word` is hash_of its key.
  void add_word(shelf where, std::uint64_t word, std::uint32_t row);
  void add_sequence(std::uint32_t fingerprint, std::uint32_t row);
  // Rows that are no longer in the record.
  void remove(shelf where, std::uint32_t first, std::uint32_t last);

  // Writes what was added as new segments. Within the caller's transaction, as all below.
  void flush();
  // Merges the newest segments, as far back as those before them are not much larger.
  void merge();
  // Merges where there are so many segments that look-ups suffer.
  void merge_some();
  // Empties the index.
  void clear();

 private:
  struct fresh_words {
    std::unordered_map<std::uint64_t, std::uint32_t> numbers;  // of words, by hash
    std::vector<std::uint64_t> words;                          // by number
    std::vector<std::uint32_t> number, row;                    // of each posting
  };

  void flush(shelf where);
  static void write_words(const fresh_words& fresh, std::int64_t segment, segment_writer& out);
  void write_sequences(segment_writer& out);
  void merge(shelf where, std::size_t kept);

  database& db_;
  std::array<fresh_words, 2> words_;
  std::vector<std::uint64_t> sequences_;  // fingerprint << 32 | row
};

// The rows that have one key, found by index_reader and read through it.
struct row_list {
  std::uint32_t count = 0;
  std::uint32_t first_piece = 0, end_piece = 0;
};

class index_reader {
 public:
  explicit index_reader(database& db);

  // Looks what segments there are.
  void refresh();

  // Forgets all lists found so far; they belong to one query.
  void forget() noexcept;
  [[nodiscard]] row_list find(shelf where, std::uint64_t word);
  [[nodiscard]] row_list find_sequence(std::uint32_t fingerprint);
  // The list that a row of `words` holds.
  [[nodiscard]] row_list list_of(const segment& from, std::string_view packed);

  // The last row that is in a segment of the shelf.
  [[nodiscard]] std::uint32_t last_row(shelf where) const noexcept;

  [[nodiscard]] bool has_removed(shelf where) const noexcept {
    return !removed_[static_cast<std::size_t>(where)].empty();
  }
  // Whether a row still stands in lists but was taken out of the record.
  [[nodiscard]] bool is_removed(shelf where, std::uint32_t row) const noexcept;

  // Calls take(span of ascending rows) until the list ends or take returns false.
  template <class Take>
  void read(const row_list& list, Take take);
  // Calls take(row) for each of the ascending `asked` that the list has.
  template <class Take>
  void intersect(const row_list& list, std::span<const std::uint32_t> asked, Take take);

 private:
  struct piece {  // of one segment
    std::uint32_t count = 0;
    std::uint32_t before = 0;                 // all rows are greater
    std::size_t begin = 0, end = 0;           // in bytes_: packed rows
    std::size_t first_chunk = 0, chunks = 0;  // in chunks_, where the rows stand in postings
    bool plain = false;                       // begin and end are in rows_
  };
  struct chunk {
    std::int64_t id;
    std::uint32_t before, last;  // rows are in (before, last]
  };

  [[nodiscard]] row_list empty_list() const noexcept;
  [[noreturn]] void fail_damaged() const;
  void add(const piece& one, row_list& list);
  void add_word(const segment& from, std::int64_t key, row_list& list);
  void add_packed(const segment& from, std::string_view packed, row_list& list);
  void add_block(const segment& from, std::uint32_t fingerprint, row_list& list);
  [[nodiscard]] row_walk walk(const piece& one) const;
  // The rows of a chunk, valid until the next call.
  [[nodiscard]] row_walk walk(const chunk& one);
  template <class Take>
  static void give_common(row_walk walk, std::span<const std::uint32_t>& asked, Take& take);

  database& db_;
  query word_, chunk_, block_, all_segments_, all_removed_;
  std::array<std::vector<segment>, 2> segments_;
  std::array<std::map<std::uint32_t, std::uint32_t>, 2> removed_;  // the first row, by the last
  std::vector<piece> pieces_;
  std::vector<chunk> chunks_;
  std::string bytes_, chunk_bytes_;
  std::vector<std::uint32_t> rows_;
};

template <class Take>
void index_reader::read(const row_list& list, Take take) {
  for (std::uint32_t p = list.first_piece; p < list.end_piece; ++p) {
    const piece one = pieces_[p];
    if (one.plain) {
      if (!take(std::span<const std::uint32_t>(rows_).subspan(one.begin, one.end - one.begin))) {
        return;
      }
      continue;
    }
    std::size_t given = 0;
    const auto give_all = [&](row_walk walk) {
      while (walk.next()) {
        const auto rows = walk.rows();
        given += rows.size();
        if (!take(rows)) return false;
      }
      return true;
    };
    if (one.chunks == 0 && !give_all(walk(one))) return;
    for (std::size_t c = 0; c < one.chunks; ++c) {
      if (!give_all(walk(chunks_[one.first_chunk + c]))) return;
    }
    if (given != one.count) fail_damaged();
  }
}

template <class Take>
void index_reader::give_common(row_walk walk, std::span<const std::uint32_t>& asked, Take& take) {
  while (!asked.empty() && walk.next()) {
    if (walk.last() < asked.front()) continue;
    const auto rows = walk.rows();
    auto at = rows.begin();
    while (!asked.empty() && asked.front() <= walk.last()) {
      while (at != rows.end() && *at < asked.front()) ++at;
      if (at == rows.end()) break;
      if (*at == asked.front()) take(asked.front());
      asked = asked.subspan(1);
    }
  }
}

template <class Take>
void index_reader::intersect(const row_list& list, std::span<const std::uint32_t> asked,
                             Take take) {
  for (std::uint32_t p = list.first_piece; p < list.end_piece && !asked.empty(); ++p) {
    const piece one = pieces_[p];
    if (one.plain) {
      for (std::size_t i = one.begin; i < one.end && !asked.empty(); ++i) {
        while (!asked.empty() && asked.front() < rows_[i]) asked = asked.subspan(1);
        if (!asked.empty() && asked.front() == rows_[i]) take(rows_[i]);
      }
      continue;
    }
    if (one.chunks == 0) give_common(walk(one), asked, take);
    for (std::size_t c = 0; c < one.chunks && !asked.empty(); ++c) {
      const chunk here = chunks_[one.first_chunk + c];
      while (!asked.empty() && asked.front() <= here.before) asked = asked.subspan(1);
      if (asked.empty() || asked.front() > here.last) continue;
      give_common(walk(here), asked, take);
    }
  }
}

}  // namespace quoth::record
