#include "host/plugin/open_check.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <optional>
#include <sstream>
#include <string_view>
#include <system_error>

#include "host/plugin/plugin_file.hpp"
#include "host/plugin/value.hpp"

namespace quoth::host {

namespace {

using clock = std::chrono::steady_clock;

constexpr std::string_view complete = "\nend\n";  // behind a finding that was written to its end

// ---- A finding as text: three lines, then the reason --------------------------------------------

std::string to_text(const open_finding& found) {
  std::string text = found.reason.empty() ? "usable" : found.may_change ? "unusable" : "refused";
  text += '\n' + found.plugin_id + '\n';
  for (const std::string& id : found.stage_ids) text += id + ' ';
  return text + '\n' + found.reason + std::string(complete);
}

std::optional<open_finding> from_text(std::string_view text) {
  if (!text.ends_with(complete)) return std::nullopt;
  text.remove_suffix(complete.size());
  std::istringstream lines{std::string(text)};
  std::string outcome, ids, id;
  open_finding found;
  if (!std::getline(lines, outcome) || !std::getline(lines, found.plugin_id) ||
      !std::getline(lines, ids)) {
    return std::nullopt;
  }
  std::getline(lines, found.reason, '\0');
  std::istringstream words(ids);
  while (words >> id) found.stage_ids.push_back(id);
  found.may_change = outcome == "unusable";
  if (outcome != "usable" && outcome != "unusable" && outcome != "refused") return std::nullopt;
  if ((outcome == "usable") != found.reason.empty()) return std::nullopt;
  return found;
}

// ---- In the child ---------------------------------------------------------------------------

/// Makes the child die quietly of what a file does to it, and keeps it from speaking for the host.
void prepare_child() {
  for (const int signal : {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTERM}) {
    ::signal(signal, SIG_DFL);
  }
  const rlimit no_core{0, 0};
  ::setrlimit(RLIMIT_CORE, &no_core);
  if (const int nowhere = ::open("/dev/null", O_RDWR); nowhere >= 0) {
    for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
      ::dup2(nowhere, standard);
    }
  }
}

open_finding find_out(const std::filesystem::path& file) {
  open_finding found;
  found.reason = section_fault(file);
  if (!found.reason.empty()) return found;
  opened_file opened = open_plugin_file(file);
  return {std::move(opened.reason), std::move(opened.plugin_id), std::move(opened.stage_ids),
          opened.may_change};
}

[[noreturn]] void run_child(const std::filesystem::path& file, int answer) {
  prepare_child();
  std::string text;
  try {
    text = to_text(find_out(file));
  } catch (...) {
    // The parent sees that the answer is not complete.
  }
  for (std::string_view rest = text; !rest.empty();) {
    const ssize_t written = ::write(answer, rest.data(), rest.size());
    if (written <= 0) break;
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  ::_exit(0);
}

// ---- In the parent --------------------------------------------------------------------------

/// Reads to the end of `answer`; false where that takes too long.
bool read_until(int answer, clock::time_point deadline, std::string& text) {
  while (true) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - clock::now()).count();
    if (left <= 0) return false;
    pollfd ready{answer, POLLIN, 0};
    const int polled = ::poll(&ready, 1, static_cast<int>(left));
    if (polled < 0 && errno == EINTR) continue;
    if (polled <= 0) return false;
    char piece[4096];
    const ssize_t size = ::read(answer, piece, sizeof piece);
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return true;
    text.append(piece, static_cast<std::size_t>(size));
    if (text.ends_with(complete)) return true;
  }
}

std::string end_reason(int status) {
  if (WIFSIGNALED(status)) {
    const int signal = WTERMSIG(status);
    return "it crashed while it was opened: signal " + std::to_string(signal) + ", " +
           ::strsignal(signal);
  }
  return "it ended the process while it was opened, with exit status " +
         std::to_string(WEXITSTATUS(status));
}

int wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

open_finding refused(std::string reason, bool may_change = false) {
  return {std::move(reason), "", {}, may_change};
}

/// The host that made a refusal: its version, and size and time of its file.
std::string host_stamp() {
  struct stat status {};
  if (::stat("/proc/self/exe", &status) != 0) return QUOTH_VERSION;
  return std::string(QUOTH_VERSION) + ' ' + std::to_string(status.st_size) + ' ' +
         std::to_string(status.st_mtim.tv_sec) + '.' + std::to_string(status.st_mtim.tv_nsec);
}

}  // namespace

open_finding check_in_child(const std::filesystem::path& file, std::chrono::milliseconds timeout) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return refused("no pipe could be made to check it", true);
  const pid_t child = ::fork();
  if (child < 0) {
    ::close(ends[0]);
    ::close(ends[1]);
    return refused("no process could be made to check it", true);
  }
  if (child == 0) run_child(file, ends[1]);
  ::close(ends[1]);
  std::string text;
  const bool in_time = read_until(ends[0], clock::now() + timeout, text);
  ::close(ends[0]);
  std::optional<open_finding> found = from_text(text);
  if (!in_time || found) ::kill(child, SIGKILL);  // it has said all, or never will
  const int status = wait_for(child);
  if (found) return *found;
  if (!in_time) {
    return refused("it did not open within " + duration_text(timeout.count()));
  }
  return refused(end_reason(status));
}

bool finding_cache::recall(const std::string& hash, open_finding& found) const {
  if (folder_.empty()) return false;
  std::ifstream file(folder_ / hash, std::ios::binary);
  std::string stamp;
  if (!std::getline(file, stamp)) return false;
  std::ostringstream rest;
  rest << file.rdbuf();
  const std::optional<open_finding> known = from_text(rest.str());
  if (!known || (!known->reason.empty() && stamp != host_stamp())) return false;
  found = *known;
  return true;
}

void finding_cache::remember(const std::string& hash, const open_finding& found) const {
  if (folder_.empty() || found.may_change) return;
  std::error_code error;
  std::filesystem::create_directories(folder_, error);
  const std::filesystem::path part = folder_ / (hash + '.' + std::to_string(::getpid()));
  {
    std::ofstream file(part, std::ios::binary);
    file << host_stamp() << '\n' << to_text(found);
    file.close();
    if (!file) error = std::make_error_code(std::errc::io_error);
  }
  if (!error) std::filesystem::rename(part, folder_ / hash, error);
  if (error) std::filesystem::remove(part, error);
}

std::filesystem::path default_cache_folder() {
  if (const char* const cache = std::getenv("XDG_CACHE_HOME"); cache != nullptr && *cache == '/') {
    return std::filesystem::path(cache) / "quoth" / "plugins";
  }
  if (const char* const home = std::getenv("HOME"); home != nullptr && *home == '/') {
    return std::filesystem::path(home) / ".cache" / "quoth" / "plugins";
  }
  return {};
}

}  // namespace quoth::host
