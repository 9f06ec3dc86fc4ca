#include <algorithm>
#include <record/index.hpp>
#include <record/segment.hpp>

namespace quoth::record {

index_reader::index_reader(database& db)
    : db_(db),
      word_(db, "SELECT rows FROM words WHERE word = ?"),
      chunk_(db, "SELECT rows FROM postings WHERE chunk = ?"),
      block_(db,
             "SELECT block, entries FROM sequences WHERE block <= ? ORDER BY block DESC LIMIT 1"),
      all_segments_(db, list_segments),
      all_removed_(db, "SELECT shelf, first, last FROM removed") {}

void index_reader::refresh() {
  segments_ = {};
  removed_ = {};
  while (all_segments_.step()) {
    const segment one = segment_of(db_, all_segments_);
    segments_[static_cast<std::size_t>(one.of)].push_back(one);
  }
  all_segments_.reset();
  while (all_removed_.step()) {
    const std::size_t where = all_removed_.integer(0) == 0 ? 0 : 1;
    removed_[where][static_cast<std::uint32_t>(all_removed_.integer(2))] =
        static_cast<std::uint32_t>(all_removed_.integer(1));
  }
  all_removed_.reset();
}

void index_reader::forget() noexcept {
  pieces_.clear();
  chunks_.clear();
  bytes_.clear();
  rows_.clear();
}

bool index_reader::is_removed(shelf where, std::uint32_t row) const noexcept {
  const auto& removed = removed_[static_cast<std::size_t>(where)];
  if (removed.empty()) return false;
  const auto at = removed.lower_bound(row);
  return at != removed.end() && at->second <= row;
}

std::uint32_t index_reader::last_row(shelf where) const noexcept {
  const auto& all = segments_[static_cast<std::size_t>(where)];
  return all.empty() ? 0 : all.back().last;
}

row_list index_reader::empty_list() const noexcept {
  const auto end = static_cast<std::uint32_t>(pieces_.size());
  return {0, end, end};
}

row_list index_reader::find(shelf where, std::uint64_t word) {
  row_list list = empty_list();
  for (const segment& one : segments_[static_cast<std::size_t>(where)]) {
    add_word(one, word_key(one.id, word), list);
  }
  return list;
}

row_list index_reader::find_sequence(std::uint32_t fingerprint) {
  row_list list = empty_list();
  for (const segment& one : segments_[static_cast<std::size_t>(shelf::statements)]) {
    add_block(one, fingerprint, list);
  }
  return list;
}

row_list index_reader::list_of(const segment& from, std::string_view packed) {
  row_list list = empty_list();
  add_packed(from, packed, list);
  return list;
}

void index_reader::add(const piece& one, row_list& list) {
  pieces_.push_back(one);
  list.count += one.count;
  list.end_piece = static_cast<std::uint32_t>(pieces_.size());
}

void index_reader::add_word(const segment& from, std::int64_t key, row_list& list) {
  word_.bind(1, key);
  if (word_.step()) add_packed(from, word_.text(0), list);
  word_.reset();
}

void index_reader::add_packed(const segment& from, std::string_view packed, row_list& list) {
  const list_head head = head_of(packed);
  if (head.count == 0 || head.count > std::uint64_t{from.last} - from.first + 1) fail_damaged();
  piece one;
  one.count = head.count;
  one.before = from.first - 1;
  if (head.chunks == 0) {
    one.begin = bytes_.size();
    bytes_ += head.rest;
    one.end = bytes_.size();
    return add(one, list);
  }
  if (head.first_chunk < from.first_chunk || head.first_chunk > from.end_chunk ||
      head.chunks > static_cast<std::uint64_t>(from.end_chunk - head.first_chunk)) {
    fail_damaged();
  }
  one.first_chunk = chunks_.size();
  std::string_view rest = head.rest;
  std::uint32_t before = one.before;
  std::uint64_t step = 0;
  for (std::uint64_t i = 0; i < head.chunks; ++i) {
    if (!take_varint(rest, step) || step == 0 || step > from.last - before) fail_damaged();
    const std::uint32_t last = before + static_cast<std::uint32_t>(step);
    chunks_.push_back({head.first_chunk + static_cast<std::int64_t>(i), before, last});
    before = last;
  }
  one.chunks = chunks_.size() - one.first_chunk;
  add(one, list);
}

void index_reader::add_block(const segment& from, std::uint32_t fingerprint, row_list& list) {
  block_.bind(1, from.id << 32 | fingerprint);
  bool common = false;
  piece one;
  one.plain = true;
  one.begin = rows_.size();
  if (block_.step() && block_.integer(0) >> 32 == from.id) {
    block_walk entries(static_cast<std::uint32_t>(block_.integer(0)), block_.text(1));
    while (entries.next() && entries.fingerprint() <= fingerprint) {
      if (entries.fingerprint() != fingerprint) continue;
      const std::uint32_t row = entries.row();
      common |= row == in_list;
      rows_.push_back(row);
    }
    if (entries.is_damaged()) fail_damaged();
  }
  block_.reset();
  if (common) {
    rows_.resize(one.begin);
    return add_word(from, sequence_key(from.id, fingerprint), list);
  }
  one.end = rows_.size();
  one.count = static_cast<std::uint32_t>(one.end - one.begin);
  if (one.count > 0) add(one, list);
}

void index_reader::fail_damaged() const {
  db_.fail_damaged("a list of its index is not what it says");
}

row_walk index_reader::walk(const piece& one) const {
  return {std::string_view(bytes_).substr(one.begin, one.end - one.begin), one.count, one.before};
}

row_walk index_reader::walk(const chunk& one) {
  chunk_bytes_.clear();
  chunk_.bind(1, one.id);
  if (chunk_.step()) chunk_bytes_ = chunk_.text(0);
  chunk_.reset();
  std::string_view bytes = chunk_bytes_;
  std::uint64_t count = 0;
  if (!take_varint(bytes, count) || count > one.last - one.before) fail_damaged();
  return {bytes, static_cast<std::size_t>(count), one.before};
}

}  // namespace quoth::record
