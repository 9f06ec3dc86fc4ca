// A text read as one byte says: in one of five languages by the rules, or by one of the taggers.
#pragma once

#include <cstdint>
#include <string_view>

#include "../plugins/quotes_and_speakers/read_text.hpp"

inline void read_as(std::uint8_t choice, std::string_view text) {
  static constexpr const char* languages[] = {"en", "de", "uk", "ru", "sv"};
  static text_pipeline by_rules[5];  // one a language
  static text_pipeline accurate[] = {text_pipeline({}, "accurate"), text_pipeline({}, "accurate")};
  static text_pipeline fast({}, "fast");
  const unsigned reading = choice % 8;
  if (reading < 5) {
    by_rules[reading](text, languages[reading]);
  } else if (reading < 7) {
    accurate[reading - 5](text, languages[reading - 5]);
  } else {
    fast(text, "en");
  }
}
