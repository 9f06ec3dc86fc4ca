// Whole runs of `quoth run` and `quoth record build`: MB/s of text by the clock, peak memory of the
// program. The archives are those of ../shared/data; where they are absent, a run is skipped.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <filesystem>
#include <places.hpp>
#include <program.hpp>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
namespace testing_program = quoth::testing_program;

// The bytes of the archive, unpacked.
struct archive {
  const char* path;
  double megabytes;
};
constexpr archive transcripts{"/data/archive/pm-transcripts.jsonl.zst", 209.5};
constexpr archive kremlin{"/data/record/kremlin-en.jsonl", 28.7};
constexpr archive news{"/data/polnear/dev.jsonl", 0.65};

void run_archive(benchmark::State& state, const archive& input,
                 const std::vector<std::string>& command) {
  const std::string path = places::shared(input.path);
  if (!fs::exists(path)) {
    state.SkipWithError((path + " is not here").c_str());
    return;
  }
  const fs::path folder = fs::temp_directory_path() / ("quoth-bench-" + std::to_string(getpid()));
  double peak = 0;
  for (auto _ : state) {
    state.PauseTiming();
    fs::remove_all(folder);
    fs::create_directories(folder);
    state.ResumeTiming();
    std::vector<std::string> arguments = command;
    for (std::string& argument : arguments) {
      if (argument == "INPUT") argument = path;
      if (argument == "OUT") argument = folder / "out";
      if (argument == "RECORD") argument = folder / "r.record";
    }
    arguments.push_back("-j" + std::to_string(state.range(0)));
    arguments.insert(arguments.begin(), places::build("/bin/quoth"));
    const auto ended = testing_program::end_of(testing_program::start(arguments, "/dev/null"));
    peak = std::max(peak, ended.peak_megabytes);
    if (ended.code != 0) {
      state.SkipWithError("the run failed");
      break;
    }
  }
  fs::remove_all(folder);
  state.counters["MB/s"] = benchmark::Counter(
      input.megabytes * static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
  state.counters["peak MB"] = peak;
}

void quotes_of(benchmark::State& state, const archive& input) {
  run_archive(state, input, {"run", places::source("/pipelines/quotes.xml"), "INPUT", "-o", "OUT"});
}

void record_of(benchmark::State& state, const archive& input) {
  run_archive(state, input, {"record", "build", "RECORD", "INPUT", "-o", "OUT"});
}

BENCHMARK_CAPTURE(quotes_of, transcripts, transcripts)
    ->Arg(1)
    ->Arg(2)
    ->Iterations(1)
    ->UseRealTime()
    ->Unit(benchmark::kSecond);
BENCHMARK_CAPTURE(quotes_of, news, news)
    ->Arg(1)
    ->Iterations(3)
    ->UseRealTime()
    ->Unit(benchmark::kSecond);
BENCHMARK_CAPTURE(record_of, kremlin, kremlin)
    ->Arg(1)
    ->Arg(2)
    ->Iterations(1)
    ->UseRealTime()
    ->Unit(benchmark::kSecond);

}  // namespace
