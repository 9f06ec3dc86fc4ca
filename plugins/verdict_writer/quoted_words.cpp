#include "quoted_words.hpp"

#include <cstdint>
#include <text/classes.hpp>
#include <text/utf8.hpp>

namespace quoth::verdicts {

double quoted_share(std::string_view text) noexcept {
  std::uint32_t words = 0, quoted = 0;
  bool inside_word = false, inside_marks = false;
  for (auto [value, at, size] : text::code_points(text)) {
    if (text::is_double_quotation_mark(value)) inside_marks = !inside_marks;
    if (text::is_space(value)) inside_word = false;
    if (inside_word || !(text::is_letter(value) || text::is_digit(value))) continue;
    inside_word = true;
    ++words;
    if (inside_marks) ++quoted;
  }
  return words == 0 ? 0.0 : static_cast<double>(quoted) / words;
}

}  // namespace quoth::verdicts
