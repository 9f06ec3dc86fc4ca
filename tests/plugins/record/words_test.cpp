#include <gtest/gtest.h>

#include <record/words.hpp>
#include <string>

namespace quoth::record {
namespace {

std::string norms(std::string_view text, std::string_view lang = "en") {
  word_list list;
  list.split(text, lang);
  std::string joined;
  for (const word& one : list.all()) {
    if (!joined.empty()) joined += ' ';
    joined += list.norm(one);
  }
  return joined;
}

TEST(Words, EnglishContractionsAreTheWordsTheyStandFor) {
  EXPECT_EQ(norms("We'll go; they don't, can’t and won't."),
            "we will go they do not can not and will not");
  EXPECT_EQ(norms("It's here. Russia's here."), "it is here russia's here");
  EXPECT_EQ(norms("I'm here, I'd go"), "i am here i would go");
}

TEST(Words, OtherLanguagesKeepTheirApostrophes) {
  EXPECT_EQ(norms("п’ять і п'ять", "uk"), "п'ять і п'ять");
  EXPECT_EQ(norms("don't", "de"), "don't");
}

TEST(Words, NumbersLoseThousandsSeparatorsByLanguage) {
  EXPECT_EQ(norms("9,000 and 4.75 and 1,234,567"), "9000 and 4.75 and 1234567");
  EXPECT_EQ(norms("9.000 und 4,75", "de"), "9000 und 4.75");
  EXPECT_EQ(norms("10\u00A0000 Euro", "de"), "10000 euro");
}

TEST(Words, AListOfNumbersIsNotOneNumber) {
  EXPECT_EQ(norms("in 2012, 2013"), "in 2012 2013");
  EXPECT_EQ(norms("It was 2012."), "it was 2012");
}

TEST(Words, LettersAndDigitsPart) {
  EXPECT_EQ(norms("F-16 and F16, G20, COVID-19"), "f 16 and f 16 g 20 covid 19");
  EXPECT_EQ(norms("the 25th"), "the 25");
}

TEST(Words, PercentIsOneWordHoweverWritten) {
  EXPECT_EQ(norms("5% 5 percent 5 per cent"), "5 percent 5 percent 5 percent");
}

TEST(Words, HyphensPartAndCaseAndWidthFold) {
  EXPECT_EQ(norms("Russian-German SO-CALLED ＡＢＣ"), "russian german so called abc");
}

TEST(Words, AnInitialInBracketsIsOfItsWord) {
  EXPECT_EQ(norms("[N]obody came. [W]e're [sic] here [A] b [н]іхто"),
            "nobody came we are sic here a b ніхто");
  word_list list;
  list.split("[N]obody [who] came", "en");
  EXPECT_FALSE(list[0].flags & in_brackets);
  EXPECT_TRUE(list[0].flags & capital);
  EXPECT_TRUE(list[1].flags & in_brackets);
  EXPECT_FALSE(list[2].flags & in_brackets);
}

TEST(Words, EqualWordsHaveEqualHashes) {
  word_list a, b;
  a.split("We will leave", "en");
  b.split("WE'LL leave", "en");
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) EXPECT_EQ(a[i].hash, b[i].hash);
}

TEST(Words, SpansPointIntoTheText) {
  const std::string text = "Ça, we'll “see”.";
  word_list list;
  list.split(text, "en");
  ASSERT_EQ(list.size(), 4u);
  EXPECT_EQ(text.substr(list[0].begin, list[0].end - list[0].begin), "Ça");
  EXPECT_EQ(text.substr(list[1].begin, list[1].end - list[1].begin), "we'll");
  EXPECT_EQ(list[1].begin, list[2].begin);
  EXPECT_TRUE(list[2].flags & contracted);
}

TEST(Words, FlagsTellWhatStandsBefore) {
  word_list list;
  list.split("One … two [three] four, Five. Six", "en");
  ASSERT_EQ(list.size(), 6u);
  EXPECT_TRUE(list[0].flags & sentence_start);
  EXPECT_TRUE(list[1].flags & after_gap);
  EXPECT_TRUE(list[2].flags & in_brackets);
  EXPECT_FALSE(list[3].flags & in_brackets);
  EXPECT_TRUE(list[4].flags & clause_start);
  EXPECT_TRUE(list[4].flags & capital);
  EXPECT_TRUE(list[5].flags & sentence_start);
}

TEST(Words, AnyBytesAreAccepted) {
  std::string bytes;
  for (int i = 0; i < 4096; ++i) bytes.push_back(static_cast<char>((i * 7919) >> 3));
  word_list list;
  list.split(bytes, "en");
  for (const word& one : list.all()) {
    ASSERT_LE(one.begin, one.end);
    ASSERT_LE(one.end, bytes.size());
  }
  list.split(std::string(100'000, 'x'), "en");
  EXPECT_EQ(list.size(), 1u);
}

}  // namespace
}  // namespace quoth::record
