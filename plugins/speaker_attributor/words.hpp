// The tokens of a document as the attributor sees them: shape, lexicon classes, place.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "article.hpp"
#include "vocabulary.hpp"

namespace quoth::speakers {

inline constexpr std::uint32_t nothing = 0xFFFFFFFF;

enum class shape : std::uint8_t {
  mark,  // punctuation, quotation marks, symbols
  number,
  lower,
  capital,  // begins with a capital letter
  upper,    // two capital letters or more, no small ones
  initial,  // one capital letter, with or without a full stop
};

struct word {
  std::uint32_t begin = 0, end = 0;  // bytes, without a possessive ending
  std::uint32_t entry = 0;           // in the vocabulary; 0 for marks
  std::uint32_t sentence = nothing;
  std::uint32_t step = 0;  // sentences and paragraphs that end before it: what is mentioned fades
  char32_t mark = 0;       // of marks: the first code point
  word_traits traits;
  shape form = shape::mark;
  bool possessive = false;
  bool first = false;      // the first word of its sentence, marks aside
  bool quoted = false;     // stands between the marks of a quotation
  bool heading = false;    // stands in a line of capitalised words: capitals say nothing there
  bool label = false;      // stands in the label of a turn
  bool in_source = false;  // stands in the source span of a quotation
  bool stopped = false;    // an abbreviation: a full stop follows that ends no sentence

  [[nodiscard]] bool is_capital() const noexcept {
    return form == shape::capital || form == shape::upper || form == shape::initial;
  }
  [[nodiscard]] bool is(std::uint32_t any_of) const noexcept { return traits.is(any_of); }
};

struct word_list {
  std::vector<word> words;
  std::vector<std::uint32_t> sentence_begin;  // first word of each sentence, and one past the last

  // The words that overlap the bytes `where`: [first, last).
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> within(quoth::span where) const;
  [[nodiscard]] std::string_view text(std::string_view all, std::uint32_t first,
                                      std::uint32_t last) const {
    if (first >= last) return {};
    return all.substr(words[first].begin, words[last - 1].end - words[first].begin);
  }
};

// Reads the tokens of `from` into `list`, which keeps its memory from call to call.
void read_words(const article& from, const lexicon& language, vocabulary& entries, word_list& list);

}  // namespace quoth::speakers
