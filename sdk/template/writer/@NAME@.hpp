// @STAGE@: writes a table of quotations that any spreadsheet opens.
#pragma once

#include <quoth/plugin.hpp>

#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

struct @NAME@ {
  quoth::output file;

  static constexpr auto about = quoth::stage(
      "@STAGE@", "1.0.0", "Writes a line of comma-separated values a quotation.",
      quoth::param(&@NAME@::file, "file", "@NAME@.csv", "the file to write"),
      quoth::reads<quoth::document_row>{}, quoth::reads<quoth::quote>{},
      quoth::reads<quoth::quote_part>{}, quoth::reads<quoth::speaker>{});

  // The lines of one document. Runs on many threads at once, each with its own copy of the struct;
  // what it appends to `out` reaches the sink in the order of the documents.
  void render(quoth::document<@NAME@>& doc, quoth::buffer& out) {
    const auto rows = doc.read<quoth::document_row>();
    const std::string_view id = rows.empty() ? std::string_view{} : rows.front().id;
    std::vector<std::string> said(doc.read<quoth::quote>().size());
    for (const quoth::quote_part p : doc.read<quoth::quote_part>()) {
      if (p.role != quoth::part_role::content || p.quote.id >= said.size()) continue;
      if (!said[p.quote.id].empty()) said[p.quote.id] += " … ";
      said[p.quote.id] += p.where.of(doc.text());
    }
    for (const quoth::speaker s : doc.read<quoth::speaker>()) {
      if (s.quote.id >= said.size()) continue;
      line.clear();
      add_value(id);
      add_value(s.name.value_or(""));
      add_value(said[s.quote.id]);
      line.back() = '\n';
      out.append(line);
    }
  }

  // The file: one for the whole run, used by one thread at a time. A run that was stopped goes on
  // (--resume) at its last checkpoint: `checkpoint` notes where the output stands, here its length
  // in bytes, and `reopen` is given that note.
  class sink {
   public:
    sink(const @NAME@& stage, const quoth::host& host) : path_(stage.file.path), host_(host) {}
    void start() {
      out_.create(host_, path_);
      out_.write("document,speaker,words\n");
    }
    void reopen(std::string_view state) {
      std::uint64_t length = 0;
      const char* const end = state.data() + state.size();
      if (const auto [rest, fault] = std::from_chars(state.data(), end, length);
          fault != std::errc() || rest != end) {
        throw quoth::fatal_error("the checkpoint of " + path_ +
                                 " cannot be read: run without --resume");
      }
      out_.resume(host_, path_, length);
    }
    void write(std::string_view rendered) { out_.write(rendered); }
    void checkpoint(quoth::buffer& state) { state.append(std::to_string(out_.sync())); }
    void finish() { out_.commit(); }  // only now the file has its name
    void abandon() { out_.close(); }

   private:
    std::string path_;
    quoth::host host_;
    quoth::output_file out_;
  };

 private:
  // A value between quotation marks (RFC 4180), and the comma behind it.
  void add_value(std::string_view value) {
    line += '"';
    for (const char c : value) line.append(c == '"' ? 2 : 1, c);
    line += "\",";
  }

  std::string line;  // scratch memory
};
