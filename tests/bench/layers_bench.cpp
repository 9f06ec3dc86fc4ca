// Rows per second across the contract: appended as flat arrays and row by row, read row by row and
// as columns; over an ASCII text and one in which every second character takes two bytes.
//
// Each iteration is one document of 20,000 tokens, as a step sees it: transaction, checks, commit.
// The stages are those of the test plugin layer_traffic.
#include <benchmark/benchmark.h>

#include <filesystem>
#include <memory>
#include <places.hpp>
#include <string>

#include "host/plugin/catalogue.hpp"
#include "host/plugin/step.hpp"

namespace quoth::host {
namespace {

constexpr int token_count = 20'000;

/// The test plugins of the build.
const catalogue& installed() {
  static const catalogue found = [] {
    const auto folder = std::filesystem::path(places::build()) / "tests" / "bench_plugins";
    result<catalogue> looked = catalogue::find({folder}, {std::filesystem::path()});
    return looked.ok() ? std::move(*looked) : catalogue();
  }();
  return found;
}

/// A loaded step with a worker.
struct running_step {
  explicit running_step(const char* stage_id) {
    result<std::unique_ptr<step>> made =
        step::make(*installed().stage(stage_id), installed().layers(), {});
    with = std::move(*made);
    if (with->load().ok()) hands = std::move(*with->begin());
  }
  [[nodiscard]] bool process(document& doc) { return !with->process(hands, doc).has_value(); }

  std::unique_ptr<step> with;
  worker hands;
};

enum text_kind { ascii, two_byte };

std::string text_of(text_kind kind) {
  std::string text;
  for (int i = 0; i < token_count; ++i) text += kind == ascii ? "ab " : "\xC3\xA4\x62 ";
  return text;
}

void write_rows(benchmark::State& state, const char* stage_id, text_kind kind) {
  running_step writing(stage_id);
  const std::string text = text_of(kind);
  document doc(installed().layers());
  for (auto _ : state) {
    doc.clear();
    if (!doc.set_text(text).ok() || !writing.process(doc)) state.SkipWithError("the step failed");
  }
  state.SetItemsProcessed(state.iterations() * token_count);
}
BENCHMARK_CAPTURE(write_rows, arrays, "org.bench.arrays", ascii);
BENCHMARK_CAPTURE(write_rows, arrays_two_byte, "org.bench.arrays", two_byte);
BENCHMARK_CAPTURE(write_rows, rows, "org.bench.rows", ascii);
BENCHMARK_CAPTURE(write_rows, rows_two_byte, "org.bench.rows", two_byte);
BENCHMARK_CAPTURE(write_rows, strings, "org.bench.strings", ascii);

void read_rows(benchmark::State& state, const char* stage_id) {
  running_step writing("org.bench.arrays"), reading(stage_id);
  document doc(installed().layers());
  if (!doc.set_text(text_of(ascii)).ok() || !writing.process(doc)) {
    state.SkipWithError("the step failed");
  }
  for (auto _ : state) {
    if (!reading.process(doc)) state.SkipWithError("the step failed");
  }
  state.SetItemsProcessed(state.iterations() * token_count);
}
BENCHMARK_CAPTURE(read_rows, rows, "org.bench.read-rows");
BENCHMARK_CAPTURE(read_rows, columns, "org.bench.read-columns");

}  // namespace
}  // namespace quoth::host
