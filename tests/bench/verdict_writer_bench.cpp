// Verdicts a second on one core: the decision over ten matches, without reading and writing layers.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "rating.hpp"

namespace {

using namespace quoth;
using namespace quoth::verdicts;

void rate_a_claim(benchmark::State& state) {
  claim_case at;
  at.claim.text = "We will close the strait to every ship of the League by Monday";
  at.claim.speaker = "Oskar Draganov";
  at.claim.confidence = 0.9;
  at.coverage.statements = 400;
  at.coverage.from = "2030-01-01";
  at.coverage.to = "2031-12-31";
  for (int i = 0; i < 10; ++i) {
    finding found;
    found.match.record = "doc#s1";
    found.match.text = "We have no plan to close the strait to anybody";
    found.match.speaker = i % 2 == 0 ? "Oskar Draganov" : "Ilya Corsen";
    found.match.kind = match_kind::statement;
    found.match.relation = match_relation::related;
    found.match.score = 0.5 - 0.04 * i;
    at.findings.push_back(found);
  }
  const review_words words;
  const thresholds limits;
  for (auto _ : state) benchmark::DoNotOptimize(rate(at, words, limits).strength);
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(rate_a_claim);

}  // namespace
