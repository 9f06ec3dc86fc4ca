#include "host/plugin/descriptor_check.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <set>

#include "host/document/document.hpp"
#include "host/plugin/value.hpp"

namespace quoth::host {

namespace {

constexpr std::uint32_t max_count = 4096;               // entries of any list in a descriptor
constexpr std::size_t max_text = std::size_t{1} << 16;  // bytes of any text in a descriptor

constexpr std::string_view host_attributes[] = {"id", "on-error", "timeout", "isolation"};

std::string quoted(const char* text) {
  return std::string("'").append(text).append("'");
}

/// What keeps `text` from being one; `what` names it. Empty texts are allowed where `may_be_empty`.
std::string text_fault(const char* text, std::string_view what, bool may_be_empty = false) {
  const std::string name(what);
  if (text == nullptr) return "has no " + name;
  const std::size_t size = ::strnlen(text, max_text);
  if (size == max_text) return "has a " + name + " longer than 65535 bytes";
  if (size == 0 && !may_be_empty) return "has an empty " + name;
  if (document::first_bad_byte({text, size}) != size) return "has a " + name + " that is not UTF-8";
  return "";
}

template <class T>
std::string size_fault(const T& described, std::string_view what) {
  if (described.size >= sizeof(T)) return "";
  return std::string(what) + " is " + std::to_string(described.size) +
         " bytes long, but ABI 1.0 has " + std::to_string(sizeof(T));
}

/// What is wrong with a list of pointers; `what` names its entries.
template <class T>
std::string list_fault(const T* const* list, std::uint32_t count, std::string_view what) {
  const std::string name(what);
  if (count > max_count) {
    return "has " + std::to_string(count) + " " + name + ", more than " + std::to_string(max_count);
  }
  if (count > 0 && list == nullptr) return "has no list of " + name;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (list[i] == nullptr) return "has a NULL among its " + name;
  }
  return "";
}

/// What is wrong with the choices of a parameter or column.
std::string choices_fault(const char* const* choices, std::uint32_t count) {
  if (count == 0) return "has no choices";
  std::string fault = list_fault(choices, count, "choices");
  std::set<std::string_view> seen;
  for (std::uint32_t i = 0; fault.empty() && i < count; ++i) {
    fault = text_fault(choices[i], "choice");
    if (fault.empty() && !seen.insert(choices[i]).second) {
      fault = "has the choice " + quoted(choices[i]) + " twice";
    }
  }
  return fault;
}

// ---- Parameters ---------------------------------------------------------------------------------

bool is_number(std::uint32_t type) {
  return type == QUOTH_PARAM_INT || type == QUOTH_PARAM_REAL || type == QUOTH_PARAM_DURATION ||
         type == QUOTH_PARAM_BYTES;
}

std::string string_fault(quoth_string text) {
  if (text.size > max_text) return "has a default longer than 65536 bytes";
  if (text.data == nullptr && text.size > 0) return "has a default without bytes";
  const std::string_view bytes(text.data, static_cast<std::size_t>(text.size));
  return document::first_bad_byte(bytes) == bytes.size() ? "" : "has a default that is not UTF-8";
}

std::string choice_preset_fault(const quoth_param& param, const quoth_value& preset) {
  if (preset.integer < 0 || preset.integer >= param.choice_count) {
    return "has the default number " + std::to_string(preset.integer) + " of " +
           std::to_string(param.choice_count) + " choices";
  }
  const std::string_view text(preset.string.data, static_cast<std::size_t>(preset.string.size));
  if (text != param.choices[preset.integer]) {
    return "has the default '" + std::string(text) + "', but its choice number " +
           std::to_string(preset.integer) + " is " + quoted(param.choices[preset.integer]);
  }
  return "";
}

std::string list_preset_fault(const quoth_value& preset) {
  if (preset.count > max_count) return "has a default of too many entries";
  if (preset.count > 0 && preset.list == nullptr) return "has a default without entries";
  std::string fault;
  for (std::uint32_t i = 0; fault.empty() && i < preset.count; ++i) {
    fault = string_fault(preset.list[i]);
  }
  return fault;
}

std::string preset_fault(const quoth_param& param, const quoth_value& preset) {
  if (preset.type != param.type) {
    return "has a default of type " + std::to_string(preset.type) + ", but is of type " +
           std::to_string(param.type);
  }
  std::string fault = string_fault(preset.string);
  if (!fault.empty()) return fault;
  if (param.type == QUOTH_PARAM_CHOICE) return choice_preset_fault(param, preset);
  if (param.type == QUOTH_PARAM_LIST) return list_preset_fault(preset);
  if (param.type == QUOTH_PARAM_BOOL && preset.integer != 0 && preset.integer != 1) {
    return "has the default " + std::to_string(preset.integer) + ", which is neither 0 nor 1";
  }
  if (!is_number(param.type)) return "";
  const double number =
      param.type == QUOTH_PARAM_REAL ? preset.real : static_cast<double>(preset.integer);
  if (!std::isfinite(number)) return "has a default that is not finite";
  if ((param.flags & QUOTH_PARAM_RANGE) != 0 &&
      (number < param.minimum || number > param.maximum)) {
    return "has the default " + value::from(preset).text() + ", outside its own range " +
           value::of_real(param.minimum).text() + " to " + value::of_real(param.maximum).text();
  }
  return "";
}

std::string param_rules_fault(const quoth_param& param) {
  if (param.type < QUOTH_PARAM_BOOL || param.type > QUOTH_PARAM_LIST) {
    return "is of type " + std::to_string(param.type) + ", which this host does not know";
  }
  std::string fault = text_fault(param.doc, "doc", true);
  if (!fault.empty()) return fault;
  if (param.type == QUOTH_PARAM_CHOICE) fault = choices_fault(param.choices, param.choice_count);
  if (!fault.empty()) return fault;
  if ((param.flags & QUOTH_PARAM_RANGE) != 0) {
    if (!is_number(param.type)) return "has a range, but is not a number";
    if (!(param.minimum <= param.maximum)) return "has a range that holds no number";
  }
  if (param.preset == nullptr) return "";
  if ((param.flags & QUOTH_PARAM_REQUIRED) != 0) return "is required and has a default";
  return preset_fault(param, *param.preset);
}

std::string param_fault(const quoth_param& param, std::set<std::string_view>& names) {
  std::string fault = size_fault(param, "a parameter's descriptor");
  if (!fault.empty()) return fault;
  fault = text_fault(param.name, "name");
  if (!fault.empty()) return "a parameter " + fault;
  if (!is_name(param.name)) {
    return "a parameter is named " + quoted(param.name) + "; names are [a-z][a-z0-9-]*";
  }
  const std::string place = "parameter " + std::string(param.name) + " ";
  if (std::find(std::begin(host_attributes), std::end(host_attributes), param.name) !=
      std::end(host_attributes)) {
    return place + "has a name that is the host's";
  }
  if (!names.insert(param.name).second) return place + "is there twice";
  fault = param_rules_fault(param);
  return fault.empty() ? "" : place + fault;
}

std::string params_fault(const quoth_stage& stage) {
  std::string fault = list_fault(stage.params, stage.param_count, "parameters");
  std::set<std::string_view> names;
  for (std::uint32_t i = 0; fault.empty() && i < stage.param_count; ++i) {
    fault = param_fault(*stage.params[i], names);
  }
  return fault;
}

// ---- Layers and uses ----------------------------------------------------------------------------

std::string id_fault(const char* text, std::string_view what) {
  std::string fault = text_fault(text, what);
  if (fault.empty() && !is_id(text)) {
    fault = "has the " + std::string(what) + " " + quoted(text) +
            "; ids are [a-z0-9-] in parts joined by dots";
  }
  return fault;
}

std::string column_fault(const quoth_column& column, std::set<std::string_view>& names) {
  std::string fault = size_fault(column, "a column's descriptor");
  if (!fault.empty()) return fault;
  fault = id_fault(column.name, "column name");
  if (!fault.empty()) return fault;
  const std::string place = "column " + std::string(column.name) + " ";
  if (!names.insert(column.name).second) return place + "is there twice";
  if (column.type < QUOTH_COLUMN_BOOL || column.type > QUOTH_COLUMN_ROW) {
    return place + "is of type " + std::to_string(column.type) + ", which this host does not know";
  }
  fault = text_fault(column.doc, "doc", true);
  if (fault.empty() && column.type == QUOTH_COLUMN_ENUM) {
    fault = choices_fault(column.choices, column.choice_count);
  }
  if (fault.empty() && column.type == QUOTH_COLUMN_ROW) {
    fault = id_fault(column.target, "target layer");
  }
  return fault.empty() ? "" : place + fault;
}

std::string layer_fault(const quoth_layer& layer) {
  std::string fault = size_fault(layer, "a layer's descriptor");
  if (!fault.empty()) return fault;
  fault = id_fault(layer.name, "layer name");
  if (!fault.empty()) return fault;
  fault = text_fault(layer.doc, "doc", true);
  if (fault.empty()) fault = list_fault(layer.columns, layer.column_count, "columns");
  std::set<std::string_view> names;
  for (std::uint32_t i = 0; fault.empty() && i < layer.column_count; ++i) {
    fault = column_fault(*layer.columns[i], names);
  }
  return fault.empty() ? "" : "layer " + std::string(layer.name) + " " + fault;
}

std::string layers_fault(const quoth_stage& stage) {
  std::string fault = list_fault(stage.layers, stage.layer_count, "layers");
  for (std::uint32_t i = 0; fault.empty() && i < stage.layer_count; ++i) {
    fault = layer_fault(*stage.layers[i]);
  }
  return fault;
}

std::string access_fault(const quoth_stage& stage, const quoth_use& use, const char* plugin_id) {
  if (use.access < QUOTH_READ || use.access > QUOTH_EXTEND) {
    return "has access " + std::to_string(use.access) + ", which this host does not know";
  }
  if (stage.kind == QUOTH_WRITER && use.access != QUOTH_READ) return "is written by a writer";
  if (stage.kind == QUOTH_READER && use.access != QUOTH_APPEND) {
    return "is not appended to, which is all that a reader can do";
  }
  if (use.access != QUOTH_EXTEND) return "";
  if (use.column_count == 0) return "is extended without columns";
  for (std::uint32_t i = 0; i < use.column_count; ++i) {
    if (!has_prefix(use.columns[i], plugin_id) && !has_prefix(use.layer, plugin_id)) {
      return "is extended by column " + quoted(use.columns[i]) + ", which lacks the prefix " +
             plugin_id + ".";
    }
  }
  return "";
}

std::string use_fault(const quoth_stage& stage, const quoth_use& use, const char* plugin_id) {
  std::string fault = size_fault(use, "a use's descriptor");
  if (!fault.empty()) return fault;
  fault = id_fault(use.layer, "layer name");
  if (!fault.empty()) return "a use " + fault;
  fault = list_fault(use.columns, use.column_count, "columns");
  std::set<std::string_view> names;
  for (std::uint32_t i = 0; fault.empty() && i < use.column_count; ++i) {
    fault = id_fault(use.columns[i], "column name");
    if (fault.empty() && !names.insert(use.columns[i]).second) {
      fault = "names column " + std::string(use.columns[i]) + " twice";
    }
  }
  if (fault.empty()) fault = access_fault(stage, use, plugin_id);
  return fault.empty() ? "" : "the use of layer " + std::string(use.layer) + " " + fault;
}

std::string uses_fault(const quoth_stage& stage, const char* plugin_id) {
  std::string fault = list_fault(stage.uses, stage.use_count, "uses");
  for (std::uint32_t i = 0; fault.empty() && i < stage.use_count; ++i) {
    fault = use_fault(stage, *stage.uses[i], plugin_id);
  }
  return fault;
}

// ---- Callbacks ----------------------------------------------------------------------------------

std::string life_fault(const quoth_life* life) {
  if (life == nullptr) return "has no life";
  std::string fault = size_fault(*life, "its life's descriptor");
  if (!fault.empty()) return fault;
  if (life->load == nullptr) return "has no load";
  if (life->begin == nullptr) return "has no begin";
  if (life->end == nullptr) return "has no end";
  return life->unload == nullptr ? "has no unload" : "";
}

std::string reader_fault(const quoth_reader_ops& ops) {
  std::string fault = list_fault(ops.patterns, ops.pattern_count, "patterns");
  for (std::uint32_t i = 0; fault.empty() && i < ops.pattern_count; ++i) {
    fault = text_fault(ops.patterns[i], "pattern");
  }
  if (fault.empty()) fault = list_fault(ops.media_types, ops.media_type_count, "media types");
  for (std::uint32_t i = 0; fault.empty() && i < ops.media_type_count; ++i) {
    fault = text_fault(ops.media_types[i], "media type");
  }
  if (!fault.empty()) return fault;
  if (ops.open == nullptr) return "has no open";
  if (ops.next == nullptr) return "has no next";
  if (ops.close == nullptr) return "has no close";
  return ops.parse == nullptr ? "has no parse" : "";
}

std::string writer_fault(const quoth_writer_ops& ops) {
  if (ops.render == nullptr) return "has no render";
  if (ops.start == nullptr) return "has no start";
  if (ops.reopen == nullptr) return "has no reopen";
  if (ops.write == nullptr) return "has no write";
  if (ops.checkpoint == nullptr) return "has no checkpoint";
  if (ops.finish == nullptr) return "has no finish";
  return ops.abandon == nullptr ? "has no abandon" : "";
}

std::string ops_fault(const quoth_stage& stage) {
  if (stage.ops == nullptr) return "has no ops";
  std::string fault;
  if (stage.kind == QUOTH_ANNOTATOR) {
    const auto& ops = *static_cast<const quoth_annotator_ops*>(stage.ops);
    fault = size_fault(ops, "its ops table");
    if (fault.empty() && ops.process == nullptr) fault = "has no process";
  } else if (stage.kind == QUOTH_READER) {
    const auto& ops = *static_cast<const quoth_reader_ops*>(stage.ops);
    fault = size_fault(ops, "its ops table");
    if (fault.empty()) fault = reader_fault(ops);
  } else {
    const auto& ops = *static_cast<const quoth_writer_ops*>(stage.ops);
    fault = size_fault(ops, "its ops table");
    if (fault.empty()) fault = writer_fault(ops);
  }
  return fault;
}

// ---- Stages and the plugin ----------------------------------------------------------------------

/// What is wrong with a stage's own fields.
std::string stage_fields_fault(const quoth_stage& stage) {
  if (stage.kind < QUOTH_READER || stage.kind > QUOTH_WRITER) {
    return "is of kind " + std::to_string(stage.kind) + ", which this host does not know";
  }
  if (stage.concurrency > QUOTH_SERIAL) {
    return "has concurrency " + std::to_string(stage.concurrency) +
           ", which this host does not know";
  }
  std::string fault = text_fault(stage.version, "version");
  if (fault.empty()) fault = text_fault(stage.summary, "summary");
  if (fault.empty()) fault = life_fault(stage.life);
  if (fault.empty()) fault = ops_fault(stage);
  return fault;
}

std::string stage_fault(const quoth_stage& stage, const char* plugin_id,
                        std::set<std::string_view>& ids) {
  std::string fault = size_fault(stage, "a stage's descriptor");
  if (!fault.empty()) return fault;
  fault = id_fault(stage.id, "id");
  if (!fault.empty()) return "a stage " + fault;
  const std::string place = "stage " + std::string(stage.id);
  if (!has_prefix(stage.id, plugin_id)) return place + " lacks the prefix " + plugin_id + ".";
  if (!ids.insert(stage.id).second) return place + " is there twice";
  fault = stage_fields_fault(stage);
  if (!fault.empty()) return place + " " + fault;
  fault = params_fault(stage);
  if (fault.empty()) fault = layers_fault(stage);
  if (fault.empty()) fault = uses_fault(stage, plugin_id);
  return fault.empty() ? "" : place + ": " + fault;
}

std::string version_fault(const quoth_plugin& plugin) {
  const std::string here = std::to_string(QUOTH_ABI_MAJOR) + "." + std::to_string(QUOTH_ABI_MINOR);
  if (plugin.magic != QUOTH_MAGIC)
    return "its quoth_plugin_v1 does not begin with the magic number";
  if (plugin.abi_major != QUOTH_ABI_MAJOR) {
    return "it was built for ABI " + std::to_string(plugin.abi_major) + ", but this host has ABI " +
           here;
  }
  if (plugin.min_minor > QUOTH_ABI_MINOR) {
    return "it needs ABI " + std::to_string(plugin.abi_major) + "." +
           std::to_string(plugin.min_minor) + ", but this host has ABI " + here;
  }
  return size_fault(plugin, "its descriptor");
}

std::string plugin_texts_fault(const quoth_plugin& plugin) {
  std::string fault = id_fault(plugin.id, "id");
  if (fault.empty()) fault = text_fault(plugin.version, "version");
  if (fault.empty()) fault = text_fault(plugin.summary, "summary");
  if (fault.empty()) fault = text_fault(plugin.license, "license");
  if (fault.empty()) fault = text_fault(plugin.built_with, "built_with");
  if (fault.empty() && plugin.stage_count == 0) fault = "offers no stage";
  if (fault.empty()) fault = list_fault(plugin.stages, plugin.stage_count, "stages");
  return fault.empty() ? "" : "it " + fault;
}

/// Whether the head of the descriptor is as this host knows it. A later minor only adds at the end
/// of structs: what it is called can be read even where it cannot be used.
bool is_readable(const quoth_plugin& plugin) {
  return plugin.magic == QUOTH_MAGIC && plugin.abi_major == QUOTH_ABI_MAJOR &&
         size_fault(plugin, "").empty();
}

}  // namespace

