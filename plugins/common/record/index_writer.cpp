#include <algorithm>
#include <memory>
#include <numeric>
#include <optional>
#include <record/index.hpp>
#include <record/keys.hpp>
#include <record/segment.hpp>
#include <set>

namespace quoth::record {

namespace {

constexpr std::size_t most_segments = 12;  // of a shelf, while a record is written
constexpr std::size_t rows_between_drops = 2000;
constexpr std::int64_t hash_mask = (std::int64_t{1} << hash_bits) - 1;

// Segments of a shelf, by their rows.
[[nodiscard]] std::vector<segment> segments_of(database& db, shelf where) {
  std::vector<segment> found;
  query all(db, list_segments);
  while (all.step()) {
    if (const segment one = segment_of(db, all); one.of == where) found.push_back(one);
  }
  return found;
}

[[nodiscard]] std::int64_t free_id(database& db) {
  std::set<std::int64_t> used;
  query all(db, list_segments);
  while (all.step()) used.insert(all.integer(0));
  std::int64_t id = 1;
  while (used.contains(id)) ++id;
  if (id > most_ids) db.fail_damaged("its index has more segments than are ever left unmerged");
  return id;
}

// Sorts by the fingerprint; rows of one fingerprint keep their order.
void sort_by_fingerprint(std::vector<std::uint64_t>& entries) {
  constexpr unsigned digit = 13;
  static_assert(fingerprint_bits % digit == 0);
  std::vector<std::uint64_t> other(entries.size());
  std::vector<std::size_t> begins(std::size_t{1} << digit);
  for (unsigned shift = 32; shift < 32 + fingerprint_bits; shift += digit) {
    const auto digit_of = [&](std::uint64_t one) { return (one >> shift) & (begins.size() - 1); };
    std::ranges::fill(begins, 0);
    for (const std::uint64_t one : entries) ++begins[digit_of(one)];
    std::exclusive_scan(begins.begin(), begins.end(), begins.begin(), std::size_t{0});
    for (const std::uint64_t one : entries) other[begins[digit_of(one)]++] = one;
    entries.swap(other);
  }
}

// The rows of a table that belong to one segment, one after the other.
struct cursor {
  cursor(database& db, const char* sql, std::int64_t first, std::int64_t end) : row(db, sql) {
    row.bind(1, first).bind(2, end);
    more = row.step();
  }
  query row;
  bool more;
};

// The entries of a segment's blocks, one after the other.
struct block_cursor {
  block_cursor(database& db, std::int64_t segment)
      : db_(db),
        blocks(db,
               "SELECT block, entries FROM sequences WHERE block >= ? AND block < ? "
               "ORDER BY block",
               segment << 32, (segment + 1) << 32) {
    next();
  }
  void next() {
    while (!entries || !entries->next()) {
      if (entries && entries->is_damaged()) db_.fail_damaged("a block of its index ends early");
      more = blocks.more;
      if (!more) return;
      bytes = blocks.row.text(1);
      block = static_cast<std::uint32_t>(blocks.row.integer(0));
      entries.emplace(block, bytes);
      blocks.more = blocks.row.step();
    }
  }
  database& db_;
  cursor blocks;
  std::string bytes;
  std::optional<block_walk> entries;
  std::uint32_t block = 0;  // first fingerprint of the block at hand
  bool more = true;
};

// Neighbouring segments of one shelf on their way to becoming one, without their removed rows.
class merging {
 public:
  merging(database& db, std::vector<segment> parts)
      : db_(db), parts_(std::move(parts)), made_(parts_.front()), reader_(db) {
    made_.id = free_id(db);
    made_.last = parts_.back().last;
    reader_.refresh();
  }

  void run() {
    segment_writer out(db_, made_);
    if (made_.of == shelf::statements) merge_sequences(out);
    merge_words(out);
    out.finish();
    for (const segment& one : parts_) drop(one);
    query gone(db_, "DELETE FROM removed WHERE shelf = ? AND first BETWEEN ? AND ?");
    gone.bind(1, static_cast<std::int64_t>(made_.of));
    gone.bind(2, std::int64_t{made_.first}).bind(3, std::int64_t{made_.last}).run();
  }

 private:
  // Rows of one key; those of its parts come one after the other.
  void take(const segment& from, std::span<const std::uint32_t> rows) {
    for (const std::uint32_t row : rows) {
      if (row < from.first || row > from.last || (!rows_.empty() && row <= rows_.back())) {
        db_.fail_damaged("rows of its index do not ascend");
      }
      if (!reader_.is_removed(made_.of, row)) rows_.push_back(row);
    }
  }
  void take_list(const segment& from, std::string_view packed) {
    reader_.forget();
    const row_list list = reader_.list_of(from, packed);
    reader_.read(list, [&](std::span<const std::uint32_t> rows) {
      take(from, rows);
      return true;
    });
    const list_head head = head_of(packed);
    if (head.chunks == 0) return;
    drop_range("DELETE FROM postings WHERE chunk >= ? AND chunk < ?", head.first_chunk,
               head.first_chunk + static_cast<std::int64_t>(head.chunks));
  }

