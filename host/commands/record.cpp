#include <CLI/CLI.hpp>
#include <memory>

#include "host/commands/command.hpp"
#include "host/engine/progress.hpp"
#include "host/engine/run.hpp"
#include "host/log.hpp"
#include "host/plugin/record_tool.hpp"

namespace quoth::host {

namespace {

struct build_arguments {
  std::filesystem::path record;
  bool quiet = false;
  run_options options;
};

exit_code build(const command_line& line, build_arguments& arguments) {
  run_options& options = arguments.options;
  if (options.output.empty()) options.output = arguments.record.string() + ".build";
  options.progress = !arguments.quiet && can_show_progress();
  return apply_pipeline(line, share_directory() / "pipelines" / "build-record.xml",
                        {{"record", arguments.record.string()}}, options);
}

void add_build(CLI::App& record, command_line& line) {
  const auto arguments = std::make_shared<build_arguments>();
  arguments->options.output.clear();
  CLI::App* verb = record.add_subcommand("build", "Make a record of an archive");
  verb->add_option("RECORD", arguments->record, "The record to make")->required();
  verb->add_option("INPUT", arguments->options.inputs, "Files, folders, - for standard input")
      ->required();
  verb->add_option("-o,--output", arguments->options.output,
                   "Folder for run.json and quarantine.jsonl; default: RECORD.build")
      ->type_name("DIR");
  verb->add_option("-j,--jobs", arguments->options.jobs, "Threads; 0: as many as the machine has")
      ->type_name("N");
  verb->add_flag("--resume", arguments->options.resume, "Go on with a build that was stopped");
  verb->add_flag("--quiet", arguments->quiet, "No progress bar");
  verb->footer(
      "The same as: quoth run build-record INPUT... -D record=RECORD\n"
      "Example:\n"
      "  quoth record build demo.record archive/");
  verb->callback(
      [&line, arguments] { line.verb = [&line, arguments] { return build(line, *arguments); }; });
}

// A verb that the plugin which knows the record's format answers; its arguments go there as typed.
void add_tool(CLI::App& record, command_line& line, const std::string& name,
              const std::string& summary, const std::string& usage) {
  CLI::App* verb = record.add_subcommand(name, summary);
  verb->allow_extras();
  verb->footer("Arguments:\n  " + usage);
  verb->callback([&line, verb, name] {
    const std::vector<std::string> arguments = verb->remaining();
    line.verb = [&line, arguments, name] {
      const result<catalogue> installed = find_plugins(line);
      if (!installed) return complain(installed.error());
      const result<std::string> answer = run_record_tool(*installed, name, arguments, log_of_step);
      return answer ? print(*answer) : complain(answer.error());
    };
  });
}

}  // namespace

void add_record(CLI::App& app, command_line& line) {
  CLI::App* verb = app.add_subcommand("record", "Make, describe and search records");
  verb->require_subcommand(1);
  add_build(*verb, line);
  add_tool(*verb, line, "info", "Say what a record holds", "quoth record info RECORD [--json]");
  add_tool(*verb, line, "search", "Find statements in a record",
           "quoth record search RECORD [--speaker NAME] [--from DATE] [--to DATE] [--json] "
           "WORDS...");
}

}  // namespace quoth::host
