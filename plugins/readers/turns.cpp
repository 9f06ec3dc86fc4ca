#include "readers/turns.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <text/classes.hpp>
#include <text/fold.hpp>
#include <text/utf8.hpp>
#include <unordered_map>

namespace quoth::readers {
namespace {

constexpr std::size_t longest_label = 90;  // bytes
constexpr std::size_t most_words = 10;

// Words in lower case that labels hold: “Minister of Finance Anna van der Berg”.
constexpr std::array<std::string_view, 31> connecting_words{
    "of", "the", "and", "for", "in",  "at",  "to",  "on",  "from", "with", "de",
    "la", "le",  "du",  "da",  "van", "der", "den", "von", "und",  "für",  "im",
    "am", "des", "zur", "zum", "el",  "al",  "bin", "з",   "та"};

struct line {
  std::size_t begin, end;  // end without the line break
};

bool is_label_word(std::string_view word) {
  if (std::find(connecting_words.begin(), connecting_words.end(), word) != connecting_words.end())
    return true;
  const char32_t first = text::decode(word, 0).value;
  return text::is_upper(first) || first == U'&';
}

// Bytes of the label at the start of `rest` (a line), or nothing. The colon follows it directly.
std::optional<std::size_t> label_length(std::string_view rest) {
  const std::string_view head = rest.substr(0, longest_label + 1);
  const std::size_t colon = head.find(':');
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  if (colon + 1 < rest.size() && rest[colon + 1] != ' ' && rest[colon + 1] != '\t' &&
      !text::is_space(text::decode(rest, colon + 1).value))
    return std::nullopt;
  std::string_view label = head.substr(0, colon);
  if (!text::is_upper(text::decode(label, 0).value)) return std::nullopt;
  if (const std::size_t bracket = label.find('('); bracket != std::string_view::npos) {
    if (label.back() != ')') return std::nullopt;  // “Xi Jinping (retranslated)”
    label = label.substr(0, bracket);
  }
  std::size_t words = 0;
  for (const auto [c, at, size] : text::code_points(label)) {
    if (text::is_digit(c) || text::is_double_quotation_mark(c) || c == U'!' || c == U'?' ||
        c == U';' || c == U'/')
      return std::nullopt;
  }
  for (std::size_t at = 0; at < label.size();) {
    const std::size_t space = std::min(label.find(' ', at), label.size());
    if (space > at) {
      if (++words > most_words || !is_label_word(label.substr(at, space - at))) return std::nullopt;
    }
    at = space + 1;
  }
  return words > 0 ? std::optional(colon) : std::nullopt;
}

bool is_separator(std::string_view text, line l) {
  if (l.begin == l.end) return false;
  for (std::size_t at = l.begin; at < l.end; ++at) {
    const char c = text[at];
    if (c != '*' && c != '-' && c != '_' && c != '=' && c != '#' && c != ' ') return false;
  }
  return true;
}

std::size_t skip_space(std::string_view text, std::size_t at) {
  while (at < text.size() && text::is_space(text::decode(text, at).value))
    at += text::decode(text, at).size;
  return at;
}

std::size_t trim_end(std::string_view text, std::size_t begin, std::size_t end) {
  while (end > begin) {
    const text::code_point before = text::decode_before(text, end);
    if (!text::is_space(before.value)) break;
    end -= before.size;
  }
  return end;
}

// Ends the turn that is open, if any, at `end`.
void close_turn(std::string_view text, std::vector<turn_span>& turns, bool open, std::size_t end) {
  if (!open) return;
  turn_span& t = turns.back();
  t.end = static_cast<std::uint32_t>(trim_end(text, t.label_end + 1u, end));
  t.words = std::min(t.words, t.end);
}

void find_labelled_lines(std::string_view text, std::vector<turn_span>& turns) {
  bool open = false;
  for (std::size_t at = 0; at < text.size();) {
    const void* newline = std::memchr(text.data() + at, '\n', text.size() - at);
    const std::size_t end =
        newline ? static_cast<std::size_t>(static_cast<const char*>(newline) - text.data())
                : text.size();
    const std::string_view rest = text.substr(at, end - at);
    if (const auto length = label_length(rest)) {
      const std::size_t words = skip_space(text, at + *length + 1);
      if (!text::is_quotation_mark(text::decode(text, words).value)) {
        close_turn(text, turns, open, at);
        open = true;
        turns.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + *length),
                         static_cast<std::uint32_t>(words), 0});
      }
    } else if (open && is_separator(text, {at, end})) {
      close_turn(text, turns, open, at);
      open = false;
    }
    at = end + 1;
  }
  close_turn(text, turns, open, text.size());
}

