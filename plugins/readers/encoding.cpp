#include "readers/encoding.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace quoth::readers {

namespace {

using std::string_view_literals::operator""sv;

constexpr std::size_t looked_at = 4096, least_evidence = 8;  // bytes

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> marks{{
    {"\xFF\xFE\0\0"sv, "UTF-32"},
    {"\0\0\xFE\xFF"sv, "UTF-32"},
    {"\xFF\xFE"sv, "UTF-16"},
    {"\xFE\xFF"sv, "UTF-16"},
}};

// UTF-16 of the scripts of Europe has a byte below 9 in every unit, on one side of it.
std::string_view wide_encoding(std::string_view bytes) {
  for (const auto& [mark, name] : marks)
    if (bytes.starts_with(mark)) return name;
  bytes = bytes.substr(0, looked_at);
  if (bytes.size() < least_evidence) return {};
  std::array<std::size_t, 2> low{};
  for (std::size_t i = 0; i < bytes.size(); ++i)
    low[i % 2] += static_cast<unsigned char>(bytes[i]) < 9;
  const std::size_t half = bytes.size() / 2;
  const auto most = [half](std::size_t count) { return count * 5 >= half * 4; };
  const auto few = [half](std::size_t count) { return count * 10 <= half; };
  if (most(low[1]) && few(low[0])) return "UTF-16LE";
  if (most(low[0]) && few(low[1])) return "UTF-16BE";
  return {};
}

// One byte a character: Cyrillic where most letters are beyond ASCII, and then by where the small
// ones lie; else what Western Europe used.
std::string_view narrow_encoding(std::string_view bytes) {
  std::size_t ascii = 0, lower_half = 0, upper_half = 0;
  for (const char c : bytes.substr(0, looked_at)) {
    const auto byte = static_cast<unsigned char>(c);
    ascii += (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
    lower_half += byte >= 0xC0 && byte < 0xE0;
    upper_half += byte >= 0xE0;
  }
  if (lower_half + upper_half <= ascii) return "CP1252";
  return upper_half >= lower_half ? "CP1251" : "KOI8-U";
}

}  // namespace

bool is_wide(std::string_view bytes) {
  return !wide_encoding(bytes).empty();
}

std::string conversion_advice(std::string_view bytes, std::string_view path) {
  const std::string_view wide = wide_encoding(bytes);
  const std::string name(wide.empty() ? narrow_encoding(bytes) : wide);
  const std::string file(path == "-" ? "FILE" : path);
  return "it looks like " + name + ": iconv -f " + name + " -t UTF-8 " + file + " > CONVERTED";
}

}  // namespace quoth::readers