bool is_name(std::string_view text) {
  if (text.empty() || text.front() < 'a' || text.front() > 'z') return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

bool is_id(std::string_view text) {
  if (text.empty() || text.front() < 'a' || text.front() > 'z') return false;
  bool part_empty = true;
  for (const char c : text) {
    if (c == '.') {
      if (part_empty) return false;
      part_empty = true;
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-') {
      part_empty = false;
    } else {
      return false;
    }
  }
  return !part_empty;
}

bool has_prefix(std::string_view id, std::string_view prefix) {
  return id.size() > prefix.size() + 1 && id.starts_with(prefix) && id[prefix.size()] == '.';
}

std::string descriptor_fault(const quoth_plugin& plugin) {
  std::string fault = version_fault(plugin);
  if (fault.empty()) fault = plugin_texts_fault(plugin);
  std::set<std::string_view> ids;
  for (std::uint32_t i = 0; fault.empty() && i < plugin.stage_count; ++i) {
    fault = stage_fault(*plugin.stages[i], plugin.id, ids);
  }
  return fault;
}

std::string plugin_id_of(const quoth_plugin& plugin) {
  return is_readable(plugin) && id_fault(plugin.id, "id").empty() ? plugin.id : "";
}

std::vector<std::string> stage_ids_of(const quoth_plugin& plugin) {
  std::vector<std::string> ids;
  if (!is_readable(plugin) || plugin.stages == nullptr) return ids;
  for (std::uint32_t i = 0; i < plugin.stage_count && i < max_count; ++i) {
    const quoth_stage* const stage = plugin.stages[i];
    if (stage == nullptr || stage->size < sizeof(quoth_stage)) continue;
    if (id_fault(stage->id, "id").empty()) ids.emplace_back(stage->id);
  }
  return ids;
}

}  // namespace quoth::host
