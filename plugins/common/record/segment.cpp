#include <algorithm>
#include <bit>
#include <cstring>
#include <record/segment.hpp>

namespace quoth::record {

namespace {

// Cells of such sizes fill SQLite's pages of 16 KiB (schema.cpp) with little left over.
constexpr std::size_t longest_inline = 1000;  // bytes of rows that stand in `words` themselves
constexpr std::size_t longest_chunk = 1000;   // bytes
constexpr std::size_t block_entries = 240;    // fingerprints

// A value of a packed array.
[[nodiscard]] std::uint32_t value_at(std::string_view bytes, std::size_t at,
                                     unsigned width) noexcept {
  const std::size_t bit = at * width;
  std::uint64_t eight = 0;
  std::memcpy(&eight, bytes.data() + bit / 8, std::min<std::size_t>(8, bytes.size() - bit / 8));
  return static_cast<std::uint32_t>((eight >> (bit % 8)) & ((std::uint64_t{1} << width) - 1));
}

}  // namespace

std::int64_t word_key(std::int64_t segment, std::uint64_t word) noexcept {
  return first_word(segment) | static_cast<std::int64_t>(word >> (64 - hash_bits));
}

std::int64_t sequence_key(std::int64_t segment, std::uint32_t fingerprint) noexcept {
  return segment << key_bits | fingerprint;
}

segment segment_of(database& db, const query& row) {
  constexpr std::int64_t most_rows = UINT32_MAX;
  if (row.integer(0) < 1 || row.integer(0) > most_ids || row.integer(2) < 1 ||
      row.integer(2) > row.integer(3) || row.integer(3) > most_rows || row.integer(4) < 0 ||
      row.integer(4) > row.integer(5)) {
    db.fail_damaged("a segment of its index is of no rows, or of too many");
  }
  segment one;
  one.id = row.integer(0);
  one.of = row.integer(1) == 0 ? shelf::statements : shelf::reviews;
  one.first = static_cast<std::uint32_t>(row.integer(2));
  one.last = static_cast<std::uint32_t>(row.integer(3));
  one.first_chunk = row.integer(4);
  one.end_chunk = row.integer(5);
  return one;
}

list_head head_of(std::string_view bytes) noexcept {
  list_head head;
  std::uint64_t count = 0;
  std::uint64_t first = 0;
  if (!take_varint(bytes, count)) return {};
  head.count = static_cast<std::uint32_t>(std::min<std::uint64_t>(count / 2, UINT32_MAX));
  if (count % 2 != 0) {
    if (!take_varint(bytes, head.chunks) || !take_varint(bytes, first)) return {};
    if (head.chunks == 0 || head.chunks > bytes.size()) return {};  // each takes a byte at least
    head.first_chunk = static_cast<std::int64_t>(first);
  }
  head.rest = bytes;
  return head;
}

segment_writer::segment_writer(database& db, const segment& made)
    : db_(db),
      made_(made),
      add_word_(db, "INSERT INTO words VALUES (?, ?)"),
      add_chunk_(db, "INSERT INTO postings VALUES (?, ?)"),
      add_block_(db, "INSERT INTO sequences VALUES (?, ?)") {
  made_.first_chunk = made_.end_chunk = db.number("SELECT ifnull(max(chunk), 0) + 1 FROM postings");
}

void segment_writer::add_list(std::int64_t key, std::span<const std::uint32_t> rows) {
  if (rows.empty()) return;
  bytes_.clear();
  block_ends_.clear();
  std::uint32_t before = made_.first - 1;
  for (std::size_t at = 0; at < rows.size(); at += block_rows) {
    const auto block = rows.subspan(at, std::min(block_rows, rows.size() - at));
    put_rows(bytes_, block, before);
    before = block.back();
    block_ends_.push_back(bytes_.size());
  }
  head_.clear();
  if (bytes_.size() <= longest_inline) {
    put_varint(head_, 2 * rows.size());
    head_ += bytes_;
  } else {
    write_chunks(rows);
  }
  add_word_.bind(1, key).bind_bytes(2, head_).run();
}

// Writes the list at hand as chunks, and its head.
void segment_writer::write_chunks(std::span<const std::uint32_t> rows) {
  const std::int64_t first_chunk = made_.end_chunk;
  std::string lasts;
  std::uint32_t before = made_.first - 1;
  std::size_t begin = 0;  // block
  while (begin < block_ends_.size()) {
    const std::size_t from = begin == 0 ? 0 : block_ends_[begin - 1];
    std::size_t end = begin + 1;
    while (end < block_ends_.size() && block_ends_[end] - from <= longest_chunk) ++end;
    const std::size_t end_row = std::min(rows.size(), end * block_rows);
    chunk_.clear();
    put_varint(chunk_, end_row - begin * block_rows);
    chunk_.append(bytes_, from, block_ends_[end - 1] - from);
    add_chunk_.bind(1, made_.end_chunk++).bind_bytes(2, chunk_).run();
    put_varint(lasts, rows[end_row - 1] - before);
    before = rows[end_row - 1];
    begin = end;
  }
  put_varint(head_, 2 * rows.size() + 1);
  put_varint(head_, static_cast<std::uint64_t>(made_.end_chunk - first_chunk));
  put_varint(head_, static_cast<std::uint64_t>(first_chunk));
  head_ += lasts;
}

void segment_writer::add_sequence(std::uint32_t fingerprint, std::span<const std::uint32_t> rows) {
  if (fingerprint < next_print_) db_.fail_damaged("fingerprints of its index do not ascend");
  next_print_ = std::uint64_t{fingerprint} + 1;
  if (prints_.size() >= block_entries) write_block();
  if (rows.size() > common_sequence) {
    add_list(sequence_key(made_.id, fingerprint), rows);
    rows = std::span(&in_list, 1);
  }
  for (const std::uint32_t row : rows) {
    prints_.push_back(fingerprint);
    print_rows_.push_back(row);
  }
}

void segment_writer::finish() {
  write_block();
  query add(db_, "INSERT INTO segments VALUES (?, ?, ?, ?, ?, ?)");
  add.bind(1, made_.id).bind(2, static_cast<std::int64_t>(made_.of));
  add.bind(3, std::int64_t{made_.first}).bind(4, std::int64_t{made_.last});
  add.bind(5, made_.first_chunk).bind(6, made_.end_chunk).run();
}

void segment_writer::write_block() {
  if (prints_.empty()) return;
  const std::size_t count = prints_.size();  // fits: common_sequence and block_entries are small
  const std::span<const std::uint32_t> rows = print_rows_;
  block_head head{};
  head.count = static_cast<std::uint16_t>(count);
  head.least = *std::ranges::min_element(rows);
  head.row_width =
      static_cast<std::uint8_t>(std::bit_width(*std::ranges::max_element(rows) - head.least));
  const std::uint32_t average =
      (prints_[count - 1] - prints_[0]) / static_cast<std::uint32_t>(count);
  head.low_width = static_cast<std::uint8_t>(average == 0 ? 0 : std::bit_width(average) - 1);
  values_.clear();
  rows_.clear();
  high_.clear();
  const std::uint64_t mask = (std::uint64_t{1} << head.low_width) - 1;
  for (std::size_t i = 0; i < count; ++i) {
    std::uint32_t step = i == 0 ? 0 : prints_[i] - prints_[i - 1];
    values_.push_back(step & mask);
    rows_.push_back(rows[i] - head.least);
    for (std::uint32_t high = step >> head.low_width; high > 0; --high) high_.push_back(0);
    high_.push_back(1);
  }
  bytes_.assign(reinterpret_cast<const char*>(&head), sizeof head);
  put_bits(bytes_, values_, head.low_width);
  put_bits(bytes_, rows_, head.row_width);
  put_bits(bytes_, high_, 1);
  add_block_.bind(1, made_.id << 32 | prints_[0]).bind_bytes(2, bytes_).run();
  prints_.clear();
  print_rows_.clear();
}

block_walk::block_walk(std::uint32_t first, std::string_view bytes) : print_(first) {
  if (bytes.size() < sizeof head_) return;
  std::memcpy(&head_, bytes.data(), sizeof head_);
  bytes.remove_prefix(sizeof head_);
  if (head_.low_width > 32 || head_.row_width > 32) return;
  const std::size_t low = bytes_of_bits(head_.count, head_.low_width);
  const std::size_t rows = bytes_of_bits(head_.count, head_.row_width);
  if (low + rows > bytes.size()) return;
  low_ = bytes.substr(0, low);
  rows_ = bytes.substr(low, rows);
  high_ = bytes.substr(low + rows);
  left_ = head_.count;
  damaged_ = left_ == 0;
}

bool block_walk::next() noexcept {
  if (left_ == 0) return false;
  std::uint32_t high = 0;
  while (true) {
    if (high_at_ / 8 >= high_.size()) return end_early();
    const unsigned used = high_at_ % 8;
    const unsigned bits = static_cast<unsigned char>(high_[high_at_ / 8]) >> used;
    const unsigned zeros = bits == 0 ? 8 - used : static_cast<unsigned>(std::countr_zero(bits));
    high += zeros;
    high_at_ += zeros;
    if (bits != 0) break;
  }
  ++high_at_;  // the one
  const std::uint64_t step =
      (std::uint64_t{high} << head_.low_width) + value_at(low_, at_, head_.low_width);
  if (step > UINT32_MAX - print_) return end_early();  // fingerprints ascend
  print_ += static_cast<std::uint32_t>(step);
  ++at_;
  --left_;
  return true;
}

std::uint32_t block_walk::row() const noexcept {
  return head_.least + value_at(rows_, at_ - 1, head_.row_width);
}

}  // namespace quoth::record
