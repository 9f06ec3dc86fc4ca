// A text with the columns that the quote extractor reads, made by the real segmenter.
#pragma once

#include <deque>
#include <fstream>
#include <iterator>
#include <optional>
#include <places.hpp>
#include <segment.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "words.hpp"

namespace quoth::quotes {

class segmented_text {
 public:
  explicit segmented_text(std::string_view language)
      : language_(segmenter::language_resources::load(
            language, [this](const std::string& name) { return read(name); })) {}

  // `text` must outlive the columns.
  const document_columns& segment(std::string_view text) {
    segmenter::segment(text, language_, {}, scratch_, found_);
    columns_ = {text,
                {found_.paragraphs.begins, found_.paragraphs.ends},
                {found_.sentences.begins, found_.sentences.ends},
                {found_.tokens.begins, found_.tokens.ends}};
    return columns_;
  }

 private:
  std::optional<std::string_view> read(const std::string& name) {
    std::ifstream in(places::source("/plugins/text_segmenter/resources/") + name);
    if (!in) return std::nullopt;
    return files_.emplace_back(std::istreambuf_iterator<char>(in),
                               std::istreambuf_iterator<char>());
  }

  std::deque<std::string> files_;  // stays in place while the resources look into it
  segmenter::language_resources language_;
  segmenter::segment_scratch scratch_;
  segmenter::segmentation found_;
  document_columns columns_;
};

}  // namespace quoth::quotes
