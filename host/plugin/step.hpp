// One step of a pipeline: a stage with its parameters, loaded, and the services it may ask for.
#ifndef QUOTH_HOST_PLUGIN_STEP_HPP
#define QUOTH_HOST_PLUGIN_STEP_HPP

#include <quoth/abi.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "host/document/document.hpp"
#include "host/plugin/catalogue.hpp"
#include "host/plugin/value.hpp"
#include "host/result.hpp"

namespace quoth::host {

/// Why a callback failed. `status` is QUOTH_FAILED (this document or item), QUOTH_FATAL, QUOTH_IO
/// and QUOTH_UNUSABLE (the run stops) or QUOTH_CANCELLED (the run is being stopped; the document is
/// neither done nor at fault). Everything else that the contract knows is translated into these.
struct step_failure {
  quoth_status status = QUOTH_FAILED;
  std::string message;                                           // without the step's id
  std::uint32_t begin = QUOTH_NO_OFFSET, end = QUOTH_NO_OFFSET;  // in the document's text
};

[[nodiscard]] constexpr bool ends_the_run(quoth_status status) noexcept {
  return status == QUOTH_FATAL || status == QUOTH_IO || status == QUOTH_UNUSABLE;
}

/// The exit code of a run that such a status ends.
[[nodiscard]] constexpr exit_code code_of_ending(quoth_status status) noexcept {
  return status == QUOTH_IO         ? exit_code::io
         : status == QUOTH_UNUSABLE ? exit_code::input
                                    : exit_code::internal;
}

/// The status for which a run ends with such a code: code_of_ending the other way round.
[[nodiscard]] constexpr quoth_status status_of_ending(exit_code code) noexcept {
  return code == exit_code::io ? QUOTH_IO : code == exit_code::input ? QUOTH_UNUSABLE : QUOTH_FATAL;
}

/// Nothing: it worked.
using step_outcome = std::optional<step_failure>;

/// Takes a line for the run's log; `level` is QUOTH_LOG_*. Any thread.
using log_sink = void (*)(std::uint32_t level, std::string_view step, std::string_view message);

/// A service that another room of the host provides, such as quoth.files/1.
struct provided_service {
  std::string_view id;
  const void* table;
};

struct step_options {
  std::string id = {};             // in messages; the stage's id unless the pipeline gives another
  std::uint32_t index = 0;         // in the pipeline: what document::writer_of tells
  std::vector<value> params = {};  // in the order of the stage's parameters
  std::chrono::milliseconds timeout{0};         // per document; 0: none
  const std::atomic<bool>* stop = nullptr;      // true once the run is to stop; may be null
  log_sink log = nullptr;                       // null: standard error
  std::vector<provided_service> services = {};  // before those of this room, of one id too
  void* context = nullptr;                      // for those services: see step::of
};

class step;

/// What one thread needs of a step. Move-only; ends the stage's worker when it goes, which must be
/// before the step does.
class worker {
 public:
  worker() = default;
  worker(worker&& other) noexcept;
  worker& operator=(worker&& other) noexcept;
  ~worker();

 private:
  friend class step;
  step* owner_ = nullptr;
  void* instance_ = nullptr;
};

/// What `next` made of its window.
struct next_outcome {
  bool need_more = false;  // ask again with a larger window
  step_outcome failed;     // the rest of this input is unusable
};

/// A loaded stage. Every call into the plugin goes through here: it names the step in messages,
/// keeps transactions, holds deadlines, and no exception leaves it.
///
/// Threads: as abi.md says of the callback. begin, process, parse and render may run concurrently,
/// each on its own worker; for SHARED stages all workers are one instance; for SERIAL stages the
/// caller brings the documents one at a time, in input order.
class step {
 public:
  static result<std::unique_ptr<step>> make(const stage_entry& entry, const schema& layers,
                                            step_options options);
  /// Unloads, where loaded.
  ~step();
  step(const step&) = delete;
  step& operator=(const step&) = delete;

  [[nodiscard]] const std::string& id() const;
  [[nodiscard]] const quoth_stage& stage() const;
  [[nodiscard]] const stage_entry& entry() const;
  [[nodiscard]] void* context() const;

  /// Loads what the workers share. Once, before all else. The failure's code: config where the
  /// stage says QUOTH_FAILED of its parameters, input where it has files among them; else that of
  /// code_of_ending.
  result<void> load();
  /// Makes a worker for the calling thread.
  result<worker> begin();
  /// Calls the stage's unload, after all workers ended. The destructor does it otherwise.
  void unload();

  /// An annotator works on a document; its rows are kept only where this returns nothing.
  step_outcome process(worker& with, document& on);

  // -- Readers ------------------------------------------------------------------------------------
  step_outcome open(const quoth_input& input, void** cursor);
  /// `cut` is checked: offsets in order and inside the window, progress made. An empty cut with
  /// consumed == 0 is possible only at the end of the input (`last`).
  next_outcome next(void* cursor, std::string_view window, bool last, quoth_cut& cut);
  void close(void* cursor);
  /// Makes `into`, a clear document, from an item; on failure it is unspecified what it holds.
  step_outcome parse(worker& with, const quoth_item& item, document& into);

  // -- Writers ------------------------------------------------------------------------------------
  /// Appends to `out`, which a failure leaves as it was.
  step_outcome render(worker& with, document& from, std::string& out);
  step_outcome start();
  step_outcome reopen(std::string_view state);
  step_outcome write(std::string_view rendered);
  /// Replaces `state`.
  step_outcome checkpoint(std::string& state);
  step_outcome finish();
  void abandon();

  /// The step that a service is called for, in services that other rooms provide.
  static step& of(const quoth_host* host);
  /// Reports a failure of the running callback from within such a service; returns `status`.
  static quoth_status report(quoth_status status, std::string message);

 private:
  struct implementation;
  explicit step(std::unique_ptr<implementation> inside);
  friend class worker;
  std::unique_ptr<implementation> in_;
};

}  // namespace quoth::host

#endif
