// The run's log on stderr, and the one line of status that may stand below it on a terminal.
#ifndef QUOTH_HOST_LOG_HPP
#define QUOTH_HOST_LOG_HPP

#include <cstdint>
#include <string_view>

namespace quoth::host {

enum class log_level { debug, info, warning, error };

/// Writes one line to stderr, `quoth: warning: MESSAGE`. Lines below the level of the environment's
/// QUOTH_LOG (debug, info, warning or error; info where it is not set) are dropped. Line breaks and
/// other control characters of the message become spaces. Any thread.
void log(log_level level, std::string_view message);

inline void log_debug(std::string_view message) {
  log(log_level::debug, message);
}
inline void log_info(std::string_view message) {
  log(log_level::info, message);
}
inline void log_warning(std::string_view message) {
  log(log_level::warning, message);
}
inline void log_error(std::string_view message) {
  log(log_level::error, message);
}

/// The log of a step (a log_sink, see host/plugin/step.hpp): `quoth: warning: STEP: MESSAGE`.
void log_of_step(std::uint32_t level, std::string_view step, std::string_view message);

/// Replaces the status line, which the terminal shows below the log until it is replaced by an
/// empty one. `line` must fit the terminal's width. Any thread.
void show_status(std::string_view line);

}  // namespace quoth::host

#endif
