#include <CLI/CLI.hpp>
#include <memory>

#include "host/commands/command.hpp"

namespace quoth::host {

namespace {

exit_code say_ready(const pipeline& ready, const catalogue& /*installed*/) {
  const std::string readers =
      ready.readers.empty() ? "all readers" : counted(ready.readers.size(), "reader");
  return print(ready.file.string() + ": ready to run: " + readers + ", " +
               counted(ready.steps.size(), "step") + ", " +
               counted(ready.writers.size(), "writer") + '\n');
}

}  // namespace

void add_check(CLI::App& app, command_line& line) {
  const auto arguments = std::make_shared<pipeline_arguments>();
  CLI::App* verb = app.add_subcommand("check", "Say everything that is wrong with a pipeline");
  add_pipeline_arguments(*verb, *arguments);
  verb->footer(
      "Each problem is FILE:LINE:COLUMN with the line and a mark below it; all of them at once.\n"
      "Exit code 78 where there is one.\n"
      "Examples:\n"
      "  quoth check my-pipeline.xml\n"
      "  quoth check fact-check -D record=demo.record");
  verb->callback([&line, arguments] {
    line.verb = [&line, arguments] { return with_pipeline(line, *arguments, {}, say_ready); };
  });
}

}  // namespace quoth::host
