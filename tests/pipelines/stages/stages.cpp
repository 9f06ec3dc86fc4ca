// Stages with every kind of parameter, reader and writer, so that the tests of pipelines do not
// change with the stages that Quoth ships.
#include <algorithm>
#include <cctype>
#include <chrono>
#include <quoth/plugin.hpp>
#include <string>
#include <vector>

namespace {

struct word {
  quoth::span where;
  std::int64_t length;
  static constexpr auto layer =
      quoth::layer("test.word", "Words.", quoth::spanned(&word::where),
                   quoth::column(&word::length, "length", "its length in bytes"));
};

struct shout {
  quoth::span where;
  static constexpr auto layer =
      quoth::layer("test.shout", "Words in capitals.", quoth::spanned(&shout::where));
};

struct reader {
  static constexpr auto about =
      quoth::stage("test.reader", "1.0.0", "Reads a text file as one document.",
                   quoth::accepts("*.txt"), quoth::writes<quoth::document_row>{});
  struct cursor {
    explicit cursor(const quoth::input&) {}
  };
  static quoth::cut next(cursor&, std::string_view window, bool last) {
    if (!last) return quoth::cut::need_more();
    return {.found = true, .begin = 0, .end = window.size(), .consumed = window.size(), .line = 1};
  }
  void parse(const quoth::item& item, quoth::document<reader>& doc) {
    if (item.bytes.starts_with("unreadable")) throw quoth::error("the text says unreadable");
    doc.set_text(item.bytes);
    doc.write<quoth::document_row>().add({.id = item.input.id});
  }
};

struct words {
  std::int64_t shortest = 1;
  static constexpr auto about =
      quoth::stage("test.words", "1.0.0", "Marks words.",
                   quoth::param(&words::shortest, "shortest", 1,
                                "length of the shortest word, in bytes", quoth::range{1, 100}),
                   quoth::reads<quoth::document_row>{}, quoth::writes<word>{});
  void process(quoth::document<words>& doc) {
    const std::string_view text = doc.text();
    const auto is_letter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; };
    for (std::size_t at = 0; at < text.size();) {
      std::size_t end = at;
      while (end < text.size() && is_letter(text[end])) ++end;
      if (static_cast<std::int64_t>(end - at) >= shortest)
        doc.write<word>().add(
            {.where = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)},
             .length = static_cast<std::int64_t>(end - at)});
      at = std::max(end, at + 1);
    }
  }
};

struct shouts {
  static constexpr auto about = quoth::stage("test.shouts", "1.0.0", "Marks words in capitals.",
                                             quoth::reads<word>{}, quoth::writes<shout>{});
  void process(quoth::document<shouts>& doc) {
    for (const word each : doc.read<word>()) {
      const std::string_view letters = each.where.of(doc.text());
      if (letters == "FAIL") throw quoth::error("the text says FAIL", each.where);
      if (std::ranges::all_of(letters, [](char c) { return c >= 'A' && c <= 'Z'; }))
        doc.write<shout>().add({.where = each.where});
    }
  }
};

enum class colour : std::uint32_t { red, green, blue };

struct everything {
  bool flag = false;
  std::int64_t whole = 0;
  double share = 0;
  std::string text;
  colour shade = colour::red;
  std::chrono::milliseconds pause{0};
  quoth::byte_count memory;
  quoth::file model;
  quoth::output log;
  std::vector<std::string> names;
  std::int64_t open_end = 0;
  static constexpr auto about = quoth::stage(
      "test.everything", "2.1.0", "Takes a parameter of every type.",
      quoth::param(&everything::flag, "flag", false, "whether to"),
      quoth::param(&everything::whole, "whole", 3, "how many", quoth::range{1, 20}),
      quoth::param(&everything::share, "share", 0.5, "what part", quoth::range{0.0, 1.0}),
      quoth::param(&everything::text, "text", "", "any text"),
      quoth::param(&everything::shade, "shade", colour::green, "which colour", "red", "green",
                   "blue"),
      quoth::param(&everything::pause, "pause", std::chrono::seconds(1), "how long",
                   quoth::range{1, 60000}),
      quoth::param(&everything::memory, "memory", quoth::byte_count{65536}, "how much",
                   quoth::range{1, 1 << 20}),
      quoth::param(&everything::model, "model", quoth::no_default, "the model's file"),
      quoth::param(&everything::log, "log", quoth::no_default, "where to write"),
      quoth::param(&everything::names, "names", quoth::no_default, "which names"),
      quoth::param(&everything::open_end, "open-end", 0, "without an upper limit",
                   quoth::range{0, 1e19}));
  void process(quoth::document<everything>&) {}
};

struct model_reader {
  quoth::file model;
  static constexpr auto about =
      quoth::stage("test.model-reader", "1.0.0", "Needs a file.",
                   quoth::param(&model_reader::model, "model", quoth::required, "the model's file"),
                   quoth::writes<shout>{});
  void load(const quoth::host&) {}
  void process(quoth::document<model_reader>&) {}
};

struct writer {
  quoth::output file;
  static constexpr auto about =
      quoth::stage("test.writer", "1.0.0", "Writes shouts, one a line.",
                   quoth::param(&writer::file, "file", "shouts.txt", "the file to write"),
                   quoth::reads<shout>{});
  void render(quoth::document<writer>& doc, quoth::buffer& out) {
    for (const shout each : doc.read<shout>()) {
      out.append(each.where.of(doc.text()));
      out.append("\n");
    }
  }
  class sink {
   public:
    sink(const writer& stage, const quoth::host& host) : path_(stage.file.path), host_(host) {}
    void start() { file_.create(host_, path_); }
    void reopen(std::string_view state) {
      file_.resume(host_, path_, std::stoull(std::string(state)));
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
};

}  // namespace

QUOTH_PLUGIN("test", "1.0.0", "Stages for the tests of pipelines.", "Apache-2.0", reader, words,
             shouts, everything, model_reader, writer)
