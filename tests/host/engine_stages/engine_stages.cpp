// Stages for the tests of the engine: readers, annotators and a writer that do little, and fail
// where the words of a document tell them to.
#include <charconv>
#include <chrono>
#include <quoth/plugin.hpp>
#include <string>
#include <thread>

namespace trial {

/// One document a line. `BROKEN` ends the input, a line that begins with `unreadable` makes no
/// document.
struct lines {
  static constexpr auto about =
      quoth::stage("org.trial.lines", "1.0.0", "Reads lines.", quoth::accepts("*.lines"),
                   quoth::media_types("text/x-lines"), quoth::writes<quoth::document_row>{});

  struct cursor {
    explicit cursor(const quoth::input&) {}
    std::uint64_t line = 1;
  };

  // Looks at the whole window each time: the engine must stay linear all the same.
  static quoth::cut next(cursor& c, std::string_view window, bool last) {
    std::size_t end = window.find('\n');
    if (end == std::string_view::npos && !last) return quoth::cut::need_more();
    end = std::min(end, window.size());
    if (window.substr(0, end) == "BROKEN") throw quoth::error("the rest makes no sense");
    const std::uint64_t consumed = std::min(end + 1, window.size());
    return {.found = end > 0, .begin = 0, .end = end, .consumed = consumed, .line = c.line++};
  }

  void parse(const quoth::item& item, quoth::document<lines>& doc) {
    if (item.bytes.starts_with("unreadable")) throw quoth::error("this line is unreadable");
    doc.set_text(item.bytes);
    doc.write<quoth::document_row>().add(
        {.id = std::string(item.input.id) + ":" + std::to_string(item.line)});
  }
};

/// One document a file.
struct whole {
  static constexpr auto about =
      quoth::stage("org.trial.whole", "1.0.0", "Reads whole files.", quoth::accepts("*.whole"),
                   quoth::media_types("text/x-whole"), quoth::writes<quoth::document_row>{});

  struct cursor {
    explicit cursor(const quoth::input&) {}
  };
  static quoth::cut next(cursor&, std::string_view window, bool last) {
    if (!last) return quoth::cut::need_more();
    return {.found = true, .begin = 0, .end = window.size(), .consumed = window.size(), .line = 1};
  }
  void parse(const quoth::item& item, quoth::document<whole>& doc) {
    doc.set_text(item.bytes);
    doc.write<quoth::document_row>().add({.id = item.input.id});
  }
};

/// Adds a paragraph, and then does what the text asks for.
struct work {
  std::int64_t pause = 0;  // microseconds a document

  static constexpr auto about =
      quoth::stage("org.trial.work", "1.0.0", "Works, waits or fails.",
                   quoth::param(&work::pause, "pause", 0, "microseconds that each document takes"),
                   quoth::writes<quoth::paragraph>{});

  void process(quoth::document<work>& doc) {
    const std::string_view text = doc.text();
    const auto end = static_cast<std::uint32_t>(text.size());
    doc.write<quoth::paragraph>().add({.where = {0, end}});
    if (pause > 0) std::this_thread::sleep_for(std::chrono::microseconds(pause));
    if (text.find("fails") != std::string_view::npos) {
      throw quoth::error("the text says so", {0, 1});
    }
    if (text.find("is fatal") != std::string_view::npos) throw quoth::fatal_error("no way on");
    if (text.find("is unusable") != std::string_view::npos)
      throw quoth::unusable_error("the lexicon is damaged");
  }
};

/// Numbers the documents as they come: in input order, or the numbers show it.
struct count {
  static constexpr auto about = quoth::stage("org.trial.count", "1.0.0", "Numbers documents.",
                                             quoth::serial{}, quoth::writes<quoth::metadata>{});

  void process(quoth::document<count>& doc) {
    doc.write<quoth::metadata>().add({.key = "number", .json = std::to_string(++documents)});
  }

 private:
  std::uint64_t documents = 0;
};

/// `ID SIZE PARAGRAPHS NUMBER WORDS…` a line, the first forty bytes of the text.
struct list {
  quoth::output file;

  static constexpr auto about =
      quoth::stage("org.trial.list", "1.0.0", "Lists documents.",
                   quoth::param(&list::file, "file", "list.txt", "the file to write"),
                   quoth::reads<quoth::document_row>{}, quoth::reads_if_present<quoth::paragraph>{},
                   quoth::reads_if_present<quoth::metadata>{});

  void render(quoth::document<list>& doc, quoth::buffer& out) {
    std::string line;
    for (const quoth::document_row& row : doc.read<quoth::document_row>()) line += row.id;
    std::size_t paragraphs = 0;
    for ([[maybe_unused]] const quoth::paragraph& p : doc.read<quoth::paragraph>()) ++paragraphs;
    line.append(" ").append(std::to_string(doc.text().size()));
    line.append(" ").append(std::to_string(paragraphs));
    for (const quoth::metadata& m : doc.read<quoth::metadata>()) line.append(" ").append(m.json);
    line.append(" ").append(doc.text().substr(0, 40)).append("\n");
    out.append(line);
  }

  class sink {
   public:
    sink(const list& stage, const quoth::host& host) : path_(stage.file.path), host_(host) {}
    void start() { file_.create(host_, path_); }
    void reopen(std::string_view state) {
      std::uint64_t length = 0;
      std::from_chars(state.data(), state.data() + state.size(), length);
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
};

/// A file for each document, finished as it comes: FOLDER/1, FOLDER/2, …
struct each {
  quoth::output folder;

  static constexpr auto about =
      quoth::stage("org.trial.each", "1.0.0", "Writes a file a document.",
                   quoth::param(&each::folder, "folder", "each", "the folder to write to"),
                   quoth::reads<quoth::document_row>{});

  void render(quoth::document<each>& doc, quoth::buffer& out) { out.append(doc.text()); }

  class sink {
   public:
    sink(const each& stage, const quoth::host& host) : folder_(stage.folder.path), host_(host) {}
    void start() {}
    void reopen(std::string_view state) {
      std::from_chars(state.data(), state.data() + state.size(), documents_);
    }
    void write(std::string_view rendered) {
      quoth::output_file file;
      file.create(host_, folder_ + '/' + std::to_string(++documents_));
      file.write(rendered);
      file.commit();
    }
    void checkpoint(quoth::buffer& state) { state.append(std::to_string(documents_)); }
    void finish() {}
    void abandon() {}

   private:
    std::string folder_;
    quoth::host host_;
    std::uint64_t documents_ = 0;
  };
};

}  // namespace trial

QUOTH_PLUGIN("org.trial", "1.0.0", "Stages for the tests of the engine.", "Apache-2.0",
             trial::lines, trial::whole, trial::work, trial::count, trial::list, trial::each)
