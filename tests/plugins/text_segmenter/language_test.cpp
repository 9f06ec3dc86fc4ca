#include "language.hpp"

#include <gtest/gtest.h>

#include "segmented.hpp"

namespace quoth::segmenter {
namespace {

language_guess guess(std::string_view text) {
  static const std::vector<language_resources> known{shipped_language("en"), shipped_language("de"),
                                                     shipped_language("uk"),
                                                     shipped_language("ru")};
  return detect_language(text, known, "en");
}

TEST(Language, ShortPosts) {
  EXPECT_EQ(guess("Even the governor herself is saying it now").code, "en");
  EXPECT_EQ(guess("Jetzt rudert die Ministerin auch noch zurück.").code, "de");
  EXPECT_EQ(guess("Видихаємо, друзі: тариф не зміниться.").code, "uk");
  EXPECT_EQ(guess("Выдыхаем, друзья: тариф в этом году не изменится.").code, "ru");
}

TEST(Language, LettersTellUkrainianFromRussian) {
  EXPECT_EQ(guess("Слава Україні").code, "uk");
  EXPECT_EQ(guess("Мы были").code, "ru");
}

TEST(Language, LanguagesWithoutResourcesAreTold) {
  EXPECT_EQ(guess("Le ministre a déclaré mardi que les quotas de pêche seraient réduits de huit "
                  "pour cent l’année prochaine, malgré l’opposition des armateurs.")
                .code,
            "fr");
}

TEST(Language, TooShortToTellIsTheDefault) {
  for (const char* text : {"", "42!", "OK", "😀"}) {
    EXPECT_EQ(guess(text).code, "en") << text;
    EXPECT_EQ(guess(text).confidence, 0.0) << text;
  }
}

TEST(Language, ADefaultInOtherLettersIsNotTaken) {
  const std::vector<language_resources> known{shipped_language("uk")};
  EXPECT_EQ(detect_language("Тату", known, "en").code, "und");
  EXPECT_EQ(detect_language("Тату", known, "uk").code, "uk");
}

TEST(Language, ConfidenceIsHigherForLongerTexts) {
  EXPECT_GT(guess("The minister said that the quota would be cut and that talks go on.").confidence,
            0.5);
}

TEST(Language, TagsBecomeIsoCodes) {
  EXPECT_EQ(language_of_tag("en-AU"), "en");
  EXPECT_EQ(language_of_tag("DE_at"), "de");
  EXPECT_EQ(language_of_tag("deu"), "de");
  EXPECT_EQ(language_of_tag("uk"), "uk");
  EXPECT_EQ(language_of_tag(""), "");
  EXPECT_EQ(language_of_tag("?"), "");
}

}  // namespace
}  // namespace quoth::segmenter
