// No text breaks the extractor. That none slows it: tests/plugins/quotes_and_speakers.
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "extracted.hpp"
#include "layouts.hpp"

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
    for (const std::string model : {"en/fast", "en/accurate", "de/accurate"}) {
      const tagger_model& tagger = shipped_model(model);
      ASSERT_NO_FATAL_FAILURE(expect_sound(text, model.substr(0, 2), &tagger)) << text;
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
    expect_sound(text, "en", &shipped_model("en/fast"));
    expect_sound(text, "en", &shipped_model("en/accurate"));
  }
}

// Columns from another segmenter may leave words outside sentences.
TEST(Robustness, WordsOutsideSentences) {
  const std::string text =
      "The minister told reporters on Monday that it would be landed. “We have read the survey,” "
      "she said, “and not one tonne more.” Brandt: “We were lied to.” “No.” – Roe\n\n“It was "
      "over,” "
      "he said.\n\n“There was no more.”\n\nNobody moved.";
  std::mt19937 random(11);
  for (const char* language : {"en", "de", "uk"}) {
    segmented_text segmented(language);
    const document_columns whole = segmented.segment(text);
    for (int round = 0; round < 60; ++round) {
      std::vector<std::uint32_t> begins, ends;
      for (std::size_t s = 0; s < whole.sentences.size(); ++s) {
        if (round == 0 || random() % 2 == 0) continue;
        begins.push_back(whole.sentences[s].begin);
        ends.push_back(whole.sentences[s].end);
      }
      document_columns columns = whole;
      columns.sentences = {begins, ends};
      for (const bool tagged : {false, true}) {
        if (tagged && language == std::string("uk")) continue;
        const std::string model = language + std::string("/accurate");
        extractor extract;
        extraction found;
        extract.run(columns, {}, &shipped_lexicon(language),
                    {.min_words = 1, .model = tagged ? &shipped_model(model) : nullptr}, found);
        for (const found_quote& q : found.quotes) ASSERT_LE(q.where.end, text.size());
      }
    }
  }
}

TEST(Robustness, AnAttributionOutsideSentencesHasNoLayout) {
  const std::string text = "Brandt said so: “We were lied to.”";
  segmented_text segmented("en");
  document_columns columns = segmented.segment(text);
  columns.sentences = {};
  std::vector<quotation> quotations;
  pairing().run(text, columns.paragraphs, quotations);
  word_list words;
  words.build(columns, quotations, shipped_lexicon("en"));
  std::vector<attribution> attributions(1);
  attributions[0].cue = {1, 2};
  layout_reader().run(words, quotations, shipped_lexicon("en"), attributions);
  EXPECT_EQ(attributions.size(), 1u);
}

TEST(Robustness, AQuotationThatNoTokenCoversHasNoLayout) {
  const std::string text = "“We were lied to.” – Brandt left. He said so.";
  segmented_text segmented("en");
  document_columns columns = segmented.segment(text);
  std::size_t dash = 0;
  while (columns.tokens[dash].of(text) != "–") ++dash;
  columns.tokens = {columns.tokens.begins.subspan(dash), columns.tokens.ends.subspan(dash)};
  std::vector<quotation> quotations;
  pairing().run(text, columns.paragraphs, quotations);
  word_list words;
  words.build(columns, quotations, shipped_lexicon("en"));
  ASSERT_EQ(quotations.size(), 1u);
  ASSERT_TRUE(words.quotation(0).empty());
  std::vector<attribution> attributions;
  layout_reader().run(words, quotations, shipped_lexicon("en"), attributions);
  EXPECT_TRUE(attributions.empty());
}

}  // namespace
}  // namespace quoth::quotes
