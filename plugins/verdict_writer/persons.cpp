#include "persons.hpp"

#include <algorithm>
#include <string>
#include <text/fold.hpp>
#include <text/transliterate.hpp>
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

bool mentions_person(std::string_view text, std::string_view name) {
  const std::string name_key = text::name_key(name);
  const std::vector<std::string_view> names = words_of(name_key);
  if (names.empty()) return false;
  const std::string_view last = names.back();
  const std::string key = text::name_key(text);
  for (std::string_view word : words_of(key))
    if (is_form_of(word, last)) return true;
  return false;
}

}  // namespace quoth::verdicts
