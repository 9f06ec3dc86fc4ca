// The stage quoth.quote-extractor: quotations of a document, direct to indirect, and the turns of
// a transcript.
#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <quoth/plugin.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "extractor.hpp"
#include "lexicon.hpp"

namespace {

using namespace quoth::quotes;

// Until a trained model is there, both are the rules over lexicons.
enum class model_choice : std::uint32_t { none, fast };

// A turn is spoken words from one mouth: no other source can be more certain.
constexpr double turn_confidence = 0.99;

// What all workers share: the lexicons, and which languages were missed already.
struct languages {
  std::map<std::string, lexicon, std::less<>> known;
  std::mutex missing_guard;
  std::set<std::string, std::less<>> missing;

  explicit languages(const quoth::host& host) {
    for (std::string folder : host.resources("")) {
      if (!folder.ends_with('/')) continue;
      const auto file = [&](const char* name) { return host.resource(folder + name).value_or(""); };
      const lexicon::files files{file("words.tsv"), file("cues.tsv"), file("tails.tsv"),
                                 file("grammar.tsv")};
      folder.pop_back();
      if (!files.words.empty()) known.emplace(folder, lexicon::read(files, folder));
    }
  }

  // Whether `code` is asked for the first time.
  bool note_missing(std::string_view code) {
    const std::lock_guard lock(missing_guard);
    return missing.emplace(code).second;
  }
};

// Words of a turn that nobody spoke: “[applause]”.
bool is_stage_direction(std::string_view words) {
  return words.empty() || (words.front() == '[' && words.find(']') == words.size() - 1) ||
         (words.front() == '(' && words.find(')') == words.size() - 1);
}

struct quote_extractor {
  std::int64_t min_words = 3;
  model_choice model = model_choice::fast;

  static constexpr auto about = quoth::stage(
      "quoth.quote-extractor", "0.1.0",
      "Finds quotations, direct to indirect, with their cue, source and status.",
      quoth::param(&quote_extractor::min_words, "min-words", 3,
                   "words that a quotation without a cue must have", quoth::range{1, 100}),
      quoth::param(&quote_extractor::model, "model", model_choice::fast,
                   "which model decides; fast is the rules as long as none is trained", "none",
                   "fast"),
      quoth::reads<quoth::language>{}, quoth::reads<quoth::paragraph>{},
      quoth::reads<quoth::sentence>{}, quoth::reads<quoth::token>{},
      quoth::reads_if_present<quoth::turn>{}, quoth::writes<quoth::quote>{},
      quoth::writes<quoth::quote_part>{});

  void load(const quoth::host& host) { languages_ = std::make_shared<languages>(host); }

  void process(quoth::document<quote_extractor>& doc) {
    found_.clear();
    extract_.run(columns(doc), lexicon_of(doc),
                 {.min_words = static_cast<std::uint32_t>(min_words)}, found_);
    const auto turns = doc.read<quoth::turn>();
    std::size_t next = 0;
    for (std::uint32_t t = 0; t < turns.size(); ++t) {
      const quoth::turn turn = turns[t];
      for (; next < found_.quotes.size() && found_.quotes[next].where.begin < turn.where.begin;
           ++next)
        add(found_.quotes[next], doc);
      // What is quoted inside a turn is part of the turn's words.
      while (next < found_.quotes.size() && found_.quotes[next].where.begin < turn.where.end)
        ++next;
      add_turn(t, turn, doc);
    }
    for (; next < found_.quotes.size(); ++next) add(found_.quotes[next], doc);
  }

  quote_extractor() = default;
  // A copy for another worker shares the lexicons and has memory of its own.
  quote_extractor(const quote_extractor& other)
      : min_words(other.min_words), model(other.model), languages_(other.languages_) {}
  quote_extractor& operator=(const quote_extractor&) = delete;

 private:
  document_columns columns(quoth::document<quote_extractor>& doc) {
    const auto spans = [](const auto& rows, std::vector<quoth::span>& to) {
      to.resize(rows.size());
      const auto begins = rows.begins(), ends = rows.ends();
      for (std::size_t i = 0; i < to.size(); ++i) to[i] = {begins[i], ends[i]};
      return std::span<const quoth::span>(to);
    };
    return {doc.text(), spans(doc.read<quoth::paragraph>(), paragraphs_),
            spans(doc.read<quoth::sentence>(), sentences_),
            spans(doc.read<quoth::token>(), tokens_)};
  }

  // nullptr for a language without resources, which the log says once.
  const lexicon* lexicon_of(quoth::document<quote_extractor>& doc) {
    const auto language = doc.read<quoth::language>();
    const std::string_view code = language.empty() ? "und" : language.front().code;
    const auto known = languages_->known.find(code);
    if (known != languages_->known.end()) return &known->second;
    if (languages_->note_missing(code))
      doc.log(quoth::log_level::warning, "no resources for language \"" + std::string(code) +
                                             "\": only quotations in marks are found in it");
    return nullptr;
  }

  void add(const found_quote& q, quoth::document<quote_extractor>& doc) {
    text_.clear();
    append_text(doc.text(), found_.pieces_of(q), text_);
    const auto row = doc.write<quoth::quote>().add({.where = q.where,
                                                    .kind = q.kind,
                                                    .status = q.status,
                                                    .text = text_,
                                                    .confidence = q.confidence});
    for (const piece& p : found_.pieces_of(q))
      doc.write<quoth::quote_part>().add({.where = p.where, .quote = row, .role = p.role});
  }

  static void add_turn(std::uint32_t index, const quoth::turn& turn,
                       quoth::document<quote_extractor>& doc) {
    const quoth::span words{static_cast<std::uint32_t>(turn.words), turn.where.end};
    if (words.begin >= words.end || is_stage_direction(words.of(doc.text()))) return;
    const auto row = doc.write<quoth::quote>().add({.where = words,
                                                    .kind = quoth::quote_kind::direct,
                                                    .status = quoth::quote_status::asserted,
                                                    .text = words.of(doc.text()),
                                                    .confidence = turn_confidence,
                                                    .turn = quoth::row<quoth::turn>{index}});
    doc.write<quoth::quote_part>().add(
        {.where = words, .quote = row, .role = quoth::part_role::content});
    if (turn.label.empty()) return;
    const auto label_end = turn.where.begin + static_cast<std::uint32_t>(turn.label.size());
    doc.write<quoth::quote_part>().add(
        {.where = {turn.where.begin, label_end}, .quote = row, .role = quoth::part_role::source});
  }

  std::shared_ptr<languages> languages_;
  extractor extract_;
  extraction found_;
  std::vector<quoth::span> paragraphs_, sentences_, tokens_;
  std::string text_;
};

}  // namespace

QUOTH_PLUGIN("quoth", "0.1.0", "Quotations.", "Apache-2.0", quote_extractor)
