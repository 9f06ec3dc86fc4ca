#include <record/lookup.hpp>
#include <record/schema.hpp>

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
      statement_rows_(db_, "SELECT rowid FROM statement_index WHERE statement_index MATCH ?"),
      review_rows_(db_, "SELECT rowid FROM review_index WHERE review_index MATCH ?"),
      statement_(db_,
                 "SELECT document, number, name, turn, form, status, hand, via, text "
                 "FROM statements WHERE statement = ?"),
      review_(db_,
              "SELECT document, claim, claimant, rating, url, date, title, subtitle "
              "FROM reviews WHERE review = ?"),
      document_(db_,
                "SELECT id, title, date, url, lang, author, outlet FROM documents "
                "WHERE document = ?"),
      sequences_(db_) {
  refresh();
}

void lookup::refresh() {
  if (reading_) end_.run();
  begin_.run();
  reading_ = true;
  sequences_.refresh();
  statements_ = static_cast<std::uint32_t>(db_.number("SELECT max(statement) FROM statements"));
  reviews_ = static_cast<std::uint32_t>(db_.number("SELECT max(review) FROM reviews"));
}

bool lookup::rows_with(shelf where, std::string_view key, std::size_t limit,
                       std::vector<std::uint32_t>& rows) {
  rows.clear();
  match_.assign(1, '"').append(key).push_back('"');
  query& ask = where == shelf::statements ? statement_rows_ : review_rows_;
  ask.bind(1, std::string_view(match_));
  bool all = true;
  while (ask.step()) {
    if (rows.size() == limit) {
      all = false;
      break;
    }
    rows.push_back(static_cast<std::uint32_t>(ask.integer(0)));
  }
  ask.reset();
  return all;
}

bool lookup::statement(std::int64_t row, found_statement& out) {
  statement_.bind(1, row);
  const bool found = statement_.step();
  if (found) {
    out.row = row;
    out.document = statement_.integer(0);
    out.number = statement_.integer(1);
    out.name = statement_.integer(2);
    out.turn = statement_.is_null(3) ? no_turn : static_cast<std::int32_t>(statement_.integer(3));
    out.form = static_cast<form>(statement_.integer(4));
    out.status = static_cast<status>(statement_.integer(5));
    out.hand = static_cast<hand>(statement_.integer(6));
    out.via = statement_.text(7);
    out.text = statement_.text(8);
  }
  statement_.reset();
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
  }
  document_.reset();
  return found;
}

}  // namespace quoth::record
