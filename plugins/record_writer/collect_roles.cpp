// Which offices a document gives to whom: in its names, labels of turns and headline.
#include <algorithm>
#include <record/merge.hpp>
#include <record/roles.hpp>
#include <text/classes.hpp>
#include <text/fold.hpp>
#include <text/transliterate.hpp>
#include <text/trim.hpp>
#include <text/utf8.hpp>

#include "collect.hpp"

namespace quoth::record_writing {

// What tells a bare surname from another's: the label's title (DR HALE), or the role that the
// document gives with it.
std::string_view collector::role_of(std::string_view speaker, std::string_view label) const {
  if (speaker.empty() || speaker.find(' ') != std::string_view::npos) return {};
  if (label.size() > speaker.size() + 1 &&
      text::name_key(label.substr(label.size() - speaker.size())) == text::name_key(speaker)) {
    const std::string_view title = label.substr(0, label.size() - speaker.size());
    return title.substr(0, title.find_last_not_of(' ') + 1);
  }
  const auto given = std::ranges::find(entry_.roles, speaker, &record::role_entry::name);
  return given == entry_.roles.end() ? role_in_title(speaker) : given->role;
}

// The words with capitals before a name in the headline: "Interview with Fisheries Minister
// Tangen".
std::string_view collector::role_in_title(std::string_view speaker) const {
  const std::string_view title = entry_.document.title;
  const std::size_t at = title.find(speaker);
  if (at == std::string_view::npos || at == 0) return {};
  std::size_t begin = at;
  while (begin > 0) {
    const std::size_t space = title.rfind(' ', begin - 1);
    const std::size_t back = begin < 2 ? std::string_view::npos : title.rfind(' ', begin - 2);
    const std::size_t word = back == std::string_view::npos ? 0 : back + 1;
    if (space == std::string_view::npos || !text::is_upper(text::decode(title, word).value)) break;
    begin = word;
  }
  return begin == at ? std::string_view{} : title.substr(begin, at - begin - 1);
}

// What the headline calls those who speak by their full names: „Baudezernentin Ida Roe zu Gast“.
void collector::take_headline_roles() {
  const std::string_view title = entry_.document.title;
  for (const record::statement_entry& said : entry_.statements) {
    const std::string_view name = said.speaker;
    if (name.find(' ') == name.npos || !record::is_like_name(name)) continue;
    const std::size_t at = title.find(name);
    if (at == title.npos || at == 0) continue;
    if (text::is_letter(text::decode(title, at + name.size()).value)) continue;
    const std::string_view role = role_at_end(title.substr(0, at));
    if (role.empty()) continue;
    const bool known = std::ranges::any_of(entry_.roles, [&](const record::role_entry& other) {
      return other.name == name && other.role == role;
    });
    if (!known) entry_.roles.push_back({name, role});
  }
}

// The role with which the words of a headline before a name end: the capitals before an office and
// the office; in Cyrillic letters, where who is told of would stand in another case, what the
// office is of as well: Голова Зернової спілки.
std::string_view collector::role_at_end(std::string_view headline) {
  constexpr std::size_t longest = 8;  // words
  std::size_t begin = 0;
  for (const auto [value, at, size] : text::code_points(headline)) {
    const bool inner = text::is_letter(value) || text::is_digit(value) || text::is_space(value) ||
                       value == U'-' || text::is_apostrophe(value);
    if (!inner) begin = at + size;
  }
  const std::string_view clause = text::trimmed(headline.substr(begin));
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < clause.size();) {
    const std::size_t end = std::min(clause.find(' ', at), clause.size());
    if (end > at) words.push_back(clause.substr(at, end - at));
    at = end + 1;
  }
  if (words.empty()) return {};
  auto office = std::ranges::find_if(words, record::has_office_word);
  if (!text::has_cyrillic(clause) && office != words.end()) {
    office = record::has_office_word(words.back()) ? words.end() - 1 : words.end();
  }
  if (office == words.end()) return {};
  while (office != words.begin() && text::is_upper(text::decode(*(office - 1), 0).value)) --office;
  if (words.end() - office > static_cast<std::ptrdiff_t>(longest)) return {};
  return clause.substr(static_cast<std::size_t>(office->data() - clause.data()));
}

void collector::take_roles(const document_layers& d) {
  for (std::uint32_t i = 0; i < d.names.size(); ++i) {
    const auto role = d.names.get<&name::role>(i);
    if (!role || role->empty() || d.names.get<&name::type>(i) != name_type::person) continue;
    const record::role_entry made{d.names.get<&name::canonical>(i), *role};
    const bool known = std::ranges::any_of(entry_.roles, [&](const auto& other) {
      return other.name == made.name && other.role == made.role;
    });
    if (!known) entry_.roles.push_back(made);
  }
}

}  // namespace quoth::record_writing
