// JSON as the engine writes it: the journal, the quarantine and the manifest.
#ifndef QUOTH_HOST_ENGINE_JSON_TEXT_HPP
#define QUOTH_HOST_ENGINE_JSON_TEXT_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quoth::host {

/// Writes one JSON value, keys in the order of the calls. Strings may be any bytes: what is not
/// UTF-8 (a file's name may be anything) is written as U+FFFD.
class json_text {
 public:
  /// `indented`: one entry a line, for people; else everything on one line.
  explicit json_text(bool indented) : indented_(indented) {}

  json_text& begin_object() { return begin('{'); }
  json_text& end_object() { return end('}'); }
  json_text& begin_array() { return begin('['); }
  json_text& end_array() { return end(']'); }
  json_text& key(std::string_view name);

  json_text& string(std::string_view text);
  json_text& number(std::uint64_t value);
  json_text& number(std::int64_t value);
  /// Three decimals: seconds to the millisecond.
  json_text& seconds(double value);
  json_text& boolean(bool value);
  json_text& null();

  /// key(name).string(text), and so on.
  json_text& member(std::string_view name, std::string_view text) { return key(name).string(text); }
  json_text& member(std::string_view name, std::uint64_t value) { return key(name).number(value); }

  /// The text so far, ended with a line break.
  [[nodiscard]] std::string take() &&;

 private:
  json_text& begin(char bracket);
  json_text& end(char bracket);
  void before_value();
  void new_line();

  std::string out_;
  bool indented_;
  bool after_key_ = false;
  std::vector<bool> has_entries_;  // of the open objects and arrays
};

/// `text` as a JSON string, with its quotation marks, at the end of `out`.
void append_json_string(std::string& out, std::string_view text);

}  // namespace quoth::host

#endif
