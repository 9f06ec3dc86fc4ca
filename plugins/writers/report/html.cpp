#include "writers/report/html.hpp"

#include <text/classes.hpp>
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

std::string clipped(std::string_view text, std::size_t most) {
  std::size_t count = 0, space = 0;
  for (const auto [value, at, size] : text::code_points(text)) {
    if (count++ == most) {
      const std::size_t end = space > at / 2 ? space : at;
      return std::string(text.substr(0, end)) + "…";
    }
    if (text::is_space(value)) space = at;
  }
  return std::string(text);
}

}  // namespace quoth::writers
