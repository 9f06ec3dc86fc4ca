// SIGINT and SIGTERM as a flag that the engine looks at.
#ifndef QUOTH_HOST_ENGINE_INTERRUPTION_HPP
#define QUOTH_HOST_ENGINE_INTERRUPTION_HPP

#include <signal.h>

#include <atomic>

namespace quoth::host {

/// While it lives, the first SIGINT or SIGTERM sets a flag and the second ends the process as ever.
/// One at a time in a process.
class interruption {
 public:
  interruption();
  ~interruption();
  interruption(const interruption&) = delete;
  interruption& operator=(const interruption&) = delete;

  /// True once a signal came.
  [[nodiscard]] static const std::atomic<bool>& requested();
  /// The signal that came, or 0.
  [[nodiscard]] static int signal_number();

 private:
  struct sigaction before_int_ {
  }, before_term_{};
};

}  // namespace quoth::host

#endif
