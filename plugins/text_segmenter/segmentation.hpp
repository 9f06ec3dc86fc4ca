// What the segmenter finds in one text, as flat columns that are reused from text to text.
//
// Spans are byte offsets [begin, end). Rows are in text order; sentences do not overlap and lie
// inside their paragraph, tokens inside their sentence.
#pragma once

#include <cstddef>
#include <cstdint>
#include <quoth/layers.hpp>
#include <vector>

namespace quoth::segmenter {

struct paragraph_columns {
  std::vector<std::uint32_t> begins;
  std::vector<std::uint32_t> ends;
  // Where the words begin: after a transcript's label or a live blog's time, else `begins`.
  std::vector<std::uint32_t> words;
};

struct sentence_columns {
  std::vector<std::uint32_t> begins;
  std::vector<std::uint32_t> ends;
  std::vector<std::uint32_t> paragraphs;  // row of the paragraph
};

struct token_columns {
  std::vector<std::uint32_t> begins;
  std::vector<std::uint32_t> ends;
  std::vector<token_kind> kinds;
  std::vector<std::uint32_t> sentences;  // row of the sentence

  [[nodiscard]] std::size_t size() const noexcept { return begins.size(); }
  void add(std::uint32_t begin, std::uint32_t end, token_kind kind) {
    begins.push_back(begin);
    ends.push_back(end);
    kinds.push_back(kind);
  }
};

struct segmentation {
  paragraph_columns paragraphs;
  sentence_columns sentences;
  token_columns tokens;

  // Keeps the memory.
  void clear() noexcept {
    for (auto* column : {&paragraphs.begins, &paragraphs.ends, &paragraphs.words, &sentences.begins,
                         &sentences.ends, &sentences.paragraphs, &tokens.begins, &tokens.ends,
                         &tokens.sentences}) {
      column->clear();
    }
    tokens.kinds.clear();
  }
};

}  // namespace quoth::segmenter
