// A line of a prediction or of gold data, with the fields that are scored.
#ifndef QUOTH_HOST_EVAL_SCORED_DOCUMENT_HPP
#define QUOTH_HOST_EVAL_SCORED_DOCUMENT_HPP

#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "host/eval/eval.hpp"
#include "host/eval/spans.hpp"
#include "host/result.hpp"

namespace quoth::host::eval {

struct scored_quote {
  std::string kind;
  std::vector<text_span> content, cue, source;
  std::string speaker;     ///< empty: unknown
  std::string type, link;  ///< gold only; "unknown" where absent
};

struct scored_match {
  std::string record_document;  ///< the record id up to its "#"
  std::string text;
  double score = 0;
};

struct scored_claim {
  std::optional<std::string> speaker, rating;
  std::string text;
  std::vector<scored_match> matches;
};

/// What gold lines hold beside quotes; fields that a kind of gold data lacks are empty.
struct gold_fields {
  std::vector<std::string> record_documents;  ///< "gold" of ranked matches
  std::string sentence;                       ///< "sentence"
  std::optional<std::string> speaker;         ///< "speaker"
  std::string quote;                          ///< "quote"
  std::string rating, source, how;            ///< "gold" of ratings: rating, source_id, how
  std::vector<std::string> ratings;           ///< "rating" of scenarios: those accepted
  std::vector<std::string> evidence;          ///< "evidence" of scenarios
};

struct scored_document {
  std::string id;
  std::u32string text;
  std::vector<scored_quote> quotes;
  std::vector<scored_claim> claims;
  gold_fields gold;
};

/// The documents of a JSON lines file, in order. The failure names the file and the line.
result<std::vector<scored_document>> load_documents(const std::filesystem::path& file);

/// The same of gold data, at least one. Fails as well where a line lacks what the task is scored
/// by; the message names the lines and shows how one reads.
result<std::vector<scored_document>> load_gold(const std::filesystem::path& file, task of);

/// Gold documents and the predictions for them.
struct scored_pairs {
  std::vector<scored_document> gold;
  std::vector<scored_document> predicted;  ///< parallel to gold; empty where there is none
  std::vector<std::string> warnings;       ///< one sentence each: what has no prediction
};
result<scored_pairs> load_pairs(const std::filesystem::path& gold,
                                const std::filesystem::path& predicted, task of);

}  // namespace quoth::host::eval

#endif
