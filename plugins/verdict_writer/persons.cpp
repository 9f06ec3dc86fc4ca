#include "persons.hpp"

#include <algorithm>
#include <string>
#include <text/classes.hpp>
#include <text/fold.hpp>
#include <text/transliterate.hpp>
#include <text/utf8.hpp>
#include <vector>

namespace quoth::verdicts {

namespace {

std::vector<std::string_view> words_of(std::string_view key) {
  std::vector<std::string_view> words;
  while (!key.empty()) {
    const std::size_t space = std::min(key.find(' '), key.size());
    if (space > 0) words.push_back(key.substr(0, space));
    key.remove_prefix(std::min(space + 1, key.size()));
  }
  return words;
}

bool is_end_of(const std::vector<std::string_view>& shorter,
               const std::vector<std::string_view>& longer) {
  return shorter.size() <= longer.size() &&
         std::equal(shorter.rbegin(), shorter.rend(), longer.rbegin());
}

bool same_keys(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return false;
  if (a == b) return true;
  const std::vector<std::string_view> x = words_of(a), y = words_of(b);
  if (x.size() > 1 && y.size() > 1 && x.front() == y.front() && x.back() == y.back()) return true;
  return is_end_of(x, y) || is_end_of(y, x);
}

// Without the marks around a word that a name key keeps: "Dovric," and "(Dovric)".
std::string_view without_marks(std::string_view word) {
  const auto is_mark = [](char32_t c) { return !text::is_letter(c) && !text::is_digit(c); };
  while (!word.empty() && is_mark(text::decode(word, 0).value))
    word.remove_prefix(text::decode(word, 0).size);
  while (!word.empty() && is_mark(text::decode_before(word, word.size()).value))
    word.remove_suffix(text::decode_before(word, word.size()).size);
  return word;
}

// Whether `word` is the name or an inflected form: Dovrics (of Dovric's), Карвацької.
bool is_form_of(std::string_view word, std::string_view name) {
  if (!text::has_cyrillic(name))
    return word.starts_with(name) &&
           (word.size() == name.size() || word.substr(name.size()) == "s");
  constexpr std::size_t letter = 2, longest_ending = 3 * letter;  // bytes
  const std::size_t stem = name.size() > 5 * letter ? name.size() - 2 * letter : name.size();
  return word.starts_with(name.substr(0, stem)) && word.size() <= stem + longest_ending;
}

}  // namespace

bool same_person(std::string_view a, std::string_view b) {
  if (same_keys(text::name_key(a), text::name_key(b))) return true;
  if (!text::has_cyrillic(a) && !text::has_cyrillic(b)) return false;
  return same_keys(text::romanised_key(a), text::romanised_key(b));
}

bool addresses_person(std::string_view text, std::string_view name) {
  constexpr std::size_t longest = 3;  // words: Mr Ilmar Dovric
  const std::string name_key = text::name_key(name);
  const std::vector<std::string_view> names = words_of(name_key);
  if (names.empty() || text::is_lower(text::decode(text, 0).value)) return false;
  const std::string key = text::name_key(text);
  const std::vector<std::string_view> words = words_of(key);
  std::size_t begin = 0;  // of what the marks around the word set off
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool set_off = words[i].ends_with(',') || i + 1 == words.size();
    if (!set_off) continue;
    if (i - begin < longest && is_form_of(without_marks(words[i]), names.back())) return true;
    begin = i + 1;
  }
  return false;
}

bool mentions_person(std::string_view text, std::string_view name) {
  const std::string name_key = text::name_key(name);
  const std::vector<std::string_view> names = words_of(name_key);
  if (names.empty()) return false;
  const std::string_view last = names.back();
  const std::string key = text::name_key(text);
  for (std::string_view word : words_of(key))
    if (is_form_of(without_marks(word), last)) return true;
  return false;
}

}  // namespace quoth::verdicts
