// Fields of a line of JSON, read leniently: what is absent or of another kind is empty.
#ifndef QUOTH_HOST_JSON_FIELDS_HPP
#define QUOTH_HOST_JSON_FIELDS_HPP

#include <simdjson.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quoth::host {

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

}  // namespace quoth::host

#endif
