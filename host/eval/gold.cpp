#include "host/eval/gold.hpp"

#include <algorithm>

#include "host/document/schema.hpp"
#include "host/json_fields.hpp"
#include "host/pipeline/nearest.hpp"

namespace quoth::host::eval {

namespace {

// The ratings that a verdict can have.
const std::vector<std::string>& known_ratings() {
  static const std::vector<std::string> known = [] {
    const schema layers;
    const layer_schema& verdict = *layers.find("verdict");
    return verdict.columns[verdict.column("rating")].choices;
  }();
  return known;
}

bool is_rating(const std::string& name) {
  return std::ranges::find(known_ratings(), name) != known_ratings().end();
}

// `there is no rating "alterd"; did you mean "altered"?`
std::string no_rating(const std::string& name) {
  const std::vector<std::string_view> known(known_ratings().begin(), known_ratings().end());
  return "there is no rating \"" + name + '"' + suggestion(name, known);
}

// The same, with all that there are.
std::string rating_problem(const std::string& name) {
  std::string all;
  for (const std::string& one : known_ratings()) all += (all.empty() ? "" : ", ") + one;
  return no_rating(name) + " Ratings: " + all;
}

bool is_list(element object, std::string_view key) {
  const std::optional<element> found = member(object, key);
  return found && found->is_array();
}

bool has_text(element object, std::string_view key) {
  const std::optional<element> found = member(object, key);
  return found && found->is_string();
}

bool has_key(element object, std::string_view key) {
  element ignored;
  return object[key].get(ignored) == simdjson::SUCCESS;
}

std::string quotations_problem(task of, element line, const scored_document& read) {
  if (!has_text(line, "text")) return "no \"text\", in which the offsets of quotations count";
  if (!is_list(line, "quotes"))
    return "no \"quotes\": the list of the quotations in the text, [] where it has none";
  std::string problem;
  std::size_t number = 0;
  each(line, "quotes", [&](element quote) {
    const scored_quote& one = read.quotes[number++];
    if (!problem.empty()) return;
    const std::string which = "quotation " + std::to_string(number) + " has no ";
    if (one.content.empty())
      problem = which + "\"content\": its pieces in the text, [[begin, end], …]";
    else if (of == task::quotes && one.kind.empty())
      problem = which + "\"kind\": direct, mixed or indirect";
    else if (of == task::speakers && !has_key(quote, "speaker"))
      problem = which + "\"speaker\": a name, or null where nobody is named";
  });
  return problem;
}

std::string matches_problem(element line, const scored_document& read) {
  if (is_list(line, "gold") && !read.gold.record_documents.empty()) return {};
  return "no \"gold\": the list of the ids of the record's documents that match, at least one";
}

std::string sentence_problem(const scored_document& read) {
  return read.gold.sentence.empty() ? "no \"sentence\": the one that is to be found" : "";
}

std::string ratings_problem(const scored_document& read) {
  const std::string& rating = read.gold.rating;
  if (rating.empty()) return "no \"gold\": an object with the \"rating\" that is right";
  return is_rating(rating_of_gold(rating)) ? "" : rating_problem(rating);
}

std::string scenario_problem(element line, const scored_document& read) {
  if (!is_list(line, "rating") || read.gold.ratings.empty())
    return "no \"rating\": the list of the ratings that are right, the best one first";
  for (const std::string& rating : read.gold.ratings)
    if (!is_rating(rating)) return rating_problem(rating);
  if (!has_key(line, "speaker")) return "no \"speaker\": a name, or null where nobody is named";
  if (!is_list(line, "evidence"))
    return "no \"evidence\": the list of the ids of documents of which one is to be found, [] "
           "where none is";
  return {};
}

}  // namespace

const char* gold_example(task of) {
  switch (of) {
    case task::quotes:
      return R"({"id":"a1","text":"“We won,” said Ann Lee.","quotes":[{"kind":"direct",)"
             R"("content":[[0,9]],"cue":[[10,14]],"source":[[15,22]]}]})";
    case task::speakers:
      return R"({"id":"a1","text":"“We won,” she said.","quotes":[{"content":[[0,9]],)"
             R"("speaker":"Ann Lee","type":"person","link":"pronoun"}]})";
    case task::matches:
      return R"({"id":"p1","gold":["factcheck-12"]})";
    case task::sentences:
      return R"({"id":"p1","sentence":"We will not leave the harbour."})";
    case task::ratings:
      return R"({"id":"p1","quote":"We will leave.","gold":{"rating":"altered",)"
             R"("source_id":"a1"}})";
    case task::scenario:
      return R"({"id":"p1","quote":"We will leave.","speaker":"Ann Lee",)"
             R"("rating":["altered"],"evidence":["a1"]})";
  }
  return "";
}

std::string gold_problem(task of, element line, const scored_document& read) {
  switch (of) {
    case task::quotes:
    case task::speakers:
      return quotations_problem(of, line, read);
    case task::matches:
      return matches_problem(line, read);
    case task::sentences:
      return sentence_problem(read);
    case task::ratings:
      return ratings_problem(read);
    case task::scenario:
      return scenario_problem(line, read);
  }
  return {};
}

bool needs_quotations(task of) {
  return of == task::quotes || of == task::speakers;
}

std::string rating_of_gold(const std::string& name) {
  if (name == "verbatim") return "on-record";
  if (name == "fabricated") return "unsupported";
  return name;
}

std::vector<std::string> unknown_ratings(const std::filesystem::path& file,
                                         const std::vector<scored_document>& predicted) {
  std::size_t count = 0;
  std::string first;
  for (const scored_document& document : predicted) {
    for (const scored_claim& claim : document.claims) {
      if (!claim.rating || claim.rating->empty() || is_rating(*claim.rating)) continue;
      if (count++ == 0) first = "document " + document.id + ": " + no_rating(*claim.rating);
    }
  }
  if (count == 0) return {};
  return {file.string() + ": " + std::to_string(count) +
          (count == 1 ? " claim counts" : " claims count") + " as wrong, first in " + first};
}

}  // namespace quoth::host::eval
