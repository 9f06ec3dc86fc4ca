// The three stages of a run - cut, work, deliver - as one parallel_pipeline.
#ifndef QUOTH_HOST_ENGINE_FLOW_HPP
#define QUOTH_HOST_ENGINE_FLOW_HPP

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "host/engine/batch.hpp"
#include "host/engine/cutter.hpp"
#include "host/engine/delivery.hpp"
#include "host/engine/processing.hpp"
#include "host/engine/progress.hpp"
#include "host/result.hpp"

namespace quoth::host {

/// What one thread leaves to the next. oneTBB orders its threads already; this says so where
/// ThreadSanitizer can see it, since the oneTBB of most systems is not built for it.
class handover {
 public:
  void take() { static_cast<void>(turns_.load(std::memory_order_acquire)); }
  void leave() { turns_.fetch_add(1, std::memory_order_release); }

 private:
  std::atomic<unsigned> turns_{0};
};

/// A batch on its way.
struct moving_batch {
  batch content;
  handover between_stages;
};

/// Moves batches from the cutter through the processing to the delivery.
class flow {
 public:
  flow(cutter& cuts, processing& works, delivery& delivers, progress_bar& bar)
      : cuts_(cuts), works_(works), delivers_(delivers), bar_(bar) {}

  /// Runs until the cutter has no more, or the delivery takes no more; on `jobs` threads (> 0),
  /// this one among them.
  void run(unsigned jobs);

  /// What went wrong in the engine itself, such as a lack of memory.
  [[nodiscard]] const std::optional<failure>& broken() const { return broken_; }

 private:
  moving_batch* cut();
  void work(batch& on, std::size_t segment_index);
  void deliver(std::unique_ptr<moving_batch> done);
  std::unique_ptr<moving_batch> take_batch();
  void give_back(std::unique_ptr<moving_batch> used);

  /// Runs a part of the engine; an exception halts the run.
  template <class Part, class Value>
  Value guarded(Part&& part, Value otherwise);

  cutter& cuts_;
  processing& works_;
  delivery& delivers_;
  progress_bar& bar_;
  std::atomic<std::uint64_t> in_flight_{0};  // bytes of items
  std::atomic<bool> halted_{false};          // no further item is wanted
  std::atomic<bool> broke_{false};
  handover between_cuts_, between_deliveries_, to_the_end_;
  std::vector<handover> between_batches_;  // of the serial segments

  std::mutex mutex_;  // of the two below
  std::optional<failure> broken_;
  std::vector<std::unique_ptr<moving_batch>> spare_;
};

}  // namespace quoth::host

#endif
