// What a plugin's resources hold: languages, a folder each, and lexicons. For the sources of
// plugins: this header sees the SDK.
#pragma once

#include <quoth/plugin.hpp>
#include <string>
#include <text/lexicon.hpp>
#include <vector>

namespace quoth::text {

// The names of the folders at the top of the plugin's resources, in byte order.
[[nodiscard]] inline std::vector<std::string> languages_of(const quoth::host& host) {
  std::vector<std::string> languages;
  for (std::string& name : host.resources("")) {
    if (!name.ends_with('/')) continue;
    name.pop_back();
    languages.push_back(std::move(name));
  }
  return languages;
}

// The bytes of `path`. Throws fatal_error where there is none.
[[nodiscard]] inline std::string contents_of(const quoth::host& host, const std::string& path) {
  const auto bytes = host.resource(path);
  if (!bytes) {
    throw quoth::fatal_error("the plugin's resources lack '" + path + "': install it again");
  }
  return std::string(*bytes);
}

// The lexicon `path`. Throws as contents_of, and lexicon_error where it cannot be read.
[[nodiscard]] inline lexicon lexicon_of(const quoth::host& host, const std::string& path,
                                        lexicon::columns_allowed columns) {
  return lexicon::parse(contents_of(host, path), path, columns);
}

}  // namespace quoth::text
