#include "language.hpp"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <text/classes.hpp>
#include <text/fold.hpp>
#include <text/utf8.hpp>
#include <vector>

namespace quoth::segmenter {

namespace {

[[nodiscard]] std::string_view head(std::string_view text, std::size_t most) noexcept {
  if (text.size() <= most) return text;
  while (most > 0 && !text::is_boundary(text, most)) --most;
  return text.substr(0, most);
}

// What cld2 says, with codes as ISO 639 has them today.
struct cld2_opinion {
  std::string code;  // empty when it has none
  double share = 0;  // of the text in that language, 0 to 1
  bool reliable = false;
};

[[nodiscard]] cld2_opinion ask_cld2(std::string_view text) {
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int bytes_seen = 0;
  int valid_bytes = 0;
  cld2_opinion opinion;
  const CLD2::CLDHints no_hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  CLD2::ExtDetectLanguageSummaryCheckUTF8(
      text.data(), static_cast<int>(text.size()), true, &no_hints, 0, languages.data(),
      percents.data(), scores.data(), nullptr, &bytes_seen, &opinion.reliable, &valid_bytes);
  if (languages[0] == CLD2::UNKNOWN_LANGUAGE) return opinion;
  opinion.code = language_of_tag(CLD2::LanguageCode(languages[0]));
  opinion.share = percents[0] / 100.0;
  return opinion;
}

// Letters and words of a short text.
struct word_census {
  std::size_t latin = 0;
  std::size_t cyrillic = 0;
  std::size_t other = 0;
  std::size_t ukrainian = 0;   // і ї є ґ
  std::size_t russian = 0;     // ы э ъ ё
  std::size_t belarusian = 0;  // ў
  std::size_t words = 0;
  std::vector<std::size_t> function_words;  // by language

