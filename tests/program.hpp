// Starting `quoth` and other programs from tests and benchmarks, and waiting for them.
#pragma once

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

namespace quoth::testing_program {

inline constexpr int killed_by_9 = 128 + SIGKILL;

// Starts a program; what it says on standard error goes to `log`. Throws system_error.
inline pid_t start(std::vector<std::string> words, const std::filesystem::path& log) {
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, log.c_str(),
                                   O_WRONLY | O_CREAT | O_TRUNC, 0600);
  pid_t child = 0;
  const int failed =
      ::posix_spawn(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) throw std::system_error(failed, std::generic_category(), words[0]);
  return child;
}

struct program_end {
  int code = 0;               // the exit code, or 128 and the signal that ended it
  double peak_megabytes = 0;  // of memory
};

// Waits for a program that was started. Throws system_error.
inline program_end end_of(pid_t child) {
  int status = 0;
  rusage used{};
  if (::wait4(child, &status, 0, &used) != child) {
    throw std::system_error(errno, std::generic_category(), "wait4");
  }
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
          static_cast<double>(used.ru_maxrss) * 1024 / 1e6};
}

inline int wait_for(pid_t child) {
  return end_of(child).code;
}

inline int signal_after(pid_t child, std::chrono::microseconds after, int signal) {
  std::this_thread::sleep_for(after);
  ::kill(child, signal);
  return wait_for(child);
}

}  // namespace quoth::testing_program
