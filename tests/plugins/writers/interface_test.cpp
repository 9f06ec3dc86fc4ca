#include "writers/interface.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <quoth/testing.hpp>
#include <set>

#include "places.hpp"

namespace quoth::writers {
namespace {

std::map<std::string, std::string> lines_of(std::string_view language) {
  const std::string folder = places::resources("writers") + "/" + std::string(language);
  std::map<std::string, std::string> lines;
  for (const char* const name : {"/phrases.txt", "/shared-phrases.txt"}) {
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
  for (const char* const code : {"en", "de", "uk"}) {
    const auto other = lines_of(code);
    ASSERT_EQ(other.size(), english.size()) << code;
    for (const auto& [key, text] : english)
      EXPECT_EQ(placeholders(text), placeholders(other.at(key))) << code << ' ' << key;
  }
}

// Reads the languages as a stage that is loaded does.
struct reading_stage {
  static inline std::shared_ptr<const interface_languages> read;
  static constexpr auto about = quoth::stage("test.reading", "1.0.0", "Reads the languages.");
  void load(const quoth::host& host) { read = std::make_shared<interface_languages>(host); }
  void process(quoth::document<reading_stage>&) {}
};

const interface_languages& languages() {
  quoth::testing::stage_under_test<reading_stage> stage;
  stage.resources(places::resources("writers"));
  stage.text("x");
  EXPECT_TRUE(stage.run()) << stage.error();
  return *reading_stage::read;
}

TEST(Interface, LanguagesAreTheFoldersOfTheResourcesWithEnglishFirst) {
  EXPECT_EQ(languages().codes(), (std::vector<std::string>{"en", "de", "uk"}));
}

TEST(Interface, AnUnknownLanguageIsAnsweredInEnglish) {
  EXPECT_EQ(languages().position("uk"), 2u);
  EXPECT_EQ(languages().position("fr"), 0u);
  EXPECT_EQ(languages().position(""), 0u);
}

// The code of the writers, but for the list of keys.
std::string sources() {
  std::string all;
  const std::string folder = places::source("/plugins/writers");
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (name == "interface.cpp" || (!name.ends_with(".cpp") && !name.ends_with(".hpp"))) continue;
    std::ifstream file(entry.path());
    all.append(std::istreambuf_iterator<char>(file), {});
  }
  return all;
}

TEST(Interface, EveryPhraseIsSaidSomewhere) {
  const std::string code = sources();
  std::ifstream file(places::resources("writers") + "/en/phrases.txt");
  int keys = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    ++keys;
    const std::string key = line.substr(0, line.find('\t'));
    const std::string kind = key.substr(0, key.find('.'));
    const bool said = code.find('"' + key + '"') != std::string::npos ||
                      code.find('"' + kind + ".\"") != std::string::npos ||
                      code.find("rating_key(\"" + kind + '"') != std::string::npos;
    EXPECT_TRUE(said) << key;
  }
  EXPECT_GT(keys, 50);
}

}  // namespace
}  // namespace quoth::writers
