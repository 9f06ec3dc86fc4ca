// MB/s and quotations/s of the speaker attributor on one core, without segmentation and
// extraction, and proof that hostile text costs no more than a constant factor.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "../plugins/speaker_attributor/segmented_article.hpp"
#include "../plugins/speaker_attributor/shipped_lexicons.hpp"
#include "attribution.hpp"

namespace {

using namespace quoth::speakers;

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
    "institute, the stock is not collapsing. Jonas Cobb, a critic of the minister, called the plan "
    "“a nuisance before the regatta”, arguing that nobody had asked the fishermen.\n\n";
constexpr std::string_view german =
    "Ministerin Almut Reesing sagte am Montag: „Wir wissen noch nicht, warum die Klappe offen "
    "stand.“ Sie habe dem Kapitän die Hand gegeben, mehr sei dazu nicht zu sagen. Nach Angaben der "
    "Polizei kamen drei Menschen ums Leben, wie die Agentur meldete.\n\n";
constexpr std::string_view ukrainian =
    "«Греблі нічого не загрожує», — заявила міністерка енергетики Олена Карвацька, яка прибула на "
    "місце вранці. За словами рятувальників, рівень води нижчий від допустимого. Карвацька додала: "
    "«Графіки ми перепишемо».\n\n";

// A direct quotation without a source every 200 bytes: the attributor's longest way.
void attribute(benchmark::State& state, std::string_view piece, const char* language) {
  const std::string text = repeat(piece, megabyte);
  segmented_article article(text, language);
  for (std::uint32_t at = 0; at + 60 < text.size(); at += 200) {
    std::uint32_t begin = at, end = at + 40;
    while ((static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
    while ((static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    article.add_quote(quoth::quote_kind::direct, {{quoth::part_role::content, {begin, end}}});
  }
  const auto view = article.segment();
  attributor attribute(shipped_lexicons());
  for (auto _ : state) benchmark::DoNotOptimize(attribute(view).speakers.data());
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
  state.counters["quotations/s"] = benchmark::Counter(
      static_cast<double>(state.iterations() * view.quotes.size()), benchmark::Counter::kIsRate);
}

void attribute_english(benchmark::State& state) {
  attribute(state, english, "en");
}
void attribute_german(benchmark::State& state) {
  attribute(state, german, "de");
}
void attribute_ukrainian(benchmark::State& state) {
  attribute(state, ukrainian, "uk");
}
void attribute_capitals(benchmark::State& state) {
  attribute(state, "President Smith of ", "en");
}
void attribute_pronouns(benchmark::State& state) {
  attribute(state, "He said she said it. ", "en");
}
void attribute_roles(benchmark::State& state) {
  attribute(state, "The mayor met Mayor Anna Dorn, a judge, and the judge. ", "en");
}
void attribute_possessives(benchmark::State& state) {
  attribute(state, "Children's ", "en");
}

BENCHMARK(attribute_english)->Unit(benchmark::kMillisecond);
BENCHMARK(attribute_german)->Unit(benchmark::kMillisecond);
BENCHMARK(attribute_ukrainian)->Unit(benchmark::kMillisecond);
BENCHMARK(attribute_capitals)->Unit(benchmark::kMillisecond);
BENCHMARK(attribute_pronouns)->Unit(benchmark::kMillisecond);
BENCHMARK(attribute_roles)->Unit(benchmark::kMillisecond);
BENCHMARK(attribute_possessives)->Unit(benchmark::kMillisecond);

}  // namespace
