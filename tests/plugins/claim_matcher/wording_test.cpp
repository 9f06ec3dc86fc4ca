#include <gtest/gtest.h>

#include <alignment.hpp>
#include <array>
#include <cmath>
#include <wording.hpp>

#include "lexicons.hpp"

namespace quoth::matching {
namespace {

std::vector<double> numbers(std::string_view text, const std::string& lang = "en") {
  static const senses ukrainian = shipped("uk");
  wording made;
  made.read(text, lang == "de" ? german() : lang == "uk" ? ukrainian : english());
  std::vector<double> found;
  for (const unit_of_text& one : made.units()) {
    if (one.is_number) found.push_back(one.value);
  }
  return found;
}

TEST(Wording, PartsAreNumbers) {
  const auto values = [](const char* lang, std::string_view text) {
    wording words;
    words.read(text, shipped(lang));
    std::vector<double> found;
    for (const unit_of_text& unit : words.units()) {
      if (unit.is_number) found.push_back(std::round(unit.value * 1000.0) / 1000.0);
    }
    return found;
  };
  using numbers = std::vector<double>;
  EXPECT_EQ(values("en", "two thirds, a third of them, one quarter, two tenths of a point"),
            (numbers{0.667, 0.333, 0.25, 0.2}));
  EXPECT_EQ(values("en", "the third bridge, a third bridge, the twenty third"), numbers{20.0});
  EXPECT_EQ(values("de", "zwei Drittel, ein Viertel, die Hälfte"), (numbers{0.667, 0.25, 0.5}));
  EXPECT_EQ(values("uk", "дві третини, чверть, половина"), (numbers{0.667, 0.25, 0.5}));
}

TEST(Wording, NumbersAreValuesHoweverWritten) {
  EXPECT_EQ(numbers("Forty-one thousand tonnes"), std::vector<double>{41'000});
  EXPECT_EQ(numbers("41,000 tonnes"), std::vector<double>{41'000});
  EXPECT_EQ(numbers("2.3 million and 2.3m"), (std::vector<double>{2'300'000, 2'300'000}));
  EXPECT_EQ(numbers("one hundred and five"), std::vector<double>{105});
  EXPECT_EQ(numbers("two hundred thousand"), std::vector<double>{200'000});
  EXPECT_EQ(numbers("a hundred and eight thousand"), std::vector<double>{108'000});
  EXPECT_EQ(numbers("half a million"), std::vector<double>{});
  EXPECT_EQ(numbers("einundvierzig Tonnen, 41 Tonnen", "de"), (std::vector<double>{41, 41}));
  EXPECT_EQ(numbers("2,3 Millionen", "de"), std::vector<double>{2'300'000});
  EXPECT_EQ(numbers("по дві тисячі на двох і сто двадцять", "uk"),
            (std::vector<double>{2'000, 2, 120}));
}

TEST(Wording, NeighbouringNumbersStayTwo) {
  EXPECT_EQ(numbers("six or seven, seven two"), (std::vector<double>{6, 7, 7, 2}));
}

TEST(Wording, AGermanWordJoinedOfOthersIsLikeItsLastOne) {
  const auto alike = [](std::string_view one, std::string_view other, const senses& language) {
    wording a, b;
    a.read(one, language);
    b.read(other, language);
    return likeness(a.units().front(), b.units().front());
  };
  EXPECT_GE(alike("Talbrücke", "Brücken", german()), related);
  EXPECT_GE(alike("Stoß", "Erdstoß", german()), related);
  EXPECT_GE(alike("Reform", "Gerichtsreform", german()), related);
  EXPECT_GE(alike("Bauunternehmen", "Unternehmen", german()), related);
  EXPECT_LT(alike("Gegenangebot", "Angebot", german()), related);
  EXPECT_LT(alike("Misserfolg", "Erfolg", german()), related);
  EXPECT_LT(alike("Talbrücke", "Bahnbrücke", german()), related);
  EXPECT_LT(alike("unmöglich", "möglich", german()), related);
  EXPECT_LT(alike("Football", "Ball", english()), related) << "English does not join words";
}

TEST(Wording, CountriesAreMarkedInAllTheirWords) {
  wording made;
  made.read("They met in South Korea and in France's capital.", english());
  std::string marked;
  for (const unit_of_text& one : made.units()) {
    if ((one.classes & country) != 0) {
      marked += made.text().substr(one.begin, one.end - one.begin);
      marked += '|';
    }
  }
  EXPECT_EQ(marked, "South|Korea|France's|");
}

TEST(Wording, ANameMayHaveAPossessiveEndingWithOrWithoutItsApostrophe) {
  using endings = std::vector<std::string>;
  EXPECT_EQ(english().name_endings(), (endings{"", "'s", "s"}));
  EXPECT_EQ(shipped("de").name_endings(), (endings{"", "'s", "s"}));
  EXPECT_EQ(senses("").name_endings(), endings{""});
}

TEST(Wording, AnUnknownClassInALexiconIsNamedWithItsLine) {
  try {
    const senses made("en", "not\tnegation\nnever\tnegtion\n", "words.tsv");
    FAIL() << "accepted";
  } catch (const text::lexicon_error& why) {
    EXPECT_STREQ(why.what(), "words.tsv:2: unknown class 'negtion'");
  }
}

TEST(Wording, ANumberOfALargerUnitIsThatManyOfTheSmaller) {
  for (const auto& [lang, larger, smaller] :
       std::vector<std::array<const char*, 3>>{{"en", "three decades", "thirty years"},
                                               {"de", "drei Jahrzehnte", "dreißig Jahre"},
                                               {"uk", "два століття", "двісті років"}}) {
    const senses language = shipped(lang);
    wording one, other;
    one.read(larger, language);
    other.read(smaller, language);
    ASSERT_EQ(one.size(), 2u) << larger;
    EXPECT_EQ(one.units()[0].hash, other.units()[0].hash) << larger;
    EXPECT_EQ(one.units()[1].same, other.units()[1].same) << larger;
  }
  wording decade, year;
  decade.read("a decade ago, in thirty decades", english());
  year.read("a year ago, in thirty years", english());
  EXPECT_NE(decade.units()[1].same, year.units()[1].same) << "nothing counts it";
  EXPECT_NE(decade.units()[4].hash, year.units()[4].hash);
}

}  // namespace
}  // namespace quoth::matching
