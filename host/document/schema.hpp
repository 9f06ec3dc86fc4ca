// The layers that documents can have: the standard ones, and what plugins define or add to them.
#ifndef QUOTH_HOST_DOCUMENT_SCHEMA_HPP
#define QUOTH_HOST_DOCUMENT_SCHEMA_HPP

#include <quoth/abi.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "host/result.hpp"

namespace quoth::host {

/// The position of a layer in its schema, or of a column in its layer; stable once united.
inline constexpr std::uint32_t no_position = 0xFFFFFFFFu;

struct column_schema {
  std::string name, doc;
  std::uint32_t type = 0;                    // QUOTH_COLUMN_*
  std::string target;                        // ROW: the layer referred to
  std::uint32_t target_layer = no_position;  // its position; see schema::resolve_targets
  std::vector<std::string> choices;          // ENUM
  std::string owner;  // id of the plugin that defined it; "quoth" for the host
};

struct layer_schema {
  std::string name, doc;
  bool has_span = false, span_optional = false;
  std::vector<column_schema> columns;
  std::string owner;  // id of the plugin that defined it; "quoth" for the host

  /// The position of a column, or no_position.
  [[nodiscard]] std::uint32_t column(std::string_view column_name) const;
};

/// All layers of a run. Layers and columns are only ever added. Immutable once the catalogue is
/// complete, and then safe to share between threads.
class schema {
 public:
  /// The standard layers (quoth/layers.hpp).
  schema();

  /// The position of a layer, or no_position.
  [[nodiscard]] std::uint32_t position(std::string_view layer) const;
  /// The layer, or nullptr.
  [[nodiscard]] const layer_schema* find(std::string_view layer) const;
  [[nodiscard]] const layer_schema& at(std::uint32_t position) const { return layers_[position]; }
  [[nodiscard]] std::span<const layer_schema> layers() const { return layers_; }

  /// Takes in a plugin's (valid) definition: a new layer, or columns for one that exists. Fails,
  /// and changes nothing, where it contradicts what is there; the message speaks of the plugin as
  /// "it" and names the other one.
  result<void> unite(const quoth_layer& definition, std::string_view plugin_id);

  /// Looks up the target of every ROW column, after the last unite. Targets that do not exist
  /// keep no_position.
  void resolve_targets();

 private:
  std::vector<layer_schema> layers_;
  std::unordered_map<std::string, std::uint32_t> positions_;
};

}  // namespace quoth::host

#endif
