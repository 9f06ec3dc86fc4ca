#include "text/phrase_book.hpp"

#include <algorithm>
#include <stdexcept>
#include <tuple>

#include "text/classes.hpp"
#include "text/utf8.hpp"

namespace quoth::text {

namespace {

constexpr known_phrase in_every_book[] = {
    {"day", "day month year"},
    {"month.1", ""},
    {"month.2", ""},
    {"month.3", ""},
    {"month.4", ""},
    {"month.5", ""},
    {"month.6", ""},
    {"month.7", ""},
    {"month.8", ""},
    {"month.9", ""},
    {"month.10", ""},
    {"month.11", ""},
    {"month.12", ""},
    {"quotation", "words"},
    {"quotation.inner", "words"},
    {"change.edit", ""},
    {"change.negation", ""},
    {"change.number", ""},
    {"change.unit", ""},
    {"change.date", ""},
    {"change.person", ""},
    {"change.country", ""},
    {"change.condition", ""},
    {"change.certainty", ""},
    {"change.quantifier", ""},
    {"change.words", ""},
    {"rating.on-record", ""},
    {"rating.altered", ""},
    {"rating.spliced", ""},
    {"rating.misattributed", ""},
    {"rating.refuted", ""},
    {"rating.hearsay", ""},
    {"rating.unsupported", ""},
    {"rating.out-of-record", ""},
};

std::size_t position_of(std::span<const known_phrase> known, std::string_view key) {
  return static_cast<std::size_t>(std::ranges::find(known, key, &known_phrase::key) -
                                  known.begin());
}

bool has_word(std::string_view list, std::string_view word) {
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(' ', at), list.size());
    if (list.substr(at, end - at) == word) return true;
    at = end + 1;
  }
  return false;
}

// The first name in braces at or after `at`: where '{' stands, and the name. npos: none.
std::pair<std::size_t, std::string_view> next_placeholder(std::string_view text, std::size_t at) {
  const std::size_t open = text.find('{', at);
  if (open == std::string_view::npos) return {open, {}};
  const std::size_t close = text.find('}', open);
  if (close == std::string_view::npos) return {std::string_view::npos, {}};
  return {open, text.substr(open + 1, close - open - 1)};
}

// A placeholder without a value leaves no double or leading space behind.
void append_value(std::string& out, std::string_view value) {
  if (value.empty() && !out.empty() && out.back() == ' ') out.pop_back();
  out += value;
}

}  // namespace

phrase_book::phrase_book(std::span<const known_phrase> known, const lexicon& shared,
                         const lexicon& own) {
  take(shared, in_every_book);
  take(own, known);
}

// Takes a file, which has these keys and no others.
void phrase_book::take(const lexicon& entries, std::span<const known_phrase> keys) {
  const std::size_t before = known_.size();
  known_.insert(known_.end(), keys.begin(), keys.end());
  texts_.resize(known_.size());
  std::vector<bool> given(known_.size(), false);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::string_view key = entries[i][0], text = entries[i][1];
    const std::size_t at = before + position_of(keys, key);
    if (at == known_.size()) throw entries.error(i, "unknown key '" + std::string(key) + "'");
    if (given[at]) throw entries.error(i, "key '" + std::string(key) + "' is given twice");
    auto [open, name] = next_placeholder(text, 0);
    for (; open != std::string_view::npos; std::tie(open, name) = next_placeholder(text, open + 1))
      if (!has_word(known_[at].placeholders, name))
        throw entries.error(
            i, "'" + std::string(key) + "' has no placeholder '{" + std::string(name) + "}'");
    texts_[at] = text;
    given[at] = true;
  }
  const auto missing =
      std::find(given.begin() + static_cast<std::ptrdiff_t>(before), given.end(), false);
  if (missing == given.end()) return;
  const std::string key(known_[static_cast<std::size_t>(missing - given.begin())].key);
  throw entries.error("key '" + key + "' is missing: add a line with it, a tab and its text");
}

std::string_view phrase_book::text_of(std::string_view key) const {
  const std::size_t at = position_of(known_, key);
  if (at == known_.size()) throw std::logic_error("no phrase '" + std::string(key) + "'");
  return texts_[at];
}

std::string phrase_book::operator()(std::string_view key,
                                    std::initializer_list<placeholder> values) const {
  const std::string_view text = text_of(key);
  std::string out;
  std::size_t at = 0;
  while (true) {
    const auto [open, name] = next_placeholder(text, at);
    if (open == std::string_view::npos) break;
    out += text.substr(at, open - at);
    for (const placeholder& p : values)
      if (p.first == name) append_value(out, p.second);
    at = open + name.size() + 2;
  }
  out += text.substr(at);
  return out;
}

std::string phrase_book::day(std::chrono::year_month_day date) const {
  const std::string day = std::to_string(static_cast<unsigned>(date.day()));
  const std::string month = (*this)("month." + std::to_string(static_cast<unsigned>(date.month())));
  const std::string year = std::to_string(static_cast<int>(date.year()));
  return (*this)("day", {{"day", day}, {"month", month}, {"year", year}});
}

std::string phrase_book::quoted(std::string_view words) const {
  const std::string_view inner = text_of("quotation.inner");
  const std::size_t open = std::min(inner.find('{'), inner.size());
  const std::size_t close = std::min(inner.find('}', open), inner.size() - 1);
  const std::string_view opening = inner.substr(0, open), closing = inner.substr(close + 1);
  std::string nested;
  std::size_t open_ones = 0;
  bool opens = true;  // a mark after white space or a bracket opens
  for (auto [value, at, size] : code_points(words)) {
    if (!is_double_quotation_mark(value)) {
      nested += words.substr(at, size);
      opens = is_space(value) || value == U'(' || value == U'[' || is_dash(value);
    } else if (opens) {
      nested += opening;
      ++open_ones;
    } else {
      if (open_ones == 0) nested.insert(0, opening);
      if (open_ones > 0) --open_ones;
      nested += closing;
    }
  }
  for (; open_ones > 0; --open_ones) nested += closing;
  return (*this)("quotation", {{"words", nested}});
}

}  // namespace quoth::text
