#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <text/classes.hpp>

namespace quoth::text {

namespace {

[[nodiscard]] UChar32 icu(char32_t c) noexcept {
  return static_cast<UChar32>(c);
}

[[nodiscard]] bool in_categories(char32_t c, std::uint32_t mask) noexcept {
  return (U_GET_GC_MASK(icu(c)) & mask) != 0;
}

}  // namespace

bool detail::is_letter_icu(char32_t c) noexcept {
  return in_categories(c, U_GC_L_MASK);
}

bool detail::is_upper_icu(char32_t c) noexcept {
  return in_categories(c, U_GC_LU_MASK | U_GC_LT_MASK);
}

bool detail::is_lower_icu(char32_t c) noexcept {
  return in_categories(c, U_GC_LL_MASK);
}

bool detail::is_digit_icu(char32_t c) noexcept {
  return in_categories(c, U_GC_ND_MASK);
}

bool detail::is_space_icu(char32_t c) noexcept {
  return c == 0x200B || c == 0xFEFF || c == 0x85 || in_categories(c, U_GC_Z_MASK);
}

bool detail::is_punctuation_icu(char32_t c) noexcept {
  return in_categories(c, U_GC_P_MASK);
}

bool is_invisible(char32_t c) noexcept {
  return c < 128 ? c <= ' ' || c == 0x7F
                 : c == 0xFE0F || in_categories(c, U_GC_Z_MASK | U_GC_CC_MASK | U_GC_CF_MASK);
}

bool is_combining_mark(char32_t c) noexcept {
  return c >= 0x300 && in_categories(c, U_GC_M_MASK);
}

bool is_emoji(char32_t c) noexcept {
  if (c < 0x203C) return false;
  return c == 0xFE0F || c == 0x20E3 || (c >= 0x1F1E6 && c <= 0x1F1FF) ||
         (c >= 0xE0020 && c <= 0xE007F) || u_hasBinaryProperty(icu(c), UCHAR_EMOJI_PRESENTATION) ||
         u_hasBinaryProperty(icu(c), UCHAR_EMOJI_MODIFIER) ||
         u_hasBinaryProperty(icu(c), UCHAR_EXTENDED_PICTOGRAPHIC);
}

bool is_double_quotation_mark(char32_t c) noexcept {
  switch (c) {
    case U'"':
    case U'«':
    case U'»':
    case U'“':
    case U'”':
    case U'„':
    case U'‟':
    case U'″':
    case U'「':
    case U'」':
    case U'『':
    case U'』':
    case U'〝':
    case U'〞':
    case U'〟':
    case U'＂':
      return true;
    default:
      return false;
  }
}

bool is_single_quotation_mark(char32_t c) noexcept {
  switch (c) {
    case U'\'':
    case U'`':
    case U'´':
    case U'‘':
    case U'’':
    case U'‚':
    case U'‛':
    case U'‹':
    case U'›':
    case U'′':
    case U'＇':
      return true;
    default:
      return false;
  }
}

bool is_quotation_mark(char32_t c) noexcept {
  return is_double_quotation_mark(c) || is_single_quotation_mark(c);
}

bool is_apostrophe(char32_t c) noexcept {
  switch (c) {
    case U'\'':
    case U'`':
    case U'´':
    case U'ʹ':
    case U'ʼ':
    case U'‘':
    case U'’':
    case U'＇':
      return true;
    default:
      return false;
  }
}

bool is_dash(char32_t c) noexcept {
  return c == U'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFE63 ||
         c == 0xFF0D;
}

bool is_hyphen(char32_t c) noexcept {
  return c == U'-' || c == 0x2010 || c == 0x2011 || c == 0xAD;
}

script script_of(char32_t c) noexcept {
  if (c < 128) return is_letter(c) ? script::latin : script::common;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(icu(c), &status)) {
    case USCRIPT_LATIN:
      return script::latin;
    case USCRIPT_CYRILLIC:
      return script::cyrillic;
    case USCRIPT_GREEK:
      return script::greek;
    case USCRIPT_COMMON:
    case USCRIPT_INHERITED:
    case USCRIPT_UNKNOWN:
    case USCRIPT_INVALID_CODE:
      return script::common;
    default:
      return script::other;
  }
}

}  // namespace quoth::text
