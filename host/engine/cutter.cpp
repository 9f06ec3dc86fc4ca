#include "host/engine/cutter.hpp"

#include <algorithm>

namespace quoth::host {

namespace {

// A batch is worth several times what it costs to hand it on (some microseconds), and small enough
// to share the work of a short run out among all threads.
constexpr std::uint64_t batch_bytes = 64 << 10;
constexpr std::uint64_t batch_items = 16;

}  // namespace

cutter::cutter(const std::vector<input_file>& inputs,
               std::span<const std::unique_ptr<step>> readers, const std::atomic<bool>& stop,
               const cutter_options& options)
    : inputs_(inputs),
      readers_(readers),
      stop_(stop),
      options_(options),
      source_(inputs, options.from.input, stop),
      input_(options.from.input) {
  std::uint64_t before = 0;
  for (const input_file& input : inputs) {
    shown_.push_back({sizeof(quoth_input),
                      {input.path.data(), input.path.size()},
                      {input.id.data(), input.id.size()}});
    size_before_.push_back(before);
    before += input.size;
  }
}

cutter::~cutter() {
  close_input();
}

bool cutter::full(const batch& filled) const {
  const std::uint64_t items = std::clamp<std::uint64_t>(cut_ / (4 * options_.jobs), 1, batch_items);
  return filled.items.size() >= items || filled.bytes >= batch_bytes;
}

bool cutter::fill(batch& into) {
  while (!over_ && !stop_.load(std::memory_order_relaxed) && !full(into)) {
    if (options_.limit && cut_ >= *options_.limit) over_ = true;
    if (over_ || (!open_ && !open_input())) break;
    switch (cut_one(into)) {
      case progress::item:
        break;
      case progress::more:
        if (!fetch_more()) over_ = true;
        break;
      case progress::input_done:
        close_input();
        ++input_;
        break;
    }
  }
  if (into.items.empty()) return false;
  const std::size_t at = std::min(input_, inputs_.size() - 1);
  into.position = size_before_[at] + (at == input_ ? position_ : inputs_[at].size);
  return true;
}

/// Makes the first piece of input_ ready. The reader is told in cut_one.
bool cutter::open_input() {
  if (input_ >= inputs_.size()) return false;
  window_.clear();
  ended_ = false;
  broken_.reset();
  ordinal_ = dropped_ = position_ = 0;
  open_ = true;
  if (fetch()) return true;
  open_ = false;
  return false;
}

void cutter::close_input() {
  if (cursor_open_) reader().close(cursor_);
  if (open_ && !ended_) source_.skip(input_);
  open_ = cursor_open_ = false;
  cursor_ = nullptr;
}

/// Adds a piece to the window; false where the run is being stopped.
bool cutter::fetch() {
  std::optional<input_piece> piece = source_.take();
  if (!piece) return false;
  window_.append({piece->bytes.data(), piece->bytes.size()});
  position_ = piece->position;
  ended_ = piece->last;
  broken_ = std::move(piece->broken);
  source_.recycle(std::move(piece->bytes));
  return true;
}

/// Doubles the window, so that a reader that looks at all of it each time stays linear.
bool cutter::fetch_more() {
  const std::size_t wanted = 2 * window_.rest().size();
  do {
    if (!fetch()) return false;
  } while (!ended_ && window_.rest().size() < wanted);
  return true;
}

cutter::progress cutter::cut_one(batch& into) {
  if (!cursor_open_) {
    if (step_outcome failed = reader().open(shown_[input_], &cursor_)) {
      add_failure(std::move(*failed), reader().id(), into);
      return progress::input_done;
    }
    cursor_open_ = true;
  }
  const std::string_view rest = window_.rest();
  const bool last = ended_ && !broken_;
  quoth_cut cut{};
  next_outcome outcome;
  outcome.need_more = rest.empty();
  if (!rest.empty()) outcome = reader().next(cursor_, rest, last, cut);
  if (outcome.failed) {
    add_failure(std::move(*outcome.failed), reader().id(), into);
    return progress::input_done;
  }
  if (outcome.need_more) {
    if (!ended_) return progress::more;
    // What is left of a broken input is not whole, and no item.
    if (broken_) {
      add_failure({QUOTH_FAILED, broken_->message}, "", into);
    } else if (ordinal_ == 0) {
      empty_inputs_.push_back(input_);
    }
    return progress::input_done;
  }
  dropped_ += cut.consumed;
  if (cut.found != 0) add_item(cut, into);
  window_.consume(cut.consumed);
  if (last && cut.consumed == 0) return progress::input_done;
  return progress::item;
}

void cutter::add_item(const quoth_cut& cut, batch& into) {
  const std::uint64_t ordinal = ordinal_++;
  const std::uint64_t consumed = std::exchange(dropped_, 0);
  if (input_ == options_.from.input && ordinal < options_.from.items) return;
  const input_file& input = inputs_[input_];
  if (options_.selection != nullptr && !options_.selection->contains({input.path, ordinal})) return;
  const std::string_view rest = window_.rest();
  work_item item;
  item.input = static_cast<std::uint32_t>(input_);
  item.reader = input.reader;
  item.holder = window_.holder();
  item.bytes = rest.substr(cut.begin, cut.end - cut.begin);
  item.line = cut.line;
  item.ordinal = ordinal;
  item.consumed = consumed;
  item.id = input.id;
  const bool whole_input = ordinal == 0 && ended_ && cut.consumed == rest.size();
  if (!whole_input && cut.line > 0) item.id += ":" + std::to_string(cut.line);
  into.bytes += item.bytes.size();
  into.items.push_back(std::move(item));
  ++cut_;
}

void cutter::add_failure(step_failure why, std::string step_id, batch& into) {
  work_item item;
  item.input = static_cast<std::uint32_t>(input_);
  item.reader = inputs_[input_].reader;
  item.ordinal = ordinal_;
  item.id = inputs_[input_].id;
  item.state = ends_the_run(why.status)        ? item_state::fatal
               : why.status == QUOTH_CANCELLED ? item_state::cancelled
                                               : item_state::unusable;
  if (item.state != item_state::unusable) over_ = true;
  item.failed = std::move(why);
  item.failed_step = std::move(step_id);
  into.items.push_back(std::move(item));
}

}  // namespace quoth::host
