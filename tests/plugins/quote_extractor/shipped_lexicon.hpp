// The lexicons that the plugin ships, read from the source tree.
#pragma once

#include <fstream>
#include <iterator>
#include <map>
#include <places.hpp>
#include <string>

#include "lexicon.hpp"

namespace quoth::quotes {

inline const lexicon& shipped_lexicon(const std::string& language) {
  static std::map<std::string, lexicon> loaded;
  if (const auto found = loaded.find(language); found != loaded.end()) return found->second;
  const auto slurp = [&](const char* name) {
    std::ifstream in(places::source("/plugins/quote_extractor/resources/") + language + "/" + name,
                     std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  };
  const std::string words = slurp("words.tsv"), cues = slurp("cues.tsv"),
                    tails = slurp("tails.tsv"), grammar = slurp("grammar.tsv");
  return loaded.emplace(language, lexicon::read({words, cues, tails, grammar}, language))
      .first->second;
}

}  // namespace quoth::quotes
