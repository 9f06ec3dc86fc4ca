// The stage quoth.text-segmenter: paragraphs, sentences, tokens and the language of a text.
#include <algorithm>
#include <memory>
#include <quoth/plugin.hpp>
#include <span>
#include <string>
#include <string_view>
#include <text/plugin_resources.hpp>
#include <vector>

#include "language.hpp"
#include "language_resources.hpp"
#include "segment.hpp"

namespace {

using quoth::segmenter::language_resources;

// What `lang` and `default-lang` may be: a language tag, or nothing.
[[nodiscard]] std::string checked_tag(std::string_view tag, const char* parameter) {
  std::string code = quoth::segmenter::language_of_tag(tag);
  if (code.empty() && !tag.empty()) {
    throw quoth::error(std::string(parameter) + ": '" + std::string(tag) +
                       "' is no language tag such as en or de-AT");
  }
  return code;
}

// The languages that the plugin's resources know, a folder each.
[[nodiscard]] std::vector<language_resources> load_languages(const quoth::host& host) {
  std::vector<language_resources> known;
  for (const std::string& folder : quoth::text::languages_of(host)) {
    known.push_back(language_resources::load(
        folder, [&](const std::string& name) { return host.resource(name); }));
  }
  return known;
}

struct text_segmenter {
  std::string lang;
  std::string default_lang;

  static constexpr auto about = quoth::stage(
      "quoth.text-segmenter", "0.1.0",
      "Parts a text into paragraphs, sentences and tokens, and tells its language.",
      quoth::param(&text_segmenter::lang, "lang", "",
                   "language of every document, whatever the input says; empty: as the input says, "
                   "detected where it says nothing"),
      quoth::param(&text_segmenter::default_lang, "default-lang", "en",
                   "language of texts too short to tell"),
      quoth::reads_if_present<quoth::document_row>{}, quoth::reads_if_present<quoth::turn>{},
      quoth::writes<quoth::language>{}, quoth::writes<quoth::paragraph>{},
      quoth::writes<quoth::sentence>{}, quoth::writes<quoth::token>{});

  void load(const quoth::host& host) {
    lang_ = checked_tag(lang, "lang");
    default_lang_ = checked_tag(default_lang, "default-lang");
    known_ = std::make_shared<const std::vector<language_resources>>(load_languages(host));
  }

  void process(quoth::document<text_segmenter>& doc) {
    const std::string_view text = doc.text();
    const std::string code = add_language(doc);
    find_starts(doc);
    if (const auto* resources = resources_of(code)) {
      quoth::segmenter::segment(text, *resources, starts_, scratch_, found_);
    } else {
      quoth::segmenter::segment(text, language_resources(code), starts_, scratch_, found_);
    }
    add_rows(doc);
  }

 private:
  [[nodiscard]] const language_resources* resources_of(std::string_view code) const {
    const auto found = std::ranges::find(*known_, code, &language_resources::lang);
    return found == known_->end() ? nullptr : &*found;
  }

  // Writes the one row of `language` and returns its code.
  std::string add_language(quoth::document<text_segmenter>& doc) {
    std::string code = lang_;
    if (code.empty()) code = given_language(doc);
    if (!code.empty()) {
      doc.write<quoth::language>().add({.code = code, .detected = false, .confidence = 1.0});
      return code;
    }
    auto guess = quoth::segmenter::detect_language(doc.text(), *known_, default_lang_);
    doc.write<quoth::language>().add(
        {.code = guess.code, .detected = true, .confidence = guess.confidence});
    return std::move(guess.code);
  }

  [[nodiscard]] static std::string given_language(quoth::document<text_segmenter>& doc) {
    for (const quoth::document_row& row : doc.read<quoth::document_row>()) {
      if (row.lang) return quoth::segmenter::language_of_tag(*row.lang);
    }
    return {};
  }

  // A turn of a transcript begins a sentence, and so do its words after the label.
  void find_starts(quoth::document<text_segmenter>& doc) {
    starts_.clear();
    for (const quoth::turn& turn : doc.read<quoth::turn>()) {
      starts_.push_back(turn.where.begin);
      starts_.push_back(static_cast<std::uint32_t>(turn.words));
    }
    std::ranges::sort(starts_);
  }

  void add_rows(quoth::document<text_segmenter>& doc) const {
    const auto& [paragraphs, sentences, tokens] = found_;
    doc.write<quoth::paragraph>().add_all(std::span(paragraphs.begins), std::span(paragraphs.ends));
    doc.write<quoth::sentence>().add_all(std::span(sentences.begins), std::span(sentences.ends),
                                         std::span(sentences.paragraphs));
    doc.write<quoth::token>().add_all(std::span(tokens.begins), std::span(tokens.ends),
                                      std::span(tokens.kinds), std::span(tokens.sentences));
  }

  std::string lang_;
  std::string default_lang_;
  std::shared_ptr<const std::vector<language_resources>> known_;
  std::vector<std::uint32_t> starts_;
  quoth::segmenter::segment_scratch scratch_;
  quoth::segmenter::segmentation found_;
};

}  // namespace

QUOTH_PLUGIN("quoth", "0.1.0", "Paragraphs, sentences, tokens, languages.", "Apache-2.0",
             text_segmenter)