  void merge_words(segment_writer& out) {
    std::vector<cursor> cursors;
    cursors.reserve(parts_.size());
    for (const segment& one : parts_) {
      cursors.emplace_back(
          db_, "SELECT word, rows FROM words WHERE word >= ? AND word < ? ORDER BY word",
          first_word(one.id), (one.id + 1) << key_bits);
    }
    std::size_t done = 0;
    while (true) {
      std::int64_t least = INT64_MAX;
      for (const cursor& one : cursors) {
        if (one.more) least = std::min(least, one.row.integer(0) & hash_mask);
      }
      if (least == INT64_MAX) return;
      rows_.clear();
      for (std::size_t i = 0; i < cursors.size(); ++i) {
        cursor& one = cursors[i];
        if (!one.more || (one.row.integer(0) & hash_mask) != least) continue;
        take_list(parts_[i], one.row.text(1));
        one.more = one.row.step();
      }
      out.add_list(first_word(made_.id) | least, rows_);
      if (++done % rows_between_drops == 0) drop_words(least);
    }
  }

  void merge_sequences(segment_writer& out) {
    std::vector<std::unique_ptr<block_cursor>> cursors;
    for (const segment& one : parts_) {
      cursors.push_back(std::make_unique<block_cursor>(db_, one.id));
    }
    std::size_t done = 0;
    while (true) {
      std::uint64_t least = UINT64_MAX;
      for (const auto& one : cursors) {
        if (one->more) least = std::min<std::uint64_t>(least, one->entries->fingerprint());
      }
      if (least == UINT64_MAX) return;
      const auto fingerprint = static_cast<std::uint32_t>(least);
      rows_.clear();
      for (std::size_t i = 0; i < cursors.size(); ++i) {
        block_cursor& one = *cursors[i];
        for (; one.more && one.entries->fingerprint() == fingerprint; one.next()) {
          if (const std::uint32_t row = one.entries->row(); row != in_list) {
            take(parts_[i], std::span(&row, 1));
          } else {
            take_common(parts_[i], fingerprint);
          }
        }
      }
      out.add_sequence(fingerprint, rows_);
      if (++done % (rows_between_drops * 100) == 0) drop_blocks(cursors);
    }
  }

  void take_common(const segment& from, std::uint32_t fingerprint) {
    query list(db_, "SELECT rows FROM words WHERE word = ?");
    list.bind(1, sequence_key(from.id, fingerprint));
    if (!list.step()) db_.fail_damaged("its index lacks the rows of a sequence");
    take_list(from, list.text(0));
  }

  // What was merged is dropped on the way, so that what is written finds its room.
  void drop_range(const char* sql, std::int64_t first, std::int64_t end) {
    query(db_, sql).bind(1, first).bind(2, end).run();
  }
  void drop_words(std::int64_t end) {
    for (const segment& one : parts_) {
      drop_range("DELETE FROM words WHERE word >= ? AND word < ?", first_word(one.id),
                 first_word(one.id) | end);
    }
  }
  void drop_blocks(const std::vector<std::unique_ptr<block_cursor>>& cursors) {
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      if (!cursors[i]->more) continue;
      drop_range("DELETE FROM sequences WHERE block >= ? AND block < ?", parts_[i].id << 32,
                 parts_[i].id << 32 | cursors[i]->block);
    }
  }
  void drop(const segment& one) {
    drop_range("DELETE FROM words WHERE word >= ? AND word < ?", one.id << key_bits,
               (one.id + 1) << key_bits);
    drop_range("DELETE FROM sequences WHERE block >= ? AND block < ?", one.id << 32,
               (one.id + 1) << 32);
    drop_range("DELETE FROM postings WHERE chunk >= ? AND chunk < ?", one.first_chunk,
               one.end_chunk);
    query(db_, "DELETE FROM segments WHERE segment = ?").bind(1, one.id).run();
  }

  database& db_;
  std::vector<segment> parts_;
  segment made_;
  index_reader reader_;
  std::vector<std::uint32_t> rows_;
};

}  // namespace

void index_writer::add_word(shelf where, std::uint64_t word, std::uint32_t row) {
  fresh_words& fresh = words_[static_cast<std::size_t>(where)];
  const auto [at, is_new] =
      fresh.numbers.try_emplace(word, static_cast<std::uint32_t>(fresh.words.size()));
  if (is_new) fresh.words.push_back(word);
  fresh.number.push_back(at->second);
  fresh.row.push_back(row);
}

