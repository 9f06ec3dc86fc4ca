#include "aliases.hpp"

#include <simdjson.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <optional>
#include <record/catalogue.hpp>
#include <record/database.hpp>
#include <record/merge.hpp>
#include <record/schema.hpp>
#include <record/store.hpp>
#include <set>
#include <string_view>
#include <text/fold.hpp>
#include <vector>

#include "called_speaker.hpp"
#include "lines.hpp"

namespace quoth::record_writing {

using record::database;
using record::query;

namespace {

// The rows of `names` that mean a speaker.
[[nodiscard]] std::set<std::int64_t> names_of_speaker(database& db, std::int64_t speaker) {
  std::set<std::int64_t> found;
  query names(db, "SELECT name FROM names WHERE speaker = ?");
  names.bind(1, speaker);
  while (names.step()) found.insert(names.integer(0));
  return found;
}

// What no other speaker is called: the name, with the role that it is given with everywhere.
[[nodiscard]] std::string designation_of(database& db, const record::known_speaker& one) {
  query role(db, "SELECT role FROM names WHERE speaker = ? AND text = ? ORDER BY role LIMIT 1");
  role.bind(1, one.row).bind(2, std::string_view(one.name));
  return record::designation(one.name, role.step() ? role.text(0) : "");
}

// Whether a name stands in a speaker's own name: King in Angus King.
[[nodiscard]] bool is_part_of(std::string_view name, std::string_view speaker) {
  const auto part = record::name_words(name);
  const auto whole = record::name_words(speaker);
  return !part.empty() &&
         std::search(whole.begin(), whole.end(), part.begin(), part.end()) != whole.end();
}

// A description would be an alias of everybody whom a document describes so.
void check_alias(const record::catalogue& speakers, const std::string& name,
                 const std::string& speaker) {
  const std::string_view rest = record::without_article(name);
  const bool has_capital = text::to_lower(rest) != rest;
  if (has_capital && is_part_of(rest, speaker)) return;
  const bool is_name = record::is_like_name(name) || record::is_like_nickname(name);
  if (is_name && !speakers.is_office(name)) return;
  throw not_there("'" + name +
                  "' is a description, which means another person in another document: an alias "
                  "is a name, or a nickname with its capitals");
}

// What the alias did: which names mean the speaker now that did not before.
[[nodiscard]] std::string show_joined(const std::filesystem::path& path,
                                      const std::set<std::int64_t>& before) {
  database db(path, record::access::read);
  query who(db, "SELECT speaker FROM names WHERE name = ?");
  who.bind(1, *before.begin()).step();
  std::string out;
  for (const std::int64_t row : names_of_speaker(db, who.integer(0))) {
    if (before.contains(row)) continue;
    query name(db, "SELECT text, role, statements FROM names WHERE name = ?");
    name.bind(1, row).step();
    append_padded(out, std::to_string(name.integer(2)), 10);
    out.append("  as ").append(name.text(0));
    if (!name.text(1).empty()) out.append(", ").append(name.text(1));
    out += '\n';
  }
  if (out.empty()) out = "            no statement was under another speaker's name\n";
  return out;
}

// Whom an alias is to mean.
struct meant_speaker {
  std::int64_t row = 0;
  std::string designation;
};

[[nodiscard]] meant_speaker find_meant(const std::filesystem::path& path, database& db,
                                       const record::catalogue& speakers, const std::string& name,
                                       const std::string& speaker) {
  const auto& one = speakers.speakers()[only_speaker_called(path, speakers, speaker)];
  check_alias(speakers, name, one.name);
  return {one.row, designation_of(db, one)};
}

struct alias_line {
  std::string name, speaker;
};

// A line as list_aliases writes it; nothing where it is none.
[[nodiscard]] std::optional<alias_line> read_line(simdjson::dom::parser& parser,
                                                  const std::string& text) {
  simdjson::dom::element line;
  std::string_view name;
  std::string_view speaker;
  if (parser.parse(text).get(line) != simdjson::SUCCESS ||
      line["name"].get(name) != simdjson::SUCCESS || name.empty() ||
      line["speaker"].get(speaker) != simdjson::SUCCESS || speaker.empty()) {
    return std::nullopt;
  }
  return alias_line{std::string(name), std::string(speaker)};
}

}  // namespace

std::string list_aliases(const std::filesystem::path& path, layout how) {
  database db(path, record::access::read);
  // Records of other versions have them too, to be carried over into one that is built again.
  record::check_kind(db);
  if (db.number("SELECT count(*) FROM sqlite_schema WHERE name = 'aliases'") == 0) {
    record::check(db);
  }
  std::string out;
  query all(db, "SELECT name, speaker FROM aliases ORDER BY speaker, name");
  while (all.step()) {
    if (how == layout::json) {
      json_line line;
      line.text("name", all.text(0));
      line.text("speaker", all.text(1));
      line.end(out);
    } else {
      out.append(all.text(0)).append(" is ").append(all.text(1)) += '\n';
    }
  }
  if (out.empty() && how == layout::text) out = "The record has no aliases.\n";
  return out;
}

std::string add_alias(const std::filesystem::path& path, const std::string& name,
                      const std::string& speaker) {
  meant_speaker meant;
  std::set<std::int64_t> before;
  {
    database db(path, record::access::read);  // a record that is not there is not made
    record::check(db);
    meant = find_meant(path, db, record::catalogue(db), name, speaker);
    before = names_of_speaker(db, meant.row);
  }
  record::store book(path);
  book.set_alias(name, meant.designation);
  book.finish();
  return name + " is " + meant.designation + '\n' + show_joined(path, before);
}

std::string import_aliases(const std::filesystem::path& path, const std::filesystem::path& file) {
  std::ifstream lines(file, std::ios::binary);
  if (!lines) throw not_there("'" + file.string() + "' cannot be opened: no alias was added");
  std::vector<alias_line> all;
  std::string problems;
  {
    database db(path, record::access::read);
    record::check(db);
    const record::catalogue speakers(db);
    simdjson::dom::parser parser;
    std::string text;
    for (std::size_t number = 1; std::getline(lines, text); ++number) {
      if (text.find_first_not_of(" \t\r") == std::string::npos) continue;
      const std::string place = file.string() + ':' + std::to_string(number) + ": ";
      const std::optional<alias_line> line = read_line(parser, text);
      if (!line) {
        problems += place + "no alias: write {\"name\":\"NAME\",\"speaker\":\"SPEAKER\"}\n";
        continue;
      }
      try {
        const meant_speaker meant = find_meant(path, db, speakers, line->name, line->speaker);
        all.push_back({line->name, meant.designation});
      } catch (const not_there& why) {
        problems += place + why.what() + '\n';
      }
    }
  }
  if (lines.bad()) throw not_there("'" + file.string() + "' cannot be read: no alias was added");
  if (!problems.empty()) {
    throw not_there(problems + "No alias was added: change these lines, or take them out");
  }
  record::store book(path);
  std::string out;
  for (const alias_line& one : all) {
    book.set_alias(one.name, one.speaker);
    out.append(one.name).append(" is ").append(one.speaker) += '\n';
  }
  book.finish();
  return out.empty() ? "The file has no aliases.\n" : out;
}

std::string remove_alias(const std::filesystem::path& path, const std::string& name) {
  (void)database(path, record::access::read);
  record::store book(path);
  if (!book.remove_alias(name)) {
    throw not_there("record '" + path.string() + "' has no alias '" + name +
                    "': 'quoth record alias' lists those that it has");
  }
  book.finish();
  return name + " is no alias any more\n";
}

}  // namespace quoth::record_writing
