// Places in the text of a document and among its rows.
//
// Thread rule: all functions are pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <quoth/plugin.hpp>
#include <string_view>
#include <text/classes.hpp>
#include <text/utf8.hpp>

namespace quoth::record_writing {

inline constexpr std::uint32_t none = QUOTH_NO_ROW;

// Quotations before a place, where one of them is sought.
inline constexpr std::size_t looked_at = 8;

// Without white space at both ends.
[[nodiscard]] inline span trimmed(std::string_view text, span where) noexcept {
  while (where.begin < where.end) {
    const text::code_point here = text::decode(text, where.begin);
    if (!text::is_space(here.value)) break;
    where.begin += here.size;
  }
  while (where.end > where.begin) {
    const text::code_point here = text::decode_before(text, where.end);
    if (!text::is_space(here.value)) break;
    where.end -= here.size;
  }
  return where;
}

// Without white space, commas, full stops and quotation marks at its end.
[[nodiscard]] inline span without_marks(std::string_view text, span where) noexcept {
  while (where.end > where.begin) {
    const text::code_point here = text::decode_before(text, where.end);
    const bool mark = text::is_space(here.value) || here.value == U',' || here.value == U'.' ||
                      here.value == U'"' || here.value == U'”';
    if (!mark) break;
    where.end -= here.size;
  }
  return where;
}

// Whether there is a letter or a digit.
[[nodiscard]] inline bool has_letter(std::string_view text) noexcept {
  for (const auto [value, at, size] : text::code_points(text)) {
    if (text::is_letter(value) || text::is_digit(value)) return true;
  }
  return false;
}

// The number of rows, in the order of the text, for which `before(where)` holds: those in front.
template <class Rows, class Before>
[[nodiscard]] std::uint32_t rows_before(const Rows& all, Before before) {
  std::uint32_t first = 0;
  for (std::uint32_t last = all.size(); first < last;) {
    const std::uint32_t middle = first + (last - first) / 2;
    if (before(all.where(middle))) {
      first = middle + 1;
    } else {
      last = middle;
    }
  }
  return first;
}

}  // namespace quoth::record_writing
