#include "listing.hpp"

#include <algorithm>
#include <charconv>
#include <record/catalogue.hpp>
#include <record/keys.hpp>
#include <record/lookup.hpp>
#include <record/schema.hpp>
#include <record/store.hpp>
#include <set>
#include <text/fold.hpp>
#include <utility>

#include "called_speaker.hpp"
#include "lines.hpp"

namespace quoth::record_writing {

namespace {

using record::database;
using record::query;

[[nodiscard]] std::string period(std::string_view first, std::string_view last) {
  if (first.empty()) return {};
  return first == last ? std::string(first) : std::string(first) + " to " + std::string(last);
}

struct totals {
  std::int64_t documents = 0, statements = 0, second_hand = 0, denials = 0, reviews = 0,
               unknown = 0;
  std::string first, last;
};

[[nodiscard]] totals count(database& db) {
  totals made;
  query documents(db, "SELECT count(*), min(date), max(date) FROM documents");
  if (documents.step()) {
    made.documents = documents.integer(0);
    made.first = documents.text(1);
    made.last = documents.text(2);
  }
  query statements(db,
                   "SELECT sum(statements), sum(statements * (hand = 1)), "
                   "sum(statements * (hand = 2)), sum(statements * (name IS NULL)) FROM passages");
  if (statements.step()) {
    made.statements = statements.integer(0);
    made.second_hand = statements.integer(1);
    made.denials = statements.integer(2);
    made.unknown = statements.integer(3);
  }
  made.reviews = db.number("SELECT count(*) FROM reviews");
  return made;
}

[[nodiscard]] std::string show_contents(const std::filesystem::path& path, const totals& all,
                                        const std::vector<record::known_speaker>& speakers) {
  std::string out = "record      " + path.string() + '\n';
  out += "documents   " + std::to_string(all.documents);
  if (!all.first.empty()) out += ", " + period(all.first, all.last);
  out += "\nstatements  " + std::to_string(all.statements) + ", of them " +
         std::to_string(all.second_hand) + " second-hand, " + counted(all.denials, "denial") +
         ", " + std::to_string(all.unknown) + " by unknown speakers\n";
  out += "reviews     " + std::to_string(all.reviews) + '\n';
  out += "speakers    " + std::to_string(speakers.size()) + '\n';
  for (const record::known_speaker& one : speakers) {
    append_padded(out, std::to_string(one.statements), 10);
    out += "  " + one.name;
    if (!one.first.empty()) out += "  (" + period(one.first, one.last) + ')';
    out += '\n';
  }
  return out;
}

[[nodiscard]] std::string show_contents_json(const totals& all,
                                             const std::vector<record::known_speaker>& speakers) {
  std::string out;
  json_line head;
  head.number("documents", all.documents);
  head.text("from", all.first);
  head.text("to", all.last);
  head.number("statements", all.statements);
  head.number("second_hand", all.second_hand);
  head.number("denials", all.denials);
  head.number("unknown_speaker", all.unknown);
  head.number("reviews", all.reviews);
  head.number("speakers", static_cast<std::int64_t>(speakers.size()));
  head.end(out);
  for (const record::known_speaker& one : speakers) {
    json_line line;
    line.text("speaker", one.name);
    line.number("statements", one.statements);
    line.text("from", one.first);
    line.text("to", one.last);
    line.end(out);
  }
  return out;
}

// One search at work.
class finder {
 public:
  finder(const std::filesystem::path& path, const search& wanted)
      : path_(path), wanted_(wanted), speakers_(path), book_(path) {
    for (const std::string& lang : book_.languages()) keys_.insert(keys_in(lang));
    for (const std::string& words : wanted.words) {
      if (words.find(' ') != std::string::npos) phrases_.push_back(text::match_key(words));
    }
    if (!wanted.speaker.empty()) speaker_ = speaker_called(path, speakers_, wanted.speaker);
  }

  [[nodiscard]] const record::lookup& book() const noexcept { return book_; }

