// The bytes of one input, decompressed.
#ifndef QUOTH_HOST_ENGINE_BYTE_SOURCE_HPP
#define QUOTH_HOST_ENGINE_BYTE_SOURCE_HPP

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>

#include "host/engine/input_list.hpp"
#include "host/result.hpp"

namespace quoth::host {

/// Reads an input from its beginning to its end. One thread at a time.
class byte_source {
 public:
  /// Opens a file, or standard input, which is unpacked by what it begins with. `stop` ends waits
  /// for pipes and terminals; it must outlive the source. A failure names the path.
  static result<std::unique_ptr<byte_source>> open(const input_file& input,
                                                   const std::atomic<bool>& stop);
  virtual ~byte_source() = default;

  /// Fills up to `room` bytes (> 0); 0 at the end, or once `stop` is true. After a failure (an
  /// error of the disk, packed bytes that are damaged or cut off) the source is at its end. Bytes
  /// that were good before a failure have been handed out.
  virtual result<std::size_t> read(char* to, std::size_t room) = 0;

  /// How many bytes of the file, packed as it is, were used so far.
  [[nodiscard]] virtual std::uint64_t position() const = 0;
};

}  // namespace quoth::host

#endif
