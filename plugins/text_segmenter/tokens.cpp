#include "tokens.hpp"

#include <algorithm>
#include <array>
#include <text/classes.hpp>
#include <text/utf8.hpp>

#include "addresses.hpp"

namespace quoth::segmenter {

namespace {

enum class byte_class : std::uint8_t {
  skip,
  letter,
  digit,
  stop,
  hyphen,
  at,
  mark,
  quote,
  symbol,
  high
};

consteval std::array<byte_class, 256> make_byte_classes() {
  std::array<byte_class, 256> classes{};
  for (unsigned c = 0; c < 256; ++c) classes[c] = c < 128 ? byte_class::skip : byte_class::high;
  for (unsigned c = 'a'; c <= 'z'; ++c) classes[c] = byte_class::letter;
  for (unsigned c = 'A'; c <= 'Z'; ++c) classes[c] = byte_class::letter;
  for (unsigned c = '0'; c <= '9'; ++c) classes[c] = byte_class::digit;
  for (const char c : {'!', '(', ')', '*', ',', '/', ':', ';', '?', '[', '\\', ']', '{', '}'}) {
    classes[static_cast<unsigned char>(c)] = byte_class::mark;
  }
  for (const char c : {'$', '%', '&', '+', '<', '=', '>', '^', '|', '~'}) {
    classes[static_cast<unsigned char>(c)] = byte_class::symbol;
  }
  for (const char c : {'"', '\'', '`'}) {
    classes[static_cast<unsigned char>(c)] = byte_class::quote;
  }
  classes['_'] = byte_class::letter;
  classes['.'] = byte_class::stop;
  classes['-'] = byte_class::hyphen;
  classes['@'] = byte_class::at;
  classes['#'] = byte_class::at;
  return classes;
}

constexpr std::array<byte_class, 256> byte_classes = make_byte_classes();

[[nodiscard]] byte_class class_of(char byte) noexcept {
  return byte_classes[static_cast<unsigned char>(byte)];
}

// Letters that are most of European text, known without asking ICU.
[[nodiscard]] bool is_word_letter(char32_t c) noexcept {
  if (c >= 0xC0 && c <= 0x24F) return c != 0xD7 && c != 0xF7;
  if (c >= 0x400 && c <= 0x481) return true;
  return text::is_letter(c);
}

// Marks after which a sentence may end, other than the ASCII ones.
[[nodiscard]] constexpr bool is_wide_stop(char32_t c) noexcept {
  switch (c) {
    case U'…':
    case U'‽':
    case U'⁇':
    case U'⁈':
    case U'⁉':
    case U'‼':
    case U'❗':
    case U'❕':
    case U'❓':
    case U'❔':
    case U'؟':
    case U'۔':
    case U'।':
    case U'։':
    case U'።':
    case U'。':
    case U'．':
    case U'！':
    case U'？':
      return true;
    default:
      return false;
  }
}

class tokeniser {
 public:
  tokeniser(std::string_view text, std::uint32_t end, token_columns& out,
            std::vector<std::uint32_t>& stops) noexcept
      : text_(text.substr(0, end)), out_(out), stops_(stops) {}

  void run(std::size_t at) {
    while (at < text_.size()) at = take(at);
  }

 private:
  // Takes the token at `at`, if one begins there, and returns where to go on.
  std::size_t take(std::size_t at) {
    switch (class_of(text_[at])) {
      case byte_class::skip:
        return at + 1;
      case byte_class::letter:
        return take_word(at);
      case byte_class::digit:
        return take_number(at);
      case byte_class::stop:
        return take_run(at, '.', true);
      case byte_class::hyphen:
        return take_run(at, '-', false);
      case byte_class::at:
        return take_handle(at);
      case byte_class::mark:
        if (text_[at] == '!' || text_[at] == '?') mark_stop();
        return add(at, at + 1, token_kind::punctuation);
      case byte_class::quote:
        return add(at, at + 1, token_kind::quote_mark);
      case byte_class::symbol:
        return add(at, at + 1, token_kind::symbol);
      case byte_class::high:
        return take_high(at);
    }
    return at + 1;
  }

