#include "host/engine/progress.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "host/log.hpp"

namespace quoth::host {

namespace {

constexpr auto refresh_interval = std::chrono::milliseconds(200);
constexpr std::size_t widest_bar = 30, narrowest_bar = 8;
constexpr double settled_seconds = 2;  // before that, the time left would jump about

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

std::string clock_time(double seconds) {
  const auto whole = static_cast<std::uint64_t>(std::lround(seconds));
  std::array<char, 64> text{};
  if (whole >= 3600) {
    std::snprintf(text.data(), text.size(), "%llu:%02llu:%02llu",
                  static_cast<unsigned long long>(whole / 3600),
                  static_cast<unsigned long long>(whole / 60 % 60),
                  static_cast<unsigned long long>(whole % 60));
  } else {
    std::snprintf(text.data(), text.size(), "%llu:%02llu",
                  static_cast<unsigned long long>(whole / 60),
                  static_cast<unsigned long long>(whole % 60));
  }
  return text.data();
}

std::string speed(const progress_figures& figures) {
  const double seconds = std::max(figures.seconds, 0.001);
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%.1f MB/s",
                static_cast<double>(figures.bytes) / 1e6 / seconds);
  return text.data();
}

double share_done(const progress_figures& figures) {
  return std::min(1.0, static_cast<double>(figures.position) / static_cast<double>(figures.size));
}

/// Empty while it cannot be told.
std::string time_left(const progress_figures& figures) {
  if (figures.seconds < settled_seconds || figures.position <= figures.started_at) return "";
  const auto done = static_cast<double>(figures.position - figures.started_at);
  const auto left = static_cast<double>(figures.size - std::min(figures.size, figures.position));
  return clock_time(figures.seconds * left / done) + " left";
}

std::string bar(double share, std::size_t width) {
  const auto filled = static_cast<std::size_t>(share * static_cast<double>(width));
  std::string text = "[";
  text.append(filled, '=');
  if (filled < width) text += '>';
  text.resize(width + 1, ' ');
  return text + "]";
}

unsigned terminal_columns() {
  winsize size{};
  if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
  return size.ws_col;
}

}  // namespace

std::string progress_line(const progress_figures& figures, unsigned columns) {
  std::string line =
      grouped(figures.documents) + (figures.documents == 1 ? " document" : " documents");
  const auto add = [&](std::string_view part) {
    if (!part.empty() && line.size() + 2 + part.size() <= columns) line.append("  ").append(part);
  };
  std::string share;
  if (figures.size > 0) {
    share = std::to_string(static_cast<int>(100 * share_done(figures))) + " %";
  }
  add(speed(figures));
  if (figures.quarantined > 0) add(grouped(figures.quarantined) + " quarantined");
  const std::string left = figures.size > 0 ? time_left(figures) : "";
  const std::size_t behind = share.size() + 2 + left.size() + 2;
  if (figures.size > 0 && line.size() + behind + narrowest_bar + 5 <= columns) {
    add(bar(share_done(figures), std::min(widest_bar, columns - line.size() - behind - 5)));
  }
  add(share);
  add(left);
  line.resize(std::min<std::size_t>(line.size(), columns));
  return line;
}

bool can_show_progress() {
  const char* const terminal = std::getenv("TERM");
  return ::isatty(STDERR_FILENO) != 0 && terminal != nullptr &&
         std::string_view(terminal) != "dumb";
}

progress_bar::progress_bar(bool on, std::uint64_t size, std::uint64_t started_at)
    : size_(size), started_at_(started_at), position_(started_at) {
  if (on) thread_ = std::thread([this] { keep_fresh(); });
}

progress_bar::~progress_bar() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    over_ = true;
  }
  woken_.notify_all();
  thread_.join();
  show_status("");
}

void progress_bar::update(std::uint64_t documents, std::uint64_t quarantined, std::uint64_t bytes,
                          std::uint64_t position) {
  documents_.store(documents, std::memory_order_relaxed);
  quarantined_.store(quarantined, std::memory_order_relaxed);
  bytes_.store(bytes, std::memory_order_relaxed);
  position_.store(position, std::memory_order_relaxed);
}

void progress_bar::keep_fresh() {
  std::unique_lock lock(mutex_);
  while (!woken_.wait_for(lock, refresh_interval, [this] { return over_; })) {
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - began_;
    // One column stays free: some terminals break the line after the last.
    show_status(progress_line(
        {documents_, quarantined_, bytes_, taken.count(), position_, started_at_, size_},
        terminal_columns() - 1));
  }
}

}  // namespace quoth::host
