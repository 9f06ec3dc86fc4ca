// quoth.jsonl-reader: JSON lines, one document a line.
#pragma once

#include <cstring>
#include <quoth/plugin.hpp>
#include <string>
#include <vector>

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
    const json_article& a = parser.read(item.bytes);
    id.assign(item.input.id);
    if (!a.id) id.append(":").append(std::to_string(item.line));
    doc.write<quoth::document_row>().add({.id = a.id ? *a.id : std::string_view(id),
                                          .title = a.title,
                                          .date = a.date,
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
      throw quoth::error("the document has neither \"text\" nor \"turns\"");
    }
  }

 private:
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
  std::string id, text;
  std::vector<turn_span> found;
};

}  // namespace quoth::readers
