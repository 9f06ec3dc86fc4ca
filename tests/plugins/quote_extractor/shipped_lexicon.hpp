// The lexicons and models that the plugin ships, read from the source tree.
#pragma once

#include <fstream>
#include <iterator>
#include <map>
#include <places.hpp>
#include <string>

#include "lexicon.hpp"
#include "tagger_model.hpp"

namespace quoth::quotes {

// The lexicon in a folder laid out as resources/LANG. Read once a folder.
inline const lexicon& lexicon_in(const std::string& folder) {
  static std::map<std::string, lexicon> loaded;
  if (const auto found = loaded.find(folder); found != loaded.end()) return found->second;
  const auto slurp = [&](const char* name) {
    std::ifstream in(folder + "/" + name, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  };
  const std::string words = slurp("words.tsv"), cues = slurp("cues.tsv"),
                    tails = slurp("tails.tsv"), grammar = slurp("grammar.tsv"),
                    spellings = slurp("spellings.tsv");
  const lexicon::files files{words, cues, tails, grammar, spellings};
  return loaded.emplace(folder, lexicon::read(files, folder)).first->second;
}

inline tagger_model model_in(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(in), {});
  return tagger_model::read(bytes, file);
}

// `name`: LANG/SIZE, as in en/fast.
inline std::string shipped_model_file(const std::string& name) {
  return places::source("/plugins/quote_extractor/resources/") + name + ".model";
}

inline const tagger_model& shipped_model(const std::string& name) {
  static std::map<std::string, tagger_model> loaded;
  const auto found = loaded.find(name);
  if (found != loaded.end()) return found->second;
  return loaded.emplace(name, model_in(shipped_model_file(name))).first->second;
}

inline const lexicon& shipped_lexicon(const std::string& language) {
  return lexicon_in(places::source("/plugins/quote_extractor/resources/") + language);
}

}  // namespace quoth::quotes
