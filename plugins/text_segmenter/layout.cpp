#include "layout.hpp"

#include <algorithm>
#include <array>
#include <text/classes.hpp>
#include <text/utf8.hpp>

namespace quoth::segmenter {

namespace {

[[nodiscard]] bool is_blank_byte(char byte) noexcept {
  return static_cast<unsigned char>(byte) <= ' ' || byte == 0x7F;
}

// Moves both ends of [begin, end) over what cannot be seen.
void trim(std::string_view text, std::size_t& begin, std::size_t& end) noexcept {
  while (begin < end) {
    if (is_blank_byte(text[begin])) {
      ++begin;
      continue;
    }
    if (text::is_ascii(text[begin])) break;
    const text::code_point c = text::decode(text.substr(0, end), begin);
    if (!text::is_invisible(c.value)) break;
    begin += c.size;
  }
  while (end > begin) {
    if (is_blank_byte(text[end - 1])) {
      --end;
      continue;
    }
    if (text::is_ascii(text[end - 1])) break;
    const text::code_point c = text::decode_before(text.substr(0, end), end);
    constexpr char32_t emoji_selector = 0xFE0F;  // the last part of an emoji
    if (!text::is_invisible(c.value) || c.value == emoji_selector) break;
    end -= c.size;
  }
}

[[nodiscard]] bool is_digit(std::string_view row, std::size_t at) noexcept {
  return at < row.size() && row[at] >= '0' && row[at] <= '9';
}

[[nodiscard]] bool is_space(std::string_view row, std::size_t at) noexcept {
  return at < row.size() && (row[at] == ' ' || row[at] == '\t');
}

// The bytes of a time of day that opens a line, as live blogs have it (07:02, 7.40, 12:15:30), and
// of a short unit after it (Uhr, p.m., GMT); 0 when there is none.
[[nodiscard]] std::size_t size_of_time(std::string_view row) noexcept {
  std::size_t at = 0;
  while (at < 2 && is_digit(row, at)) ++at;
  if (at == 0 || at >= row.size() || (row[at] != ':' && row[at] != '.')) return 0;
  const bool colon = row[at] == ':';
  if (!is_digit(row, at + 1) || !is_digit(row, at + 2)) return 0;
  at += 3;
  if (at + 2 < row.size() && row[at] == row[at - 3] && is_digit(row, at + 1) &&
      is_digit(row, at + 2)) {
    at += 3;
  }
  constexpr std::array<std::string_view, 11> units{" Uhr", " a.m.", " p.m.", " am",  " pm", "am",
                                                   "pm",   " AM",   " PM",   " GMT", " UTC"};
  bool unit_found = false;
  for (const std::string_view unit : units) {
    if (row.substr(at).starts_with(unit) &&
        (is_space(row, at + unit.size()) || at + unit.size() == row.size())) {
      at += unit.size();
      unit_found = true;
      break;
    }
  }
  // “7.40 per cent” is no time.
  if (!colon && !unit_found) return 0;
  return at == row.size() || is_space(row, at) ? at : 0;
}

// The bytes of a bullet and the space after it: • - * 1. 2) (a) iv); 0 when there is none.
[[nodiscard]] std::size_t size_of_bullet(std::string_view row) noexcept {
  const text::code_point c = text::decode(row, 0);
  switch (c.value) {
    case U'•':
    case U'‣':
    case U'◦':
    case U'▪':
    case U'▫':
    case U'●':
    case U'○':
    case U'■':
    case U'·':
    case U'➤':
    case U'►':
    case U'✔':
      return c.size;
    case U'-':
    case U'*':
    case U'–':
    case U'—':
      return is_space(row, c.size) ? c.size + 1 : 0;
    default:
      break;
  }
  std::size_t at = row.starts_with('(') ? 1 : 0;
  const std::size_t first = at;
  while (at < first + 3 && is_digit(row, at)) ++at;
  const bool number = at > first;
  if (!number) {
    while (at < first + 4 && at < row.size() && row[at] >= 'a' && row[at] <= 'z') ++at;
    const bool roman =
        row.substr(first, at - first).find_first_not_of("ivx") == std::string_view::npos;
    if (at == first || (at > first + 1 && !roman)) return 0;
  }
  if (at >= row.size()) return 0;
  const bool closed = row[at] == ')' || (row[at] == '.' && number && first == 0);
  return closed && is_space(row, at + 1) ? at + 2 : 0;
}

struct label {
  std::size_t size = 0;  // bytes up to and with the colon; 0 when the line has none
  bool capitals = false;
};

// Short words of lower case inside the titles of speakers: President of Russia Vladimir Putin.
[[nodiscard]] bool may_join_names(std::string_view word) noexcept {
  return word.size() <= 3;
}

// The label of a speaker at the beginning of a line: up to eight words and 80 bytes, in capitals
// (PRIME MINISTER:) or each beginning with one, and a colon. A quotation after the colon makes it
// the introduction of a quotation instead.
[[nodiscard]] label find_label(std::string_view row) noexcept {
  constexpr std::size_t longest = 80;
  constexpr std::size_t most_words = 8;
  const std::size_t colon = row.substr(0, longest).find(':');
  if (colon == std::string_view::npos || colon < 2) return {};
  if (colon + 1 < row.size() && !is_space(row, colon + 1)) return {};

  bool lower_seen = false;
  bool capital_seen = false;
  std::size_t words = 0;
  for (std::size_t at = 0; at < colon;) {
    const std::size_t end = std::min(row.find(' ', at), colon);
    const std::string_view word = row.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    if (++words > most_words) return {};
    const char32_t first = text::decode(word, word.front() == '(' ? 1 : 0).value;
    if (text::is_upper(first)) {
      capital_seen = true;
    } else if (words == 1 || !(text::is_digit(first) || may_join_names(word))) {
      return {};
    }
    for (const auto [value, offset, size] : text::code_points(word)) {
      if (text::is_lower(value)) lower_seen = true;
      if (value == U',' || value == U';' || value == U'!' || value == U'?') return {};
      if (text::is_double_quotation_mark(value)) return {};
    }
  }
  if (!capital_seen) return {};
  std::size_t after = colon + 1;
  while (is_space(row, after)) ++after;
  if (after < row.size() && text::is_quotation_mark(text::decode(row, after).value)) return {};
  return {colon + 1, !lower_seen};
}

// True when a line's last visible mark closes a sentence or opens a list.
[[nodiscard]] bool ends_closed(std::string_view row) noexcept {
  for (std::size_t end = row.size(); end > 0;) {
    const text::code_point c = text::decode_before(row, end);
    switch (c.value) {
      case U'.':
      case U'!':
      case U'?':
      case U':':
      case U';':
      case U'…':
      case U'。':
      case U'！':
      case U'？':
        return true;
      default:
        break;
    }
    if (c.value != U')' && c.value != U']' && !text::is_quotation_mark(c.value)) return false;
    end -= c.size;
  }
  return false;
}

// Capitals only, two letters at least. Looks at the first 80 bytes.
[[nodiscard]] bool is_all_capitals(std::string_view row) noexcept {
  std::size_t capitals = 0;
  for (const auto [value, at, size] : text::code_points(row.substr(0, 80))) {
    if (text::is_lower(value)) return false;
    if (text::is_upper(value)) ++capitals;
  }
  return capitals >= 2;
}

[[nodiscard]] line describe(std::string_view text, std::size_t begin, std::size_t end,
                            bool after_blank) noexcept {
  const std::string_view row = text.substr(begin, end - begin);
  unsigned traits = after_blank ? line::after_blank : 0;
  std::size_t words = begin;
  if (const std::size_t time = size_of_time(row); time != 0) {
    traits |= line::time;
    words += time;
  } else if (size_of_bullet(row) != 0) {
    traits |= line::bullet;
  } else if (text::is_lower(text::decode(row, 0).value)) {
    traits |= line::starts_lower;
  } else if (const label found = find_label(row); found.size != 0) {
    traits |= found.capitals ? line::label_in_capitals : line::label_of_name;
    words += found.size;
  }
  if (ends_closed(row)) traits |= line::ends_closed;
  if (is_all_capitals(row)) traits |= line::all_capitals;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
          static_cast<std::uint32_t>(words), static_cast<std::uint8_t>(traits)};
}

void find_lines(std::string_view text, std::vector<line>& lines) {
  lines.clear();
  bool blank = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t line_end = std::min(text.find('\n', at), text.size());
    std::size_t begin = at;
    std::size_t end = line_end;
    trim(text, begin, end);
    if (begin == end) {
      blank = true;
    } else {
      lines.push_back(describe(text, begin, end, blank));
      blank = false;
    }
    at = line_end + 1;
  }
}

