// The files that travel beside a plugin, in FILE.resources/.
#ifndef QUOTH_HOST_PLUGIN_RESOURCE_FOLDER_HPP
#define QUOTH_HOST_PLUGIN_RESOURCE_FOLDER_HPP

#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quoth::host {

/// The resources folder of the plugin file `plugin`: its path without `.so`, with `.resources`.
[[nodiscard]] std::filesystem::path resources_of(const std::filesystem::path& plugin);

/// Read-only files, mapped into memory when they are first asked for and kept until it goes.
/// Thread-safe.
class resource_folder {
 public:
  explicit resource_folder(std::filesystem::path folder) : folder_(std::move(folder)) {}
  ~resource_folder();
  resource_folder(const resource_folder&) = delete;
  resource_folder& operator=(const resource_folder&) = delete;

  /// The bytes of a file; `path` is relative, with `/` and without `..`. Nothing where there is no
  /// such file.
  [[nodiscard]] std::optional<std::string_view> read(std::string_view path);
  /// The names in a folder ("" is the top), in byte order, those of folders with a `/` behind.
  [[nodiscard]] std::vector<std::string> list(std::string_view path) const;

 private:
  std::filesystem::path folder_;
  std::mutex mutex_;
  std::map<std::string, std::string_view, std::less<>> mapped_;
};

}  // namespace quoth::host

#endif
