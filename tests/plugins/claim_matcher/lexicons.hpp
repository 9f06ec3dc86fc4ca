// The lexicons as they are shipped.
#pragma once

#include <fstream>
#include <iterator>
#include <places.hpp>
#include <senses.hpp>
#include <string>

namespace quoth::matching {

inline senses shipped(const std::string& lang) {
  const std::string path =
      places::source("/plugins/claim_matcher/resources/") + lang + "/words.tsv";
  std::ifstream file(path);
  return {lang, std::string(std::istreambuf_iterator<char>(file), {}), path};
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