void index_writer::add_sequence(std::uint32_t fingerprint, std::uint32_t row) {
  sequences_.push_back(std::uint64_t{fingerprint} << 32 | row);
}

void index_writer::remove(shelf where, std::uint32_t first, std::uint32_t last) {
  if (last < first) return;
  query add(db_, "INSERT INTO removed VALUES (?, ?, ?)");
  add.bind(1, static_cast<std::int64_t>(where));
  add.bind(2, std::int64_t{first}).bind(3, std::int64_t{last}).run();
}

void index_writer::flush() {
  flush(shelf::statements);
  flush(shelf::reviews);
}

void index_writer::flush(shelf where) {
  fresh_words& fresh = words_[static_cast<std::size_t>(where)];
  if (fresh.row.empty()) return;
  segment made;
  made.id = free_id(db_);
  made.of = where;
  made.first = fresh.row.front();
  made.last = fresh.row.back();
  segment_writer out(db_, made);
  if (where == shelf::statements) write_sequences(out);
  write_words(fresh, made.id, out);
  fresh = {};
  out.finish();
}

void index_writer::write_words(const fresh_words& fresh, std::int64_t segment,
                               segment_writer& out) {
  // The postings word by word: counted, then put in place.
  std::vector<std::size_t> begins(fresh.words.size() + 1);
  for (const std::uint32_t number : fresh.number) ++begins[number + 1];
  std::partial_sum(begins.begin(), begins.end(), begins.begin());
  std::vector<std::uint32_t> rows(fresh.row.size());
  std::vector<std::size_t> at(begins.begin(), begins.end() - 1);
  for (std::size_t i = 0; i < fresh.row.size(); ++i) rows[at[fresh.number[i]]++] = fresh.row[i];
  std::vector<std::pair<std::int64_t, std::uint32_t>> order;
  order.reserve(fresh.words.size());
  for (std::uint32_t i = 0; i < fresh.words.size(); ++i) {
    order.emplace_back(word_key(segment, fresh.words[i]), i);
  }
  std::ranges::sort(order);
  const auto rows_of = [&](std::uint32_t number) {
    return std::span(rows).subspan(begins[number], begins[number + 1] - begins[number]);
  };
  std::vector<std::uint32_t> joined;
  for (std::size_t i = 0; i < order.size();) {
    const std::int64_t key = order[i].first;
    const auto first = rows_of(order[i].second);
    if (++i == order.size() || order[i].first != key) {
      out.add_list(key, first);
      continue;
    }
    joined.assign(first.begin(), first.end());
    for (; i < order.size() && order[i].first == key; ++i) {  // their hashes collide
      const auto other = rows_of(order[i].second);
      joined.insert(joined.end(), other.begin(), other.end());
    }
    std::ranges::sort(joined);
    joined.erase(std::unique(joined.begin(), joined.end()), joined.end());
    out.add_list(key, joined);
  }
}

void index_writer::write_sequences(segment_writer& out) {
  sort_by_fingerprint(sequences_);
  std::vector<std::uint32_t> alike;
  for (std::size_t i = 0; i < sequences_.size();) {
    const auto fingerprint = static_cast<std::uint32_t>(sequences_[i] >> 32);
    alike.clear();
    for (; i < sequences_.size() && sequences_[i] >> 32 == fingerprint; ++i) {
      const auto row = static_cast<std::uint32_t>(sequences_[i]);
      if (alike.empty() || alike.back() != row) alike.push_back(row);
    }
    out.add_sequence(fingerprint, alike);
  }
  sequences_ = {};
}

void index_writer::merge() {
  for (const shelf where : {shelf::statements, shelf::reviews}) merge(where, 1);
}

void index_writer::merge_some() {
  for (const shelf where : {shelf::statements, shelf::reviews}) merge(where, most_segments);
}

void index_writer::merge(shelf where, std::size_t kept) {
  constexpr std::uint64_t much = 16;
  std::vector<segment> all = segments_of(db_, where);
  if (all.size() <= kept) return;
  const auto size_of = [](const segment& one) { return std::uint64_t{one.last} - one.first + 1; };
  std::size_t from = all.size() - 1;
  std::uint64_t total = size_of(all[from]);
  // An entry is written again when the rows after its segment are a sixteenth of it.
  while (from > 0 && size_of(all[from - 1]) <= much * total) total += size_of(all[--from]);
  if (from + 1 == all.size()) return;
  all.erase(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(from));
  merging(db_, std::move(all)).run();
}

void index_writer::clear() {
  for (const char* table : {"segments", "words", "postings", "sequences", "removed"}) {
    db_.run("DELETE FROM " + std::string(table));
  }
  words_ = {};
  sequences_ = {};
}

}  // namespace quoth::record
