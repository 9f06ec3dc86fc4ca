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

}  // namespace quoth::text
