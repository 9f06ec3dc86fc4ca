// Applies a pipeline to an archive.
#ifndef QUOTH_HOST_ENGINE_RUN_HPP
#define QUOTH_HOST_ENGINE_RUN_HPP

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "host/engine/journal.hpp"
#include "host/pipeline/pipeline.hpp"
#include "host/plugin/catalogue.hpp"
#include "host/result.hpp"

namespace quoth::host {

struct run_options {
  std::vector<std::string> inputs;     // files, folders, "-"
  std::filesystem::path output = ".";  // of run.json, quarantine.jsonl and the journal
  unsigned jobs = 0;                   // threads; 0: as many as the machine has
  bool resume = false;                 // go on from the folder's journal
  std::optional<std::uint64_t> limit;  // items at most
  std::string as;                      // the name that standard input is read as
  std::filesystem::path retry;         // a quarantine.jsonl: only the items that it names
  bool progress = false;               // a bar on stderr
  std::chrono::milliseconds checkpoint_every{2000};
};

struct run_summary {
  run_counts counts;            // over all resumptions
  double seconds = 0;           // as well
  std::uint64_t bytes_now = 0;  // of counts.bytes, what this process did
  double seconds_now = 0;
  bool was_complete = false;  // an earlier run had done it all: nothing was done
  int signal = 0;             // that stopped the run; 0: it is complete
  exit_code code = exit_code::ok;
};

/// Runs to the end, or until SIGINT or SIGTERM (see interruption.hpp; then what was written stays
/// behind as PATH.part with a journal, for a run with `resume`). Failures are said in the result;
/// quarantined documents and unusable inputs in the summary's code, ok, quarantined, or input where
/// nothing could be used. One run at a time in a process.
///
/// A folder holds one run, and one at a time: where another is writing to it, this one fails (io).
/// When this one is complete, the files that the earlier run's run.json lists as outputs are
/// removed, but for those that an output of this one's writers stands for and those that it read.
/// With `resume` a folder whose run is complete, over the same inputs by the same pipeline, is left
/// as it is.
result<run_summary> run(const pipeline& configured, const catalogue& installed,
                        const run_options& options);

}  // namespace quoth::host

#endif
