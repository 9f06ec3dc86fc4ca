#include "host/plugin/callback.hpp"

#include <utility>

#include "host/plugin/value.hpp"

namespace quoth::host {

namespace {

quoth_status by_scope(callback_scope scope) {
  return scope == callback_scope::document ? QUOTH_FAILED : QUOTH_FATAL;
}

step_outcome fails(quoth_status status, std::string message) {
  return step_failure{status, std::move(message), QUOTH_NO_OFFSET, QUOTH_NO_OFFSET};
}

/// The callback's own report, or `otherwise` where it gave none.
step_outcome reported(quoth_status status, const running_call& call, std::string otherwise) {
  if (!call.reported()) return fails(status, std::move(otherwise));
  return step_failure{status, call.message(), call.begin(), call.end()};
}

std::string without_reason(std::string_view name, quoth_status status) {
  return std::string(name) + " failed without saying why (status " + std::to_string(status) + ")";
}

step_outcome judge_cancelled(const running_call& call, const host_side& side, std::string_view name,
                             callback_scope scope, std::chrono::milliseconds timeout) {
  if (side.stopping()) return fails(QUOTH_CANCELLED, "stopped");
  if (call.overdue()) {
    return fails(by_scope(scope),
                 "took longer than its timeout, " + duration_text(timeout.count()));
  }
  return reported(by_scope(scope), call,
                  std::string(name) + " says that it was cancelled, but nobody asked for it");
}

}  // namespace

step_outcome judge(const callback_end& ended, const running_call& call, const host_side& side,
                   const stage_entry& entry, std::string_view name, callback_scope scope,
                   std::chrono::milliseconds timeout) {
  if (ended.thrown) {
    return fails(by_scope(scope), "plugin " + std::string(entry.plugin->id) + " (" +
                                      entry.file.string() + ") let an exception leave " +
                                      std::string(entry.stage->id) + "'s " + std::string(name) +
                                      ", which is a fault of the plugin: " + ended.threw);
  }
  switch (ended.status) {
    case QUOTH_OK:
      if (!call.refused()) return std::nullopt;
      return reported(by_scope(scope), call, "");
    case QUOTH_CANCELLED:
      return judge_cancelled(call, side, name, scope, timeout);
    case QUOTH_FATAL:
    case QUOTH_IO:
    case QUOTH_UNUSABLE:
      return reported(ended.status, call, without_reason(name, ended.status));
    case QUOTH_NO_MEMORY:
      return reported(by_scope(scope), call, "out of memory");
    default:
      return reported(by_scope(scope), call, without_reason(name, ended.status));
  }
}

}  // namespace quoth::host
