#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "host/commands/command.hpp"
#include "host/engine/loaded_pipeline.hpp"
#include "host/pipeline/test_run.hpp"

namespace quoth::host {

namespace {

exit_code test(const pipeline& ready, const catalogue& installed) {
  const auto outcomes = run_tests(ready, readers_of(ready, installed), installed);
  if (!outcomes) return complain(outcomes.error());
  std::string text;
  for (const test_outcome& outcome : *outcomes) {
    text += (outcome.complaints.empty() ? "ok      " : "FAILED  ") + outcome.name + '\n';
    for (const std::string& complaint : outcome.complaints) text += "        " + complaint + '\n';
  }
  const auto passed = std::ranges::count_if(
      *outcomes, [](const test_outcome& outcome) { return outcome.complaints.empty(); });
  const auto all = static_cast<std::ptrdiff_t>(outcomes->size());
  text += std::to_string(passed) + " of " + std::to_string(all) + " tests passed\n";
  const exit_code printed = print(text);
  if (printed != exit_code::ok) return printed;
  return passed == all ? exit_code::ok : exit_code::quarantined;
}

}  // namespace

void add_test(CLI::App& app, command_line& line) {
  const auto arguments = std::make_shared<pipeline_arguments>();
  CLI::App* verb = app.add_subcommand("test", "Run the <tests> of a pipeline");
  add_pipeline_arguments(*verb, *arguments);
  verb->footer(
      "Exit code 1 where a test fails.\n"
      "Examples:\n"
      "  quoth test quotes\n"
      "  quoth test my-pipeline.xml --plugins build");
  verb->callback([&line, arguments] {
    line.verb = [&line, arguments] { return with_pipeline(line, *arguments, {}, test); };
  });
}

}  // namespace quoth::host
