#include "named_speakers.hpp"

#include <algorithm>
#include <iterator>
#include <map>
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

named_speakers::named_speakers(std::string_view text, const senses& language,
                               const record::catalogue& speakers, std::string_view day)
    : text_(text), language_(language), speakers_(speakers), day_(day) {
  words_.split(text, language.lang());
  capitals_ = std::ranges::any_of(
      words_.all(), [](const record::word& one) { return (one.flags & record::capital) != 0; });
  mark_quoted();
  find_names();
}

void named_speakers::mark_quoted() {
  quoted_.assign(words_.size(), false);
  std::size_t at = 0;
  bool quoted = false;
  for (const auto [value, place, size] : text::code_points(text_)) {
    while (at < words_.size() && words_[at].begin <= place) quoted_[at++] = quoted;
    if (text::is_double_quotation_mark(value)) quoted = !quoted;
  }
}

bool named_speakers::is_name_word(std::size_t at) const {
  return !quoted_[at] && (!capitals_ || (words_[at].flags & record::capital) != 0) &&
         (words_[at].flags & record::contracted) == 0;
}

bool named_speakers::is_rare(std::size_t at) const {
  constexpr std::size_t shortest = 4;  // bytes
  const std::string_view norm = words_.norm(at);
  const sense& here = language_.of(norm);
  const language_concepts& known = language_.concepts().of_language(language_.lang());
  return norm.size() >= shortest && here.classes == 0 && here.same == 0 && here.like == 0 &&
         known.of(known.key_of(norm)).concepts.empty();
}

bool named_speakers::is_pronoun(std::size_t at) const {
  return (language_.of(words_.norm(at)).classes & pronoun) != 0;
}

void named_speakers::find_names() {
  for (std::size_t first = 0; first < words_.size();) {
    std::size_t taken = 0;
    const std::size_t most = std::min(longest_name, words_.size() - first);
    // Without capitals one word is a name where it is no other word of the language.
    const std::size_t least = capitals_ || is_rare(first) ? 1 : 2;  // words of a name
    for (std::size_t size = most; size >= least && taken == 0 && is_name_word(first); --size) {
      const std::size_t last = first + size - 1;
      if (!is_name_word(last) || (size == 1 && is_pronoun(first))) continue;
      const span where{words_[first].begin, words_[last].end};
      const std::vector<std::uint32_t>& people = meant(where.of(text_));
      if (people.empty()) continue;
      named_.push_back({where, people});
      taken = size;
    }
    first += std::max<std::size_t>(taken, 1);
  }
}

// Whom a name of the text may mean: nobody, one, or several where it stays open.
const std::vector<std::uint32_t>& named_speakers::meant(std::string_view name) {
  const auto [known, fresh] = meant_.try_emplace(name);
  if (!fresh) return known->second;
  std::vector<std::uint32_t>& people = known->second;
  people = people_called(name);
  const std::uint32_t one = people.size() > 1 ? narrowed(people) : record::no_speaker;
  if (one != record::no_speaker) people = {one};
  return people;
}

// People with a full name that is this name or ends in it, possessive or not.
std::vector<std::uint32_t> named_speakers::people_called(std::string_view name) const {
  std::vector<std::uint32_t> people;
  const std::string_view bare = language_.without_possessive(name);
  for (const std::string_view form : {name, bare}) {
    for (const std::uint32_t one : speakers_.called(form)) {
      const std::string& full = speakers_.speakers()[one].name;
      if (record::is_like_name(full) && record::name_words(full).size() > 1) people.push_back(one);
    }
    if (!people.empty() || form.size() == bare.size()) break;
  }
  if (people.empty()) {
    const std::uint32_t one = speakers_.called_in_case(name);
    if (one != record::no_speaker) people.push_back(one);
  }
  return people;
}

std::uint32_t named_speakers::only(span content) const {
  const auto told_of = [&](const named_speaker& one) { return content.contains(one.where); };
  const bool any_outside = !std::ranges::all_of(named_, told_of);
  std::vector<std::uint32_t> people;
  for (const named_speaker& one : named_) {
    if (any_outside && told_of(one)) continue;
    if (people.empty()) people = one.meant;
    if (people == one.meant) continue;
    std::erase_if(people, [&](std::uint32_t person) {
      return std::ranges::find(one.meant, person) == one.meant.end();
    });
    if (people.empty()) return record::no_speaker;
  }
  return one_of(people);
}

// Who holds what the words describe, if that is one person.
std::uint32_t named_speakers::holder_of(span office) const {
  record::role_choice choice;
  speakers_.holders(office.of(text_), day_,
                    [&](std::uint32_t speaker, bool then) { choice.add(speaker, then); });
  return choice.meant();
}

// A word of some length, or letters that stand for one: PM.
bool named_speakers::may_be_role(std::size_t at) const {
  const std::string_view word = text_.substr(words_[at].begin, words_[at].end - words_[at].begin);
  const bool letters =
      word.size() > 1 && std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
  return letters || word.size() >= shortest_role;
}

