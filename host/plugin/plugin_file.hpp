// One file that may be a plugin: looked into, opened, its descriptors checked.
#ifndef QUOTH_HOST_PLUGIN_PLUGIN_FILE_HPP
#define QUOTH_HOST_PLUGIN_PLUGIN_FILE_HPP

#include <quoth/abi.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quoth::host {

/// What opening a file gave.
struct opened_file {
  const quoth_plugin* plugin = nullptr;  // in use for the rest of the program, or nullptr
  std::string reason;                    // why it is not in use
  std::string plugin_id;                 // where it is known, also of a file that is refused
  std::vector<std::string> stage_ids;    // likewise
  bool may_change = false;  // the reason lies outside the file, such as a library that is missing
};

/// What keeps the file from being a plugin, as its ELF sections show without loading it; empty:
/// nothing. A hostile file can crash this.
[[nodiscard]] std::string section_fault(const std::filesystem::path& file);

/// Loads the file, which runs its constructors, and checks its descriptors, which calls nothing
/// else. A library once loaded stays for the rest of the program. A hostile file can crash this.
[[nodiscard]] opened_file open_plugin_file(const std::filesystem::path& file);

/// 32 hexadecimal digits over the file's bytes (XXH3, 128 bits); nothing where it is unreadable.
[[nodiscard]] std::optional<std::string> file_hash(const std::filesystem::path& file);
/// The same over a text.
[[nodiscard]] std::string text_hash(std::string_view text);
/// The same over the names and the bytes of all files below a folder; empty where there are none.
[[nodiscard]] std::string folder_hash(const std::filesystem::path& folder);

}  // namespace quoth::host

#endif