  [[nodiscard]] std::string run(layout how) {
    std::string out;
    find_statements();
    if (wanted_.speaker.empty()) find_reviews();
    std::ranges::stable_sort(found_, [](const hit& a, const hit& b) { return a.date > b.date; });
    const std::size_t shown = std::min(found_.size(), wanted_.most);
    for (std::size_t i = 0; i < shown; ++i) show(found_[i], how, out);
    if (how == layout::json) return out;
    if (found_.empty()) return nothing_found();
    if (shown < found_.size()) {
      out += "… and " + std::to_string(found_.size() - shown) + " more: add words or a date.\n";
    }
    return out;
  }

 private:
  [[nodiscard]] std::string nothing_found() const {
    const bool in_days = !wanted_.from.empty() || !wanted_.to.empty();
    const std::string where =
        in_days ? "The record, in the days asked for, has " : "The record has ";
    if (!wanted_.speaker.empty() && wanted_.words.empty())
      return where + "no statement of this speaker.\n";
    if (wanted_.words.empty()) return where + "no statement and no fact-check.\n";
    return in_days ? where + "nothing with all of these words.\n"
                   : "Nothing in the record has all of these words.\n";
  }

  struct hit {
    std::string id, date, who, text, outlet, via;
    bool review = false;
  };

  // The keys of all words in a document of a language.
  [[nodiscard]] std::vector<std::string> keys_in(std::string_view lang) {
    std::vector<std::string> found;
    record::key_maker maker;
    record::word_list words;
    for (const std::string& text : wanted_.words) {
      words.split(text, lang);
      for (const record::word& one : words.all()) {
        found.emplace_back(maker.word_key(words, one, lang).text);
      }
    }
    return found;
  }

  // The rows with all of the words, as a document in any of the record's languages has them.
  [[nodiscard]] std::vector<std::uint32_t> rows(record::shelf where) {
    std::vector<std::uint32_t> any;
    std::vector<std::uint32_t> both;
    for (const std::vector<std::string>& keys : keys_) {
      const std::vector<std::uint32_t> some = rows(where, keys);
      both.clear();
      std::ranges::set_union(any, some, std::back_inserter(both));
      any.swap(both);
    }
    return any;
  }

  [[nodiscard]] std::vector<std::uint32_t> rows(record::shelf where,
                                                const std::vector<std::string>& keys) {
    std::vector<std::uint32_t> all;
    std::vector<std::uint32_t> some;
    std::vector<std::uint32_t> both;
    for (std::size_t i = 0; i < keys.size(); ++i) {
      book_.rows_with(where, keys[i], book_.size(where), some);
      if (i == 0) {
        all.swap(some);
      } else {
        both.clear();
        std::ranges::set_intersection(all, some, std::back_inserter(both));
        all.swap(both);
      }
    }
    return all;
  }

  // All rows, or all that the speaker said, in the days asked for.
  [[nodiscard]] std::vector<std::uint32_t> all_statements() const {
    std::vector<std::uint32_t> all;
    database db(path_, record::access::read);
    query passages(db,
                   "SELECT a.first, a.statements FROM passages a JOIN documents d USING (document) "
                   "LEFT JOIN names n USING (name) "
                   "WHERE (?1 = 0 OR n.speaker = ?1) AND (?2 = '' OR d.date >= ?2) "
                   "AND (?3 = '' OR substr(d.date, 1, length(?3)) <= ?3) ORDER BY a.first");
    const bool of_one = speaker_ != record::no_speaker;
    passages.bind(1, of_one ? speakers_.speakers()[speaker_].row : 0);
    passages.bind(2, wanted_.from).bind(3, wanted_.to);
    while (passages.step()) {
      for (std::int64_t i = 0; i < passages.integer(1); ++i)
        all.push_back(static_cast<std::uint32_t>(passages.integer(0) + i));
    }
    return all;
  }

  [[nodiscard]] std::vector<std::uint32_t> all_reviews() const {
    std::vector<std::uint32_t> all;
    database db(path_, record::access::read);
    query reviews(db, "SELECT review FROM reviews ORDER BY review");
    while (reviews.step()) all.push_back(static_cast<std::uint32_t>(reviews.integer(0)));
    return all;
  }

