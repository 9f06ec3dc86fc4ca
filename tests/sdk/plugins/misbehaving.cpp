// Stages that do what the contract forbids, or fail as it allows: whichever their parameter `act`
// says. Written against the C contract, since plugin.hpp would not let them.
#include <quoth/abi.h>

#include <cstring>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>

namespace {

struct step {
  const quoth_host* host;
  std::string act;
  const quoth_layers_1* layers;
  const quoth_document_1* documents;
};

/// A service that only the host's tests provide.
struct counter_1 {
  quoth_status (*count_down)(const quoth_host*);
};

quoth_string c_string(std::string_view text) {
  return {text.data(), text.size()};
}

template <class Table>
const Table* service(const quoth_host* host, const char* id) {
  return static_cast<const Table*>(host->service(host, id));
}

quoth_status report(const quoth_host* host, quoth_status status, std::string_view message,
                    std::uint32_t begin = QUOTH_NO_OFFSET, std::uint32_t end = QUOTH_NO_OFFSET) {
  return service<quoth_error_1>(host, QUOTH_ERROR_1)
      ->report(host, status, c_string(message), begin, end);
}

/// What any callback can do wrong; `prefix` is its name, as in "process-throws".
quoth_status misbehave(const step& s, const std::string& callback) {
  if (s.act == callback + "-throws") throw std::runtime_error("thrown on purpose");
  if (s.act == callback + "-throws-int") throw 42;
  if (s.act == callback + "-fails") {
    return report(s.host, QUOTH_FAILED, callback + " failed on purpose", 1, 3);
  }
  if (s.act == callback + "-fails-silently") return QUOTH_FAILED;
  if (s.act == callback + "-is-fatal") {
    return report(s.host, QUOTH_FATAL, callback + " cannot go on");
  }
  if (s.act == callback + "-has-io-error") {
    return report(s.host, QUOTH_IO, "/no/such/file cannot be read");
  }
  if (s.act == callback + "-has-no-memory") return QUOTH_NO_MEMORY;
  if (s.act == callback + "-returns-nonsense") return 4711;
  if (s.act == callback + "-says-cancelled") return QUOTH_CANCELLED;
  return QUOTH_OK;
}

quoth_status load(const quoth_host* host, const quoth_value* const* params, std::uint32_t,
                  void** shared) {
  step made{host, std::string(params[0]->string.data, params[0]->string.size),
            service<quoth_layers_1>(host, QUOTH_LAYERS_1),
            service<quoth_document_1>(host, QUOTH_DOCUMENT_1)};
  const quoth_status status = misbehave(made, "load");
  if (status == QUOTH_OK) *shared = new step(made);
  return status;
}
quoth_status begin(void* shared, void** worker) {
  *worker = shared;
  return misbehave(*static_cast<step*>(shared), "begin");
}
void end(void* worker) {
  misbehave(*static_cast<step*>(worker), "end");
}
void unload(void* shared) {
  const step last = *static_cast<step*>(shared);
  delete static_cast<step*>(shared);
  misbehave(last, "unload");
}

// ---- The annotator: layer paragraph is its use 0 (APPEND), sentence its use 1 (READ) ------------

quoth_status add_paragraph(const step& s, quoth_document* document, std::uint32_t use,
                           std::uint32_t begin, std::uint32_t end) {
  const quoth_table row{1, 0, &begin, &end, nullptr};
  return s.layers->append(document, use, &row);
}

quoth_status process(void* worker, quoth_document* document) {
  const step& s = *static_cast<step*>(worker);
  add_paragraph(s, document, 0, 0, 1);
  if (s.act == "ignores-a-refused-append") {
    add_paragraph(s, document, 0, 0, 4'000'000);
    return QUOTH_OK;
  }
  if (s.act == "appends-to-what-it-reads") return add_paragraph(s, document, 1, 0, 1);
  if (s.act == "reads-what-it-appends-to") {
    quoth_table rows;
    return s.layers->read(document, 0, &rows);
  }
  if (s.act == "uses-what-it-does-not-declare") return add_paragraph(s, document, 9, 0, 1);
  if (s.act == "sets-the-text") return s.documents->set_text(document, {"new", 3});
  if (s.act == "counts-down") {
    const auto* const table = service<counter_1>(s.host, "org.counter/1");
    return table == nullptr ? quoth_status{QUOTH_FAILED} : table->count_down(s.host);
  }
  if (s.act == "never-ends") {
    while (service<quoth_cancel_1>(s.host, QUOTH_CANCEL_1)->requested(s.host) == 0) {
    }
    return QUOTH_CANCELLED;
  }
  if (s.act == "fails-on-x") {
    const quoth_string text = s.documents->text(document);
    if (std::string_view(text.data, text.size).find('x') != std::string_view::npos) {
      return report(s.host, QUOTH_FAILED, "the text has an x in it");
    }
  }
  return misbehave(s, "process");
}

// ---- The reader: one item an input -------------------------------------------------------------

quoth_status open(void* shared, const quoth_input*, void** cursor) {
  *cursor = shared;
  return misbehave(*static_cast<step*>(shared), "open");
}
quoth_status next(void* cursor, quoth_string window, std::uint32_t last, quoth_cut* cut) {
  const step& s = *static_cast<step*>(cursor);
  if (s.act == "next-stands-still") return QUOTH_OK;
  if (s.act == "next-cuts-too-much") {
    cut->found = 1;
    cut->end = cut->consumed = window.size + 1;
    return QUOTH_OK;
  }
  if (s.act == "next-wants-more-at-the-end" || last == 0) return QUOTH_NEED_MORE;
  cut->found = 1;
  cut->end = cut->consumed = window.size;
  return misbehave(s, "next");
}
void close(void* cursor) {
  misbehave(*static_cast<step*>(cursor), "close");
}

quoth_status parse(void* worker, const quoth_item* item, quoth_document* document) {
  const step& s = *static_cast<step*>(worker);
  if (s.act != "parse-gives-no-text") {
    const quoth_status status = s.documents->set_text(document, item->bytes);
    if (status != QUOTH_OK) return status;
  }
  if (s.act != "parse-gives-no-id") {
    const std::uint32_t offsets[] = {0, static_cast<std::uint32_t>(item->input->id.size)};
    const quoth_array id{QUOTH_COLUMN_STRING, 0, nullptr, item->input->id.data, offsets};
    const quoth_array* const columns[] = {&id};
    const quoth_table row{1, 1, nullptr, nullptr, columns};
    const quoth_status status = s.layers->append(document, 0, &row);
    if (status != QUOTH_OK) return status;
  }
  return misbehave(s, "parse");
}

// ---- The writer: keeps nothing ------------------------------------------------------------------

quoth_status render(void* worker, quoth_document* document, quoth_buffer* out) {
  const step& s = *static_cast<step*>(worker);
  service<quoth_buffer_1>(s.host, QUOTH_BUFFER_1)->append(out, s.documents->text(document));
  return misbehave(s, "render");
}
quoth_status start(void* shared) {
  return misbehave(*static_cast<step*>(shared), "start");
}
quoth_status reopen(void* shared, quoth_string) {
  return misbehave(*static_cast<step*>(shared), "reopen");
}
quoth_status write(void* shared, quoth_string) {
  return misbehave(*static_cast<step*>(shared), "write");
}
quoth_status checkpoint(void* shared, quoth_buffer* state) {
  const step& s = *static_cast<step*>(shared);
  service<quoth_buffer_1>(s.host, QUOTH_BUFFER_1)->append(state, c_string("state"));
  return misbehave(s, "checkpoint");
}
quoth_status finish(void* shared) {
  return misbehave(*static_cast<step*>(shared), "finish");
}
void abandon(void* shared) {
  misbehave(*static_cast<step*>(shared), "abandon");
}

// ---- Descriptors ------------------------------------------------------------------------------

constexpr quoth_value act_preset{QUOTH_PARAM_STRING, 0, 0, 0.0, {"", 0}, nullptr};
constexpr quoth_param act{sizeof(quoth_param),
                          QUOTH_PARAM_STRING,
                          "act",
                          "what to do wrong, as CALLBACK-HOW",
                          0,
                          0,
                          nullptr,
                          &act_preset,
                          0,
                          0};
constexpr const quoth_param* params[] = {&act};

constexpr quoth_use append_paragraph{sizeof(quoth_use), QUOTH_APPEND, 0, 0, "paragraph", nullptr};
constexpr quoth_use read_sentence{sizeof(quoth_use), QUOTH_READ, QUOTH_USE_OPTIONAL, 0,
                                  "sentence",        nullptr};
constexpr const quoth_use* annotator_uses[] = {&append_paragraph, &read_sentence};
constexpr const char* id_column[] = {"id"};
constexpr quoth_use append_document{sizeof(quoth_use), QUOTH_APPEND, 0, 1, "document", id_column};
constexpr const quoth_use* reader_uses[] = {&append_document};
constexpr quoth_use read_document{sizeof(quoth_use), QUOTH_READ, 0, 1, "document", id_column};
constexpr const quoth_use* writer_uses[] = {&read_document};

constexpr const char* patterns[] = {"*.misbehaving"};
constexpr quoth_life life{sizeof(quoth_life), load, begin, end, unload};
constexpr quoth_annotator_ops annotator_ops{sizeof(quoth_annotator_ops), process};
constexpr quoth_reader_ops reader_ops{
    sizeof(quoth_reader_ops), 1, 0, 0, patterns, nullptr, open, next, close, parse};
constexpr quoth_writer_ops writer_ops{
    sizeof(quoth_writer_ops), render, start, reopen, write, checkpoint, finish, abandon};

constexpr quoth_stage annotator{sizeof(quoth_stage),
                                QUOTH_ANNOTATOR,
                                "org.misbehaving.annotator",
                                "1.0.0",
                                "Misbehaves.",
                                params,
                                annotator_uses,
                                nullptr,
                                1,
                                2,
                                0,
                                QUOTH_PER_WORKER,
                                &life,
                                &annotator_ops};
constexpr quoth_stage serial_annotator{sizeof(quoth_stage),
                                       QUOTH_ANNOTATOR,
                                       "org.misbehaving.serial",
                                       "1.0.0",
                                       "Misbehaves in order.",
                                       params,
                                       annotator_uses,
                                       nullptr,
                                       1,
                                       2,
                                       0,
                                       QUOTH_SERIAL,
                                       &life,
                                       &annotator_ops};
constexpr quoth_stage reader{sizeof(quoth_stage),
                             QUOTH_READER,
                             "org.misbehaving.reader",
                             "1.0.0",
                             "Misbehaves.",
                             params,
                             reader_uses,
                             nullptr,
                             1,
                             1,
                             0,
                             QUOTH_PER_WORKER,
                             &life,
                             &reader_ops};
constexpr quoth_stage writer{sizeof(quoth_stage),
                             QUOTH_WRITER,
                             "org.misbehaving.writer",
                             "1.0.0",
                             "Misbehaves.",
                             params,
                             writer_uses,
                             nullptr,
                             1,
                             1,
                             0,
                             QUOTH_PER_WORKER,
                             &life,
                             &writer_ops};
constexpr const quoth_stage* stages[] = {&annotator, &serial_annotator, &reader, &writer};

}  // namespace

extern "C" const quoth_plugin quoth_plugin_v1{
    QUOTH_MAGIC,       sizeof(quoth_plugin), QUOTH_ABI_MAJOR, 0,
    std::size(stages), "org.misbehaving",    "1.0.0",         "Does what it must not.",
    "Apache-2.0",      "a C++ compiler",     stages,          nullptr};
