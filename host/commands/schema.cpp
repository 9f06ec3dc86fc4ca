#include <CLI/CLI.hpp>

#include "host/commands/command.hpp"
#include "host/pipeline/xsd.hpp"

namespace quoth::host {

void add_schema(CLI::App& app, command_line& line) {
  CLI::App* verb =
      app.add_subcommand("schema", "Write the XML Schema of pipelines, from the installed plugins");
  verb->footer(
      "An editor that knows the schema completes stages and parameters and shows their docs.\n"
      "Examples:\n"
      "  quoth schema > pipeline.xsd\n"
      "  xmllint --noout --schema pipeline.xsd my-pipeline.xml");
  verb->callback([&line] {
    line.verb = [&line] {
      const result<catalogue> installed = find_plugins(line);
      return installed ? print(write_schema(*installed)) : complain(installed.error());
    };
  });
}

}  // namespace quoth::host
