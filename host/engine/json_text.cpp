#include "host/engine/json_text.hpp"

#include <array>
#include <cstdio>
#include <utility>

#include "host/document/document.hpp"

namespace quoth::host {

namespace {

/// Appends text that is UTF-8, escaped.
void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20) {
          out += c;
        } else {
          std::array<char, 8> escape{};
          std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(c));
          out += escape.data();
        }
    }
  }
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t bad = document::first_bad_byte(text);
  while (bad < text.size()) {
    append_escaped(out, text.substr(0, bad));
    out += "\xEF\xBF\xBD";
    text.remove_prefix(bad + 1);
    bad = document::sound_front(text);
  }
  append_escaped(out, text);
  out += '"';
}

json_text& json_text::key(std::string_view name) {
  before_value();
  append_json_string(out_, name);
  out_ += indented_ ? ": " : ":";
  after_key_ = true;
  return *this;
}

json_text& json_text::string(std::string_view text) {
  before_value();
  append_json_string(out_, text);
  return *this;
}

json_text& json_text::number(std::uint64_t value) {
  before_value();
  out_ += std::to_string(value);
  return *this;
}

json_text& json_text::number(std::int64_t value) {
  before_value();
  out_ += std::to_string(value);
  return *this;
}

json_text& json_text::seconds(double value) {
  before_value();
  std::array<char, 64> digits{};
  std::snprintf(digits.data(), digits.size(), "%.3f", value);
  out_ += digits.data();
  return *this;
}

json_text& json_text::boolean(bool value) {
  before_value();
  out_ += value ? "true" : "false";
  return *this;
}

json_text& json_text::null() {
  before_value();
  out_ += "null";
  return *this;
}

std::string json_text::take() && {
  out_ += '\n';
  return std::move(out_);
}

json_text& json_text::begin(char bracket) {
  before_value();
  out_ += bracket;
  has_entries_.push_back(false);
  return *this;
}

json_text& json_text::end(char bracket) {
  const bool had_entries = has_entries_.back();
  has_entries_.pop_back();
  if (had_entries) new_line();
  out_ += bracket;
  return *this;
}

void json_text::before_value() {
  if (std::exchange(after_key_, false) || has_entries_.empty()) return;
  if (has_entries_.back()) out_ += ',';
  has_entries_.back() = true;
  new_line();
}

void json_text::new_line() {
  if (!indented_) return;
  out_ += '\n';
  out_.append(2 * has_entries_.size(), ' ');
}

}  // namespace quoth::host
