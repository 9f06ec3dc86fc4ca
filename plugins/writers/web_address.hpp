// Addresses that come from documents.
#pragma once

#include <algorithm>
#include <string_view>

namespace quoth::writers {

// Whether `url` is an http or https address that may be linked: no other scheme (javascript:,
// data:, file:), no white space or control characters.
[[nodiscard]] inline bool is_web_address(std::string_view url) {
  const auto starts = [&](std::string_view scheme) {
    return url.size() > scheme.size() &&
           std::equal(scheme.begin(), scheme.end(), url.begin(),
                      [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + 32 : b); });
  };
  return (starts("http://") || starts("https://")) && std::ranges::none_of(url, [](char c) {
           return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F;
         });
}

}  // namespace quoth::writers
