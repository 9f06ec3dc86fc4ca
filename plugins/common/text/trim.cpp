#include "text/trim.hpp"

#include "text/classes.hpp"
#include "text/utf8.hpp"

namespace quoth::text {

std::string_view trimmed(std::string_view text) noexcept {
  while (!text.empty()) {
    const code_point first = decode(text, 0);
    if (!is_space(first.value)) break;
    text.remove_prefix(first.size);
  }
  while (!text.empty()) {
    const code_point last = decode_before(text, text.size());
    if (!is_space(last.value)) break;
    text.remove_suffix(last.size);
  }
  return text;
}

std::string_view leading_words(std::string_view text, std::size_t most) noexcept {
  std::size_t count = 0, word_end = 0;
  for (const auto [value, at, size] : code_points(text)) {
    if (is_space(value)) word_end = at;
    if (count++ < most) continue;
    return text.substr(0, word_end > at / 2 ? word_end : at);
  }
  return text;
}

}  // namespace quoth::text
