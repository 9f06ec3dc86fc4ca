#include "marks.hpp"

#include <array>
#include <optional>
#include <text/classes.hpp>
#include <text/utf8.hpp>

namespace quoth::quotes {
namespace {

enum class glyph : std::uint8_t {
  straight_double,
  straight_single,
  backtick,
  left_double,      // “, which closes in German
  right_double,     // ”
  low_double,       // „
  reversed_double,  // ‟
  left_single,      // ‘, which closes in German
  right_single,     // ’, mostly an apostrophe
  low_single,       // ‚
  reversed_single,  // ‛
  left_guillemet,   // «, which closes in »German«
  right_guillemet,  // »
  left_angle,       // ‹
  right_angle,      // ›
  left_corner,
  right_corner,
  left_white_corner,
  right_white_corner,
};

struct glyph_at {
  glyph kind;
  std::uint32_t size;  // bytes
};

// Bytes that begin a quotation mark, with false alarms among the lead bytes.
consteval std::array<bool, 256> make_lead_bytes() {
  std::array<bool, 256> leads{};
  for (const unsigned lead : {0x22U, 0x27U, 0x60U, 0xC2U, 0xE2U, 0xE3U}) leads[lead] = true;
  return leads;
}
constexpr std::array<bool, 256> lead_bytes = make_lead_bytes();

unsigned byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

std::optional<glyph_at> general_punctuation(unsigned last) {
  switch (last) {
    case 0x98:
      return glyph_at{glyph::left_single, 3};
    case 0x99:
      return glyph_at{glyph::right_single, 3};
    case 0x9A:
      return glyph_at{glyph::low_single, 3};
    case 0x9B:
      return glyph_at{glyph::reversed_single, 3};
    case 0x9C:
      return glyph_at{glyph::left_double, 3};
    case 0x9D:
      return glyph_at{glyph::right_double, 3};
    case 0x9E:
      return glyph_at{glyph::low_double, 3};
    case 0x9F:
      return glyph_at{glyph::reversed_double, 3};
    case 0xB9:
      return glyph_at{glyph::left_angle, 3};
    case 0xBA:
      return glyph_at{glyph::right_angle, 3};
    default:
      return std::nullopt;
  }
}

std::optional<glyph_at> glyph_at_byte(std::string_view text, std::size_t at) {
  const unsigned second = byte_at(text, at + 1);
  switch (byte_at(text, at)) {
    case 0x22:
      return glyph_at{glyph::straight_double, 1};
    case 0x27:
      return glyph_at{glyph::straight_single, 1};
    case 0x60:
      return glyph_at{glyph::backtick, 1};
    case 0xC2:
      if (second == 0xAB) return glyph_at{glyph::left_guillemet, 2};
      if (second == 0xBB) return glyph_at{glyph::right_guillemet, 2};
      return std::nullopt;
    case 0xE2:
      return second == 0x80 ? general_punctuation(byte_at(text, at + 2)) : std::nullopt;
    case 0xE3:
      if (second != 0x80) return std::nullopt;
      switch (byte_at(text, at + 2)) {
        case 0x8C:
          return glyph_at{glyph::left_corner, 3};
        case 0x8D:
          return glyph_at{glyph::right_corner, 3};
        case 0x8E:
          return glyph_at{glyph::left_white_corner, 3};
        case 0x8F:
          return glyph_at{glyph::right_white_corner, 3};
        default:
          return std::nullopt;
      }
    default:
      return std::nullopt;
  }
}

mark_family family_of(glyph kind) {
  switch (kind) {
    case glyph::straight_single:
    case glyph::left_single:
    case glyph::right_single:
    case glyph::low_single:
    case glyph::reversed_single:
      return mark_family::single_mark;
    case glyph::left_guillemet:
    case glyph::right_guillemet:
      return mark_family::guillemet;
    case glyph::left_angle:
    case glyph::right_angle:
      return mark_family::single_guillemet;
    case glyph::left_corner:
    case glyph::right_corner:
      return mark_family::corner;
    case glyph::left_white_corner:
    case glyph::right_white_corner:
      return mark_family::white_corner;
    default:
      return mark_family::double_mark;
  }
}

bool opens_bracket(char32_t c) {
  return c == U'(' || c == U'[' || c == U'{' || c == U'/';
}

struct surroundings {
  char32_t left;  // 0 at the border of the text
  char32_t right;
  bool space_left;
  bool space_right;
};

surroundings look_around(std::string_view text, std::size_t begin, std::size_t end) {
  const char32_t left = text::decode_before(text, begin).value;
  const char32_t right = text::decode(text, end).value;
  return {left, right, left == 0 || text::is_space(left), right == 0 || text::is_space(right)};
}

// What white space and punctuation around a mark without direction say.
void judge_by_surroundings(const surroundings& around, mark& m) {
  if (around.space_left != around.space_right) {
    m.can_open = around.space_left;
    m.can_close = around.space_right;
    return;
  }
  const bool after_opening = opens_bracket(around.left) || text::is_dash(around.left) ||
                             text::is_quotation_mark(around.left);
  const bool before_closing =
      text::is_punctuation(around.right) && !opens_bracket(around.right) && !around.space_right;
  m.can_open = after_opening || !before_closing;
  m.can_close = before_closing || !after_opening;
}

// 6'2" is a height, whatever is open.
bool ends_feet_and_inches(std::string_view text, std::size_t at) {
  std::size_t digit = at;
  while (digit > 0 && at - digit < 3 && byte_at(text, digit - 1) - '0' < 10U) --digit;
  if (digit == at || digit < 2) return false;
  const char32_t feet = text::decode_before(text, digit).value;
  if (!text::is_apostrophe(feet) && feet != U'\u2032') return false;
  const std::size_t before = digit - text::decode_before(text, digit).size;
  return before > 0 && byte_at(text, before - 1) - '0' < 10U;
}

// '90s, ’68: a year without its century.
bool begins_short_year(std::string_view text, std::size_t end) {
  if (byte_at(text, end) - '0' > 9U || byte_at(text, end + 1) - '0' > 9U) return false;
  const char32_t next = text::decode(text, end + 2).value;
  return next == U's' || !(text::is_letter(next) || text::is_digit(next));
}

bool in_word(char32_t c) {
  return text::is_letter(c) || text::is_digit(c);
}

// False when the single mark is an apostrophe.
bool judge_single(std::string_view text, glyph kind, mark& m) {
  const surroundings around = look_around(text, m.begin, m.end);
  if (in_word(around.left) && in_word(around.right)) return false;
  if (kind == glyph::low_single || kind == glyph::reversed_single) {
    m.can_open = !around.space_right;
    return m.can_open;
  }
  if (around.space_left && around.space_right) return false;
  if (around.space_left && begins_short_year(text, m.end)) return false;
  judge_by_surroundings(around, m);
  if (kind == glyph::right_single) m.can_open = false;
  if (kind == glyph::left_single && m.can_open) m.can_close = false;
  const bool after_s = around.left == U's' || around.left == U'S' || around.left == U'z';
  m.weak = m.can_close && kind != glyph::left_single && after_s && around.space_right &&
           in_word(text::decode(text, m.end + 1).value);
  return m.can_open || m.can_close;
}

void judge_double(std::string_view text, glyph kind, mark& m) {
  const surroundings around = look_around(text, m.begin, m.end);
  switch (kind) {
    case glyph::low_double:
    case glyph::reversed_double:
    case glyph::left_corner:
    case glyph::left_white_corner:
      m.can_open = true;
      return;
    case glyph::right_corner:
    case glyph::right_white_corner:
      m.can_close = true;
      return;
    case glyph::left_double:
      m.can_open = !around.space_right || around.space_left;
      m.can_close = !around.space_left && !in_word(around.right);
      return;
    case glyph::right_double:
      m.can_close = true;
      m.can_open = around.space_left && !around.space_right;
      return;
    case glyph::left_guillemet:
    case glyph::left_angle:
      m.can_open = !(around.space_right && !around.space_left);
      m.can_close = !around.space_left;
      return;
    case glyph::right_guillemet:
    case glyph::right_angle:
      m.can_close = !(around.space_left && !around.space_right);
      m.can_open = !around.space_right;
      return;
    default:
      judge_by_surroundings(around, m);
      return;
  }
}

// '' and `` stand for a double mark; in ''' the outer mark of a close and of an opening differ.
std::uint32_t size_of_doubled_single(std::string_view text, std::size_t at, glyph kind) {
  const char c = text[at];
  if (byte_at(text, at + 1) != static_cast<unsigned char>(c)) return 0;
  const bool third = byte_at(text, at + 2) == static_cast<unsigned char>(c);
  if (kind == glyph::backtick || !third) return 2;
  const char32_t left = text::decode_before(text, at).value;
  return left == 0 || text::is_space(left) ? 2 : 0;
}

}  // namespace

void find_marks(std::string_view text, std::vector<mark>& out) {
  for (std::size_t at = 0; at < text.size();) {
    if (!lead_bytes[static_cast<unsigned char>(text[at])]) {
      ++at;
      continue;
    }
    const std::optional<glyph_at> found = glyph_at_byte(text, at);
    if (!found) {
      ++at;
      continue;
    }
    mark m{.begin = static_cast<std::uint32_t>(at),
           .end = static_cast<std::uint32_t>(at + found->size),
           .family = family_of(found->kind)};
    if (found->kind == glyph::straight_single || found->kind == glyph::backtick) {
      if (const std::uint32_t size = size_of_doubled_single(text, at, found->kind); size != 0) {
        m.end = m.begin + size;
        m.family = mark_family::double_mark;
      }
    }
    at = m.end;
    if (m.family == mark_family::single_mark) {
      if (judge_single(text, found->kind, m)) out.push_back(m);
    } else if (found->kind == glyph::backtick && m.end - m.begin == 1) {
      continue;
    } else if (found->kind != glyph::straight_double || !ends_feet_and_inches(text, m.begin)) {
      judge_double(text, found->kind, m);
      if (m.can_open || m.can_close) out.push_back(m);
    }
  }
}

}  // namespace quoth::quotes
