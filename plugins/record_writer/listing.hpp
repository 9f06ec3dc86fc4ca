// What a record holds, shown to people or as JSON lines.
//
// Thread rule: pure functions over the file. All throw record::failure, and not_there
// (called_speaker.hpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace quoth::record_writing {

enum class layout { text, json };

// "1 document", "2 documents".
[[nodiscard]] std::string counted(std::int64_t count, std::string_view thing);

// Documents, statements, reviews; speakers with what the record holds of each, most first.
[[nodiscard]] std::string list_contents(const std::filesystem::path& record, layout how);

// What the record covers of a speaker: statements, days, names, roles. SPEAKER is a name as in a
// document or as the record shows it, with a role where others have it too ("Tangen, chairman"), or
// the role of one.
[[nodiscard]] std::string list_coverage(const std::filesystem::path& record,
                                        const std::string& speaker, layout how);

struct search {
  std::vector<std::string> words;  // all must be there, inflected or not; one with a space in it is
                                   // a phrase and must be there as it is; none: all of the speaker,
                                   // or of the days
  std::string speaker;             // as list_coverage has it; empty: anybody
  std::string from, to;            // days, ISO 8601, inclusive; empty: any
  std::size_t most = 50;
};

// Statements, then reviews, that have the words: newest first. Calls `warn` where the record's
// index is not of all its texts.
[[nodiscard]] std::string list_found(const std::filesystem::path& record, const search& wanted,
                                     layout how, const std::function<void(std::string_view)>& warn);

// A statement (DOCUMENT#sN) among its neighbours in the document, and what is known of that.
[[nodiscard]] std::string list_context(const std::filesystem::path& record, std::string_view id);

}  // namespace quoth::record_writing
