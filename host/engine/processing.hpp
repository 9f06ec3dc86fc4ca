// The middle of a run: items are parsed, annotated and rendered.
#ifndef QUOTH_HOST_ENGINE_PROCESSING_HPP
#define QUOTH_HOST_ENGINE_PROCESSING_HPP

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "host/engine/batch.hpp"
#include "host/engine/cutter.hpp"
#include "host/engine/loaded_pipeline.hpp"

namespace quoth::host {

/// One callback of one step, for every item. The operations of a run are: parse, process of each
/// step in order, render of each writer.
struct operation {
  enum class kind : std::uint8_t { parse, process, render };
  kind what = kind::parse;
  std::size_t index = 0;  // of the step or writer
};

/// Operations in a row that are worked on together: by many threads, each with workers of its own,
/// or, where `serial`, by one thread at a time with the batches in order.
struct segment {
  std::size_t first = 0, end = 0;  // operations
  bool serial = false;
};

/// Works on batches. Documents live from an item's first operation to its last, so that a run
/// without SERIAL stages has one document a thread, whatever the size of its batches.
class processing {
 public:
  /// `loaded`, `inputs` and `stop` must outlive it.
  processing(loaded_pipeline& loaded, const schema& layers, const cutter& inputs,
             const std::atomic<bool>& stop);

  [[nodiscard]] std::span<const segment> segments() const { return segments_; }

  /// Takes the items of a batch through one segment. Any thread; where the segment is serial, one
  /// at a time.
  void work(batch& on, std::size_t segment_index);

 private:
  /// What one thread needs: a worker of each step, made when it is first needed.
  struct worker_set {
    std::vector<std::optional<worker>> readers, steps, writers;
  };

  void plan();
  [[nodiscard]] bool serial(const operation& what) const;
  void work_on_item(batch& on, std::size_t item, const segment& part, worker_set& with);
  void run(const operation& what, batch& on, std::size_t item, worker_set& with);
  void process(std::size_t step_index, work_item& item, worker_set& with);
  void render(std::size_t writer_index, batch& on, std::size_t item, worker_set& with);
  worker* worker_of(step& owner, std::optional<worker>& slot, work_item& item);

  std::unique_ptr<worker_set> take_workers();
  void give_back(std::unique_ptr<worker_set> workers);
  std::unique_ptr<document> take_document();
  void give_back(std::unique_ptr<document> used);

  loaded_pipeline& loaded_;
  const schema& layers_;
  const cutter& inputs_;
  const std::atomic<bool>& stop_;
  std::vector<operation> operations_;
  std::vector<segment> segments_;

  std::mutex mutex_;  // of the spare ones
  std::vector<std::unique_ptr<worker_set>> spare_workers_;
  std::vector<std::unique_ptr<document>> spare_documents_;
};

}  // namespace quoth::host

#endif
