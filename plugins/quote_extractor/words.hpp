// The words of a document as the rules see them: tokens with their lexicon facts, clitics split
// off, and the quotation each stands in.
//
// Thread rule: a word_list belongs to one thread and keeps its memory between documents.
#pragma once

#include <cstdint>
#include <quoth/layers.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon.hpp"
#include "pairing.hpp"
#include "span_column.hpp"

namespace quoth::quotes {

inline constexpr std::uint32_t nowhere = 0xFFFFFFFF;

enum class word_shape : std::uint8_t {
  lower,  // a word, or one in a script without case
  capital,
  number,
  comma,
  stop,      // . …
  question,  // ? !
  colon,
  semicolon,
  dash,
  open_bracket,
  close_bracket,
  mark,  // a quotation mark
  other,
};

// Appends a word form as lexicons and models keep it: lower case, apostrophes as '.
void append_form(std::string_view word, std::string& form);

struct word {
  quoth::span where;
  std::uint64_t classes = 0;  // bits of word_class
  std::uint32_t cue = no_cue;
  std::uint32_t sentence = nowhere;
  std::uint32_t quotation = nowhere;  // index of the outermost quotation around it
  word_shape shape = word_shape::other;

  [[nodiscard]] bool is(std::uint64_t some_class) const { return (classes & some_class) != 0; }
  [[nodiscard]] bool quoted() const { return quotation != nowhere; }
  [[nodiscard]] bool is_word() const { return shape <= word_shape::number; }
};

struct word_range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  [[nodiscard]] bool empty() const { return begin >= end; }
  [[nodiscard]] std::uint32_t size() const { return empty() ? 0 : end - begin; }
  [[nodiscard]] bool contains(std::uint32_t i) const { return i >= begin && i < end; }
  friend bool operator==(const word_range&, const word_range&) = default;
};

// What a document offers to the rules, in document order. Borrowed.
struct document_columns {
  std::string_view text;
  span_column paragraphs, sentences, tokens;
  std::span<const quoth::span> first_hand = {};  // turns of a transcript: no words to the rules
};

class word_list {
 public:
  void build(const document_columns& columns, std::span<const quotation> quotations,
             const lexicon& words);

  [[nodiscard]] const word& operator[](std::uint32_t i) const { return words_[i]; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(words_.size()); }
  // The words of each sentence, and those of each quotation of depth 0 (others: empty), marks
  // included.
  [[nodiscard]] word_range sentence(std::uint32_t i) const { return sentences_[i]; }
  [[nodiscard]] std::uint32_t sentences() const {
    return static_cast<std::uint32_t>(sentences_.size());
  }
  [[nodiscard]] word_range quotation(std::uint32_t i) const { return quotations_[i]; }
  // Whether a quotation is punctuated as speech that an attribution follows: “…,” “…?” “…”,
  [[nodiscard]] bool ends_like_speech(std::uint32_t quotation) const;
  // Whether its punctuation calls for an attribution: “…,” “…?” “…”, but not “….”
  [[nodiscard]] bool expects_attribution(std::uint32_t quotation) const;
  // Whether the last sign before its closing mark is a comma.
  [[nodiscard]] bool comma_inside(std::uint32_t quotation) const;
  // Of the last word before the closing mark of a quotation.
  [[nodiscard]] word_shape last_shape(word_range quotation) const;
  // The paragraph of a sentence.
  [[nodiscard]] std::uint32_t paragraph(std::uint32_t sentence) const {
    return paragraphs_[sentence];
  }
  // The bytes from the first word of a range to its last.
  [[nodiscard]] quoth::span span(word_range range) const {
    return {words_[range.begin].where.begin, words_[range.end - 1].where.end};
  }

 private:
  void add_token(std::string_view text, quoth::span where, const lexicon& words);
  void add_word(std::string_view text, quoth::span where, const lexicon& words);
  void place(const document_columns& columns, std::span<const quotes::quotation> quotations);

  std::vector<word> words_;
  std::vector<word_range> sentences_, quotations_;
  std::vector<std::uint32_t> paragraphs_;
  std::string form_;  // scratch
};

}  // namespace quoth::quotes
