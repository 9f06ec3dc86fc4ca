#include <gtest/gtest.h>

#include <ctime>
#include <named_speakers.hpp>
#include <records.hpp>

#include "lexicons.hpp"

namespace quoth::matching {
namespace {

using record::entry_bytes;

class NamedSpeakers : public ::testing::Test {
 protected:
  void SetUp() override {
    record::store made(folder_ / "r");
    made.add(entry_bytes("a", "2031-09-01",
                         {{"Thea Kronsberg", "Phones have no place in class."},
                          {"Rolf Kronsberg", "We want lockers."},
                          {"Kwame Aldous", "I am not retiring."},
                          {"Council", "The budget is approved."},
                          {"Liu He", "Trade goes on."},
                          {"Liu Olha", "Trade stops."},
                          {"Electoral Board", "The count goes on."},
                          {"Олександр Лісовий", "Дах не тектиме."}},
                         {{"Thea Kronsberg", "Bildungsministerin"},
                          {"Rolf Kronsberg", "Vorsitzender des Elternverbands"}}));
    made.finish();
    speakers_.emplace(folder_ / "r");
  }

  std::string only(std::string_view text, const std::string& lang = "en") {
    const senses language = shipped(lang);
    const named_speakers named(text, language, *speakers_, "2031-09-01");
    return name_of(named.only());
  }
  std::string meant(std::string_view text, std::string_view name, const std::string& lang = "en") {
    const senses language = shipped(lang);
    named_speakers named(text, language, *speakers_, "2031-09-01");
    return name_of(named.meant_by(name));
  }
  std::string name_of(std::uint32_t speaker) {
    return speaker == record::no_speaker ? "nobody" : speakers_->speakers()[speaker].name;
  }

