// The figures that pipelines are measured with. Definitions are those of score.py, which scores the
// same files; the two must print the same.
#ifndef QUOTH_HOST_EVAL_EVAL_HPP
#define QUOTH_HOST_EVAL_EVAL_HPP

#include <filesystem>
#include <string>
#include <vector>

#include "host/result.hpp"

namespace quoth::host::eval {

/// What is scored: each has gold data of its own.
enum class task { quotes, speakers, matches, sentences, ratings, scenario };

/// A line of the task's gold data as it should be.
[[nodiscard]] const char* gold_example(task of);

/// All scoring fails with exit_code::input where a file cannot be read or a line of gold data lacks
/// what is scored: figures over a part of the gold data would be figures of something else.
struct report {
  std::string text;                   ///< for people, ends with one line of JSON
  std::vector<std::string> warnings;  ///< a sentence each
};

/// Spans of source, cue and content: exact and by words; recall by kind; relations.
result<report> score_quotes(const std::filesystem::path& gold,
                            const std::filesystem::path& predicted);

/// The canonical speaker of each gold quotation that was found.
result<report> score_speakers(const std::filesystem::path& gold,
                              const std::filesystem::path& predicted);

/// Ranked matches, by record document: MAP@5, P@1, MRR, S@5, S@10.
result<report> score_matches(const std::filesystem::path& gold,
                             const std::filesystem::path& predicted);

/// Whether the gold sentence is inside a match's text: in the first, five, ten.
result<report> score_sentences(const std::filesystem::path& gold,
                               const std::filesystem::path& predicted);

/// Ratings of documents with one claim: accuracy, F1 of each, confusion.
result<report> score_ratings(const std::filesystem::path& gold,
                             const std::filesystem::path& predicted);

/// One newsroom scenario: `folder`/gold.jsonl against a prediction, which may be absent.
result<report> score_scenario(const std::filesystem::path& folder,
                              const std::filesystem::path& predicted);

/// All scenarios below `folder`; predictions in `predicted`/NAME.jsonl.
result<report> score_scenarios(const std::filesystem::path& folder,
                               const std::filesystem::path& predicted);

}  // namespace quoth::host::eval

#endif
