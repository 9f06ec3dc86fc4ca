// What the record knows of the words of languages: the files of resources/LANG, which are built in.
// Whoever looks a text up must know its words as whoever put it in did: what a record's index has,
// and who is one speaker, depends on them.
//
// Thread rule: read when first asked for, immutable from then on.
#pragma once

#include <string>
#include <string_view>
#include <text/lexicon.hpp>
#include <utility>
#include <vector>

namespace quoth::record {

// Words of roles, of descriptions of people and of their names, in all languages: roles.tsv. Those
// of names are in lower case, the others as name keys have them.
struct role_vocabulary {
  // An office that ends compounds, and whether it is of somebody who heads something: a word for
  // any head stands for each of these.
  struct compound_office {
    std::string word;
    bool head = false, any_head = false;
  };

  text::word_table empty;           // words that say nothing in a role
  std::vector<std::string> former;  // with a space before them, and behind whole words
  std::vector<std::pair<std::string, std::string>> short_forms;  // in spaces; longest first
  std::vector<compound_office> compounds;
  text::word_table determiners;      // that begin descriptions and groups
  text::word_table before_capitals;  // those of them behind which every noun has a capital
  text::word_table particles;        // that stand in names without a capital
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
