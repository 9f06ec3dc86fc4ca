#include "host/engine/flow.hpp"

#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <exception>
#include <utility>

namespace quoth::host {

namespace {

constexpr std::uint64_t in_flight_limit = 16 << 20;  // bytes of items; see flow::cut

}  // namespace

void flow::run(unsigned jobs) {
  // More threads than the machine has, where the user wants them.
  const tbb::global_control threads(
      tbb::global_control::max_allowed_parallelism,
      std::max<std::size_t>(jobs, static_cast<std::size_t>(tbb::info::default_concurrency())));
  auto stages = tbb::make_filter<void, batch*>(
      tbb::filter_mode::serial_in_order, [this](tbb::flow_control& control) -> batch* {
        batch* const next = guarded([this] { return cut(); }, static_cast<batch*>(nullptr));
        if (next == nullptr) control.stop();
        return next;
      });
  for (std::size_t s = 0; s < works_.segments().size(); ++s) {
    const auto mode = works_.segments()[s].serial ? tbb::filter_mode::serial_in_order
                                                  : tbb::filter_mode::parallel;
    stages = stages & tbb::make_filter<batch*, batch*>(mode, [this, s](batch* on) {
               if (s > 0 || !on->worked_on) work(*on, s);
               return on;
             });
  }
  const auto whole = stages & tbb::make_filter<batch*, void>(
                                  tbb::filter_mode::serial_in_order,
                                  [this](batch* done) { deliver(std::unique_ptr<batch>(done)); });
  tbb::task_arena arena(static_cast<int>(jobs));
  arena.execute([&] { tbb::parallel_pipeline(2 * std::size_t{jobs}, whole); });
}

/// The next batch, which the pipeline owns from here on; nullptr at the end.
batch* flow::cut() {
  if (halted_.load(std::memory_order_relaxed)) return nullptr;
  std::unique_ptr<batch> next = take_batch();
  if (!cuts_.fill(*next)) return nullptr;
  // What would be too much to wait in line is worked on at once by the thread that cut it, while
  // the others make room: memory is bounded by the largest document and not by their number.
  const std::uint64_t others = in_flight_.fetch_add(next->bytes);
  if (others + next->bytes > in_flight_limit && !works_.segments().front().serial) {
    work(*next, 0);
    next->worked_on = true;
  }
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

void flow::deliver(std::unique_ptr<batch> done) {
  if (!guarded([&] { return delivers_.take(*done); }, false)) halted_ = true;
  const run_counts& counts = delivers_.counts();
  bar_.update(counts.documents, counts.quarantined + counts.unusable_inputs, counts.bytes,
              done->position);
  in_flight_.fetch_sub(done->bytes);
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

std::unique_ptr<batch> flow::take_batch() {
  const std::lock_guard lock(mutex_);
  if (spare_.empty()) return std::make_unique<batch>();
  std::unique_ptr<batch> taken = std::move(spare_.back());
  spare_.pop_back();
  return taken;
}

void flow::give_back(std::unique_ptr<batch> used) {
  used->clear();
  const std::lock_guard lock(mutex_);
  spare_.push_back(std::move(used));
}

}  // namespace quoth::host
