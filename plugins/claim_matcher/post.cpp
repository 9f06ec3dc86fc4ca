#include "post.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <record/words.hpp>
#include <text/classes.hpp>
#include <text/day.hpp>
#include <text/trim.hpp>
#include <text/utf8.hpp>

namespace quoth::matching {

namespace {

constexpr std::array<std::string_view, 3> address_beginnings{"http://", "https://",
                                                             "pic.twitter.com/"};

// The size of the web address that begins at `at`, 0 where none does.
[[nodiscard]] std::size_t address_at(std::string_view text, std::size_t at) noexcept {
  const std::string_view rest = text.substr(at);
  if (std::ranges::none_of(address_beginnings,
                           [&](std::string_view begin) { return rest.starts_with(begin); })) {
    return 0;
  }
  return std::min(rest.find_first_of(" \t\r\n"), rest.size());
}

// The value of one to four decimal digits and nothing else; negative: they are not that.
[[nodiscard]] int number_of(std::string_view digits) noexcept {
  int value = -1;
  if (digits.size() > 4) return value;
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return fault == std::errc{} && end == digits.data() + digits.size() ? value : -1;
}

// The number of a month: as digits, or as addresses everywhere have it, by its English name or the
// first letters of that. Not positive: it is no month.
[[nodiscard]] int month_in_address(std::string_view word) noexcept {
  constexpr std::array<std::string_view, 12> months{
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  constexpr std::size_t fewest_letters = 3;
  if (word.size() < fewest_letters) return number_of(word);
  const auto begins_with_word = [&](std::string_view month) {
    return word.size() <= month.size() &&
           std::ranges::equal(word, month.substr(0, word.size()), {},
                              [](char c) { return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c; });
  };
  const auto* const found = std::ranges::find_if(months, begins_with_word);
  return found == months.end() ? 0 : static_cast<int>(found - months.begin()) + 1;
}

// The three numbers of a day whose month is written as a word.
[[nodiscard]] std::optional<std::chrono::sys_days> day_in(const record::word_list& words,
                                                          std::size_t first,
                                                          const senses& language) {
  unsigned month = 0;
  unsigned day = 0;
  int year = 0;
  for (std::size_t i = first; i < first + 3; ++i) {
    const std::string_view norm = words.norm(i);
    if (words[i].kind != record::word_kind::number) {
      month = language.month(norm);
      continue;
    }
    int value = 0;
    const auto [end, fault] = std::from_chars(norm.data(), norm.data() + norm.size(), value);
    if (fault != std::errc{} || end != norm.data() + norm.size()) return std::nullopt;
    if (value >= 1000) {
      year = value;
    } else {
      day = static_cast<unsigned>(value);
    }
  }
  const std::chrono::year_month_day made{std::chrono::year(year), std::chrono::month(month),
                                         std::chrono::day(day)};
  if (year == 0 || !made.ok()) return std::nullopt;
  return std::chrono::sys_days(made);
}

// Whether `text` ends in "— Name (@handle)", white space aside.
[[nodiscard]] bool ends_in_name_and_handle(std::string_view text) noexcept {
  constexpr std::size_t longest_handle = 40;  // bytes
  constexpr std::size_t longest_name = 220;   // bytes: of names up to 50 characters
  text = text::trimmed(text);
  if (!text.ends_with(')')) return false;
  text.remove_suffix(1);
  std::size_t handle = 0;
  while (handle < text.size() && handle < longest_handle) {
    const char last = text[text.size() - 1 - handle];
    if (last != '_' && !text::is_letter(static_cast<unsigned char>(last)) &&
        !text::is_digit(static_cast<unsigned char>(last))) {
      break;
    }
    ++handle;
  }
  text.remove_suffix(handle);
  if (handle == 0 || !text.ends_with("(@")) return false;
  text = text::trimmed(text.substr(0, text.size() - 2));
  std::size_t at = text.size();
  while (at > 0 && text.size() - at <= longest_name) {
    const text::code_point here = text::decode_before(text, at);
    const bool follows = at < text.size() && text::is_space(text::decode(text, at).value);
    if (follows && text::is_dash(here.value)) return true;
    at -= here.size;
  }
  return false;
}

}  // namespace

std::string words_of_post(std::string_view text) {
  std::string words;
  bool run_together = false;  // inside a tag or handle
  bool after_capital = false;
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t size = address_at(text, at); size > 0) {
      words += ' ';
      at += size;
      continue;
    }
    const text::code_point here = text::decode(text, at);
    const bool letter = text::is_letter(here.value) || text::is_digit(here.value);
    if (here.value == U'#' || here.value == U'@') {
      run_together = true;
      words += ' ';
    } else if (run_together && here.value == U'_') {
      words += ' ';
    } else {
      run_together = run_together && letter;
      const bool capital = text::is_upper(here.value);
      // "BlackLives" parts before a capital after a small letter, "NRAShow" before the last one.
      const text::code_point next = text::decode(text, at + here.size);
      if (run_together && capital && (!after_capital || text::is_lower(next.value))) words += ' ';
      after_capital = capital;
      words.append(text.substr(at, here.size));
    }
    at += here.size;
  }
  return words;
}

void blank_addresses(std::string_view text, std::string& out) {
  out.assign(text);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = address_at(text, at);
    out.replace(at, size, size, ' ');
    at += std::max<std::size_t>(size, 1);
  }
}

std::optional<day_written> day_of_signature(std::string_view text, const senses& language) {
  constexpr std::size_t most = 60;  // bytes of a day, and of what may stand before it
  std::size_t from = text.size() - std::min(most, text.size());
  while (from < text.size() && (static_cast<unsigned char>(text[from]) & 0xC0U) == 0x80U) ++from;
  record::word_list words;
  words.split(text.substr(from), language.lang());
  if (words.size() < 3) return std::nullopt;
  const auto day = day_in(words, words.size() - 3, language);
  if (!day) return std::nullopt;
  const std::size_t begin = from + words[words.size() - 3].begin;
  if (!ends_in_name_and_handle(text.substr(0, begin))) return std::nullopt;
  return day_written{*day, begin};
}

std::optional<std::chrono::sys_days> day_in_address(std::string_view address) {
  std::array<std::string_view, 3> parts;  // the last three
  for (std::size_t at = 0; at < address.size();) {
    const std::size_t end = std::min(address.find('/', at), address.size());
    parts = {parts[1], parts[2], address.substr(at, end - at)};
    at = end + 1;
    const int year = number_of(parts[0]);
    const int month = month_in_address(parts[1]);
    const int day = number_of(parts[2]);
    if (parts[0].size() != 4 || year < 1900 || month < 1 || day < 1) continue;
    const std::chrono::year_month_day made{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (made.ok()) return std::chrono::sys_days(made);
  }
  return std::nullopt;
}

std::optional<std::chrono::sys_days> day_of(std::string_view date, const senses& language) {
  if (const auto iso = text::parse_day(date)) return std::chrono::sys_days(*iso);
  record::word_list words;
  words.split(date, language.lang());
  return words.size() < 3 ? std::nullopt : day_in(words, 0, language);
}

}  // namespace quoth::matching
