// quoth/detail/trampolines.hpp - from a stage struct to the static C descriptors and callbacks.
// No exception leaves a trampoline. Part of quoth/plugin.hpp; include that.
#ifndef QUOTH_DETAIL_TRAMPOLINES_HPP
#define QUOTH_DETAIL_TRAMPOLINES_HPP

#include <memory>
#include <new>
#include <quoth/detail/document.hpp>
#include <type_traits>
#include <utility>

namespace quoth::detail {

template <class S>
concept has_load = requires(S& s, const host& h) {
  s.load(h);
};
template <class S>
concept is_annotator = requires(S& s, document<S>& d) {
  s.process(d);
};
template <class S>
concept is_reader = requires(S& s, const item& i, document<S>& d) {
  s.parse(i, d);
};
template <class S>
concept is_writer = requires(S& s, document<S>& d, buffer& b) {
  s.render(d, b);
};

/// Runs f; turns what it throws into a report to the host and a status.
template <class F>
quoth_status guarded(const quoth_host* h, F&& f) noexcept {
  const auto report = [h](quoth_status status, std::string_view message, span where) {
    const auto* t = static_cast<const quoth_error_1*>(h->service(h, QUOTH_ERROR_1));
    return t && !message.empty() ? t->report(h, status, c_string(message), where.begin, where.end)
                                 : status;
  };
  try {
    f();
    return QUOTH_OK;
  } catch (const error& e) {
    return report(e.status(), e.what(), e.where());
  } catch (const std::bad_alloc&) {
    return report(QUOTH_NO_MEMORY, "out of memory", no_span);
  } catch (const std::exception& e) {
    return report(QUOTH_FAILED, e.what(), no_span);
  } catch (...) {
    return report(QUOTH_FAILED, "an exception that is not a std::exception was thrown", no_span);
  }
}

template <class S>
struct no_sink {};
template <class S>
struct sink_of {
  using type = no_sink<S>;
};
template <class S>
requires requires {
  typename S::sink;
}
struct sink_of<S> {
  using type = typename S::sink;
};

/// What a step shares: the stage as configured and, for a writer, its sink.
template <class S>
struct step_state {
  explicit step_state(const quoth_host* h) : host(h) {}
  quoth::host host;
  S stage{};
  std::unique_ptr<typename sink_of<S>::type> sink;
};

template <class S>
struct worker_state {
  explicit worker_state(const step_state<S>& step) : stage(step.stage), work(step.host) {}
  S stage;
  workspace<S> work;
};

template <class M>
void set_member(M& member, const quoth_value& v) {
  constexpr std::uint32_t type = param_type<M>();
  if (v.type == 0) return;
  if constexpr (type == QUOTH_PARAM_BOOL) {
    member = v.integer != 0;
  } else if constexpr (type == QUOTH_PARAM_FILE || type == QUOTH_PARAM_OUTPUT) {
    member.path = std::string(view(v.string));
  } else if constexpr (type == QUOTH_PARAM_BYTES) {
    member.bytes = v.integer;
  } else if constexpr (type == QUOTH_PARAM_DURATION) {
    member = std::chrono::milliseconds(v.integer);
  } else if constexpr (type == QUOTH_PARAM_STRING) {
    member = std::string(view(v.string));
  } else if constexpr (type == QUOTH_PARAM_LIST) {
    member.clear();
    for (std::uint32_t i = 0; i < v.count; ++i) member.emplace_back(view(v.list[i]));
  } else if constexpr (type == QUOTH_PARAM_REAL) {
    member = static_cast<M>(v.real);
  } else {
    member = static_cast<M>(v.integer);
  }
}

// ---- Parameters, uses, layers as C descriptors --------------------------------------------------

template <class S>
using about_t = std::remove_cv_t<decltype(S::about)>;

/// The positions, among a stage's items, of those for which Is holds.
template <class About, template <class> class Is>
struct positions_of;
template <class... Items, template <class> class Is>
struct positions_of<stage_about<Items...>, Is> {
  static constexpr std::size_t size = (std::size_t{0} + ... + (Is<Items>::value ? 1u : 0u));
  static constexpr std::array<std::size_t, size + 1> at = [] {
    std::array<std::size_t, size + 1> found{};
    [[maybe_unused]] std::size_t item = 0, n = 0;
    ((Is<Items>::value ? void(found[n++] = item) : void(), ++item), ...);
    return found;
  }();
};
template <class T>
struct param_item : std::bool_constant<is_param<T>> {};
template <class T>
struct accepts_item : std::bool_constant<is_accepts<T>> {};
template <class T>
struct media_item : std::bool_constant<is_media_types<T>> {};
template <class T>
struct serial_item : std::is_same<T, serial> {};

template <class S>
using params_at = positions_of<about_t<S>, param_item>;

template <class S, std::size_t I>
constexpr const auto& param_at() {
  return std::get<params_at<S>::at[I]>(S::about.items);
}

template <class S, std::size_t I>
inline constexpr quoth_param param_descriptor{
    sizeof(quoth_param),
    param_type<typename std::remove_cvref_t<decltype(param_at<S, I>())>::member_type>(),
    param_at<S, I>().name,
    param_at<S, I>().doc,
    (param_at<S, I>().is_required ? std::uint32_t{QUOTH_PARAM_REQUIRED} : 0u) |
        (param_at<S, I>().has_range ? std::uint32_t{QUOTH_PARAM_RANGE} : 0u),
    static_cast<std::uint32_t>(param_at<S, I>().choices.size()),
    param_at<S, I>().choices.data(),
    param_at<S, I>().has_preset ? &param_at<S, I>().preset : nullptr,
    param_at<S, I>().limits.minimum,
    param_at<S, I>().limits.maximum};

template <class S, std::size_t I>
inline constexpr quoth_use use_descriptor{
    sizeof(quoth_use),
    use_of<std::tuple_element_t<I, typename stage_uses<S>::tuple>>::access,
    use_of<std::tuple_element_t<I, typename stage_uses<S>::tuple>>::flags,
    static_cast<std::uint32_t>(
        layer_arrays<
            typename use_of<std::tuple_element_t<I, typename stage_uses<S>::tuple>>::layer>::names
            .size()),
    use_of<std::tuple_element_t<I, typename stage_uses<S>::tuple>>::layer::layer.name,
    layer_arrays<typename use_of<std::tuple_element_t<I, typename stage_uses<S>::tuple>>::layer>::
        names.data()};

template <class S, class Params, class Uses>
struct stage_arrays;
template <class S, std::size_t... P, std::size_t... U>
struct stage_arrays<S, std::index_sequence<P...>, std::index_sequence<U...>> {
  static constexpr std::array<const quoth_param*, sizeof...(P)> params{&param_descriptor<S, P>...};
  static constexpr std::array<const quoth_use*, sizeof...(U)> uses{&use_descriptor<S, U>...};
  // Every layer used is described: the host unites equal definitions and learns new ones.
  static constexpr std::array<const quoth_layer*, sizeof...(U)> layers{&layer_descriptor<
      typename use_of<std::tuple_element_t<U, typename stage_uses<S>::tuple>>::layer>...};
};
template <class S>
using arrays_of = stage_arrays<S, std::make_index_sequence<params_at<S>::size>,
                               std::make_index_sequence<stage_uses<S>::size>>;

// ---- Callbacks ----------------------------------------------------------------------------------

template <class S>
struct callbacks {
  using step = step_state<S>;
  using worker = worker_state<S>;

