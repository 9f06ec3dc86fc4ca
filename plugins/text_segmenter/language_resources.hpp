// The words of one language that decide whether a full stop ends a sentence.
//
// Thread rule: immutable once loaded, may be shared.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <text/lexicon.hpp>
#include <vector>

namespace quoth::segmenter {

// What a word is; one word can be several. Zero for words of no interest.
enum word_class : std::uint32_t {
  stands_before_name = 1,    // Mr Dr Gen: the full stop after it never ends a sentence
  stands_before_number = 2,  // No Art p: ends one unless a number follows
  abbreviation = 4,          // Inc etc vs: ends one where a function word with a capital follows
  function_word = 8,         // the, however, in: closed classes, which often open a sentence
  calendar_word = 16,        // months and days of the week, full and short
  speech_verb = 32,          // asked, said: keeps “Why?” Smith asked. one sentence
};

class language_resources {
 public:
  // For a language without resources: no words are known, rules by shape remain.
  explicit language_resources(std::string_view lang);

  // The contents of a resource such as "en/calendar.txt", or nothing where there is none.
  using reader = std::function<std::optional<std::string_view>(const std::string& name)>;

  // Reads LANG/{abbreviations,function_words,calendar,speech_verbs}.txt, those that are there.
  // Throws text::lexicon_error where one is not as its format says.
  [[nodiscard]] static language_resources load(std::string_view lang, const reader& read);

  [[nodiscard]] const std::string& lang() const noexcept { return lang_; }

  // Bits of word_class. An entry in lower case is found under any case, one with a capital only
  // as it stands. `scratch` is memory for folding, to be reused.
  [[nodiscard]] std::uint32_t classes(std::string_view word, std::string& scratch) const;

  // True where ordinal numbers are written with a full stop: am 3. Mai.
  [[nodiscard]] bool ordinals_have_stops() const noexcept { return ordinals_have_stops_; }

  // Function words, in lower case: what language detection counts.
  [[nodiscard]] bool is_function_word(std::string_view lower) const noexcept {
    return (classes_of(lower) & function_word) != 0;
  }
  [[nodiscard]] bool has_function_words() const noexcept { return has_function_words_; }

 private:
  [[nodiscard]] std::uint32_t classes_of(std::string_view word) const noexcept {
    const std::uint32_t found = words_.find(word);
    return found == text::word_table::absent ? 0 : found;
  }

  std::string lang_;
  text::word_table words_;
  bool ordinals_have_stops_ = false;
  bool has_function_words_ = false;
};

}  // namespace quoth::segmenter
