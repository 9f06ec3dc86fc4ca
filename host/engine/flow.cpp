#include "host/engine/flow.hpp"

#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>
#include <tbb/task_scheduler_observer.h>

#include <algorithm>
#include <exception>
#include <utility>

namespace quoth::host {

namespace {

constexpr std::uint64_t in_flight_limit = 16 << 20;  // bytes of items; see flow::cut

/// From the thread that builds the stages to those that enter the arena; see handover.
handover to_workers;

#if defined(__SANITIZE_THREAD__)
class entrance : public tbb::task_scheduler_observer {
 public:
  explicit entrance(tbb::task_arena& arena) : task_scheduler_observer(arena) { observe(true); }
  ~entrance() override { observe(false); }
  void on_scheduler_entry(bool) override { to_workers.take(); }
};
#else
struct entrance {
  explicit entrance(tbb::task_arena&) {}
};
#endif

}  // namespace

void flow::run(unsigned jobs) {
  // More threads than the machine has, where the user wants them.
  const tbb::global_control threads(
      tbb::global_control::max_allowed_parallelism,
      std::max<std::size_t>(jobs, static_cast<std::size_t>(tbb::info::default_concurrency())));
  between_batches_ = std::vector<handover>(works_.segments().size());
  auto stages = tbb::make_filter<void, moving_batch*>(
      tbb::filter_mode::serial_in_order, [this](tbb::flow_control& control) -> moving_batch* {
        between_cuts_.take();
        moving_batch* const next =
            guarded([this] { return cut(); }, static_cast<moving_batch*>(nullptr));
        if (next == nullptr) control.stop();
        between_cuts_.leave();
        to_the_end_.leave();
        return next;
      });
  for (std::size_t s = 0; s < works_.segments().size(); ++s) {
    const bool serial = works_.segments()[s].serial;
    stages = stages & tbb::make_filter<moving_batch*, moving_batch*>(
                          serial ? tbb::filter_mode::serial_in_order : tbb::filter_mode::parallel,
                          [this, s, serial](moving_batch* on) {
                            on->between_stages.take();
                            if (serial) between_batches_[s].take();
                            if (s > 0 || !on->content.worked_on) work(on->content, s);
                            if (serial) between_batches_[s].leave();
                            on->between_stages.leave();
                            to_the_end_.leave();
                            return on;
                          });
  }
  const auto whole = stages & tbb::make_filter<moving_batch*, void>(
                                  tbb::filter_mode::serial_in_order, [this](moving_batch* done) {
                                    deliver(std::unique_ptr<moving_batch>(done));
                                    to_the_end_.leave();
                                  });
  tbb::task_arena arena(static_cast<int>(jobs));
  const entrance entered(arena);
  to_workers.leave();
  arena.execute([&] { tbb::parallel_pipeline(2 * std::size_t{jobs}, whole); });
  to_the_end_.take();
}

/// The next batch, which the pipeline owns from here on; nullptr at the end.
moving_batch* flow::cut() {
  if (halted_.load(std::memory_order_relaxed)) return nullptr;
  std::unique_ptr<moving_batch> next = take_batch();
  batch& content = next->content;
  if (!cuts_.fill(content)) return nullptr;
  // What would be too much to wait in line is worked on at once by the thread that cut it, while
  // the others make room: memory is bounded by the largest document and not by their number.
  const std::uint64_t others = in_flight_.fetch_add(content.bytes);
  if (others + content.bytes > in_flight_limit && !works_.segments().front().serial) {
    work(content, 0);
    content.worked_on = true;
  }
  next->between_stages.leave();
  return next.release();
}

void flow::work(batch& on, std::size_t segment_index) {
  // A stage that uses oneTBB itself must not pick up another batch while it waits.
  tbb::this_task_arena::isolate([&] {
    guarded(
        [&] {
          works_.work(on, segment_index);
          return true;
        },
        false);
  });
}

void flow::deliver(std::unique_ptr<moving_batch> done) {
  done->between_stages.take();
  between_deliveries_.take();
  const batch& content = done->content;
  if (!guarded([&] { return delivers_.take(content); }, false)) halted_ = true;
  const run_counts& counts = delivers_.counts();
  bar_.update(counts.documents, counts.quarantined + counts.unusable_inputs, delivers_.bytes_now(),
              content.position);
  in_flight_.fetch_sub(content.bytes);
  between_deliveries_.leave();
  give_back(std::move(done));
}

template <class Part, class Value>
Value flow::guarded(Part&& part, Value otherwise) {
  if (broke_.load(std::memory_order_acquire)) return otherwise;
  try {
    return part();
  } catch (const std::exception& e) {
    const std::lock_guard lock(mutex_);
    if (!broken_) broken_ = failure{exit_code::internal, e.what()};
  }
  broke_.store(true, std::memory_order_release);
  halted_ = true;
  return otherwise;
}

std::unique_ptr<moving_batch> flow::take_batch() {
  const std::lock_guard lock(mutex_);
  if (spare_.empty()) return std::make_unique<moving_batch>();
  std::unique_ptr<moving_batch> taken = std::move(spare_.back());
  spare_.pop_back();
  return taken;
}

void flow::give_back(std::unique_ptr<moving_batch> used) {
  used->content.clear();
  const std::lock_guard lock(mutex_);
  spare_.push_back(std::move(used));
}

}  // namespace quoth::host