  static quoth_status load(const quoth_host* h, const quoth_value* const* params,
                           std::uint32_t param_count, void** shared_out) noexcept {
    return guarded(h, [&] {
      auto s = std::make_unique<step>(h);
      set_params(s->stage, params, param_count, std::make_index_sequence<params_at<S>::size>{});
      if constexpr (has_load<S>) s->stage.load(s->host);
      if constexpr (is_writer<S>)
        s->sink = std::make_unique<typename S::sink>(std::as_const(s->stage), s->host);
      *shared_out = s.release();
    });
  }
  static quoth_status begin(void* shared_in, void** worker_out) noexcept {
    auto* s = static_cast<step*>(shared_in);
    return guarded(s->host.c(), [&] { *worker_out = new worker(*s); });
  }
  static void end(void* w) noexcept { delete static_cast<worker*>(w); }
  static void unload(void* s) noexcept { delete static_cast<step*>(s); }

  static quoth_status process(void* w, quoth_document* d) noexcept {
    return with_document(w, d, [](S& stage, document<S>& doc) { stage.process(doc); });
  }

  static quoth_status render(void* w, quoth_document* d, quoth_buffer* out) noexcept {
    return with_document(w, d, [&](S& stage, document<S>& doc) {
      buffer to(static_cast<worker*>(w)->work.buffers, out);
      stage.render(doc, to);
    });
  }

