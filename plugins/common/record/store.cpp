#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <record/merge.hpp>
#include <record/schema.hpp>
#include <record/store.hpp>
#include <record/stories.hpp>

namespace quoth::record {

namespace {

// Bytes of entries after which the store commits by itself, so that the write-ahead log and what
// readers have to look through stay small.
constexpr std::size_t commit_after = std::size_t{192} << 20;

// Statements of a passage at most: to find where one stands, those before it in its passage are
// gone through.
constexpr std::size_t longest_passage = 256;

// The path of a record to be written, its folder made. Where that fails, opening the record says
// so.
const std::filesystem::path& with_folder(const std::filesystem::path& path) {
  std::error_code unmade;
  if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path(), unmade);
  return path;
}

}  // namespace

struct store::queries {
  explicit queries(database& db)
      : find_document(db, "SELECT document, hash FROM documents WHERE id = ?"),
        add_document(db, "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        add_passage(db, "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        add_statement(db, "INSERT INTO statements VALUES (?, ?, ?)"),
        add_review(db, "INSERT INTO reviews VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        add_name(db, "INSERT INTO names (text, role) VALUES (?, ?)"),
        add_role(db,
                 "INSERT INTO roles VALUES (?1, ?2, ?3, ?3) ON CONFLICT DO UPDATE SET "
                 "first = min(ifnull(first, ?3), ifnull(?3, first)), "
                 "last = max(ifnull(last, ?3), ifnull(?3, last))"),
        stories(db) {}

  query find_document, add_document, add_passage, add_statement, add_review, add_name, add_role;
  story_finder stories;
};

store::store(const std::filesystem::path& path, std::chrono::milliseconds wait)
    : db_(with_folder(path), access::write, wait) {
  db_.run("PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY");
  prepare_for_writing(db_);
  db_.run("PRAGMA journal_mode = WAL");
  begin();  // takes the writer's place at once: a second writer is told here
  queries_ = std::make_unique<queries>(db_);
  read_names();
  next_statement_ = std::max(next_row(db_, "next-statement"),
                             db_.number("SELECT max(statement) FROM statements") + 1);
  next_review_ =
      std::max(next_row(db_, "next-review"), db_.number("SELECT max(review) FROM reviews") + 1);
  if (!is_indexed(db_)) index_again();
}

void store::read_names() {
  names_.clear();
  query names(db_, "SELECT text, role, name FROM names");
  while (names.step()) {
    names_.emplace(std::pair(std::string(names.text(0)), std::string(names.text(1))),
                   names.integer(2));
  }
}

store::~store() {
  queries_.reset();
  if (!in_transaction_) return;
  try {
    db_.run("ROLLBACK");
  } catch (const failure&) {  // closing the file drops the transaction as well
  }
}

void store::begin() {
  if (in_transaction_) return;
  db_.run("BEGIN IMMEDIATE");
  in_transaction_ = true;
}

void store::add(std::string_view entry_bytes) {
  const entry made = parse_entry(entry_bytes);
  const auto hash = static_cast<std::int64_t>(XXH3_64bits(entry_bytes.data(), entry_bytes.size()));
  begin();
  query& find = queries_->find_document;
  find.bind(1, made.document.id);
  std::int64_t old = 0;
  bool same = false;
  if (find.step()) {
    old = find.integer(0);
    same = find.integer(1) == hash;
  }
  find.reset();
  if (same) {
    ++counts_.skipped;
    return;
  }
  if (old != 0) remove(old);
  insert(made, hash);
  ++(old != 0 ? counts_.replaced : counts_.added);
  uncommitted_ += entry_bytes.size();
  if (uncommitted_ > commit_after) commit();
}

bool store::remove_document(std::string_view id) {
  begin();
  query& find = queries_->find_document;
  find.bind(1, id);
  const std::int64_t document = find.step() ? find.integer(0) : 0;
  find.reset();
  if (document == 0) return false;
  remove(document);
  ++counts_.removed;
  return true;
}

void store::remove(std::int64_t document) {
  query rows(db_,
             "SELECT first_statement, first_statement + statements - 1, "
             "(SELECT min(review) FROM reviews WHERE document = ?1), "
             "(SELECT max(review) FROM reviews WHERE document = ?1) "
             "FROM documents WHERE document = ?1");
  rows.bind(1, document);
  if (!rows.step()) return;
  const std::int64_t first = rows.integer(0);
  const std::int64_t last = rows.integer(1);
  index_.remove(shelf::statements, static_cast<std::uint32_t>(first),
                static_cast<std::uint32_t>(last));
  if (!rows.is_null(2)) {
    index_.remove(shelf::reviews, static_cast<std::uint32_t>(rows.integer(2)),
                  static_cast<std::uint32_t>(rows.integer(3)));
  }
  query(db_, "DELETE FROM statements WHERE statement BETWEEN ? AND ?")
      .bind(1, first)
      .bind(2, last)
      .run();
  query(db_, "DELETE FROM passages WHERE first BETWEEN ? AND ?").bind(1, first).bind(2, last).run();
  query(db_, "DELETE FROM reviews WHERE document = ?").bind(1, document).run();
  query(db_, "DELETE FROM documents WHERE document = ?").bind(1, document).run();
  removed_some_ = true;
}

void store::insert(const entry& made, std::int64_t hash) {
  const document_entry& d = made.document;
  here_.clear();
  query& add = queries_->add_document;
  add.bind_null(1).bind(2, d.id);
  int at = 3;
  for (const std::string_view text : {d.title, d.date, d.url, d.lang, d.author, d.outlet}) {
    add.bind_text_or_null(at++, text);
  }
  add.bind(9, next_statement_).bind(10, static_cast<std::int64_t>(made.statements.size()));
  add.bind(11, hash).bind_null(12);
  if (const std::int64_t story = queries_->stories.find(made, next_statement_); story != 0) {
    add.bind(12, story);
  }
  add.run();
  const std::int64_t document = db_.last_row();
  insert_statements(made, document);
  insert_reviews(made, document);
  insert_roles(made);
}

namespace {

// Whether two neighbouring statements belong to one passage: one turn or quotation of one speaker,
// each with the text that stands in the document.
[[nodiscard]] bool is_one_passage(const statement_entry& a, const statement_entry& b) noexcept {
  const auto is_verbatim = [](const statement_entry& one) {
    return one.end - one.begin == one.text.size();
  };
  return a.speaker == b.speaker && a.role == b.role && a.turn == b.turn && a.form == b.form &&
         a.status == b.status && a.hand == b.hand && a.via == b.via && is_verbatim(a) &&
         is_verbatim(b);
}

}  // namespace

void store::insert_statements(const entry& made, std::int64_t document) {
  const auto& all = made.statements;
  for (std::size_t first = 0; first < all.size();) {
    std::size_t end = first + 1;
    const std::size_t most = std::min(all.size(), first + longest_passage);
    while (end < most && is_one_passage(all[first], all[end])) ++end;
    insert_passage(made, first, end, document);
    first = end;
  }
  counts_.statements += all.size();
}

// Statements [first, end) of the entry.
void store::insert_passage(const entry& made, std::size_t first, std::size_t end,
                           std::int64_t document) {
  const statement_entry& head = made.statements[first];
  const auto size = static_cast<std::int64_t>(end - first);
  query& add = queries_->add_passage;
  add.bind(1, next_statement_).bind(2, size).bind(3, document);
  add.bind(4, static_cast<std::int64_t>(first + 1)).bind_null(5).bind_null(6);
  if (!head.speaker.empty()) {
    const std::int64_t name = name_of(head.speaker, head.role);
    add.bind(5, name);
    count_statements(name, size, made.document.date);
  }
  if (head.turn != no_turn) add.bind(6, std::int64_t{head.turn});
  add.bind(7, static_cast<std::int64_t>(head.form)).bind(8, static_cast<std::int64_t>(head.status));
  add.bind(9, static_cast<std::int64_t>(head.hand)).bind_text_or_null(10, head.via);
  add.bind(11, std::int64_t{head.begin}).bind(12, std::int64_t{made.statements[end - 1].end}).run();
  std::int64_t before = head.begin;
  for (std::size_t i = first; i < end; ++i) {
    const statement_entry& s = made.statements[i];
    const auto row = static_cast<std::uint32_t>(next_statement_);
    queries_->add_statement.bind(1, next_statement_++)
        .bind(2, s.begin - before - 1)
        .bind(3, s.text)
        .run();
    before = s.end;
    for (std::size_t k = 0; k < s.keys.size(); ++k) {
      index_.add_word(shelf::statements, s.keys[k], row);
    }
    for (std::size_t k = 0; k < s.sequences.size(); ++k) index_.add_sequence(s.sequences[k], row);
  }
}

void store::insert_reviews(const entry& made, std::int64_t document) {
  for (const review_entry& r : made.reviews) {
    const auto row = static_cast<std::uint32_t>(next_review_);
    query& add = queries_->add_review;
    add.bind(1, next_review_++).bind(2, document).bind(3, r.claim);
    int at = 4;
    for (const std::string_view text : {r.claimant, r.rating, r.url, r.date, r.title, r.subtitle}) {
      add.bind_text_or_null(at++, text);
    }
    add.run();
    for (std::size_t k = 0; k < r.keys.size(); ++k) {
      index_.add_word(shelf::reviews, r.keys[k], row);
    }
    ++counts_.reviews;
  }
}

// Makes anew from the texts what is found by their keys.
void store::index_again() {
  index_.clear();
  indexed_again_ = true;
  key_maker keys;
  std::vector<std::uint64_t> words;
  std::vector<std::uint32_t> sequences;
  std::size_t unwritten = 0;  // bytes
  const auto add = [&](shelf where, std::int64_t row, std::string_view text,
                       std::string_view lang) {
    words.clear();
    keys.index_words(text, lang, words);
    for (const std::uint64_t word : words) {
      index_.add_word(where, word, static_cast<std::uint32_t>(row));
    }
    if (where == shelf::statements) {
      sequences.clear();
      keys.index_sequences(sequences);
      for (const std::uint32_t one : sequences) {
        index_.add_sequence(one, static_cast<std::uint32_t>(row));
      }
    }
    unwritten += text.size();
    if (unwritten > commit_after / 2) {
      index_.flush();
      index_.merge_some();
      unwritten = 0;
    }
  };
  query statements(db_,
                   "SELECT statement, text, ifnull(lang, '') FROM passages JOIN statements "
                   "ON statement BETWEEN first AND first + passages.statements - 1 "
                   "JOIN documents USING (document) ORDER BY statement");
  std::int64_t last = 0;
  while (statements.step()) {
    const std::int64_t row = statements.integer(0);
    if (row <= last) continue;  // another program made two passages have it
    last = row;
    add(shelf::statements, row, statements.text(1), statements.text(2));
  }
  query reviews(db_,
                "SELECT review, claim, reviews.title, subtitle, ifnull(lang, '') FROM reviews JOIN "
                "documents USING (document) ORDER BY review");
  while (reviews.step()) {
    add(shelf::reviews, reviews.integer(0),
        review_text(reviews.text(1), reviews.text(2), reviews.text(3)), reviews.text(4));
  }
  queries_->stories.sketch_again();
}

void store::insert_roles(const entry& made) {
  for (const role_entry& r : made.roles) {
    const std::int64_t name = name_of(r.name, r.role);
    queries_->add_role.bind(1, name).bind(2, r.role).bind_text_or_null(3, made.document.date).run();
    names_changed_ = true;
  }
}

// The row of a name, made where there is none.
std::int64_t store::name_of(std::string_view text, std::string_view role) {
  if (text.find(' ') != std::string_view::npos) role = {};
  for (const used_name& one : here_) {
    if (one.text == text && one.role == role) return one.name;
  }
  auto key = std::pair(std::string(text), std::string(role));
  auto known = names_.find(key);
  if (known == names_.end()) {
    queries_->add_name.bind(1, text).bind(2, role).run();
    names_changed_ = true;
    known = names_.emplace(std::move(key), db_.last_row()).first;
  }
  here_.push_back({text, role, known->second});
  return known->second;
}

void store::count_statements(std::int64_t name, std::int64_t count, std::string_view date) {
  name_counts& one = fresh_[name];
  one.statements += count;
  if (date.empty()) return;
  if (one.first.empty() || date < one.first) one.first = date;
  if (one.last < date) one.last = date;
}

void store::write_counts() {
  query add(db_,
            "UPDATE names SET statements = statements + ?2, "
            "first = CASE WHEN first IS NULL OR first > ?3 THEN ifnull(?3, first) ELSE first END, "
            "last = CASE WHEN last IS NULL OR last < ?4 THEN ifnull(?4, last) ELSE last END "
            "WHERE name = ?1");
  for (const auto& [name, one] : fresh_) {
    add.bind(1, name).bind(2, one.statements);
    add.bind_text_or_null(3, one.first).bind_text_or_null(4, one.last).run();
  }
  fresh_.clear();
}

// Counts from the statements themselves, after some were taken out.
void store::recount() {
  db_.run("UPDATE names SET statements = 0, first = NULL, last = NULL");
  db_.run(
      "UPDATE names SET statements = c.n, first = c.first, last = c.last FROM "
      "(SELECT name, sum(passages.statements) AS n, min(date) AS first, max(date) AS last "
      " FROM passages JOIN documents USING (document) WHERE name IS NOT NULL GROUP BY name) c "
      "WHERE names.name = c.name");
  // A name that nothing gives any more must not stand beside those that are merged.
  db_.run(
      "DELETE FROM names WHERE statements = 0 AND name NOT IN (SELECT name FROM roles) "
      "AND name NOT IN (SELECT name FROM passages WHERE name IS NOT NULL)");
  if (db_.number("SELECT changes()") > 0) {
    read_names();
    names_changed_ = true;
  }
  queries_->stories.forget_removed();
  fresh_.clear();
  removed_some_ = false;
}

void store::merge_speakers() {
  std::vector<said_name> names;
  std::vector<std::int64_t> rows;
  std::map<std::int64_t, std::size_t> places;
  query all(db_, "SELECT name, text, role, statements, first, last FROM names ORDER BY text, role");
  while (all.step()) {
    places[all.integer(0)] = names.size();
    rows.push_back(all.integer(0));
    names.push_back({std::string(all.text(1)),
                     std::string(all.text(2)),
                     {},
                     all.integer(3),
                     std::string(all.text(4)),
                     std::string(all.text(5))});
  }
  query roles(db_, "SELECT name, role, first, last FROM roles");
  while (roles.step()) {
    const auto place = places.find(roles.integer(0));
    if (place == places.end()) db_.fail_damaged("a role is of a name that is not there");
    names[place->second].roles.push_back(
        {std::string(roles.text(1)), std::string(roles.text(2)), std::string(roles.text(3))});
  }
  std::vector<alias> aliases;
  query known(db_, "SELECT name, speaker FROM aliases ORDER BY name");
  while (known.step()) {
    aliases.push_back({std::string(known.text(0)), std::string(known.text(1))});
  }
  const merged_speakers merged = merge_names(names, aliases);
  db_.run("UPDATE names SET speaker = NULL; DELETE FROM speakers");
  query add(db_, "INSERT INTO speakers VALUES (?, ?, 0, NULL, NULL)");
  for (std::size_t i = 0; i < merged.names.size(); ++i) {
    add.bind(1, static_cast<std::int64_t>(i + 1)).bind(2, std::string_view(merged.names[i])).run();
  }
  query point(db_, "UPDATE names SET speaker = ?2 WHERE name = ?1");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    point.bind(1, rows[i]).bind(2, std::int64_t{merged.speaker_of[i]} + 1).run();
  }
  names_changed_ = false;
}

void store::set_alias(std::string_view name, std::string_view speaker) {
  begin();
  for (const std::string& other : aliases_like(name)) {
    query(db_, "DELETE FROM aliases WHERE name = ?").bind(1, std::string_view(other)).run();
  }
  query add(db_, "INSERT OR REPLACE INTO aliases VALUES (?, ?)");
  add.bind(1, name).bind(2, speaker).run();
  names_changed_ = true;
}

bool store::remove_alias(std::string_view name) {
  begin();
  const std::vector<std::string> there = aliases_like(name);
  for (const std::string& one : there) {
    query(db_, "DELETE FROM aliases WHERE name = ?").bind(1, std::string_view(one)).run();
  }
  names_changed_ |= !there.empty();
  return !there.empty();
}

// The aliases that are of this name, however it is written.
std::vector<std::string> store::aliases_like(std::string_view name) {
  const std::string key = alias_key(name);
  std::vector<std::string> found;
  query all(db_, "SELECT name FROM aliases ORDER BY name");
  while (all.step()) {
    if (alias_key(all.text(0)) == key) found.emplace_back(all.text(0));
  }
  return found;
}

void store::commit() {
  if (!in_transaction_) return;
  const bool counts_changed = names_changed_ || removed_some_ || !fresh_.empty();
  if (removed_some_) {
    recount();
  } else {
    write_counts();
  }
  if (names_changed_) merge_speakers();
  if (counts_changed) {
    db_.run(
        "UPDATE speakers SET statements = c.n, first = c.first, last = c.last FROM "
        "(SELECT speaker, sum(statements) AS n, min(first) AS first, max(last) AS last "
        " FROM names GROUP BY speaker) c WHERE speakers.speaker = c.speaker");
  }
  index_.flush();
  index_.merge_some();
  set_indexed(db_, next_statement_, next_review_);
  db_.run("COMMIT");
  in_transaction_ = false;
  uncommitted_ = 0;
}

void store::finish() {
  begin();
  index_.flush();
  index_.merge();
  commit();
  queries_.reset();
  try {
    db_.run("PRAGMA incremental_vacuum");
    db_.run("PRAGMA wal_checkpoint(TRUNCATE)");
    db_.run("PRAGMA journal_mode = DELETE");
  } catch (const failure& why) {
    if (why.kind() != fault::busy) throw;  // someone reads: the last to close the file does it
  }
}

}  // namespace quoth::record
