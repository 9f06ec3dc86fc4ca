// MB/s and tokens/s of the segmenter on one core, and proof that hostile input costs no more.
// Texts are made here, so that the figures do not depend on files; SHARED/seed is used as well
// where it is present.
#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <places.hpp>
#include <string>
#include <string_view>

#include "../plugins/text_segmenter/segmented.hpp"
#include "language.hpp"
#include "language_resources.hpp"
#include "segment.hpp"

namespace {

using quoth::segmenter::language_resources;

[[nodiscard]] std::string repeat(std::string_view piece, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + piece.size());
  while (text.size() < bytes) text += piece;
  return text;
}

constexpr std::string_view english =
    "Dr. A. B. Tangen, the minister, told reporters on Nov. 12 that \"forty-one thousand tonnes\" "
    "would be landed. “We've read the survey,” she said, “and not one tonne more.” Was it enough? "
    "The U.S. delegation didn't answer; it paid $3.5m in 2031, or 8 per cent of 41,000.\n\n";
constexpr std::string_view german =
    "Am 3. Mai sagte Ministerin Almut Reesing: „Wir wissen noch nicht, warum die Klappe offen "
    "stand.“ Sie habe dem Kapitän z. B. die Hand gegeben, mehr sei dazu nicht zu sagen. Für die "
    "Überlebenden gibt es ca. 2,5 Mio. Euro.\n\n";
constexpr std::string_view ukrainian =
    "«Греблі нічого не загрожує, — заявила міністерка Олена Карвацька. — Загрожує графікам». "
    "Станція дає п’яту частину струму країни, у 2029 р. це 40 млн грн.\n\n";

void segment_text(benchmark::State& state, const std::string& text, const std::string& lang) {
  const language_resources& resources = quoth::segmenter::shipped_language(lang);
  quoth::segmenter::segment_scratch scratch;
  quoth::segmenter::segmentation found;
  std::size_t tokens = 0;
  for (auto _ : state) {
    quoth::segmenter::segment(text, resources, {}, scratch, found);
    tokens += found.tokens.size();
    benchmark::DoNotOptimize(found.tokens.begins.data());
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
  state.counters["tokens/s"] =
      benchmark::Counter(static_cast<double>(tokens), benchmark::Counter::kIsRate);
}

constexpr std::size_t megabyte = 1'000'000;

void segment_english(benchmark::State& state) {
  segment_text(state, repeat(english, megabyte), "en");
}
void segment_german(benchmark::State& state) {
  segment_text(state, repeat(german, megabyte), "de");
}
void segment_ukrainian(benchmark::State& state) {
  segment_text(state, repeat(ukrainian, megabyte), "uk");
}
void segment_seed(benchmark::State& state) {
  std::ifstream in(places::shared("/seed/kyivpost-putin-dprk.txt"), std::ios::binary);
  if (!in) {
    state.SkipWithError("../shared/seed is not here");
    return;
  }
  segment_text(state, {std::istreambuf_iterator<char>(in), {}}, "en");
}
BENCHMARK(segment_english);
BENCHMARK(segment_german);
BENCHMARK(segment_ukrainian);
BENCHMARK(segment_seed);

// The argument is the size in megabytes: MB/s must not fall as it grows.
void segment_hostile(benchmark::State& state, std::string_view piece) {
  const auto bytes = static_cast<std::size_t>(state.range(0)) * megabyte;
  segment_text(state, repeat(piece, bytes), "en");
}
BENCHMARK_CAPTURE(segment_hostile, one_line, "a word and ")->Arg(1)->Arg(10);
BENCHMARK_CAPTURE(segment_hostile, one_word, "a")->Arg(1)->Arg(10);
BENCHMARK_CAPTURE(segment_hostile, quotation_marks, "\"")->Arg(1)->Arg(10);
BENCHMARK_CAPTURE(segment_hostile, exclamations, "!")->Arg(1)->Arg(10);
BENCHMARK_CAPTURE(segment_hostile, stops_and_brackets, ". ( ")->Arg(1)->Arg(10);
BENCHMARK_CAPTURE(segment_hostile, dotted, "a.")->Arg(1)->Arg(10);
BENCHMARK_CAPTURE(segment_hostile, hosts, "aa.bb")->Arg(1)->Arg(10);
BENCHMARK_CAPTURE(segment_hostile, nuls, std::string_view("\0", 1))->Arg(1)->Arg(10);
BENCHMARK_CAPTURE(segment_hostile, newlines, "\n")->Arg(1)->Arg(10);

void detect_language_of_post(benchmark::State& state) {
  const language_resources known[] = {
      quoth::segmenter::shipped_language("en"), quoth::segmenter::shipped_language("de"),
      quoth::segmenter::shipped_language("uk"), quoth::segmenter::shipped_language("ru")};
  const std::string post = repeat(english, 240);
  for (auto _ : state) {
    benchmark::DoNotOptimize(quoth::segmenter::detect_language(post, known, "en"));
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
}
BENCHMARK(detect_language_of_post);

}  // namespace
