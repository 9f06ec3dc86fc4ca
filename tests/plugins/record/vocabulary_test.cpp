#include <gtest/gtest.h>

#include <record/embedded.hpp>
#include <record/vocabulary.hpp>
#include <set>
#include <string>

namespace quoth::record {
namespace {

TEST(Vocabulary, OfALanguageIsInFilesThatAreRead) {
  std::set<std::string_view> names;
  for (const embedded_file& one : embedded_files()) {
    names.insert(one.name);
    EXPECT_EQ(one.language.size(), 2u) << one.language;
  }
  EXPECT_EQ(names, (std::set<std::string_view>{"forms.tsv", "roles.tsv"}));
}

TEST(Vocabulary, OfRolesIsThatOfAllLanguages) {
  for (const char* word : {"the", "der", "fur"})
    EXPECT_TRUE((role_words().kinds_of(word) & empty_word) != 0);
  EXPECT_TRUE(role_words().determiners.contains("the"));
  EXPECT_FALSE(role_words().before_capitals.contains("the"));
  EXPECT_TRUE(role_words().before_capitals.contains("der"));
}

TEST(Vocabulary, OfWordFormsIsOfOneLanguage) {
  EXPECT_EQ(forms_of("de").infix, "zu");
  EXPECT_TRUE(forms_of("en").infix.empty());
  EXPECT_TRUE(forms_of("en").endings.empty());
  EXPECT_TRUE(forms_of("xx").contractions.empty());
  std::size_t longest = forms_of("uk").endings.front().size();
  for (const std::string& ending : forms_of("uk").endings) {
    EXPECT_LE(ending.size(), longest) << ending;
    longest = ending.size();
  }
}

}  // namespace
}  // namespace quoth::record