  std::size_t add(std::size_t begin, std::size_t end, token_kind kind) {
    out_.add(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), kind);
    return end;
  }

  // The next token to be added is one after which a sentence may end.
  void mark_stop() { stops_.push_back(static_cast<std::uint32_t>(out_.size())); }

  std::size_t take_run(std::size_t at, char mark, bool stop) {
    std::size_t end = at + 1;
    while (end < text_.size() && text_[end] == mark) ++end;
    if (stop) mark_stop();
    return add(at, end, token_kind::punctuation);
  }

  [[nodiscard]] bool is_alphanumeric(std::size_t at) const noexcept {
    if (at >= text_.size()) return false;
    const byte_class here = class_of(text_[at]);
    if (here == byte_class::high) return is_letter(at);
    return here == byte_class::letter || here == byte_class::digit;
  }

  [[nodiscard]] bool is_ascii_digit(std::size_t at) const noexcept {
    return at < text_.size() && class_of(text_[at]) == byte_class::digit;
  }

  [[nodiscard]] bool is_letter(std::size_t at) const noexcept {
    if (at >= text_.size()) return false;
    if (text::is_ascii(text_[at])) return class_of(text_[at]) == byte_class::letter;
    return is_word_letter(text::decode(text_, at).value);
  }

  // The end of the letters, digits and combining marks from `at`.
  [[nodiscard]] std::size_t end_of_letters(std::size_t at) const noexcept {
    while (at < text_.size()) {
      const byte_class here = class_of(text_[at]);
      if (here == byte_class::letter || here == byte_class::digit) {
        ++at;
      } else if (here == byte_class::high) {
        const text::code_point c = text::decode(text_, at);
        if (!is_word_letter(c.value) && !text::is_combining_mark(c.value) &&
            !text::is_digit(c.value)) {
          break;
        }
        at += c.size;
      } else {
        break;
      }
    }
    return at;
  }

  // Where the word goes on after a mark at `at` that joins two parts of it; 0 when it does not.
  [[nodiscard]] std::size_t after_joiner(std::size_t at) const noexcept {
    const char byte = text_[at];
    if (byte == '-') return is_alphanumeric(at + 1) ? at + 1 : 0;
    if (byte == '\'' || byte == '`') return is_letter(at + 1) ? at + 1 : 0;
    if (byte == '&') {
      const bool capitals = text_[at - 1] >= 'A' && text_[at - 1] <= 'Z' && at + 1 < text_.size() &&
                            text_[at + 1] >= 'A' && text_[at + 1] <= 'Z';
      return capitals ? at + 1 : 0;
    }
    if (text::is_ascii(byte)) return 0;
    const text::code_point c = text::decode(text_, at);
    const std::size_t next = at + c.size;
    if (text::is_hyphen(c.value)) return is_alphanumeric(next) ? next : 0;
    if (c.value == U'‘' || !text::is_apostrophe(c.value)) return 0;
    return is_letter(next) ? next : 0;
  }

  // True when the letters [begin, end) are one letter, so that a full stop after them may be one
  // of a dotted abbreviation.
  [[nodiscard]] bool is_single_letter(std::size_t begin, std::size_t end) const noexcept {
    return is_letter(begin) && end - begin == text::decode(text_, begin).size;
  }

  std::size_t take_word(std::size_t begin) {
    if (const std::size_t end = end_of_address(text_, begin); end != 0) {
      return add(begin, end, token_kind::symbol);
    }
    std::size_t part = begin;  // of letters: the last one seen
    std::size_t end = end_of_letters(begin);
    bool dotted = false;
    while (end < text_.size()) {
      if (text_[end] == '.') {
        if (!is_single_letter(part, end)) break;
        const std::size_t next = end_of_letters(end + 1);
        const bool goes_on = next > end + 1 && is_single_letter(end + 1, next);
        if (!goes_on && !dotted) break;
        dotted = true;
        part = end + 1;
        end = goes_on ? next : end + 1;
        if (goes_on) continue;
      }
      if (end == text_.size()) break;
      const std::size_t next = after_joiner(end);
      if (next == 0) break;
      part = next;
      end = end_of_letters(next);
    }
    if (end < text_.size()) {
      const std::size_t address = end_of_joined_address(text_, begin, end);
      if (address != 0) return add(begin, address, token_kind::symbol);
    }
    if (text_[end - 1] == '.') mark_stop();
    return add(begin, end, token_kind::word);
  }