bool looks_like_a_transcript(std::string_view text, const std::vector<turn_span>& turns) {
  if (turns.size() < 2) return false;
  std::unordered_map<std::string_view, int> seen;  // labels, and the last two words of each
  std::size_t covered = 0, longest = 0;
  bool repeated = false;
  for (const turn_span& t : turns) {
    const std::string_view label = text.substr(t.begin, t.label_end - t.begin);
    covered += t.end - t.begin;
    longest = std::max<std::size_t>(longest, t.end - t.begin);
    repeated = repeated || ++seen[label] > 1;
    if (const std::size_t space = label.rfind(' '); space != std::string_view::npos && space > 0) {
      const std::size_t before = label.rfind(' ', space - 1);
      if (before != std::string_view::npos)
        repeated = repeated || ++seen[label.substr(before + 1)] > 1;
    }
  }
  // A note or two (“Correction: …”, “Photo: …”) in a long article is no transcript.
  if (repeated) return covered * 5 >= text.size();
  // Nor is a headline with a colon over an article: its one turn would be nearly all of it.
  return covered * 2 >= text.size() && longest * 3 <= covered * 2 && seen.size() > turns.size();
}

// Whether one label is the other or the end of it: Jens Tamm, later Tamm.
bool may_be_one(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  const auto own = [](std::string_view label) {  // without what brackets add: Tamm (Grüne)
    return label.substr(0, label.find(" ("));
  };
  a = own(a);
  b = own(b);
  if (a.size() < b.size()) std::swap(a, b);
  const std::string whole = text::to_lower(a), end = text::to_lower(b);
  return whole == end || whole.ends_with(' ' + end);
}

// The line break before the last line of a turn where that line asks, and is not all of the turn.
std::optional<std::size_t> question_at_end(std::string_view text, const turn_span& t) {
  if (t.end == t.words || text[t.end - 1] != '?') return std::nullopt;
  const std::size_t line = text.rfind('\n', t.end - 1);
  return line == std::string_view::npos || line < t.words ? std::nullopt : std::optional(line);
}

// Vogt: Not before the election.
//
// And the theatre?
// Vogt: …
// The question that stands before an answer is not of whom spoke before it: where one speaker alone
// has a label, or where several have and the questions none, from the first one on.
void give_back_questions(std::string_view text, std::vector<turn_span>& turns) {
  if (turns.empty()) return;
  const auto label_of = [&](const turn_span& t) {
    return text.substr(t.begin, t.label_end - t.begin);
  };
  const turn_span& fullest =
      *std::ranges::max_element(turns, {}, [&](const turn_span& t) { return label_of(t).size(); });
  const bool alone = std::ranges::all_of(
      turns, [&](const turn_span& t) { return may_be_one(label_of(t), label_of(fullest)); });
  const auto answered = std::span(turns).first(turns.size() - 1);
  if (!alone) {
    const std::size_t before = trim_end(text, 0, turns.front().begin);
    const auto asked = static_cast<std::size_t>(std::ranges::count_if(
        answered, [&](const turn_span& t) { return question_at_end(text, t).has_value(); }));
    if (before == 0 || text[before - 1] != '?' || asked * 2 < answered.size()) return;
  }
  for (turn_span& t : answered) {
    if (const auto line = question_at_end(text, t)) {
      t.end = static_cast<std::uint32_t>(trim_end(text, t.words, *line));
    }
  }
}

// Bytes of a dash and the white space behind it at the start of a line, or nothing.
std::size_t dash_length(std::string_view row) {
  const text::code_point first = text::decode(row, 0);
  if (first.value != U'—' && first.value != U'–') return 0;
  const std::size_t words = skip_space(row, first.size);
  return words > first.size ? words : 0;
}

// “— Is it cold? — she asked.”: the dialogue of a story.
bool tells_who_speaks(std::string_view row) {
  for (const std::string_view dash : {" — ", " – "}) {
    for (std::size_t at = row.find(dash, 1); at != std::string_view::npos;
         at = row.find(dash, at + 1)) {
      const bool closed = row[at - 1] == ',' || row[at - 1] == '?' || row[at - 1] == '!';
      if (closed && text::is_lower(text::decode(row, at + dash.size()).value)) return true;
    }
  }
  return false;
}

// An interview whose questions and answers begin with a dash, every second one an answer: a turn an
// answer, up to the next dash.
void find_dashed_answers(std::string_view text, std::vector<turn_span>& turns) {
  bool open = false;
  std::size_t lines = 0, asking = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view row = text.substr(at, trim_end(text, at, end) - at);
    if (const std::size_t words = dash_length(row); words != 0) {
      if (tells_who_speaks(row)) return turns.clear();
      close_turn(text, turns, open, at);
      open = ++lines % 2 == 0;
      if (open) {
        const auto begin = static_cast<std::uint32_t>(at);
        turns.push_back({begin, begin + static_cast<std::uint32_t>(text::decode(row, 0).size),
                         begin + static_cast<std::uint32_t>(words), 0});
      } else if (row.ends_with('?')) {
        ++asking;
      }
    }
    at = end + 1;
  }
  close_turn(text, turns, open, text.size());
  if (turns.size() < 2 || lines % 2 != 0 || asking * 3 < turns.size() * 2) turns.clear();
}

}  // namespace

void find_turns(std::string_view text, std::vector<turn_span>& turns) {
  turns.clear();
  find_labelled_lines(text, turns);
  if (!looks_like_a_transcript(text, turns)) turns.clear();
  give_back_questions(text, turns);
  if (turns.empty()) find_dashed_answers(text, turns);
}

}  // namespace quoth::readers
