#include "headlines.hpp"

#include <algorithm>

#include "name_case.hpp"
#include "roles.hpp"
#include "text/classes.hpp"
#include "text/utf8.hpp"
#include "titles.hpp"

namespace quoth::speakers {

void read_names(const article& from, const lexicon& language, reading& into) {
  into.from = &from;
  into.language = &language;
  read_words(from, language, into.entries, into.list);
  find_names(from.text, into.list, into.entries, language, into.mentions);
  group_names(from.text, from.title, into.list, into.entries, language, into.mentions, into.table);
  read_roles(into.list, into.entries, language, into.mentions, into.table);
}

word_range role_beside(const reading& of, const mention& m) {
  const std::vector<word>& words = of.list.words;
  const auto& offices = of.table.offices;
  const auto held = std::ranges::lower_bound(offices, m.first, {}, &held_office::name);
  const bool office_given = held != offices.end() && held->name == m.first;
  const bool titled = std::any_of(words.begin() + m.lead, words.begin() + m.first,
                                  [](const word& w) { return w.is(office); });
  if (office_given && !titled) return {held->first, held->last};
  std::uint32_t first = m.lead;
  while (titled && first > 0 && words[first - 1].sentence == words[first].sentence &&
         of.language->modifies_role(of.entries.lower(words[first - 1].entry))) {
    --first;
  }
  if (titled) first = owner_before(words, first);
  return {first, m.first};
}

void headline_offices::read(std::string_view title, std::string_view code,
                            const lexicon& language) {
  held_.clear();
  tokens_.clear();
  for (std::size_t at = 0; at < title.size();) {
    const text::code_point c = text::decode(title, at);
    std::size_t end = at;
    const std::string_view word = next_word(title, end);
    const auto begin = static_cast<std::uint32_t>(word.empty() ? at : word.data() - title.data());
    at = word.empty() ? at + c.size : end;
    if (word.empty() && text::is_space(c.value)) continue;
    const auto kind = word.empty() ? quoth::token_kind::punctuation : quoth::token_kind::word;
    tokens_.push_back({{begin, static_cast<std::uint32_t>(at)}, kind, {0}});
  }
  const quoth::sentence only{{0, static_cast<std::uint32_t>(title.size())}, {0}};
  article headline;
  headline.text = title;
  headline.language = code;
  headline.sentences = {&only, 1};
  headline.tokens = tokens_;
  read_names(headline, language, reading_);
  for (const mention& m : reading_.mentions) {
    if (m.entity == nothing || reading_.table[m.entity].type != name_type::person) continue;
    const word_range role = role_beside(reading_, m);
    if (role.first >= role.last) continue;
    held_.push_back({in_nominative(reading_.table[m.entity].name, {}, language),
                     plain_text(title, reading_.list, role.first, role.last)});
  }
  reading_.from = nullptr;
}

std::string_view headline_offices::of(std::string_view name) const {
  const auto at = std::ranges::find(held_, name, &held::name);
  return at == held_.end() ? std::string_view{} : std::string_view(at->role);
}

}  // namespace quoth::speakers
