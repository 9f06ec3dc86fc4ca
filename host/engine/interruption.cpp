#include "host/engine/interruption.hpp"

namespace quoth::host {

namespace {

std::atomic<bool> flag{false};
std::atomic<int> number{0};
static_assert(std::atomic<bool>::is_always_lock_free && std::atomic<int>::is_always_lock_free);

void note(int signal) {
  number = signal;
  flag = true;
}

}  // namespace

interruption::interruption() {
  flag = false;
  number = 0;
  struct sigaction action {};
  action.sa_handler = note;
  action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
  sigemptyset(&action.sa_mask);
  ::sigaction(SIGINT, &action, &before_int_);
  ::sigaction(SIGTERM, &action, &before_term_);
}

interruption::~interruption() {
  ::sigaction(SIGINT, &before_int_, nullptr);
  ::sigaction(SIGTERM, &before_term_, nullptr);
}

const std::atomic<bool>& interruption::requested() {
  return flag;
}

int interruption::signal_number() {
  return number;
}

}  // namespace quoth::host
