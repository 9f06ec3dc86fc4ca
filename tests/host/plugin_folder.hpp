// Folders of plugin files for tests.
#ifndef QUOTH_TESTS_HOST_PLUGIN_FOLDER_HPP
#define QUOTH_TESTS_HOST_PLUGIN_FOLDER_HPP

#include <stdlib.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <places.hpp>
#include <string>
#include <string_view>

#include "host/plugin/catalogue.hpp"

namespace quoth::host::testing {

/// The plugins of tests/sdk/plugins, as built.
inline std::filesystem::path test_plugins() {
  return std::filesystem::path(places::build()) / "tests" / "test_plugins";
}

/// A folder of its own that goes with the test.
class temporary_folder {
 public:
  temporary_folder() {
    std::string pattern = std::filesystem::temp_directory_path() / "quoth-test-XXXXXX";
    path_ = ::mkdtemp(pattern.data());
  }
  ~temporary_folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  temporary_folder(const temporary_folder&) = delete;
  temporary_folder& operator=(const temporary_folder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  /// Copies a test plugin into the folder.
  void add_plugin(const std::string& name, const std::string& as = "") const {
    std::filesystem::copy_file(test_plugins() / (name + ".so"),
                               path_ / ((as.empty() ? name : as) + ".so"),
                               std::filesystem::copy_options::overwrite_existing);
  }
  void add_file(const std::string& name, std::string_view bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
  }
  [[nodiscard]] std::string bytes_of(const std::string& name) const {
    std::ifstream file(path_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

 private:
  std::filesystem::path path_;
};

/// The plugins of one folder, looked at afresh: no finding is remembered.
inline catalogue look_at(const std::filesystem::path& folder) {
  result<catalogue> found =
      catalogue::find({folder}, {std::filesystem::path(), std::chrono::milliseconds(2000)});
  return found.ok() ? std::move(*found) : catalogue();
}

}  // namespace quoth::host::testing

#endif