  [[nodiscard]] bool has_phrases(std::string_view text) const {
    if (phrases_.empty()) return true;
    const std::string key = text::match_key(text);
    return std::ranges::all_of(
        phrases_, [&](const std::string& phrase) { return key.find(phrase) != std::string::npos; });
  }

  [[nodiscard]] bool is_in_time(std::string_view date) const {
    if (date.empty()) return wanted_.from.empty() && wanted_.to.empty();
    if (!wanted_.from.empty() && date < wanted_.from) return false;
    return wanted_.to.empty() || date.substr(0, wanted_.to.size()) <= wanted_.to;
  }

  void find_statements() {
    record::found_statement one;
    record::found_document from;
    for (const std::uint32_t row :
         wanted_.words.empty() ? all_statements() : rows(record::shelf::statements)) {
      if (!book_.statement(row, one)) continue;
      const std::uint32_t who = speakers_.speaker_of(one.name);
      if (speaker_ != record::no_speaker && who != speaker_) continue;
      if (!has_phrases(one.text) || !book_.document(one.document, from)) continue;
      if (!is_in_time(from.date)) continue;
      found_.push_back({from.id + "#s" + std::to_string(one.number), from.date,
                        who == record::no_speaker ? "" : speakers_.speakers()[who].name, one.text,
                        from.outlet, one.via});
    }
  }

  void find_reviews() {
    record::found_review one;
    record::found_document from;
    for (const std::uint32_t row :
         wanted_.words.empty() ? all_reviews() : rows(record::shelf::reviews)) {
      if (!book_.review(row, one) || !book_.document(one.document, from)) continue;
      const std::string text = one.claim + '\n' + one.title + '\n' + one.subtitle;
      if (!has_phrases(text) || !is_in_time(one.date)) continue;
      found_.push_back({from.id + "#r1", one.date, one.claimant,
                        one.claim + (one.rating.empty() ? "" : " – " + one.rating), from.outlet, "",
                        true});
    }
  }

  static void show(const hit& one, layout how, std::string& out) {
    if (how == layout::json) {
      json_line line;
      line.text("id", one.id);
      line.text("kind", one.review ? "review" : "statement");
      line.text("date", one.date);
      line.text("speaker", one.who);
      line.text("text", one.text);
      line.text("outlet", one.outlet);
      line.text("via", one.via);
      line.end(out);
      return;
    }
    out += one.date.empty() ? "no date   " : one.date;
    out += "  ";
    out += one.review ? "fact-check" : one.who.empty() ? "unknown speaker" : one.who;
    if (!one.via.empty()) out += ", via " + one.via;
    out += "  [" + one.id + "]\n  " + one.text + '\n';
  }

