// Which characters are quotation marks, and what they may do.
#include "marks.hpp"

#include <gtest/gtest.h>

#include <string>

namespace quoth::quotes {
namespace {

// One letter a mark: o opens, c closes, b both.
std::string roles(std::string_view text) {
  std::vector<mark> marks;
  find_marks(text, marks);
  std::string out;
  for (const mark& m : marks) out += m.can_open ? (m.can_close ? 'b' : 'o') : 'c';
  return out;
}

TEST(Marks, StraightMarksGetTheirDirectionFromTheSpacesAround) {
  EXPECT_EQ(roles("he said \"yes\" twice"), "oc");
  EXPECT_EQ(roles("(\"yes\")"), "oc");
  EXPECT_EQ(roles("\"yes\"—\"no\""), "ococ");
}

TEST(Marks, ApostrophesAreNoMarks) {
  EXPECT_EQ(roles("don't we’ll O'Brien rock’n’roll"), "");
  EXPECT_EQ(roles("the '90s and ’68"), "");
}

TEST(Marks, FeetAndInchesAreNoMarks) {
  EXPECT_EQ(roles("he is 6'2\" tall"), "");
  EXPECT_EQ(roles("\"I am 6'2\" tall\""), "oc");
}

TEST(Marks, TwoSingleMarksAreADoubleOne) {
  std::vector<mark> marks;
  find_marks("''yes,'' he said, ``no''", marks);
  ASSERT_EQ(marks.size(), 4u);
  for (const mark& m : marks) {
    EXPECT_EQ(m.end - m.begin, 2u);
    EXPECT_EQ(m.family, mark_family::double_mark);
  }
}

TEST(Marks, GermanAndFrenchMarksTurnWithTheirSpaces) {
  EXPECT_EQ(roles("„ja“ sagte er"), "oc");
  EXPECT_EQ(roles("»ja« sagte er"), "oc");
  EXPECT_EQ(roles("«ja» sagte er"), "oc");
  EXPECT_EQ(roles("« oui » dit-il"), "oc");
}

TEST(Marks, APossessivePluralIsAWeakMark) {
  std::vector<mark> marks;
  find_marks("the judges' ruling", marks);
  ASSERT_EQ(marks.size(), 1u);
  EXPECT_TRUE(marks[0].weak);
}

TEST(Marks, EveryByteIsAccepted) {
  std::string all;
  for (int c = 0; c < 256; ++c) all += static_cast<char>(c);
  std::vector<mark> marks;
  find_marks(all + all, marks);
  for (const mark& m : marks) EXPECT_LE(m.end, all.size() * 2);
}

}  // namespace
}  // namespace quoth::quotes
