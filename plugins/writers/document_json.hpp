// One document as one line of JSON: the format of documents.jsonl.
#pragma once

#include <quoth/layers.hpp>
#include <quoth/plugin.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "writers/offsets.hpp"

namespace quoth::writers {

// The layers of one document that go into its line.
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

struct json_options {
  offset_unit offsets = offset_unit::codepoint;
  bool with_text = false;
};

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

// Renders lines. One instance a thread: it keeps its memory between documents.
class document_json {
 public:
  // Appends the line of `document`, with its line feed, to `out`. The keys are described in
  // plugins/writers/README.md. Fields of the input that are not Quoth's own stand behind them;
  // `quotes`, `claims` and `lang_detected` of the input are replaced by this run's.
  void render(const document_layers& document, const json_options& options, std::string& out);

 private:
  offset_map offsets_;
  children parts_, speakers_, claim_matches_, match_diffs_, claim_coverage_, claim_verdicts_,
      verdict_evidence_;

  friend class line_writer;
};

}  // namespace quoth::writers
