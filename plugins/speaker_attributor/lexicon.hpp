// What the words of one language say about speakers: the files of resources/LANG as one table.
//
// Thread rule: a loaded lexicon is immutable and may be shared.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "names/lexicon.hpp"
#include "names/resources.hpp"
#include "text/lexicon.hpp"

namespace quoth::speakers {

// Bits of word_traits::classes.
enum word_class : std::uint32_t {
  given_name = 1U << 0,
  honorific = 1U << 1,
  office = 1U << 2,
  name_suffix = 1U << 3,
  name_particle = 1U << 4,
  person_noun = 1U << 5,
  group_noun = 1U << 6,
  organisation_noun = 1U << 7,
  document_noun = 1U << 8,
  organisation_word = 1U << 9,  // makes a name an organisation's
  outlet = 1U << 10,
  state = 1U << 11,  // a country or a part of one
  town = 1U << 12,
  determiner = 1U << 13,
  definite = 1U << 14,  // a determiner that points back
  preposition = 1U << 15,
  conjunction = 1U << 16,
  auxiliary = 1U << 17,
  other_function = 1U << 18,
  reporting_verb = 1U << 19,
  label_question = 1U << 20,
  label_answer = 1U << 21,
  label_role = 1U << 22,
  anaphoric = 1U << 23,   // an organisation noun that stands for one named before: the bank
  work = 1U << 24,        // a document noun that has a title of its own: the film
  press = 1U << 25,       // an organisation word of media: Gazette, Radio
  own = 1U << 26,         // says that what follows is the subject's: nach eigenen Angaben
  joins_name = 1U << 27,  // of, for: may stand inside an organisation's name
  declined = 1U << 28,    // known by its stem only: not the form that the lexicon lists

  demonym = 1U << 29,    // American: no name by itself
  utterance = 1U << 30,  // the words of someone who follows: Angaben des Ministeriums
  adverb = 1U << 31,     // by its ending: openly

  any_title = honorific | office,
  any_noun = person_noun | group_noun | organisation_noun | document_noun,
  any_place = state | town,
  any_function = determiner | preposition | conjunction | auxiliary | other_function,
};

enum class pronoun_class : std::uint8_t {
  none,
  subject,
  object,
  reflexive,
  possessive,
  thing,
  expletive,  // it, but nobody's words: heißt es
  plural,
  author,
  authors,
  addressee,
  relative,
  relative_thing,
  demonstrative,
  one,
};

// Words that lead to whoever passed a statement on.
enum class via_class : std::uint8_t {
  none,
  tell,       // told Radio Liberty
  interview,  // in an interview with Radio Liberty
  cite,       // the channel wrote, citing the president
  as,         // as Radio Liberty reported
  by,         // as reported by Radio Liberty
  according,  // according to Radio Liberty
  on,         // said on Radio Liberty
  that,       // the channel claimed that the president said
};

struct word_traits {
  std::uint32_t classes = 0;
  names::gender sex = names::gender::unknown;
  pronoun_class pronoun = pronoun_class::none;
  via_class via = via_class::none;

  [[nodiscard]] bool is(std::uint32_t any_of) const noexcept { return (classes & any_of) != 0; }
};

class lexicon {
 public:
  // Missing files are empty lists; a malformed one throws text::lexicon_error.
  [[nodiscard]] static lexicon load(const names::resources& from, const std::string& language);

  // `lower` in lower case. For inflected languages the stem decides where the word is unknown.
  [[nodiscard]] word_traits find(std::string_view lower) const noexcept;

