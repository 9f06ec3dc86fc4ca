#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <text/classes.hpp>
#include <text/fold.hpp>
#include <text/utf8.hpp>

namespace quoth::text {

namespace {

[[nodiscard]] constexpr bool in(char32_t c, char32_t first, char32_t last) noexcept {
  return c >= first && c <= last;
}

// Lower case of the letters that most European text is written in, or 0 for all others: those
// whose NFKC case folding is one code point whatever stands around them (but for marks after them).
[[nodiscard]] constexpr char32_t plain_lower(char32_t c) noexcept {
  if (c < 128) return in(c, 'A', 'Z') ? c + 32 : c;
  if (in(c, 0xC0, 0xDE) && c != 0xD7) return c + 32;
  if (in(c, 0xE0, 0xFF) && c != 0xF7) return c;
  if (in(c, 0x410, 0x42F)) return c + 32;
  if (in(c, 0x400, 0x40F)) return c + 80;
  if (in(c, 0x430, 0x45F)) return c;
  return 0;
}

// The character that stands for `c` in a match key where it is a mark or a space, else `c`.
[[nodiscard]] char32_t plain_mark(char32_t c) noexcept {
  if (is_double_quotation_mark(c)) return U'"';
  if (is_single_quotation_mark(c) || is_apostrophe(c)) return U'\'';
  if (is_dash(c)) return U'-';
  return is_space(c) ? U' ' : c;
}

[[nodiscard]] constexpr bool may_be_plain_mark(char32_t c) noexcept {
  return c < 128 || c == 0xA0 || c == 0xAB || c == 0xB4 || c == 0xBB || c == 0x2B9 || c == 0x2BC ||
         in(c, 0x2000, 0x203A) || c == 0x2212 || in(c, 0x300C, 0x300F) || in(c, 0x301D, 0x301F);
}

// Code points a match key takes one by one: no normalisation reaches across them.
[[nodiscard]] bool is_plain(char32_t c) noexcept {
  return c == replacement_character || plain_lower(c) != 0 ||
         (may_be_plain_mark(c) && plain_mark(c) != c);
}

// Writes code points with every run of spaces as one, and none at the beginning or the end.
class key_writer {
 public:
  explicit key_writer(std::string& out) : out_(out) {}

  void put(char32_t c) {
    c = plain_mark(c);
    if (c == U' ') {
      space_ = any_;
      return;
    }
    if (space_) out_.push_back(' ');
    space_ = false;
    any_ = true;
    append(out_, c);
  }

 private:
  std::string& out_;
  bool space_ = false;
  bool any_ = false;
};

// NFKC_Casefold (Unicode Standard, section 3.13) of a well-formed piece.
void normalise(std::string_view piece, std::string& out) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* normaliser = icu::Normalizer2::getNFKCCasefoldInstance(status);
  if (U_FAILURE(status)) {
    out.append(piece);
    return;
  }
  icu::StringByteSink<std::string> sink(&out);
  normaliser->normalizeUTF8(0,
                            icu::StringPiece(piece.data(), static_cast<std::int32_t>(piece.size())),
                            sink, nullptr, status);
}

// The end of the longest piece from `begin` that has to be normalised as one. Pieces are cut at
// a size no real text reaches, so that ICU's 32-bit sizes hold.
[[nodiscard]] std::size_t piece_end(std::string_view text, std::size_t begin) noexcept {
  constexpr std::size_t longest = 1u << 20;
  std::size_t end = begin + decode(text, begin).size;
  while (end < text.size() && end - begin < longest) {
    const code_point next = decode(text, end);
    if (is_plain(next.value)) break;
    end += next.size;
  }
  return end;
}

// Latin letters that have no canonical decomposition but are a plain letter with a stroke or a
// ligature to readers of names.
[[nodiscard]] std::string_view undecomposed_base(char32_t c) noexcept {
  switch (c) {
    case U'æ':
      return "ae";
    case U'œ':
      return "oe";
    case U'ø':
      return "o";
    case U'đ':
    case U'ð':
      return "d";
    case U'þ':
      return "th";
    case U'ħ':
      return "h";
    case U'ı':
      return "i";
    case U'ł':
      return "l";
    case U'ŋ':
      return "n";
    case U'ŧ':
      return "t";
    case U'ə':
      return "a";
    default:
      return {};
  }
}

// The letter under the diacritics of a Latin or Greek letter; other code points as they are.
[[nodiscard]] char32_t base_letter(char32_t c) {
  const script letters = script_of(c);
  if (letters != script::latin && letters != script::greek) return c == U'ё' ? U'е' : c;
  UErrorCode status = U_ZERO_ERROR;
  const auto* canonical = icu::Normalizer2::getNFDInstance(status);
  icu::UnicodeString parts;
  if (U_FAILURE(status) || !canonical->getDecomposition(static_cast<UChar32>(c), parts)) return c;
  return static_cast<char32_t>(parts.char32At(0));
}

}  // namespace

void append_lower(std::string_view text, std::string& out) {
  out.reserve(out.size() + text.size());
  for (const auto [value, at, size] : code_points(text)) {
    const char32_t plain = plain_lower(value);
    append(out, plain != 0 ? plain : static_cast<char32_t>(u_tolower(static_cast<UChar32>(value))));
  }
}

std::string to_lower(std::string_view text) {
  std::string out;
  append_lower(text, out);
  return out;
}

void append_match_key(std::string_view text, std::string& out) {
  out.reserve(out.size() + text.size());
  key_writer key(out);
  std::string normal;
  std::size_t at = 0;
  while (at < text.size()) {
    const code_point here = decode(text, at);
    const std::size_t after = at + here.size;
    if (is_plain(here.value) &&
        (after == text.size() || is_ascii(text[after]) || is_plain(decode(text, after).value))) {
      const char32_t lower = plain_lower(here.value);
      key.put(lower != 0 ? lower : here.value);
      at = after;
      continue;
    }
    const std::size_t end = piece_end(text, at);
    normal.clear();
    normalise(text.substr(at, end - at), normal);
    for (const auto element : code_points(normal)) key.put(element.value);
    at = end;
  }
}

std::string match_key(std::string_view text) {
  std::string out;
  append_match_key(text, out);
  return out;
}

void append_name_key(std::string_view name, std::string& out) {
  key_writer key(out);
  const std::string folded = match_key(name);
  for (const auto [value, at, size] : code_points(folded)) {
    if (value == U'\'' || value == U'"') continue;
    if (value == U'-' || value == U'.') {
      key.put(U' ');
    } else if (value < 128) {
      key.put(value);
    } else if (const std::string_view base = undecomposed_base(value); !base.empty()) {
      for (const char letter : base) key.put(static_cast<char32_t>(letter));
    } else if (!is_combining_mark(value)) {
      key.put(base_letter(value));
    }
  }
}

std::string name_key(std::string_view name) {
  std::string out;
  append_name_key(name, out);
  return out;
}

}  // namespace quoth::text
