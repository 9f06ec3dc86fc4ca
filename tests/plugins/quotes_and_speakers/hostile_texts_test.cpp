// No text is read at less than a tenth of the normal speed by any of the three stages that read
// words, whatever the language and the model. Processor time a byte, best of several runs, against
// ordinary news read in the same program.
#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <tuple>

#include "read_text.hpp"

namespace {

std::string repeat(std::string_view piece, std::size_t size) {
  std::string text;
  while (text.size() < size) text += piece;
  return text;
}

struct reading {
  const char* language;
  const char* model;
  std::size_t bytes;  // of a text
  int runs;
};

constexpr reading readings[] = {{"en", "fast", 300'000, 3},
                                {"de", "fast", 300'000, 3},
                                {"uk", "fast", 300'000, 3},
                                {"en", "accurate", 40'000, 2},
                                {"de", "accurate", 40'000, 2}};

text_pipeline& pipeline_of(const reading& how) {
  static std::map<std::string, std::unique_ptr<text_pipeline>> made;
  auto& pipeline = made[std::string(how.language) + how.model];
  if (!pipeline) pipeline = std::make_unique<text_pipeline>(text_pipeline::folders{}, how.model);
  return *pipeline;
}

// Processor seconds that each stage takes for a text, the best of several runs.
text_pipeline::times best_times(const std::string& text, const reading& how) {
  text_pipeline& pipeline = pipeline_of(how);
  text_pipeline::times best;
  for (int i = 0; i < how.runs; ++i) {
    pipeline(text, how.language);
    best = i == 0 ? pipeline.taken() : best.least(pipeline.taken());
  }
  return best;
}

std::string_view news_in(std::string_view language) {
  if (language == "de") {
    return "Die Ministerin Maria Lindqvist sagte am Montag, dass einundvierzigtausend Tonnen "
           "gefangen würden. „Wir haben das Gutachten gelesen“, erklärte sie, „und keine Tonne "
           "mehr.“ Nach Angaben des Instituts sei der Bestand nicht gefährdet.\n\n";
  }
  if (language == "uk") {
    return "Міністерка Марія Ліндквіст повідомила в понеділок, що виловлять сорок одну тисячу "
           "тонн. «Ми прочитали звіт, — сказала вона. — І жодної тонни більше». За словами "
           "інституту, запас не зменшується.\n\n";
  }
  return "The minister, Maria Lindqvist, told reporters on Monday that forty-one thousand tonnes "
         "would be landed. “We have read the survey,” she said, “and not one tonne more.” "
         "According to the institute, the stock is not collapsing.\n\n";
}

const text_pipeline::times& ordinary(const reading& how) {
  static std::map<std::string, text_pipeline::times> taken;
  const std::string key = std::string(how.language) + how.model;
  const auto known = taken.find(key);
  if (known != taken.end()) return known->second;
  return taken.emplace(key, best_times(repeat(news_in(how.language), how.bytes), how))
      .first->second;
}

struct hostile_text {
  const char* name;
  const char* piece;
  unsigned longer = 1;  // times as long as the others
};

class HostileTexts : public ::testing::TestWithParam<std::tuple<reading, hostile_text>> {};

TEST_P(HostileTexts, AreReadAtATenthOfTheNormalSpeed) {
  const auto& [how, hostile] = GetParam();
  const text_pipeline::times taken =
      best_times(repeat(hostile.piece, how.bytes * hostile.longer), how);
  const double most = 10.0 * hostile.longer;
  EXPECT_LT(taken.segmenter, most * ordinary(how).segmenter);
  EXPECT_LT(taken.extractor, most * ordinary(how).extractor);
  EXPECT_LT(taken.attributor, most * ordinary(how).attributor);
}

constexpr hostile_text hostile_texts[] = {{"OpeningMarks", "“"},
                                          {"StraightMarks", "\" a "},
                                          {"OneSentence", "the minister of the interior and ", 3},
                                          {"OneSentenceOfCommas", "Anna, "},
                                          {"EverySecondWordSaid", "Roe said "},
                                          {"EverySecondWordSagte", "Roe sagte "},
                                          {"EverySecondWordSkazav", "Гринюк сказав "},
                                          {"QuotationsOfOneWord", "“so”, said X, "},
                                          {"GermanQuotations", "„so“, sagte X, "},
                                          {"UkrainianQuotations", "«так», — сказав Гринюк, — "},
                                          {"LabelsOfTitles", "X: “So” "},
                                          {"NamesBehindTitles", "“So” – Roe, "},
                                          {"Adverbs", "deutlich hinzu "},
                                          {"VerbsInTwoParts", "hat teilte gesagt mit "},
                                          {"ReportedMood", "Er sei. "},
                                          {"Nicknames", "Walter “Buzz” "},
                                          {"Initials", "A. B. said "},
                                          {"Dashes", "Roe – she said – "},
                                          {"Brackets", "( Roe said ) ( "},
                                          {"OneWord", "a"},
                                          {"Paragraphs", "“a\n\n"},
                                          {"Labels", "Roe: said so.\n\n"}};

std::string name_of(const ::testing::TestParamInfo<std::tuple<reading, hostile_text>>& in) {
  const auto& [how, hostile] = in.param;
  return std::string(hostile.name) + "_" + how.language + "_" + how.model;
}

INSTANTIATE_TEST_SUITE_P(Texts, HostileTexts,
                         ::testing::Combine(::testing::ValuesIn(readings),
                                            ::testing::ValuesIn(hostile_texts)),
                         name_of);

}  // namespace
