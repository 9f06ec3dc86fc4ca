// One document as one line of JSON: the format of documents.jsonl.
#pragma once

#include <string>

#include "writers/document_layers.hpp"
#include "writers/offsets.hpp"

namespace quoth::writers {

struct json_options {
  offset_unit offsets = offset_unit::codepoint;
  bool with_text = false;
};

// Renders lines. One instance a thread: it keeps its memory between documents.
class document_json {
 public:
  // Appends the line of `document`, with its line feed, to `out`. The keys are described in
  // plugins/writers/README.md. Fields of the input that are not Quoth's own stand behind them;
  // `quotes`, `claims` and `lang_detected` of the input are replaced by this run's. Metadata
  // that is no JSON becomes a string.
  void render(const document_layers& document, const json_options& options, std::string& out);

 private:
  offset_map offsets_;
  row_groups rows_;

  friend class line_writer;
};

}  // namespace quoth::writers