// Roe, not the [farmer]: who is not meant.
bool named_speakers::is_ruled_out(std::size_t at) const {
  const auto is = [&](std::size_t word, std::uint32_t classes) {
    return (language_.of(words_.norm(word)).classes & classes) != 0;
  };
  if (at == 0) return false;
  if (is(at - 1, negation)) return true;
  return at > 1 && is(at - 1, article) && is(at - 2, negation);
}

named_speaker named_speakers::office() const {
  constexpr std::size_t longest_office = 4;  // words
  named_speaker found{no_span, {}};
  for (std::size_t first = 0; first < words_.size();) {
    std::size_t taken = 0;
    const std::size_t most = std::min(longest_office, words_.size() - first);
    for (std::size_t size = most; size > 0 && taken == 0 && !quoted_[first]; --size) {
      const std::size_t last = first + size - 1;
      const span office{words_[first].begin, words_[last].end};
      if (quoted_[last] || !may_be_role(last)) continue;
      const std::uint32_t holder = holder_of(office);
      if (holder == record::no_speaker) continue;
      if (found.where.exists() && found.meant.front() != holder) return {no_span, {}};
      if (!found.where.exists()) found = {office, {holder}};
      taken = size;
    }
    first += std::max<std::size_t>(taken, 1);
  }
  return found;
}

named_speaker named_speakers::alone() const {
  if (named_.empty()) return office();
  const std::uint32_t one = only();
  if (one == record::no_speaker) return {no_span, {}};
  return {named_.front().where, {one}};
}

std::uint32_t named_speakers::holder() const {
  return one_of(office().meant);
}

std::uint32_t named_speakers::meant_by(std::string_view name) {
  const std::vector<std::uint32_t> people = people_called(name);
  return people.size() < 2 ? one_of(people) : narrowed(people);
}

// Reads the words outside quotation marks once, however many names have to be told apart.
void named_speakers::read_hints() {
  if (hints_read_) return;
  hints_read_ = true;
  std::unordered_set<std::uint64_t> seen;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (quoted_[i] || !seen.insert(words_[i].hash * 2 + (is_name_word(i) ? 1 : 0)).second) continue;
    const std::string_view word = text_.substr(words_[i].begin, words_[i].end - words_[i].begin);
    if (is_name_word(i)) {
      auto key = record::name_words(word);
      if (!key.empty()) given_names_.insert(std::move(key.front()));
    }
    if (word.size() < shortest_role || is_ruled_out(i)) continue;
    speakers_.holders(word, day_, [&](std::uint32_t speaker, bool then) {
      roles_of_[speaker].push_back({i, then});
    });
  }
}

std::uint32_t named_speakers::narrowed(const std::vector<std::uint32_t>& people) {
  if (people.size() > most_namesakes) return record::no_speaker;
  read_hints();
  std::vector<std::uint32_t> by_given_name;
  for (const std::uint32_t one : people) {
    const auto full = record::name_words(speakers_.speakers()[one].name);
    if (full.size() > 1 && given_names_.contains(full.front())) by_given_name.push_back(one);
  }
  if (!by_given_name.empty()) return one_of(by_given_name);
  const std::uint32_t holder = holder_among(people);
  return holder != record::no_speaker ? holder : head_among(people);
}

// The one of them who has such an office as a word of the text names, whoever that is of: „der
// Verbandschef Roe“ is the Roe who is a Weinbaupräsident, where the other one has no such office.
std::uint32_t named_speakers::head_among(const std::vector<std::uint32_t>& people) const {
  std::uint32_t found = record::no_speaker;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const std::string_view word = text_.substr(words_[i].begin, words_[i].end - words_[i].begin);
    if (quoted_[i] || word.size() < shortest_role || is_ruled_out(i)) continue;
    std::vector<std::uint32_t> holders;
    std::ranges::copy_if(people, std::back_inserter(holders),
                         [&](std::uint32_t one) { return speakers_.holds(one, word); });
    if (holders.size() != 1 || holders.front() == found) continue;
    if (found != record::no_speaker) return record::no_speaker;
    found = holders.front();
  }
  return found;
}

// The one of them whom words of the text mean by a role; two whom different words mean are nobody.
std::uint32_t named_speakers::holder_among(const std::vector<std::uint32_t>& people) const {
  std::map<std::size_t, record::role_choice> by_word;
  for (const std::uint32_t one : people) {
    const auto roles = roles_of_.find(one);
    if (roles == roles_of_.end()) continue;
    for (const auto& [word, then] : roles->second) by_word[word].add(one, then);
  }
  std::uint32_t found = record::no_speaker;
  for (const auto& [word, choice] : by_word) {
    const std::uint32_t meant = choice.meant();
    if (meant == record::no_speaker || meant == found) continue;
    if (found != record::no_speaker) return record::no_speaker;
    found = meant;
  }
  return found;
}

}  // namespace quoth::matching
