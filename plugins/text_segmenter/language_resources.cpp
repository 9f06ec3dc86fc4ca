#include "language_resources.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <text/fold.hpp>

namespace quoth::segmenter {

namespace {

constexpr std::array<std::string_view, 18> languages_with_ordinal_stops{
    "cs", "da", "de", "et", "fi", "hr", "hu", "is", "lb",
    "lv", "nb", "nn", "no", "pl", "sk", "sl", "sr", "tr"};

using classes_by_word = std::map<std::string, std::uint32_t, std::less<>>;

[[nodiscard]] text::lexicon read_lexicon(const language_resources::reader& read,
                                         const std::string& name, std::size_t most_columns) {
  const auto contents = read(name);
  return contents ? text::lexicon::parse(std::string(*contents), name, {1, most_columns})
                  : text::lexicon();
}

void add_words(const text::lexicon& entries, std::uint32_t word_class, classes_by_word& words) {
  for (std::size_t i = 0; i < entries.size(); ++i) words[std::string(entries[i][0])] |= word_class;
}

void add_abbreviations(const text::lexicon& entries, classes_by_word& words) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::string_view before = entries[i][1];
    std::uint32_t word_class = abbreviation;
    if (before == "name") {
      word_class = stands_before_name;
    } else if (before == "number") {
      word_class = stands_before_number;
    } else if (!before.empty()) {
      throw entries.error(
          i, "the second column says what follows: 'name', 'number' or nothing, not '" +
                 std::string(before) + "'");
    }
    words[std::string(entries[i][0])] |= word_class;
  }
}

}  // namespace

language_resources::language_resources(std::string_view lang)
    : lang_(lang),
      ordinals_have_stops_(std::ranges::find(languages_with_ordinal_stops, lang) !=
                           languages_with_ordinal_stops.end()) {}

language_resources language_resources::load(std::string_view lang, const reader& read) {
  const std::string folder = std::string(lang) + '/';
  classes_by_word words;
  add_abbreviations(read_lexicon(read, folder + "abbreviations.txt", 2), words);
  add_words(read_lexicon(read, folder + "function_words.txt", 1), function_word, words);
  add_words(read_lexicon(read, folder + "calendar.txt", 1), calendar_word, words);
  add_words(read_lexicon(read, folder + "speech_verbs.txt", 1), speech_verb, words);

  language_resources made(lang);
  for (const auto& [word, classes] : words) {
    made.words_.insert(word, classes);
    made.has_function_words_ |= (classes & function_word) != 0;
  }
  return made;
}

std::uint32_t language_resources::classes(std::string_view word, std::string& scratch) const {
  constexpr std::size_t longest_entry = 40;  // bytes; nothing longer is in a lexicon
  if (word.size() > longest_entry) return 0;
  scratch.clear();
  text::append_lower(word, scratch);
  std::uint32_t found = classes_of(scratch);
  if (scratch != word) found |= classes_of(word);
  return found;
}

}  // namespace quoth::segmenter
