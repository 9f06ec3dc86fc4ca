#include "phrases.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <text/classes.hpp>
#include <text/utf8.hpp>
#include <tuple>

namespace quoth::verdicts {

namespace {

struct known_phrase {
  std::string_view key;
  std::string_view placeholders;  // parted by spaces
};

constexpr known_phrase known[] = {
    {"label.on-record", ""},
    {"label.altered", ""},
    {"label.misattributed", ""},
    {"label.spliced", ""},
    {"label.refuted", ""},
    {"label.hearsay", ""},
    {"label.unsupported", ""},
    {"label.out-of-record", ""},
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
    {"bracket", "origin"},
    {"separator", ""},
    {"source.day-outlet", "day outlet"},
    {"source.day", "day"},
    {"source.outlet", "outlet"},
    {"speaker.unnamed", ""},
    {"on-record.verbatim", "speaker source"},
    {"on-record.edited", "speaker source"},
    {"on-record.sense", "speaker source"},
    {"on-record.unnamed", "speaker source"},
    {"on-record.confirmed", "review rating"},
    {"altered.changed", "speaker source"},
    {"altered.reworded", "speaker source"},
    {"altered.cut", "speaker source words"},
    {"misattributed", "speaker other source"},
    {"spliced", "speaker"},
    {"spliced.pieces", "list"},
    {"spliced.parted", "speaker source"},
    {"spliced.between", "words"},
    {"refuted.denied", "speaker source"},
    {"refuted.denied-words", "words"},
    {"refuted.denied-too", "review rating"},
    {"refuted.not-said", "speaker review rating"},
    {"refuted.not-said-unrated", "speaker review"},
    {"refuted.not-true", "review rating"},
    {"refuted.no-first-hand", "speaker"},
    {"hearsay", "speaker report"},
    {"hearsay.via", "via"},
    {"hearsay.no-first-hand", "speaker"},
    {"unsupported", "speaker"},
    {"unsupported.nearest", "list"},
    {"unsupported.nothing-near", ""},
    {"out-of-record.no-statements", "speaker"},
    {"out-of-record.other-period", "speaker from to"},
    {"out-of-record.unknown-speaker", ""},
    {"out-of-record.caution", ""},
    {"record.words", "words"},
    {"record.checked-claim", "words"},
    {"list.item", "words statement"},
    {"differences", "list"},
    {"difference.replaced", "claimed record change"},
    {"difference.added", "claimed change"},
    {"difference.dropped", "record change"},
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
    {"review.rated", "review rating"},
    {"review.unrated", "review"},
    {"coverage.one", "speaker from"},
    {"coverage.range", "speaker count from to"},
    {"coverage.undated", "speaker count"},
    {"unknown.elsewhere", ""},
    {"unknown.elsewhere-undated", ""},
    {"unknown.content", ""},
    {"unknown.repeated", "speaker"},
    {"unknown.context", ""},
};
constexpr std::size_t known_count = std::size(known);

std::size_t position_of(std::string_view key) {
  const auto* found =
      std::find_if(std::begin(known), std::end(known), [&](const auto& k) { return k.key == key; });
  return static_cast<std::size_t>(found - std::begin(known));
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

phrases::phrases(const text::lexicon& entries) : texts_(known_count) {
  std::vector<bool> given(known_count, false);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::string_view key = entries[i][0], text = entries[i][1];
    const std::size_t at = position_of(key);
    if (at == known_count) throw entries.error(i, "unknown key '" + std::string(key) + "'");
    if (given[at]) throw entries.error(i, "key '" + std::string(key) + "' is given twice");
    auto [open, name] = next_placeholder(text, 0);
    for (; open != std::string_view::npos; std::tie(open, name) = next_placeholder(text, open + 1))
      if (!has_word(known[at].placeholders, name))
        throw entries.error(
            i, "'" + std::string(key) + "' has no placeholder '{" + std::string(name) + "}'");
    texts_[at] = text;
    given[at] = true;
  }
  const auto missing = std::find(given.begin(), given.end(), false);
  if (missing != given.end()) {
    const std::string key(known[missing - given.begin()].key);
    const std::string complaint = "key '" + key + "' is missing";
    if (entries.empty()) throw text::lexicon_error(complaint);
    throw entries.error(entries.size() - 1, complaint);
  }
}

std::string_view phrases::text_of(std::string_view key) const {
  const std::size_t at = position_of(key);
  if (at == known_count) throw std::logic_error("no phrase '" + std::string(key) + "'");
  return texts_[at];
}

std::string phrases::operator()(std::string_view key,
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

std::string phrases::day(std::chrono::year_month_day date) const {
  const std::string day = std::to_string(static_cast<unsigned>(date.day()));
  const std::string month = (*this)("month." + std::to_string(static_cast<unsigned>(date.month())));
  const std::string year = std::to_string(static_cast<int>(date.year()));
  return (*this)("day", {{"day", day}, {"month", month}, {"year", year}});
}

std::string phrases::quoted(std::string_view words) const {
  const std::string_view inner = text_of("quotation.inner");
  const std::size_t open = std::min(inner.find('{'), inner.size());
  const std::size_t close = std::min(inner.find('}', open), inner.size() - 1);
  std::string nested;
  bool opens = true;  // a mark after white space or a bracket opens
  for (auto [value, at, size] : text::code_points(words)) {
    if (text::is_double_quotation_mark(value)) {
      nested += opens ? inner.substr(0, open) : inner.substr(close + 1);
    } else {
      nested += words.substr(at, size);
      opens = text::is_space(value) || value == U'(' || value == U'[' || text::is_dash(value);
    }
  }
  return (*this)("quotation", {{"words", nested}});
}

}  // namespace quoth::verdicts
