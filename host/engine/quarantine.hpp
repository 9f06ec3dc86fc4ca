// quarantine.jsonl: what failed, where, and why; and the way back into a run.
#ifndef QUOTH_HOST_ENGINE_QUARANTINE_HPP
#define QUOTH_HOST_ENGINE_QUARANTINE_HPP

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "host/engine/batch.hpp"
#include "host/engine/cutter.hpp"
#include "host/engine/output_files.hpp"
#include "host/result.hpp"

namespace quoth::host {

/// FOLDER/quarantine.jsonl, which exists only where something failed. One thread at a time.
class quarantine {
 public:
  explicit quarantine(const std::filesystem::path& folder);

  /// Goes on behind the first `length` bytes of an earlier run.
  result<void> resume(std::uint64_t length, bool finished);
  /// Adds one line: {"id","input","item","line","step","message","span"}. `item` is the number of
  /// the item in its input, from 0, or null where the input itself cannot be used; `step` is null
  /// where no step is to blame; `span` is [begin, end) in bytes of the document's text, or null.
  result<void> add(const work_item& item, std::string_view input);
  /// The file's length, on the disk.
  result<std::uint64_t> sync();
  /// The run is complete: the file gets its name, or one of an earlier run goes where nothing
  /// failed this time.
  result<void> finish();
  void close();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
  std::optional<output_file> file_;
};

/// The items that a quarantine.jsonl names, to be run again. Fails (exit_code::input) where it
/// cannot be read.
result<item_selection> read_quarantine(const std::filesystem::path& path);

}  // namespace quoth::host

#endif
