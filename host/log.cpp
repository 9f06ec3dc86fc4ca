#include "host/log.hpp"

#include <quoth/abi.h>
#include <spdlog/logger.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/base_sink.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <string>

#include "host/printable.hpp"

namespace quoth::host {

namespace {

/// Writes lines to stderr, each with one system call, above the status line.
class terminal_sink : public spdlog::sinks::base_sink<std::mutex> {
 public:
  terminal_sink() : base_sink(std::make_unique<spdlog::pattern_formatter>("quoth: %l: %v")) {}

  void show_status(std::string_view line) {
    const std::lock_guard lock(mutex_);
    if (line == status_) return;
    out_.assign("\r").append(line).append("\x1b[K");  // no blank line in between: no flicker
    status_ = line;
    flush_out();
  }

 protected:
  void sink_it_(const spdlog::details::log_msg& message) override {
    spdlog::memory_buf_t line;
    formatter_->format(message, line);
    out_.clear();
    if (!status_.empty()) out_ += "\r\x1b[K";
    out_.append(line.data(), line.size()).append(status_);
    flush_out();
  }
  void flush_() override {}

 private:
  void flush_out() {
    std::string_view rest = out_;
    while (!rest.empty()) {
      const ssize_t written = ::write(STDERR_FILENO, rest.data(), rest.size());
      if (written < 0 && errno != EINTR) return;  // nobody is left to be told
      if (written > 0) rest.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  std::string status_, out_;
};

spdlog::level::level_enum chosen_level() {
  const char* const variable = std::getenv("QUOTH_LOG");
  const std::string_view name = variable == nullptr ? "" : variable;
  if (name == "debug") return spdlog::level::debug;
  if (name == "warning") return spdlog::level::warn;
  if (name == "error") return spdlog::level::err;
  return spdlog::level::info;
}

struct log_output {
  std::shared_ptr<terminal_sink> sink = std::make_shared<terminal_sink>();
  spdlog::logger logger{"quoth", sink};

  log_output() { logger.set_level(chosen_level()); }
};

log_output& output() {
  static log_output only;
  return only;
}

spdlog::level::level_enum spdlog_level(log_level level) {
  switch (level) {
    case log_level::debug:
      return spdlog::level::debug;
    case log_level::warning:
      return spdlog::level::warn;
    case log_level::error:
      return spdlog::level::err;
    default:
      return spdlog::level::info;
  }
}

}  // namespace

void log(log_level level, std::string_view message) {
  std::string line = printable(message);
  std::ranges::replace(line, '\n', ' ');
  output().logger.log(spdlog_level(level), spdlog::string_view_t(line.data(), line.size()));
}

void log_of_step(std::uint32_t level, std::string_view step, std::string_view message) {
  const log_level known = level <= QUOTH_LOG_DEBUG     ? log_level::debug
                          : level == QUOTH_LOG_WARNING ? log_level::warning
                          : level >= QUOTH_LOG_ERROR   ? log_level::error
                                                       : log_level::info;
  std::string line(step);
  log(known, line.append(": ").append(message));
}

void show_status(std::string_view line) {
  output().sink->show_status(line);
}

}  // namespace quoth::host
