// How far a run has come, on disk: what `--resume` goes on from.
#ifndef QUOTH_HOST_ENGINE_JOURNAL_HPP
#define QUOTH_HOST_ENGINE_JOURNAL_HPP

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "host/engine/batch.hpp"
#include "host/result.hpp"

namespace quoth::host {

/// What a run depends on, as hashes: a resumed run must find all of it unchanged.
struct run_fingerprint {
  std::string pipeline;  // stages, parameters, policies
  std::string plugins;   // the files that the stages come from, with their resources
  std::string files;     // that parameters name
  std::string inputs;    // their paths, sizes and times

  /// What differs, in words: "the pipeline and the inputs"; empty: nothing.
  [[nodiscard]] std::string differences(const run_fingerprint& other) const;
};

/// What has been counted since the beginning, over all resumptions.
struct run_counts {
  std::uint64_t documents = 0;         // written
  std::uint64_t quarantined = 0;       // items that failed
  std::uint64_t unusable_inputs = 0;   // inputs that could not be read, or not to their end
  std::uint64_t bytes = 0;             // decompressed, of all items
  std::vector<std::uint64_t> skipped;  // by step: documents that went on without it
};

/// One checkpoint.
struct journal {
  run_fingerprint fingerprint;
  run_position position;
  run_counts counts;
  std::uint64_t quarantine_length = 0;     // bytes of quarantine.jsonl
  std::vector<std::string> writer_states;  // any bytes
  double seconds = 0;                      // that the run took so far
  std::uint64_t resumptions = 0;
  bool complete = false;  // all items are written; the outputs are getting their final names
};

/// FOLDER/.quoth-journal
[[nodiscard]] std::filesystem::path journal_path(const std::filesystem::path& folder);

/// FOLDER/.quoth-outputs: see output_files.
[[nodiscard]] std::filesystem::path outputs_path(const std::filesystem::path& folder);

/// Replaces the folder's journal in one step.
result<void> save_journal(const std::filesystem::path& folder, const journal& checkpoint);
/// The folder's journal; nothing where there is none. Fails where it cannot be read or understood.
result<std::optional<journal>> load_journal(const std::filesystem::path& folder);
/// With what stands beside it.
void remove_journal(const std::filesystem::path& folder);

}  // namespace quoth::host

#endif
