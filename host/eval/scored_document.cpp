#include "host/eval/scored_document.hpp"

#include <simdjson.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <string_view>

#include "host/eval/gold.hpp"
#include "host/eval/unicode.hpp"
#include "host/json_fields.hpp"

namespace quoth::host::eval {

namespace {

std::optional<std::size_t> offset_of(element number) {
  std::int64_t offset = 0;
  if (number.get(offset) != simdjson::SUCCESS || offset < 0) return std::nullopt;
  return static_cast<std::size_t>(offset);
}

// [[b,e],…], or [b,e] for one.
std::vector<text_span> spans_of(element object, std::string_view key) {
  std::vector<text_span> spans;
  std::vector<std::size_t> flat;
  each(object, key, [&](element entry) {
    if (const std::optional<std::size_t> offset = offset_of(entry)) flat.push_back(*offset);
    simdjson::dom::array pair;
    if (entry.get(pair) != simdjson::SUCCESS || pair.size() != 2) return;
    const auto begin = offset_of(pair.at(0).value_unsafe());
    const auto end = offset_of(pair.at(1).value_unsafe());
    if (begin && end) spans.push_back({*begin, *end});
  });
  if (flat.size() == 2) spans.push_back({flat[0], flat[1]});
  return spans;
}

scored_quote read_quote(element line) {
  scored_quote quote;
  quote.kind = text_of(line, "kind");
  quote.content = spans_of(line, "parts");
  if (quote.content.empty()) quote.content = spans_of(line, "content");
  quote.cue = spans_of(line, "cue");
  quote.source = spans_of(line, "source");
  if (const std::optional<element> speaker = member(line, "speaker"))
    quote.speaker = speaker->is_object() ? text_of(*speaker, "name") : text_of(line, "speaker");
  quote.type = text_of(line, "type");
  quote.link = text_of(line, "link");
  if (quote.type.empty()) quote.type = "unknown";
  if (quote.link.empty()) quote.link = "unknown";
  return quote;
}

scored_match read_match(element line) {
  scored_match match;
  if (const std::optional<element> record = member(line, "record")) {
    const std::string id = text_of(*record, "id");
    match.record_document = id.substr(0, id.find('#'));
    match.text = text_of(*record, "text");
  }
  if (const std::optional<element> score = member(line, "score"))
    if (score->get(match.score) != simdjson::SUCCESS) match.score = 0;
  return match;
}

scored_claim read_claim(element line) {
  scored_claim claim;
  claim.speaker = optional_text(line, "speaker");
  claim.text = text_of(line, "text");
  if (const std::optional<element> verdict = member(line, "verdict"))
    claim.rating = optional_text(*verdict, "rating");
  each(line, "matches", [&](element match) { claim.matches.push_back(read_match(match)); });
  return claim;
}

gold_fields read_gold(element line) {
  gold_fields gold;
  gold.record_documents = texts_of(line, "gold");
  gold.sentence = text_of(line, "sentence");
  gold.speaker = optional_text(line, "speaker");
  gold.quote = text_of(line, "quote");
  if (const std::optional<element> given = member(line, "gold"); given && given->is_object()) {
    gold.rating = text_of(*given, "rating");
    gold.source = text_of(*given, "source_id");
    gold.how = text_of(*given, "how");
  }
  gold.ratings = texts_of(line, "rating");
  gold.evidence = texts_of(line, "evidence");
  return gold;
}

scored_document read_document(element line) {
  scored_document document;
  document.id = text_of(line, "id");
  document.text = code_points(text_of(line, "text"));
  each(line, "quotes", [&](element quote) { document.quotes.push_back(read_quote(quote)); });
  each(line, "claims", [&](element claim) { document.claims.push_back(read_claim(claim)); });
  document.gold = read_gold(line);
  return document;
}

std::string place_of(const std::filesystem::path& file, std::size_t line) {
  return file.string() + ':' + std::to_string(line) + ": ";
}

// Calls `take` with each line that is a document, and its number.
template <class Take>
result<void> each_document(const std::filesystem::path& file, Take take) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return failure{exit_code::input, file.string() + ": cannot be opened for reading"};
  simdjson::dom::parser parser;
  std::string text;
  for (std::size_t number = 1; std::getline(stream, text); ++number) {
    if (text.find_first_not_of(" \t\r") == std::string::npos) continue;
    element line;
    if (const auto error = parser.parse(text).get(line); error != simdjson::SUCCESS)
      return failure{exit_code::input, place_of(file, number) + simdjson::error_message(error)};
    if (!member(line, "id"))
      return failure{exit_code::input, place_of(file, number) + "the document has no \"id\""};
    take(line, number);
  }
  if (stream.bad()) return failure{exit_code::io, file.string() + ": cannot be read"};
  return {};
}

}  // namespace

result<std::vector<scored_document>> load_documents(const std::filesystem::path& file) {
  std::vector<scored_document> documents;
  result<void> read = each_document(
      file, [&](element line, std::size_t) { documents.push_back(read_document(line)); });
  if (!read) return std::move(read).error();
  return documents;
}

result<std::vector<scored_document>> load_gold(const std::filesystem::path& file, task of) {
  constexpr std::size_t most = 5;  // lines that are named
  std::vector<scored_document> documents;
  std::size_t bad = 0;
  std::string problems;
  result<void> read = each_document(file, [&](element line, std::size_t number) {
    documents.push_back(read_document(line));
    const std::string problem = gold_problem(of, line, documents.back());
    if (problem.empty() || ++bad > most) return;
    problems += place_of(file, number) + problem + '\n';
  });
  if (!read) return std::move(read).error();
  if (documents.empty()) return failure{exit_code::input, file.string() + ": holds no documents"};
  if (bad > most)
    problems += "and " + std::to_string(bad - most) + " more of the " +
                std::to_string(documents.size()) + " lines\n";
  if (bad == 0 && needs_quotations(of) &&
      std::ranges::all_of(documents, &std::vector<scored_quote>::empty, &scored_document::quotes)) {
    problems = file.string() + ": no line has a quotation: there is nothing to score\n";
  }
  if (problems.empty()) return documents;
  return failure{exit_code::input, problems + "a line of this gold data reads " + gold_example(of)};
}

result<scored_pairs> load_pairs(const std::filesystem::path& gold,
                                const std::filesystem::path& predicted, task of) {
  auto gold_documents = load_gold(gold, of);
  if (!gold_documents) return std::move(gold_documents).error();
  auto predictions = load_documents(predicted);
  if (!predictions) return std::move(predictions).error();

  scored_pairs pairs{std::move(*gold_documents), {}, {}};
  std::unordered_map<std::string, std::size_t> positions;
  for (std::size_t i = 0; i < predictions->size(); ++i) positions[(*predictions)[i].id] = i;
  std::size_t missing = 0;
  std::string first_missing;
  for (const scored_document& document : pairs.gold) {
    const auto found = positions.find(document.id);
    if (found == positions.end() && missing++ == 0) first_missing = document.id;
    pairs.predicted.push_back(found == positions.end() ? scored_document{}
                                                       : (*predictions)[found->second]);
  }
  if (missing > 0)
    pairs.warnings.push_back(std::to_string(missing) + " of " + std::to_string(pairs.gold.size()) +
                             " documents have no prediction, first: " + first_missing);
  return pairs;
}

}  // namespace quoth::host::eval
