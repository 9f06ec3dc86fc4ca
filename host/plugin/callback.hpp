// Calling into a plugin: no exception comes back, and every failure says why.
#ifndef QUOTH_HOST_PLUGIN_CALLBACK_HPP
#define QUOTH_HOST_PLUGIN_CALLBACK_HPP

#include <quoth/abi.h>

#include <chrono>
#include <exception>
#include <string>
#include <string_view>

#include "host/plugin/call.hpp"
#include "host/plugin/services.hpp"
#include "host/plugin/step.hpp"

namespace quoth::host {

/// Which part of the run a callback's QUOTH_FAILED, QUOTH_NO_MEMORY and misbehaviour concern.
enum class callback_scope {
  document,  // this document or item, or this input: others can go on
  run        // the step, and so the run
};

/// How a callback ended, before it is translated for the engine.
struct callback_end {
  quoth_status status = QUOTH_OK;
  std::string threw;  // what() of an exception that left the callback
  bool thrown = false;
};

/// Translates the end of a callback into what the engine acts on; nothing where it went well.
/// `name` is the callback's, such as "process".
step_outcome judge(const callback_end& ended, const running_call& call, const host_side& side,
                   const stage_entry& entry, std::string_view name, callback_scope scope,
                   std::chrono::milliseconds timeout);

/// Calls `callback`, which returns a status, and keeps what it throws: the last net, since the
/// contract forbids it.
template <class Callback>
callback_end call_plugin(Callback&& callback) {
  callback_end ended;
  try {
    ended.status = callback();
  } catch (const std::exception& e) {
    ended.thrown = true;
    ended.threw = e.what();
  } catch (...) {
    ended.thrown = true;
    ended.threw = "an exception of its own type";
  }
  return ended;
}

}  // namespace quoth::host

#endif
