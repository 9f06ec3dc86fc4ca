// The stage quoth.quote-extractor: quotations, direct to indirect, with their cues and sources.
#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <quoth/plugin.hpp>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <text/plugin_resources.hpp>
#include <vector>

#include "extractor.hpp"
#include "lexicon.hpp"
#include "tagger_model.hpp"

namespace {

using namespace quoth::quotes;

enum class model_choice : std::uint32_t { none, fast, accurate };

// The languages of the plugin's resources, and those already reported as missing. Shared by the
// workers of a step: `lexicons` is immutable, `reported` guarded.
struct languages {
  std::map<std::string, lexicon, std::less<>> lexicons;
  std::map<std::string, tagger_model, std::less<>> models;  // of those that have one
  mutable std::mutex guard;
  mutable std::set<std::string, std::less<>> reported;

  [[nodiscard]] const lexicon* find(std::string_view code) const {
    const auto found = lexicons.find(code);
    return found == lexicons.end() ? nullptr : &found->second;
  }
  [[nodiscard]] const tagger_model* model_of(std::string_view code) const {
    const auto found = models.find(code);
    return found == models.end() ? nullptr : &found->second;
  }
};

lexicon read_lexicon(const quoth::host& host, const std::string& code) {
  const auto file = [&](const char* name) {
    return host.resource(code + "/" + name).value_or(std::string_view{});
  };
  return lexicon::read({.words = file("words.tsv"),
                        .cues = file("cues.tsv"),
                        .tails = file("tails.tsv"),
                        .grammar = file("grammar.tsv"),
                        .spellings = file("spellings.tsv")},
                       code);
}

struct quote_extractor {
  std::int64_t min_words;
  fragment_reading fragments;
  model_choice model;

  static constexpr auto about = quoth::stage(
      "quoth.quote-extractor", "0.1.0",
      "Finds quotations, direct, mixed and indirect, with the words that report them and who "
      "speaks.",
      quoth::param(&quote_extractor::min_words, "min-words", 3,
                   "words of a quotation in marks that nothing attributes; shorter ones are taken "
                   "for emphasis or titles",
                   quoth::range{1, 1000}),
      quoth::param(
          &quote_extractor::fragments, "fragments", fragment_reading::language,
          "words in marks within reported speech: apart: direct quotes of their own beside "
          "the report; within: part of the report and nothing else; language: what readers "
          "of the language expect",
          "language", "apart", "within"),
      quoth::param(&quote_extractor::model, "model", model_choice::fast,
                   "none: rules and lexicons alone; fast, accurate: a small or a large trained "
                   "tagger over them, for the languages that have one",
                   "none", "fast", "accurate"),
      quoth::reads<quoth::language>{}, quoth::reads<quoth::paragraph>{},
      quoth::reads<quoth::sentence>{}, quoth::reads<quoth::token>{},
      quoth::reads_if_present<quoth::turn>{}, quoth::writes<quoth::quote>{},
      quoth::writes<quoth::quote_part>{});

  void load(const quoth::host& host) {
    host_.emplace(host);
    auto loaded = std::make_shared<languages>();
    for (const std::string& folder : quoth::text::languages_of(host)) {
      loaded->lexicons.emplace(folder, read_lexicon(host, folder));
      if (model == model_choice::none) continue;
      const char* size = model == model_choice::fast ? "/fast.model" : "/accurate.model";
      const std::string file = folder + size;
      if (const auto bytes = host.resource(file)) {
        loaded->models.emplace(folder, tagger_model::read(*bytes, file));
      }
    }
    languages_ = std::move(loaded);
  }

  void process(quoth::document<quote_extractor>& doc) {
    const std::string_view code = language_of(doc);
    const lexicon* facts = languages_->find(code);
    if (!facts) report_missing(code);
    read_turns(doc);
    const auto paragraphs = doc.read<quoth::paragraph>();
    const auto sentences = doc.read<quoth::sentence>();
    const auto tokens = doc.read<quoth::token>();
    const document_columns columns{.text = doc.text(),
                                   .paragraphs = {paragraphs.begins(), paragraphs.ends()},
                                   .sentences = {sentences.begins(), sentences.ends()},
                                   .tokens = {tokens.begins(), tokens.ends()}};
    found_.clear();
    const extraction_options options{.min_words = static_cast<std::uint32_t>(min_words),
                                     .fragments = fragments,
                                     .model = languages_->model_of(code)};
    extractor_.run(columns, turns_, facts, options, found_);
    add_rows(doc);
  }

 private:
  static std::string_view language_of(quoth::document<quote_extractor>& doc) {
    std::string_view code = "und";
    for (const quoth::language& row : doc.read<quoth::language>()) code = row.code;
    return code;
  }

  void report_missing(std::string_view code) const {
    const std::lock_guard lock(languages_->guard);
    if (!languages_->reported.emplace(code).second) return;
    host_->log(quoth::log_level::warning,
               "quoth.quote-extractor knows no words of language '" + std::string(code) +
                   "': only quotations in marks are found in its documents");
  }

  void read_turns(quoth::document<quote_extractor>& doc) {
    turns_.clear();
    const std::string_view text = doc.text();
    for (const quoth::turn& row : doc.read<quoth::turn>()) {
      const auto words = std::clamp<std::int64_t>(row.words, row.where.begin, row.where.end);
      transcript_turn turn{.where = row.where,
                           .label = {row.where.begin, row.where.begin},
                           .words = static_cast<std::uint32_t>(words)};
      if (row.where.of(text).starts_with(row.label)) {
        turn.label.end += static_cast<std::uint32_t>(row.label.size());
      }
      turns_.push_back(turn);
    }
  }

  void add_rows(quoth::document<quote_extractor>& doc) {
    auto& quotes = doc.write<quoth::quote>();
    auto& parts = doc.write<quoth::quote_part>();
    for (const found_quote& q : found_.quotes) {
      const std::span<const piece> pieces = found_.pieces_of(q);
      text_.clear();
      append_text(doc.text(), pieces, text_);
      quoth::quote row{.where = q.where,
                       .kind = q.kind,
                       .status = q.status,
                       .text = text_,
                       .confidence = q.confidence,
                       .turn = {}};
      if (q.turn != nowhere) row.turn = quoth::row<quoth::turn>{q.turn};
      const auto id = quotes.add(row);
      for (const piece& p : pieces) {
        parts.add({.where = p.where, .quote = id, .role = p.role});
      }
    }
  }

  std::shared_ptr<const languages> languages_;
  std::optional<quoth::host> host_;
  extractor extractor_;
  extraction found_;
  std::vector<transcript_turn> turns_;
  std::string text_;
};

}  // namespace

QUOTH_PLUGIN("quoth", "0.1.0", "Quotations, direct to indirect.", "Apache-2.0", quote_extractor)
