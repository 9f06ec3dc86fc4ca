// A text made ready for comparison: its words with what they mean, numbers as values.
#pragma once

#include <cstdint>
#include <record/keys.hpp>
#include <record/words.hpp>
#include <string_view>
#include <vector>

#include "senses.hpp"

namespace quoth::matching {

struct unit_of_text {
  std::uint32_t begin, end;  // bytes of the text
  std::uint64_t hash;        // equal words and equal numbers have equal hashes
  std::uint64_t stem;
  std::uint64_t head;     // of the first letters of a long word, 0 for short ones
  std::uint32_t classes;  // word_class
  std::uint32_t same, like;
  word_concepts concepts;
  std::uint8_t flags;  // record::word_flag
  bool is_number;
  // Of numbers: "forty-one thousand", 41,000 and 41 thousand are 41000. Of months and weekdays that
  // of their sense, of other words 0.
  double value;
  std::string_view stem_letters;  // of a word that may be joined of several, or be one of them …
  std::size_t opening;            // … and bytes with which it begins that turn what follows
  float weight;                   // how much it tells, 0 to 1; set by the matcher on claims
};

// Belongs to one thread; keeps its memory between texts.
class wording {
 public:
  // `with_concepts`: words get their concepts too.
  void read(std::string_view text, const senses& language, bool with_concepts = true);

  [[nodiscard]] std::vector<unit_of_text>& units() noexcept { return units_; }
  [[nodiscard]] const std::vector<unit_of_text>& units() const noexcept { return units_; }
  [[nodiscard]] std::size_t size() const noexcept { return units_.size(); }
  [[nodiscard]] std::string_view text() const noexcept { return text_; }
  // The words before numbers were put together, for looking up.
  [[nodiscard]] const record::word_list& words() const noexcept { return words_; }
  [[nodiscard]] record::key_maker& keys() noexcept { return keys_; }

 private:
  [[nodiscard]] bool opens_scale(std::size_t at, const senses& language) const;
  [[nodiscard]] bool is_part_of(std::size_t ordinal, const senses& language) const;
  std::size_t add_number(std::size_t first, const senses& language);
  void add_word(std::size_t at, const senses& language);
  void mark_countries(const senses& language);
  void drop_answers();
  void mark_concepts(const senses& language);
  void mark_separated_verbs(const senses& language);
  void spell_stems(const senses& language);

  std::string_view text_;
  record::word_list words_;
  record::key_maker keys_;
  std::vector<unit_of_text> units_;
  std::vector<std::string_view> norms_;
  const language_concepts* concepts_ = nullptr;
  std::vector<std::uint64_t> concept_keys_;  // of the units, 0 of numbers
  std::vector<std::size_t> first_words_;     // of units, in words_
  std::string stems_;                        // letters of the units' stems, one after the other
};

}  // namespace quoth::matching
