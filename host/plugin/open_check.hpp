// Opening a file for the first time, in a process that may crash: constructors run and
// descriptors are believed only after a child process came through it.
#ifndef QUOTH_HOST_PLUGIN_OPEN_CHECK_HPP
#define QUOTH_HOST_PLUGIN_OPEN_CHECK_HPP

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace quoth::host {

/// What a child process found about a file.
struct open_finding {
  std::string reason;  // why it cannot be used; empty: it can
  std::string plugin_id;
  std::vector<std::string> stage_ids;
  bool may_change = false;  // the reason lies outside the file: not to be remembered
};

/// Looks into the file, loads and checks it in a child process, which gets `timeout`.
[[nodiscard]] open_finding check_in_child(const std::filesystem::path& file,
                                          std::chrono::milliseconds timeout);

/// Remembers findings by the hash of the file, one small text file each in a folder.
class finding_cache {
 public:
  /// An empty folder path: remembers nothing.
  explicit finding_cache(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// The finding of the file with that hash, or nothing. A refusal counts only for the very host
  /// that made it: another may be more able.
  [[nodiscard]] bool recall(const std::string& hash, open_finding& found) const;
  /// Fails silently: then the file is checked again next time.
  void remember(const std::string& hash, const open_finding& found) const;

 private:
  std::filesystem::path folder_;
};

/// $XDG_CACHE_HOME/quoth/plugins or ~/.cache/quoth/plugins; empty where neither is to be had.
[[nodiscard]] std::filesystem::path default_cache_folder();

}  // namespace quoth::host

#endif
