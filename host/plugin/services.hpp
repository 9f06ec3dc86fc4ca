// What the host offers to a plugin: the tables of quoth/abi.h, filled.
#ifndef QUOTH_HOST_PLUGIN_SERVICES_HPP
#define QUOTH_HOST_PLUGIN_SERVICES_HPP

#include <quoth/abi.h>

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "host/document/document.hpp"
#include "host/plugin/resource_folder.hpp"
#include "host/plugin/step.hpp"

namespace quoth::host {

/// One use of a stage, with its layer and columns looked up.
struct bound_use {
  std::uint32_t access = 0;
  std::string layer;
  table_use where;
};

/// The host as one step sees it.
struct host_side : quoth_host {
  host_side(std::string step_id, const std::filesystem::path& plugin_file);

  std::string id;  // before each line of its log
  log_sink log = nullptr;
  const std::atomic<bool>* stop = nullptr;
  resource_folder resources;
  std::vector<provided_service> services;
  step* owner = nullptr;  // null where it serves an extension

  static const host_side& of(const quoth_host* host) {
    return *static_cast<const host_side*>(host);
  }
  [[nodiscard]] bool stopping() const {
    return stop != nullptr && stop->load(std::memory_order_relaxed);
  }
};

}  // namespace quoth::host

/// A document as one callback of one step may touch it.
struct quoth_document {
  quoth::host::document* subject = nullptr;
  const std::vector<quoth::host::bound_use>* uses = nullptr;
  bool may_set_text = false;  // parse
  bool may_write = false;     // parse, process
};

struct quoth_buffer {
  std::string* bytes = nullptr;
};

#endif
