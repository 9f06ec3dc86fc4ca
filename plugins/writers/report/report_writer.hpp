// quoth.report-writer: one self-contained HTML page a run, for editors.
#pragma once

#include <algorithm>
#include <memory>
#include <quoth/plugin.hpp>
#include <string>

#include "writers/checkpoint.hpp"
#include "writers/document_layers.hpp"
#include "writers/interface.hpp"
#include "writers/report/article.hpp"
#include "writers/report/frame.hpp"
#include "writers/report/html.hpp"

namespace quoth::writers {

struct report_writer {
  static constexpr const char* of_document = "document";  // as a language: each document's own

  quoth::output file;
  std::string lang, title;
  quoth::byte_count longest_text;

  static constexpr auto about = writer_stage(
      "quoth.report-writer", "1.0.0",
      "Writes one HTML page a run: documents with their quotations marked, verdicts, evidence.",
      quoth::param(&report_writer::file, "file", "report.html", "the file to write"),
      quoth::param(&report_writer::lang, "lang", of_document,
                   "language of headings and labels, such as en; document: each document's own, "
                   "and around them the first document's"),
      quoth::param(&report_writer::title, "title", "",
                   "title of the page; empty: one in its language"),
      quoth::param(&report_writer::longest_text, "longest-text", quoth::byte_count{100'000},
                   "of a longer text only the passages around quotations are shown",
                   quoth::range{1000, 1e9}));

  void load(const quoth::host& host) {
    languages = std::make_shared<const interface_languages>(host);
    if (lang != of_document && !languages->has(lang)) throw quoth::error(unknown_language());
    options.longest_text = static_cast<std::uint32_t>(longest_text.bytes);
  }

  // A line with the position of the document's language and its rating_counts, then its article.
  void render(quoth::document<report_writer>& doc, quoth::buffer& out) {
    const document_layers layers = layers_of(doc);
    page.begin(layers);
    const std::size_t language =
        languages->position(lang == of_document ? language_of(layers) : lang);
    rating_counts counts{};
    for (const entry& e : page.entries()) ++counts[position_of_rating(e.rating())];
    markup = std::to_string(language);
    for (const std::uint64_t count : counts) markup.append(" ").append(std::to_string(count));
    markup += '\n';
    page.render(*languages, language, options, markup);
    out.append(markup);
  }

  // The file. A checkpoint's state is its length in bytes, the number of documents in it, the
  // position of the page's language, and the rating_counts. The head waits for the first document,
  // whose language it may take.
  class sink {
   public:
    sink(const report_writer& stage, const quoth::host& host)
        : path_(stage.file.path),
          title_(stage.title),
          language_(stage.languages->position(stage.lang)),
          languages_(stage.languages),
          host_(host) {}
    void start() { file_.create(host_, path_); }
    void reopen(std::string_view state) {
      const auto numbers = numbers_of<3 + report_ratings.size()>(state, path_);
      file_.resume(host_, path_, numbers[0]);
      documents_ = numbers[1];
      language_ = std::min<std::uint64_t>(numbers[2], languages_->codes().size() - 1);
      std::copy(numbers.begin() + 3, numbers.end(), counts_.begin());
    }
    void write(std::string_view rendered) {
      const std::size_t line = rendered.find('\n');
      const auto numbers = numbers_of<1 + report_ratings.size()>(rendered.substr(0, line), path_);
      if (documents_ == 0) {
        language_ = numbers[0];
        head();
      }
      for (std::size_t r = 0; r < counts_.size(); ++r) counts_[r] += numbers[r + 1];
      ++documents_;
      write_numbered(rendered.substr(line + 1));
    }
    void checkpoint(quoth::buffer& state) {
      std::string numbers = state_of(file_.sync(), documents_, language_);
      for (const std::uint64_t count : counts_) numbers.append(" ").append(std::to_string(count));
      state.append(numbers);
    }
    void finish() {
      if (documents_ == 0) head();
      file_.write(frame_tail(say(), documents_, counts_));
      file_.commit();
    }
    void abandon() { file_.close(); }

   private:
    [[nodiscard]] const text::phrase_book& say() const { return languages_->at(language_); }
    void head() { file_.write(frame_head(say(), languages_->codes()[language_], title_)); }

    // Puts the document's number where the article has document_number.
    void write_numbered(std::string_view article) {
      const std::string number = std::to_string(documents_);
      while (true) {
        const std::size_t at = article.find(document_number);
        file_.write(article.substr(0, at));
        if (at == std::string_view::npos) return;
        file_.write(number);
        article.remove_prefix(at + 1);
      }
    }

    std::string path_, title_;
    std::uint64_t language_;
    std::shared_ptr<const interface_languages> languages_;
    quoth::host host_;
    quoth::output_file file_;
    std::uint64_t documents_ = 0;
    rating_counts counts_{};
  };

 private:
  [[nodiscard]] std::string unknown_language() const {
    std::string message = "lang: there is no language '" + lang.substr(0, 40) + "'; there are ";
    message += of_document;
    for (const std::string& code : languages->codes()) message.append(", ").append(code);
    return message;
  }

  std::shared_ptr<const interface_languages> languages;
  article_options options;
  article page;
  std::string markup;
};

}  // namespace quoth::writers
