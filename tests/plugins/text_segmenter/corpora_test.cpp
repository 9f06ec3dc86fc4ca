#include <gtest/gtest.h>
#include <simdjson.h>

#include <filesystem>
#include <iostream>
#include <places.hpp>
#include <string>
#include <vector>

#include "language.hpp"
#include "segmented.hpp"

// Measures on the texts beside the project (../shared), where they are.
namespace quoth::segmenter {
namespace {

std::vector<std::string> texts_of(const std::string& file) {
  std::vector<std::string> texts;
  if (!std::filesystem::exists(file)) return texts;
  simdjson::dom::parser parser;
  for (const simdjson::dom::element line : parser.load_many(file)) {
    texts.emplace_back(std::string_view(line["text"]));
  }
  return texts;
}

struct corpus {
  const char* file;
  const char* lang;
};

class Corpora : public ::testing::TestWithParam<corpus> {};

TEST_P(Corpora, LanguageOfSingleSentences) {
  const auto texts = texts_of(places::shared("/data/") + GetParam().file);
  if (texts.empty()) GTEST_SKIP() << "no ../shared/data/" << GetParam().file;
  const std::vector<language_resources> known{shipped_language("en"), shipped_language("de"),
                                              shipped_language("uk"), shipped_language("ru")};
  std::size_t right = 0;
  std::size_t defaults = 0;
  std::size_t all = 0;
  for (const std::string& text : texts) {
    for (const std::string& sentence : segment_text(text, GetParam().lang).sentences) {
      if (sentence.size() < 40 || sentence.size() > 120) continue;
      const language_guess guess = detect_language(sentence, known, "und");
      ++all;
      if (guess.code == GetParam().lang) ++right;
      if (guess.confidence == 0) ++defaults;
    }
  }
  std::cout << GetParam().file << ": " << all << " sentences of 40 to 120 bytes, " << right
            << " right, " << defaults << " left to the default\n";
  EXPECT_GE(static_cast<double>(right), 0.99 * static_cast<double>(all));
}

// A sentence that begins in lower case was most likely cut off another.
TEST_P(Corpora, FewSentencesBeginInLowerCase) {
  const auto texts = texts_of(places::shared("/data/") + GetParam().file);
  if (texts.empty()) GTEST_SKIP() << "no ../shared/data/" << GetParam().file;
  std::size_t lower = 0;
  std::size_t all = 0;
  for (const std::string& text : texts) {
    for (const std::string& sentence : segment_text(text, GetParam().lang).sentences) {
      ++all;
      if (sentence[0] >= 'a' && sentence[0] <= 'z') ++lower;
    }
  }
  std::cout << GetParam().file << ": " << all << " sentences, " << lower
            << " begin in lower case\n";
  EXPECT_LE(static_cast<double>(lower), 0.005 * static_cast<double>(all));
}

INSTANTIATE_TEST_SUITE_P(Shared, Corpora,
                         ::testing::Values(corpus{"polnear/dev.jsonl", "en"},
                                           corpus{"wikinews-de/dev.jsonl", "de"}));

}  // namespace
}  // namespace quoth::segmenter
