#include "host/document/schema.hpp"

#include <algorithm>
#include <cstddef>
#include <quoth/layers.hpp>
#include <tuple>
#include <utility>

namespace quoth::host {

namespace {

constexpr std::string_view host_id = "quoth";

column_schema column_from(const quoth_column& definition, std::string_view plugin_id) {
  column_schema made{definition.name,       definition.doc, definition.type, "", no_position, {},
                     std::string(plugin_id)};
  if (definition.type == QUOTH_COLUMN_ROW) made.target = definition.target;
  if (definition.type == QUOTH_COLUMN_ENUM) {
    made.choices.assign(definition.choices, definition.choices + definition.choice_count);
  }
  return made;
}

const char* type_name(std::uint32_t type) {
  switch (type) {
    case QUOTH_COLUMN_BOOL:
      return "bool";
    case QUOTH_COLUMN_I64:
      return "i64";
    case QUOTH_COLUMN_F64:
      return "f64";
    case QUOTH_COLUMN_ENUM:
      return "enum";
    case QUOTH_COLUMN_STRING:
      return "string";
    case QUOTH_COLUMN_ROW:
      return "row";
    default:
      return "unknown";
  }
}

std::string type_text(const column_schema& column) {
  std::string text = type_name(column.type);
  if (column.type == QUOTH_COLUMN_ROW) text += " of " + column.target;
  return text;
}

/// Whether one list of choices goes on where the other ends: enumerations are append-only.
bool one_extends_other(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const std::size_t shared = std::min(a.size(), b.size());
  return std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(shared), b.begin());
}

std::string owner_name(const std::string& owner) {
  return owner == host_id ? "Quoth itself" : "plugin " + owner;
}

failure conflict(std::string what) {
  return {exit_code::config, std::move(what)};
}

/// Why `wanted`, of plugin `plugin_id`, cannot stand for the column `present`; empty: it can.
std::string column_conflict(const layer_schema& layer, const column_schema& present,
                            const column_schema& wanted) {
  const std::string place = "it defines column " + wanted.name + " of layer " + layer.name;
  if (present.type != wanted.type || present.target != wanted.target) {
    return place + " as " + type_text(wanted) + ", but for " + owner_name(present.owner) +
           " it is " + type_text(present);
  }
  if (!one_extends_other(present.choices, wanted.choices)) {
    return place + " with other choices than " + owner_name(present.owner);
  }
  return "";
}

}  // namespace

std::uint32_t layer_schema::column(std::string_view column_name) const {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].name == column_name) return static_cast<std::uint32_t>(i);
  }
  return no_position;
}

schema::schema() {
  [&]<class... Layer>(std::tuple<Layer...>*) {
    (static_cast<void>(unite(layer_descriptor<Layer>, host_id)), ...);
  }(static_cast<standard_layers*>(nullptr));
  resolve_targets();
}

std::uint32_t schema::position(std::string_view layer) const {
  const auto found = positions_.find(std::string(layer));
  return found == positions_.end() ? no_position : found->second;
}

const layer_schema* schema::find(std::string_view layer) const {
  const std::uint32_t at = position(layer);
  return at == no_position ? nullptr : &layers_[at];
}

result<void> schema::unite(const quoth_layer& definition, std::string_view plugin_id) {
  const bool has_span = (definition.flags & (QUOTH_LAYER_SPAN | QUOTH_LAYER_OPTIONAL_SPAN)) != 0;
  const bool span_optional = (definition.flags & QUOTH_LAYER_OPTIONAL_SPAN) != 0;
  const std::uint32_t at = position(definition.name);
  layer_schema united;
  if (at == no_position) {
    united = {definition.name, definition.doc, has_span, span_optional, {}, std::string(plugin_id)};
  } else {
    united = layers_[at];
    // A definition that only adds columns need not repeat the layer's span.
    if (has_span && (!united.has_span || united.span_optional != span_optional)) {
      return conflict("it defines layer " + united.name + " with other spans than " +
                      owner_name(united.owner));
    }
  }
  for (std::uint32_t i = 0; i < definition.column_count; ++i) {
    column_schema wanted = column_from(*definition.columns[i], plugin_id);
    const std::uint32_t present_at = united.column(wanted.name);
    if (present_at == no_position) {
      united.columns.push_back(std::move(wanted));
      continue;
    }
    column_schema& present = united.columns[present_at];
    std::string fault = column_conflict(united, present, wanted);
    if (!fault.empty()) return conflict(std::move(fault));
    if (wanted.choices.size() > present.choices.size()) {
      present.choices = std::move(wanted.choices);
    }
  }
  if (at == no_position) {
    positions_.emplace(united.name, static_cast<std::uint32_t>(layers_.size()));
    layers_.push_back(std::move(united));
  } else {
    layers_[at] = std::move(united);
  }
  return {};
}

void schema::resolve_targets() {
  for (layer_schema& layer : layers_) {
    for (column_schema& column : layer.columns) {
      if (column.type == QUOTH_COLUMN_ROW) column.target_layer = position(column.target);
    }
  }
}

}  // namespace quoth::host
