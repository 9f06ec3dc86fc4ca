// The lexicons as they are shipped.
#pragma once

#include <fstream>
#include <iterator>
#include <places.hpp>
#include <senses.hpp>
#include <string>

namespace quoth::matching {

inline std::string contents_of(const std::string& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline const std::shared_ptr<const concept_table>& shipped_concepts() {
  static const std::string path = places::source("/plugins/claim_matcher/resources/concepts.tsv");
  static const auto made = std::make_shared<const concept_table>(contents_of(path), path);
  return made;
}

inline senses shipped(const std::string& lang) {
  const std::string path =
      places::source("/plugins/claim_matcher/resources/") + lang + "/words.tsv";
  return {lang, contents_of(path), path, shipped_concepts()};
}

inline const senses& english() {
  static const senses made = shipped("en");
  return made;
}

inline const senses& german() {
  static const senses made = shipped("de");
  return made;
}

}  // namespace quoth::matching
