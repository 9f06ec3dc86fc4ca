#include "host/engine/processing.hpp"

#include <utility>

namespace quoth::host {

namespace {

void fail(work_item& item, step_failure why, const std::string& step_id) {
  item.state = why.status == QUOTH_CANCELLED ? item_state::cancelled
               : ends_the_run(why.status)    ? item_state::fatal
                                             : item_state::failed;
  item.failed = std::move(why);
  item.failed_step = step_id;
}

}  // namespace

processing::processing(loaded_pipeline& loaded, const schema& layers, const cutter& inputs,
                       const std::atomic<bool>& stop)
    : loaded_(loaded), layers_(layers), inputs_(inputs), stop_(stop) {
  plan();
}

void processing::plan() {
  operations_.push_back({operation::kind::parse, 0});
  for (std::size_t s = 0; s < loaded_.steps.size(); ++s) {
    operations_.push_back({operation::kind::process, s});
  }
  for (std::size_t w = 0; w < loaded_.writers.size(); ++w) {
    operations_.push_back({operation::kind::render, w});
  }
  for (std::size_t o = 0; o < operations_.size(); ++o) {
    const bool alone = serial(operations_[o]);
    if (segments_.empty() || segments_.back().serial != alone) segments_.push_back({o, o, alone});
    segments_.back().end = o + 1;
  }
}

bool processing::serial(const operation& what) const {
  const auto is_serial = [](const step& which) {
    return which.stage().concurrency == QUOTH_SERIAL;
  };
  switch (what.what) {
    case operation::kind::process:
      return is_serial(*loaded_.steps[what.index]);
    case operation::kind::render:
      return is_serial(*loaded_.writers[what.index]);
    default:
      break;
  }
  for (const auto& reader : loaded_.readers) {
    if (reader != nullptr && is_serial(*reader)) return true;
  }
  return false;
}

void processing::work(batch& on, std::size_t segment_index) {
  const segment& part = segments_[segment_index];
  if (part.first == 0) on.pieces.assign(on.items.size() * loaded_.writers.size(), {});
  std::unique_ptr<worker_set> with = take_workers();
  for (std::size_t i = 0; i < on.items.size(); ++i) work_on_item(on, i, part, *with);
  give_back(std::move(with));
}

void processing::work_on_item(batch& on, std::size_t index, const segment& part, worker_set& with) {
  work_item& item = on.items[index];
  if (item.state == item_state::waiting && part.first == 0) item.made = take_document();
  for (std::size_t o = part.first; o < part.end && item.state == item_state::waiting; ++o) {
    if (stop_.load(std::memory_order_relaxed)) {
      item.state = item_state::cancelled;
    } else {
      run(operations_[o], on, index, with);
    }
  }
  const bool done = item.state != item_state::waiting || part.end == operations_.size();
  if (done && item.made != nullptr) give_back(std::move(item.made));
}

void processing::run(const operation& what, batch& on, std::size_t index, worker_set& with) {
  work_item& item = on.items[index];
  if (what.what == operation::kind::process) {
    process(what.index, item, with);
    return;
  }
  if (what.what == operation::kind::render) {
    render(what.index, on, index, with);
    return;
  }
  step& reader = *loaded_.readers[item.reader];
  worker* const hand = worker_of(reader, with.readers[item.reader], item);
  if (hand == nullptr) return;
  const quoth_item seen{sizeof(quoth_item),
                        &inputs_.shown(item.input),
                        {item.bytes.data(), item.bytes.size()},
                        item.line,
                        item.ordinal};
  step_outcome failed = reader.parse(*hand, seen, *item.made);
  item.bytes = {};
  item.holder = {};  // a large item's bytes need not wait for its document
  if (failed) {
    fail(item, std::move(*failed), reader.id());
  } else {
    item.id = item.made->id();
  }
}

void processing::process(std::size_t step_index, work_item& item, worker_set& with) {
  step& annotator = *loaded_.steps[step_index];
  worker* const hand = worker_of(annotator, with.steps[step_index], item);
  if (hand == nullptr) return;
  step_outcome failed = annotator.process(*hand, *item.made);
  if (!failed) return;
  if (failed->status == QUOTH_FAILED && loaded_.policies[step_index] == on_error::skip_step) {
    item.skipped.push_back(static_cast<std::uint32_t>(step_index));
    return;
  }
  if (failed->status == QUOTH_FAILED && loaded_.policies[step_index] == on_error::stop) {
    failed->status = QUOTH_FATAL;
    failed->message += " (document " + item.id + ")";
  }
  fail(item, std::move(*failed), annotator.id());
}

void processing::render(std::size_t writer_index, batch& on, std::size_t index, worker_set& with) {
  work_item& item = on.items[index];
  step& writer = *loaded_.writers[writer_index];
  worker* const hand = worker_of(writer, with.writers[writer_index], item);
  if (hand == nullptr) return;
  const std::size_t begin = on.rendered.size();
  if (step_outcome failed = writer.render(*hand, *item.made, on.rendered)) {
    fail(item, std::move(*failed), writer.id());
    return;
  }
  on.pieces[index * loaded_.writers.size() + writer_index] = {begin, on.rendered.size() - begin};
}

/// nullptr, and the item fatal, where the step cannot make a worker.
worker* processing::worker_of(step& owner, std::optional<worker>& slot, work_item& item) {
  if (!slot) {
    result<worker> made = owner.begin();
    if (!made.ok()) {
      fail(item, {status_of_ending(made.error().code), std::move(made.error().message)},
           owner.id());
      return nullptr;
    }
    slot = std::move(*made);
  }
  return &*slot;
}

std::unique_ptr<processing::worker_set> processing::take_workers() {
  const std::lock_guard lock(mutex_);
  if (spare_workers_.empty()) {
    auto fresh = std::make_unique<worker_set>();
    fresh->readers.resize(loaded_.readers.size());
    fresh->steps.resize(loaded_.steps.size());
    fresh->writers.resize(loaded_.writers.size());
    return fresh;
  }
  std::unique_ptr<worker_set> taken = std::move(spare_workers_.back());
  spare_workers_.pop_back();
  return taken;
}

void processing::give_back(std::unique_ptr<worker_set> workers) {
  const std::lock_guard lock(mutex_);
  spare_workers_.push_back(std::move(workers));
}

std::unique_ptr<document> processing::take_document() {
  const std::lock_guard lock(mutex_);
  if (spare_documents_.empty()) return std::make_unique<document>(layers_);
  std::unique_ptr<document> taken = std::move(spare_documents_.back());
  spare_documents_.pop_back();
  return taken;
}

void processing::give_back(std::unique_ptr<document> used) {
  used->clear();
  const std::lock_guard lock(mutex_);
  spare_documents_.push_back(std::move(used));
}

}  // namespace quoth::host
