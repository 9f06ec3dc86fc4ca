#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <text/fold.hpp>
#include <text/utf8.hpp>

namespace quoth::text {
namespace {

TEST(Fold, LowersEveryScriptWithCase) {
  EXPECT_EQ(to_lower("ÄÖÜ Straße KYIV Київ ΩΜΕΓΑ"), "äöü straße kyiv київ ωμεγα");
}

TEST(Fold, MatchKeyLevelsTypography) {
  EXPECT_EQ(match_key("“It’s  over” – again…"), "\"it's over\" - again...");
  EXPECT_EQ(match_key("„Nein“, «oui», ‚ja‘"), "\"nein\", \"oui\", 'ja'");
  EXPECT_EQ(match_key("п’ять і п'ять і пʼять"), "п'ять і п'ять і п'ять");
}

TEST(Fold, MatchKeyFoldsCaseAndCompatibility) {
  EXPECT_EQ(match_key("STRASSE Straße"), "strasse strasse");
  EXPECT_EQ(match_key("ﬁne ① ＡＢＣ"), "fine 1 abc");
  EXPECT_EQ(match_key("cafe\u0301"), match_key("CAFÉ"));
}

TEST(Fold, MatchKeyDropsInvisibleCharactersAndTrims) {
  EXPECT_EQ(match_key("\u00A0 Minis\u00ADter \t\n x "), "minister x");
  EXPECT_EQ(match_key(" \n "), "");
}

TEST(Fold, MatchKeyAppendsWithoutTouchingWhatIsThere) {
  std::string out = "A ";
  append_match_key(" B ", out);
  EXPECT_EQ(out, "A b");
}

TEST(Fold, MalformedBytesBecomeReplacements) {
  EXPECT_EQ(match_key("a\xFF"
                      "b"),
            "a\uFFFDb");
}

TEST(Fold, KeysOfKeysAreThemselves) {
  constexpr std::array<const char*, 20> pieces{
      "a", "E\u0301", "\u0301", "ß", "“", "–", " ", "\u00AD", "´", "\xFF",
      "İ", "ﬁ",       "Ї",      "ё", ".", "'", "ł", "한",     "≠", "\u00A8"};
  std::mt19937 random(11);
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    for (std::size_t i = 0; i < random() % 8; ++i) text += pieces[random() % pieces.size()];
    const std::string key = match_key(text);
    ASSERT_EQ(match_key(key), key) << text;
    const std::string name = name_key(text);
    ASSERT_EQ(name_key(name), name) << text;
    ASSERT_EQ(first_malformed(key), std::nullopt) << text;
  }
}

TEST(Fold, NameKeyIgnoresDiacritics) {
  EXPECT_EQ(name_key("Angela Müller"), "angela muller");
  EXPECT_EQ(name_key("Łódź"), "lodz");
  EXPECT_EQ(name_key("Øystein Ağca"), "oystein agca");
  EXPECT_EQ(name_key("Đặng"), "dang");
}

TEST(Fold, NameKeyLevelsApostrophesHyphensAndInitials) {
  EXPECT_EQ(name_key("D’Artagnan"), "dartagnan");
  EXPECT_EQ(name_key("Jean-Luc Dehaene"), "jean luc dehaene");
  EXPECT_EQ(name_key("J.D. Vance"), name_key("J. D. Vance"));
}

TEST(Fold, NameKeyKeepsCyrillicLettersApart) {
  EXPECT_EQ(name_key("Зеленський"), "зеленський");
  EXPECT_NE(name_key("їй"), name_key("ии"));
  EXPECT_EQ(name_key("Горбачёв"), name_key("Горбачев"));
}

TEST(Fold, LongRunsOfMarksStayLinear) {
  std::string text = "e";
  for (int i = 0; i < 1'000'000; ++i) text += "\u0301";
  EXPECT_FALSE(match_key(text).empty());
}

}  // namespace
}  // namespace quoth::text
