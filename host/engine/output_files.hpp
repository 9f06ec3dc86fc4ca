// Output files that are never half-written under their final name; the service quoth.files/1.
#ifndef QUOTH_HOST_ENGINE_OUTPUT_FILES_HPP
#define QUOTH_HOST_ENGINE_OUTPUT_FILES_HPP

#include <quoth/abi.h>

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "host/result.hpp"

namespace quoth::host {

/// PATH.part while it is written, PATH once it is committed. One thread at a time. Every failure
/// (exit_code::io) names the file and the system's reason; after one, the file can only be closed.
class output_file {
 public:
  /// Starts PATH.part afresh and makes the folders above it.
  static result<output_file> create(const std::filesystem::path& path);
  /// Goes on with PATH.part behind its first `length` bytes. `finished`: where there is no
  /// PATH.part, PATH itself, which must have that length, becomes it again.
  static result<output_file> resume(const std::filesystem::path& path, std::uint64_t length,
                                    bool finished);
  output_file(output_file&& other) noexcept;
  output_file& operator=(output_file&& other) noexcept;
  ~output_file() { close(); }

  result<void> write(std::string_view bytes);
  /// Brings all that was written to the disk; the file's length.
  result<std::uint64_t> sync();
  /// Syncs, closes and gives the file its final name.
  result<void> commit();
  /// Closes and leaves PATH.part; what was written since the last sync may be lost.
  void close();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  output_file(std::filesystem::path path, int descriptor, std::uint64_t length);
  result<void> flush();
  result<void> put(std::string_view bytes);

  std::filesystem::path path_, part_;
  int descriptor_;
  std::uint64_t length_;  // with what waits
  std::string waiting_;
};

/// `path` with ".part" behind it.
[[nodiscard]] std::filesystem::path part_of(const std::filesystem::path& path);

/// Writes a whole file at once, under its final name only when it is complete.
result<void> write_whole(const std::filesystem::path& path, std::string_view bytes);

/// The files that the steps of a run have open, each once, and those that are complete. One thread
/// at a time.
class output_files {
 public:
  output_files() = default;
  /// `notes`: a file in which each complete one is noted as it comes, for a resumed run to know.
  explicit output_files(std::filesystem::path notes) : notes_(std::move(notes)) {}

  /// Whether files that were already finished may be taken back: see output_file::resume.
  bool resume_finished = false;

  /// False where the file is open already.
  bool claim(const std::filesystem::path& path) { return open_.insert(path).second; }
  void give_up(const std::filesystem::path& path) { open_.erase(path); }

  /// Notes that a file is complete, under its final name.
  void complete(const std::filesystem::path& path);
  /// Takes over what an earlier process of the run noted.
  void recall();
  [[nodiscard]] const std::set<std::filesystem::path>& completed() const { return completed_; }

 private:
  std::filesystem::path notes_;
  std::set<std::filesystem::path> open_, completed_;
};

/// The context (see step_options) of a step that may ask for quoth.files/1.
struct step_outputs {
  step_outputs(output_files& all, std::vector<std::string> allowed)
      : files(all), paths(std::move(allowed)) {}

  output_files& files;
  std::vector<std::string> paths;  // of its OUTPUT parameters
};

/// The table of quoth.files/1.
[[nodiscard]] const quoth_files_1& output_files_service();

}  // namespace quoth::host

#endif
