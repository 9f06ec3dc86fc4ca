// Whether a plugin's descriptors keep the contract of quoth/abi.h.
#ifndef QUOTH_HOST_PLUGIN_DESCRIPTOR_CHECK_HPP
#define QUOTH_HOST_PLUGIN_DESCRIPTOR_CHECK_HPP

#include <quoth/abi.h>

#include <string>
#include <string_view>
#include <vector>

namespace quoth::host {

/// What is wrong with a plugin's descriptors, looked at by themselves; empty: nothing. Calls no
/// function of the plugin. Descriptors may lie: a pointer to nowhere crashes this, which is why a
/// file that is not known is checked in a process of its own.
[[nodiscard]] std::string descriptor_fault(const quoth_plugin& plugin);

/// The id of a plugin and those of its stages, as far as they can be told: also of one that is to
/// be refused, such as one of a later minor.
[[nodiscard]] std::string plugin_id_of(const quoth_plugin& plugin);
[[nodiscard]] std::vector<std::string> stage_ids_of(const quoth_plugin& plugin);

/// `[a-z0-9-]` in parts joined by dots, the first of them beginning with a letter.
[[nodiscard]] bool is_id(std::string_view text);
/// `[a-z][a-z0-9-]*`.
[[nodiscard]] bool is_name(std::string_view text);
/// Whether `id` is `prefix`, a dot, and more.
[[nodiscard]] bool has_prefix(std::string_view id, std::string_view prefix);

}  // namespace quoth::host

#endif
