#include <algorithm>
#include <record/sequences.hpp>

namespace quoth::record {

namespace {

constexpr std::size_t block_entries = 512;
constexpr std::size_t most_segments = 4;

constexpr const char* find_segment =
    "SELECT block >> 32 FROM sequences WHERE block >= ? ORDER BY block LIMIT 1";

void put_varint(std::string& out, std::uint32_t value) {
  while (value >= 0x80) {
    out.push_back(static_cast<char>(value | 0x80));
    value >>= 7;
  }
  out.push_back(static_cast<char>(value));
}

// Reads the varint at `at`; 0 beyond the end, so that a damaged block ends rather than overruns.
[[nodiscard]] std::uint32_t take_varint(std::string_view bytes, std::size_t& at) noexcept {
  std::uint32_t value = 0;
  for (unsigned shift = 0; at < bytes.size() && shift < 32; shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes[at++]);
    value |= std::uint32_t{byte & 0x7FU} << shift;
    if (byte < 0x80) break;
  }
  return value;
}

// The entries of a block, one after the other.
class block_walk {
 public:
  block_walk(std::uint32_t first, std::string_view bytes) : fingerprint_(first), bytes_(bytes) {}
  bool next() {
    if (at_ >= bytes_.size()) return false;
    const std::uint32_t step = take_varint(bytes_, at_);
    const std::uint32_t row = take_varint(bytes_, at_);
    fingerprint_ += step;
    row_ = step == 0 ? row_ + row : row;
    return true;
  }
  [[nodiscard]] std::uint32_t fingerprint() const noexcept { return fingerprint_; }
  [[nodiscard]] std::uint32_t row() const noexcept { return row_; }

 private:
  std::uint32_t fingerprint_;
  std::uint32_t row_ = 0;
  std::string_view bytes_;
  std::size_t at_ = 0;
};

[[nodiscard]] std::vector<std::uint32_t> list_segments(query& next) {
  std::vector<std::uint32_t> found;
  std::int64_t from = 0;
  while (true) {
    next.bind(1, from);
    const bool any = next.step();
    const std::int64_t segment = any ? next.integer(0) : 0;
    next.reset();
    if (!any) return found;
    found.push_back(static_cast<std::uint32_t>(segment));
    from = (segment + 1) << 32;
  }
}

}  // namespace

std::vector<std::uint32_t> sequence_writer::segments() {
  query next(db_, find_segment);
  return list_segments(next);
}

void sequence_writer::flush() {
  if (fresh_.empty()) return;
  std::ranges::sort(fresh_);
  const auto present = segments();
  write(present.empty() ? 1 : present.back() + 1, fresh_);
  fresh_.clear();
}

// A block never begins with the fingerprint that the block before ends with: its row number would
// be the same.
void sequence_writer::write(std::uint32_t segment, const std::vector<std::uint64_t>& sorted) {
  query add(db_, "INSERT INTO sequences VALUES (?, ?)");
  std::string bytes;
  std::size_t begin = 0;
  while (begin < sorted.size()) {
    const auto first = static_cast<std::uint32_t>(sorted[begin] >> 32);
    std::uint32_t fingerprint = first;
    std::uint32_t row = 0;
    bytes.clear();
    std::size_t at = begin;
    for (; at < sorted.size(); ++at) {
      const auto next = static_cast<std::uint32_t>(sorted[at] >> 32);
      const auto next_row = static_cast<std::uint32_t>(sorted[at]);
      if (next != fingerprint && at - begin >= block_entries) break;
      put_varint(bytes, next - fingerprint);
      put_varint(bytes, next == fingerprint ? next_row - row : next_row);
      fingerprint = next;
      row = next_row;
    }
    add.bind(1, std::int64_t{segment} << 32 | first).bind_bytes(2, bytes).run();
    begin = at;
  }
}

// The newest segments, as far back as those before them are not much larger, become one: an entry
// is written again once each time its segment grows fourfold.
void sequence_writer::merge() {
  const auto present = segments();
  if (present.size() <= most_segments) return;
  const auto size_of = [&](std::uint32_t segment) {
    query count(db_, "SELECT count(*) FROM sequences WHERE block BETWEEN ? AND ?");
    count.bind(1, std::int64_t{segment} << 32).bind(2, (std::int64_t{segment} + 1) << 32);
    return count.step() ? count.integer(0) : 0;
  };
  std::size_t from = present.size() - 1;
  std::int64_t total = size_of(present[from]);
  while (from > 0) {
    const std::int64_t before = size_of(present[from - 1]);
    if (before > 4 * total) break;
    total += before;
    --from;
  }
  const std::int64_t begin = std::int64_t{present[from]} << 32;
  std::vector<std::uint64_t> entries;
  {
    query blocks(db_, "SELECT block, entries FROM sequences WHERE block >= ? ORDER BY block");
    blocks.bind(1, begin);
    while (blocks.step()) {
      block_walk walk(static_cast<std::uint32_t>(blocks.integer(0)), blocks.text(1));
      while (walk.next()) {
        entries.push_back(std::uint64_t{walk.fingerprint()} << 32 | walk.row());
      }
    }
  }
  std::ranges::sort(entries);
  query(db_, "DELETE FROM sequences WHERE block >= ?").bind(1, begin).run();
  write(present[from], entries);
}

sequence_reader::sequence_reader(database& db)
    : next_segment_(db, find_segment),
      block_(db,
             "SELECT block, entries FROM sequences WHERE block <= ? ORDER BY block DESC "
             "LIMIT 1") {}

void sequence_reader::refresh() {
  segments_ = list_segments(next_segment_);
}

bool sequence_reader::rows_with(std::uint32_t fingerprint, std::size_t limit,
                                std::vector<std::uint32_t>& rows) {
  bool all = true;
  for (const std::uint32_t segment : segments_) {
    block_.bind(1, std::int64_t{segment} << 32 | fingerprint);
    if (block_.step() && block_.integer(0) >> 32 == segment) {
      block_walk walk(static_cast<std::uint32_t>(block_.integer(0)), block_.text(1));
      while (walk.next() && walk.fingerprint() <= fingerprint) {
        if (walk.fingerprint() != fingerprint) continue;
        if (rows.size() == limit) {
          all = false;
          break;
        }
        rows.push_back(walk.row());
      }
    }
    block_.reset();
    if (!all) break;
  }
  return all;
}

}  // namespace quoth::record
