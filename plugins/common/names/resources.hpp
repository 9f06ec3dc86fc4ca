// The lexicons beside a plugin, LANG/FILE, wherever they lie: the host's resource service in a
// running plugin, a folder in tests.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/lexicon.hpp"

namespace quoth::names {

struct resources {
  // The contents of a resource such as "en/titles.txt", valid while the lexicons are loaded, or
  // nothing where there is none.
  std::function<std::optional<std::string_view>(const std::string& path)> read;
  std::vector<std::string> languages;  // the folders

  // Files are read when first asked for and kept by the result. No folder: no languages.
  [[nodiscard]] static resources in_folder(const std::filesystem::path& folder);

  // Calls use(lexicon, i) for every entry of a lexicon that may be absent. Throws
  // text::lexicon_error where the file is not as `least` and `most` columns allow.
  template <class Use>
  void each_entry(const std::string& path, std::size_t least, std::size_t most, Use use) const {
    const std::optional<std::string_view> contents = read(path);
    if (!contents) return;
    const text::lexicon lines = text::lexicon::parse(std::string(*contents), path, {least, most});
    for (std::size_t i = 0; i < lines.size(); ++i) use(lines, i);
  }
};

}  // namespace quoth::names
