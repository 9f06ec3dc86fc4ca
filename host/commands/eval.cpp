#include "host/eval/eval.hpp"

#include <CLI/CLI.hpp>
#include <array>
#include <cstdio>
#include <memory>
#include <string>

#include "host/commands/command.hpp"
#include "host/printable.hpp"

namespace quoth::host {

namespace {

using score_files = result<eval::report> (*)(const std::filesystem::path& gold,
                                             const std::filesystem::path& predicted);

/// One way to score: the two arguments, what a line of gold data holds.
struct scorer {
  const char* verb;
  const char* summary;
  const char* gold;  // the first argument, and what it is
  const char* gold_file;
  const char* predicted;
  const char* predicted_file;
  eval::task of;
  const char* fields;  // of a line of gold data beside its id
  const char* example;
  score_files score;
};

constexpr const char* gold_lines = "What is right: JSON lines, one a document";
constexpr const char* documents = "What a run made of these documents: its documents.jsonl";
constexpr const char* spans_of_text =
    "\"content\", \"cue\" and \"source\" are spans of the \"text\", [begin, end) in code points.";

constexpr const char* scenario_fields =
    "\"rating\" are all that are right, the best first; of \"evidence\", ids of documents, one is\n"
    "to be among the first three matches; \"quote\" tells which claim of the document is meant.";

constexpr std::array<scorer, 7> scorers = {
    {{"quotes", "Source, cue and content spans; recall by kind; relations", "GOLD", gold_lines,
      "PRED", documents, eval::task::quotes,
      "\"kind\" is direct, mixed or indirect; cue and source may be left out.",
      "quoth eval quotes dev.jsonl out/documents.jsonl", eval::score_quotes},
     {"speakers", "The speaker of each gold quotation that was found", "GOLD", gold_lines, "PRED",
      documents, eval::task::speakers,
      "\"speaker\" is the fullest name in the document, null where nobody is named; figures are\n"
      "given for each \"type\" and \"link\" too, which may be left out.",
      "quoth eval speakers dev.jsonl out/documents.jsonl", eval::score_speakers},
     {"match", "Ranked matches, by record document", "GOLD", gold_lines, "PRED", documents,
      eval::task::matches, "\"gold\" are the ids of the record's documents that match.",
      "quoth eval match dev.jsonl out/documents.jsonl", eval::score_matches},
     {"sentence", "Whether the gold sentence is inside a match", "GOLD", gold_lines, "PRED",
      documents, eval::task::sentences, "\"sentence\" is the one of the record that is wanted.",
      "quoth eval sentence dev.jsonl out/documents.jsonl", eval::score_sentences},
     {"verify", "Ratings of documents with one claim", "GOLD", gold_lines, "PRED", documents,
      eval::task::ratings,
      "\"quote\" tells which claim is meant where there are several; \"source_id\", the document\n"
      "that shows it, may be left out. verbatim means on-record, fabricated unsupported.",
      "quoth eval verify dev.jsonl out/documents.jsonl", eval::score_ratings},
     {"scenario", "One newsroom scenario", "DIR", "Its folder, with a gold.jsonl", "PRED",
      documents, eval::task::scenario, scenario_fields,
      "quoth eval scenario scenarios/ferry out/documents.jsonl", eval::score_scenario},
     {"scenarios", "All scenarios below a folder", "DIR",
      "Folder with a folder for each scenario, with its gold.jsonl", "PRED_DIR",
      "Folder with what runs made of each, as NAME.jsonl", eval::task::scenario, scenario_fields,
      "quoth eval scenarios scenarios/ out/ | tail -1", eval::score_scenarios}}};

struct eval_arguments {
  std::filesystem::path gold, predicted;
};

exit_code evaluate(const scorer& with, const eval_arguments& arguments) {
  const result<eval::report> report = with.score(arguments.gold, arguments.predicted);
  if (!report) return complain(report.error());
  for (const std::string& warning : report->warnings)
    std::fprintf(stderr, "warning: %s\n", printable(warning).c_str());
  return print(report->text);
}

// A line of gold data, and what its fields are.
std::string help_of(const scorer& one) {
  const bool spans = one.of == eval::task::quotes || one.of == eval::task::speakers;
  return std::string("A line of gold data:\n  ") + eval::gold_example(one.of) + '\n' +
         (spans ? std::string(spans_of_text) + '\n' : "") + one.fields +
         "\nThe last line printed is one JSON object with the figures.\n"
         "Exit code 65 where a file cannot be read, or a line of gold data lacks what is scored.\n"
         "Examples:\n  " +
         one.example;
}

}  // namespace

void add_eval(CLI::App& app, command_line& line) {
  CLI::App* verb = app.add_subcommand("eval", "Score output against gold data");
  verb->require_subcommand(1);
  verb->footer(
      "The last line is one JSON object with the figures. `quoth eval quotes --help` and so on "
      "show\n"
      "a line of the gold data.\n"
      "Examples:\n"
      "  quoth eval quotes dev.jsonl out/documents.jsonl\n"
      "  quoth eval scenarios scenarios/ out/ | tail -1");
  for (const scorer& each : scorers) {
    const auto arguments = std::make_shared<eval_arguments>();
    CLI::App* kind = verb->add_subcommand(each.verb, each.summary);
    kind->add_option(each.gold, arguments->gold, each.gold_file)->required();
    kind->add_option(each.predicted, arguments->predicted, each.predicted_file)->required();
    kind->footer(help_of(each));
    kind->callback([&line, arguments, &each] {
      line.verb = [arguments, &each] { return evaluate(each, *arguments); };
    });
  }
}

}  // namespace quoth::host
