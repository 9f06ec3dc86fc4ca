#include "sentences.hpp"

#include <algorithm>
#include <text/classes.hpp>
#include <text/utf8.hpp>

namespace quoth::segmenter {

namespace {

[[nodiscard]] bool is_roman_number(std::string_view word) noexcept {
  return !word.empty() && word.find_first_not_of("IVXLCM") == std::string_view::npos;
}

[[nodiscard]] bool is_digits(std::string_view word) noexcept {
  return word.find_first_not_of("0123456789") == std::string_view::npos;
}

// Marks of scripts that part sentences without a space.
[[nodiscard]] constexpr bool needs_no_space(char32_t c) noexcept {
  return c == U'。' || c == U'．' || c == U'！' || c == U'？';
}

[[nodiscard]] constexpr bool opens_bracket(char32_t c) noexcept {
  return c == U'(' || c == U'[' || c == U'{' || c == U'¿' || c == U'¡';
}

[[nodiscard]] constexpr bool closes_bracket(char32_t c) noexcept {
  return c == U')' || c == U']' || c == U'}';
}

// True for words that a sentence may begin with: a capital, or a script without case.
[[nodiscard]] bool may_begin(char32_t first) noexcept {
  return text::is_letter(first) && !text::is_lower(first);
}

// A word without vowels is no word but an abbreviation, in languages whose vowels are these.
[[nodiscard]] bool lacks_vowels(std::string_view word) noexcept {
  for (const auto element : text::code_points(word)) {
    if (element.value >= 128) return false;
    constexpr std::string_view vowels = "aeiouyAEIOUY0123456789";
    if (vowels.find(static_cast<char>(element.value)) != std::string_view::npos) return false;
  }
  return word.size() >= 2 && word.size() <= 4;
}

[[nodiscard]] bool has_lower(std::string_view word) noexcept {
  for (const auto element : text::code_points(word)) {
    if (text::is_lower(element.value)) return true;
  }
  return false;
}

}  // namespace

std::string_view sentence_finder::word(std::uint32_t row) const noexcept {
  return text_.substr(tokens_.begins[row], tokens_.ends[row] - tokens_.begins[row]);
}

char32_t sentence_finder::first(std::uint32_t row) const noexcept {
  return text::decode(text_, tokens_.begins[row]).value;
}

// True when no space stands between a token and the one before it.
bool sentence_finder::adjacent(std::uint32_t row) const noexcept {
  return tokens_.begins[row] == tokens_.ends[row - 1];
}

sentence_finder::closing sentence_finder::skip_closing(std::uint32_t stop,
                                                       std::uint32_t last) const noexcept {
  closing found{stop + 1, false};
  for (; found.next < last; ++found.next) {
    const std::uint32_t row = found.next;
    const char32_t mark = first(row);
    if (tokens_.kinds[row] == token_kind::quote_mark) {
      const bool before_word = row + 1 < last && adjacent(row + 1) &&
                               (tokens_.kinds[row + 1] == token_kind::word ||
                                tokens_.kinds[row + 1] == token_kind::number);
      // « fin. » and the like have a space before the mark that closes.
      const bool directed = mark == U'»' || mark == U'”' || mark == U'’';
      if (before_word || (!adjacent(row) && !directed)) break;
      found.quotation = true;
      continue;
    }
    if (adjacent(row) &&
        (closes_bracket(mark) || mark == U'!' || mark == U'?' || mark == U'.' || mark == U'…')) {
      continue;
    }
    // A note's number: “… ended.[3] The …”
    const bool note = adjacent(row) && mark == U'[' && row + 2 < last &&
                      tokens_.kinds[row + 1] == token_kind::number && first(row + 2) == U']';
    if (!note) break;
    found.next += 2;
  }
  return found;
}

// True when the token, or the word behind the marks that it opens, looks like a sentence's first.
bool sentence_finder::begins_sentence(std::uint32_t row, std::uint32_t last) const noexcept {
  constexpr std::uint32_t longest_opening = 8;  // tokens: keeps runs of marks linear
  bool opened = false;
  for (const std::uint32_t end = std::min(last, row + longest_opening); row < end; ++row) {
    const char32_t c = first(row);
    switch (tokens_.kinds[row]) {
      case token_kind::word:
        return may_begin(c) || c == U'@' || c == U'#' || text::is_digit(c) ||
               (opened && !text::is_lower(c));
      case token_kind::number:
        return true;
      case token_kind::symbol:
        return c != U'%' && c != U'=';
      case token_kind::quote_mark:
        opened = true;
        break;
      case token_kind::punctuation:
        if (!opens_bracket(c) && !text::is_dash(c) && c != U'•' && c != U'*' && c != U'…' &&
            c != U'.') {
          return false;
        }
        opened = true;
        break;
    }
  }
  return true;
}

bool sentence_finder::is_function_word(std::uint32_t row) const {
  return tokens_.kinds[row] == token_kind::word &&
         (language_.classes(word(row), scratch_) & function_word) != 0;
}

bool sentence_finder::is_abbreviation(std::uint32_t row) const {
  constexpr std::uint32_t abbreviated = abbreviation | stands_before_name | stands_before_number;
  return (language_.classes(word(row), scratch_) & abbreviated) != 0;
}

// A single letter and a full stop: J. in J. A. Smith.
bool sentence_finder::is_initial(std::uint32_t row, std::uint32_t last) const noexcept {
  return row + 1 < last && tokens_.kinds[row] == token_kind::word && first(row + 1) == U'.' &&
         adjacent(row + 1) && word(row).size() == text::decode(text_, tokens_.begins[row]).size;
}

// Ends only before a function word with a capital: names and nouns may belong to it.
bool sentence_finder::abbreviation_ends(std::uint32_t next, std::uint32_t last) const {
  while (next < last && tokens_.kinds[next] == token_kind::quote_mark) ++next;
  if (next == last || tokens_.kinds[next] != token_kind::word) return false;
  const std::uint32_t classes = language_.classes(word(next), scratch_);
  if ((classes & calendar_word) != 0 || is_initial(next, last)) return false;
  return (classes & function_word) != 0;
}

// For a number and a full stop: 1990. Die … ends, am 3. Mai does not.
bool sentence_finder::number_ends(std::uint32_t number, std::uint32_t next) const {
  if (!language_.ordinals_have_stops() || tokens_.kinds[next] != token_kind::word) return true;
  if ((language_.classes(word(next), scratch_) & calendar_word) != 0) return false;
  if (is_function_word(next)) return true;
  const std::string_view digits = word(number);
  constexpr std::size_t longest_ordinal = 2;  // digits: centuries, days, congresses, heights
  return !(is_roman_number(digits) || (is_digits(digits) && digits.size() <= longest_ordinal));
}

bool sentence_finder::stop_ends(std::uint32_t stop, std::uint32_t sentence, std::uint32_t next,
                                std::uint32_t last) const {
  const bool dotted = tokens_.kinds[stop] == token_kind::word;  // U.S.
  if (dotted) return abbreviation_ends(next, last);
  if (stop == sentence) return true;
  const std::uint32_t before = stop - 1;
  if (!adjacent(stop) || tokens_.ends[stop] - tokens_.begins[stop] > 1) return true;
  const std::string_view last_word = word(before);
  const bool list_number = before == sentence && (tokens_.kinds[before] == token_kind::number ||
                                                  is_initial(before, last));
  if (list_number) return false;
  if (tokens_.kinds[before] == token_kind::number) return number_ends(before, next);
  if (tokens_.kinds[before] != token_kind::word) return true;

  const std::uint32_t classes = language_.classes(last_word, scratch_);
  if ((classes & stands_before_name) != 0) return false;
  const bool before_number = (classes & stands_before_number) != 0;
  if (before_number && tokens_.kinds[next] == token_kind::number) return false;
  if (is_initial(before, last)) {
    if (tokens_.kinds[next] != token_kind::word) return text::is_upper(first(before));
    return !is_initial(next, last) && is_function_word(next);
  }
  if (before_number) return true;
  if ((classes & abbreviation) != 0) return abbreviation_ends(next, last);
  if (language_.ordinals_have_stops() && is_roman_number(last_word)) {
    return number_ends(before, next);
  }
  if ((classes == 0) && lacks_vowels(last_word) && has_lower(last_word)) {
    return !language_.has_function_words() || abbreviation_ends(next, last);
  }
  return true;
}

// “Why now?” Smith asked: one to three words with capitals and a verb of speech.
bool sentence_finder::speaker_follows(std::uint32_t next, std::uint32_t last) const {
  constexpr std::uint32_t longest_name = 3;
  for (std::uint32_t row = next; row < last && row <= next + longest_name; ++row) {
    if (tokens_.kinds[row] != token_kind::word) return false;
    if (row == next && is_function_word(row))
      return false;  // „Nachts?“ Darauf antwortete er nicht.
    if (row > next && (language_.classes(word(row), scratch_) & speech_verb) != 0) return true;
    if (!text::is_upper(first(row))) return false;
  }
  return false;
}

// True when the writer of a post does without capitals: the sentence began in lower case, and so
// does what follows its end.
bool sentence_finder::written_in_lower_case(std::uint32_t stop, std::uint32_t sentence,
                                            const closing& closed) const {
  const bool lower = tokens_.kinds[sentence] == token_kind::word &&
                     text::is_lower(first(sentence)) &&
                     tokens_.kinds[closed.next] == token_kind::word;
  if (!lower || stop == sentence || closed.quotation || adjacent(closed.next)) return false;
  return tokens_.kinds[stop] != token_kind::word && tokens_.kinds[stop - 1] == token_kind::word &&
         !is_initial(stop - 1, closed.next) && !is_abbreviation(stop - 1);
}

// True when a sentence begins right behind another without a space: “… it ended.The …”,
// “… he said.“We …”
bool sentence_finder::space_forgotten(std::uint32_t stop, std::uint32_t sentence,
                                      std::uint32_t next) const {
  if (stop == sentence || tokens_.kinds[stop - 1] != token_kind::word) return false;
  const std::string_view before = word(stop - 1);
  if (before.size() < 3 || !has_lower(before) || is_abbreviation(stop - 1)) return false;
  return tokens_.kinds[next] == token_kind::quote_mark ||
         (tokens_.kinds[next] == token_kind::word && has_lower(word(next)));
}

sentence_finder::boundary sentence_finder::next_after(std::uint32_t stop, std::uint32_t sentence,
                                                      std::uint32_t last) const {
  const closing closed = skip_closing(stop, last);
  const std::uint32_t next = closed.next;
  const boundary none{last, next};
  const boundary found{next, next};
  if (next >= last) return none;
  if (!begins_sentence(next, last) && !written_in_lower_case(stop, sentence, closed)) return none;

  const bool dotted_word = tokens_.kinds[stop] == token_kind::word;
  const char32_t mark = dotted_word ? U'.' : first(stop);
  if (adjacent(next) && !needs_no_space(mark)) {
    return space_forgotten(stop, sentence, next) ? found : none;
  }
  // “What?” – he asked.   «Ні!» — сказав він.
  if (closed.quotation && text::is_dash(first(next))) return none;
  const bool ellipsis = mark == U'…' || (!dotted_word && mark == U'.' && word(stop).size() > 1);
  if (ellipsis) {
    return stop == sentence || opens_bracket(first(stop - 1)) ? none : found;
  }
  if (mark == U'.') {
    const bool ends = next > stop + 1 || stop_ends(stop, sentence, next, last);
    return ends ? found : none;
  }
  return closed.quotation && speaker_follows(next, last) ? none : found;
}

}  // namespace quoth::segmenter
