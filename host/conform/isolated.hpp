// Runs a function in a process of its own, which may crash or hang.
#ifndef QUOTH_HOST_CONFORM_ISOLATED_HPP
#define QUOTH_HOST_CONFORM_ISOLATED_HPP

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

namespace quoth::host {

enum class verdict_kind { success, failed, crashed, skipped };

/// What became of a check. `note` says why it is not a success.
struct check_verdict {
  verdict_kind kind = verdict_kind::success;
  std::string note;

  static check_verdict failed(std::string why) { return {verdict_kind::failed, std::move(why)}; }
  static check_verdict skipped(std::string why) { return {verdict_kind::skipped, std::move(why)}; }
};

/// Says, in a check, what the stage is given next; the verdict ends with it where the check then
/// crashes or takes too long. The last word counts; of long ones the beginning. Any thread.
void trying(std::string_view what);

/// Forks, runs `check` in the child and waits for its verdict; a signal or an early exit is a
/// crash, and going on beyond `timeout` a failure, after which the child is killed. The calling
/// process must have one thread. What the child writes to stderr is dropped.
[[nodiscard]] check_verdict run_isolated(const std::function<check_verdict()>& check,
                                         std::chrono::seconds timeout);

}  // namespace quoth::host

#endif
