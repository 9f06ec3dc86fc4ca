// One line of JSON as an article, a transcript or a published fact-check.
#pragma once

#include <simdjson.h>

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quoth::readers {

// What a line says, by the fields of Quoth's JSON lines input. Strings are views into the parser,
// valid until the next `read`.
struct json_article {
  struct spoken {
    std::string_view speaker, text;
  };
  struct fact_check {
    std::string_view claim;
    std::optional<std::string_view> claimant{}, rating{}, url{}, date{}, title{}, subtitle{};
  };

  std::optional<std::string_view> id, title, date, url, lang, author, outlet, text;
  std::optional<simdjson::dom::element> date_value;  // of the field "date"; none of a ClaimReview
  std::vector<spoken> turns;
  std::optional<fact_check> review;
  // Every other field: its key, and its value as JSON.
  std::vector<std::pair<std::string_view, std::string>> other;
};

// Reads lines. One instance a thread: it keeps the parser's memory between lines.
class json_article_parser {
 public:
  // Throws quoth::error, with what is wrong and in which field, when `line` is not one JSON object
  // of the form described in plugins/readers/README.md.
  const json_article& read(std::string_view line);

 private:
  void read_field(std::string_view key, simdjson::dom::element value);
  void read_turns(simdjson::dom::element turns);
  void read_review(simdjson::dom::object review);
  void settle_bare_review();

  simdjson::dom::parser parser_;
  json_article article_;
  std::deque<std::string> numbers_;  // texts that no field has: of numbers, of ratings
  // Fields of a bare review that mean nothing to Quoth in an article.
  std::optional<simdjson::dom::element> claim_, subtitle_;
};

}  // namespace quoth::readers
