#include "addresses.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace quoth::segmenter {

namespace {

constexpr std::size_t longest_host = 253;  // bytes, RFC 1035

// Domains that a newsroom's texts name. Unlisted ones are words and full stops, which is what a
// missing space after a sentence looks like.
constexpr std::array<std::string_view, 44> top_level_domains{
    "ai", "app", "at",   "au",     "be",  "biz", "blog", "br", "by",  "ca",  "ch",
    "cn", "co",  "com",  "cz",     "de",  "edu", "es",   "eu", "fi",  "fr",  "gov",
    "ie", "in",  "info", "int",    "io",  "it",  "jp",   "me", "mil", "net", "news",
    "nl", "no",  "nz",   "online", "org", "pl",  "ru",   "se", "tv",  "ua",  "uk"};

[[nodiscard]] bool is_host_byte(char byte) noexcept {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= '0' && byte <= '9') || byte == '-';
}

[[nodiscard]] bool is_lower_ascii(char byte) noexcept {
  return byte >= 'a' && byte <= 'z';
}

[[nodiscard]] bool is_address_byte(char byte) noexcept {
  return byte > ' ' && byte != 0x7F && byte != '"' && byte != '<' && byte != '>' && byte != '`' &&
         static_cast<unsigned char>(byte) < 0x80;
}

[[nodiscard]] bool starts_with_ignoring_case(std::string_view text, std::size_t at,
                                             std::string_view lower) noexcept {
  if (text.size() - at < lower.size()) return false;
  for (std::size_t i = 0; i < lower.size(); ++i) {
    const char byte = text[at + i];
    if ((byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte) != lower[i])
      return false;
  }
  return true;
}

// The end of the path, query and fragment from `at`, without the marks of the sentence around it.
// Letters beyond ASCII end an address: texts carry them percent-encoded, and typographic quotation
// marks do not belong to it.
[[nodiscard]] std::size_t end_of_path(std::string_view text, std::size_t at) noexcept {
  std::size_t end = at;
  std::size_t open = 0;
  for (; end < text.size() && is_address_byte(text[end]); ++end) {
    if (text[end] == '(') ++open;
    if (text[end] == ')') {
      if (open == 0) break;
      --open;
    }
  }
  constexpr std::string_view closing = ".,;:!?'(]}*";
  while (end > at && closing.find(text[end - 1]) != std::string_view::npos) --end;
  return end;
}

// The end of the host from `begin`, 0 unless it ends in a well-known top-level domain.
[[nodiscard]] std::size_t end_of_host(std::string_view text, std::size_t begin) noexcept {
  const std::size_t limit = std::min(text.size(), begin + longest_host);
  std::size_t at = begin;
  std::size_t last_part = begin;
  std::size_t parts = 0;
  for (;;) {
    const std::size_t part = at;
    while (at < limit && is_host_byte(text[at])) ++at;
    if (at == part) break;
    last_part = part;
    ++parts;
    if (at + 1 >= limit || text[at] != '.' || !is_host_byte(text[at + 1])) break;
    ++at;
  }
  const std::string_view domain = text.substr(last_part, at - last_part);
  const bool known = std::ranges::binary_search(top_level_domains, domain);
  return parts >= 2 && known && at < begin + longest_host ? at : 0;
}

}  // namespace

std::size_t end_of_address(std::string_view text, std::size_t at) noexcept {
  const char first = static_cast<char>(text[at] | 0x20);
  if (first != 'h' && first != 'w') return 0;
  for (const std::string_view prefix : {"https://", "http://", "www."}) {
    if (!starts_with_ignoring_case(text, at, prefix)) continue;
    const std::size_t end = end_of_path(text, at + prefix.size());
    if (end > at + prefix.size()) return end;
  }
  return 0;
}

std::size_t end_of_joined_address(std::string_view text, std::size_t begin,
                                  std::size_t end) noexcept {
  if (end + 1 >= text.size()) return 0;
  if (text[end] == '@') return end_of_host(text, end + 1);
  if (text[end] != '.' || !is_lower_ascii(text[end + 1]) || end - begin > longest_host) return 0;
  std::size_t host = end_of_host(text, begin);
  if (host == 0) return 0;
  if (host < text.size() && text[host] == '@') return end_of_host(text, host + 1);
  if (host < text.size() && text[host] == '/') host = end_of_path(text, host);
  return host;
}

}  // namespace quoth::segmenter
