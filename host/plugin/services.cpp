#include "host/plugin/services.hpp"

#include <cstdio>
#include <exception>
#include <new>
#include <string_view>
#include <utility>

#include "host/plugin/call.hpp"

namespace quoth::host {

namespace {

std::string_view view(quoth_string text) {
  return {text.data, static_cast<std::size_t>(text.size)};
}

const char* level_name(std::uint32_t level) {
  switch (level) {
    case QUOTH_LOG_DEBUG:
      return "debug";
    case QUOTH_LOG_WARNING:
      return "warning";
    case QUOTH_LOG_ERROR:
      return "error";
    default:
      return "info";
  }
}

void log_to_stderr(std::uint32_t level, std::string_view step, std::string_view message) {
  std::string line = level_name(level);
  line.append(": ").append(step).append(": ").append(message).append("\n");
  std::fputs(line.c_str(), stderr);
}

/// Fails the running callback: see running_call::refuse.
quoth_status refuse(quoth_status status, std::string message) {
  if (running_call* const call = running_call::current()) call->refuse(std::move(message));
  return status;
}

/// Runs a service's work; no exception of the host's crosses into the plugin.
template <class Work>
quoth_status serve(Work&& work) noexcept {
  try {
    return work();
  } catch (const std::bad_alloc&) {
    if (running_call* const call = running_call::current()) call->refuse("out of memory");
    return QUOTH_NO_MEMORY;
  } catch (...) {
    return QUOTH_FATAL;
  }
}

quoth_status status_of(result<void> outcome) {
  if (outcome.ok()) return QUOTH_OK;
  const quoth_status status =
      outcome.error().code == exit_code::input ? QUOTH_FAILED : QUOTH_MISUSE;
  return refuse(status, std::move(outcome.error().message));
}

// ---- quoth.log/1, quoth.error/1, quoth.cancel/1 -------------------------------------------------

void write_log(const quoth_host* host, uint32_t level, quoth_string message) {
  const host_side& side = host_side::of(host);
  serve([&] {
    (side.log != nullptr ? side.log : log_to_stderr)(level, side.id, view(message));
    return QUOTH_OK;
  });
}
constexpr quoth_log_1 log_table{sizeof(quoth_log_1), write_log};

quoth_status report_error(const quoth_host* host, quoth_status status, quoth_string message,
                          uint32_t begin, uint32_t end) {
  serve([&] {
    if (running_call* const call = running_call::current()) {
      call->report(std::string(view(message)), begin, end);
    } else {  // a thread of the plugin's own: no callback to fail
      write_log(host, QUOTH_LOG_ERROR, message);
    }
    return QUOTH_OK;
  });
  return status;
}
constexpr quoth_error_1 error_table{sizeof(quoth_error_1), report_error};

uint32_t cancel_requested(const quoth_host* host) {
  if (host_side::of(host).stopping()) return 1;
  const running_call* const call = running_call::current();
  return call != nullptr && call->overdue() ? 1 : 0;
}
constexpr quoth_cancel_1 cancel_table{sizeof(quoth_cancel_1), cancel_requested};

// ---- quoth.resource/1 ---------------------------------------------------------------------------

resource_folder& resources_of_host(const quoth_host* host) {
  return const_cast<host_side&>(host_side::of(host)).resources;
}

quoth_status read_resource(const quoth_host* host, const char* path, quoth_string* bytes) {
  return serve([&]() -> quoth_status {
    const auto found = resources_of_host(host).read(path);
    if (!found) return QUOTH_FAILED;
    *bytes = {found->data(), found->size()};
    return QUOTH_OK;
  });
}

void list_resources(const quoth_host* host, const char* path,
                    void (*visit)(void* context, quoth_string name), void* context) {
  serve([&] {
    for (const std::string& name : resources_of_host(host).list(path)) {
      visit(context, {name.data(), name.size()});
    }
    return QUOTH_OK;
  });
}
constexpr quoth_resource_1 resource_table{sizeof(quoth_resource_1), read_resource, list_resources};

// ---- quoth.document/1 ---------------------------------------------------------------------------

quoth_string document_text(const quoth_document* document) {
  const std::string_view text = document->subject->text();
  return {text.data(), text.size()};
}

quoth_status set_document_text(quoth_document* document, quoth_string text) {
  return serve([&] {
    if (!document->may_set_text) {
      return refuse(QUOTH_MISUSE, "a document's text can be set only by the reader that makes it");
    }
    return status_of(document->subject->set_text(view(text)));
  });
}
constexpr quoth_document_1 document_table{sizeof(quoth_document_1), document_text,
                                          set_document_text};

// ---- quoth.layers/1 -----------------------------------------------------------------------------

const char* access_name(std::uint32_t access) {
  switch (access) {
    case QUOTH_READ:
      return "READ";
    case QUOTH_APPEND:
      return "APPEND";
    default:
      return "EXTEND";
  }
}

/// The use of that number, or nullptr and a refusal where the stage has none.
const bound_use* find_use(const quoth_document* document, std::uint32_t use) {
  if (use < document->uses->size()) return &(*document->uses)[use];
  refuse(QUOTH_MISUSE, "the stage asked for its use number " + std::to_string(use) +
                           ", but it declares " + std::to_string(document->uses->size()) + " uses");
  return nullptr;
}

/// The same, which must have the given access.
const bound_use* find_use(const quoth_document* document, std::uint32_t use, std::uint32_t access) {
  const bound_use* const found = find_use(document, use);
  if (found == nullptr || found->access == access) return found;
  refuse(QUOTH_MISUSE, "the stage's use number " + std::to_string(use) + ", of layer " +
                           found->layer + ", has access " + access_name(found->access) + ", not " +
                           access_name(access));
  return nullptr;
}

quoth_status read_layer(quoth_document* document, uint32_t use, quoth_table* table) {
  return serve([&]() -> quoth_status {
    const bound_use* const found = find_use(document, use, QUOTH_READ);
    if (found == nullptr) return QUOTH_MISUSE;
    document->subject->read(found->where, *table);
    return QUOTH_OK;
  });
}

quoth_status count_rows(quoth_document* document, uint32_t use, uint32_t* rows) {
  return serve([&]() -> quoth_status {
    const bound_use* const found = find_use(document, use);
    if (found == nullptr) return QUOTH_MISUSE;
    *rows = document->subject->rows(found->where.layer);
    return QUOTH_OK;
  });
}

/// The use to write to, or nullptr and a refusal.
const bound_use* writable_use(const quoth_document* document, std::uint32_t use,
                              std::uint32_t access) {
  if (document->may_write) return find_use(document, use, access);
  refuse(QUOTH_MISUSE, "a writer cannot add rows");
  return nullptr;
}

quoth_status append_rows(quoth_document* document, uint32_t use, const quoth_table* table) {
  return serve([&]() -> quoth_status {
    const bound_use* const found = writable_use(document, use, QUOTH_APPEND);
    if (found == nullptr) return QUOTH_MISUSE;
    return status_of(document->subject->append(found->where, *table));
  });
}

quoth_status extend_rows(quoth_document* document, uint32_t use, const quoth_table* table) {
  return serve([&]() -> quoth_status {
    const bound_use* const found = writable_use(document, use, QUOTH_EXTEND);
    if (found == nullptr) return QUOTH_MISUSE;
    return status_of(document->subject->extend(found->where, *table));
  });
}
constexpr quoth_layers_1 layers_table{sizeof(quoth_layers_1), read_layer, count_rows, append_rows,
                                      extend_rows};

// ---- quoth.buffer/1 -----------------------------------------------------------------------------

quoth_status append_bytes(quoth_buffer* buffer, quoth_string bytes) {
  return serve([&] {
    buffer->bytes->append(view(bytes));
    return QUOTH_OK;
  });
}
constexpr quoth_buffer_1 buffer_table{sizeof(quoth_buffer_1), append_bytes};

// -------------------------------------------------------------------------------------------------

constexpr provided_service own_services[] = {
    {QUOTH_LAYERS_1, &layers_table},     {QUOTH_DOCUMENT_1, &document_table},
    {QUOTH_ERROR_1, &error_table},       {QUOTH_CANCEL_1, &cancel_table},
    {QUOTH_RESOURCE_1, &resource_table}, {QUOTH_BUFFER_1, &buffer_table},
    {QUOTH_LOG_1, &log_table},
};

const void* find_service(const quoth_host* host, const char* id) {
  const std::string_view wanted = id;
  for (const provided_service& offered : host_side::of(host).services) {
    if (offered.id == wanted) return offered.table;
  }
  for (const provided_service& offered : own_services) {
    if (offered.id == wanted) return offered.table;
  }
  return nullptr;
}

}  // namespace

host_side::host_side(std::string step_id, const std::filesystem::path& plugin_file)
    : quoth_host{sizeof(quoth_host), QUOTH_ABI_MAJOR, QUOTH_ABI_MINOR, find_service},
      id(std::move(step_id)),
      resources(resources_of(plugin_file)) {}

}  // namespace quoth::host
