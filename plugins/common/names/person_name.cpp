#include "names/person_name.hpp"

#include <vector>

#include "text/classes.hpp"
#include "text/fold.hpp"
#include "text/transliterate.hpp"
#include "text/utf8.hpp"

namespace quoth::names {
namespace {

bool is_title(const piece& p) {
  return p.traits.is(honorific | office);
}

// The first piece after the titles that end at `title`, or `end` where no name follows.
std::size_t after_title(std::span<const piece> pieces, std::size_t title, std::size_t end) {
  std::size_t at = title + 1;
  if (at >= end || pieces[at].traits.is(given_name)) return at;
  std::size_t given = at;
  while (given < end && !pieces[given].traits.is(given_name)) ++given;
  const bool linked = !pieces[at].capital && !pieces[at].traits.is(particle);
  if (linked) return given;  // President of Russia Vladimir Putin
  return given + 1 < end && given > at && !is_title(pieces[at])
             ? given
             : at;  // Президент Росії Володимир Путін
}

// Begin and end in `name` of each word.
std::vector<piece> pieces_of(std::string_view name, const lexicon& words) {
  std::vector<piece> pieces;
  std::string lower;
  std::size_t at = 0;
  while (at < name.size()) {
    const text::code_point c = text::decode(name, at);
    if (text::is_space(c.value) || c.value == ',' || c.value == '(' || c.value == ')') {
      at += c.size;
      continue;
    }
    const std::size_t begin = at;
    while (at < name.size()) {
      const text::code_point next = text::decode(name, at);
      if (text::is_space(next.value) || next.value == ',' || next.value == '(' ||
          next.value == ')') {
        break;
      }
      at += next.size;
    }
    piece& p = pieces.emplace_back();
    p.text = name.substr(begin, at - begin);
    lower.clear();
    text::append_lower(p.text, lower);
    p.traits = words.find(lower);
    p.capital = text::is_upper(c.value);
  }
  return pieces;
}

std::string_view text_between(std::string_view name, std::span<const piece> pieces,
                              std::size_t first, std::size_t last) {
  if (first >= last) return {};
  const char* begin = pieces[first].text.data();
  const char* end = pieces[last - 1].text.data() + pieces[last - 1].text.size();
  return name.substr(static_cast<std::size_t>(begin - name.data()),
                     static_cast<std::size_t>(end - begin));
}

std::string_view first_word(std::string_view words) {
  return words.substr(0, words.find(' '));
}

// "j" and "john": an initial and a name that begins with it.
bool is_initial_of(std::string_view initial, std::string_view name) {
  const text::code_point c = text::decode(initial, 0);
  return c.size == initial.size() && name.starts_with(initial);
}

bool same_given(std::string_view a, std::string_view b, const lexicon& words) {
  if (is_initial_of(a, b) || is_initial_of(b, a) || words.same_given(a, b)) return true;
  const std::string x = text::romanised_key(a), y = text::romanised_key(b);
  return x == y || words.same_given(x, y);
}

bool same_surname(std::string_view a, std::string_view b) {
  return a == b || text::romanised_key(a) == text::romanised_key(b);
}

}  // namespace

layout split(std::span<const piece> pieces) noexcept {
  std::size_t end = pieces.size();
  while (end > 1 && pieces[end - 1].traits.is(suffix)) --end;
  std::size_t begin = 0;
  bool given_seen = false;
  for (std::size_t i = 0; i + 1 < end; ++i) {
    if (is_title(pieces[i])) {
      // Treasurer [Dean] Farrow: behind a title, before the last word
      const bool behind = i > 0 && is_title(pieces[i - 1]) && pieces[i].traits.is(given_name);
      if (behind && i + 2 == end && !is_title(pieces[i + 1])) {
        begin = i;
        break;
      }
      const std::size_t next = after_title(pieces, i, end);
      const bool named = next < end && (!is_title(pieces[next]) || next + 1 == end);
      if (named && (!given_seen || pieces[next].traits.is(given_name))) begin = next;
      if (next == end) begin = end;  // "President of Russia"
    }
    given_seen = given_seen || (pieces[i].traits.is(given_name) && !is_title(pieces[i]));
  }
  if (end > begin && pieces[end - 1].traits.is(office)) {  // "Prime Minister"
    bool given = false;
    for (std::size_t i = begin; i < end; ++i) given = given || pieces[i].traits.is(given_name);
    if (!given && (begin == 0 || begin + 1 < end)) begin = end;
  }
  std::size_t surname = begin;
  if (end > begin) {
    surname = end - 1;
    while (surname > begin && pieces[surname - 1].traits.is(particle) &&
           !pieces[surname - 1].capital) {
      --surname;
    }
    if (surname > begin + 1 && pieces[surname - 1].traits.is(particle) &&
        !pieces[surname - 1].traits.is(given_name)) {
      --surname;  // Ursula Von der Leyen
    }
  }
  return {begin, surname, end};
}

std::string person_name::plain() const {
  std::string result(given);
  if (!given.empty() && !surname.empty()) result += ' ';
  return result += surname;
}

person_name split(std::string_view name, const lexicon& words) {
  const std::vector<piece> pieces = pieces_of(name, words);
  const layout at = split(pieces);
  person_name result;
  result.title = text_between(name, pieces, 0, at.name);
  result.given = text_between(name, pieces, at.name, at.surname);
  result.surname = text_between(name, pieces, at.surname, at.suffix);
  result.suffix = text_between(name, pieces, at.suffix, pieces.size());
  for (std::size_t i = 0; i < at.surname && result.sex == gender::unknown; ++i) {
    result.sex = pieces[i].traits.sex;
  }
  return result;
}

likeness compare(std::string_view a, std::string_view b, const lexicon& words) {
  const person_name x = split(a, words), y = split(b, words);
  const std::string surname_x = text::name_key(x.surname), surname_y = text::name_key(y.surname);
  const std::string given_x = text::name_key(x.given), given_y = text::name_key(y.given);
  if (surname_x.empty() || surname_y.empty()) return likeness::different;
  if (same_surname(surname_x, surname_y)) {
    if (given_x.empty() || given_y.empty()) return likeness::possible;
    return same_given(first_word(given_x), first_word(given_y), words) ? likeness::same
                                                                       : likeness::different;
  }
  // A given name alone may stand for the person.
  if (given_x.empty() && !given_y.empty() && same_given(surname_x, first_word(given_y), words)) {
    return likeness::possible;
  }
  if (given_y.empty() && !given_x.empty() && same_given(surname_y, first_word(given_x), words)) {
    return likeness::possible;
  }
  return likeness::different;
}

std::string plain_key(std::string_view name, const lexicon& words) {
  return text::name_key(split(name, words).plain());
}

std::string surname_key(std::string_view name, const lexicon& words) {
  return text::romanised_key(split(name, words).surname);
}

}  // namespace quoth::names
