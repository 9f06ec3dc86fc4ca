#include <gtest/gtest.h>

#include <string>
#include <text/transliterate.hpp>
#include <thread>
#include <vector>

namespace quoth::text {
namespace {

TEST(Transliterate, WritesNamesAsNewsroomsDo) {
  EXPECT_EQ(to_latin("Володимир Зеленський"), "Volodymyr Zelenskyy");
  EXPECT_EQ(to_latin("Владимир Путин"), "Vladimir Putin");
  EXPECT_EQ(to_latin("Горбачёв"), "Gorbachev");
  EXPECT_EQ(to_latin("Ельцин"), "Yeltsin");
}

TEST(Transliterate, LanguageDecidesWhereLettersDoNot) {
  EXPECT_EQ(to_latin("Гнатюк", "uk"), "Hnatyuk");
  EXPECT_EQ(to_latin("Гнатюк", "ru"), "Gnatyuk");
}

TEST(Transliterate, OtherScriptsPassThrough) {
  EXPECT_EQ(to_latin("Angela Müller 中"), "Angela Müller 中");
  EXPECT_EQ(to_latin("bad \xFF bytes"), "bad \xFF bytes");
}

TEST(Transliterate, RomanisedKeyJoinsSpellingsOfOneName) {
  const std::string zelensky = romanised_key("Зеленський");
  for (const char* spelling : {"Zelensky", "Zelenskyy", "Zelenskiy", "Zelenskyj", "Selenskyj"}) {
    EXPECT_EQ(romanised_key(spelling), zelensky) << spelling;
  }
  EXPECT_EQ(romanised_key("Lukaschenko"), romanised_key("Лукашенко"));
  EXPECT_EQ(romanised_key("Jelzin"), romanised_key("Ельцин"));
  EXPECT_EQ(romanised_key("Chodorkowski"), romanised_key("Ходорковский"));
}

TEST(Transliterate, RomanisedKeyKeepsDifferentNamesApart) {
  EXPECT_NE(romanised_key("Putin"), romanised_key("Medvedev"));
  EXPECT_NE(romanised_key("Ivanov"), romanised_key("Ivanenko"));
}

TEST(Transliterate, ManyThreadsAtOnce) {
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([] {
      for (int n = 0; n < 200; ++n) ASSERT_EQ(to_latin("Сергій Лавров"), "Serhiy Lavrov");
    });
  }
  for (std::thread& one : threads) one.join();
}

TEST(ConsonantKey, IsThatOfTheNameAsCyrillicWritesItByEar) {
  for (const auto& [latin, cyrillic] : std::vector<std::pair<const char*, const char*>>{
           {"Ingrid Mossberg", "Інгрід Моссберг"},
           {"Niall Prendergast", "Найл Прендергаст"},
           {"Thea Kronsberg", "Теа Кронсберг"},
           {"Petra Vance", "Петра Венс"},
           {"Konstantin Wehrle", "Константин Верле"},
           {"Wynne Maddox", "Вінн Меддокс"},
           {"Angela Merkel", "Ангела Меркель"},
           {"Olaf Scholz", "Олаф Шольц"},
           {"Emmanuel Macron", "Еммануель Макрон"},
       }) {
    EXPECT_EQ(consonant_key(latin), consonant_key(cyrillic)) << latin;
  }
  EXPECT_NE(consonant_key("Ingrid Mossberg"), consonant_key("Інгрід Мельник"));
}

}  // namespace
}  // namespace quoth::text
