#include "names/inflection.hpp"

#include <algorithm>

namespace quoth::names {

inflection inflection::load(const resources& from, const std::string& language) {
  inflection table;
  from.each_entry(language + "/endings.txt", 1, 1, [&](const text::lexicon& lines, std::size_t i) {
    table.endings_.emplace_back(lines[i][0]);
  });
  std::ranges::stable_sort(table.endings_, std::ranges::greater{}, &std::string::size);
  const std::string file = language + "/nominatives.txt";
  from.each_entry(file, 3, 3, [&](const text::lexicon& lines, std::size_t i) {
    if (lines[i][0] != "f" && lines[i][0] != "m" && lines[i][0] != "called") {
      throw lines.error(i, "expected f, m or called, got '" + std::string(lines[i][0]) + "'");
    }
    case_ending row;
    row.woman = lines[i][0] == "f";
    row.called = lines[i][0] == "called";
    row.ending = lines[i][1];
    for (std::string_view rest = lines[i][2]; !rest.empty();) {
      const std::string_view one = rest.substr(0, rest.find(' '));
      row.nominatives.emplace_back(one == "-" ? std::string_view() : one);
      rest.remove_prefix(std::min(rest.size(), one.size() + 1));
    }
    table.nominatives_.push_back(std::move(row));
  });
  std::ranges::stable_sort(table.nominatives_, std::ranges::greater{},
                           [](const case_ending& row) { return row.ending.size(); });
  return table;
}

std::string inflection::nominative(std::string_view name, bool woman,
                                   const std::function<bool(const std::string&)>& accept,
                                   bool called) const {
  for (const case_ending& row : nominatives_) {
    if (row.woman != woman || (row.called && !called)) continue;
    if (name.size() < row.ending.size() + least) continue;
    if (!name.ends_with(row.ending)) continue;
    const std::string_view stem = name.substr(0, name.size() - row.ending.size());
    for (const std::string& ending : row.nominatives) {
      std::string found = std::string(stem).append(ending);
      if (accept(found)) return found;
    }
    return {};
  }
  return {};
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
