// Unicode classes of single code points, ASCII by table, the rest by ICU.
//
// Thread rule: all functions are pure.
#pragma once

#include <array>
#include <cstdint>

namespace quoth::text {

namespace detail {

enum ascii_class : std::uint8_t {
  ascii_upper = 1,
  ascii_lower = 2,
  ascii_digit = 4,
  ascii_space = 8,
  ascii_punctuation = 16,
};

consteval std::array<std::uint8_t, 128> make_ascii_classes() {
  std::array<std::uint8_t, 128> classes{};
  for (unsigned c = 'A'; c <= 'Z'; ++c) classes[c] = ascii_upper;
  for (unsigned c = 'a'; c <= 'z'; ++c) classes[c] = ascii_lower;
  for (unsigned c = '0'; c <= '9'; ++c) classes[c] = ascii_digit;
  for (const char c : {' ', '\t', '\n', '\v', '\f', '\r'}) {
    classes[static_cast<unsigned char>(c)] = ascii_space;
  }
  for (const char c : {'!', '"', '#', '%', '&', '\'', '(',  ')', '*', ',', '-', '.',
                       '/', ':', ';', '?', '@', '[',  '\\', ']', '_', '{', '}'}) {
    classes[static_cast<unsigned char>(c)] = ascii_punctuation;
  }
  return classes;
}

inline constexpr std::array<std::uint8_t, 128> ascii_classes = make_ascii_classes();

[[nodiscard]] bool is_letter_icu(char32_t c) noexcept;
[[nodiscard]] bool is_upper_icu(char32_t c) noexcept;
[[nodiscard]] bool is_lower_icu(char32_t c) noexcept;
[[nodiscard]] bool is_digit_icu(char32_t c) noexcept;
[[nodiscard]] bool is_space_icu(char32_t c) noexcept;
[[nodiscard]] bool is_punctuation_icu(char32_t c) noexcept;

}  // namespace detail

// Letters of every script (general category L*).
[[nodiscard]] inline bool is_letter(char32_t c) noexcept {
  return c < 128 ? (detail::ascii_classes[c] & (detail::ascii_upper | detail::ascii_lower)) != 0
                 : detail::is_letter_icu(c);
}

// Capitals and title-case letters. Scripts without case have neither upper nor lower.
[[nodiscard]] inline bool is_upper(char32_t c) noexcept {
  return c < 128 ? (detail::ascii_classes[c] & detail::ascii_upper) != 0 : detail::is_upper_icu(c);
}

[[nodiscard]] inline bool is_lower(char32_t c) noexcept {
  return c < 128 ? (detail::ascii_classes[c] & detail::ascii_lower) != 0 : detail::is_lower_icu(c);
}

// Decimal digits of every script.
[[nodiscard]] inline bool is_digit(char32_t c) noexcept {
  return c < 128 ? (detail::ascii_classes[c] & detail::ascii_digit) != 0 : detail::is_digit_icu(c);
}

// White space, no-break and zero-width spaces, byte order mark and line separators included.
[[nodiscard]] inline bool is_space(char32_t c) noexcept {
  return c < 128 ? (detail::ascii_classes[c] & detail::ascii_space) != 0 : detail::is_space_icu(c);
}

// Punctuation (general category P*), quotation marks and dashes included. Symbols such as $ + < =
// > ^ ` | ~ are not punctuation.
[[nodiscard]] inline bool is_punctuation(char32_t c) noexcept {
  return c < 128 ? (detail::ascii_classes[c] & detail::ascii_punctuation) != 0
                 : detail::is_punctuation_icu(c);
}

// White space, control characters and format characters (general category Cf), which readers of a
// text do not see. Zero-width joiners between emoji are among them.
[[nodiscard]] bool is_invisible(char32_t c) noexcept;

// Combining marks (general category M*), which belong to the letter before them.
[[nodiscard]] bool is_combining_mark(char32_t c) noexcept;

// Characters shown as pictures by default, with skin tones, joiners and variation selectors.
[[nodiscard]] bool is_emoji(char32_t c) noexcept;

// " “ ” „ ‟ « » ″ ＂ 〝 〞 〟 and 「 」 『 』.
[[nodiscard]] bool is_double_quotation_mark(char32_t c) noexcept;

// ' ‘ ’ ‚ ‛ ‹ › ′ ＇ and ` ´. Some of them are apostrophes as well: see is_apostrophe.
[[nodiscard]] bool is_single_quotation_mark(char32_t c) noexcept;

// Either of the two above.
[[nodiscard]] bool is_quotation_mark(char32_t c) noexcept;

// ' ’ ʼ ‘ ʹ ＇ and ` ´, as they are typed inside words (don’t, O'Brien, п’ять).
[[nodiscard]] bool is_apostrophe(char32_t c) noexcept;

// Hyphens, minus and all dashes: - ‐ ‑ ‒ – — ― − ﹘ ﹣ －.
[[nodiscard]] bool is_dash(char32_t c) noexcept;

// - ‐ ‑ and the soft hyphen: those that join the parts of a word.
[[nodiscard]] bool is_hyphen(char32_t c) noexcept;

enum class script : std::uint8_t { common, latin, cyrillic, greek, other };

// The script of a letter; `common` for digits, marks, punctuation and symbols.
[[nodiscard]] script script_of(char32_t c) noexcept;

}  // namespace quoth::text
