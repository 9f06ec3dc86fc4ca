#include <CLI/CLI.hpp>
#include <memory>

#include "host/commands/command.hpp"

namespace quoth::host {

namespace {

struct check_arguments {
  std::filesystem::path pipeline;
  std::vector<std::string> variables;
};

std::string counted(std::size_t count, const std::string& thing) {
  return std::to_string(count) + ' ' + thing + (count == 1 ? "" : "s");
}

exit_code check(const command_line& line, const check_arguments& arguments) {
  auto variables = parse_definitions(arguments.variables);
  if (!variables) return complain(variables.error());
  const result<catalogue> installed = find_plugins(line);
  if (!installed) return complain(installed.error());
  const std::optional<pipeline> ready =
      ready_pipeline(arguments.pipeline, *installed, {.variables = std::move(*variables)});
  if (!ready) return exit_code::config;
  const std::string readers =
      ready->readers.empty() ? "all readers" : counted(ready->readers.size(), "reader");
  return print(ready->file.string() + ": ready to run: " + readers + ", " +
               counted(ready->steps.size(), "step") + ", " +
               counted(ready->writers.size(), "writer") + '\n');
}

}  // namespace

void add_check(CLI::App& app, command_line& line) {
  const auto arguments = std::make_shared<check_arguments>();
  CLI::App* verb = app.add_subcommand("check", "Say everything that is wrong with a pipeline");
  verb->add_option("PIPELINE", arguments->pipeline,
                   "XML file, or the name of an installed pipeline")
      ->required();
  verb->add_option("-D", arguments->variables, "Replace a variable of the pipeline")
      ->type_name("NAME=VALUE")
      ->expected(1)
      ->take_all();
  verb->footer(
      "Each problem is FILE:LINE:COLUMN with the line and a mark below it; all of them at once.\n"
      "Exit code 78 where there is one.\n"
      "Examples:\n"
      "  quoth check my-pipeline.xml\n"
      "  quoth check fact-check -D record=demo.record");
  verb->callback(
      [&line, arguments] { line.verb = [&line, arguments] { return check(line, *arguments); }; });
}

}  // namespace quoth::host
