#include "names/lexicon.hpp"

#include <algorithm>

#include "text/fold.hpp"

namespace quoth::names {
namespace {

using text::lexicon_error;

gender parse_gender(const text::lexicon& file, std::size_t line, std::string_view column) {
  if (column == "m") return gender::male;
  if (column == "f") return gender::female;
  if (column.empty() || column == "u") return gender::unknown;
  throw file.error(line, "gender must be m, f or u, not '" + std::string(column) + "'");
}

std::uint8_t parse_kind(const text::lexicon& file, std::size_t line, std::string_view column) {
  if (column == "honorific") return honorific;
  if (column == "office") return office;
  if (column == "suffix") return suffix;
  throw file.error(line,
                   "kind must be honorific, office or suffix, not '" + std::string(column) + "'");
}

std::string_view without_stop(std::string_view word) {
  return word.size() > 1 && word.ends_with('.') ? word.substr(0, word.size() - 1) : word;
}

}  // namespace

lexicon lexicon::load(const resources& from, const std::string& language) {
  lexicon result;
  result.endings_ = inflection::load(from, language);
  result.add_titles(from, language);
  result.add_given_names(from, language, false);
  from.each_entry(language + "/particles.txt", 1, 1,
                  [&](const text::lexicon& lines, std::size_t i) {
                    result.add(text::to_lower(lines[i][0]), {particle, gender::unknown});
                  });
  from.each_entry(
      language + "/nicknames.txt", 2, 2, [&](const text::lexicon& lines, std::size_t i) {
        result.nicknames_.emplace_back(text::to_lower(lines[i][0]), text::to_lower(lines[i][1]));
      });
  std::ranges::sort(result.nicknames_);
  for (const std::string& other : from.languages) {
    if (other != language) result.add_given_names(from, other, true);
  }
  return result;
}

void lexicon::add(std::string_view word, word_traits traits) {
  const std::uint32_t at = words_.find(word);
  if (at == text::word_table::absent) {
    words_.insert(word, static_cast<std::uint32_t>(traits_.size()));
    traits_.push_back(traits);
    return;
  }
  word_traits& known = traits_[at];
  known.kinds = static_cast<std::uint8_t>(known.kinds | traits.kinds);
  if (known.sex == gender::unknown) known.sex = traits.sex;
}

void lexicon::add_given_names(const resources& from, const std::string& language, bool foreign) {
  from.each_entry(language + "/given-names.txt", 2, 2,
                  [&](const text::lexicon& lines, std::size_t i) {
                    const std::string word = text::to_lower(lines[i][0]);
                    const word_traits traits{given_name, parse_gender(lines, i, lines[i][1])};
                    if (foreign && lists(word)) return;
                    add(word, traits);
                    const std::string_view stem = endings_.stem(word);
                    if (!foreign && stem != word && !words_.contains(stem)) add(stem, traits);
                  });
}

void lexicon::add_titles(const resources& from, const std::string& language) {
  from.each_entry(language + "/titles.txt", 2, 3, [&](const text::lexicon& lines, std::size_t i) {
    const std::string word = text::to_lower(without_stop(lines[i][0]));
    const word_traits traits{parse_kind(lines, i, lines[i][1]),
                             parse_gender(lines, i, lines[i][2])};
    if (word.starts_with('-')) {
      compounds_.emplace_back(word.substr(1), traits);
      return;
    }
    add(word, traits);
    const std::string_view stem = endings_.stem(word);
    if (stem != word) add(stem, traits);
  });
  std::ranges::stable_sort(compounds_, std::ranges::greater{},
                           [](const auto& entry) { return entry.first.size(); });
}

word_traits lexicon::find(std::string_view word) const noexcept {
  word = without_stop(word);
  if (const std::uint32_t at = words_.find(word); at != text::word_table::absent) {
    return traits_[at];
  }
  if (!endings_.empty()) {
    const std::string_view stem = endings_.stem(word);
    if (const std::uint32_t at = words_.find(stem); at != text::word_table::absent) {
      return traits_[at];
    }
  }
  for (const auto& [end, traits] : compounds_) {
    if (word.size() > end.size() && word.ends_with(end)) return traits;
  }
  if (const std::size_t hyphen = word.find('-'); hyphen != word.npos && hyphen > 1) {
    const std::uint32_t at = words_.find(word.substr(0, hyphen));  // Jo-Renee, Karl-Heinz
    if (at != text::word_table::absent && traits_[at].is(given_name)) {
      return {given_name, traits_[at].sex};
    }
  }
  return {};
}

bool lexicon::same_given(std::string_view a, std::string_view b) const noexcept {
  if (a == b) return true;
  const auto listed = [this](std::string_view brief, std::string_view full) {
    const auto less = [](const auto& entry,
                         const std::pair<std::string_view, std::string_view>& k) {
      return std::pair<std::string_view, std::string_view>(entry) < k;
    };
    const std::pair key(brief, full);
    const auto at = std::lower_bound(nicknames_.begin(), nicknames_.end(), key, less);
    return at != nicknames_.end() && at->first == brief && at->second == full;
  };
  return listed(a, b) || listed(b, a);
}

}  // namespace quoth::names
