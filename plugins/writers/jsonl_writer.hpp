// quoth.jsonl-writer: documents.jsonl, one line a document, in input order.
#pragma once

#include <charconv>
#include <quoth/plugin.hpp>
#include <string>

#include "writers/document_json.hpp"

namespace quoth::writers {

struct jsonl_writer {
  quoth::output file;
  offset_unit offsets = offset_unit::codepoint;
  bool text = false;

  static constexpr auto about = quoth::stage(
      "quoth.jsonl-writer", "1.0.0",
      "Writes one line of JSON a document: quotations, speakers, claims, matches, verdicts.",
      quoth::param(&jsonl_writer::file, "file", "documents.jsonl", "the file to write"),
      quoth::param(&jsonl_writer::offsets, "offsets", offset_unit::codepoint,
                   "what offsets into the text count", "byte", "codepoint", "utf16"),
      quoth::param(&jsonl_writer::text, "text", false, "whether to repeat each document's text"),
      quoth::reads<quoth::document_row>{}, quoth::reads_if_present<quoth::metadata>{},
      quoth::reads_if_present<quoth::review>{}, quoth::reads_if_present<quoth::language>{},
      quoth::reads_if_present<quoth::quote>{}, quoth::reads_if_present<quoth::quote_part>{},
      quoth::reads_if_present<quoth::speaker>{}, quoth::reads_if_present<quoth::claim>{},
      quoth::reads_if_present<quoth::coverage>{}, quoth::reads_if_present<quoth::match>{},
      quoth::reads_if_present<quoth::diff>{}, quoth::reads_if_present<quoth::verdict>{},
      quoth::reads_if_present<quoth::evidence>{});

  void render(quoth::document<jsonl_writer>& doc, quoth::buffer& out) {
    const document_layers layers{doc.text(),
                                 doc.read<quoth::document_row>(),
                                 doc.read<quoth::metadata>(),
                                 doc.read<quoth::review>(),
                                 doc.read<quoth::language>(),
                                 doc.read<quoth::quote>(),
                                 doc.read<quoth::quote_part>(),
                                 doc.read<quoth::speaker>(),
                                 doc.read<quoth::claim>(),
                                 doc.read<quoth::coverage>(),
                                 doc.read<quoth::match>(),
                                 doc.read<quoth::diff>(),
                                 doc.read<quoth::verdict>(),
                                 doc.read<quoth::evidence>()};
    line.clear();
    json.render(layers, {offsets, text}, line);
    out.append(line);
  }

  // The file. A checkpoint's state is the file's length in bytes, in decimal.
  class sink {
   public:
    sink(const jsonl_writer& stage, const quoth::host& host)
        : path_(stage.file.path), host_(host) {}
    void start() { file_.create(host_, path_); }
    void reopen(std::string_view state) {
      std::uint64_t length = 0;
      const auto [end, failed] = std::from_chars(state.data(), state.data() + state.size(), length);
      if (failed != std::errc() || end != state.data() + state.size())
        throw quoth::fatal_error("the checkpoint of " + path_ +
                                 " cannot be read: run without --resume");
      file_.resume(host_, path_, length);
    }
    void write(std::string_view rendered) { file_.write(rendered); }
    void checkpoint(quoth::buffer& state) { state.append(std::to_string(file_.sync())); }
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
