#include "host/plugin/call.hpp"

#include <utility>

namespace quoth::host {

namespace {
thread_local running_call* innermost = nullptr;
}

running_call::running_call(std::chrono::milliseconds timeout) : outer_(innermost) {
  if (timeout.count() > 0) deadline_ = clock::now() + timeout;
  innermost = this;
}

running_call::~running_call() {
  innermost = outer_;
}

running_call* running_call::current() {
  return innermost;
}

void running_call::report(std::string message, std::uint32_t begin, std::uint32_t end) {
  reported_ = true;
  message_ = std::move(message);
  begin_ = begin;
  end_ = end;
}

void running_call::refuse(std::string message) {
  refused_ = true;
  report(std::move(message), QUOTH_NO_OFFSET, QUOTH_NO_OFFSET);
}

}  // namespace quoth::host
