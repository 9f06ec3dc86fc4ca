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
  hash INTEGER NOT NULL
);

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

CREATE TABLE statements (
  statement INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents,
  number INTEGER NOT NULL,
  name INTEGER REFERENCES names,
  turn INTEGER,
  form INTEGER NOT NULL, status INTEGER NOT NULL, hand INTEGER NOT NULL,
  via TEXT,
  begin INTEGER NOT NULL, "end" INTEGER NOT NULL,
  text TEXT NOT NULL
);

CREATE TABLE reviews (
  review INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents,
  claim TEXT NOT NULL,
  claimant TEXT, rating TEXT, url TEXT, date TEXT, title TEXT, subtitle TEXT
);
CREATE INDEX reviews_of_document ON reviews (document);

CREATE VIRTUAL TABLE statement_index
  USING fts5(keys, content='', detail=none, tokenize="ascii tokenchars '.'");
CREATE VIRTUAL TABLE review_index
  USING fts5(keys, content='', detail=none, tokenize="ascii tokenchars '.'");

CREATE TABLE sequences (block INTEGER PRIMARY KEY, entries BLOB NOT NULL);

CREATE VIEW said AS
  SELECT d.id || '#s' || s.number AS id, p.name AS speaker, n.text AS name, s.text AS text,
         d.date AS date, d.outlet AS outlet, d.url AS url, d.title AS title,
         CASE s.form WHEN 0 THEN 'direct' WHEN 1 THEN 'mixed' WHEN 2 THEN 'indirect'
                     ELSE 'turn' END AS form,
         CASE s.status WHEN 0 THEN 'asserted' WHEN 1 THEN 'alleged' ELSE 'denied' END AS status,
         CASE s.hand WHEN 0 THEN 'first' WHEN 1 THEN 'second' ELSE 'denial' END AS hand,
         s.via AS via, s.begin AS begin, s."end" AS "end"
  FROM statements s JOIN documents d USING (document)
  LEFT JOIN names n USING (name) LEFT JOIN speakers p USING (speaker);
)sql";

[[noreturn]] void refuse(const database& db, const std::string& reason) {
  throw failure(fault::unusable, "record '" + db.path().string() + "' " + reason);
}

void check_version(database& db) {
  const std::int64_t version = db.number("PRAGMA user_version");
  if (version == schema_version) return;
  refuse(db, "has schema version " + std::to_string(version) + ", this program reads version " +
                 std::to_string(schema_version) +
                 ": build it again with 'quoth record build', or use the program that made it");
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
  db.run("PRAGMA page_size = 8192");
  db.run("BEGIN IMMEDIATE");
  db.run(tables);
  db.run("INSERT INTO meta VALUES ('made-by', 'quoth.record-writer'), ('keys-version', '" +
         std::to_string(keys_version) + "')");
  db.run("PRAGMA application_id = " + std::to_string(application_id));
  db.run("PRAGMA user_version = " + std::to_string(schema_version));
  db.run("COMMIT");
}

void check(database& db) {
  if (db.number("PRAGMA application_id") != application_id) {
    refuse(db,
           "is not a record: it is the SQLite database of another program. Name another file, or "
           "build one with 'quoth record build'");
  }
  check_version(db);
}

}  // namespace quoth::record
