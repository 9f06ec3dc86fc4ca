// Words of a text as the record compares them: normalised, numbered, with what stands around them.
//
// A word is a run of letters (marks and inner apostrophes included) or a number. Letters and
// digits are parted (G20 is g 20), hyphens part words, English contractions become the words they
// stand for (we'll is we will), numbers lose their thousands separators and get a decimal point
// (9,000 is 9000; in German 4,75 is 4.75), % and "per cent" are percent, $ is dollar.
//
// Thread rule: a word_list belongs to one thread; it keeps its memory between texts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quoth::record {

enum class word_kind : std::uint8_t { letters, number, symbol };

enum word_flag : std::uint8_t {
  after_gap = 1,        // "..." or "…" or "[…]" stands before it
  in_brackets = 2,      // an editor's addition: [the minister], [sic]
  capital = 4,          // begins with an upper-case letter
  clause_start = 8,     // a comma, dash, colon or the like stands before it
  sentence_start = 16,  // first of the text, or a full stop, ! or ? stands before it
  contracted = 32,      // not the first of the words that share its span
};

struct word {
  std::uint32_t begin, end;  // bytes of the text; words of one contraction share them
  std::uint32_t norm_begin;  // bytes of the list's letters
  std::uint16_t norm_size;
  word_kind kind;
  std::uint8_t flags;  // word_flag
  std::uint64_t hash;  // of the normalised word; the same in every run and on every machine
};

class word_list {
 public:
  // Splits `text`, forgetting what was split before. `lang` is an ISO 639-1 code, or empty.
  // Offsets are 32 bits: text beyond 4 GiB is not looked at.
  void split(std::string_view text, std::string_view lang);

  [[nodiscard]] std::span<const word> all() const noexcept { return words_; }
  [[nodiscard]] std::size_t size() const noexcept { return words_.size(); }
  [[nodiscard]] bool empty() const noexcept { return words_.empty(); }
  [[nodiscard]] const word& operator[](std::size_t i) const noexcept { return words_[i]; }

  // The normalised word; valid until the next split.
  [[nodiscard]] std::string_view norm(const word& w) const noexcept {
    return std::string_view(letters_).substr(w.norm_begin, w.norm_size);
  }
  [[nodiscard]] std::string_view norm(std::size_t i) const noexcept { return norm(words_[i]); }

 private:
  friend class splitter;
  std::string letters_;
  std::vector<word> words_;
};

// The hash that words carry.
[[nodiscard]] std::uint64_t hash_of(std::string_view norm) noexcept;

}  // namespace quoth::record
