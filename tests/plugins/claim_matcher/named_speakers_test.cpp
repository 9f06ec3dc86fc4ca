#include <gtest/gtest.h>

#include <named_speakers.hpp>
#include <records.hpp>

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
                          {"Council", "The budget is approved."}},
                         {{"Thea Kronsberg", "Bildungsministerin"},
                          {"Rolf Kronsberg", "Vorsitzender des Elternverbands"}}));
    made.finish();
    speakers_.emplace(folder_ / "r");
  }

  std::string only(std::string_view text, std::string_view lang = "en") {
    const named_speakers named(text, lang, *speakers_, "2031-09-01");
    return name_of(named.only());
  }
  std::string meant(std::string_view text, std::string_view name, std::string_view lang = "en") {
    const named_speakers named(text, lang, *speakers_, "2031-09-01");
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

TEST_F(NamedSpeakers, SeveralAreNobody) {
  EXPECT_EQ(only("Aldous answers Thea Kronsberg: “No.”"), "nobody");
  EXPECT_EQ(only("Somebody else says: “No.”"), "nobody");
}

TEST_F(NamedSpeakers, NamesInsideQuotationMarksAreNotLookedAt) {
  EXPECT_EQ(only("“Ask Rolf Kronsberg,” says Aldous."), "Kwame Aldous");
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

}  // namespace
}  // namespace quoth::matching
