#include "host/eval/names.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "host/eval/unicode.hpp"

namespace quoth::host::eval {

namespace {

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at))
    text.replace(at, from.size(), to), at += to.size();
}

// The words of a name, apostrophes among their letters, without an article at its front.
std::vector<std::u32string> name_words(std::string_view name) {
  std::string folded = lower(compose(name));
  replace_all(folded, "’", "'");
  if (folded.ends_with("'s")) folded.resize(folded.size() - 2);
  std::u32string flat = code_points(folded);
  for (char32_t& c : flat)
    if (!is_word(c) && c != U'\'') c = U' ';
  std::u32string_view rest = flat;
  for (const std::u32string_view article : {U"the ", U"a ", U"an "}) {
    if (!rest.starts_with(article)) continue;
    rest.remove_prefix(article.size());
    break;
  }
  std::vector<std::u32string> words;
  while (!rest.empty()) {
    const std::u32string_view word = rest.substr(0, rest.find(U' '));
    if (!word.empty()) words.emplace_back(word);
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
  }
  return words;
}

bool ends_with(const std::vector<std::u32string>& name, const std::vector<std::u32string>& end) {
  return name.size() >= end.size() && std::equal(end.rbegin(), end.rend(), name.rbegin());
}

}  // namespace

bool same_name(std::string_view a, std::string_view b) {
  const std::vector<std::u32string> x = name_words(a), y = name_words(b);
  if (x.empty() || y.empty()) return x.empty() && y.empty();
  if (x == y) return true;
  if (x.size() < 2 || y.size() < 2) return false;
  if (x.front() == y.front() && x.back() == y.back()) return true;
  return ends_with(x, y) || ends_with(y, x);
}

}  // namespace quoth::host::eval
