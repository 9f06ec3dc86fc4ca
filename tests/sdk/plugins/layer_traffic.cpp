// Stages that write and read many rows, for the benchmark of the contract: documents of 20,000
// tokens of two characters, parted by blanks.
#include <memory>
#include <quoth/plugin.hpp>
#include <span>
#include <vector>

namespace {

constexpr std::uint32_t token_count = 20'000;

/// Spans of tokens of two characters, `width` bytes each, and one blank.
struct token_spans {
  explicit token_spans(std::uint32_t width) {
    for (std::uint32_t i = 0; i < token_count; ++i) {
      begins.push_back(i * (width + 1));
      ends.push_back(i * (width + 1) + width);
    }
    sentences.assign(token_count, 0);
    kinds.assign(token_count, quoth::token_kind::word);
  }
  std::vector<std::uint32_t> begins, ends, sentences;
  std::vector<quoth::token_kind> kinds;
};

/// Adds tokens row by row.
struct row_writer {
  static constexpr auto about =
      quoth::stage("org.bench.rows", "1", "Adds rows one by one.", quoth::writes<quoth::token>{});
  void process(quoth::document<row_writer>& doc) {
    const token_spans spans(doc.text()[0] == 'a' ? 2 : 3);
    auto& to = doc.write<quoth::token>();
    for (std::uint32_t i = 0; i < token_count; ++i) {
      to.add({.where = {spans.begins[i], spans.ends[i]}, .kind = spans.kinds[i], .sentence = {}});
    }
  }
};

/// Hands over tokens as flat arrays; the references are to sentence 0, which it adds.
struct array_writer {
  static constexpr auto about =
      quoth::stage("org.bench.arrays", "1", "Adds rows as arrays.",
                   quoth::writes<quoth::sentence>{}, quoth::writes<quoth::token>{});
  std::shared_ptr<const token_spans> narrow = std::make_shared<token_spans>(2),
                                     wide = std::make_shared<token_spans>(3);
  void process(quoth::document<array_writer>& doc) {
    const token_spans& spans = doc.text()[0] == 'a' ? *narrow : *wide;
    doc.write<quoth::sentence>().add({.where = {0, 0}, .paragraph = {}});
    doc.write<quoth::token>().add_all(std::span(spans.begins), std::span(spans.ends),
                                      std::span(spans.kinds), std::span(spans.sentences));
  }
};

/// Adds rows with strings.
struct string_writer {
  static constexpr auto about = quoth::stage("org.bench.strings", "1", "Adds rows with strings.",
                                             quoth::writes<quoth::metadata>{});
  void process(quoth::document<string_writer>& doc) {
    auto& to = doc.write<quoth::metadata>();
    for (std::uint32_t i = 0; i < token_count; ++i) to.add({.key = "section", .json = "\"sport\""});
  }
};

/// Reads tokens as rows.
struct row_reader {
  static constexpr auto about =
      quoth::stage("org.bench.read-rows", "1", "Reads rows.", quoth::reads<quoth::token>{});
  std::uint64_t found = 0;
  void process(quoth::document<row_reader>& doc) {
    std::uint64_t sum = 0;
    for (const quoth::token t : doc.read<quoth::token>()) sum += t.where.size() + t.sentence.id;
    found = sum;
  }
};

/// Reads tokens as columns.
struct column_reader {
  static constexpr auto about =
      quoth::stage("org.bench.read-columns", "1", "Reads columns.", quoth::reads<quoth::token>{});
  std::uint64_t found = 0;
  void process(quoth::document<column_reader>& doc) {
    const auto tokens = doc.read<quoth::token>();
    const auto begins = tokens.begins(), ends = tokens.ends();
    const auto sentences = tokens.values<&quoth::token::sentence>();
    std::uint64_t sum = 0;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) sum += ends[i] - begins[i] + sentences[i];
    found = sum;
  }
};

}  // namespace

QUOTH_PLUGIN("org.bench", "1.0.0", "Writes and reads many rows.", "Apache-2.0", array_writer,
             row_writer, string_writer, row_reader, column_reader)