// True when a sentence evidently goes on from one line to the next: in lower case or, where all is
// in capitals, after a line too long for a heading.
[[nodiscard]] bool goes_on(const line& before, const line& after) noexcept {
  constexpr std::uint32_t longest_heading = 40;
  if (before.is(line::ends_closed)) return false;
  return after.is(line::starts_lower) ||
         (before.is(line::all_capitals) && after.is(line::all_capitals) &&
          before.size() > longest_heading);
}

// How a text as a whole uses its line breaks.
struct habits {
  bool wraps_lines = false;        // a single line break is a space
  bool wraps_over_blanks = false;  // so is one with a blank line
  bool labels_names = false;       // labels of names are those of a transcript
  std::uint32_t width = 0;         // bytes of a full line, where lines are wrapped
};

// The size that nine lines of ten do not exceed.
[[nodiscard]] std::uint32_t full_width(const std::vector<line>& lines) noexcept {
  std::array<std::uint32_t, 256> counts{};
  for (const line& one : lines) ++counts[std::min<std::uint32_t>(one.size(), 255)];
  std::size_t left = lines.size() / 10;
  for (std::uint32_t size = 255; size > 0; --size) {
    if (counts[size] > left) return size;
    left -= counts[size];
  }
  return 0;
}

[[nodiscard]] habits find_habits(const std::vector<line>& lines) noexcept {
  struct breaks {
    std::size_t all = 0;
    std::size_t inside = 0;  // a sentence goes on over them
    [[nodiscard]] bool wrap() const noexcept { return inside >= 2 && inside * 10 >= all * 3; }
  };
  breaks single;
  breaks blank;
  std::size_t names = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].is(line::label_of_name)) ++names;
    if (i == 0) continue;
    breaks& kind = lines[i].is(line::after_blank) ? blank : single;
    ++kind.all;
    if (goes_on(lines[i - 1], lines[i])) ++kind.inside;
  }
  constexpr std::size_t fewest_labels = 3;
  habits found;
  found.wraps_over_blanks = blank.wrap();
  found.wraps_lines = single.wrap() || found.wraps_over_blanks;
  found.labels_names = names >= fewest_labels;
  if (found.wraps_lines) found.width = full_width(lines);
  return found;
}

