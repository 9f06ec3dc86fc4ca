#include <algorithm>
#include <record/lookup.hpp>
#include <record/schema.hpp>
#include <record/words.hpp>

namespace quoth::record {

namespace {

// A checked database, so that the queries below find their tables.
[[nodiscard]] database& checked(database& db) {
  check(db);
  db.run("PRAGMA mmap_size = 1073741824");
  return db;
}

}  // namespace

lookup::lookup(const std::filesystem::path& path)
    : db_(path, access::read),
      begin_(checked(db_), "BEGIN"),
      end_(db_, "COMMIT"),
      version_(db_, "PRAGMA data_version"),
      statement_(db_, "SELECT text, gap FROM statements WHERE statement = ?"),
      passage_(db_,
               "SELECT first, document, number, name, turn, form, status, hand, via, "
               "?1 - first < statements "
               "FROM passages WHERE first <= ?1 ORDER BY first DESC LIMIT 1"),
      review_(db_,
              "SELECT document, claim, claimant, rating, url, date, title, subtitle "
              "FROM reviews WHERE review = ?"),
      document_(db_,
                "SELECT id, title, date, url, lang, author, outlet, story FROM documents "
                "WHERE document = ?"),
      index_(db_) {
  refresh();
}

void lookup::refresh() {
  if (reading_) end_.run();
  begin_.run();
  reading_ = true;
  version_.step();
  const std::int64_t version = version_.integer(0);
  version_.reset();
  if (version == seen_version_) return;
  seen_version_ = version;
  check_index(db_);
  index_.refresh();
  // Whoever looks up makes room for as many rows: one number alone that is damaged makes it no
  // greater.
  const auto size_of = [&](shelf where, const char* last) {
    const std::int64_t there = db_.number(last);
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(there, 0, index_.last_row(where)));
  };
  statements_ = size_of(shelf::statements, "SELECT max(statement) FROM statements");
  reviews_ = size_of(shelf::reviews, "SELECT max(review) FROM reviews");
  indexed_ = record::is_indexed(db_);
}

std::string lookup::warning() const {
  const std::string record = "record '" + db_.path().string() + '\'';
  if (statements_ == 0 && reviews_ == 0) {
    return record +
           " is empty: it holds no statement and no fact-check, so that nothing is found in it. "
           "Fill "
           "it with 'quoth record build' (with --resume where a build was stopped)";
  }
  if (indexed_) return {};
  return record +
         " was changed by another program or version since it was indexed: what was changed may "
         "not be found until 'quoth record build' adds something to it";
}

bool lookup::rows_with(shelf where, std::string_view key, std::size_t limit,
                       std::vector<std::uint32_t>& rows) {
  rows.clear();
  index_.forget();
  bool all = true;
  index_.read(index_.find(where, hash_of(key)), [&](std::span<const std::uint32_t> found) {
    for (const std::uint32_t row : found) {
      if (index_.is_removed(where, row)) continue;
      if (rows.size() == limit) return all = false;
      rows.push_back(row);
    }
    return true;
  });
  return all;
}

std::vector<std::string> lookup::languages() {
  std::vector<std::string> found;
  query all(db_, "SELECT DISTINCT coalesce(lang, '') FROM documents");
  while (all.step()) found.emplace_back(all.text(0));
  return found;
}

bool lookup::statement(std::int64_t row, found_statement& out) {
  statement_.bind(1, row);
  passage_.bind(1, row);
  // A statement that no passage covers has no speaker and no document.
  const bool found = statement_.step() && passage_.step() && passage_.integer(9) != 0;
  if (found) {
    out.row = row;
    out.text = statement_.text(0);
    out.document = passage_.integer(1);
    out.number = passage_.integer(2) + row - passage_.integer(0);
    out.name = passage_.integer(3);
    out.turn = passage_.is_null(4) ? no_turn : static_cast<std::int32_t>(passage_.integer(4));
    // A blank stands between two sentences, a break and a mark between two paragraphs; what parts
    // two quotations is longer.
    constexpr std::int64_t longest_gap = 4;
    out.follows =
        row > passage_.integer(0) && (out.turn != no_turn || statement_.integer(1) <= longest_gap);
    out.form = static_cast<form>(passage_.integer(5));
    out.status = static_cast<status>(passage_.integer(6));
    out.hand = static_cast<hand>(passage_.integer(7));
    out.via = passage_.text(8);
  }
  statement_.reset();
  passage_.reset();
  return found;
}

std::int64_t lookup::document_of(std::int64_t statement) {
  passage_.bind(1, statement);
  const std::int64_t found = passage_.step() ? passage_.integer(1) : 0;
  passage_.reset();
  return found;
}

bool lookup::review(std::int64_t row, found_review& out) {
  review_.bind(1, row);
  const bool found = review_.step();
  if (found) {
    out.row = row;
    out.document = review_.integer(0);
    int at = 1;
    for (std::string* text :
         {&out.claim, &out.claimant, &out.rating, &out.url, &out.date, &out.title, &out.subtitle}) {
      *text = review_.text(at++);
    }
  }
  review_.reset();
  return found;
}

bool lookup::document(std::int64_t row, found_document& out) {
  document_.bind(1, row);
  const bool found = document_.step();
  if (found) {
    out.row = row;
    int at = 0;
    for (std::string* text :
         {&out.id, &out.title, &out.date, &out.url, &out.lang, &out.author, &out.outlet}) {
      *text = document_.text(at++);
    }
    out.story = document_.integer(at);
  }
  document_.reset();
  return found;
}

}  // namespace quoth::record
