#include <gtest/gtest.h>

#include <record/merge.hpp>

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

TEST(Merge, AMiddleNameMakesNoOtherPerson) {
  const auto merged = merge_names({name("George W. Bush"), name("George Bush")});
  EXPECT_EQ(merged.speaker_of[0], merged.speaker_of[1]);
}

TEST(Merge, ADoubleSurnameStandsForTheWholeName) {
  const auto merged = merge_names({name("CALLOWAY-RUIZ"), name("Inés Calloway-Ruiz")});
  EXPECT_EQ(merged.speaker_of[0], merged.speaker_of[1]);
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

TEST(Merge, RolesAgreeAcrossInflections) {
  EXPECT_EQ(role_agreement("the Veldanian president", "President of Veldania"), 1.0);
  EXPECT_EQ(role_agreement("Veldania's president", "Veldanian President"), 1.0);
  EXPECT_EQ(role_agreement("die Bildungsministerin", "Bildungsministerin"), 1.0);
  EXPECT_LT(role_agreement("the Tovrian president", "President of Veldania"), 1.0);
  EXPECT_EQ(role_agreement("the", "President"), 0.0);
}

}  // namespace
}  // namespace quoth::record
