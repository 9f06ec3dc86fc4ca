// What single words do to a statement's meaning, in one language: which negate, limit, count or
// hedge, and which words are one word or mean nearly the same.
//
// Thread rule: immutable after construction, may be shared.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <text/lexicon.hpp>
#include <unordered_map>
#include <vector>

#include "concepts.hpp"

namespace quoth::matching {

enum word_class : std::uint32_t {
  function_word = 1u << 0,
  article = 1u << 1,
  auxiliary = 1u << 2,
  pronoun = 1u << 3,
  negation = 1u << 4,
  negative = 1u << 5,  // negates by its meaning: deny, refuse
  condition = 1u << 6,
  certainty = 1u << 7,
  quantifier = 1u << 8,
  approximation = 1u << 9,
  unit = 1u << 10,
  month_or_day = 1u << 11,  // and other words that say when: autumn, year, today
  country = 1u << 12,
  filler = 1u << 13,
  number_word = 1u << 14,
  scale = 1u << 15,
  light = 1u << 16,  // says little by itself: put, already, thing
  act = 1u << 18,    // after a person's name: tells what they said, without a "said" (will, wants)
  possessive = 1u << 19,  // an ending that makes a name possessive ('s), no word
  proper = 1u << 17,      // capitalised inside a sentence; set by wording, not by the lexicon
  // Poles: each but the first of a pair is the opposite of the one before it.
  earlier = 1u << 20,
  later = 1u << 21,  // before, after
  favour = 1u << 22,
  oppose = 1u << 23,  // for, against
  toward = 1u << 24,
  away = 1u << 25,  // to, from
  up = 1u << 26,
  down = 1u << 27,  // over, under; rise, fall
  inside = 1u << 28,
  outside = 1u << 29,     // in, out of
  bound = 1u << 30,       // a "not" before it does not reach what follows: and, because, only
  conjoining = 1u << 31,  // what it begins is said, thought, denied by the words before it: that
};

// The poles opposite to those among the classes.
[[nodiscard]] constexpr std::uint32_t opposites(std::uint32_t classes) noexcept {
  constexpr std::uint32_t firsts = earlier | favour | toward | up | inside;
  return (classes & firsts) << 1 | (classes & firsts << 1) >> 1;
}

// What `like` is of the words whose entry that is in words.tsv: all, both.
[[nodiscard]] std::uint32_t likes_of(std::string_view entry) noexcept;

struct sense {
  std::uint32_t classes = 0;
  std::uint32_t same = 0;     // equal and not 0: one word, spelled or inflected in two ways
  std::uint32_t like = 0;     // equal and not 0: nearly the same meaning
  std::uint32_t smaller = 0;  // of units of which one is so many of another: as `same` of that one
  double value = 0.0;  // of number words and scales, and how many those are: a decade is 10 years
};

class senses {
 public:
  // `words` is the contents of words.tsv (its format is told in its first lines); months, days and
  // countries come from ICU's locale data. `concepts` may be null. Throws text::lexicon_error.
  senses(std::string_view lang, std::string words, std::string_view file_name,
         std::shared_ptr<const concept_table> concepts = nullptr);
  // A language without a lexicon: months, days and countries only.
  explicit senses(std::string_view lang);

  // The sense of a normalised word; all zero for a word of no particular sense.
  [[nodiscard]] const sense& of(std::string_view norm) const noexcept;

  // The number of words, from `first` on, that name a country together ("south korea"), or 0.
  // `words` are normalised.
  [[nodiscard]] std::size_t country_at(const std::vector<std::string_view>& words,
                                       std::size_t first) const;

  // The word without its possessive ending, where it has one; of several endings the longest.
  [[nodiscard]] std::string_view without_possessive(std::string_view word) const;
  // Whether nouns of the language join into one word, the last of which is what it names: a
  // Talbrücke is a Brücke. Not where all before it is one of the class opening: Gegenangebot.
  [[nodiscard]] bool joins_words() const noexcept { return !openings_.empty(); }
  // The bytes of the longest of those with which a word begins, or 0.
  [[nodiscard]] std::size_t opening_of(std::string_view word) const;

  // Whether the language parts verbs, and whether a normalised word is what it parts from them, to
  // the end of the clause: ich denke [nach].
  [[nodiscard]] bool separates_verbs() const noexcept { return !particles_.empty(); }
  [[nodiscard]] bool is_particle(std::string_view norm) const;

  // What may follow a name in one word, as match keys have it, each once: nothing, a possessive
  // ending, or one that has lost its apostrophe, as in copied headlines.
  [[nodiscard]] const std::vector<std::string>& name_endings() const noexcept {
    return name_endings_;
  }

  // The number of the month that a normalised word names, or 0.
  [[nodiscard]] unsigned month(std::string_view norm) const noexcept;

  [[nodiscard]] const std::string& lang() const noexcept { return lang_; }
  [[nodiscard]] const concept_table& concepts() const noexcept { return *concepts_; }

 private:
  void add_name_endings();
  void add_locale();
  void add_countries();
  void add_calendar();
  sense& at(std::string_view word);

  std::string lang_;
  std::shared_ptr<const concept_table> concepts_;
  text::word_table places_;
  std::vector<sense> senses_;
  std::vector<std::string> possessives_;  // as match keys have them, the longest first
  std::vector<std::string> name_endings_{""};
  std::vector<std::string> openings_;
  std::vector<std::string> particles_;  // ascending
  text::word_table months_;
  std::unordered_map<std::string, std::size_t> countries_;  // name → number of words
};

}  // namespace quoth::matching