  const std::filesystem::path& path_;
  const search& wanted_;
  record::catalogue speakers_;
  record::lookup book_;
  std::set<std::vector<std::string>> keys_;  // of the words: different languages, different keys
  std::vector<std::string> phrases_;         // match keys
  std::uint32_t speaker_ = record::no_speaker;
  std::vector<hit> found_;
};

}  // namespace

std::string counted(std::int64_t count, std::string_view thing) {
  return (std::to_string(count) + ' ').append(thing).append(count == 1 ? "" : "s");
}

std::string list_contents(const std::filesystem::path& path, layout how) {
  database db(path, record::access::read);
  record::check(db);
  const totals all = count(db);
  std::vector<record::known_speaker> speakers = record::catalogue(db).speakers();
  std::erase_if(speakers, [](const auto& one) { return one.statements == 0; });
  std::ranges::stable_sort(
      speakers, [](const auto& a, const auto& b) { return a.statements > b.statements; });
  return how == layout::json ? show_contents_json(all, speakers)
                             : show_contents(path, all, speakers);
}

std::string list_coverage(const std::filesystem::path& path, const std::string& name, layout how) {
  database db(path, record::access::read);
  record::check(db);
  const record::catalogue speakers(db);
  const record::known_speaker& one = speakers.speakers()[speaker_called(path, speakers, name)];
  query days(db,
             "SELECT count(DISTINCT d.date), sum(a.statements * (a.hand = 1)), "
             "count(DISTINCT d.document) FROM names n "
             "JOIN passages a ON a.name = n.name JOIN documents d USING (document) "
             "WHERE n.speaker = ?");
  days.bind(1, one.row);
  days.step();
  query names(db,
              "SELECT text, sum(statements) FROM names "
              "WHERE speaker = ? GROUP BY text ORDER BY sum(statements) DESC, text");
  names.bind(1, one.row);
  query roles(db,
              "SELECT r.role, min(r.first), max(r.last) FROM names n JOIN roles r USING (name) "
              "WHERE n.speaker = ? GROUP BY r.role ORDER BY min(r.first), r.role");
  roles.bind(1, one.row);
  std::string out;
  if (how == layout::json) {
    json_line line;
    line.text("speaker", one.name);
    line.number("statements", one.statements);
    line.number("second_hand", days.integer(1));
    line.number("documents", days.integer(2));
    line.text("from", one.first);
    line.text("to", one.last);
    line.number("days", days.integer(0));
    line.begin_list("names");
    while (names.step()) line.item(names.text(0));
    line.end_list();
    line.begin_list("roles");
    while (roles.step()) line.item(roles.text(0));
    line.end_list();
    line.end(out);
    return out;
  }
  out = "speaker     " + one.name + "\nstatements  " + std::to_string(one.statements) +
        ", of them " + std::to_string(days.integer(1)) + " second-hand, in " +
        counted(days.integer(2), "document") + '\n';
  out += "covered     " + (one.first.empty() ? "no dates" : period(one.first, one.last)) + ", " +
         counted(days.integer(0), "day") + '\n';
  while (names.step()) {
    append_padded(out, std::to_string(names.integer(1)), 10);
    out.append("  as ").append(names.text(0)) += '\n';
  }
  while (roles.step()) {
    out.append("      role  ").append(roles.text(0));
    if (!roles.is_null(1)) out += "  (" + period(roles.text(1), roles.text(2)) + ')';
    out += '\n';
  }
  return out;
}

std::string list_found(const std::filesystem::path& path, const search& wanted, layout how,
                       const std::function<void(std::string_view)>& warn) {
  finder made(path, wanted);
  if (const std::string why = made.book().warning(); !why.empty()) warn(why);
  return made.run(how);
}

std::string list_context(const std::filesystem::path& path, std::string_view id) {
  constexpr std::int64_t around = 2;
  const std::size_t mark = id.rfind("#s");
  std::int64_t number = 0;
  if (mark != std::string_view::npos) {
    std::from_chars(id.data() + mark + 2, id.data() + id.size(), number);
  }
  database db(path, record::access::read);
  record::check(db);
  query lines(db,
              "SELECT a.number + s.statement - a.first AS at, s.text, p.name, d.title, d.date, "
              "d.outlet, d.url FROM documents d JOIN passages a ON a.first BETWEEN "
              "d.first_statement AND d.first_statement + d.statements - 1 "
              "JOIN statements s ON s.statement BETWEEN a.first AND a.first + a.statements - 1 "
              "LEFT JOIN names n USING (name) LEFT JOIN speakers p USING (speaker) "
              "WHERE d.id = ?1 AND at BETWEEN ?2 AND ?3 ORDER BY at");
  lines.bind(1, id.substr(0, mark)).bind(2, number - around).bind(3, number + around);
  std::string out;
  while (lines.step()) {
    if (out.empty()) {
      for (const int column : {3, 4, 5, 6}) {
        if (lines.text(column).empty()) continue;
        if (!out.empty()) out += ", ";
        out += lines.text(column);
      }
      out += '\n';
    }
    out += lines.integer(0) == number ? "> " : "  ";
    out += lines.text(2).empty() ? std::string("unknown speaker") : std::string(lines.text(2));
    out += ": ";
    out += lines.text(1);
    out += '\n';
  }
  if (out.empty()) out = "The record has no statement '" + std::string(id) + "'.\n";
  return out;
}

}  // namespace quoth::record_writing
