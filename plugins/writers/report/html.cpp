#include "writers/report/html.hpp"

#include <text/utf8.hpp>

namespace quoth::writers {

namespace {

// What stands for a character in markup; empty: itself.
std::string_view entity_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      break;
  }
  const auto byte = static_cast<unsigned char>(c);
  const bool control = byte < 0x20 || byte == 0x7F;
  return control && c != '\t' && c != '\n' ? "\uFFFD" : "";
}

bool ends_line(char32_t c) {
  return (c >= U'\n' && c <= U'\r') || c == 0x85 || c == U'\u2028' || c == U'\u2029';
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
  std::size_t plain = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view entity = entity_of(text[at]);
    if (entity.empty()) continue;
    out += text.substr(plain, at - plain);
    out += entity;
    plain = at + 1;
  }
  out += text.substr(plain);
}

std::string on_one_line(std::string_view text) {
  std::string line;
  for (const auto [value, at, size] : text::code_points(text))
    ends_line(value) ? line += ' ' : line += text.substr(at, size);
  return line;
}

std::string clipped(std::string_view text, std::size_t most) {
  std::string cut(text::leading_words(text, most));
  return cut.size() < text.size() ? cut += "…" : cut;
}

}  // namespace quoth::writers
