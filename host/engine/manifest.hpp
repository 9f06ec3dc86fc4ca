// run.json: what a finished run was made of, so that it can be told apart from another and done
// again.
#ifndef QUOTH_HOST_ENGINE_MANIFEST_HPP
#define QUOTH_HOST_ENGINE_MANIFEST_HPP

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "host/engine/input_list.hpp"
#include "host/engine/journal.hpp"
#include "host/pipeline/pipeline.hpp"
#include "host/plugin/catalogue.hpp"

namespace quoth::host {

struct run_times {
  std::string started, finished;  // of this process, UTC, ISO 8601
  double seconds = 0;             // of all processes that worked on the run
  std::uint64_t resumptions = 0;
  unsigned jobs = 1;
};

/// What a run is: its pipeline, with the readers that it uses, and its inputs.
struct run_plan {
  const pipeline& configured;
  std::vector<step_config> readers;
  const catalogue& installed;
  const input_list& inputs;
};

/// What a finished run left: what a later one in the same folder asks of it.
struct run_traces {
  std::vector<std::string> outputs;  // files that its writers completed, relative to the folder
  /// Of a run over all of its inputs; nothing where --limit, --retry or standard input chose them.
  std::optional<run_fingerprint> fingerprint;
  run_counts counts;
};

/// The manifest as JSON. All that differs between two runs of the same plan stands in "times".
[[nodiscard]] std::string manifest_text(const run_plan& plan, const run_traces& left,
                                        const run_times& times);

/// What FOLDER/run.json says that its run left; nothing where there is no such file, or one of
/// another version.
[[nodiscard]] std::optional<run_traces> traces_of_earlier_run(const std::filesystem::path& folder);

[[nodiscard]] run_fingerprint fingerprint_of(const run_plan& plan);

/// The time now, "2026-01-31T12:00:00Z".
[[nodiscard]] std::string utc_now();

}  // namespace quoth::host

#endif