[[nodiscard]] bool has_label(const line& one, const habits& text_habits) noexcept {
  return one.is(line::label_in_capitals) ||
         (one.is(line::label_of_name) && text_habits.labels_names);
}

// True when a paragraph ends between two lines that follow each other.
[[nodiscard]] bool parts(const line& before, const line& after, const habits& text_habits) {
  const bool blank = after.is(line::after_blank);
  if (blank && !text_habits.wraps_over_blanks) return true;
  if (has_label(after, text_habits)) return true;
  if (!text_habits.wraps_lines) {
    // A wrapped line strays into texts whose lines are paragraphs; a list's item is shorter.
    constexpr std::uint32_t shortest_wrapped = 40;
    return !goes_on(before, after) || before.size() < shortest_wrapped;
  }
  if (after.is(line::bullet | line::time) && before.is(line::ends_closed)) return true;
  if (before.is(line::all_capitals) != after.is(line::all_capitals)) return true;
  if (after.is(line::starts_lower)) return false;
  const std::uint32_t size = before.size();
  return before.is(line::ends_closed) ? size * 4 < text_habits.width * 3
                                      : size * 2 < text_habits.width;
}

}  // namespace

void find_paragraphs(std::string_view text, std::vector<line>& lines, paragraph_columns& out) {
  find_lines(text, lines);
  const habits text_habits = find_habits(lines);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const line& one = lines[i];
    if (i > 0 && !parts(lines[i - 1], one, text_habits)) {
      out.ends.back() = one.end;
      continue;
    }
    out.begins.push_back(one.begin);
    out.ends.push_back(one.end);
    out.words.push_back(one.is(line::time) || has_label(one, text_habits) ? one.words : one.begin);
  }
}

}  // namespace quoth::segmenter
