// What a run reads: the files that its arguments stand for, in order, each with its reader.
#ifndef QUOTH_HOST_ENGINE_INPUT_LIST_HPP
#define QUOTH_HOST_ENGINE_INPUT_LIST_HPP

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "host/result.hpp"

namespace quoth::host {

enum class packing { none, gzip, zstd };

/// One file, or standard input.
struct input_file {
  std::string path;  // as the user gave it, or below the folder given; "-"
  std::string id;    // of its document, where the input gives none
  packing packed = packing::none;
  std::uint32_t reader = 0;      // index into the offers
  std::uint64_t size = 0;        // bytes on disk, 0 where unknown
  std::int64_t modified_ns = 0;  // since the epoch, 0 where unknown

  [[nodiscard]] bool is_stdin() const { return path == "-"; }
};

/// The name patterns that a reader accepts.
struct reader_offer {
  std::string id;
  std::vector<std::string> patterns;  // shell patterns over names without .gz and .zst
};

struct input_list {
  std::vector<input_file> files;
  std::uint64_t size = 0;              // of all files on disk
  bool size_known = true;              // false where one is standard input or a pipe
  std::vector<std::string> passed_by;  // files in folders that no reader accepts
};

/// Expands `arguments` in order: files, folders (recursive, by the bytes of the paths, without
/// names that begin with a dot), `-` for standard input, which is named as `as` says. A pipe is
/// read where it is named, and passed by in a folder. Each file goes to the first of `readers` that
/// accepts its name, upper and lower case alike. Fails (exit_code::input, all problems at once)
/// where an argument does not exist, no reader accepts a file that was named, or nothing is left.
result<input_list> expand_inputs(std::span<const std::string> arguments,
                                 std::span<const reader_offer> readers, std::string_view as);

/// What standard input is taken for unless the user says otherwise.
inline constexpr std::string_view default_stdin_name = "*.jsonl";

/// `name` without .gz or .zst, and how it is packed.
[[nodiscard]] std::string_view unpacked_name(std::string_view name, packing& packed);

}  // namespace quoth::host

#endif
