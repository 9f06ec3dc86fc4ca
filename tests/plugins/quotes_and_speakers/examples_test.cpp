// What holds of every example: see the tables beside this file.
#include "examples.hpp"

namespace {

TEST_P(Examples, AreReadByRulesWithAllTheirQuotes) {
  EXPECT_EQ(read_text(GetParam().text, GetParam().language), GetParam().quotes);
}

std::vector<spoken> direct_quotes(std::vector<spoken> quotes) {
  std::erase_if(quotes, [](const spoken& s) { return s.kind != direct; });
  for (spoken& s : quotes) {
    while (s.words.ends_with(',')) s.words.pop_back();
  }
  return quotes;
}

// Taggers find more that no marks enclose; who says what marks enclose is as sure as by rules.
TEST_P(Examples, DirectQuotesAreReadSoByTaggersToo) {
  static text_pipeline fast({}, "fast"), accurate({}, "accurate");
  const std::vector<spoken> expected = direct_quotes(GetParam().quotes);
  EXPECT_EQ(direct_quotes(fast(GetParam().text, GetParam().language)), expected) << "fast";
  EXPECT_EQ(direct_quotes(accurate(GetParam().text, GetParam().language)), expected) << "accurate";
}

}  // namespace
