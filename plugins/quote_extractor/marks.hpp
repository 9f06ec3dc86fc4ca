// Quotation marks in a text, and what each of them may do where it stands.
//
// Thread rule: all functions are pure.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace quoth::quotes {

// Marks that can open and close one another. Writers mix the glyphs of one family (“A", „A”, ''A"),
// so the family decides what pairs, not the glyph.
enum class mark_family : std::uint8_t {
  double_mark,       // “ ” „ ‟ " '' ``
  single_mark,       // ‘ ’ ‚ ‛ '
  guillemet,         // « »
  single_guillemet,  // ‹ ›
  corner,            // 「 」
  white_corner,      // 『 』
};
inline constexpr std::size_t mark_families = 6;

struct mark {
  std::uint32_t begin = 0;  // bytes
  std::uint32_t end = 0;
  mark_family family = mark_family::double_mark;
  bool can_open = false;
  bool can_close = false;
  // A possible plural possessive (the judges’ ruling): closes only where no better mark follows.
  bool weak = false;
};

// Appends the marks of `text`, in order. Apostrophes, feet and inches are no marks. Linear.
void find_marks(std::string_view text, std::vector<mark>& out);

}  // namespace quoth::quotes
