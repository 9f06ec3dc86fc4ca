#include "writers/claimreview/file_name.hpp"

#include <algorithm>
#include <text/classes.hpp>
#include <text/utf8.hpp>

namespace quoth::writers {

namespace {

constexpr std::size_t longest = 60;  // bytes: file systems take 255 for a whole name
constexpr std::size_t ordinal_digits = 6;
constexpr std::string_view digits = "0123456789";

bool is_kept(char32_t c) {
  if (c < 0x80) return text::is_letter(c) || text::is_digit(c) || c == '_' || c == '.';
  return text::is_letter(c) || text::is_digit(c);
}

}  // namespace

std::string readable_part(std::string_view id) {
  std::string kept;
  bool gap = false;
  for (const auto [value, at, size] : text::code_points(id)) {
    if (!is_kept(value) || value == text::replacement_character) {
      gap = true;
      continue;
    }
    if (kept.empty() && value == '.') continue;
    if (kept.size() + size + 1 > longest) break;
    if (gap && !kept.empty()) kept += '-';
    gap = false;
    kept += id.substr(at, size);
  }
  while (!kept.empty() && kept.back() == '.') kept.pop_back();
  return kept;
}

std::string file_name(std::uint64_t document, std::string_view readable, std::uint32_t claim) {
  const std::string ordinal = std::to_string(document + 1);
  std::string name(ordinal_digits - std::min(ordinal.size(), ordinal_digits), '0');
  name += ordinal;
  if (!readable.empty()) name.append("-").append(readable);
  return name + "-c" + std::to_string(claim + 1);
}

bool is_file_of_a_review(std::string_view name) {
  const auto take_off = [&](std::string_view ending) {
    if (!name.ends_with(ending)) return false;
    name.remove_suffix(ending.size());
    return true;
  };
  take_off(".part");
  if (!take_off(".jsonld") && !take_off(".html")) return false;
  const std::size_t ordinal_end = name.find_first_not_of(digits);
  const std::size_t claim = name.rfind("-c");
  return claim != std::string_view::npos && ordinal_end >= ordinal_digits &&
         name[ordinal_end] == '-' && claim + 2 < name.size() &&
         name.find_first_not_of(digits, claim + 2) == std::string_view::npos;
}

std::string percent_encoded(std::string_view id) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : id) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = byte < 0x80 && (text::is_letter(byte) || text::is_digit(byte));
    if (plain || c == '-' || c == '.' || c == '_' || c == '~') {
      encoded += c;
    } else {
      encoded += '%';
      encoded += hex[byte >> 4];
      encoded += hex[byte & 0xF];
    }
  }
  return encoded;
}

}  // namespace quoth::writers