  void count_letter(char32_t c) {
    switch (text::script_of(c)) {
      case text::script::latin:
        ++latin;
        return;
      case text::script::cyrillic:
        ++cyrillic;
        break;
      default:
        ++other;
        return;
    }
    constexpr std::u32string_view ukrainian_letters = U"іїєґ";
    constexpr std::u32string_view russian_letters = U"ыэъё";
    if (ukrainian_letters.find(c) != std::u32string_view::npos) ++ukrainian;
    if (russian_letters.find(c) != std::u32string_view::npos) ++russian;
    if (c == U'ў') ++belarusian;
  }
};

[[nodiscard]] word_census take_census(std::string_view text,
                                      std::span<const language_resources> known) {
  word_census census;
  census.function_words.resize(known.size());
  const std::string lower = text::to_lower(text);
  std::size_t begin = 0;
  bool inside = false;
  const auto end_word = [&](std::size_t end) {
    if (!inside) return;
    inside = false;
    ++census.words;
    const std::string_view word = std::string_view(lower).substr(begin, end - begin);
    for (std::size_t i = 0; i < known.size(); ++i) {
      if (known[i].is_function_word(word)) ++census.function_words[i];
    }
  };
  for (const auto [c, at, size] : text::code_points(lower)) {
    if (text::is_letter(c)) {
      if (!inside) begin = at;
      inside = true;
      census.count_letter(c);
    } else if (c != U'\'' || !inside) {
      end_word(at);
    }
  }
  end_word(lower.size());
  return census;
}

struct vote {
  std::string_view code;  // empty when no language is clearly ahead
  double share = 0;       // of the text's words that are its function words
};

[[nodiscard]] vote count_votes(const word_census& census,
                               std::span<const language_resources> known) {
  std::size_t best = 0;
  std::size_t second = 0;
  vote found;
  for (std::size_t i = 0; i < known.size(); ++i) {
    const std::size_t votes = census.function_words[i];
    if (votes > best) {
      second = best;
      best = votes;
      found = {known[i].lang(), static_cast<double>(votes) / static_cast<double>(census.words)};
    } else {
      second = std::max(second, votes);
    }
  }
  constexpr std::size_t fewest_votes = 2;
  return best >= fewest_votes && best * 2 > second * 3 ? found : vote{};
}

constexpr double share_of_running_text = 0.2;  // function words are a third and more of sentences

[[nodiscard]] language_guess guess_short_cyrillic(const word_census& census, const vote& voted,
                                                  const cld2_opinion& opinion,
                                                  std::string_view default_code) {
  constexpr double by_letters = 0.9;
  if (census.belarusian > 0 && census.belarusian + census.russian > census.ukrainian / 4) {
    return {"be", by_letters};
  }
  if (census.ukrainian > census.russian * 2) return {"uk", by_letters};
  if (census.russian > census.ukrainian * 2) return {"ru", by_letters};
  if (!voted.code.empty()) return {std::string(voted.code), std::min(0.9, voted.share * 2)};
  if (!opinion.code.empty()) return {opinion.code, opinion.reliable ? opinion.share : 0.3};
  constexpr std::array<std::string_view, 7> in_cyrillic{"be", "bg", "kk", "mk", "ru", "sr", "uk"};
  const bool fits = std::ranges::find(in_cyrillic, default_code) != in_cyrillic.end();
  return {fits ? std::string(default_code) : "und", 0};
}

[[nodiscard]] language_guess guess_short_latin(const word_census& census, const vote& voted,
                                               cld2_opinion opinion,
                                               std::span<const language_resources> known,
                                               std::string_view default_code) {
  // Of a name and a verb cld2 makes Galician or Malay.
  constexpr std::size_t enough_for_any_language = 40;  // letters
  if (census.latin < enough_for_any_language &&
      std::ranges::find(known, opinion.code, &language_resources::lang) == known.end()) {
    opinion = {};
  }
  const bool vote_holds = !voted.code.empty() && voted.share >= share_of_running_text;
  if (vote_holds && (opinion.code != voted.code || !opinion.reliable)) {
    return {std::string(voted.code), std::min(0.9, voted.share * 2)};
  }
  if (opinion.reliable && !opinion.code.empty()) return {opinion.code, opinion.share};
  if (!voted.code.empty()) return {std::string(voted.code), std::min(0.9, voted.share * 2)};
  return {std::string(default_code), 0};
}

}  // namespace

std::string language_of_tag(std::string_view tag) {
  // cld2 keeps the codes that ISO 639 has withdrawn.
  if (tag == "iw") return "he";
  if (tag == "jw") return "jv";
  constexpr std::size_t longest_tag = 32;
  if (tag.empty() || tag.size() > longest_tag || !text::is_letter(text::decode(tag, 0).value)) {
    return {};
  }
  std::array<char, ULOC_LANG_CAPACITY> code{};
  UErrorCode status = U_ZERO_ERROR;
  uloc_getLanguage(std::string(tag).c_str(), code.data(), ULOC_LANG_CAPACITY, &status);
  return U_SUCCESS(status) ? std::string(code.data()) : std::string();
}

language_guess detect_language(std::string_view text, std::span<const language_resources> known,
                               std::string_view default_code) {
  constexpr std::size_t most_read = 4096;   // bytes
  constexpr std::size_t long_enough = 800;  // bytes; from here on cld2 is right when it says it is
  const std::string_view sample = head(text, most_read);
  const cld2_opinion opinion = ask_cld2(sample);
  if (sample.size() >= long_enough && opinion.reliable && opinion.share >= 0.7) {
    return {opinion.code, opinion.share};
  }
  const word_census census = take_census(sample, known);
  const std::size_t letters = census.latin + census.cyrillic + census.other;
  if (letters == 0) return {std::string(default_code), 0};
  const vote voted = count_votes(census, known);
  if (census.cyrillic * 2 > letters) {
    return guess_short_cyrillic(census, voted, opinion, default_code);
  }
  if (census.latin * 2 > letters) {
    return guess_short_latin(census, voted, opinion, known, default_code);
  }
  if (!opinion.code.empty()) return {opinion.code, opinion.reliable ? opinion.share : 0.3};
  return {"und", 0};
}

}  // namespace quoth::segmenter
