// Fields of a line of JSON, read leniently: what is absent or of another kind is empty.
#ifndef QUOTH_HOST_EVAL_JSON_FIELDS_HPP
#define QUOTH_HOST_EVAL_JSON_FIELDS_HPP

#include <simdjson.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "host/eval/spans.hpp"

namespace quoth::host::eval {

using simdjson::dom::element;

/// The member, or nothing where it is absent or null.
inline std::optional<element> member(element object, std::string_view key) {
  element found;
  if (object[key].get(found) != simdjson::SUCCESS || found.is_null()) return std::nullopt;
  return found;
}

/// A text as it is, another value as JSON; nothing where it is absent.
inline std::optional<std::string> optional_text(element object, std::string_view key) {
  const std::optional<element> found = member(object, key);
  std::string_view text;
  if (!found) return std::nullopt;
  if (found->get(text) == simdjson::SUCCESS) return std::string(text);
  return simdjson::minify(*found);
}

inline std::string text_of(element object, std::string_view key) {
  return optional_text(object, key).value_or("");
}

/// Calls `visit` with each entry of a list.
template <class Visit>
void each(element object, std::string_view key, Visit visit) {
  const std::optional<element> found = member(object, key);
  simdjson::dom::array entries;
  if (!found || found->get(entries) != simdjson::SUCCESS) return;
  for (const element entry : entries) visit(entry);
}

/// The texts of a list.
inline std::vector<std::string> texts_of(element object, std::string_view key) {
  std::vector<std::string> texts;
  each(object, key, [&](element entry) {
    std::string_view text;
    if (entry.get(text) == simdjson::SUCCESS) texts.emplace_back(text);
  });
  return texts;
}

inline std::optional<std::size_t> offset_of(element number) {
  std::int64_t offset = 0;
  if (number.get(offset) != simdjson::SUCCESS || offset < 0) return std::nullopt;
  return static_cast<std::size_t>(offset);
}

/// [[b,e],…], or [b,e] for one.
inline std::vector<text_span> spans_of(element object, std::string_view key) {
  std::vector<text_span> spans;
  std::vector<std::size_t> flat;
  each(object, key, [&](element entry) {
    if (const std::optional<std::size_t> offset = offset_of(entry)) flat.push_back(*offset);
    simdjson::dom::array pair;
    if (entry.get(pair) != simdjson::SUCCESS || pair.size() != 2) return;
    const auto begin = offset_of(pair.at(0).value_unsafe());
    const auto end = offset_of(pair.at(1).value_unsafe());
    if (begin && end) spans.push_back({*begin, *end});
  });
  if (flat.size() == 2) spans.push_back({flat[0], flat[1]});
  return spans;
}

}  // namespace quoth::host::eval

#endif