  [[nodiscard]] const names::lexicon& of_names() const noexcept { return names_; }
  // The full form of a role that has a short one (sen: senator), else the word itself.
  [[nodiscard]] std::string_view full_role(std::string_view lower) const noexcept;
  // True where common nouns are written with a capital (German).
  [[nodiscard]] bool capitalises_nouns() const noexcept { return capitalises_nouns_; }
  // True where a verb may stand without its subject (сказала: she said).
  [[nodiscard]] bool drops_subject() const noexcept { return drops_subject_; }
  // Whether a word, in lower case, ends as the name of somebody's father does (Петрович).
  [[nodiscard]] bool is_patronymic(std::string_view lower) const noexcept {
    return ends_as(patronymics_, lower);
  }
  // Whether a word, in lower case, may be an adjective of several things in the genitive
  // (Повітряних сил).
  [[nodiscard]] bool is_genitive_of_many(std::string_view lower) const noexcept {
    return ends_as(genitives_of_many_, lower);
  }
  // Whether a word, in lower case, may be an adjective of one thing in the genitive (Холмської
  // лікарні); surnames may have the form of one.
  [[nodiscard]] bool is_genitive_of_one(std::string_view lower) const noexcept {
    return ends_as(genitives_of_one_, lower);
  }
  // Whether a name, in lower case, may stand in the genitive: Харкова, Полтави.
  [[nodiscard]] bool is_genitive_of_name(std::string_view lower) const noexcept {
    return ends_as(genitives_of_names_, lower);
  }
  // Whether an office, in lower case, is mostly one of a place or a body: мер Полтави Коваль.
  [[nodiscard]] bool is_office_of_place(std::string_view lower) const noexcept {
    return offices_of_places_.find(lower) != text::word_table::absent;
  }
  // Whether a word, in lower case, opens a letter: Sir, dear.
  [[nodiscard]] bool greets(std::string_view lower) const noexcept {
    return greetings_.find(lower) != text::word_table::absent;
  }
  // Whether a word, in lower case, opens examples of a group: including.
  [[nodiscard]] bool opens_examples(std::string_view lower) const noexcept;
  // Whether a word, in lower case, stands between what was said and who said it: words from.
  [[nodiscard]] bool leads_to_author(std::string_view lower) const noexcept;
  // Whether a word, in lower case, stands between a report and when it was made: at a meeting.
  [[nodiscard]] bool leads_to_occasion(std::string_view lower) const noexcept;
  // Whether a word, in lower case, stands between a person and whom this one serves: an aide to.
  [[nodiscard]] bool leads_to_superior(std::string_view lower) const noexcept {
    return before_superiors_.find(lower) != text::word_table::absent;
  }
  // Whether a word, in lower case, is a title in the case in which people are called: пане.
  [[nodiscard]] bool calls(std::string_view lower) const noexcept;
  // Whether a word, in lower case, may stand before an office as part of it: prime, former.
  [[nodiscard]] bool modifies_role(std::string_view lower) const noexcept {
    return role_modifiers_.find(lower) != text::word_table::absent;
  }
  // Whether it makes another office of the one behind it: vice, former.
  [[nodiscard]] bool makes_another_role(std::string_view lower) const noexcept {
    return role_modifiers_.find(lower) == 2;
  }
  // The word between the last two names of a list: "and".
  [[nodiscard]] const std::string& and_word() const noexcept { return and_word_; }

 private:
  void add(std::string_view word, word_traits traits);
  [[nodiscard]] static bool ends_as(const std::vector<std::string>& endings,
                                    std::string_view word) noexcept;

  names::lexicon names_;
  text::word_table words_;
  std::vector<word_traits> traits_;
  std::vector<std::pair<std::string, word_traits>> compounds_;
  std::map<std::string, std::string, std::less<>> full_roles_;
  text::word_table role_modifiers_, greetings_, offices_of_places_, before_superiors_;
  std::vector<std::string> patronymics_, genitives_of_many_, genitives_of_one_;  // endings
  std::vector<std::string> genitives_of_names_;                                  // endings
  std::vector<std::string> before_examples_, before_authors_, before_occasions_;
  std::vector<std::string> vocatives_;  // endings
  bool capitalises_nouns_ = false, drops_subject_ = false;
  std::string and_word_ = "and";
};

// The lexicons of all languages that have a folder. The others share English.
class lexicons {
 public:
  [[nodiscard]] static lexicons load(const names::resources& from);
  [[nodiscard]] const lexicon& of(std::string_view language) const noexcept;
  [[nodiscard]] bool knows(std::string_view language) const noexcept {
    return by_language_.contains(language);
  }

 private:
  std::map<std::string, lexicon, std::less<>> by_language_;
  lexicon none_;
};

}  // namespace quoth::speakers
