// Which language a text is in.
//
// Long texts are Compact Language Detector 2's (cld2) to tell. It is unsure of posts of a dozen
// words, and sometimes sure of the wrong language; there the letters (і ї є ґ against ы э ъ ё)
// and the function words of the languages with resources decide first.
//
// Thread rule: pure; may be called from any thread.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "language_resources.hpp"

namespace quoth::segmenter {

struct language_guess {
  std::string code;   // ISO 639-1, or 639-2 where there is none; "und" where nobody can tell
  double confidence;  // 0 to 1; 0 where `code` is the default
};

// Reads at most the first 4 KiB of well-formed UTF-8. `default_code` is returned for texts too
// short to tell, unless they are in letters that no language of `known` is written in.
[[nodiscard]] language_guess detect_language(std::string_view text,
                                             std::span<const language_resources> known,
                                             std::string_view default_code);

// The ISO 639 code of a tag such as "en-AU", "EN" or "deu": its language in lower case, two
// letters where there are two. Empty when the tag is none.
[[nodiscard]] std::string language_of_tag(std::string_view tag);

}  // namespace quoth::segmenter