  // Digits with separators between them, and at most a short run of letters after (2bn, 90s).
  std::size_t take_number(std::size_t begin) {
    std::size_t end = begin + 1;
    for (; end < text_.size(); ++end) {
      if (is_ascii_digit(end)) continue;
      const char byte = text_[end];
      const bool separates =
          byte == ',' || byte == '.' || byte == ':' || byte == '/' || byte == '\'' || byte == '-';
      if (!separates || !is_ascii_digit(end + 1)) break;
    }
    const std::size_t letters = end_of_letters(end);
    if (letters == end && (end == text_.size() || after_joiner(end) == 0)) {
      return add(begin, end, token_kind::number);
    }
    std::size_t word = letters;
    while (word < text_.size()) {
      const std::size_t next = after_joiner(word);
      if (next == 0) break;
      word = end_of_letters(next);
    }
    constexpr std::size_t longest_unit = 4;  // bytes: 2bn, 21st, 80er, 5kg
    const bool unit = word == letters && letters - end <= longest_unit;
    return add(begin, word, unit ? token_kind::number : token_kind::word);
  }

  std::size_t take_handle(std::size_t at) {
    const bool tag = text_[at] == '#';
    const bool begins = tag ? is_letter(at + 1) : is_alphanumeric(at + 1);
    if (!begins) return add(at, at + 1, tag ? token_kind::symbol : token_kind::punctuation);
    return add(at, end_of_letters(at + 1), token_kind::word);
  }

  std::size_t take_high(std::size_t at) {
    const text::code_point c = text::decode(text_, at);
    const std::size_t end = at + c.size;
    if (is_word_letter(c.value)) return take_word(at);
    if (text::is_quotation_mark(c.value)) return add(at, end, token_kind::quote_mark);
    if (is_wide_stop(c.value)) {
      mark_stop();
      return add(at, end, token_kind::punctuation);
    }
    if (text::is_punctuation(c.value)) return add(at, end, token_kind::punctuation);
    if (text::is_invisible(c.value)) return end;
    if (text::is_digit(c.value)) return add(at, end_of_letters(at), token_kind::number);
    return add(at, text::is_emoji(c.value) ? end_of_emoji(end, c.value) : end, token_kind::symbol);
  }

  // The end of an emoji whose first code point, `before`, ends at `at`: modifiers, variation
  // selectors, what is joined to it, the second letter of a flag (UTS #51).
  [[nodiscard]] std::size_t end_of_emoji(std::size_t at, char32_t before) const noexcept {
    const auto regional = [](char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; };
    bool flag_open = regional(before);
    while (at < text_.size()) {
      const text::code_point c = text::decode(text_, at);
      const bool modifier = c.value == 0xFE0F || c.value == 0x20E3 ||
                            (c.value >= 0x1F3FB && c.value <= 0x1F3FF) ||
                            (c.value >= 0xE0020 && c.value <= 0xE007F);
      if (c.value == 0x200D) {
        const text::code_point joined = text::decode(text_, at + c.size);
        if (!text::is_emoji(joined.value)) break;
        at += c.size + joined.size;
        continue;
      }
      if (!modifier && !(flag_open && regional(c.value))) break;
      if (!modifier) flag_open = false;
      at += c.size;
    }
    return at;
  }

  std::string_view text_;
  token_columns& out_;
  std::vector<std::uint32_t>& stops_;
};

}  // namespace

void tokenise(std::string_view text, std::uint32_t begin, std::uint32_t end, token_columns& out,
              std::vector<std::uint32_t>& stops) {
  tokeniser(text, end, out, stops).run(begin);
}

}  // namespace quoth::segmenter
