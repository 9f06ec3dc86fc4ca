#include "names/inflection.hpp"

#include <algorithm>

namespace quoth::names {

inflection inflection::load(const resources& from, const std::string& language) {
  inflection table;
  from.each_entry(language + "/endings.txt", 1, 1, [&](const text::lexicon& lines, std::size_t i) {
    table.endings_.emplace_back(lines[i][0]);
  });
  std::ranges::stable_sort(table.endings_, std::ranges::greater{}, &std::string::size);
  return table;
}

std::string_view inflection::stem(std::string_view word) const noexcept {
  for (const std::string& ending : endings_) {
    if (word.size() >= ending.size() + least && word.ends_with(ending)) {
      return word.substr(0, word.size() - ending.size());
    }
  }
  return word;
}

}  // namespace quoth::names
