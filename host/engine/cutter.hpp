// The first stage of a run: cuts the inputs into items, in order, and puts them into batches.
#ifndef QUOTH_HOST_ENGINE_CUTTER_HPP
#define QUOTH_HOST_ENGINE_CUTTER_HPP

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "host/engine/batch.hpp"
#include "host/engine/input_list.hpp"
#include "host/engine/read_ahead.hpp"
#include "host/engine/window.hpp"
#include "host/plugin/step.hpp"

namespace quoth::host {

/// An item by the path of its input and its number there, as quarantine.jsonl names it.
using item_selection = std::set<std::pair<std::string, std::uint64_t>>;

struct cutter_options {
  run_position from;                          // items before it are cut and dropped
  std::optional<std::uint64_t> limit;         // items from there on
  unsigned jobs = 1;                          // to share the first items out fairly
  const item_selection* selection = nullptr;  // only these; null: all
};

/// Not thread-safe: one thread at a time, not always the same.
class cutter {
 public:
  /// `inputs`, `readers` (loaded) and `stop` must outlive it.
  cutter(const std::vector<input_file>& inputs, std::span<const std::unique_ptr<step>> readers,
         const std::atomic<bool>& stop, const cutter_options& options);
  ~cutter();
  cutter(const cutter&) = delete;
  cutter& operator=(const cutter&) = delete;

  /// Puts the next items into an empty batch; false where there are no more, or `stop` is true.
  bool fill(batch& into);

  /// Inputs that turned out to hold no item, though nothing was wrong with them.
  [[nodiscard]] const std::vector<std::size_t>& empty_inputs() const { return empty_inputs_; }

  /// What a stage sees of an input; lives as long as the cutter.
  [[nodiscard]] const quoth_input& shown(std::uint32_t input) const { return shown_[input]; }

 private:
  enum class progress { item, more, input_done };

  [[nodiscard]] bool full(const batch& filled) const;
  bool open_input();
  void close_input();
  bool fetch();
  bool fetch_more();
  progress cut_one(batch& into);
  void add_item(const quoth_cut& cut, batch& into);
  void add_failure(step_failure why, std::string step_id, batch& into);
  [[nodiscard]] step& reader() const { return *readers_[inputs_[input_].reader]; }

  const std::vector<input_file>& inputs_;
  std::span<const std::unique_ptr<step>> readers_;
  const std::atomic<bool>& stop_;
  cutter_options options_;
  std::vector<quoth_input> shown_;
  std::vector<std::uint64_t> size_before_;  // of the inputs before each
  std::vector<std::size_t> empty_inputs_;
  read_ahead source_;

  // The input that is being cut.
  std::size_t input_;
  bool open_ = false, cursor_open_ = false, over_ = false;
  void* cursor_ = nullptr;
  window window_;
  bool ended_ = false;  // all its bytes are in the window
  std::optional<failure> broken_;
  std::uint64_t ordinal_ = 0;   // of the next item
  std::uint64_t dropped_ = 0;   // bytes consumed since the last item
  std::uint64_t position_ = 0;  // in its packed bytes
  std::uint64_t cut_ = 0;       // items put into batches so far
};

}  // namespace quoth::host

#endif
