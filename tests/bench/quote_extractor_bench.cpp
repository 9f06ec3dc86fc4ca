// MB/s and words/s of the quote extractor on one core, without segmentation, and proof that
// hostile text costs no more than a constant factor. Texts are made here; SHARED data is used as
// well where it is present.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <places.hpp>
#include <string>
#include <string_view>

#include "../plugins/quote_extractor/segmented_text.hpp"
#include "../plugins/quote_extractor/shipped_lexicon.hpp"
#include "extractor.hpp"

namespace {

using namespace quoth::quotes;

constexpr std::size_t megabyte = 1'000'000;

std::string repeat(std::string_view piece, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + piece.size());
  while (text.size() < bytes) text += piece;
  return text;
}

constexpr std::string_view english =
    "The minister, Maria Lindqvist, told reporters on Monday that forty-one thousand tonnes would "
    "be landed. “We have read the survey,” she said, “and not one tonne more.” According to the "
    "institute, the stock is not collapsing. Critics called the plan “a nuisance before the "
    "regatta”, arguing that nobody had asked them.\n\n";
constexpr std::string_view german =
    "Ministerin Almut Reesing sagte am Montag: „Wir wissen noch nicht, warum die Klappe offen "
    "stand.“ Sie habe dem Kapitän die Hand gegeben, mehr sei dazu nicht zu sagen. Nach Angaben der "
    "Polizei kamen drei Menschen ums Leben, wie die Agentur meldete.\n\n";

void extract(benchmark::State& state, const std::string& text, const std::string& language,
             const tagger_model* model = nullptr) {
  segmented_text segmented(language);
  const document_columns& columns = segmented.segment(text);
  const lexicon& facts = shipped_lexicon(language);
  extractor extract;
  extraction found;
  std::int64_t words = 0;
  for (auto _ : state) {
    found.clear();
    extract.run(columns, {}, &facts, {.model = model}, found);
    benchmark::DoNotOptimize(found.quotes.data());
    words += extract.words().size();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
  state.counters["words/s"] =
      benchmark::Counter(static_cast<double>(words), benchmark::Counter::kIsRate);
  state.counters["quotes"] = static_cast<double>(found.quotes.size());
}

void extract_english(benchmark::State& state) {
  extract(state, repeat(english, megabyte), "en");
}
void extract_german(benchmark::State& state) {
  extract(state, repeat(german, megabyte), "de");
}
void tag_english_fast(benchmark::State& state) {
  extract(state, repeat(english, megabyte), "en", &shipped_model("en/fast"));
}
void tag_english(benchmark::State& state) {
  extract(state, repeat(english, megabyte), "en", &shipped_model("en/accurate"));
}
void tag_german(benchmark::State& state) {
  extract(state, repeat(german, megabyte), "de", &shipped_model("de/accurate"));
}
void extract_seed(benchmark::State& state) {
  std::ifstream in(places::shared("/seed/kyivpost-putin-dprk.txt"));
  const std::string text(std::istreambuf_iterator<char>(in), {});
  if (text.empty()) {
    state.SkipWithError("../shared/seed is absent");
    return;
  }
  extract(state, text, "en");
}
void extract_opening_marks(benchmark::State& state) {
  extract(state, repeat("“", megabyte), "en");
}
void extract_straight_marks(benchmark::State& state) {
  extract(state, repeat("\" ", megabyte), "en");
}
void extract_one_sentence(benchmark::State& state) {
  extract(state, repeat("the minister of the interior and ", megabyte), "en");
}
void extract_said_said(benchmark::State& state) {
  extract(state, repeat("he said ", megabyte), "en");
}
void extract_commas(benchmark::State& state) {
  extract(state, repeat("Anna, ", megabyte), "en");
}
void extract_short_quotations(benchmark::State& state) {
  extract(state, repeat("“so”, said X, ", megabyte), "en");
}
void extract_brackets(benchmark::State& state) {
  extract(state, repeat("( ) said ", megabyte), "en");
}

BENCHMARK(extract_english)->Unit(benchmark::kMillisecond);
BENCHMARK(extract_german)->Unit(benchmark::kMillisecond);
BENCHMARK(tag_english_fast)->Unit(benchmark::kMillisecond);
BENCHMARK(tag_english)->Unit(benchmark::kMillisecond);
BENCHMARK(tag_german)->Unit(benchmark::kMillisecond);
BENCHMARK(extract_seed)->Unit(benchmark::kMicrosecond);
BENCHMARK(extract_opening_marks)->Unit(benchmark::kMillisecond);
BENCHMARK(extract_straight_marks)->Unit(benchmark::kMillisecond);
BENCHMARK(extract_one_sentence)->Unit(benchmark::kMillisecond);
BENCHMARK(extract_said_said)->Unit(benchmark::kMillisecond);
BENCHMARK(extract_commas)->Unit(benchmark::kMillisecond);
BENCHMARK(extract_short_quotations)->Unit(benchmark::kMillisecond);
BENCHMARK(extract_brackets)->Unit(benchmark::kMillisecond);

}  // namespace
