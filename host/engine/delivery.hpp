// The last stage of a run: writes what was made of the items, in order, and keeps the journal.
#ifndef QUOTH_HOST_ENGINE_DELIVERY_HPP
#define QUOTH_HOST_ENGINE_DELIVERY_HPP

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "host/engine/batch.hpp"
#include "host/engine/input_list.hpp"
#include "host/engine/journal.hpp"
#include "host/engine/loaded_pipeline.hpp"
#include "host/engine/progress.hpp"
#include "host/engine/quarantine.hpp"
#include "host/result.hpp"

namespace quoth::host {

struct delivery_options {
  std::filesystem::path folder;  // of the journal and of quarantine.jsonl
  std::chrono::milliseconds checkpoint_every{2000};
};

/// One thread at a time. After a failure, or a cancelled item, nothing more is written.
class delivery {
 public:
  /// `before`: the journal of the run that goes on, or a fresh one with its fingerprint. All must
  /// outlive it.
  delivery(loaded_pipeline& loaded, const std::vector<input_file>& inputs, journal& before,
           delivery_options options);

  /// Opens the outputs: afresh, or as they were at the last checkpoint.
  result<void> open(bool resumed);
  /// Writes a batch; false where nothing more may come.
  bool take(const batch& next);
  /// Makes all that was written durable and the journal point behind it.
  result<void> checkpoint();
  /// All is written: gives the outputs their final names.
  result<void> finish();
  /// The run stops: closes the outputs so that a resumed run can go on.
  void abandon();

  /// Why the run has to stop; nothing where it need not.
  [[nodiscard]] const std::optional<failure>& stopped() const { return stopped_; }
  [[nodiscard]] const run_counts& counts() const { return journal_.counts; }
  /// Since the run began, without the pauses between resumptions; and since this process did.
  [[nodiscard]] double seconds() const { return seconds_before_ + seconds_now(); }
  [[nodiscard]] double seconds_now() const;
  /// Of counts().bytes, what this process did.
  [[nodiscard]] std::uint64_t bytes_now() const { return journal_.counts.bytes - bytes_before_; }

 private:
  bool write(const batch& next, std::size_t item);
  bool set_aside(const work_item& item);
  bool stop(failure why);
  bool stop(const step_failure& why, const std::string& step_id);
  void look_for_duplicate(const std::string& id);
  [[nodiscard]] bool checkpoint_due() const;

  using clock = std::chrono::steady_clock;

  loaded_pipeline& loaded_;
  const std::vector<input_file>& inputs_;
  journal& journal_;
  delivery_options options_;
  quarantine quarantine_;
  const clock::time_point began_ = clock::now();
  const double seconds_before_;
  const std::uint64_t bytes_before_;
  clock::time_point last_checkpoint_ = began_;
  std::uint64_t unsaved_ = 0;  // rendered bytes since then
  bool cancelled_ = false;
  std::optional<failure> stopped_;

  std::optional<std::unordered_set<std::uint64_t>> ids_;  // hashes; nothing once it is settled
};

}  // namespace quoth::host

#endif