  static quoth_status parse(void* w, const quoth_item* i, quoth_document* d) noexcept {
    return with_document(w, d, [&](S& stage, document<S>& doc) {
      const item cpp{
          {view(i->input->path), view(i->input->id)}, view(i->bytes), i->line, i->ordinal};
      stage.parse(cpp, doc);
    });
  }

  struct cursor_state {
    cursor_state(const quoth_host* h, const input& in) : host(h), cursor(in) {}
    const quoth_host* host;
    typename S::cursor cursor;
  };
  static quoth_status open(void* s, const quoth_input* in, void** cursor) noexcept {
    const quoth_host* h = static_cast<step*>(s)->host.c();
    return guarded(h, [&] { *cursor = new cursor_state(h, {view(in->path), view(in->id)}); });
  }
  static quoth_status next(void* c, quoth_string window, std::uint32_t last,
                           quoth_cut* out) noexcept {
    auto* state = static_cast<cursor_state*>(c);
    bool more = false;
    const quoth_status status = guarded(state->host, [&] {
      const cut found = S::next(state->cursor, view(window), last != 0);
      more = found.more;
      out->found = found.found ? 1 : 0;
      out->begin = found.begin;
      out->end = found.end;
      out->consumed = found.consumed;
      out->line = found.line;
    });
    return status == QUOTH_OK && more ? quoth_status{QUOTH_NEED_MORE} : status;
  }
  static void close(void* c) noexcept { delete static_cast<cursor_state*>(c); }

  static quoth_status start(void* s) noexcept {
    return with_sink(s, [](auto& sink) { sink.start(); });
  }
  static quoth_status reopen(void* s, quoth_string state) noexcept {
    return with_sink(s, [&](auto& sink) { sink.reopen(view(state)); });
  }
  static quoth_status write(void* s, quoth_string rendered) noexcept {
    return with_sink(s, [&](auto& sink) { sink.write(view(rendered)); });
  }
  static quoth_status checkpoint(void* s, quoth_buffer* state) noexcept {
    return with_sink(s, [&](auto& sink) {
      buffer to(static_cast<step*>(s)->host.template table<quoth_buffer_1>(QUOTH_BUFFER_1), state);
      sink.checkpoint(to);
    });
  }
  static quoth_status finish(void* s) noexcept {
    return with_sink(s, [](auto& sink) { sink.finish(); });
  }
  static void abandon(void* s) noexcept {
    (void)with_sink(s, [](auto& sink) { sink.abandon(); });
  }

