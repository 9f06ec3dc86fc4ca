// What is installed: the plugins found in some folders, their stages, and the files refused.
#ifndef QUOTH_HOST_PLUGIN_CATALOGUE_HPP
#define QUOTH_HOST_PLUGIN_CATALOGUE_HPP

#include <quoth/abi.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "host/document/schema.hpp"
#include "host/result.hpp"

namespace quoth::host {

/// A stage that can be used. The descriptors live as long as the program: libraries stay resident.
struct stage_entry {
  const quoth_stage* stage = nullptr;
  const quoth_plugin* plugin = nullptr;
  std::filesystem::path file;  // absolute
};

/// A plugin file that is in use.
struct plugin_entry {
  const quoth_plugin* plugin = nullptr;
  std::filesystem::path file;  // absolute
  std::string hash;            // of the file's bytes: 32 hexadecimal digits
};

/// A file that looked like a plugin by its name and cannot be used.
struct refused_file {
  std::filesystem::path file;          // absolute
  std::string reason;                  // one sentence or more, without the file's name
  std::string plugin_id;               // where it is known
  std::vector<std::string> stage_ids;  // where they are known
};

/// Files that offer the same stage id. None of them is used for it.
struct duplicate_stage {
  std::string id;
  std::vector<std::filesystem::path> files;  // in the order found
};

struct catalogue_options {
  /// Where results of opening a file for the first time are remembered, by the file's hash.
  /// Default: $XDG_CACHE_HOME/quoth/plugins or ~/.cache/quoth/plugins. Empty: nowhere.
  std::optional<std::filesystem::path> cache;
  /// How long the child process that opens a file for the first time may take.
  std::chrono::milliseconds open_timeout{10'000};
};

/// Where plugins are looked for, in this order: `given` (--plugins), the folders of
/// QUOTH_PLUGIN_PATH (parted by colons), and ../lib/quoth/plugins beside the program. Absolute;
/// folders that do not exist are left out unless they were given.
[[nodiscard]] std::vector<std::filesystem::path> plugin_directories(
    const std::vector<std::filesystem::path>& given);

/// The plugins of an installation. Immutable, and safe to share between threads.
class catalogue {
 public:
  /// Looks at every `*.so` directly in `directories`, in the order of the directories and by name
  /// within one. No function of a plugin is called. Fails only where a directory cannot be read.
  static result<catalogue> find(const std::vector<std::filesystem::path>& directories,
                                const catalogue_options& options = {});

  /// The stage of that id, or nullptr where none or more than one file offers it.
  [[nodiscard]] const stage_entry* stage(std::string_view id) const;
  /// All usable stages, by id.
  [[nodiscard]] std::span<const stage_entry> stages() const { return stages_; }
  [[nodiscard]] std::span<const plugin_entry> plugins() const { return plugins_; }
  [[nodiscard]] std::span<const refused_file> refused() const { return refused_; }
  [[nodiscard]] std::span<const duplicate_stage> duplicates() const { return duplicates_; }
  /// The duplicate of that id, or nullptr.
  [[nodiscard]] const duplicate_stage* duplicate(std::string_view id) const;
  /// The refused file that is known to have offered a stage of that id, or nullptr.
  [[nodiscard]] const refused_file* refused_with(std::string_view id) const;
  /// The standard layers united with those of all usable plugins.
  [[nodiscard]] const schema& layers() const { return layers_; }

 private:
  void unite_plugins();
  void list_stages();

  std::vector<stage_entry> stages_;
  std::vector<plugin_entry> plugins_;
  std::vector<refused_file> refused_;
  std::vector<duplicate_stage> duplicates_;
  schema layers_;
};

}  // namespace quoth::host

#endif
