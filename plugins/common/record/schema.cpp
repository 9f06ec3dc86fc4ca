#include <array>
#include <record/index.hpp>
#include <record/keys.hpp>
#include <record/schema.hpp>
#include <string>

namespace quoth::record {

namespace {

constexpr const char* tables = R"sql(
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE documents (
  document INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT, date TEXT, url TEXT, lang TEXT, author TEXT, outlet TEXT,
  first_statement INTEGER, statements INTEGER NOT NULL,
  hash INTEGER NOT NULL,
  story INTEGER
);
CREATE INDEX documents_of_story ON documents (story) WHERE story IS NOT NULL;

CREATE TABLE sketches (
  print INTEGER NOT NULL,
  story INTEGER NOT NULL,
  PRIMARY KEY (print, story)
) WITHOUT ROWID;

CREATE TABLE speakers (
  speaker INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  statements INTEGER NOT NULL, first TEXT, last TEXT
);

CREATE TABLE names (
  name INTEGER PRIMARY KEY,
  text TEXT NOT NULL,
  role TEXT NOT NULL DEFAULT '',
  speaker INTEGER REFERENCES speakers,
  statements INTEGER NOT NULL DEFAULT 0, first TEXT, last TEXT,
  UNIQUE (text, role)
);

CREATE TABLE roles (
  name INTEGER NOT NULL REFERENCES names,
  role TEXT NOT NULL,
  first TEXT, last TEXT,
  PRIMARY KEY (name, role)
) WITHOUT ROWID;

CREATE TABLE aliases (
  name TEXT PRIMARY KEY,
  speaker TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE passages (
  first INTEGER PRIMARY KEY,
  statements INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES documents,
  number INTEGER NOT NULL,
  name INTEGER REFERENCES names,
  turn INTEGER,
  form INTEGER NOT NULL, status INTEGER NOT NULL, hand INTEGER NOT NULL,
  via TEXT,
  begin INTEGER NOT NULL, "end" INTEGER NOT NULL
);

CREATE TABLE statements (
  statement INTEGER PRIMARY KEY,
  gap INTEGER NOT NULL,
  text TEXT NOT NULL
);

CREATE TABLE reviews (
  review INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents,
  claim TEXT NOT NULL,
  claimant TEXT, rating TEXT, url TEXT, date TEXT, title TEXT, subtitle TEXT
);
CREATE INDEX reviews_of_document ON reviews (document);

CREATE TABLE segments (
  segment INTEGER PRIMARY KEY,
  shelf INTEGER NOT NULL,
  first INTEGER NOT NULL, last INTEGER NOT NULL,
  first_chunk INTEGER NOT NULL, end_chunk INTEGER NOT NULL
);
CREATE TABLE words (word INTEGER PRIMARY KEY, rows BLOB NOT NULL);
CREATE TABLE postings (chunk INTEGER PRIMARY KEY, rows BLOB NOT NULL);
CREATE TABLE sequences (block INTEGER PRIMARY KEY, entries BLOB NOT NULL);
CREATE TABLE removed (
  shelf INTEGER NOT NULL,
  first INTEGER NOT NULL, last INTEGER NOT NULL,
  PRIMARY KEY (shelf, first)
) WITHOUT ROWID;

CREATE VIEW said AS
  SELECT id, speaker, name, text, date, outlet, url, title, form, status, hand, via, begin,
         CASE alone WHEN 1 THEN passage_end ELSE begin + length(CAST(text AS BLOB)) END AS "end"
  FROM (
    SELECT d.id || '#s' || (a.number + s.statement - a.first) AS id,
           p.name AS speaker, n.text AS name, s.text AS text,
           d.date AS date, d.outlet AS outlet, d.url AS url, d.title AS title,
           CASE a.form WHEN 0 THEN 'direct' WHEN 1 THEN 'mixed' WHEN 2 THEN 'indirect'
                       ELSE 'turn' END AS form,
           CASE a.status WHEN 0 THEN 'asserted' WHEN 1 THEN 'alleged' ELSE 'denied' END AS status,
           CASE a.hand WHEN 0 THEN 'first' WHEN 1 THEN 'second' ELSE 'denial' END AS hand,
           a.via AS via,
           a.begin + s.gap + 1
             + (SELECT ifnull(sum(length(CAST(e.text AS BLOB)) + e.gap + 1), 0) FROM statements e
                WHERE e.statement >= a.first AND e.statement < s.statement) AS begin,
           a.statements = 1 AS alone, a."end" AS passage_end
    FROM passages a
    JOIN statements s ON s.statement BETWEEN a.first AND a.first + a.statements - 1
    JOIN documents d USING (document)
    LEFT JOIN names n USING (name) LEFT JOIN speakers p USING (speaker)
  );
)sql";

// What the index is of. Triggers note that another program changed it.
struct indexed_table {
  std::string name, columns;
};
const std::array<indexed_table, 3> indexed_tables{{{"statements", "text"},
                                                   {"passages", "first, statements, document"},
                                                   {"reviews", "claim, title, subtitle"}}};

void make_triggers(database& db) {
  for (const auto& [table, columns] : indexed_tables) {
    for (const auto& [name, change] : {std::pair("_changed", "UPDATE OF " + columns),
                                       std::pair("_deleted", std::string("DELETE"))}) {
      db.run("CREATE TRIGGER " + table + name + " AFTER " + change + " ON " + table +
             " BEGIN UPDATE meta SET value = 'changed' WHERE key = 'index'; END");
    }
  }
}

// Whose index this program can read.
[[nodiscard]] std::string own_index() {
  return "keys " + std::to_string(keys_version) + ", layout " + std::to_string(layout_version);
}

[[nodiscard]] std::string meta(database& db, std::string_view key) {
  query stated(db, "SELECT value FROM meta WHERE key = ?");
  stated.bind(1, key);
  return stated.step() ? std::string(stated.text(0)) : std::string();
}

[[noreturn]] void refuse(const database& db, const std::string& reason) {
  throw failure(fault::unusable, "record '" + db.path().string() + "' " + reason);
}

void check_version(database& db) {
  const std::int64_t version = db.number("PRAGMA user_version");
  if (version == schema_version) return;
  refuse(db,
         "has schema version " + std::to_string(version) + ", this program reads version " +
             std::to_string(schema_version) +
             ": rename the file and build the record again with 'quoth record build', or use the "
             "program that made it. 'quoth record alias --help' says how its aliases are carried "
             "over");
}

}  // namespace

void prepare_for_writing(database& db) {
  if (db.number("PRAGMA application_id") == application_id) {
    check_version(db);
    return;
  }
  if (db.number("SELECT count(*) FROM sqlite_schema") != 0) {
    refuse(db,
           "is not a record: it is the SQLite database of another program, and was left alone. "
           "Name another file");
  }
  db.run("PRAGMA page_size = 16384; PRAGMA auto_vacuum = INCREMENTAL");
  db.run("BEGIN IMMEDIATE");
  db.run(tables);
  make_triggers(db);
  db.run("INSERT INTO meta VALUES ('made-by', 'quoth.record-writer')");
  set_indexed(db, 1, 1);
  db.run("PRAGMA application_id = " + std::to_string(application_id));
  db.run("PRAGMA user_version = " + std::to_string(schema_version));
  db.run("COMMIT");
}

bool is_indexed(database& db) {
  if (meta(db, "index") != "whole" || meta(db, "index-version") != own_index()) return false;
  return db.number("SELECT max(statement) FROM statements") < next_row(db, "next-statement") &&
         db.number("SELECT max(review) FROM reviews") < next_row(db, "next-review");
}

void check_index(database& db) {
  if (meta(db, "index-version") == own_index()) return;
  refuse(db,
         "has an index of another version of this program: run 'quoth record build' with it and "
         "any input, which makes the index again");
}

void set_indexed(database& db, std::int64_t next_statement, std::int64_t next_review) {
  query set(db, "INSERT OR REPLACE INTO meta VALUES (?, ?)");
  const std::string version = own_index();
  set.bind(1, std::string_view("index")).bind(2, std::string_view("whole")).run();
  set.bind(1, std::string_view("index-version")).bind(2, std::string_view(version)).run();
  set.bind(1, std::string_view("next-statement")).bind(2, next_statement).run();
  set.bind(1, std::string_view("next-review")).bind(2, next_review).run();
}

std::int64_t next_row(database& db, const char* which) {
  query stated(db, "SELECT CAST(value AS INTEGER) FROM meta WHERE key = ?");
  stated.bind(1, std::string_view(which));
  return stated.step() ? stated.integer(0) : 1;
}

void check_kind(database& db) {
  if (db.number("PRAGMA application_id") == application_id) return;
  if (db.number("SELECT count(*) FROM sqlite_schema") == 0) {
    refuse(db, "is an empty file: fill it with 'quoth record build', or name another");
  }
  refuse(db,
         "is not a record: it is the SQLite database of another program. Name another file, or "
         "build one with 'quoth record build'");
}

void check(database& db) {
  check_kind(db);
  check_version(db);
}

}  // namespace quoth::record
