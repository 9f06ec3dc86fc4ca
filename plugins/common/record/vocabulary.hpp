// What the record knows of the words of languages: the files of resources/LANG, which are built in.
// Whoever looks a text up must know its words as whoever put it in did: what a record's index has,
// and who is one speaker, depends on them.
//
// Thread rule: read when first asked for, immutable from then on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <text/lexicon.hpp>
#include <utility>
#include <vector>

namespace quoth::record {

// What a word says in a role or a description: bits.
enum role_word : std::uint8_t {
  empty_word = 1,      // nothing: the, of
  former_word = 2,     // that the role is one of the past
  another_word = 4,    // that it is another office than the one without it: deputy
  house_word = 8,      // what has people of an office, and is none of them: ministry
  office_word = 16,    // whoever has the office
  head_word = 32,      // an office of one who heads something
  any_head_word = 64,  // newspapers call every head so: boss
  office_first = 128,  // an office; what it is of follows without a word between
};

// Words of roles, of descriptions of people and of their names, in all languages: roles.tsv. Those
// of names are in lower case, the others as name keys have them.
class role_vocabulary {
 public:
  // Bits of role_word.
  [[nodiscard]] std::uint8_t kinds_of(std::string_view word) const noexcept;

  std::vector<std::pair<std::string, std::string>> short_forms;  // in spaces; longest first
  std::vector<std::string> compounds;                            // offices that end compounds
  text::word_table determiners;      // that begin descriptions and groups
  text::word_table before_capitals;  // those of them behind which every noun has a capital
  text::word_table particles;        // that stand in names without a capital
  text::word_table name_titles;      // that stand for the given name: Lord Penhallow
  text::word_table given_titles;     // that stand before it alone: Dame Philippa

  // A word, or how words begin that are longer by no more than `longest_ending` bytes.
  struct known_word {
    std::string word;
    std::size_t longest_ending = 0;
    std::uint8_t kinds = 0;
  };
  std::vector<known_word> words;  // in byte order
};
[[nodiscard]] const role_vocabulary& role_words();

// A word that stands for two.
struct contraction {
  std::string written, first, second;
};

// How words of one language are brought to one form: forms.tsv. Empty where it has none.
struct word_forms {
  std::vector<std::string> endings;   // that are cut off, longest first
  std::vector<std::string> prefixes;  // of verbs, longest first
  std::string infix, infinitive;
  std::string participle, of_participle;  // its end, and that of its infinitive
  std::vector<std::string> participle_endings, joints;
  std::vector<contraction> contractions;
  // Behind whole words: the ending, and the word it stands for.
  std::vector<std::pair<std::string, std::string>> contracted_endings;
  std::vector<std::string> ordinals;            // endings of ordinal numbers in digits
  std::pair<std::string, std::string> percent;  // two words that are %
  std::vector<std::string> unmarked;  // contractions without apostrophe, and the last of "per cent"
};
// `lang` is an ISO 639-1 code.
[[nodiscard]] const word_forms& forms_of(std::string_view lang);

}  // namespace quoth::record
