// No text is read at less than a tenth of the normal speed by any of the three stages that read
// words. Processor time a byte, best of several runs, against ordinary news read in the same
// program.
#include <gtest/gtest.h>

#include "read_text.hpp"

namespace {

constexpr std::size_t bytes = 300'000;
constexpr int runs = 3;

std::string repeat(std::string_view piece, std::size_t size = bytes) {
  std::string text;
  while (text.size() < size) text += piece;
  return text;
}

// Processor seconds that each stage takes for a text, the best of several runs.
text_pipeline::times best_times(const std::string& text) {
  text_pipeline pipeline;
  text_pipeline::times best;
  for (int i = 0; i < runs; ++i) {
    pipeline(text, "en");
    best = i == 0 ? pipeline.taken() : best.least(pipeline.taken());
  }
  return best;
}

const text_pipeline::times& ordinary() {
  static const text_pipeline::times taken = best_times(repeat(
      "The minister, Maria Lindqvist, told reporters on Monday that forty-one thousand tonnes "
      "would "
      "be landed. “We have read the survey,” she said, “and not one tonne more.” According to the "
      "institute, the stock is not collapsing.\n\n"));
  return taken;
}

struct hostile_text {
  const char* name;
  std::string text;
};

class HostileTexts : public ::testing::TestWithParam<hostile_text> {};

TEST_P(HostileTexts, AreReadAtATenthOfTheNormalSpeed) {
  const std::string& text = GetParam().text;
  const text_pipeline::times taken = best_times(text);
  const double most = 10 * static_cast<double>(text.size()) / bytes;
  EXPECT_LT(taken.segmenter, most * ordinary().segmenter);
  EXPECT_LT(taken.extractor, most * ordinary().extractor);
  EXPECT_LT(taken.attributor, most * ordinary().attributor);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, HostileTexts,
    ::testing::Values(hostile_text{"OpeningMarks", repeat("“", 3 * 100'000)},
                      hostile_text{"StraightMarks", repeat("\" a ")},
                      hostile_text{"OneSentence",
                                   repeat("the minister of the interior and ", 1'000'000)},
                      hostile_text{"OneSentenceOfCommas", repeat("Anna, ")},
                      hostile_text{"EverySecondWordSaid", repeat("Roe said ")},
                      hostile_text{"QuotationsOfOneWord", repeat("“so”, said X, ")},
                      hostile_text{"Nicknames", repeat("Walter “Buzz” ")},
                      hostile_text{"Initials", repeat("A. B. said ")},
                      hostile_text{"Dashes", repeat("Roe – she said – ")},
                      hostile_text{"Brackets", repeat("( Roe said ) ( ")},
                      hostile_text{"OneWord", std::string(bytes, 'a')},
                      hostile_text{"Paragraphs", repeat("“a\n\n")},
                      hostile_text{"Labels", repeat("Roe: said so.\n\n")}),
    [](const auto& named) { return named.param.name; });

}  // namespace
