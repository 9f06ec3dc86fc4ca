#include "named_speakers.hpp"

#include <algorithm>
#include <record/merge.hpp>
#include <text/classes.hpp>
#include <text/utf8.hpp>

namespace quoth::matching {

namespace {

constexpr std::size_t longest_name = 5;   // words
constexpr std::size_t shortest_role = 5;  // bytes of a word that may be a role

// A role word says who is meant only where few people could be: not in the record of a parliament.
constexpr std::size_t most_namesakes = 20;

[[nodiscard]] std::uint32_t one_of(const std::vector<std::uint32_t>& people) {
  return people.size() == 1 ? people.front() : record::no_speaker;
}

}  // namespace

named_speakers::named_speakers(std::string_view text, std::string_view lang,
                               const record::catalogue& speakers, std::string_view day)
    : text_(text), speakers_(speakers), day_(day) {
  words_.split(text, lang);
  mark_quoted();
  find_names();
}

void named_speakers::mark_quoted() {
  quoted_.assign(words_.size(), false);
  std::size_t at = 0;
  bool quoted = false;
  for (const auto [value, place, size] : text::code_points(text_)) {
    while (at < words_.size() && words_[at].begin <= place) quoted_[at++] = quoted;
    if (text::is_quotation_mark(value) && !text::is_single_quotation_mark(value)) quoted = !quoted;
  }
}

bool named_speakers::is_name_word(std::size_t at) const {
  return !quoted_[at] && (words_[at].flags & record::capital) != 0 &&
         (words_[at].flags & record::contracted) == 0;
}

void named_speakers::find_names() {
  for (std::size_t first = 0; first < words_.size();) {
    std::size_t taken = 0;
    const std::size_t most = std::min(longest_name, words_.size() - first);
    for (std::size_t size = most; size > 0 && taken == 0 && is_name_word(first); --size) {
      const std::size_t last = first + size - 1;
      if (!is_name_word(last)) continue;
      const span where{words_[first].begin, words_[last].end};
      std::vector<std::uint32_t> people = people_called(where.of(text_));
      if (people.empty()) continue;
      if (people.size() > 1) {
        const std::uint32_t meant = narrowed(where.of(text_), people);
        if (meant != record::no_speaker) people = {meant};
      }
      named_.push_back({where, std::move(people)});
      taken = size;
    }
    first += std::max<std::size_t>(taken, 1);
  }
}

// People with a full name that is this name or ends in it; a genitive's s aside.
std::vector<std::uint32_t> named_speakers::people_called(std::string_view name) const {
  std::vector<std::uint32_t> people;
  for (const std::string_view ending : {"", "'s", "’s", "s"}) {
    if (!name.ends_with(ending)) continue;
    for (const std::uint32_t one : speakers_.called(name.substr(0, name.size() - ending.size()))) {
      const std::string& full = speakers_.speakers()[one].name;
      if (record::is_like_name(full) && record::name_words(full).size() > 1) people.push_back(one);
    }
    if (!people.empty()) return people;
  }
  return people;
}

std::uint32_t named_speakers::only() const {
  std::vector<std::uint32_t> people;
  for (const named_speaker& one : named_) {
    if (people.empty()) {
      people = one.meant;
      continue;
    }
    std::erase_if(people, [&](std::uint32_t person) {
      return std::ranges::find(one.meant, person) == one.meant.end();
    });
    if (people.empty()) return record::no_speaker;
  }
  return one_of(people);
}

std::uint32_t named_speakers::meant_by(std::string_view name) const {
  const std::vector<std::uint32_t> people = people_called(name);
  return people.size() < 2 ? one_of(people) : narrowed(name, people);
}

std::uint32_t named_speakers::narrowed(std::string_view name,
                                       const std::vector<std::uint32_t>& people) const {
  if (people.size() > most_namesakes) return record::no_speaker;
  std::vector<std::uint32_t> by_given_name;
  std::vector<std::uint32_t> by_role;
  const auto add = [](std::vector<std::uint32_t>& to, std::uint32_t person) {
    if (std::ranges::find(to, person) == to.end()) to.push_back(person);
  };
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (quoted_[i]) continue;
    const std::string_view word = text_.substr(words_[i].begin, words_[i].end - words_[i].begin);
    const auto key = record::name_words(word);
    if (is_name_word(i) && !key.empty()) {
      for (const std::uint32_t one : people) {
        const auto full = record::name_words(speakers_.speakers()[one].name);
        if (full.size() > 1 && full.front() == key.front()) add(by_given_name, one);
      }
    }
    if (word.size() < shortest_role) continue;
    const std::uint32_t meant = speakers_.with_role(name, word, day_);
    if (std::ranges::find(people, meant) != people.end()) add(by_role, meant);
  }
  return by_given_name.empty() ? one_of(by_role) : one_of(by_given_name);
}

}  // namespace quoth::matching
