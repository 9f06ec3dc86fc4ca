// Opens, reads and decompresses the inputs of a run, ahead of the stage that cuts them.
#ifndef QUOTH_HOST_ENGINE_READ_AHEAD_HPP
#define QUOTH_HOST_ENGINE_READ_AHEAD_HPP

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <span>
#include <string_view>
#include <thread>
#include <vector>

#include "host/engine/input_list.hpp"
#include "host/result.hpp"

namespace quoth::host {

/// Some bytes of an input, in order. An input has at least one piece, and one of its pieces is the
/// last.
struct input_piece {
  std::size_t input = 0;          // index into the list
  std::vector<char> bytes;        // may be empty
  std::uint64_t position = 0;     // bytes of the packed file used so far
  bool last = false;              // no more will follow
  std::optional<failure> broken;  // why it is the last, where it should not have been
};

/// Reads on a thread of its own, which waits while enough lies ready.
class read_ahead {
 public:
  /// Begins with input `first`. `inputs` and `stop` must outlive it; once `stop` is true the pieces
  /// end, in the middle of an input perhaps.
  read_ahead(std::span<const input_file> inputs, std::size_t first, const std::atomic<bool>& stop);
  ~read_ahead();
  read_ahead(const read_ahead&) = delete;
  read_ahead& operator=(const read_ahead&) = delete;

  /// The next piece; nothing after the last input's last, or once `stop` is true. One thread at a
  /// time.
  std::optional<input_piece> take();
  /// No further piece of `input` is wanted; those that lie ready are dropped.
  void skip(std::size_t input);
  /// Gives a piece's memory back, to be used again.
  void recycle(std::vector<char> bytes);

 private:
  void read_all(std::size_t first);
  void read_one(std::size_t input);
  [[nodiscard]] std::vector<char> fresh_bytes(const input_file& input);
  /// False where nobody wants the rest of the input.
  bool put(input_piece piece);
  [[nodiscard]] bool ending() const;

  std::span<const input_file> inputs_;
  const std::atomic<bool>& stop_;
  std::atomic<bool> over_{false};  // the owner is going

  std::mutex mutex_;  // of all below but the thread
  std::condition_variable filled_, emptied_;
  std::deque<input_piece> ready_;
  std::size_t ready_bytes_ = 0;
  std::size_t wanted_from_ = 0;  // inputs before this one were skipped
  bool done_ = false;
  std::vector<std::vector<char>> spare_;

  std::thread thread_;
};

}  // namespace quoth::host

#endif
