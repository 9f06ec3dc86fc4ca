// quoth.jsonl-reader: JSON lines, one document a line.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstring>
#include <memory>
#include <optional>
#include <quoth/plugin.hpp>
#include <string>
#include <text/day.hpp>
#include <text/utf8.hpp>
#include <utility>
#include <vector>

#include "readers/encoding.hpp"
#include "readers/json_article.hpp"
#include "readers/text_turns.hpp"

namespace quoth::readers {

struct jsonl_reader {
  turn_policy turns = turn_policy::automatic;

  static constexpr auto about = quoth::stage(
      "quoth.jsonl-reader", "1.0.0", "Reads JSON lines: articles, transcripts, fact-checks.",
      quoth::accepts("*.jsonl", "*.ndjson"),
      quoth::media_types("application/jsonl", "application/x-ndjson"),
      quoth::param(&jsonl_reader::turns, "turns", turn_policy::automatic,
                   "whether to look for NAME: words in texts", "auto", "never"),
      quoth::writes<quoth::document_row>{}, quoth::writes<quoth::metadata>{},
      quoth::writes<quoth::review>{}, quoth::writes<quoth::turn>{});

  struct cursor {
    explicit cursor(const quoth::input&) {}
    std::uint64_t line = 1;     // of the window's first byte
    std::uint64_t scanned = 0;  // bytes of the window known to hold no line break
  };

  static quoth::cut next(cursor& c, std::string_view window, bool last) {
    const void* newline = std::memchr(window.data() + c.scanned, '\n', window.size() - c.scanned);
    if (!newline && !last) {
      c.scanned = window.size();
      return quoth::cut::need_more();
    }
    const std::uint64_t end =
        newline ? static_cast<std::uint64_t>(static_cast<const char*>(newline) - window.data())
                : window.size();
    const std::uint64_t consumed = newline ? end + 1 : end;
    const bool blank = window.substr(0, end).find_first_not_of(" \t\r") == std::string_view::npos;
    c.scanned = 0;
    return {.found = !blank, .begin = 0, .end = end, .consumed = consumed, .line = c.line++};
  }

  void parse(const quoth::item& item, quoth::document<jsonl_reader>& doc) {
    const json_article& a = read(item);
    id.assign(item.input.id);
    if (!a.id) id.append(":").append(std::to_string(item.line));
    doc.write<quoth::document_row>().add({.id = a.id ? *a.id : std::string_view(id),
                                          .title = a.title,
                                          .date = day_of(a, item, doc),
                                          .url = a.url,
                                          .lang = a.lang,
                                          .author = a.author,
                                          .outlet = a.outlet});
    for (const auto& [key, json] : a.other)
      doc.write<quoth::metadata>().add({.key = key, .json = json});
    if (a.review) add_review(*a.review, doc);
    if (!a.turns.empty()) {
      add_spoken_turns(a, doc);
    } else if (a.text || a.review) {
      doc.set_text(a.text.value_or(""));
      if (turns == turn_policy::automatic) add_turns_of_text(doc, found);
    } else {
      throw quoth::error("the document has neither \"text\" nor \"turns\"; " + fields_of(a));
    }
  }

 private:
  const json_article& read(const quoth::item& item) {
    try {
      return parser.read(item.bytes);
    } catch (const quoth::error& why) {
      const std::string advice = advice_on(item);
      throw quoth::error(why.what() + (advice.empty() ? "" : "; " + advice));
    }
  }

  // What to do with a file whose line is no document, where that can be told from the line.
  static std::string advice_on(const quoth::item& item) {
    std::string_view line = item.bytes;
    const std::string_view path = item.input.path;
    // In UTF-16 the bytes of a line break are parted: only of the first line can the order be told.
    if (is_wide(line)) return item.line == 1 ? conversion_advice(line, path) : "see the first line";
    if (!simdjson::validate_utf8(line)) return conversion_advice(line, path);
    const std::size_t begin = line.find_first_not_of(" \t");
    line = line.substr(begin, line.find_last_not_of(" \t\r") + 1 - begin);
    const std::string rest = std::string(path == "-" ? "FILE" : path) + " > LINES.jsonl";
    if (line.starts_with('[')) return "of a list, jq makes lines: jq -c '.[]' " + rest;
    if (line == "{") return "of an object over several lines, jq makes one: jq -c . " + rest;
    return {};
  }

