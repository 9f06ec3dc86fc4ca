// The progress bar: one line at the bottom of a terminal.
#ifndef QUOTH_HOST_ENGINE_PROGRESS_HPP
#define QUOTH_HOST_ENGINE_PROGRESS_HPP

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>

namespace quoth::host {

struct progress_figures {
  std::uint64_t documents = 0, quarantined = 0;
  std::uint64_t bytes = 0;       // decompressed, since the run began or went on
  double seconds = 0;            // since then
  std::uint64_t position = 0;    // in the packed inputs
  std::uint64_t started_at = 0;  // position where the run went on
  std::uint64_t size = 0;        // of the packed inputs; 0: unknown
};

/// The figures on one line of at most `columns` characters, the most important ones where space is
/// short: `1,204 documents  12.4 MB/s  3 quarantined  [=====>    ] 52 %  0:41 left`.
[[nodiscard]] std::string progress_line(const progress_figures& figures, unsigned columns);

/// Whether stderr is a terminal that can show one.
[[nodiscard]] bool can_show_progress();

/// Shows the line and keeps it fresh, on a thread of its own, until it is destroyed.
class progress_bar {
 public:
  /// Shows nothing where `on` is false. `size`, `started_at`: see progress_figures.
  progress_bar(bool on, std::uint64_t size, std::uint64_t started_at);
  ~progress_bar();
  progress_bar(const progress_bar&) = delete;
  progress_bar& operator=(const progress_bar&) = delete;

  /// One thread at a time.
  void update(std::uint64_t documents, std::uint64_t quarantined, std::uint64_t bytes,
              std::uint64_t position);

 private:
  void keep_fresh();

  const std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
  const std::uint64_t size_, started_at_;
  std::atomic<std::uint64_t> documents_{0}, quarantined_{0}, bytes_{0}, position_;
  std::mutex mutex_;  // of over_
  std::condition_variable woken_;
  bool over_ = false;
  std::thread thread_;
};

}  // namespace quoth::host

#endif
