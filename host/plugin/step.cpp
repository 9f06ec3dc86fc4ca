#include "host/plugin/step.hpp"

#include <mutex>
#include <utility>

#include "host/plugin/callback.hpp"
#include "host/plugin/services.hpp"

namespace quoth::host {

namespace {

constexpr std::chrono::milliseconds no_timeout{0};

quoth_string c_string(std::string_view text) {
  return {text.data(), text.size()};
}

step_outcome misbehaved(std::string message) {
  return step_failure{QUOTH_FAILED, std::move(message), QUOTH_NO_OFFSET, QUOTH_NO_OFFSET};
}

/// The uses of a stage, looked up in `layers`. A READ of a layer or column that nobody defines
/// stays without position where the use is optional.
result<std::vector<bound_use>> bind_uses(const quoth_stage& stage, const schema& layers) {
  std::vector<bound_use> bound;
  for (std::uint32_t u = 0; u < stage.use_count; ++u) {
    const quoth_use& use = *stage.uses[u];
    const bool optional = use.access == QUOTH_READ && (use.flags & QUOTH_USE_OPTIONAL) != 0;
    bound_use made{use.access, use.layer, {layers.position(use.layer), {}}};
    const layer_schema* const layer = layers.find(use.layer);
    if (layer == nullptr && !optional) {
      return failure{exit_code::config,
                     "layer " + made.layer + " is not defined by any installed plugin"};
    }
    for (std::uint32_t c = 0; c < use.column_count; ++c) {
      const std::uint32_t at = layer == nullptr ? no_position : layer->column(use.columns[c]);
      if (at == no_position && !optional) {
        return failure{exit_code::config, "layer " + made.layer + " has no column " +
                                              use.columns[c] + " in any installed plugin"};
      }
      made.where.columns.push_back(at);
    }
    bound.push_back(std::move(made));
  }
  return bound;
}

bool takes_a_file(const quoth_stage& stage, const std::vector<value>& params) {
  for (std::uint32_t i = 0; i < stage.param_count && i < params.size(); ++i) {
    if (stage.params[i]->type == QUOTH_PARAM_FILE && params[i].given()) return true;
  }
  return false;
}

/// What a cut lacks to be one; empty: nothing.
std::string cut_fault(const quoth_cut& cut, std::size_t window, bool last) {
  if (cut.consumed > window || (cut.found != 0 && cut.end > cut.consumed) ||
      (cut.found != 0 && cut.begin > cut.end)) {
    return "next cut [" + std::to_string(cut.begin) + ", " + std::to_string(cut.end) + ") and " +
           std::to_string(cut.consumed) + " consumed bytes off a window of " +
           std::to_string(window);
  }
  if (cut.consumed == 0 && (cut.found != 0 || !last)) return "next makes no progress";
  return "";
}

}  // namespace

struct step::implementation {
  implementation(stage_entry from, step_options with)
      : entry(std::move(from)), options(std::move(with)), side(options.id, entry.file) {}

  stage_entry entry;
  step_options options;
  host_side side;
  std::vector<bound_use> uses;
  std::vector<std::vector<quoth_string>> lists;  // what the views of LIST parameters point to
  std::vector<quoth_value> views;
  std::vector<const quoth_value*> pointers;
  void* shared = nullptr;
  bool loaded = false;

  std::mutex single_mutex;  // of the two below
  void* single = nullptr;   // the one worker instance of a SHARED or SERIAL stage
  bool single_begun = false;

  [[nodiscard]] const quoth_life& life() const { return *entry.stage->life; }
  template <class Ops>
  [[nodiscard]] const Ops& ops() const {
    return *static_cast<const Ops*>(entry.stage->ops);
  }

  void view_params() {
    lists.resize(options.params.size());
    for (std::size_t i = 0; i < options.params.size(); ++i) {
      views.push_back(options.params[i].view(lists[i]));
    }
    for (const quoth_value& view : views) pointers.push_back(&view);
  }

  /// Runs a callback and judges how it ended.
  template <class Callback>
  step_outcome call(std::string_view name, callback_scope scope, std::chrono::milliseconds timeout,
                    Callback&& callback) {
    const running_call running(timeout);
    const callback_end ended = call_plugin(callback);
    return judge(ended, running, side, entry, name, scope, timeout);
  }
  /// The same for callbacks that cannot fail: what goes wrong is logged.
  template <class Callback>
  void call_quietly(std::string_view name, Callback&& callback) {
    const step_outcome failed = call(name, callback_scope::run, no_timeout, [&] {
      callback();
      return quoth_status{QUOTH_OK};
    });
    if (!failed) return;
    static_cast<const quoth_log_1*>(side.service(&side, QUOTH_LOG_1))
        ->write(&side, QUOTH_LOG_ERROR, c_string(failed->message));
  }

