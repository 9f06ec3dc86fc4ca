#include <gtest/gtest.h>

#include <record/merge.hpp>
#include <record/roles.hpp>

namespace quoth::record {
namespace {

said_name name(std::string text, std::int64_t statements = 1, std::string role = {}) {
  said_name made;
  made.text = std::move(text);
  made.statements = statements;
  if (!role.empty()) made.roles.push_back({role, {}, {}});
  made.role = std::move(role);
  return made;
}

// Speakers are numbered as they come: {0, 1, 0} are two, and the third name is the first speaker's.
using speakers = std::vector<std::uint32_t>;
using shown = std::vector<std::string>;

TEST(Merge, SpellingsOfOneNameAreOneSpeaker) {
  const auto merged = merge_names({name("Volodymyr Zelenskyy"), name("Volodymyr Zelensky", 5),
                                   name("Володимир Зеленський"), name("Sergei Lavrov")});
  EXPECT_EQ(merged.speaker_of, (speakers{0, 0, 0, 1}));
  EXPECT_EQ(merged.names, (shown{"Volodymyr Zelensky", "Sergei Lavrov"}));
}

TEST(Merge, ABareSurnameIsTheOneWhoHasIt) {
  const auto merged = merge_names({name("PUTIN", 90), name("Vladimir Putin"), name("Brune")});
  EXPECT_EQ(merged.speaker_of, (speakers{0, 0, 1}));
  EXPECT_EQ(merged.names, (shown{"Vladimir Putin", "Brune"}));
}

TEST(Merge, TwoPeopleOfOneSurnameAreTwo) {
  const auto merged = merge_names({name("Liv Tangen"), name("Per Tangen"), name("Tangen")});
  EXPECT_EQ(merged.speaker_of, (speakers{0, 1, 2}));
}

TEST(Merge, ASharedSurnameWithARoleIsTheOneOfThatRole) {
  const auto merged =
      merge_names({name("Liv Tangen", 1, "Fisheries Minister"), name("Per Tangen", 1, "chairman"),
                   name("Tangen", 1, "minister")});
  EXPECT_EQ(merged.speaker_of, (speakers{0, 1, 0}));
}

TEST(Merge, ASharedSurnameIsTheOneWhoOutweighsTheOthers) {
  const auto merged =
      merge_names({name("Vladimir Putin", 60'000), name("Lyudmila Putin", 2), name("Putin")});
  EXPECT_EQ(merged.speaker_of, (speakers{0, 1, 0}));
}

TEST(Merge, AllNamesOfASpeakerTellHowMuchTheyOutweigh) {
  const auto merged = merge_names({name("Vladimir Putin", 70), name("Владимир Путин", 70),
                                   name("Lyudmila Putin", 2), name("Putin")});
  EXPECT_EQ(merged.speaker_of, (speakers{0, 0, 1, 0}));
}

TEST(Merge, AMiddleNameMakesNoOtherPerson) {
  const auto merged = merge_names({name("George W. Bush"), name("George Bush")});
  EXPECT_EQ(merged.speaker_of, (speakers{0, 0}));
}

TEST(Merge, ADoubleSurnameStandsForTheWholeName) {
  const auto merged = merge_names({name("CALLOWAY-RUIZ"), name("Inés Calloway-Ruiz")});
  EXPECT_EQ(merged.speaker_of, (speakers{0, 0}));
}

TEST(Merge, ASecondSurnameBehindAHyphenIsTheSamePersonWhereNobodyElseHasEither) {
  EXPECT_EQ(merge_names({name("Ida Storck"), name("Storck"), name("Ida Storck-Lund"),
                         name("Storck-Lund"), name("I. Storck")})
                .speaker_of,
            (speakers{0, 0, 0, 0, 0}));
  EXPECT_EQ(merge_names({name("Ida Storck"), name("Ida Storck-Lund"), name("Per Lund")}).speaker_of,
            (speakers{0, 0, 1}));
  EXPECT_EQ(
      merge_names({name("Ida Storck"), name("Ida Storck-Lund"), name("Per Storck")}).speaker_of,
      (speakers{0, 1, 2}));
  EXPECT_EQ(merge_names({name("Ida Storck"), name("Eva Storck-Lund")}).speaker_of,
            (speakers{0, 1}));
  EXPECT_EQ(merge_names({name("Ida Storck"), name("Ida Storck-Lund"), name("Ida Lund")}).speaker_of,
            (speakers{0, 1, 1}));
}

TEST(Merge, AnInitialIsTheOneOfThatSurnameWhomItBegins) {
  EXPECT_EQ(merge_names({name("Ida Storck"), name("I. Storck"), name("Storck")}).speaker_of,
            (speakers{0, 0, 0}));
  EXPECT_EQ(merge_names({name("Ida Storck"), name("P. Storck")}).speaker_of, (speakers{0, 1}));
  EXPECT_EQ(merge_names({name("Ida Storck"), name("Per Storck"), name("I. Storck")}).speaker_of,
            (speakers{0, 1, 2}));
}

TEST(Merge, ANameWithAnInitialIsShownOnlyWhereThereIsNoOther) {
  EXPECT_EQ(merge_names({name("I. Storck", 9), name("Ida Storck")}).names,
            std::vector<std::string>{"Ida Storck"});
}

TEST(Merge, NamesInTwoScriptsAndSpellingsAreOneSpeaker) {
  const auto merged =
      merge_names({name("Volodymyr Zelensky", 5), name("Зеленський"), name("Zelenskyy"),
                   name("Zelensky"), name("Volodymyr Zelenskyy"), name("Володимир Зеленський")});
  EXPECT_EQ(merged.speaker_of, (speakers{0, 0, 0, 0, 0, 0}));
}

TEST(Merge, ACyrillicNameIsReadInEitherLanguageWhoseLettersItHas) {
  const auto merged = merge_names({name("Галина Приступа", 3), name("Halyna Prystupa"),
                                   name("Galina Pristupa"), name("Приступа"), name("Prystupa")});
  EXPECT_EQ(merged.speaker_of, (speakers{0, 0, 0, 0, 0}));
  EXPECT_EQ(merge_names({name("Galina Prystupa"), name("Halyna Prystupa")}).speaker_of,
            (speakers{0, 1}))
      << "Latin letters have one reading";
}

TEST(Merge, ASurnameIsReadAsTheWholeNameIsThoughItHasNoLetterThatTells) {
  const auto merged = merge_names({name("Ірина Гораста"), name("Гораста")});
  EXPECT_EQ(merged.speaker_of, (speakers{0, 0}));
}

TEST(Merge, AnAliasIsStrongerThanTheRules) {
  const auto merged = merge_names(
      {name("Liv Tangen"), name("Per Tangen"), name("Tangen"), name("the fox of the fjords", 7)},
      {{"Tangen", "Per Tangen"}, {"the fox of the fjords", "Liv Tangen"}});
  EXPECT_EQ(merged.speaker_of, (speakers{0, 1, 1, 0}));
  EXPECT_EQ(merged.names, (shown{"Liv Tangen", "Per Tangen"}));
}

TEST(Merge, OneNameWrittenInTwoWaysIsTheAliasOfOneSpeakerOnly) {
  const auto merged =
      merge_names({name("Liv Tangen"), name("Per Tangen"), name("Tangen"), name("Танген")},
                  {{"TANGEN", "Liv Tangen"}, {"Tangen", "Per Tangen"}});
  EXPECT_EQ(merged.speaker_of, (speakers{0, 1, 0, 0}));
}

TEST(Merge, ANicknameIsNobodyWhoIsMerelyDescribedSo) {
  const auto merged = merge_names({name("Volodymyr Zelensky"), name("The Comedian"),
                                   name("the Comedian"), name("the comedian")},
                                  {{"The Comedian", "Volodymyr Zelensky"}});
  EXPECT_EQ(merged.speaker_of, (speakers{0, 0, 0, 1}));
}

TEST(Merge, AnAliasLeavesANameWithAnothersRoleToThem) {
  const auto merged =
      merge_names({name("Liv Tangen", 1, "Fisheries Minister"), name("Per Tangen", 1, "chairman"),
                   name("Tangen"), name("Tangen", 1, "chairman")},
                  {{"Tangen", "Liv Tangen"}});
  EXPECT_EQ(merged.speaker_of, (speakers{0, 1, 0, 1}));
}

TEST(Merge, ARoleIsASpeakersUnderWhicheverNameItWasGiven) {
  const auto merged =
      merge_names({name("Liv Tangen"), name("Liv K. Tangen", 1, "chairman"),
                   name("Per Tangen", 1, "chairman"), name("Tangen", 1, "chairman")},
                  {{"Tangen", "Liv Tangen"}});
  EXPECT_EQ(merged.speaker_of, (speakers{0, 0, 1, 0}));
}

TEST(Merge, ARoleGivenWithANicknameCountsInWhicheverOrderAliasesCome) {
  const std::vector<said_name> names{name("Liv Tangen"), name("Fox", 1, "chairman"),
                                     name("Per Tangen", 1, "chairman"),
                                     name("Tangen", 1, "chairman")};
  const alias fox{"Fox", "Liv Tangen"};
  const alias surname{"Tangen", "Liv Tangen"};
  EXPECT_EQ(merge_names(names, {fox, surname}).speaker_of, (speakers{0, 0, 1, 0}));
  EXPECT_EQ(merge_names(names, {surname, fox}).speaker_of, (speakers{0, 0, 1, 0}));
}

TEST(Merge, AnAliasOfASingleNameIsOfTheOneWithoutARoleFirst) {
  const auto merged =
      merge_names({name("TANGEN", 1, "chairman"), name("Tangen"), name("Per Tangen", 1, "chairman"),
                   name("Liv Tangen"), name("The Fox")},
                  {{"The Fox", "Tangen"}});
  EXPECT_EQ(merged.speaker_of, (speakers{0, 1, 0, 2, 1}));
}

TEST(Merge, AnAliasMayTellItsSpeakerByTheRole) {
  const auto merged =
      merge_names({name("Tangen", 1, "chairman"), name("Tangen", 1, "minister"), name("The Fox")},
                  {{"The Fox", "Tangen, minister"}});
  EXPECT_EQ(merged.speaker_of, (speakers{0, 1, 1}));
  EXPECT_EQ(merged.names, (shown{"Tangen", "Tangen"}));
}

TEST(Merge, TheOrderOfDocumentsMakesNoDifference) {
  const std::vector<said_name> there{name("Tangen"), name("Liv Tangen"), name("Per Tangen"),
                                     name("L. Tangen")};
  EXPECT_EQ(merge_names(there).speaker_of, (speakers{0, 1, 2, 3}));
  EXPECT_EQ(merge_names({there.rbegin(), there.rend()}).speaker_of, (speakers{0, 1, 2, 3}));
}

TEST(Merge, ADescriptionIsTheOnePersonOfThatRole) {
  const auto merged =
      merge_names({name("Oskar Draganov", 1, "President of Veldania"),
                   name("Ansa Mirev", 1, "Tovrian Chancellor"), name("the Veldanian president"),
                   name("the minister"), name("The office of President Oskar Draganov"),
                   name("Oskar Draganov and Ansa Mirev")});
  EXPECT_EQ(merged.speaker_of, (speakers{0, 1, 0, 2, 3, 4}));
}

TEST(Roles, AnOfficeIsNotNamedByWhatItIsOf) {
  role_index roles;
  roles.add("Prime Minister of the United Kingdom", 0);
  roles.add("the Veldanian President", 1);
  for (const char* office : {"Minister", "the prime minister", "United Kingdom prime minister",
                             "President", "Veldania's president"}) {
    EXPECT_TRUE(roles.names_office(office)) << office;
  }
  for (const char* other : {"United Kingdom", "the Kingdom", "Chancellor", "the"}) {
    EXPECT_FALSE(roles.names_office(other)) << other;
  }
}

TEST(Roles, AShortFormIsItsLongOne) {
  EXPECT_TRUE(means("the CEO", "chief executive officer"));
  EXPECT_TRUE(means("Deputy PM", "Deputy Prime Minister"));
  EXPECT_FALSE(means("the CEO", "chief constable"));
}

TEST(Roles, ArePartedFromWhoseTheyAre) {
  EXPECT_EQ(without_owner("Ellingham's chief constable").owner, "ellingham ");
  EXPECT_EQ(without_owner("Ellingham's chief constable").office, "chief constable ");
  EXPECT_EQ(without_owner("the museum's own director").owner, "museum ");
  EXPECT_EQ(without_owner("the museum's own director").office, "director ");
  EXPECT_EQ(without_owner("the head of Fernwick Dairy").owner, "fernwick dairy ");
  EXPECT_EQ(without_owner("the deputy mayor").owner, "");
  EXPECT_TRUE(is_home("ellingham ", "Ellingham Police, press office"));
  EXPECT_FALSE(is_home("ellingham ", "The Courier"));
  EXPECT_FALSE(is_home("", "The Courier"));
}

TEST(Roles, AHouseSpeaksInAMediumOfItsOwn) {
  EXPECT_TRUE(is_of_house("the director of Tolland Water", "Tolland Water, press office"));
  EXPECT_TRUE(is_of_house("Tolland Water's director", "Tolland Water"));
  EXPECT_FALSE(is_of_house("the mayor of Tolland", "Tolland Courier"));
  EXPECT_FALSE(is_of_house("the director of Tolland Water", "Water"));
  EXPECT_FALSE(is_of_house("the director", "Tolland Water"));
}

TEST(Roles, AnOfficeIsNotThatOfWhoeverServesIt) {
  EXPECT_FALSE(agree("mayor", "spokesman for the mayor"));
  EXPECT_FALSE(agree("the minister", "adviser to the minister"));
  EXPECT_FALSE(agree("Bürgermeister", "Sprecher des Bürgermeisters"));
  EXPECT_TRUE(agree("the spokesman", "spokesman for the mayor"));
  EXPECT_TRUE(agree("the mayor", "mayor of Port Ellis"));
}

TEST(Roles, AMayorIsAHeadOfATownInUkrainian) {
  EXPECT_TRUE(means("мер", "міський голова"));
  EXPECT_TRUE(means("мера Харкова", "міський голова Харкова"));
  EXPECT_TRUE(means("міський голова", "мер Харкова"));
  EXPECT_FALSE(means("мер", "голова профспілки"));
  EXPECT_FALSE(means("мер Харкова", "міський голова Полтави"));
}

TEST(Roles, AgreeAcrossInflections) {
  EXPECT_TRUE(means("the Veldanian president", "President of Veldania"));
  EXPECT_TRUE(means("Veldania's president", "Veldanian President"));
  EXPECT_TRUE(means("die Bildungsministerin", "Bildungsministerin"));
  EXPECT_TRUE(means("even the governor herself", "Governor"));
  EXPECT_TRUE(means("die Ministerin", "Bildungsministerin"));
  EXPECT_FALSE(means("the Tovrian president", "President of Veldania"));
  EXPECT_FALSE(means("the", "President"));
  EXPECT_FALSE(means("it", "Minister of Italy"));
  EXPECT_TRUE(means("the EU commissioner", "Commissioner of the EU"));
}

TEST(Roles, AGermanCompoundIsAnOfficeOfItsFirstPart) {
  EXPECT_TRUE(means("der Verbandschef", "Vorsitzender des Verbands"));
  EXPECT_TRUE(means("Parteivorsitzende", "Parteichefin"));
  EXPECT_TRUE(means("die Ministerin für Verkehr", "Verkehrsministerin"));
  EXPECT_TRUE(means("der Regierungssprecher", "Sprecher der Regierung"));
  EXPECT_FALSE(means("der Verbandschef", "Verbandssprecher"));
  EXPECT_FALSE(means("der Verbandschef", "Vorsitzender des Vereins"));
  EXPECT_FALSE(means("die Bundespräsidentin", "Präsidentin des Bundestags"));
}

TEST(Roles, WhatACompoundOfficeIsOfIsNoOffice) {
  role_index roles;
  roles.add("Fraktionsvorsitzende der mitregierenden Gartenpartei", 1);
  roles.add("Polizeichefin", 2);
  std::vector<std::uint32_t> found;
  const auto add = [&](std::uint32_t owner) { found.push_back(owner); };
  roles.find("die Fraktion", tenure::now, add);
  roles.find("die Polizei", tenure::now, add);
  EXPECT_TRUE(found.empty());
  roles.find("die Fraktionschefin der Gartenpartei", tenure::now, add);
  roles.find("die Chefin der Polizei", tenure::now, add);
  EXPECT_EQ(found, (std::vector<std::uint32_t>{1, 2}));
}

// A name with one role, and the first and last day on which the role was given, or, for a
// description, on which something was said.
said_name dated(std::string text, std::string role, std::string first, std::string last) {
  said_name made = name(std::move(text), 1, std::move(role));
  for (given_role& one : made.roles) {
    one.first = first;
    one.last = last;
  }
  made.first = std::move(first);
  made.last = std::move(last);
  return made;
}

TEST(Merge, ADescriptionIsWhoHadTheRoleAtThatTime) {
  const auto merged = merge_names({dated("Liv Tangen", "mayor", "2019-02-01", "2019-11-30"),
                                   dated("Per Holt", "mayor", "2023-02-01", "2023-11-30"),
                                   dated("the mayor", {}, "2023-03-01", "2023-12-24")});
  EXPECT_EQ(merged.speaker_of, (speakers{0, 1, 1}));
}

TEST(Merge, ADescriptionOfManyYearsIsNobodyWhoHadTheRoleForOne) {
  const auto merged = merge_names({dated("Liv Tangen", "mayor", "2019-02-01", "2019-11-30"),
                                   dated("the mayor", {}, "2012-03-01", "2023-12-24")});
  EXPECT_EQ(merged.speaker_of, (speakers{0, 1}));
}

TEST(Merge, ADescriptionIsNobodyWhereTwoHadTheRoleWhileItWasUsed) {
  const auto merged = merge_names({dated("Liv Tangen", "mayor", "2019-02-01", "2023-11-30"),
                                   dated("Per Holt", "mayor", "2021-02-01", "2021-03-30"),
                                   dated("the mayor", {}, "2020-03-01", "2022-12-24")});
  EXPECT_EQ(merged.speaker_of, (speakers{0, 1, 2}));
}

TEST(Merge, ADescriptionWithoutDatesIsTheOneWhoHasTheRole) {
  const auto merged = merge_names(
      {dated("Liv Tangen", "mayor", "2019-02-01", "2019-11-30"), dated("the mayor", {}, {}, {})});
  EXPECT_EQ(merged.speaker_of, (speakers{0, 0}));
}

TEST(Roles, AreOfThePastWhereAWordSaysSo) {
  for (const char* role :
       {"Former president", "the former mayor", "ex-minister", "frühere Ministerin",
        "der ehemalige Chef", "Колишній міністр", "экс-мэр", "бывшая глава"}) {
    EXPECT_TRUE(is_former(role)) << role;
  }
  for (const char* role : {"president", "executive director", "Expertin", "експерт"}) {
    EXPECT_FALSE(is_former(role)) << role;
  }
}

TEST(Merge, WhoWasMayorBeforeIsNotTheMayor) {
  const auto merged = merge_names({dated("Liv Tangen", "former mayor", "2019-02-01", "2019-11-30"),
                                   dated("the mayor", {}, "2019-03-01", "2019-04-01"),
                                   dated("the former mayor", {}, "2019-03-01", "2019-04-01")});
  EXPECT_EQ(merged.speaker_of, (speakers{0, 1, 0}));
}

}  // namespace
}  // namespace quoth::record
