#include <CLI/CLI.hpp>
#include <memory>

#include "host/commands/command.hpp"
#include "host/engine/progress.hpp"
#include "host/engine/run.hpp"
#include "host/log.hpp"
#include "host/plugin/record_tool.hpp"
#include "host/printable.hpp"

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
  return apply_pipeline(line,
                        {.name = share_directory() / "pipelines" / "build-record.xml",
                         .definitions = {"record=" + arguments.record.string()}},
                        options);
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
  add_jobs(*verb, arguments->options.jobs);
  verb->add_flag("--resume", arguments->options.resume, "Go on with a build that was stopped");
  verb->add_flag("--quiet", arguments->quiet, "No progress bar");
  verb->footer(
      "The same as: quoth run build-record INPUT... -D record=RECORD\n"
      "A document that the record has already is skipped, or replaced where it changed.\n"
      "Exit codes: as those of run.\n"
      "Examples:\n"
      "  quoth record build demo.record archive/\n"
      "  quoth record build demo.record archive/2037-06.jsonl.zst -j 1");
  verb->callback(
      [&line, arguments] { line.verb = [&line, arguments] { return build(line, *arguments); }; });
}

/// What the plugin that knows the record's format is asked.
struct question {
  std::string record, speaker, from, to;
  std::string action, called, means;  // of an alias
  std::vector<std::string> words;
  bool json = false;

  [[nodiscard]] std::vector<std::string> arguments() const {
    std::vector<std::string> all{record};
    for (const auto& [name, text] :
         {std::pair("--speaker", &speaker), std::pair("--from", &from), std::pair("--to", &to)})
      if (!text->empty()) all.insert(all.end(), {name, *text});
    if (json) all.emplace_back("--json");
    for (const std::string* text : {&action, &called, &means})
      if (!text->empty()) all.push_back(*text);
    all.insert(all.end(), words.begin(), words.end());
    return all;
  }
};

exit_code ask(const command_line& line, const std::string& verb, const question& asked) {
  const result<catalogue> installed = find_plugins(line);
  if (!installed) return complain(installed.error());
  const result<std::string> answer =
      run_record_tool(*installed, verb, asked.arguments(), log_of_step);
  return answer ? print(printable(*answer)) : complain(answer.error());
}

CLI::App* add_question(CLI::App& record, command_line& line, const std::string& name,
                       const std::string& summary, const std::shared_ptr<question>& asked) {
  CLI::App* verb = record.add_subcommand(name, summary);
  verb->add_option("RECORD", asked->record, "The record")->required();
  verb->callback([&line, name, asked] {
    line.verb = [&line, name, asked] { return ask(line, name, *asked); };
  });
  return verb;
}

void add_json(CLI::App& verb, question& asked) {
  verb.add_flag("--json", asked.json, "Print JSON");
}

void add_info(CLI::App& record, command_line& line) {
  const auto asked = std::make_shared<question>();
  CLI::App* verb = add_question(record, line, "info", "Say what a record holds", asked);
  verb->add_option("--speaker", asked->speaker, "What it covers of this speaker")
      ->type_name("NAME");
  add_json(*verb, *asked);
  verb->footer(
      "Examples:\n"
      "  quoth record info demo.record\n"
      "  quoth record info demo.record --speaker Lindqvist");
}

void add_alias(CLI::App& record, command_line& line) {
  const auto asked = std::make_shared<question>();
  CLI::App* verb =
      add_question(record, line, "alias", "Say which names are one speaker; list them", asked);
  verb->add_option("ACTION", asked->action, "add, remove or import; left out: list");
  verb->add_option("NAME", asked->called, "The name to add or remove; the file to import");
  verb->add_option("SPEAKER", asked->means, "Whom an added name means: a speaker of the record");
  add_json(*verb, *asked);
  verb->footer(
      "Aliases are kept when documents are added, and are stronger than the rules by which names\n"
      "are merged. import takes what the list with --json printed, all of it or nothing: so "
      "aliases\n"
      "are carried over into a record that is built again. Records of other versions are listed "
      "too.\n"
      "Examples:\n"
      "  quoth record alias demo.record\n"
      "  quoth record alias demo.record add \"The Iron Chancellor\" \"Otto von Bismarck\"\n"
      "  quoth record alias demo.record remove \"The Iron Chancellor\"\n"
      "  quoth record alias old.record --json > aliases.jsonl\n"
      "  quoth record alias demo.record import aliases.jsonl");
}

void add_remove(CLI::App& record, command_line& line) {
  const auto asked = std::make_shared<question>();
  CLI::App* verb = add_question(record, line, "remove",
                                "Take documents out of a record, such as one retracted", asked);
  verb->add_option("DOCUMENT", asked->words, "Ids of documents, as search shows them before the #")
      ->required();
  verb->footer(
      "What the documents say, and the fact-checks that they are, is evidence no more. All of "
      "them\n"
      "are taken out or, where one is not in the record, none. A build of an archive that still "
      "has\n"
      "them adds them again.\n"
      "Exit code 65 where there is no such record or document.\n"
      "Examples:\n"
      "  quoth record remove demo.record 2037-06-14-harbour\n"
      "  quoth record remove demo.record a17 a18");
}

void add_search(CLI::App& record, command_line& line) {
  const auto asked = std::make_shared<question>();
  CLI::App* verb = add_question(record, line, "search", "Find statements in a record", asked);
  verb->add_option("WORDS", asked->words,
                   "Words that they hold; may be left out beside --speaker, --from or --to");
  verb->add_option("--speaker", asked->speaker, "Only this speaker's")->type_name("NAME");
  verb->add_option("--from", asked->from, "Not before this day: 2037-06-14, 2037-06 or 2037")
      ->type_name("DATE");
  verb->add_option("--to", asked->to, "Not after this day, month or year")->type_name("DATE");
  add_json(*verb, *asked);
  verb->footer(
      "Exit code 65 where there is no such record or speaker.\n"
      "Examples:\n"
      "  quoth record search demo.record cut taxes\n"
      "  quoth record search demo.record --speaker \"Maria Lindqvist\"\n"
      "  quoth record search demo.record --speaker \"Maria Lindqvist\" --from 2037-01-01 cut "
      "taxes");
}

}  // namespace

void add_record(CLI::App& app, command_line& line) {
  CLI::App* verb = app.add_subcommand("record", "Make, describe, change and search records");
  verb->footer(
      "A record holds what was really said, by whom and when, and published fact-checks. It is "
      "one\n"
      "SQLite file that any tool opens.\n"
      "Examples:\n"
      "  quoth record build my.record archive/\n"
      "  quoth record info my.record\n"
      "  quoth record search my.record --speaker \"Maria Lindqvist\" cut taxes");
  verb->require_subcommand(1);
  add_build(*verb, line);
  add_info(*verb, line);
  add_alias(*verb, line);
  add_search(*verb, line);
  add_remove(*verb, line);
}

}  // namespace quoth::host
