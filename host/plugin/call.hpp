// The callback of a plugin that is running on this thread, and what it reports.
#ifndef QUOTH_HOST_PLUGIN_CALL_HPP
#define QUOTH_HOST_PLUGIN_CALL_HPP

#include <quoth/abi.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace quoth::host {

/// What is known of a running callback. Lives on the stack of the host's call into the plugin.
class running_call {
 public:
  using clock = std::chrono::steady_clock;

  /// Makes this the thread's running call until it is destroyed. `timeout` zero: none.
  explicit running_call(std::chrono::milliseconds timeout);
  ~running_call();
  running_call(const running_call&) = delete;
  running_call& operator=(const running_call&) = delete;

  /// The innermost running call of this thread, or nullptr: a plugin's own thread.
  static running_call* current();

  /// Keeps why the callback is about to fail; the last report counts.
  void report(std::string message, std::uint32_t begin, std::uint32_t end);
  /// Keeps that a service refused to do what the callback asked for; then the callback fails even
  /// where it returns QUOTH_OK, since its work would be kept in part.
  void refuse(std::string message);

  [[nodiscard]] bool reported() const { return reported_; }
  [[nodiscard]] bool refused() const { return refused_; }
  [[nodiscard]] bool overdue() const { return deadline_ && clock::now() >= *deadline_; }
  [[nodiscard]] const std::string& message() const { return message_; }
  [[nodiscard]] std::uint32_t begin() const { return begin_; }
  [[nodiscard]] std::uint32_t end() const { return end_; }

 private:
  running_call* outer_;
  std::optional<clock::time_point> deadline_;
  bool reported_ = false, refused_ = false;
  std::string message_;
  std::uint32_t begin_ = QUOTH_NO_OFFSET, end_ = QUOTH_NO_OFFSET;
};

}  // namespace quoth::host

#endif
