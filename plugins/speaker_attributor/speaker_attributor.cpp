// The stage quoth.speaker-attributor: who said each quotation, and the names of a document.
#include <memory>
#include <quoth/plugin.hpp>
#include <string>
#include <string_view>
#include <text/plugin_resources.hpp>
#include <vector>

#include "attribution.hpp"
#include "lexicon.hpp"

namespace {

// The lexicons of the plugin's resources folder; `read` and the texts live as long as the step.
[[nodiscard]] quoth::names::resources resources_of(const quoth::host& host) {
  quoth::names::resources resources;
  resources.languages = quoth::text::languages_of(host);
  resources.read = [&host](const std::string& path) { return host.resource(path); };
  return resources;
}

struct speaker_attributor {
  static constexpr auto about = quoth::stage(
      "quoth.speaker-attributor", "0.1.0",
      "Tells who said each quotation, by the fullest name in the document, and who passed it on.",
      quoth::reads_if_present<quoth::document_row>{}, quoth::reads<quoth::language>{},
      quoth::reads<quoth::paragraph>{}, quoth::reads<quoth::sentence>{},
      quoth::reads<quoth::token>{}, quoth::reads_if_present<quoth::turn>{},
      quoth::reads<quoth::quote>{}, quoth::reads<quoth::quote_part>{}, quoth::writes<quoth::name>{},
      quoth::writes<quoth::speaker>{});

  void load(const quoth::host& host) {
    languages_ = std::make_shared<const quoth::speakers::lexicons>(
        quoth::speakers::lexicons::load(resources_of(host)));
  }

  void process(quoth::document<speaker_attributor>& doc) {
    quoth::speakers::article article = read(doc);
    if (!attribute_) attribute_ = std::make_unique<quoth::speakers::attributor>(*languages_);
    const quoth::speakers::attribution& found = (*attribute_)(article);
    for (const quoth::name& row : found.names) doc.write<quoth::name>().add(row);
    for (const quoth::speaker& row : found.speakers) doc.write<quoth::speaker>().add(row);
  }

  speaker_attributor() = default;
  // A copy for another worker shares the lexicons and has memory of its own.
  speaker_attributor(const speaker_attributor& other) : languages_(other.languages_) {}
  speaker_attributor& operator=(const speaker_attributor&) = delete;

 private:
  [[nodiscard]] quoth::speakers::article read(quoth::document<speaker_attributor>& doc) {
    quoth::speakers::article article;
    article.text = doc.text();
    for (const quoth::language& row : doc.read<quoth::language>()) article.language = row.code;
    for (const quoth::document_row& row : doc.read<quoth::document_row>()) {
      article.title = row.title.value_or(std::string_view{});
      article.author = row.author.value_or(std::string_view{});
    }
    article.paragraphs = rows_of(doc.read<quoth::paragraph>(), paragraphs_);
    article.sentences = rows_of(doc.read<quoth::sentence>(), sentences_);
    article.tokens = rows_of(doc.read<quoth::token>(), tokens_);
    article.turns = rows_of(doc.read<quoth::turn>(), turns_);
    article.quotes = rows_of(doc.read<quoth::quote>(), quotes_);
    article.parts = rows_of(doc.read<quoth::quote_part>(), parts_);
    return article;
  }

  template <class Layer>
  static std::span<const Layer> rows_of(const quoth::rows<Layer>& rows,
                                        std::vector<Layer>& copied) {
    copied.clear();
    for (const Layer row : rows) copied.push_back(row);
    return copied;
  }

  std::shared_ptr<const quoth::speakers::lexicons> languages_;
  std::unique_ptr<quoth::speakers::attributor> attribute_;
  std::vector<quoth::paragraph> paragraphs_;
  std::vector<quoth::sentence> sentences_;
  std::vector<quoth::token> tokens_;
  std::vector<quoth::turn> turns_;
  std::vector<quoth::quote> quotes_;
  std::vector<quoth::quote_part> parts_;
};

}  // namespace

QUOTH_PLUGIN("quoth", "0.1.0", "Names and speakers.", "Apache-2.0", speaker_attributor)
