// What the tagger found, fitted to quotation marks.
#include "tagged_attributions.hpp"

#include <gtest/gtest.h>

#include <string>

#include "extractor.hpp"
#include "segmented_text.hpp"
#include "shipped_lexicon.hpp"

namespace quoth::quotes {
namespace {

constexpr std::uint32_t window_words = 100;

// The pieces of contents that the tagger saw as all of their windows, one window after the other
// over a text of one quotation with `count` words in it.
std::vector<word_range> pieces_over(std::uint32_t count) {
  std::string text = "“";
  for (std::uint32_t i = 1; i < count; ++i) text += "we ";
  text += "won”";
  segmented_text segmented("en");
  extractor rules;
  extraction found;
  rules.run(segmented.segment(text), {}, &shipped_lexicon("en"), {}, found);
  const word_list& words = rules.words();
  tagging tagged;
  for (std::uint32_t begin = 1; begin + window_words < words.size(); begin += window_words) {
    const word_range window{begin, begin + window_words};
    tagged.quotes.push_back({.anchor = begin,
                             .window = window,
                             .first_span = static_cast<std::uint32_t>(tagged.spans.size()),
                             .spans = 1});
    tagged.spans.push_back({quoth::part_role::content, window});
  }
  std::vector<attribution> attributions;
  std::vector<word_range> pieces;
  attribute_tagged(tagged, words, attributions, pieces);
  return pieces;
}

TEST(TaggedAttributions, AQuotationThatTheWindowCutIsTakenWhole) {
  const auto pieces = pieces_over(250);
  ASSERT_EQ(pieces.size(), 2u);
  EXPECT_EQ(pieces[0], (word_range{0, 252}));
  EXPECT_EQ(pieces[1], (word_range{0, 252}));
}

TEST(TaggedAttributions, AQuotationOfAnyLengthIsNotPartOfEveryPieceInIt) {
  const std::uint32_t count = 20'000;
  std::uint32_t words = 0;
  for (const word_range& piece : pieces_over(count)) words += piece.size();
  EXPECT_LT(words, 4 * count);
}

}  // namespace
}  // namespace quoth::quotes