  // What a message shows of an input's words: at most 40 bytes of whole code points.
  static std::string_view shown(std::string_view words) {
    std::size_t most = std::min<std::size_t>(words.size(), 40);
    while (!text::is_boundary(words, most)) --most;
    return words.substr(0, most);
  }

  // Which fields there are instead of those that are wanted: `it has "id" and "body"`.
  static std::string fields_of(const json_article& a) {
    constexpr std::size_t most = 12;
    std::vector<std::string_view> names;
    for (const auto& [name, value] :
         {std::pair("id", &a.id), std::pair("title", &a.title), std::pair("date", &a.date),
          std::pair("url", &a.url), std::pair("lang", &a.lang), std::pair("author", &a.author),
          std::pair("outlet", &a.outlet)})
      if (*value) names.emplace_back(name);
    for (const auto& [key, json] : a.other) names.push_back(key);
    std::string listed;
    for (std::size_t i = 0; i < std::min(most, names.size()); ++i)
      listed.append(i == 0 ? "it has \"" : ", \"").append(shown(names[i])).append("\"");
    if (names.size() > most)
      listed += " and " + std::to_string(names.size() - most) + " fields more";
    return listed.empty() ? "it has no field at all" : listed;
  }

  // The article's date. One that is no day is no date: it is said, and kept as metadata, so that it
  // is written back.
  std::optional<std::string_view> day_of(const json_article& a, const quoth::item& item,
                                         quoth::document<jsonl_reader>& doc) {
    constexpr unsigned most = 10;  // are said in a run
    if (!a.date || a.date->empty() || text::parse_day(*a.date)) return a.date;
    if (a.date_value)
      doc.write<quoth::metadata>().add({.key = "date", .json = simdjson::minify(*a.date_value)});
    const unsigned said = doubtful_dates->fetch_add(1);
    if (said < most)
      doc.log(log_level::warning,
              std::string(item.input.path) + ':' + std::to_string(item.line) + ": \"" +
                  (a.date_value ? "date" : "datePublished") + "\" is \"" +
                  std::string(shown(*a.date)) +
                  "\", which is no day such as 2031-03-18: the document counts as undated");
    if (said == most)
      doc.log(log_level::warning, "more documents have no day for a date; they are not named");
    return std::nullopt;
  }

  static void add_review(const json_article::fact_check& r, quoth::document<jsonl_reader>& doc) {
    doc.write<quoth::review>().add({.claim = r.claim,
                                    .claimant = r.claimant,
                                    .rating = r.rating,
                                    .url = r.url,
                                    .date = r.date,
                                    .title = r.title,
                                    .subtitle = r.subtitle});
  }

  // The text of a document given as turns: `SPEAKER: words`, parted by a blank line.
  void add_spoken_turns(const json_article& a, quoth::document<jsonl_reader>& doc) {
    text.clear();
    for (const json_article::spoken& s : a.turns) {
      if (!text.empty()) text += "\n\n";
      const std::size_t begin = text.size();
      if (!s.speaker.empty()) text.append(s.speaker).append(": ");
      const std::size_t words = text.size();
      text.append(s.text);
      if (text.size() >= QUOTH_NO_OFFSET) throw quoth::error("the turns hold more than 4 GiB");
      doc.write<quoth::turn>().add(
          {.where = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(text.size())},
           .label = s.speaker,
           .words = static_cast<std::int64_t>(words)});
    }
    doc.set_text(text);
  }

  // Scratch memory, empty in the instance that workers are copied from.
  struct scratch_parser : json_article_parser {
    scratch_parser() = default;
    scratch_parser(const scratch_parser&) : json_article_parser() {}
    scratch_parser& operator=(const scratch_parser&) = delete;
  };
  scratch_parser parser;
  // Dates that are no days, over all workers.
  std::shared_ptr<std::atomic<unsigned>> doubtful_dates =
      std::make_shared<std::atomic<unsigned>>(0);
  std::string id, text;
  std::vector<turn_span> found;
};

}  // namespace quoth::readers
