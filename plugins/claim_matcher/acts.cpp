#include "acts.hpp"

#include <algorithm>
#include <string_view>
#include <text/trim.hpp>
#include <text/utf8.hpp>
#include <utility>

#include "name_sides.hpp"

namespace quoth::matching {

bool acts::add_told_by_office(span sentence) {
  constexpr std::size_t longest = 80;  // bytes of an office
  constexpr std::size_t fewest = 3;    // words that it tells
  const std::string_view text = sentence.of(in_.layers.text);
  const std::size_t colon = text.find(": ");
  if (colon == text.npos) return false;
  const std::size_t before = text.substr(0, colon).find_last_of(".!?");
  const std::string_view office =
      text::trimmed(text.substr(0, colon).substr(before == text.npos ? 0 : before + 1));
  const std::string_view told = text::trimmed(text.substr(colon + 2));
  if (office.size() > longest || told.ends_with('?')) return false;
  words_.split(told, in_.language.lang());
  if (words_.size() < fewest) return false;
  made_claim made;
  made.known = in_.speakers.resolve({}, office, in_.day);
  if (made.known == record::no_speaker) return false;
  made.text = told;
  while (made.text.ends_with('.') || made.text.ends_with('!')) made.text.remove_suffix(1);
  made.where.begin = static_cast<std::uint32_t>(made.text.data() - in_.layers.text.data());
  made.where.end = made.where.begin + static_cast<std::uint32_t>(made.text.size());
  made.mention = office;
  made.speaker = in_.speakers.speakers()[made.known].name;
  made.confidence = 0.5;
  claims_.push_back(std::move(made));
  return true;
}

bool acts::add_act_around(const made_claim& quoted) {
  for (std::uint32_t i = 0; i < in_.layers.sentences.size(); ++i) {
    if (in_.layers.sentences.where(i).overlaps(quoted.where))
      return add_act(in_.layers.sentences.where(i), quoted);
  }
  return false;
}

bool acts::add_act_within(const made_claim& made) {
  for (const named_speaker& one : in_.named->all()) {
    if (!made.where.contains(one.where)) continue;
    for (std::uint32_t i = 0; i < in_.layers.sentences.size(); ++i) {
      if (in_.layers.sentences.where(i).contains(one.where))
        return add_act(in_.layers.sentences.where(i), {});
    }
  }
  return false;
}

bool acts::add_act(span sentence, const made_claim& quoted) {
  for (const named_speaker& one : in_.named->all()) {
    if (!sentence.contains(one.where)) continue;
    return one.meant.size() == 1 && add_act_of(one, sentence, quoted);
  }
  if (!in_.named->all().empty()) return false;
  const named_speaker office = in_.named->office();
  return office.where.exists() && sentence.contains(office.where) &&
         !in_.speakers.is_of_other_house(office.meant.front(),
                                         speaker_.with_purpose(office.where.of(in_.layers.text))) &&
         add_act_of(office, sentence, quoted);
}

// Whether the clause that goes on at a word begins or ends with an act: has [promised …], „hat
// [neue Boote versprochen], …“.
bool acts::act_closes(std::size_t at) const {
  const auto is_act = [&](std::size_t i) {
    return (in_.language.of(words_.norm(i)).classes & act) != 0;
  };
  if (is_act(at)) return true;
  std::size_t last = at;
  while (last + 1 < words_.size() && (words_[last + 1].flags & record::clause_start) == 0) ++last;
  return is_act(last) && (in_.language.of(words_.norm(at)).classes & bound) == 0;
}

// The verb before a name that begins at word `first` and ends before `last`, where the name is
// its subject and something else opens the sentence: „Am Montag [versprach] die Ministerin Ida
// Roe …“, „… [hat] Ida Roe … versprochen“; the number of words where there is none.
std::size_t acts::verb_before(std::size_t first, std::size_t last) const {
  constexpr std::size_t most_between = 3;  // words: the minister
  const auto classes = [&](std::size_t i) { return in_.language.of(words_.norm(i)).classes; };
  for (std::size_t i = first; i-- > 1 && first - i <= most_between + 1;) {
    if ((classes(i) & act) != 0) return i;
    if ((classes(i) & auxiliary) != 0) {
      return last < words_.size() && act_closes(last) ? i : words_.size();
    }
    const bool part =
        (words_[i].flags & (record::capital | record::clause_start)) == record::capital ||
        (classes(i) & article) != 0;
    if (!part) break;
  }
  return words_.size();
}

// Where the claim begins of a sentence whose subject stands behind the verb: behind the subject;
// with the sentence where too little follows there, or the verb denies: „Neue Boote verspricht
// Ida Roe“.
std::size_t acts::begin_behind(std::size_t subject_end, std::size_t verb) const {
  constexpr std::size_t least = 2;  // words
  const auto classes = [&](std::size_t i) { return in_.language.of(words_.norm(i)).classes; };
  std::size_t said = 0;
  for (std::size_t i = subject_end; i < words_.size(); ++i) {
    if ((classes(i) & negative) != 0) return 0;
    said += (classes(i) & (function_word | pronoun | act)) == 0;
  }
  return said < least || (classes(verb) & negative) != 0 ? 0 : subject_end;
}

// The act that follows a name which ends before word `at`, with its auxiliary: Ida Roe [wants],
// Ida Roe of the Harbour Board [has promised]; the number of words where there is none.
std::size_t acts::verb_behind(std::size_t at) const {
  constexpr std::size_t most_between = 6;  // words
  const auto classes = [&](std::size_t i) { return in_.language.of(words_.norm(i)).classes; };
  const auto is_act = [&](std::size_t i) { return (classes(i) & act) != 0; };
  const std::size_t end = std::min(words_.size(), at + most_between + 1);
  for (std::size_t i = at; i < end; ++i) {
    if (is_act(i)) return i;
    const bool helped = (classes(i) & auxiliary) != 0;
    if (helped) return i + 1 < words_.size() && act_closes(i + 1) ? i : words_.size();
    // of the Harbour Board, on the radio: nothing else stands between
    const bool joins = i > at || (classes(i) & (function_word | auxiliary)) == function_word;
    const bool in_phrase = i > at && (classes(i - 1) & function_word) != 0 &&
                           (words_[i].flags & record::clause_start) == 0;
    const bool part =
        in_phrase || (words_[i].flags & record::capital) != 0 || (classes(i) & function_word) != 0;
    if (!joins || !part || (classes(i) & (pronoun | bound | negation)) != 0) break;
  }
  return words_.size();
}

bool acts::add_act_of(const named_speaker& subject, span sentence, const made_claim& quoted) {
  constexpr std::size_t most_before = 12;  // words: "the head of the agency, Prof. …"
  constexpr std::size_t most_to_colon = 4;
  words_.split(sentence.of(in_.layers.text), in_.language.lang());
  std::size_t first = 0;
  while (first < words_.size() && sentence.begin + words_[first].begin < subject.where.begin) {
    ++first;
  }
  std::size_t behind = first;
  while (behind < words_.size() && sentence.begin + words_[behind].begin < subject.where.end) {
    ++behind;
  }
  if (behind > most_before) return false;
  std::size_t verb = verb_behind(behind);
  if (verb == words_.size()) {
    verb = verb_before(first, behind);
    if (verb < words_.size()) verb = begin_behind(behind, verb);
  }
  if (verb == words_.size()) return false;
  const std::uint32_t acts_at = sentence.begin + words_[verb].begin;
  const bool several = std::ranges::any_of(in_.named->all(), [&](const named_speaker& other) {
    const bool full = other.where.of(in_.layers.text).find(' ') != std::string_view::npos;
    return full && subject.where.end < other.where.begin && other.where.begin < acts_at;
  });
  if (several) return false;  // Ida Roe and Tom Vane have promised
  std::uint32_t begin = sentence.begin + words_[verb].begin;
  const std::size_t colon = in_.layers.text.find(": ", begin);
  if (colon < sentence.end && verb + most_to_colon < words_.size() &&
      colon < sentence.begin + words_[verb + most_to_colon].begin) {
    begin = static_cast<std::uint32_t>(colon) + 2;
  }
  const std::uint32_t end = without_stop(in_.layers.text, {begin, sentence.end});
  if (end <= begin || text::decode_before(in_.layers.text, end).value == U'?') return false;
  if (quoted.of.exists() && quoted.where.end <= begin) return false;
  const bool told = std::ranges::any_of(claims_, [&](const made_claim& other) {
    return other.where.begin == begin && other.where.end == end;
  });
  if (told) return true;
  made_claim made;
  made.where = {begin, end};
  made.text = made.where.of(in_.layers.text);
  made.mention = subject.where.of(in_.layers.text);
  made.known = subject.meant.front();
  made.speaker = speaker_.name_of(made);
  made.confidence = 0.5;
  made.of = quoted.of;
  claims_.push_back(std::move(made));
  return true;
}

}  // namespace quoth::matching
