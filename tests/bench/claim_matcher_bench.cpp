// Look-ups a second of the claim matcher on one core in a record of 100,000 statements: candidates,
// alignment, differences and choice, as the stage runs them.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <filesystem>
#include <memory>
#include <random>
#include <record/store.hpp>
#include <string>
#include <vector>

#include "../plugins/claim_matcher/lexicons.hpp"
#include "matcher.hpp"

namespace {

namespace matching = quoth::matching;
namespace record = quoth::record;

constexpr std::size_t documents = 1000;
constexpr std::size_t sentences = 100;  // of one document
constexpr std::size_t words = 14;       // of one sentence

// Words as frequent as Zipf's law has them.
std::string sentence(std::mt19937& random) {
  std::exponential_distribution<double> rank(1.0 / 400.0);
  std::string made;
  for (std::size_t i = 0; i < words; ++i) {
    if (i > 0) made += ' ';
    made += "word";
    made += std::to_string(static_cast<int>(rank(random)));
    made += "er";
  }
  return made;
}

// A record made once for all benchmarks, removed at the end.
class shared_record {
 public:
  shared_record() {
    folder_ = std::filesystem::temp_directory_path() / "quoth-bench-";
    folder_ += std::to_string(getpid());
    std::filesystem::create_directories(folder_);
    record::store made(folder_ / "r");
    std::mt19937 random(4);
    record::key_maker keys;
    for (std::size_t d = 0; d < documents; ++d) made.add(bytes_of(d, random, keys));
    made.finish();
    opened = std::make_shared<matching::opened_record>(
        matching::opened_record{folder_ / "r", record::catalogue(folder_ / "r"), {}});
    opened->languages.emplace("en", matching::shipped("en"));
  }
  ~shared_record() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  std::shared_ptr<matching::opened_record> opened;
  std::vector<std::string> said;  // some of the statements

 private:
  std::string bytes_of(std::size_t number, std::mt19937& random, record::key_maker& keys) {
    const std::string id = std::to_string(number);
    std::vector<std::string> texts;
    for (std::size_t s = 0; s < sentences; ++s) texts.push_back(sentence(random));
    said.push_back(texts.front());
    record::entry made;
    made.document = {id, "About", "2031-06-19", "", "en", "", ""};
    std::uint32_t at = 0;
    for (const std::string& text : texts) {
      record::statement_entry one;
      one.text = text;
      one.speaker = "Oskar Draganov";
      one.form = record::form::turn;
      one.turn = 0;
      one.begin = at;
      one.end = at += static_cast<std::uint32_t>(text.size());
      made.statements.push_back(one);
    }
    std::string bytes;
    record::append_entry(made, keys, bytes);
    return bytes;
  }

  std::filesystem::path folder_;
};

shared_record& shared() {
  static shared_record made;
  return made;
}

void look_up(benchmark::State& state, bool whole_post) {
  matching::matcher look(shared().opened, 10);
  matching::wanted claim;
  claim.lang = "en";
  claim.is_whole_text = whole_post;
  claim.how = whole_post ? matching::manner::reported : matching::manner::quoted;
  std::size_t at = 0;
  for (auto _ : state) {
    claim.text = shared().said[at++ % shared().said.size()];
    benchmark::DoNotOptimize(look.match(claim).data());
  }
  state.SetItemsProcessed(state.iterations());
}

void look_up_a_quotation(benchmark::State& state) {
  look_up(state, false);
}
BENCHMARK(look_up_a_quotation)->Unit(benchmark::kMicrosecond);

void look_up_a_post(benchmark::State& state) {
  look_up(state, true);
}
BENCHMARK(look_up_a_post)->Unit(benchmark::kMicrosecond);

// Comparing alone: a claim of so many words beside a statement of as many.
void compare(benchmark::State& state) {
  std::mt19937 random(5);
  std::string text;
  while (text.size() < static_cast<std::size_t>(state.range(0)) * 8) text += sentence(random) + ' ';
  matching::wording claim, statement;
  claim.read(text, matching::english());
  text.insert(text.size() / 2, "not ");
  statement.read(text, matching::english());
  matching::comparer by;
  for (auto _ : state) {
    benchmark::DoNotOptimize(by.compare(claim, statement, matching::manner::quoted).aligned);
  }
}
BENCHMARK(compare)->RangeMultiplier(4)->Range(16, 1024)->Unit(benchmark::kMicrosecond);

// The network alone, on each instruction set: a claim of twelve words beside two sentences.
void read_a_retelling(benchmark::State& state) {
  namespace networks = quoth::networks;
  const auto set = static_cast<networks::instruction_set>(state.range(0));
  if (!networks::has(set)) {
    state.SkipWithError("this machine has no such instructions");
    return;
  }
  static const auto model =
      std::make_shared<const matching::cross_encoder_model>(matching::cross_encoder_model::read(
          matching::contents_of(
              places::source("/plugins/claim_matcher/resources/en/retellings.network")),
          "retellings.network"));
  matching::cross_encoder network(model, set);
  constexpr const char* statement =
      "We looked at the tram, we looked at the bus, and I'll be honest with you: the tram costs "
      "too "
      "much. I shall ask the council to stop it.";
  bool first = false;
  for (auto _ : state) {  // what was read beside a claim is kept: two take turns
    first = !first;
    network.read_claim(first ? "the council will be asked to stop the tram, which costs too much"
                             : "the tram is too dear, and the council is to put a stop to it");
    benchmark::DoNotOptimize(network.read_statement(statement).data());
  }
}
BENCHMARK(read_a_retelling)
    ->ArgName("set")
    ->DenseRange(0, 3)  // as networks::instruction_set has them
    ->Unit(benchmark::kMicrosecond);

}  // namespace
