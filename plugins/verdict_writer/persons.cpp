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

}  // namespace

bool same_person(std::string_view a, std::string_view b) {
  if (same_keys(text::name_key(a), text::name_key(b))) return true;
  if (!text::has_cyrillic(a) && !text::has_cyrillic(b)) return false;
  return same_keys(text::romanised_key(a), text::romanised_key(b));
}

}  // namespace quoth::verdicts
