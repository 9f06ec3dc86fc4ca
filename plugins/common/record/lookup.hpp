// Reading a record: which statements and reviews have a key, and what they are.
//
// A lookup sees the record as of its last refresh(), whatever is written meanwhile.
//
// Thread rule: one thread a lookup; any number of them may read one file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <record/database.hpp>
#include <record/entry.hpp>
#include <record/index.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace quoth::record {

struct found_statement {
  std::int64_t row = 0;
  std::int64_t document = 0;
  std::int64_t number = 0;  // in its document, from 1
  std::int64_t name = 0;    // row of names; 0: unknown speaker
  std::int32_t turn = no_turn;
  bool follows = false;  // the statement before it in the text directly, or in its turn
  quoth::record::form form = form::direct;
  quoth::record::status status = status::asserted;
  quoth::record::hand hand = hand::first;
  std::string via, text;
};

struct found_document {
  std::int64_t row = 0;
  std::int64_t story = 0;  // articles with one number tell one story (stories.hpp); 0: none
  std::string id, title, date, url, lang, author, outlet;
};

struct found_review {
  std::int64_t row = 0;
  std::int64_t document = 0;
  std::string claim, claimant, rating, url, date, title, subtitle;
};

class lookup {
 public:
  // Opens the record and checks it. Throws failure.
  explicit lookup(const std::filesystem::path& path);

  // Sees from here on what has been committed by now.
  void refresh();

  // The highest row number of a shelf that the index has.
  [[nodiscard]] std::uint32_t size(shelf where) const noexcept {
    return where == shelf::statements ? statements_ : reviews_;
  }

  // False where texts were changed by another program since they were indexed: what was changed may
  // not be found until something is added to the record.
  [[nodiscard]] bool is_indexed() const noexcept { return indexed_; }
  // What to tell people of a record in which nothing is found, or not all; else empty.
  [[nodiscard]] std::string warning() const;

  // The index, for ranked look-ups.
  [[nodiscard]] index_reader& index() noexcept { return index_; }

  // Puts the rows that have a key into `rows`, ascending, but no more than `limit`; false where
  // there are more.
  bool rows_with(shelf where, std::string_view key, std::size_t limit,
                 std::vector<std::uint32_t>& rows);

  // False where there is no such row, or no passage has the statement.
  bool statement(std::int64_t row, found_statement& out);
  bool review(std::int64_t row, found_review& out);
  // The row of the document that a statement stands in, for less than all of it; 0: none.
  [[nodiscard]] std::int64_t document_of(std::int64_t statement);
  bool document(std::int64_t row, found_document& out);

  // The languages of the documents, each once; empty: documents of no known language.
  [[nodiscard]] std::vector<std::string> languages();

 private:
  database db_;
  query begin_, end_, version_;
  query statement_, passage_, review_, document_;
  index_reader index_;
  std::uint32_t statements_ = 0, reviews_ = 0;
  bool indexed_ = true;
  bool reading_ = false;
  std::int64_t seen_version_ = -1;  // of the file, as SQLite counts
};

}  // namespace quoth::record
