// How a room of the host tells another that something went wrong: no exception crosses between
// them, and a message is written for the user who has to act on it.
#ifndef QUOTH_HOST_RESULT_HPP
#define QUOTH_HOST_RESULT_HPP

#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace quoth::host {

/// The program's exit codes; scripts rely on them.
enum class exit_code : int {
  ok = 0,           // all documents done
  quarantined = 1,  // some documents failed, the others are done
  usage = 2,        // the command line makes no sense
  input = 65,       // an input, or a file that a stage reads, is unusable
  internal = 70,    // a stage or the host failed in a way that its input does not explain
  io = 74,          // reading or writing failed; what was written stays valid
  config = 78       // the pipeline or a plugin is at fault
};

/// Why something could not be done: one or more sentences for the user, without a final newline.
struct failure {
  exit_code code = exit_code::internal;
  std::string message;
};

/// Either a T or the failure that prevented it.
template <class T>
class [[nodiscard]] result {
 public:
  result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  result(failure why) : state_(std::in_place_index<1>, std::move(why)) {}

  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  /// The T; only where ok().
  [[nodiscard]] T& value() & { return *std::get_if<0>(&state_); }
  [[nodiscard]] const T& value() const& { return *std::get_if<0>(&state_); }
  [[nodiscard]] T&& value() && { return std::move(*std::get_if<0>(&state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  /// The failure; only where not ok(). May be moved on into another result.
  [[nodiscard]] failure& error() & { return *std::get_if<1>(&state_); }
  [[nodiscard]] const failure& error() const& { return *std::get_if<1>(&state_); }
  [[nodiscard]] failure&& error() && { return std::move(*std::get_if<1>(&state_)); }

 private:
  std::variant<T, failure> state_;
};

/// Success without a value, or a failure.
template <>
class [[nodiscard]] result<void> {
 public:
  result() = default;
  result(failure why) : why_(std::move(why)) {}

  [[nodiscard]] bool ok() const { return !why_.has_value(); }
  explicit operator bool() const { return ok(); }

  /// The failure; only where not ok().
  [[nodiscard]] failure& error() & { return *why_; }
  [[nodiscard]] const failure& error() const& { return *why_; }
  [[nodiscard]] failure&& error() && { return std::move(*why_); }

 private:
  std::optional<failure> why_;
};

}  // namespace quoth::host

#endif
