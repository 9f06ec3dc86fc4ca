#include <gtest/gtest.h>

#include <record/merge.hpp>
#include <record/roles.hpp>

namespace quoth::record {
namespace {

said_name name(std::string text, std::int64_t statements = 1, std::string role = {}) {
  said_name made;
  made.text = std::move(text);
  made.statements = statements;
  if (!role.empty()) made.roles.push_back(role);
  made.role = std::move(role);
  return made;
}

TEST(Merge, SpellingsOfOneNameAreOneSpeaker) {
  const auto merged = merge_names({name("Volodymyr Zelenskyy"), name("Volodymyr Zelensky", 5),
                                   name("Володимир Зеленський"), name("Sergei Lavrov")});
  EXPECT_EQ(merged.speaker_of[0], merged.speaker_of[1]);
  EXPECT_EQ(merged.speaker_of[0], merged.speaker_of[2]);
  EXPECT_NE(merged.speaker_of[0], merged.speaker_of[3]);
  EXPECT_EQ(merged.names[merged.speaker_of[0]], "Volodymyr Zelensky");
}

TEST(Merge, ABareSurnameIsTheOneWhoHasIt) {
  const auto merged = merge_names({name("PUTIN", 90), name("Vladimir Putin"), name("Brune")});
  EXPECT_EQ(merged.speaker_of[0], merged.speaker_of[1]);
  EXPECT_EQ(merged.names[merged.speaker_of[0]], "Vladimir Putin");
  EXPECT_NE(merged.speaker_of[2], merged.speaker_of[0]);
}

TEST(Merge, TwoPeopleOfOneSurnameAreTwo) {
  const auto merged = merge_names({name("Liv Tangen"), name("Per Tangen"), name("Tangen")});
  EXPECT_NE(merged.speaker_of[0], merged.speaker_of[1]);
  EXPECT_NE(merged.speaker_of[2], merged.speaker_of[0]);
  EXPECT_NE(merged.speaker_of[2], merged.speaker_of[1]);
}

TEST(Merge, ASharedSurnameWithARoleIsTheOneOfThatRole) {
  const auto merged =
      merge_names({name("Liv Tangen", 1, "Fisheries Minister"), name("Per Tangen", 1, "chairman"),
                   name("Tangen", 1, "minister")});
  EXPECT_EQ(merged.speaker_of[2], merged.speaker_of[0]);
}

TEST(Merge, ASharedSurnameIsTheOneWhoOutweighsTheOthers) {
  const auto merged =
      merge_names({name("Vladimir Putin", 60'000), name("Lyudmila Putin", 2), name("Putin")});
  EXPECT_EQ(merged.speaker_of[2], merged.speaker_of[0]);
  EXPECT_NE(merged.speaker_of[1], merged.speaker_of[0]);
}

TEST(Merge, AMiddleNameMakesNoOtherPerson) {
  const auto merged = merge_names({name("George W. Bush"), name("George Bush")});
  EXPECT_EQ(merged.speaker_of[0], merged.speaker_of[1]);
}

TEST(Merge, ADoubleSurnameStandsForTheWholeName) {
  const auto merged = merge_names({name("CALLOWAY-RUIZ"), name("Inés Calloway-Ruiz")});
  EXPECT_EQ(merged.speaker_of[0], merged.speaker_of[1]);
}

TEST(Merge, NamesInTwoScriptsAndSpellingsAreOneSpeaker) {
  const auto merged =
      merge_names({name("Volodymyr Zelensky", 5), name("Зеленський"), name("Zelenskyy"),
                   name("Zelensky"), name("Volodymyr Zelenskyy"), name("Володимир Зеленський")});
  for (std::size_t i = 1; i < 6; ++i) EXPECT_EQ(merged.speaker_of[i], merged.speaker_of[0]) << i;
}

TEST(Merge, AnAliasIsStrongerThanTheRules) {
  const std::vector<said_name> names{name("Liv Tangen"), name("Per Tangen"), name("Tangen"),
                                     name("the fox of the fjords", 7)};
  const auto merged =
      merge_names(names, {{"Tangen", "Per Tangen"}, {"the fox of the fjords", "Liv Tangen"}});
  EXPECT_EQ(merged.speaker_of[2], merged.speaker_of[1]);
  EXPECT_EQ(merged.speaker_of[3], merged.speaker_of[0]);
  EXPECT_NE(merged.speaker_of[0], merged.speaker_of[1]);
  EXPECT_EQ(merged.names[merged.speaker_of[3]], "Liv Tangen");
}

TEST(Merge, OneNameWrittenInTwoWaysIsTheAliasOfOneSpeakerOnly) {
  const auto merged =
      merge_names({name("Liv Tangen"), name("Per Tangen"), name("Tangen"), name("Танген")},
                  {{"TANGEN", "Liv Tangen"}, {"Tangen", "Per Tangen"}});
  EXPECT_NE(merged.speaker_of[0], merged.speaker_of[1]);
  EXPECT_EQ(merged.speaker_of[2], merged.speaker_of[0]);
  EXPECT_EQ(merged.speaker_of[3], merged.speaker_of[0]);
}

TEST(Merge, ANicknameIsNobodyWhoIsMerelyDescribedSo) {
  const auto merged = merge_names({name("Volodymyr Zelensky"), name("The Comedian"),
                                   name("the Comedian"), name("the comedian")},
                                  {{"The Comedian", "Volodymyr Zelensky"}});
  EXPECT_EQ(merged.speaker_of[1], merged.speaker_of[0]);
  EXPECT_EQ(merged.speaker_of[2], merged.speaker_of[0]);
  EXPECT_NE(merged.speaker_of[3], merged.speaker_of[0]);
}

TEST(Merge, AnAliasLeavesANameWithAnothersRoleToThem) {
  const auto merged =
      merge_names({name("Liv Tangen", 1, "Fisheries Minister"), name("Per Tangen", 1, "chairman"),
                   name("Tangen"), name("Tangen", 1, "chairman")},
                  {{"Tangen", "Liv Tangen"}});
  EXPECT_EQ(merged.speaker_of[2], merged.speaker_of[0]);
  EXPECT_EQ(merged.speaker_of[3], merged.speaker_of[1]);
  EXPECT_NE(merged.speaker_of[0], merged.speaker_of[1]);
}

TEST(Merge, TheOrderOfDocumentsMakesNoDifference) {
  const std::vector<said_name> there{name("Tangen"), name("Liv Tangen"), name("Per Tangen"),
                                     name("L. Tangen")};
  const std::vector<said_name> back(there.rbegin(), there.rend());
  const auto a = merge_names(there);
  const auto b = merge_names(back);
  for (std::size_t i = 0; i < there.size(); ++i) {
    for (std::size_t j = 0; j < there.size(); ++j) {
      EXPECT_EQ(a.speaker_of[i] == a.speaker_of[j],
                b.speaker_of[there.size() - 1 - i] == b.speaker_of[there.size() - 1 - j]);
    }
  }
}

TEST(Merge, ADescriptionIsTheOnePersonOfThatRole) {
  const auto merged =
      merge_names({name("Oskar Draganov", 1, "President of Veldania"),
                   name("Ansa Mirev", 1, "Tovrian Chancellor"), name("the Veldanian president"),
                   name("the minister"), name("The office of President Oskar Draganov"),
                   name("Oskar Draganov and Ansa Mirev")});
  EXPECT_EQ(merged.speaker_of[2], merged.speaker_of[0]);
  for (const std::size_t other : {1, 3, 4, 5}) {
    EXPECT_NE(merged.speaker_of[other], merged.speaker_of[0]) << other;
  }
  EXPECT_NE(merged.speaker_of[5], merged.speaker_of[1]);
}

TEST(Roles, AgreeAcrossInflections) {
  EXPECT_TRUE(means("the Veldanian president", "President of Veldania"));
  EXPECT_TRUE(means("Veldania's president", "Veldanian President"));
  EXPECT_TRUE(means("die Bildungsministerin", "Bildungsministerin"));
  EXPECT_TRUE(means("even the governor herself", "Governor"));
  EXPECT_TRUE(means("die Ministerin", "Bildungsministerin"));
  EXPECT_FALSE(means("the Tovrian president", "President of Veldania"));
  EXPECT_FALSE(means("the", "President"));
}

}  // namespace
}  // namespace quoth::record
