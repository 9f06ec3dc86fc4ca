// What the report lists of a document: its claims, and quotations that no claim was made of.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "writers/document_layers.hpp"
#include "writers/report/marking.hpp"

namespace quoth::writers {

inline constexpr std::uint32_t no_row = 0xFFFFFFFF;

// One claim with what hangs on it, or one quotation without a claim.
struct entry {
  std::uint32_t claim = no_row, quote = no_row;
  std::optional<quoth::verdict> verdict;
  std::string_view words;
  std::optional<std::string_view> speaker;
  std::string_view mention;             // the speaker in the document's words, or empty
  std::vector<std::uint32_t> evidence;  // rows of matches, most important first
  std::vector<std::uint32_t> reviews;   // rows of matches: other fact-checks of what is claimed

  // "c3" or "q2": the ids of documents.jsonl.
  [[nodiscard]] std::string id() const;
  // As attributes have it: "altered", …, or "unrated".
  [[nodiscard]] std::string_view rating() const;
};

// The entries in the order of the document's claims, then of its quotations.
[[nodiscard]] std::vector<entry> entries_of(const document_layers& d, const row_groups& rows);

// Where the content of each entry's quotation stands, or the passage of a claim that has none;
// owners are positions in `entries`.
[[nodiscard]] std::vector<marked_span> marks_of(const document_layers& d, const row_groups& rows,
                                                const std::vector<entry>& entries);

}  // namespace quoth::writers
