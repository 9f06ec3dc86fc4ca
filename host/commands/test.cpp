#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "host/commands/command.hpp"
#include "host/engine/loaded_pipeline.hpp"
#include "host/pipeline/test_run.hpp"

namespace quoth::host {

namespace {

struct test_arguments {
  std::filesystem::path pipeline;
  std::vector<std::string> variables;
};

exit_code test(const command_line& line, const test_arguments& arguments) {
  auto variables = parse_definitions(arguments.variables);
  if (!variables) return complain(variables.error());
  const result<catalogue> installed = find_plugins(line);
  if (!installed) return complain(installed.error());
  const std::optional<pipeline> ready =
      ready_pipeline(arguments.pipeline, *installed, {.variables = std::move(*variables)});
  if (!ready) return exit_code::config;

  const auto outcomes = run_tests(*ready, readers_of(*ready, *installed), *installed);
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
  const auto arguments = std::make_shared<test_arguments>();
  CLI::App* verb = app.add_subcommand("test", "Run the <tests> of a pipeline");
  verb->add_option("PIPELINE", arguments->pipeline,
                   "XML file, or the name of an installed pipeline")
      ->required();
  verb->add_option("-D", arguments->variables, "Replace a variable of the pipeline")
      ->type_name("NAME=VALUE")
      ->expected(1)
      ->take_all();
  verb->footer(
      "Exit code 1 where a test fails.\n"
      "Examples:\n"
      "  quoth test quotes\n"
      "  quoth test my-pipeline.xml --plugins build");
  verb->callback(
      [&line, arguments] { line.verb = [&line, arguments] { return test(line, *arguments); }; });
}

}  // namespace quoth::host
