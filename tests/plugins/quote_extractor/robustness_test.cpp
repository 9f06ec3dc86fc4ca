// No text breaks the extractor or slows it beyond a constant.
#include <gtest/gtest.h>

#include <ctime>
#include <random>
#include <string>

#include "extracted.hpp"

namespace quoth::quotes {
namespace {

void expect_sound(std::string_view text, const std::string& language,
                  const tagger_model* model = nullptr) {
  segmented_text segmented(language);
  extractor extract;
  extraction found;
  extract.run(segmented.segment(text), {}, &shipped_lexicon(language),
              {.min_words = 1, .model = model}, found);
  for (const found_quote& q : found.quotes) {
    ASSERT_LT(q.where.begin, q.where.end);
    ASSERT_LE(q.where.end, text.size());
    ASSERT_GT(q.confidence, 0.0);
    ASSERT_LE(q.confidence, 1.0);
    for (const piece& p : found.pieces_of(q)) {
      ASSERT_LT(p.where.begin, p.where.end) << text;
      ASSERT_LE(p.where.end, text.size());
      ASSERT_TRUE(p.where.contains(p.inner)) << text;
    }
  }
}

TEST(Robustness, RandomWordsMarksAndBreaks) {
  const std::vector<std::string> alphabet{
      "said ",     "Roe ", "he ",      "that ",      "“",       "”",       "\"",      "'",
      "„",         "«",    "»",        ", ",         ". ",      ": ",      "? ",      "— ",
      "\n\n",      "(",    ") ",       "and ",       "who ",    "to ",     "the ",    "plan ",
      "told ",     "not ", "as ",      "according ", "called ", "adding ", "It's ",   "is ",
      "expected ", "by ",  "Monday ",  "\x01",       "é ",      "said",    "сказав ", "laut ",
      "sagte ",    "sei ", "zufolge ", "so "};
  std::mt19937 random(7);
  for (int round = 0; round < 1000; ++round) {
    std::string text;
    const std::size_t length = random() % 60;
    for (std::size_t i = 0; i < length; ++i) text += alphabet[random() % alphabet.size()];
    for (const char* language : {"en", "de", "uk"}) {
      ASSERT_NO_FATAL_FAILURE(expect_sound(text, language)) << text;
    }
    for (const char* language : {"en", "de"}) {
      ASSERT_NO_FATAL_FAILURE(expect_sound(text, language, &shipped_model(language))) << text;
    }
  }
}

TEST(Robustness, TextsThatAreNoTexts) {
  for (const std::string& text :
       {std::string(), std::string(1, '\0'), std::string("\xFF\xFE\xC2"), std::string("“"),
        std::string("said"), std::string("said."), std::string("“”"), std::string("\n\n\n")}) {
    expect_sound(text, "en");
    expect_sound(text, "de");
    expect_sound(text, "uk");
    expect_sound(text, "en", &shipped_model("en"));
  }
}

std::string repeat(std::string_view piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}

// Of processor time, the best of three runs: others may use this machine.
double seconds(const std::string& text, const tagger_model* model = nullptr) {
  segmented_text segmented("en");
  const document_columns& columns = segmented.segment(text);
  extractor extract;
  extraction found;
  double best = 1e9;
  for (int run = 0; run < 3; ++run) {
    found.clear();
    const std::clock_t start = std::clock();
    extract.run(columns, {}, &shipped_lexicon("en"), {.model = model}, found);
    best = std::min(best, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  return best;
}

constexpr std::string_view plain_text =
    "The minister told reporters on Monday that forty-one thousand tonnes would be landed. “We "
    "have read the survey,” she said, “and not one tonne more.”\n\n";
constexpr const char* hostile_pieces[] = {
    "“",          "\" ", "he said ", "Anna, ",    "“so”, said X, ", "( ) said ",
    "said that ", "' a", "X: “",     "a “b” c. ", "said, ",         "and he said "};

TEST(Robustness, HostileTextsAreReadAtATenthOfTheNormalSpeedAtLeast) {
  constexpr std::size_t bytes = 2'000'000;
  const double normal = seconds(repeat(plain_text, bytes));
  for (const char* piece : hostile_pieces) {
    EXPECT_LT(seconds(repeat(piece, bytes)), 10 * normal) << piece;
  }
}

TEST(Robustness, HostileTextsAreNoSlowerWithTheModel) {
  constexpr std::size_t bytes = 100'000;
  const double normal = seconds(repeat(plain_text, bytes), &shipped_model("en"));
  for (const char* piece : hostile_pieces) {
    EXPECT_LT(seconds(repeat(piece, bytes), &shipped_model("en")), 10 * normal) << piece;
  }
}

}  // namespace
}  // namespace quoth::quotes
