#include <CLI/CLI.hpp>

#include "host/commands/command.hpp"

namespace quoth::host {

void add_pipeline_arguments(CLI::App& verb, pipeline_arguments& arguments) {
  verb.add_option("PIPELINE", arguments.name, "XML file, or the name of an installed pipeline")
      ->required();
  verb.add_option("-D", arguments.definitions, "Replace a variable of the pipeline")
      ->type_name("NAME=VALUE")
      ->expected(1)
      ->take_all();
}

void add_jobs(CLI::App& verb, unsigned& jobs) {
  verb.add_option("-j,--jobs", jobs, "Threads; 0: as many as the machine has")
      ->check(CLI::Range(0u, 1024u))
      ->type_name("N")
      ->capture_default_str();
}

exit_code with_pipeline(
    const command_line& line, const pipeline_arguments& arguments,
    const std::filesystem::path& output,
    const std::function<exit_code(const pipeline& ready, const catalogue& installed)>& use) {
  auto variables = parse_definitions(arguments.definitions);
  if (!variables) return complain(variables.error());
  const result<catalogue> installed = find_plugins(line);
  if (!installed) return complain(installed.error());
  const std::optional<pipeline> ready = ready_pipeline(
      arguments.name, *installed, {.variables = std::move(*variables), .output = output});
  return ready ? use(*ready, *installed) : exit_code::config;
}

}  // namespace quoth::host
