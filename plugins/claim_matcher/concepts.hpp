// Which words tell the same fact, within a language and across languages: close, shut, closure;
// schließen, Schließung; закрити.
//
// Thread rule: may be shared; what a language needs is made once, by whoever asks first.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace quoth::matching {

// The concepts of one word: numbers from 1, 0 where there are no more. A word of several senses has
// several.
class word_concepts {
 public:
  static constexpr std::size_t most = 4;

  [[nodiscard]] bool empty() const noexcept { return ids_[0] == 0; }
  // A fifth one is left out.
  void add(std::uint16_t id) noexcept;
  void add(const word_concepts& others) noexcept;
  [[nodiscard]] bool has_any_of(const word_concepts& other) const noexcept {
    return !empty() && !other.empty() && shares_one_with(other);
  }
  [[nodiscard]] const std::array<std::uint16_t, most>& ids() const noexcept { return ids_; }

 private:
  [[nodiscard]] bool shares_one_with(const word_concepts& other) const noexcept;

  std::array<std::uint16_t, most> ids_{};
};

// What concepts.tsv says of the words of one language.
class language_concepts {
 public:
  language_concepts();
  ~language_concepts();
  language_concepts(const language_concepts&) = delete;
  language_concepts& operator=(const language_concepts&) = delete;

  // Under what a word with this stem (record::key_maker) is found: the rows `ending` and `longest`
  // of the table tell what stems lose.
  [[nodiscard]] std::uint64_t key_of(std::string_view stem) const noexcept;

  // Of the word with this key, and whether it may begin a phrase.
  struct known_word {
    word_concepts concepts;
    bool begins_phrase = false;
  };
  [[nodiscard]] known_word of(std::uint64_t key) const noexcept;
  // Of a phrase: the key of its first word, the hash of its second (call off).
  [[nodiscard]] word_concepts of_phrase(std::uint64_t key, std::uint64_t second) const noexcept;

  // Whether one of the concepts is that of the row `condition`: so long as.
  [[nodiscard]] bool is_condition(const word_concepts& some) const noexcept;

  // The hashes of the stems of a concept's single words, under which a record's index has them.
  [[nodiscard]] std::span<const std::uint64_t> stems_of(std::uint16_t id) const noexcept;

 private:
  friend class concept_table;
  struct tables;
  std::unique_ptr<tables> tables_;
};

class concept_table {
 public:
  concept_table();
  // The contents of concepts.tsv, whose format is told in its first lines. Throws
  // text::lexicon_error.
  concept_table(std::string contents, std::string_view file_name);
  ~concept_table();
  concept_table(const concept_table&) = delete;
  concept_table& operator=(const concept_table&) = delete;

  // Those of a language, made when first asked for; of none where it has no column. The reference
  // lives as long as the table.
  [[nodiscard]] const language_concepts& of_language(std::string_view lang) const;

 private:
  struct columns;
  std::unique_ptr<columns> columns_;
};

}  // namespace quoth::matching
