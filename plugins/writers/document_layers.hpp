// The layers of one document that writers read, and their rows by the rows that they refer to.
#pragma once

#include <cstdint>
#include <quoth/layers.hpp>
#include <quoth/plugin.hpp>
#include <span>
#include <string_view>
#include <text/choice.hpp>
#include <vector>

namespace quoth::writers {

struct document_layers {
  std::string_view text;
  quoth::rows<quoth::document_row> document;
  quoth::rows<quoth::metadata> metadata;
  quoth::rows<quoth::review> review;
  quoth::rows<quoth::language> language;
  quoth::rows<quoth::quote> quotes;
  quoth::rows<quoth::quote_part> parts;
  quoth::rows<quoth::speaker> speakers;
  quoth::rows<quoth::claim> claims;
  quoth::rows<quoth::coverage> coverage;
  quoth::rows<quoth::match> matches;
  quoth::rows<quoth::diff> diffs;
  quoth::rows<quoth::verdict> verdicts;
  quoth::rows<quoth::evidence> evidence;
};

// `about` of a writer that reads all of them: every standard layer that is there, and what a
// writer is told beside it.
template <class... Items>
constexpr auto writer_stage(const char* id, const char* version, const char* summary,
                            Items... items) {
  return quoth::stage(
      id, version, summary, items..., quoth::reads<quoth::document_row>{},
      quoth::reads_if_present<quoth::metadata>{}, quoth::reads_if_present<quoth::review>{},
      quoth::reads_if_present<quoth::language>{}, quoth::reads_if_present<quoth::quote>{},
      quoth::reads_if_present<quoth::quote_part>{}, quoth::reads_if_present<quoth::speaker>{},
      quoth::reads_if_present<quoth::claim>{}, quoth::reads_if_present<quoth::coverage>{},
      quoth::reads_if_present<quoth::match>{}, quoth::reads_if_present<quoth::diff>{},
      quoth::reads_if_present<quoth::verdict>{}, quoth::reads_if_present<quoth::evidence>{});
}

// The layers as a stage made by writer_stage sees them; valid while it renders.
template <class Stage>
document_layers layers_of(quoth::document<Stage>& doc) {
  return {doc.text(),
          doc.template read<quoth::document_row>(),
          doc.template read<quoth::metadata>(),
          doc.template read<quoth::review>(),
          doc.template read<quoth::language>(),
          doc.template read<quoth::quote>(),
          doc.template read<quoth::quote_part>(),
          doc.template read<quoth::speaker>(),
          doc.template read<quoth::claim>(),
          doc.template read<quoth::coverage>(),
          doc.template read<quoth::match>(),
          doc.template read<quoth::diff>(),
          doc.template read<quoth::verdict>(),
          doc.template read<quoth::evidence>()};
}

// Rows of a child layer, grouped by the row of the parent that they refer to, each group in row
// order. Rows that refer to nothing are left out.
class children {
 public:
  // parent_of[i] is the parent of row i; `parents` is the number of parents.
  void group(std::span<const std::uint32_t> parent_of, std::uint32_t parents);
  [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t parent) const;

 private:
  std::vector<std::uint32_t> first_, rows_;
};

// All children of a document. One instance a thread: it keeps its memory between documents.
struct row_groups {
  children parts, speakers;              // by quote
  children matches, coverage, verdicts;  // by claim
  children diffs;                        // by match
  children evidence;                     // by verdict

  void group(const document_layers& d);
};

// The language to write in: the one detected or given, ISO 639-1; empty where nothing is known.
[[nodiscard]] std::string_view language_of(const document_layers& d);

// Whether the claim stands in a part of the text, rather than in all of it or nowhere.
[[nodiscard]] bool is_of_a_passage(const document_layers& d, std::uint32_t claim);

// Whether a claim is shown to readers: of a quotation, of a passage (what somebody will do), or the
// document's only one. One over a whole short text, made for matching, repeats the others.
[[nodiscard]] bool is_shown(const document_layers& d, std::uint32_t claim);

using text::choice;

}  // namespace quoth::writers
