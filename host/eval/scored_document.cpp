#include "host/eval/scored_document.hpp"

#include <simdjson.h>

#include <fstream>
#include <string_view>

#include "host/eval/unicode.hpp"

namespace quoth::host::eval {

namespace {

using simdjson::dom::element;

// Absent, null and false read as nothing everywhere.
std::optional<element> member(element object, std::string_view key) {
  element found;
  if (object[key].get(found) != simdjson::SUCCESS || found.is_null()) return std::nullopt;
  return found;
}

std::optional<std::string> optional_text(element object, std::string_view key) {
  const std::optional<element> found = member(object, key);
  std::string_view text;
  if (!found) return std::nullopt;
  if (found->get(text) == simdjson::SUCCESS) return std::string(text);
  return simdjson::minify(*found);
}

std::string text_of(element object, std::string_view key) {
  return optional_text(object, key).value_or("");
}

template <class Visit>
void each(element object, std::string_view key, Visit visit) {
  const std::optional<element> found = member(object, key);
  simdjson::dom::array entries;
  if (!found || found->get(entries) != simdjson::SUCCESS) return;
  for (const element entry : entries) visit(entry);
}

std::vector<std::string> texts_of(element object, std::string_view key) {
  std::vector<std::string> texts;
  each(object, key, [&](element entry) {
    std::string_view text;
    if (entry.get(text) == simdjson::SUCCESS) texts.emplace_back(text);
  });
  return texts;
}

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

failure unusable(const std::filesystem::path& file, std::size_t line, std::string_view why) {
  return {exit_code::input, file.string() + ':' + std::to_string(line) + ": " + std::string(why)};
}

}  // namespace

result<std::vector<scored_document>> load_documents(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return failure{exit_code::input, file.string() + ": cannot be opened for reading"};
  std::vector<scored_document> documents;
  simdjson::dom::parser parser;
  std::string text;
  for (std::size_t number = 1; std::getline(stream, text); ++number) {
    if (text.find_first_not_of(" \t\r") == std::string::npos) continue;
    element line;
    if (const auto error = parser.parse(text).get(line); error != simdjson::SUCCESS)
      return unusable(file, number, simdjson::error_message(error));
    if (!member(line, "id")) return unusable(file, number, "the document has no \"id\"");
    documents.push_back(read_document(line));
  }
  if (stream.bad()) return failure{exit_code::io, file.string() + ": cannot be read"};
  return documents;
}

result<scored_pairs> load_pairs(const std::filesystem::path& gold,
                                const std::filesystem::path& predicted) {
  auto gold_documents = load_documents(gold);
  if (!gold_documents) return std::move(gold_documents).error();
  auto predictions = load_documents(predicted);
  if (!predictions) return std::move(predictions).error();
  if (gold_documents->empty())
    return failure{exit_code::input, gold.string() + ": holds no documents"};

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
    pairs.warning = std::to_string(missing) + " of " + std::to_string(pairs.gold.size()) +
                    " documents have no prediction, first: " + first_missing;
  return pairs;
}

}  // namespace quoth::host::eval
