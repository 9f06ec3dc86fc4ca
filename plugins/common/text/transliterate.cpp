#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <array>
#include <memory>
#include <text/classes.hpp>
#include <text/fold.hpp>
#include <text/transliterate.hpp>
#include <text/utf8.hpp>
#include <utility>

namespace quoth::text {

namespace {

[[nodiscard]] std::unique_ptr<icu::Transliterator> make_transliterator(const char* id) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where;
  std::unique_ptr<icu::Transliterator> made(
      icu::Transliterator::createInstance(id, UTRANS_FORWARD, where, status));
  return U_SUCCESS(status) ? std::move(made) : nullptr;
}

// ICU's transliterators are not safe to share between threads.
[[nodiscard]] const icu::Transliterator* transliterator(bool ukrainian) {
  thread_local const auto from_ukrainian = make_transliterator("Ukrainian-Latin/BGN");
  thread_local const auto from_russian = make_transliterator("Russian-Latin/BGN");
  return ukrainian ? from_ukrainian.get() : from_russian.get();
}

// By letters and endings that Russian does not have: і ї є ґ, -ський, -цький, -зький.
[[nodiscard]] bool looks_ukrainian(std::string_view text) noexcept {
  for (const std::string_view ending : {"ськ", "цьк", "зьк"}) {
    if (text.find(ending) != std::string_view::npos) return true;
  }
  constexpr std::u32string_view letters = U"іІїЇєЄґҐ";
  for (const auto element : code_points(text)) {
    if (letters.find(element.value) != std::u32string_view::npos) return true;
  }
  return false;
}

// Soft and hard signs and the dot that parts letters are dropped; diaereses fall off.
void append_newsroom_form(std::string_view romanised, std::string& out) {
  for (const auto [value, at, size] : code_points(romanised)) {
    switch (value) {
      case U'ʹ':
      case U'ʺ':
      case U'·':
        break;
      case U'ë':
        out.push_back('e');
        break;
      case U'Ë':
        out.push_back('E');
        break;
      default:
        append(out, value);
    }
  }
}

// Spellings that stand for one sound, tried in this order at each place; German ones (Tsch, Sch,
// W, J) beside English ones (Ch, Sh, V, Y).
constexpr std::array<std::pair<std::string_view, std::string_view>, 17> sounds{{
    {"schtsch", "s"},
    {"shch", "s"},
    {"tsch", "h"},
    {"sch", "s"},
    {"sh", "s"},
    {"zh", "s"},
    {"ts", "s"},
    {"tz", "s"},
    {"kh", "h"},
    {"ch", "h"},
    {"ck", "k"},
    {"ph", "f"},
    {"ou", "u"},
    {"z", "s"},
    {"w", "v"},
    {"x", "ks"},
    {"c", "k"},
}};

[[nodiscard]] std::string fold_sounds(std::string_view key) {
  std::string out;
  for (std::size_t at = 0; at < key.size();) {
    const std::string_view rest = key.substr(at);
    std::string_view from = rest.substr(0, 1);
    std::string_view to = from == "y" || from == "j" ? std::string_view("i") : from;
    for (const auto& [spelling, sound] : sounds) {
      if (rest.starts_with(spelling)) {
        from = spelling;
        to = sound;
        break;
      }
    }
    for (const char letter : to) {
      if (letter == 'e' && !out.empty() && out.back() == 'i') out.pop_back();
      if (out.empty() || out.back() != letter) out.push_back(letter);
    }
    at += from.size();
  }
  return out;
}

[[nodiscard]] bool is_vowel(char letter) noexcept {
  return std::string_view("aeiouy").find(letter) != std::string_view::npos;
}

// As the letters sound: without an h that nobody hears (Wehrle, Thea), a soft c as s, qu as kv.
[[nodiscard]] std::string as_heard(std::string_view key) {
  std::string out;
  for (std::size_t at = 0; at < key.size(); ++at) {
    const char letter = key[at];
    const char next = at + 1 < key.size() ? key[at + 1] : ' ';
    const char before = at > 0 ? key[at - 1] : ' ';
    const bool joins = std::string_view("cskpz").find(before) != std::string_view::npos;
    if (letter == 'h' && before != ' ' && !joins && (!is_vowel(before) || !is_vowel(next)))
      continue;
    if (letter == 'c' && std::string_view("eiy").find(next) != std::string_view::npos) {
      out.push_back('s');
    } else if (letter == 'q') {
      out.push_back('k');
      if (next == 'u') {
        out.push_back('v');
        ++at;
      }
    } else {
      out.push_back(letter);
    }
  }
  return out;
}

}  // namespace

bool has_cyrillic(std::string_view text) noexcept {
  for (const auto element : code_points(text)) {
    if (element.value >= 0x400 && script_of(element.value) == script::cyrillic) return true;
  }
  return false;
}

std::string to_latin(std::string_view name, std::string_view lang) {
  if (!has_cyrillic(name)) return std::string(name);
  const bool ukrainian = lang == "uk" || (lang != "ru" && looks_ukrainian(name));
  const auto* letters = transliterator(ukrainian);
  if (letters == nullptr) return std::string(name);
  auto units = icu::UnicodeString::fromUTF8(
      icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
  letters->transliterate(units);
  std::string romanised;
  units.toUTF8String(romanised);
  std::string out;
  out.reserve(romanised.size());
  append_newsroom_form(romanised, out);
  return out;
}

std::string romanised_key(std::string_view name, std::string_view lang) {
  return fold_sounds(name_key(to_latin(name, lang)));
}

std::string consonant_key(std::string_view name) {
  const std::string key = name_key(to_latin(name));
  std::string out;
  for (char letter : fold_sounds(has_cyrillic(name) ? key : as_heard(key))) {
    if (is_vowel(letter)) continue;
    if (letter == 'h') letter = 'g';  // г is written for both
    if (out.empty() || out.back() != letter) out.push_back(letter);
  }
  return out;
}

}  // namespace quoth::text
