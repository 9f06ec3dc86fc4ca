// UTF-8: decoding, validation, counting. Offsets and sizes are bytes unless named code points.
//
// Everything here accepts any bytes. A malformed sequence decodes as U+FFFD one byte long, so a
// walk over hostile text always advances and visits every byte exactly once.
//
// Thread rule: all functions are pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

namespace quoth::text {

inline constexpr char32_t replacement_character = U'\uFFFD';

struct code_point {
  char32_t value;      // U+FFFD where the bytes are malformed
  std::uint32_t size;  // bytes taken, 1 to 4; 0 only past the end of the text
};

[[nodiscard]] constexpr bool is_ascii(char byte) noexcept {
  return static_cast<unsigned char>(byte) < 0x80;
}

// True for 10xxxxxx, a byte that continues a sequence.
[[nodiscard]] constexpr bool is_continuation(char byte) noexcept {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

namespace detail {
[[nodiscard]] code_point decode_multibyte(std::string_view text, std::size_t at) noexcept;
}

// The code point that begins at byte `at`; {0, 0} when `at` is not before the end.
[[nodiscard]] inline code_point decode(std::string_view text, std::size_t at) noexcept {
  if (at >= text.size()) return {0, 0};
  if (is_ascii(text[at])) return {static_cast<char32_t>(text[at]), 1};
  return detail::decode_multibyte(text, at);
}

// The code point that ends just before byte `end`; {0, 0} at the beginning of the text.
[[nodiscard]] code_point decode_before(std::string_view text, std::size_t end) noexcept;

// Appends the UTF-8 form of `value`; a surrogate or a value over U+10FFFF becomes U+FFFD.
void append(std::string& out, char32_t value);

// The number of leading bytes that are ASCII, eight bytes a step.
[[nodiscard]] std::size_t ascii_prefix(std::string_view text) noexcept;

// The byte offset of the first malformed sequence (overlong forms and surrogates included), or
// nothing when all of `text` is well-formed. NUL is well-formed.
[[nodiscard]] std::optional<std::size_t> first_malformed(std::string_view text) noexcept;

// True when `at` is the text's end or the first byte of a code point.
[[nodiscard]] inline bool is_boundary(std::string_view text, std::size_t at) noexcept {
  return at == text.size() || (at < text.size() && !is_continuation(text[at]));
}

// Code points in well-formed text: bytes that are not continuations.
[[nodiscard]] std::size_t count_code_points(std::string_view text) noexcept;

// A forward walk: for (auto [value, at, size] : code_points(text)) …
class code_points {
 public:
  struct element {
    char32_t value;
    std::size_t at;      // byte offset of its first byte
    std::uint32_t size;  // bytes
  };

  class iterator {
   public:
    using difference_type = std::ptrdiff_t;
    using value_type = element;

    iterator() = default;
    iterator(std::string_view text, std::size_t at) noexcept
        : text_(text), at_(at), here_(decode(text, at)) {}

    element operator*() const noexcept { return {here_.value, at_, here_.size}; }
    iterator& operator++() noexcept {
      at_ += here_.size;
      here_ = decode(text_, at_);
      return *this;
    }
    iterator operator++(int) noexcept {
      iterator before = *this;
      ++*this;
      return before;
    }
    bool operator==(const iterator& other) const noexcept { return at_ == other.at_; }
    bool operator==(std::default_sentinel_t) const noexcept { return here_.size == 0; }

   private:
    std::string_view text_;
    std::size_t at_ = 0;
    code_point here_{0, 0};
  };

  explicit code_points(std::string_view text) noexcept : text_(text) {}
  [[nodiscard]] iterator begin() const noexcept { return {text_, 0}; }
  [[nodiscard]] std::default_sentinel_t end() const noexcept { return {}; }

 private:
  std::string_view text_;
};

}  // namespace quoth::text