  [[nodiscard]] failure stopped(const step_outcome& failed, exit_code code_of_failed) const {
    const exit_code code =
        failed->status == QUOTH_FAILED ? code_of_failed : code_of_ending(failed->status);
    return {code, "step " + options.id + ": " + failed->message};
  }

  result<void*> begin_instance() {
    void* instance = nullptr;
    const step_outcome failed = call("begin", callback_scope::run, no_timeout,
                                     [&] { return life().begin(shared, &instance); });
    if (failed) return stopped(failed, exit_code::internal);
    return instance;
  }
  void end_instance(void* instance) {
    call_quietly("end", [&] { life().end(instance); });
  }
};

// ---- Life ---------------------------------------------------------------------------------------

step::step(std::unique_ptr<implementation> inside) : in_(std::move(inside)) {
  in_->side.owner = this;
}

step::~step() {
  unload();
}

result<std::unique_ptr<step>> step::make(const stage_entry& entry, const schema& layers,
                                         step_options options) {
  if (options.id.empty()) options.id = entry.stage->id;
  options.params.resize(entry.stage->param_count);
  auto inside = std::make_unique<implementation>(entry, std::move(options));
  result<std::vector<bound_use>> bound = bind_uses(*entry.stage, layers);
  if (!bound.ok()) {
    return failure{bound.error().code, "step " + inside->options.id + ": " + bound.error().message};
  }
  inside->uses = std::move(*bound);
  inside->view_params();
  inside->side.log = inside->options.log;
  inside->side.stop = inside->options.stop;
  inside->side.services = inside->options.services;
  return std::unique_ptr<step>(new step(std::move(inside)));
}

const std::string& step::id() const {
  return in_->options.id;
}
const quoth_stage& step::stage() const {
  return *in_->entry.stage;
}
const stage_entry& step::entry() const {
  return in_->entry;
}
void* step::context() const {
  return in_->options.context;
}

result<void> step::load() {
  // QUOTH_FAILED of load is judged here, and not as fatal: it tells what the user gave it. A lack
  // of memory is nobody's parameter.
  bool out_of_memory = false;
  step_outcome failed = in_->call("load", callback_scope::document, no_timeout, [&] {
    const quoth_status status =
        in_->life().load(&in_->side, in_->pointers.data(),
                         static_cast<std::uint32_t>(in_->pointers.size()), &in_->shared);
    out_of_memory = status == QUOTH_NO_MEMORY;
    return status;
  });
  if (failed) {
    if (out_of_memory) failed->status = QUOTH_FATAL;
    return in_->stopped(
        failed, takes_a_file(stage(), in_->options.params) ? exit_code::input : exit_code::config);
  }
  in_->loaded = true;
  return {};
}

result<worker> step::begin() {
  worker made;
  if (stage().concurrency == QUOTH_PER_WORKER) {
    result<void*> instance = in_->begin_instance();
    if (!instance.ok()) return std::move(instance.error());
    made.owner_ = this;
    made.instance_ = *instance;
    return made;
  }
  const std::lock_guard lock(in_->single_mutex);
  if (!in_->single_begun) {
    result<void*> instance = in_->begin_instance();
    if (!instance.ok()) return std::move(instance.error());
    in_->single = *instance;
    in_->single_begun = true;
  }
  made.instance_ = in_->single;  // the step ends it, not the worker
  return made;
}

void step::unload() {
  if (!in_->loaded) return;
  if (in_->single_begun) in_->end_instance(in_->single);
  in_->single_begun = false;
  in_->call_quietly("unload", [&] { in_->life().unload(in_->shared); });
  in_->loaded = false;
}

worker::worker(worker&& other) noexcept
    : owner_(std::exchange(other.owner_, nullptr)),
      instance_(std::exchange(other.instance_, nullptr)) {}

worker& worker::operator=(worker&& other) noexcept {
  std::swap(owner_, other.owner_);
  std::swap(instance_, other.instance_);
  return *this;
}

worker::~worker() {
  if (owner_ != nullptr) owner_->in_->end_instance(instance_);
}

// ---- Annotators -------------------------------------------------------------------------------

step_outcome step::process(worker& with, document& on) {
  on.begin_transaction(in_->options.index);
  quoth_document seen{&on, &in_->uses, false, true};
  step_outcome failed = in_->call("process", callback_scope::document, in_->options.timeout, [&] {
    return in_->ops<quoth_annotator_ops>().process(with.instance_, &seen);
  });
  if (failed) {
    on.rollback();
    return failed;
  }
  result<void> kept = on.commit();
  return kept.ok() ? step_outcome() : misbehaved(std::move(kept.error().message));
}

// ---- Readers ----------------------------------------------------------------------------------

step_outcome step::open(const quoth_input& input, void** cursor) {
  *cursor = nullptr;
  return in_->call("open", callback_scope::document, no_timeout,
                   [&] { return in_->ops<quoth_reader_ops>().open(in_->shared, &input, cursor); });
}

next_outcome step::next(void* cursor, std::string_view window, bool last, quoth_cut& cut) {
  cut = {};
  cut.size = sizeof cut;
  next_outcome outcome;
  outcome.failed = in_->call("next", callback_scope::document, no_timeout, [&] {
    const quoth_status status =
        in_->ops<quoth_reader_ops>().next(cursor, c_string(window), last ? 1 : 0, &cut);
    outcome.need_more = status == QUOTH_NEED_MORE;
    return outcome.need_more ? quoth_status{QUOTH_OK} : status;
  });
  if (outcome.failed) return outcome;
  if (outcome.need_more) {
    if (last) outcome.failed = misbehaved("next asks for more of an input that is at its end");
    return outcome;
  }
  std::string fault = cut_fault(cut, window.size(), last);
  if (!fault.empty()) outcome.failed = misbehaved(std::move(fault));
  return outcome;
}

void step::close(void* cursor) {
  in_->call_quietly("close", [&] { in_->ops<quoth_reader_ops>().close(cursor); });
}

step_outcome step::parse(worker& with, const quoth_item& item, document& into) {
  into.begin_transaction(in_->options.index);
  quoth_document seen{&into, &in_->uses, true, true};
  step_outcome failed = in_->call("parse", callback_scope::document, in_->options.timeout, [&] {
    return in_->ops<quoth_reader_ops>().parse(with.instance_, &item, &seen);
  });
  if (failed) {
    into.rollback();
    return failed;
  }
  result<void> kept = into.commit();
  if (!kept.ok()) return misbehaved(std::move(kept.error().message));
  if (!into.has_text()) return misbehaved("the reader gave the document no text");
  if (into.id().empty()) return misbehaved("the reader gave the document no id");
  return std::nullopt;
}

// ---- Writers ----------------------------------------------------------------------------------

step_outcome step::render(worker& with, document& from, std::string& out) {
  const std::size_t before = out.size();
  from.begin_transaction(in_->options.index);
  quoth_document seen{&from, &in_->uses, false, false};
  quoth_buffer buffer{&out};
  step_outcome failed = in_->call("render", callback_scope::document, in_->options.timeout, [&] {
    return in_->ops<quoth_writer_ops>().render(with.instance_, &seen, &buffer);
  });
  from.rollback();
  if (failed) out.resize(before);
  return failed;
}

step_outcome step::start() {
  return in_->call("start", callback_scope::run, no_timeout,
                   [&] { return in_->ops<quoth_writer_ops>().start(in_->shared); });
}

step_outcome step::reopen(std::string_view state) {
  return in_->call("reopen", callback_scope::run, no_timeout, [&] {
    return in_->ops<quoth_writer_ops>().reopen(in_->shared, c_string(state));
  });
}

step_outcome step::write(std::string_view rendered) {
  return in_->call("write", callback_scope::run, no_timeout, [&] {
    return in_->ops<quoth_writer_ops>().write(in_->shared, c_string(rendered));
  });
}

step_outcome step::checkpoint(std::string& state) {
  state.clear();
  quoth_buffer buffer{&state};
  return in_->call("checkpoint", callback_scope::run, no_timeout,
                   [&] { return in_->ops<quoth_writer_ops>().checkpoint(in_->shared, &buffer); });
}

step_outcome step::finish() {
  return in_->call("finish", callback_scope::run, no_timeout,
                   [&] { return in_->ops<quoth_writer_ops>().finish(in_->shared); });
}

void step::abandon() {
  in_->call_quietly("abandon", [&] { in_->ops<quoth_writer_ops>().abandon(in_->shared); });
}

// ---- For services of other rooms ----------------------------------------------------------------

step& step::of(const quoth_host* host) {
  return *host_side::of(host).owner;
}

quoth_status step::report(quoth_status status, std::string message) {
  if (running_call* const call = running_call::current()) {
    call->report(std::move(message), QUOTH_NO_OFFSET, QUOTH_NO_OFFSET);
  }
  return status;
}

}  // namespace quoth::host
