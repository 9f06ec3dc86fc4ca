#include "host/eval/unicode.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <cstdint>

namespace quoth::host::eval {

namespace {

icu::UnicodeString utf16(std::string_view utf8) {
  return icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
}

}  // namespace

std::u32string code_points(std::string_view utf8) {
  const icu::UnicodeString text = utf16(utf8);
  std::u32string points(static_cast<std::size_t>(text.countChar32()), U'\0');
  UErrorCode error = U_ZERO_ERROR;
  text.toUTF32(reinterpret_cast<UChar32*>(points.data()), static_cast<std::int32_t>(points.size()),
               error);
  return points;
}

bool is_word(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  return c == U'_' || u_isalpha(point) != 0 ||
         u_getIntPropertyValue(point, UCHAR_NUMERIC_TYPE) != U_NT_NONE;
}

std::string lower(std::string_view utf8) {
  std::string lowered;
  utf16(utf8).toLower(icu::Locale::getRoot()).toUTF8String(lowered);
  return lowered;
}

std::string compose(std::string_view utf8) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(error);
  std::string composed;
  if (U_SUCCESS(error)) nfkc->normalize(utf16(utf8), error).toUTF8String(composed);
  return composed;
}

std::vector<std::u32string> words_of(std::string_view utf8) {
  std::vector<std::u32string> words;
  bool inside = false;
  for (const char32_t c : code_points(utf8)) {
    const bool word = is_word(c);
    if (word && !inside) words.emplace_back();
    if (word) words.back() += c;
    inside = word;
  }
  return words;
}

}  // namespace quoth::host::eval
