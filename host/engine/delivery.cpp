#include "host/engine/delivery.hpp"

#include <functional>
#include <utility>

#include "host/log.hpp"

namespace quoth::host {

namespace {

constexpr std::uint64_t unsaved_limit = 64 << 20;  // bytes
// Beyond it a run forgets which ids it saw: its memory is bounded, whatever the archive's size.
constexpr std::size_t remembered_ids = 500'000;

failure failure_of(const step_failure& why, const std::string& step_id) {
  const exit_code code = code_of_ending(why.status);
  return {code, step_id.empty() ? why.message : "step " + step_id + ": " + why.message};
}

}  // namespace

delivery::delivery(loaded_pipeline& loaded, const std::vector<input_file>& inputs, journal& before,
                   delivery_options options)
    : loaded_(loaded),
      inputs_(inputs),
      journal_(before),
      options_(std::move(options)),
      quarantine_(options_.folder),
      seconds_before_(before.seconds),
      bytes_before_(before.counts.bytes),
      ids_(std::in_place) {
  journal_.counts.skipped.resize(loaded.steps.size());
  journal_.writer_states.resize(loaded.writers.size());
}

double delivery::seconds_now() const {
  return std::chrono::duration<double>(clock::now() - began_).count();
}

result<void> delivery::open(bool resumed) {
  if (resumed) {
    result<void> again = quarantine_.resume(journal_.quarantine_length, journal_.complete);
    if (!again.ok()) return again;
  }
  for (std::size_t w = 0; w < loaded_.writers.size(); ++w) {
    step& writer = *loaded_.writers[w];
    const step_outcome failed = resumed ? writer.reopen(journal_.writer_states[w]) : writer.start();
    if (!failed) continue;
    while (w > 0) loaded_.writers[--w]->abandon();
    return failure_of(*failed, writer.id());
  }
  return {};
}

bool delivery::take(const batch& next) {
  for (std::size_t i = 0; i < next.items.size(); ++i) {
    const work_item& item = next.items[i];
    if (stopped_ || cancelled_) return false;
    switch (item.state) {
      case item_state::waiting:
        if (!write(next, i)) return false;
        break;
      case item_state::failed:
      case item_state::unusable:
        if (!set_aside(item)) return false;
        break;
      case item_state::cancelled:
        cancelled_ = true;
        return false;
      case item_state::fatal:
        return stop(item.failed, item.failed_step);
    }
    journal_.counts.bytes += item.consumed;
    for (const std::uint32_t step : item.skipped) ++journal_.counts.skipped[step];
    journal_.position = {item.input, item.ordinal + 1};
    if (item.state == item_state::unusable) journal_.position = {item.input + std::uint64_t{1}, 0};
  }
  if (!checkpoint_due()) return true;
  result<void> saved = checkpoint();
  return saved.ok() || stop(std::move(saved.error()));
}

bool delivery::write(const batch& next, std::size_t index) {
  const std::size_t writers = loaded_.writers.size();
  for (std::size_t w = 0; w < writers; ++w) {
    const rendered_piece piece = next.pieces[index * writers + w];
    step& writer = *loaded_.writers[w];
    const step_outcome failed =
        writer.write(std::string_view(next.rendered).substr(piece.begin, piece.size));
    if (failed) return stop(*failed, writer.id());
    unsaved_ += piece.size;
  }
  ++journal_.counts.documents;
  look_for_duplicate(next.items[index].id);
  return true;
}

bool delivery::set_aside(const work_item& item) {
  const bool unusable = item.state == item_state::unusable;
  ++(unusable ? journal_.counts.unusable_inputs : journal_.counts.quarantined);
  const std::string& path = inputs_[item.input].path;
  if (unusable) {
    const std::string by = item.failed_step.empty() ? "" : item.failed_step + ": " + path + ": ";
    log_error(by + item.failed.message);
  }
  result<void> added = quarantine_.add(item, path);
  return added.ok() || stop(std::move(added.error()));
}

bool delivery::stop(failure why) {
  stopped_ = std::move(why);
  return false;
}

bool delivery::stop(const step_failure& why, const std::string& step_id) {
  return stop(failure_of(why, step_id));
}

void delivery::look_for_duplicate(const std::string& id) {
  if (!ids_) return;
  if (!ids_->insert(std::hash<std::string>()(id)).second) {
    log_warning("more than one document has the id " + id + "; this is said once");
    ids_.reset();
  } else if (ids_->size() >= remembered_ids) {
    ids_.reset();
  }
}

bool delivery::checkpoint_due() const {
  return unsaved_ >= unsaved_limit || clock::now() - last_checkpoint_ >= options_.checkpoint_every;
}

result<void> delivery::checkpoint() {
  for (std::size_t w = 0; w < loaded_.writers.size(); ++w) {
    step& writer = *loaded_.writers[w];
    if (const step_outcome failed = writer.checkpoint(journal_.writer_states[w])) {
      return failure_of(*failed, writer.id());
    }
  }
  const result<std::uint64_t> length = quarantine_.sync();
  if (!length.ok()) return length.error();
  journal_.quarantine_length = *length;
  journal_.seconds = seconds();
  if (result<void> saved = save_journal(options_.folder, journal_); !saved.ok()) return saved;
  last_checkpoint_ = clock::now();
  unsaved_ = 0;
  return {};
}

result<void> delivery::finish() {
  journal_.complete = true;
  result<void> done = checkpoint();
  if (!done.ok()) {
    abandon();
    return done;
  }
  for (std::size_t w = 0; done.ok() && w < loaded_.writers.size(); ++w) {
    step& writer = *loaded_.writers[w];
    if (const step_outcome failed = writer.finish()) {
      done = failure_of(*failed, writer.id());
      while (++w < loaded_.writers.size()) loaded_.writers[w]->abandon();
    }
  }
  if (done.ok()) done = quarantine_.finish();
  return done;
}

void delivery::abandon() {
  for (const auto& writer : loaded_.writers) writer->abandon();
  quarantine_.close();
}

}  // namespace quoth::host
