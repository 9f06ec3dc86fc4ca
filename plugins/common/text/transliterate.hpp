// Names in Cyrillic letters, written in Latin ones, and keys that bring their spellings together.
//
// Thread rule: all functions may be called from any thread; each thread keeps its own ICU
// transliterators, made on first use.
#pragma once

#include <string>
#include <string_view>

namespace quoth::text {

// True when any letter is Cyrillic.
[[nodiscard]] bool has_cyrillic(std::string_view text) noexcept;

// The romanised name: BGN/PCGN 1947 for Russian and 1965 for Ukrainian without soft signs and
// diaereses, as newsrooms write. `lang` is "uk" or "ru" (ISO 639-1) and chosen by the letters when
// it is neither: і ї є ґ and -ський make it Ukrainian. Text in other scripts passes through
// unchanged.
//   Володимир Зеленський → Volodymyr Zelenskyy      Владимир Путин → Vladimir Putin
[[nodiscard]] std::string to_latin(std::string_view name, std::string_view lang = {});

// A key equal for the usual romanisations of one Slavic name, whatever the country they were
// written for, and for its Cyrillic form:
//   Зеленський, Zelensky, Zelenskyy, Zelenskiy, Selenskyj           Lukashenko, Lukaschenko
// Looser than name_key: use it to find candidates, and among few names. `lang` as for to_latin.
[[nodiscard]] std::string romanised_key(std::string_view name, std::string_view lang = {});

// The consonants of a name, equal for a name in Latin letters and for how Ukrainian and Russian
// write it by ear: Ingrid Mossberg, Інгрід Моссберг. Looser than romanised_key: two names of one
// key are the same only where all else speaks for it.
[[nodiscard]] std::string consonant_key(std::string_view name);

}  // namespace quoth::text
