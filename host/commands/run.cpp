#include "host/engine/run.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>

#include "host/commands/command.hpp"
#include "host/engine/progress.hpp"
#include "host/log.hpp"

namespace quoth::host {

namespace {

struct run_arguments {
  pipeline_arguments pipeline;
  double checkpoint_seconds = 2;
  bool quiet = false;
  run_options options;
};

/// `120 documents; 1.2 MB in 0.4 s, 3.1 MB/s`
std::string in_words(const run_summary& done) {
  const double megabytes = static_cast<double>(done.bytes_now) / 1e6;
  const double seconds = done.seconds_now > 0.001 ? done.seconds_now : 0.001;
  std::array<char, 96> speed{};
  std::snprintf(speed.data(), speed.size(), "; %.1f MB in %.1f s, %.1f MB/s", megabytes,
                done.seconds_now, megabytes / seconds);
  return counted(done.counts.documents, "document") + speed.data();
}

/// `3 documents quarantined, 1 input unusable`; empty where all went well.
std::string faults_in_words(const run_counts& counts) {
  std::string words;
  if (counts.quarantined > 0) words = counted(counts.quarantined, "document") + " quarantined";
  if (counts.unusable_inputs > 0) {
    words += (words.empty() ? "" : ", ") + counted(counts.unusable_inputs, "input") + " unusable";
  }
  return words;
}

exit_code say(const run_summary& done, const std::filesystem::path& output) {
  if (done.was_complete) {
    log_info("the run in " + output.string() + " is complete (" +
             counted(done.counts.documents, "document") +
             "): nothing to do; without --resume it begins again");
    return done.code;
  }
  log_info(in_words(done));
  const std::string faults = faults_in_words(done.counts);
  if (done.signal != 0) {
    log_warning("stopped by a signal; the same command with --resume goes on from here");
    return static_cast<exit_code>(128 + done.signal);
  }
  if (!faults.empty()) {
    log_warning(faults + "; see " + (output / "quarantine.jsonl").string());
  }
  return done.code;
}

exit_code run_verb(const command_line& line, run_arguments& arguments) {
  run_options& options = arguments.options;
  if (!options.as.empty() && std::ranges::find(options.inputs, "-") == options.inputs.end())
    return complain({exit_code::usage,
                     "--as names standard input, which is not read; give - among the inputs"});
  options.checkpoint_every =
      std::chrono::milliseconds(static_cast<std::int64_t>(arguments.checkpoint_seconds * 1000));
  options.progress = !arguments.quiet && can_show_progress();
  return apply_pipeline(line, arguments.pipeline, options);
}

void add_options(CLI::App& verb, run_arguments& arguments) {
  run_options& options = arguments.options;
  add_pipeline_arguments(verb, arguments.pipeline);
  verb.add_option("INPUT", options.inputs,
                  "Files, folders, - for standard input; .gz and .zst are unpacked")
      ->required();
  verb.add_option("-o,--output", options.output,
                  "Folder for the outputs, run.json and quarantine.jsonl")
      ->type_name("DIR")
      ->capture_default_str();
  add_jobs(verb, options.jobs);
  verb.add_flag("--resume", options.resume,
                "Go on with a run that was stopped; leave one that is complete");
  verb.add_option("--limit", options.limit, "Stop after N documents")->type_name("N");
  verb.add_option("--as", options.as, "Read standard input as a file of that name, such as *.txt")
      ->type_name("PATTERN");
  verb.add_option("--retry", options.retry,
                  "Only the documents that this quarantine.jsonl of an earlier run names")
      ->type_name("FILE")
      ->check(CLI::ExistingFile);
  verb.add_option("--checkpoint", arguments.checkpoint_seconds,
                  "Seconds between the points that --resume can go on from")
      ->check(CLI::Range(0.0, 86400.0))
      ->type_name("SECONDS")
      ->capture_default_str();
  verb.add_flag("--quiet", arguments.quiet, "No progress bar");
}

}  // namespace

exit_code apply_pipeline(const command_line& line, const pipeline_arguments& arguments,
                         const run_options& options) {
  return with_pipeline(line, arguments, options.output,
                       [&](const pipeline& ready, const catalogue& installed) {
                         const result<run_summary> done = run(ready, installed, options);
                         return done ? say(*done, options.output) : complain(done.error());
                       });
}

void add_run(CLI::App& app, command_line& line) {
  const auto arguments = std::make_shared<run_arguments>();
  CLI::App* verb = app.add_subcommand("run", "Apply a pipeline to an archive");
  add_options(*verb, *arguments);
  verb->footer(
      "DIR receives what the pipeline's writers write (documents.jsonl, report.html, …), "
      "run.json,\n"
      "which says with what it was made, and quarantine.jsonl where documents failed. Files keep\n"
      "the ending .part until they are complete. `quoth plugins STAGE` lists a stage's "
      "parameters.\n"
      "DIR holds one run: what an earlier one wrote there is replaced, or removed where this one "
      "does\n"
      "not make it; files that no run.json lists stay.\n"
      "\n"
      "Exit codes: 0 all documents done (of an input that has none a warning says so), 1 some\n"
      "quarantined (quarantine.jsonl says which and why), 65 no input usable: missing, damaged or "
      "of a\n"
      "kind that no reader accepts, 74 reading or writing failed, 78 pipeline or plugin at fault, "
      "130 and\n"
      "143 stopped by a signal.\n"
      "Examples:\n"
      "  quoth run quotes articles/ -o out\n"
      "  quoth run fact-check posts.jsonl -o out -D record=demo.record\n"
      "  quoth run fact-check posts.jsonl -o out -D record=demo.record --resume\n"
      "  quoth run quotes articles/ -o again --retry out/quarantine.jsonl\n"
      "  zstdcat big.jsonl.zst | quoth run quotes - -o out -j 8");
  verb->callback([&line, arguments] {
    line.verb = [&line, arguments] { return run_verb(line, *arguments); };
  });
}

}  // namespace quoth::host
