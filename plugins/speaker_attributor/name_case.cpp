#include "name_case.hpp"

#include "text/classes.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace quoth::speakers {
namespace {

// TTV, CNN: no vowel, so no name of a person.
bool is_abbreviation(std::string_view word) {
  return word.size() > 1 && word.size() < 5 && word.find_first_of("AEIOUYaeiouy.'") == word.npos &&
         word.find_first_not_of("BCDFGHJKLMNPQRSTVWXZ") == word.npos;
}

}  // namespace

bool is_shouted(std::string_view text) {
  bool letters = false;
  for (const auto [value, at, size] : text::code_points(text)) {
    if (text::is_lower(value)) return false;
    letters = letters || text::is_upper(value);
  }
  return letters;
}

std::string in_name_case(std::string_view shouted, const lexicon& language) {
  std::string result, word, whole;
  const auto flush = [&] {
    const word_traits traits = language.find(text::to_lower(word));
    const bool initial = whole.ends_with('.');  // НЕЧИПОРУК З. П.: not the preposition
    const bool small =
        !result.empty() && !initial && traits.is(preposition | conjunction | definite);
    if (small) word = text::to_lower(word);
    result += traits.is(outlet) || is_abbreviation(whole) ? std::string(whole) : word;
    word.clear();
    whole.clear();
  };
  bool begins = true;
  for (const auto [value, at, size] : text::code_points(shouted)) {
    const std::string_view letter = shouted.substr(at, size);
    if (value == U' ') flush();
    whole += letter;
    if (begins || !text::is_upper(value)) {
      word += letter;
    } else {
      text::append_lower(letter, word);
    }
    if (value == U' ') flush();
    begins = !text::is_letter(value);
  }
  flush();
  return result;
}

std::string in_nominative(std::string name, std::optional<names::gender> sex,
                          const lexicon& language, bool called) {
  const names::inflection& cases = language.of_names().endings();
  const auto of_anybody = [](const std::string&) { return true; };
  const std::size_t first = name.find(' '), last = name.rfind(' ');
  if (first == std::string::npos) {
    if (!sex || *sex == names::gender::unknown) return name;
    const bool woman = *sex == names::gender::female;
    const std::string own = cases.nominative(name, woman, of_anybody, called);
    return own.empty() ? name : own;
  }
  const std::string given = name.substr(0, first), family = name.substr(last + 1);
  for (const auto one : {names::gender::female, names::gender::male}) {
    if (sex && *sex != one) continue;
    const bool woman = one == names::gender::female;
    const auto is_listed = [&](const std::string& form) {
      const std::string lower = text::to_lower(form);
      return language.of_names().lists(lower) && language.of_names().find(lower).sex == one;
    };
    const std::string own = cases.nominative(given, woman, is_listed, called);
    if (own.empty()) continue;
    const std::string of_family = cases.nominative(family, woman, of_anybody, called);
    name.replace(last + 1, family.size(), of_family.empty() ? family : of_family);
    name.replace(0, first, own);
    break;
  }
  return name;
}

}  // namespace quoth::speakers
