// No text is read at less than a tenth of the normal speed by any of the three stages that read
// words, whatever the language and the model. Processor time a byte, best of several runs, against
// ordinary news read in the same program.
#include <gtest/gtest.h>

#include <map>
#include <memory>

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

constexpr reading readings[] = {{"en", "none", 300'000, 3},    {"de", "none", 300'000, 3},
                                {"uk", "none", 300'000, 3},    {"en", "fast", 100'000, 3},
                                {"en", "accurate", 40'000, 2}, {"de", "accurate", 40'000, 2}};

text_pipeline& pipeline_of(const reading& how) {
  static std::map<std::string, std::unique_ptr<text_pipeline>> made;
  auto& pipeline = made[how.model];
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

// A piece that makes a text when it is repeated. `language`: the one whose words it has, or nothing
// where any language may find it hostile.
struct hostile_text {
  std::string_view piece;
  std::string_view language = {};
  unsigned longer = 1;  // times as long as the others
};

constexpr hostile_text hostile_texts[] = {{"“"},
                                          {"„"},
                                          {"«"},
                                          {"\" a "},
                                          {"' a"},
                                          {"Anna, "},
                                          {"A. B. said "},
                                          {"( ) said "},
                                          {"X: “"},
                                          {"X: “So” "},
                                          {"“So” – Roe, "},
                                          {"a “b” c. "},
                                          {"a"},
                                          {"“a\n\n"},
                                          {"Walter “Buzz” "},
                                          {"Roe: said so.\n\n"},
                                          {"the minister of the interior and ", "en", 3},
                                          {"Roe said ", "en"},
                                          {"he said ", "en"},
                                          {"“so”, said X, ", "en"},
                                          {"Roe – she said – ", "en"},
                                          {"( Roe said ) ( ", "en"},
                                          {"said that ", "en"},
                                          {"said, ", "en"},
                                          {"and he said ", "en"},
                                          {"X: “so it was” ", "en"},
                                          {"Roe sagte ", "de"},
                                          {"er sagte ", "de"},
                                          {"„so“, sagte X, ", "de"},
                                          {"sagte, dass ", "de"},
                                          {"deutlich ", "de"},
                                          {"deutlich hinzu ", "de"},
                                          {"hat gesagt ", "de"},
                                          {"hat teilte gesagt mit ", "de"},
                                          {"teilte am Abend ", "de"},
                                          {"Er sei. ", "de"},
                                          {"laut Roe ", "de"},
                                          {"wie Roe mitteilte, ", "de"},
                                          {"Гринюк сказав ", "uk"},
                                          {"він сказав ", "uk"},
                                          {"«так», — сказав Гринюк, — ", "uk"},
                                          {"— так, — сказав Гринюк. ", "uk"}};

class HostileTexts : public ::testing::TestWithParam<reading> {};

TEST_P(HostileTexts, AreReadAtATenthOfTheNormalSpeed) {
  const reading& how = GetParam();
  const text_pipeline::times ordinary = best_times(repeat(news_in(how.language), how.bytes), how);
  for (const hostile_text& hostile : hostile_texts) {
    if (!hostile.language.empty() && hostile.language != how.language) continue;
    SCOPED_TRACE(hostile.piece);
    const text_pipeline::times taken =
        best_times(repeat(hostile.piece, how.bytes * hostile.longer), how);
    const double most = 10.0 * hostile.longer;
    EXPECT_LT(taken.segmenter, most * ordinary.segmenter);
    EXPECT_LT(taken.extractor, most * ordinary.extractor);
    EXPECT_LT(taken.attributor, most * ordinary.attributor);
  }
}

std::string name_of(const ::testing::TestParamInfo<reading>& in) {
  return std::string(in.param.language) + "_" + in.param.model;
}

INSTANTIATE_TEST_SUITE_P(Texts, HostileTexts, ::testing::ValuesIn(readings), name_of);

}  // namespace
