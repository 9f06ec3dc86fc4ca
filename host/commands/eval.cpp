#include "host/eval/eval.hpp"

#include <CLI/CLI.hpp>
#include <array>
#include <memory>

#include "host/commands/command.hpp"

namespace quoth::host {

namespace {

struct scorer {
  const char* verb;
  const char* summary;
  const char* gold;  // what the first argument is
  const char* predicted;
  result<eval::report> (*score)(const std::filesystem::path&, const std::filesystem::path&);
};

constexpr std::array<scorer, 7> scorers = {{
    {"quotes", "Source, cue and content spans; recall by kind; relations", "GOLD", "PRED",
     eval::score_quotes},
    {"speakers", "The speaker of each gold quotation that was found", "GOLD", "PRED",
     eval::score_speakers},
    {"match", "Ranked matches, by record document", "GOLD", "PRED", eval::score_matches},
    {"sentence", "Whether the gold sentence is inside a match", "GOLD", "PRED",
     eval::score_sentences},
    {"verify", "Ratings of documents with one claim", "GOLD", "PRED", eval::score_ratings},
    {"scenario", "One newsroom scenario, with gold.jsonl in DIR", "DIR", "PRED",
     eval::score_scenario},
    {"scenarios", "All scenarios below DIR, with predictions in PRED_DIR/NAME.jsonl", "DIR",
     "PRED_DIR", eval::score_scenarios},
}};

struct eval_arguments {
  std::filesystem::path gold, predicted;
};

exit_code evaluate(const scorer& with, const eval_arguments& arguments) {
  const result<eval::report> report = with.score(arguments.gold, arguments.predicted);
  if (!report) return complain(report.error());
  if (!report->warning.empty()) std::fprintf(stderr, "warning: %s\n", report->warning.c_str());
  return print(report->text);
}

}  // namespace

void add_eval(CLI::App& app, command_line& line) {
  CLI::App* verb = app.add_subcommand("eval", "Score output against gold data");
  verb->require_subcommand(1);
  verb->footer(
      "The last line is one JSON object with the figures.\n"
      "Examples:\n"
      "  quoth eval quotes dev.jsonl out/documents.jsonl\n"
      "  quoth eval scenarios scenarios/ out/ | tail -1");
  for (const scorer& each : scorers) {
    const auto arguments = std::make_shared<eval_arguments>();
    CLI::App* kind = verb->add_subcommand(each.verb, each.summary);
    kind->add_option(each.gold, arguments->gold)->required();
    kind->add_option(each.predicted, arguments->predicted)->required();
    kind->callback([&line, arguments, &each] {
      line.verb = [arguments, &each] { return evaluate(each, *arguments); };
    });
  }
}

}  // namespace quoth::host
