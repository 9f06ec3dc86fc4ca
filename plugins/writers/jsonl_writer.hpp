// quoth.jsonl-writer: documents.jsonl, one line a document, in input order.
#pragma once

#include <quoth/plugin.hpp>
#include <string>

#include "writers/checkpoint.hpp"
#include "writers/document_json.hpp"

namespace quoth::writers {

struct jsonl_writer {
  quoth::output file;
  offset_unit offsets = offset_unit::codepoint;
  bool text = false;

  static constexpr auto about = writer_stage(
      "quoth.jsonl-writer", "1.0.0",
      "Writes one line of JSON a document: quotations, speakers, claims, matches, verdicts.",
      quoth::param(&jsonl_writer::file, "file", "documents.jsonl", "the file to write"),
      quoth::param(&jsonl_writer::offsets, "offsets", offset_unit::codepoint,
                   "what offsets into the text count", "byte", "codepoint", "utf16"),
      quoth::param(&jsonl_writer::text, "text", false, "whether to repeat each document's text"));

  void render(quoth::document<jsonl_writer>& doc, quoth::buffer& out) {
    line.clear();
    json.render(layers_of(doc), {offsets, text}, line);
    out.append(line);
  }

  // The file. A checkpoint's state is the file's length in bytes, in decimal.
  class sink {
   public:
    sink(const jsonl_writer& stage, const quoth::host& host)
        : path_(stage.file.path), host_(host) {}
    void start() { file_.create(host_, path_); }
    void reopen(std::string_view state) {
      file_.resume(host_, path_, numbers_of<1>(state, path_).front());
    }
    void write(std::string_view rendered) { file_.write(rendered); }
    void checkpoint(quoth::buffer& state) { state.append(state_of(file_.sync())); }
    void finish() { file_.commit(); }
    void abandon() { file_.close(); }

   private:
    std::string path_;
    quoth::host host_;
    quoth::output_file file_;
  };

 private:
  document_json json;
  std::string line;
};

}  // namespace quoth::writers
