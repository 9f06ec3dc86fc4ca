#include "host/conform/isolated.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <exception>
#include <mutex>

namespace quoth::host {

namespace {

/// A text in memory that a child shares with its parent, which reads it after the child's end.
class shared_note {
 public:
  shared_note() {
    void* const made =
        mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (made != MAP_FAILED) text_ = static_cast<char*>(made);
  }
  shared_note(const shared_note&) = delete;
  shared_note& operator=(const shared_note&) = delete;
  ~shared_note() {
    if (text_ != nullptr) munmap(text_, size);
  }

  void set(std::string_view text) {
    const std::scoped_lock one_at_a_time(guard_);
    if (text_ == nullptr) return;
    const std::size_t kept = text.copy(text_, size - 1);
    text_[kept] = '\0';
  }
  [[nodiscard]] std::string get() const { return text_ == nullptr ? "" : text_; }

 private:
  static constexpr std::size_t size = 4096;
  char* text_ = nullptr;
  std::mutex guard_;
};

shared_note* note_of_check = nullptr;  // of the check that runs in this process

// `note`, with what the check was at.
std::string with_place(std::string note, const shared_note& at) {
  const std::string what = at.get();
  return what.empty() ? note : note + ", given " + what;
}

void write_all(int pipe, const std::string& bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const ssize_t done = write(pipe, bytes.data() + at, bytes.size() - at);
    if (done < 0 && errno != EINTR) return;
    if (done > 0) at += static_cast<std::size_t>(done);
  }
}

[[noreturn]] void run_child(const std::function<check_verdict()>& check, int pipe) {
  if (const int nowhere = open("/dev/null", O_RDWR); nowhere >= 0) {
    dup2(nowhere, STDIN_FILENO);
    dup2(nowhere, STDOUT_FILENO);
    dup2(nowhere, STDERR_FILENO);
  }
  check_verdict verdict;
  try {
    verdict = check();
  } catch (const std::exception& thrown) {
    verdict = check_verdict::failed(std::string("an exception: ") + thrown.what());
  }
  write_all(pipe, std::to_string(static_cast<int>(verdict.kind)) + verdict.note + '\n');
  _exit(0);  // without destructors: a plugin's must not change the verdict
}

// All that the child writes until it closes the pipe; whether it did in time.
bool read_until(int pipe, std::chrono::steady_clock::time_point deadline, std::string& into) {
  while (true) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        deadline - std::chrono::steady_clock::now());
    if (left.count() <= 0) return false;
    pollfd waiting{pipe, POLLIN, 0};
    const int ready = poll(&waiting, 1, static_cast<int>(left.count()));
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return false;
    std::array<char, 4096> bytes{};
    const ssize_t count = read(pipe, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return true;
    into.append(bytes.data(), static_cast<std::size_t>(count));
  }
}

}  // namespace

void trying(std::string_view what) {
  if (note_of_check != nullptr) note_of_check->set(what);
}

check_verdict run_isolated(const std::function<check_verdict()>& check,
                           std::chrono::seconds timeout) {
  shared_note at;
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return check_verdict::failed("no pipe could be made");
  const pid_t child = fork();
  if (child < 0) return check_verdict::failed("no process could be made");
  if (child == 0) {
    close(ends[0]);
    note_of_check = &at;
    run_child(check, ends[1]);
  }
  close(ends[1]);
  std::string answer;
  const bool in_time = read_until(ends[0], std::chrono::steady_clock::now() + timeout, answer);
  close(ends[0]);
  if (!in_time) kill(child, SIGKILL);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!in_time)
    return check_verdict::failed(
        with_place("it took longer than " + std::to_string(timeout.count()) + " s", at));
  if (WIFSIGNALED(status))
    return {verdict_kind::crashed,
            with_place(std::string("signal ") + sigabbrev_np(WTERMSIG(status)), at)};
  if (answer.empty() || answer.back() != '\n')
    return {verdict_kind::crashed, with_place("the process ended by itself, exit code " +
                                                  std::to_string(WEXITSTATUS(status)),
                                              at)};
  answer.pop_back();
  return {static_cast<verdict_kind>(answer.front() - '0'), answer.substr(1)};
}

}  // namespace quoth::host