  record::own_folder folder_;
  std::optional<record::catalogue> speakers_;
};

TEST_F(NamedSpeakers, TheOnlyOneIsFoundBySurname) {
  EXPECT_EQ(only("Sore loser: “I can't blame a whistle.” What does Aldous mean?"), "Kwame Aldous");
  EXPECT_EQ(only("Aldous's words: “I can't blame a whistle.”"), "Kwame Aldous");
}

TEST_F(NamedSpeakers, AnOfficeBehindANotIsWhoIsNotMeant) {
  EXPECT_EQ(meant("Kronsberg (die Bildungsministerin, nicht der Vorsitzende)", "Kronsberg", "de"),
            "Thea Kronsberg");
  EXPECT_EQ(
      meant("Kronsberg, nicht die Bildungsministerin, sondern der Vorsitzende", "Kronsberg", "de"),
      "Rolf Kronsberg");
  EXPECT_EQ(meant("Kronsberg (die Bildungsministerin, der Vorsitzende)", "Kronsberg", "de"),
            "nobody");
}

TEST_F(NamedSpeakers, AnOfficeOfABodyIsNotTheBody) {
  EXPECT_EQ(name_of(speakers_->resolve("Grandmaster Liu Olha", {}, {})), "Liu Olha");
  EXPECT_EQ(name_of(speakers_->resolve("Chair of the Electoral Board", {}, {})), "nobody");
}

TEST_F(NamedSpeakers, ASurnameInAnotherCaseIsTheSame) {
  EXPECT_EQ(only("Чутно від Олександра Лісового: дах протече.", "uk"), "Олександр Лісовий");
  EXPECT_EQ(only("Дах Лісовому не до душі.", "uk"), "Олександр Лісовий");
  EXPECT_EQ(only("У Лісках чутно: дах протече.", "uk"), "nobody");
}

TEST_F(NamedSpeakers, ANameNeedsNoCapitalsWhereTheTextHasNone) {
  EXPECT_EQ(only("coach kwame aldous yesterday: i am not retiring"), "Kwame Aldous");
  EXPECT_EQ(only("coach aldous yesterday: i am not retiring"), "Kwame Aldous");
  EXPECT_EQ(only("Coach kwame aldous yesterday: I am not retiring"), "nobody");
}

TEST_F(NamedSpeakers, AGivenNameBehindATitleIsTheOnlyOneWhoHasIt) {
  EXPECT_EQ(name_of(speakers_->called_by_title("Dame", "Thea")), "Thea Kronsberg");
  EXPECT_EQ(name_of(speakers_->called_by_title("пане", "Олександр")), "nobody");
  EXPECT_EQ(name_of(speakers_->called_by_title("пан", "Олександр")), "Олександр Лісовий");
  EXPECT_EQ(name_of(speakers_->called_by_title("Dame", "Liu")), "nobody") << "two have it";
  EXPECT_EQ(name_of(speakers_->called_by_title("Coach", "Thea")), "nobody");
  EXPECT_EQ(name_of(speakers_->called_by_title("Queen", "Thea")), "nobody") << "she is another";
  EXPECT_EQ(name_of(speakers_->called_by_title("Dame", "Kronsberg")), "nobody");
}

TEST_F(NamedSpeakers, SeveralAreNobody) {
  EXPECT_EQ(only("Aldous answers Thea Kronsberg: “No.”"), "nobody");
  EXPECT_EQ(only("Somebody else says: “No.”"), "nobody");
}

TEST_F(NamedSpeakers, NamesInsideQuotationMarksAreNotLookedAt) {
  EXPECT_EQ(only("“Ask Rolf Kronsberg,” says Aldous."), "Kwame Aldous");
}

TEST_F(NamedSpeakers, APronounIsNobodysSurname) {
  EXPECT_EQ(only("He says: “No.”"), "nobody");
  EXPECT_EQ(only("Liu He says: “No.”"), "Liu He");
  EXPECT_EQ(only("He answers Aldous: “No.”"), "Kwame Aldous");
}

TEST_F(NamedSpeakers, ABodyOfOneWordIsNoPerson) {
  EXPECT_EQ(only("The Council speaks: “No.”"), "nobody");
}

TEST_F(NamedSpeakers, ARoleTellsWhichOfTwoNamesakes) {
  EXPECT_EQ(only("Die Ministerin im Radio: „Nein.“ Was nun, Frau Kronsberg?", "de"),
            "Thea Kronsberg");
  EXPECT_EQ(meant("Kronsberg (die Ministerin): „Wer zahlt, darf fragen.“", "Kronsberg", "de"),
            "Thea Kronsberg");
  EXPECT_EQ(meant("Kronsberg: „Wer zahlt, darf fragen.“", "Kronsberg", "de"), "nobody");
}

TEST_F(NamedSpeakers, AGivenNameTellsWhichOfTwoNamesakes) {
  EXPECT_EQ(meant("Kronsberg (Rolf) says no.", "Kronsberg"), "Rolf Kronsberg");
}

TEST_F(NamedSpeakers, PossessiveEndingsAreTheLanguages) {
  EXPECT_EQ(only("Aldous’s words: “I can't blame a whistle.”"), "Kwame Aldous");
  EXPECT_EQ(only("Thea Kronsbergs Worte: „Nein.“", "de"), "Thea Kronsberg");
  EXPECT_EQ(only("Thea Kronsbergs words: “No.”"), "nobody");
}

TEST_F(NamedSpeakers, NamesakesWithoutSpacesTakeLinearTime) {
  const auto seconds = [&](std::size_t names) {
    std::string text;
    for (std::size_t i = 0; i < names; ++i) {
      text += i % 2 == 0 ? "Kronsberg,Minister" : "Kronsberg,Word";
      text += static_cast<char>('a' + i % 26);
      text += static_cast<char>('a' + i / 26 % 26);
      text += static_cast<char>('a' + i / 676 % 26);
      text += ',';
    }
    const std::clock_t begin = std::clock();
    const named_speakers named(text, english(), *speakers_, "2031-09-01");
    EXPECT_EQ(named.all().size(), names);
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  };
  const double half = seconds(2000);
  const double whole = seconds(4000);
  EXPECT_LT(whole, 3 * half + 0.05) << half << " s, twice the text " << whole;
  EXPECT_LT(whole, 1.0);
}

}  // namespace
}  // namespace quoth::matching
