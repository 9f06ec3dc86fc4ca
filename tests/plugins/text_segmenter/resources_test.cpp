#include <gtest/gtest.h>

#include <map>
#include <string>
#include <text/lexicon.hpp>

#include "segmented.hpp"

namespace quoth::segmenter {
namespace {

language_resources load(std::map<std::string, std::string> files) {
  return language_resources::load(
      "xx", [files = std::move(files)](const std::string& name) -> std::optional<std::string_view> {
        const auto found = files.find(name);
        return found == files.end() ? std::nullopt : std::optional<std::string_view>(found->second);
      });
}

TEST(Resources, ShippedOnesAreWellFormed) {
  for (const char* lang : {"en", "de", "uk", "ru"}) {
    EXPECT_TRUE(shipped_language(lang).has_function_words()) << lang;
  }
}

TEST(Resources, EntriesInLowerCaseAreFoundUnderAnyCase) {
  const auto language = load({{"xx/abbreviations.txt", "mr\tname\nNo\tnumber\ninc\n"}});
  std::string scratch;
  EXPECT_EQ(language.classes("MR", scratch), stands_before_name);
  EXPECT_EQ(language.classes("No", scratch), stands_before_number);
  EXPECT_EQ(language.classes("no", scratch), 0u);
  EXPECT_EQ(language.classes("Inc", scratch), abbreviation);
}

TEST(Resources, OneWordCanBeOfSeveralClasses) {
  const auto language = load({{"xx/abbreviations.txt", "may\n"},
                              {"xx/calendar.txt", "may\n"},
                              {"xx/function_words.txt", "may\n"}});
  std::string scratch;
  EXPECT_EQ(language.classes("May", scratch), abbreviation | calendar_word | function_word);
}

TEST(Resources, ErrorsNameFileAndLine) {
  try {
    static_cast<void>(load({{"xx/abbreviations.txt", "# list\nmr\tnames\n"}}));
    FAIL() << "no error";
  } catch (const text::lexicon_error& error) {
    EXPECT_STREQ(error.what(),
                 "xx/abbreviations.txt:2: the second column says what follows: 'name', 'number' or "
                 "nothing, not 'names'");
  }
}

}  // namespace
}  // namespace quoth::segmenter
