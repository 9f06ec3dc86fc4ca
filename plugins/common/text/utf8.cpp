#include <cstring>
#include <text/utf8.hpp>

namespace quoth::text {

namespace {

constexpr code_point malformed{replacement_character, 1};

[[nodiscard]] constexpr unsigned byte_at(std::string_view text, std::size_t at) noexcept {
  return static_cast<unsigned char>(text[at]);
}

}  // namespace

code_point detail::decode_multibyte(std::string_view text, std::size_t at) noexcept {
  const unsigned lead = byte_at(text, at);
  const std::size_t left = text.size() - at;
  const auto tail = [&](std::size_t i) -> char32_t { return byte_at(text, at + i) & 0x3F; };
  const auto continues = [&](std::size_t i) { return is_continuation(text[at + i]); };

  if (lead >= 0xC2 && lead <= 0xDF) {
    if (left < 2 || !continues(1)) return malformed;
    return {(lead & 0x1Fu) << 6 | tail(1), 2};
  }
  if ((lead & 0xF0) == 0xE0) {
    if (left < 3 || !continues(1) || !continues(2)) return malformed;
    const char32_t value = (lead & 0x0Fu) << 12 | tail(1) << 6 | tail(2);
    if (value < 0x800 || (value >= 0xD800 && value <= 0xDFFF)) return malformed;
    return {value, 3};
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    if (left < 4 || !continues(1) || !continues(2) || !continues(3)) return malformed;
    const char32_t value = (lead & 0x07u) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3);
    if (value < 0x10000 || value > 0x10FFFF) return malformed;
    return {value, 4};
  }
  return malformed;
}

code_point decode_before(std::string_view text, std::size_t end) noexcept {
  if (end == 0 || end > text.size()) return {0, 0};
  std::size_t begin = end - 1;
  if (is_ascii(text[begin])) return {static_cast<char32_t>(text[begin]), 1};
  while (begin > 0 && end - begin < 4 && is_continuation(text[begin])) --begin;
  const code_point found = decode(text.substr(0, end), begin);
  return found.size == end - begin ? found : malformed;
}

void append(std::string& out, char32_t value) {
  if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) value = replacement_character;
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (value < 0x80) {
    put(value);
  } else if (value < 0x800) {
    put(0xC0 | value >> 6);
    put(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    put(0xE0 | value >> 12);
    put(0x80 | (value >> 6 & 0x3F));
    put(0x80 | (value & 0x3F));
  } else {
    put(0xF0 | value >> 18);
    put(0x80 | (value >> 12 & 0x3F));
    put(0x80 | (value >> 6 & 0x3F));
    put(0x80 | (value & 0x3F));
  }
}

std::size_t ascii_prefix(std::string_view text) noexcept {
  std::size_t at = 0;
  for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t block;
    std::memcpy(&block, text.data() + at, sizeof block);
    if ((block & 0x8080808080808080u) != 0) break;
  }
  while (at < text.size() && is_ascii(text[at])) ++at;
  return at;
}

std::optional<std::size_t> first_malformed(std::string_view text) noexcept {
  std::size_t at = ascii_prefix(text);
  while (at < text.size()) {
    const code_point here = decode(text, at);
    if (here.value == replacement_character && here.size == 1) return at;
    at += here.size;
    if (at < text.size() && is_ascii(text[at])) at += ascii_prefix(text.substr(at));
  }
  return std::nullopt;
}

std::size_t count_code_points(std::string_view text) noexcept {
  std::size_t count = 0;
  for (const char byte : text) count += is_continuation(byte) ? 0 : 1;
  return count;
}

}  // namespace quoth::text