 private:
  template <std::size_t... I>
  static void set_params([[maybe_unused]] S& stage,
                         [[maybe_unused]] const quoth_value* const* params,
                         [[maybe_unused]] std::uint32_t param_count, std::index_sequence<I...>) {
    (
        [&] {
          if (I < param_count) set_member(stage.*(param_at<S, I>().member), *params[I]);
        }(),
        ...);
  }
  template <class F>
  static quoth_status with_document(void* w, quoth_document* d, F&& f) noexcept {
    auto* state = static_cast<worker*>(w);
    return guarded(state->work.host.c(), [&] {
      document<S> doc(d, state->work);
      f(state->stage, doc);
      state->work.added.flush();
    });
  }
  template <class F>
  static quoth_status with_sink(void* s, F&& f) noexcept {
    auto* state = static_cast<step*>(s);
    return guarded(state->host.c(), [&] { f(*state->sink); });
  }
};

template <class S>
inline constexpr quoth_life life_descriptor{sizeof(quoth_life), &callbacks<S>::load,
                                            &callbacks<S>::begin, &callbacks<S>::end,
                                            &callbacks<S>::unload};

/// The ops of S, whichever kind it is.
template <class S>
struct ops {
  static constexpr std::uint32_t kind = is_annotator<S> ? QUOTH_ANNOTATOR
                                        : is_reader<S>  ? QUOTH_READER
                                                        : QUOTH_WRITER;
  static_assert((is_annotator<S> ? 1 : 0) + (is_reader<S> ? 1 : 0) + (is_writer<S> ? 1 : 0) == 1,
                "a stage has exactly one of: void process(quoth::document<S>&) [annotator], "
                "void parse(const quoth::item&, quoth::document<S>&) [reader], "
                "void render(quoth::document<S>&, quoth::buffer&) [writer]");
};

template <class S>
struct annotator_ops {
  static constexpr quoth_annotator_ops value{sizeof(quoth_annotator_ops), &callbacks<S>::process};
};

template <class S>
struct reader_ops {
  using patterns_at = positions_of<about_t<S>, accepts_item>;
  using media_at = positions_of<about_t<S>, media_item>;
  static_assert(
      patterns_at::size == 1 && media_at::size <= 1,
      "a reader says quoth::accepts(\"*.ext\", ...) once, quoth::media_types at most once");
  static constexpr auto& patterns = std::get<patterns_at::at[0]>(S::about.items).patterns;
  static constexpr std::uint32_t media_count() {
    if constexpr (media_at::size == 1) {
      return static_cast<std::uint32_t>(std::get<media_at::at[0]>(S::about.items).types.size());
    } else {
      return 0;
    }
  }
  static constexpr const char* const* media() {
    if constexpr (media_at::size == 1) {
      return std::get<media_at::at[0]>(S::about.items).types.data();
    } else {
      return nullptr;
    }
  }
  static constexpr quoth_reader_ops value{sizeof(quoth_reader_ops),
                                          static_cast<std::uint32_t>(patterns.size()),
                                          media_count(),
                                          0,
                                          patterns.data(),
                                          media(),
                                          &callbacks<S>::open,
                                          &callbacks<S>::next,
                                          &callbacks<S>::close,
                                          &callbacks<S>::parse};
};

template <class S>
struct writer_ops {
  static constexpr quoth_writer_ops value{sizeof(quoth_writer_ops), &callbacks<S>::render,
                                          &callbacks<S>::start,     &callbacks<S>::reopen,
                                          &callbacks<S>::write,     &callbacks<S>::checkpoint,
                                          &callbacks<S>::finish,    &callbacks<S>::abandon};
};

template <class S>
constexpr const void* ops_pointer() {
  if constexpr (ops<S>::kind == QUOTH_ANNOTATOR) {
    return &annotator_ops<S>::value;
  } else if constexpr (ops<S>::kind == QUOTH_READER) {
    return &reader_ops<S>::value;
  } else {
    return &writer_ops<S>::value;
  }
}

template <class S>
constexpr std::uint32_t concurrency() {
  return positions_of<about_t<S>, serial_item>::size > 0 ? QUOTH_SERIAL : QUOTH_PER_WORKER;
}

template <class S>
inline constexpr quoth_stage stage_descriptor{sizeof(quoth_stage),
                                              ops<S>::kind,
                                              S::about.id,
                                              S::about.version,
                                              S::about.summary,
                                              arrays_of<S>::params.data(),
                                              arrays_of<S>::uses.data(),
                                              arrays_of<S>::layers.data(),
                                              static_cast<std::uint32_t>(params_at<S>::size),
                                              static_cast<std::uint32_t>(stage_uses<S>::size),
                                              static_cast<std::uint32_t>(stage_uses<S>::size),
                                              concurrency<S>(),
                                              &life_descriptor<S>,
                                              ops_pointer<S>()};

template <class S>
concept has_extension = requires(std::string_view id) {
  { S::extension(id) } -> std::convertible_to<const void*>;
};

template <class... Stages>
struct stage_list {
  static constexpr std::array<const quoth_stage*, sizeof...(Stages)> pointers{
      &stage_descriptor<Stages>...};
  static const void* extension(const char* id) noexcept {
    const void* found = nullptr;
    (
        [&] {
          if constexpr (has_extension<Stages>) {
            if (!found) found = Stages::extension(id);
          }
        }(),
        ...);
    return found;
  }
};

}  // namespace quoth::detail

#endif
