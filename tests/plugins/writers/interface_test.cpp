#include "writers/interface.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>

#include "places.hpp"

namespace quoth::writers {
namespace {

std::map<std::string, std::string> lines_of(std::string_view language) {
  const std::string folder = places::resources("writers") + "/" + std::string(language);
  std::map<std::string, std::string> lines;
  for (const char* const name : {"/phrases.txt", "/days-and-changes.txt"}) {
    std::ifstream file(folder + name);
    for (std::string line; std::getline(file, line);)
      if (const auto tab = line.find('\t'); tab != std::string::npos)
        lines[line.substr(0, tab)] = line.substr(tab + 1);
  }
  return lines;
}

// The names in braces.
std::set<std::string> placeholders(const std::string& text) {
  std::set<std::string> names;
  for (std::size_t open = text.find('{'); open != std::string::npos;
       open = text.find('{', open + 1))
    names.insert(text.substr(open, text.find('}', open) - open + 1));
  return names;
}

TEST(Interface, EveryLanguageFillsInTheSamePlaceholders) {
  const auto english = lines_of("en");
  ASSERT_GT(english.size(), 100u);
  for (const std::string_view code : interface_languages::codes) {
    const auto other = lines_of(code);
    ASSERT_EQ(other.size(), english.size()) << code;
    for (const auto& [key, text] : english)
      EXPECT_EQ(placeholders(text), placeholders(other.at(key))) << code << ' ' << key;
  }
}

TEST(Interface, AnUnknownLanguageIsAnsweredInEnglish) {
  EXPECT_EQ(interface_languages::position("uk"), 2u);
  EXPECT_EQ(interface_languages::position("fr"), 0u);
  EXPECT_EQ(interface_languages::position(""), 0u);
}

}  // namespace
}  // namespace quoth::writers
