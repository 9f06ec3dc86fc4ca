// A parameter's value: typed, and owning what it refers to.
#ifndef QUOTH_HOST_PLUGIN_VALUE_HPP
#define QUOTH_HOST_PLUGIN_VALUE_HPP

#include <quoth/abi.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace quoth::host {

/// The value of one parameter of a stage, as the pipeline gives it or as its default.
struct value {
  std::uint32_t type = 0;         // QUOTH_PARAM_*, or 0: not given and without default
  std::int64_t integer = 0;       // BOOL (0, 1), INT, CHOICE (index), DURATION (ms), BYTES
  double real = 0;                // REAL
  std::string string;             // STRING, CHOICE (its text), FILE and OUTPUT (absolute path)
  std::vector<std::string> list;  // LIST

  static value none() { return {}; }
  static value boolean(bool yes) { return {QUOTH_PARAM_BOOL, yes ? 1 : 0, 0, {}, {}}; }
  static value of_int(std::int64_t number) { return {QUOTH_PARAM_INT, number, 0, {}, {}}; }
  static value of_real(double number) { return {QUOTH_PARAM_REAL, 0, number, {}, {}}; }
  static value of_string(std::string text) {
    return {QUOTH_PARAM_STRING, 0, 0, std::move(text), {}};
  }
  static value choice(std::int64_t index, std::string text) {
    return {QUOTH_PARAM_CHOICE, index, 0, std::move(text), {}};
  }
  static value duration(std::chrono::milliseconds time) {
    return {QUOTH_PARAM_DURATION, time.count(), 0, {}, {}};
  }
  static value bytes(std::int64_t count) { return {QUOTH_PARAM_BYTES, count, 0, {}, {}}; }
  static value file(std::string path) { return {QUOTH_PARAM_FILE, 0, 0, std::move(path), {}}; }
  static value output(std::string path) { return {QUOTH_PARAM_OUTPUT, 0, 0, std::move(path), {}}; }
  static value of_list(std::vector<std::string> entries) {
    return {QUOTH_PARAM_LIST, 0, 0, {}, std::move(entries)};
  }

  /// A copy of a (valid) value of the contract, such as a parameter's default.
  static value from(const quoth_value& given);

  [[nodiscard]] bool given() const { return type != 0; }

  /// The value as the contract has it: a view into this value, and into `entries`, which it fills
  /// where this is a LIST. Valid while neither changes.
  [[nodiscard]] quoth_value view(std::vector<quoth_string>& entries) const;

  /// As it would stand in XML: "true", "0.5", "30s", "16M", "a,b". Empty where not given.
  [[nodiscard]] std::string text() const;

  friend bool operator==(const value&, const value&) = default;
};

/// 90000 → "90s", 120000 → "2m", 1500 → "1500ms": in the largest unit that fits exactly.
[[nodiscard]] std::string duration_text(std::int64_t milliseconds);
/// 65536 → "64K", 1000 → "1000": in the largest unit that fits exactly.
[[nodiscard]] std::string bytes_text(std::int64_t bytes);

}  // namespace quoth::host

#endif
