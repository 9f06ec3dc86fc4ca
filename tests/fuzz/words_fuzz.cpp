// Texts of words, marks and breaks that the stages know, one byte each: reaches readings that
// random bytes seldom do. The first byte chooses the language and the model.
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>

#include "read_as.hpp"

namespace {

constexpr const char* words[] = {"said",       "told",
                                 "that",       "he",
                                 "she",        "they",
                                 "it",         "who",
                                 "Roe",        "Maria",
                                 "Brandt",     "Mr.",
                                 "the",        "a",
                                 "mayor",      "president",
                                 "and",        "but",
                                 "because",    "while",
                                 "after",      "of",
                                 "by",         "to",
                                 "not",        "never",
                                 "denied",     "alleged",
                                 "was",        "is",
                                 "expected",   "called",
                                 "Monday",     "2016",
                                 "reporters",  "adding",
                                 "show",       "according",
                                 "as",         "reported",
                                 "“",          "”",
                                 "\"",         "'",
                                 "„",          "«",
                                 "»",          "‘",
                                 "’s",         ",",
                                 ".",          ":",
                                 ";",          "–",
                                 "?",          "(",
                                 ")",          "\n\n",
                                 "\n",         "Q:",
                                 "A:",         "sagte",
                                 "hat",        "gesagt",
                                 "teilte",     "mit",
                                 "wie",        "laut",
                                 "nach",       "Angaben",
                                 "zufolge",    "sei",
                                 "der",        "die",
                                 "dass",       "so",
                                 "von",        "wird",
                                 "сказав",     "що",
                                 "—",          "заявила",
                                 "Гринюк",     "сообщил",
                                 "Путин",      "\xF0\x9F\x98\x80",
                                 "é",          "\t",
                                 "Photo",      "From",
                                 "http://a.b", "J.",
                                 "A.",         "CNN",
                                 "interview",  "with"};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size < 2) return -1;
  std::string text;
  for (std::size_t i = 1; i < size; ++i) {
    text += words[bytes[i] % std::size(words)];
    if (bytes[i] < 160) text += ' ';  // the rest are glued to the next
  }
  read_as(bytes[0], text);
  return 0;
}
