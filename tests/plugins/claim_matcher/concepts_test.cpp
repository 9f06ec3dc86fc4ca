#include <gtest/gtest.h>

#include <algorithm>
#include <alignment.hpp>
#include <concepts.hpp>
#include <string>
#include <text/lexicon.hpp>
#include <wording.hpp>

#include "lexicons.hpp"

namespace quoth::matching {
namespace {

constexpr std::string_view small_table =
    "name\ten\tde\n"
    "shut\tclose, shut, closure, wind up\tschließen, Schließung\n"
    "opened\topen, opening\töffnen, Öffnung\n"
    "near\tclose, nearby\tnah\n"
    "drop\tcall off, cancel\tabsagen, abgesagt\n"
    "ending\t\tt\n";

senses with(std::string_view lang, std::string_view table = small_table) {
  return {lang, "off\tfunction\nthe\tfunction article\n", "words.tsv",
          std::make_shared<const concept_table>(std::string(table), "concepts.tsv")};
}

// The concepts of the first word of a text, in order.
std::vector<std::uint16_t> concepts_of(std::string_view text, const senses& language) {
  wording words;
  words.read(text, language);
  std::vector<std::uint16_t> found;
  for (const std::uint16_t id : words.units().at(0).concepts.ids()) {
    if (id != 0) found.push_back(id);
  }
  std::ranges::sort(found);
  return found;
}

using ids = std::vector<std::uint16_t>;

TEST(Concepts, AWordHasThoseOfItsStem) {
  EXPECT_EQ(concepts_of("closures", with("en")), ids{1});
  EXPECT_EQ(concepts_of("schließt", with("de")), ids{1});
  EXPECT_EQ(concepts_of("cancelled", with("en")), ids{4});
  EXPECT_EQ(concepts_of("library", with("en")), ids{});
}

TEST(Concepts, StemsLoseEndingsAndCountByTheirFirstLetters) {
  const senses ukrainian = with("uk",
                                "name\tuk\n"
                                "ending\tим, и, а\n"
                                "longest\t6\n"
                                "rest\tвідпочити\n"
                                "pay\tплатити, заплатити\n");
  EXPECT_EQ(concepts_of("відпочине", ukrainian), ids{3});
  EXPECT_EQ(concepts_of("платимо", ukrainian), ids{4});
  EXPECT_EQ(concepts_of("заплатить", ukrainian), ids{4});
  EXPECT_EQ(concepts_of("відповідь", ukrainian), ids{});
}

TEST(Concepts, PhrasesOfTheRowConditionBeginOne) {
  wording words;
  words.read("so long as it rains", with("en", "name\ten\ncondition\tso long\n"));
  EXPECT_NE(words.units().at(0).classes & condition, 0U);
  words.read("so it rains", with("en", "name\ten\ncondition\tso long\n"));
  EXPECT_EQ(words.units().at(0).classes & condition, 0U);
}

TEST(Concepts, AWordOfSeveralSensesHasAll) {
  EXPECT_EQ(concepts_of("closing", with("en")), (ids{1, 3}));
}

TEST(Concepts, APhraseIsKnownWithAFewWordsBetween) {
  EXPECT_EQ(concepts_of("called off", with("en")), ids{4});
  EXPECT_EQ(concepts_of("called the strike off", with("en")), ids{4});
  EXPECT_EQ(concepts_of("called a doctor. Off we go", with("en")), ids{});
  EXPECT_EQ(concepts_of("called", with("en")), ids{});
}

TEST(Concepts, ANameHasNone) {
  wording words;
  words.read("says Close", with("en"));
  EXPECT_TRUE(words.units().at(1).concepts.empty());
  words.read("sagt die Öffnung", with("de"));  // in German each noun has a capital
}

TEST(Concepts, ALanguageWithoutAColumnHasNone) {
  EXPECT_EQ(concepts_of("fermer", with("fr")), ids{});
}

TEST(Concepts, AFaultIsToldWithItsLine) {
  const auto what = [](std::string_view contents) {
    try {
      const concept_table table{std::string(contents), "concepts.tsv"};
    } catch (const text::lexicon_error& e) {
      return std::string(e.what());
    }
    return std::string("no error");
  };
  EXPECT_EQ(what("name\ten\nshut\tclose\nshut\tshut\n"),
            "concepts.tsv:3: a second concept of that name");
  EXPECT_EQ(what("name\ten\nshut\tclose\nlongest\tsix\n"),
            "concepts.tsv:3: a number of letters, 1 or more, is expected");
  EXPECT_EQ(what("name\ten\nshut\n"), "concepts.tsv:2: 1 column, at least 2 expected");
}

TEST(Concepts, WordsOfOneConceptAreAlikeAcrossLanguages) {
  const auto table =
      std::make_shared<const concept_table>(std::string(small_table), "concepts.tsv");
  const senses english("en", "", "words.tsv", table);
  const senses german("de", "", "words.tsv", table);
  wording claim, record;
  claim.read("schließen", german);
  record.read("shutting opened", english);
  EXPECT_GE(likeness(claim.units()[0], record.units()[0]), related);
  EXPECT_LT(likeness(claim.units()[0], record.units()[1]), related);
}

TEST(Concepts, TheShippedTableIsWhole) {
  const text::lexicon rows =
      text::lexicon::load(places::source("/plugins/claim_matcher/resources/concepts.tsv"), {5, 5});
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (rows[i][0] == "ending" || rows[i][0] == "longest") continue;
    std::size_t told = 0;  // languages
    for (std::size_t column = 1; column < 5; ++column) told += rows[i][column].empty() ? 0 : 1;
    EXPECT_GE(told, 2U) << rows[i][0];
  }
}

TEST(Concepts, TheShippedTableTellsWhatRetellingsChange) {
  const auto alike = [](const char* lang, std::string_view a, std::string_view b) {
    const senses language = shipped(lang);
    wording one, other;
    one.read(a, language);
    other.read(b, language);
    return likeness(one.units().at(0), other.units().at(0)) >= related;
  };
  EXPECT_TRUE(alike("en", "shut", "closing"));
  EXPECT_TRUE(alike("de", "verboten", "untersagt"));
  EXPECT_TRUE(alike("uk", "звільнити", "скоротити") || alike("uk", "заборонити", "забороняти"));
  EXPECT_FALSE(alike("en", "shut", "opened"));
}

TEST(Concepts, AGermanVerbIsReadWithTheParticleThatEndsItsClause) {
  const senses german = shipped("de");
  const auto has = [&](std::string_view word, std::string_view said) {
    wording one, other;
    one.read(word, german);
    other.read(said, german);
    return std::ranges::any_of(other.units(), [&](const unit_of_text& u) {
      return likeness(one.units().at(0), u) >= related;
    });
  };
  EXPECT_TRUE(has("Erwägung", "Über eine Maut denke ich nach."));
  EXPECT_TRUE(has("abgerissen", "Wenn sich Risse zeigen, reißen wir ab."));
  EXPECT_TRUE(has("Abriss", "Wir reißen die Brücke ab, wenn sich Risse zeigen."));
  EXPECT_FALSE(has("abgerissen", "Wir reißen uns um die Brücke."));
  EXPECT_FALSE(has("abgerissen", "Wir reißen uns zusammen. Der Zug fährt ab."));
  EXPECT_FALSE(has("Erwägung", "Ich denke nach wie vor an eine Maut."));
}

}  // namespace
}  // namespace quoth::matching
