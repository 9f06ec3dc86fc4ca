#include "host/plugin/catalogue.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <system_error>
#include <utility>

#include "host/plugin/descriptor_check.hpp"
#include "host/plugin/open_check.hpp"
#include "host/plugin/plugin_file.hpp"

namespace quoth::host {

namespace {

namespace fs = std::filesystem;

/// `*.so` directly in a directory, by name.
result<std::vector<fs::path>> plugin_files(const fs::path& directory) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator entry(directory, error), end; !error && entry != end;
       entry.increment(error)) {
    std::error_code unknown;
    if (entry->path().extension() == ".so" && !entry->is_directory(unknown)) {
      files.push_back(entry->path());
    }
  }
  if (error) {
    return failure{exit_code::config, "the plugin folder " + directory.string() +
                                          " cannot be read: " + error.message()};
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<std::string> stage_ids(const quoth_plugin& plugin) {
  std::vector<std::string> ids;
  for (std::uint32_t i = 0; i < plugin.stage_count; ++i) ids.emplace_back(plugin.stages[i]->id);
  return ids;
}

// ---- Layers of all plugins, united ----------------------------------------------------------

std::string owner_name(const std::string& owner) {
  return owner == "quoth" ? "Quoth itself" : "plugin " + owner;
}

/// Whether a plugin may define `layer` as it does, names considered; empty: it may.
std::string naming_fault(const quoth_layer& layer, const char* plugin_id, const schema& known) {
  const std::string name = layer.name;
  const bool own = has_prefix(name, plugin_id);
  const layer_schema* const present = known.find(name);
  if (!own && present == nullptr && name.find('.') == std::string::npos) {
    return "it defines layer " + name + ", which lacks the prefix " + plugin_id + ".";
  }
  if (own || present == nullptr) return "";
  for (std::uint32_t i = 0; i < layer.column_count; ++i) {
    const char* const column = layer.columns[i]->name;
    if (present->column(column) == no_position && !has_prefix(column, plugin_id)) {
      return "it adds column " + std::string(column) + " to layer " + name + " of " +
             owner_name(present->owner) + " without the prefix " + plugin_id + ".";
    }
  }
  return "";
}

/// Calls visit(layer) for the layers that a plugin defines: its own, or those of others.
template <class Visit>
std::string for_layers(const quoth_plugin& plugin, bool own, Visit&& visit) {
  std::string fault;
  for (std::uint32_t s = 0; s < plugin.stage_count; ++s) {
    const quoth_stage& stage = *plugin.stages[s];
    for (std::uint32_t l = 0; fault.empty() && l < stage.layer_count; ++l) {
      if (has_prefix(stage.layers[l]->name, plugin.id) == own) fault = visit(*stage.layers[l]);
    }
  }
  return fault;
}

std::string unite_layers(const quoth_plugin& plugin, bool own, schema& into) {
  return for_layers(plugin, own, [&](const quoth_layer& layer) {
    std::string fault = naming_fault(layer, plugin.id, into);
    if (!fault.empty()) return fault;
    result<void> united = into.unite(layer, plugin.id);
    return united.ok() ? std::string() : std::move(united.error().message);
  });
}

std::string use_fault(const quoth_stage& stage, const quoth_use& use, const schema& layers) {
  const bool optional = use.access == QUOTH_READ && (use.flags & QUOTH_USE_OPTIONAL) != 0;
  if (optional) return "";
  const layer_schema* const layer = layers.find(use.layer);
  if (layer == nullptr) {
    return "its stage " + std::string(stage.id) + " uses layer " + use.layer +
           ", which no usable plugin defines";
  }
  for (std::uint32_t i = 0; i < use.column_count; ++i) {
    if (layer->column(use.columns[i]) == no_position) {
      return "its stage " + std::string(stage.id) + " uses column " + use.columns[i] +
             " of layer " + use.layer + ", which no usable plugin defines";
    }
  }
  return "";
}

/// What a plugin's uses and references lack in the united layers; empty: nothing.
std::string missing_layers(const quoth_plugin& plugin, const schema& layers) {
  for (std::uint32_t s = 0; s < plugin.stage_count; ++s) {
    const quoth_stage& stage = *plugin.stages[s];
    for (std::uint32_t u = 0; u < stage.use_count; ++u) {
      std::string fault = use_fault(stage, *stage.uses[u], layers);
      if (!fault.empty()) return fault;
    }
  }
  for (const layer_schema& layer : layers.layers()) {
    for (const column_schema& column : layer.columns) {
      if (column.type == QUOTH_COLUMN_ROW && column.target_layer == no_position &&
          column.owner == plugin.id) {
        return "column " + column.name + " of its layer " + layer.name + " refers to layer " +
               column.target + ", which no usable plugin defines";
      }
    }
  }
  return "";
}

/// The first plugin that does not fit the others, and why.
struct misfit {
  std::size_t position;
  std::string reason;
};

/// Unites the layers of all plugins. Owners come before those who add to their layers, so that the
/// order of the files does not matter.
std::optional<misfit> unite_all(const std::vector<plugin_entry>& plugins, schema& into) {
  into = schema();
  for (const bool own : {true, false}) {
    for (std::size_t i = 0; i < plugins.size(); ++i) {
      std::string fault = unite_layers(*plugins[i].plugin, own, into);
      if (!fault.empty()) return misfit{i, std::move(fault)};
    }
  }
  into.resolve_targets();
  for (std::size_t i = 0; i < plugins.size(); ++i) {
    std::string fault = missing_layers(*plugins[i].plugin, into);
    if (!fault.empty()) return misfit{i, std::move(fault)};
  }
  return std::nullopt;
}

// ---- One file -------------------------------------------------------------------------------

/// What is known of a file that was looked at.
struct looked_at {
  plugin_entry usable;  // plugin null: it is not
  refused_file refused;
};

looked_at look_at(const fs::path& file, const finding_cache& cache,
                  std::chrono::milliseconds timeout) {
  looked_at seen{{nullptr, file, ""}, {file, "", "", {}}};
  const std::optional<std::string> hash = file_hash(file);
  if (!hash) {
    seen.refused.reason = "it cannot be read";
    return seen;
  }
  seen.usable.hash = *hash;
  open_finding found;
  if (!cache.recall(*hash, found)) {
    found = check_in_child(file, timeout);
    cache.remember(*hash, found);
  }
  seen.refused.plugin_id = std::move(found.plugin_id);
  seen.refused.stage_ids = std::move(found.stage_ids);
  seen.refused.reason = std::move(found.reason);
  if (!seen.refused.reason.empty()) return seen;
  opened_file opened = open_plugin_file(file);
  seen.usable.plugin = opened.plugin;
  seen.refused.reason = std::move(opened.reason);
  return seen;
}

}  // namespace

std::vector<fs::path> plugin_directories(const std::vector<fs::path>& given) {
  std::vector<fs::path> directories;
  std::error_code error;
  for (const fs::path& directory : given) directories.push_back(fs::absolute(directory, error));
  const auto add_existing = [&](const fs::path& directory) {
    std::error_code unknown;
    const fs::path path = fs::absolute(directory, unknown).lexically_normal();
    if (fs::is_directory(path, unknown) &&
        std::find(directories.begin(), directories.end(), path) == directories.end()) {
      directories.push_back(path);
    }
  };
  if (const char* const listed = std::getenv("QUOTH_PLUGIN_PATH")) {
    std::string_view rest = listed;
    while (!rest.empty()) {
      const std::string_view directory = rest.substr(0, rest.find(':'));
      if (!directory.empty()) add_existing(fs::path(directory));
      rest.remove_prefix(std::min(directory.size() + 1, rest.size()));
    }
  }
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) {
    const fs::path prefix = program.parent_path().parent_path();
    add_existing(prefix / "lib/quoth/plugins");
    add_existing(prefix / QUOTH_PLUGIN_INSTALL_DIRECTORY);
  }
  return directories;
}

result<catalogue> catalogue::find(const std::vector<fs::path>& directories,
                                  const catalogue_options& options) {
  catalogue found;
  const finding_cache cache(options.cache.value_or(default_cache_folder()));
  std::set<fs::path> seen;
  for (const fs::path& directory : directories) {
    result<std::vector<fs::path>> files = plugin_files(fs::absolute(directory).lexically_normal());
    if (!files.ok()) return std::move(files.error());
    for (const fs::path& file : *files) {
      std::error_code error;
      const fs::path real = fs::canonical(file, error);
      if (!error && !seen.insert(real).second) continue;
      looked_at at = look_at(file, cache, options.open_timeout);
      if (at.usable.plugin != nullptr) {
        found.plugins_.push_back(std::move(at.usable));
      } else {
        found.refused_.push_back(std::move(at.refused));
      }
    }
  }
  found.unite_plugins();
  found.list_stages();
  return found;
}

void catalogue::unite_plugins() {
  while (std::optional<misfit> one = unite_all(plugins_, layers_)) {
    const plugin_entry& entry = plugins_[one->position];
    refused_.push_back(
        {entry.file, std::move(one->reason), entry.plugin->id, stage_ids(*entry.plugin)});
    plugins_.erase(plugins_.begin() + static_cast<std::ptrdiff_t>(one->position));
  }
}

void catalogue::list_stages() {
  std::map<std::string_view, std::vector<stage_entry>> by_id;
  for (const plugin_entry& entry : plugins_) {
    for (std::uint32_t i = 0; i < entry.plugin->stage_count; ++i) {
      const quoth_stage* const stage = entry.plugin->stages[i];
      by_id[stage->id].push_back({stage, entry.plugin, entry.file});
    }
  }
  for (auto& [id, offered] : by_id) {
    if (offered.size() == 1) {
      stages_.push_back(std::move(offered.front()));
    } else {
      duplicate_stage& twice = duplicates_.emplace_back();
      twice.id = id;
      for (const stage_entry& one : offered) twice.files.push_back(one.file);
    }
  }
}

const stage_entry* catalogue::stage(std::string_view id) const {
  const auto found = std::lower_bound(
      stages_.begin(), stages_.end(), id,
      [](const stage_entry& e, std::string_view wanted) { return e.stage->id < wanted; });
  return found != stages_.end() && found->stage->id == id ? &*found : nullptr;
}

const duplicate_stage* catalogue::duplicate(std::string_view id) const {
  const auto found = std::find_if(duplicates_.begin(), duplicates_.end(),
                                  [&](const duplicate_stage& d) { return d.id == id; });
  return found == duplicates_.end() ? nullptr : &*found;
}

const refused_file* catalogue::refused_with(std::string_view id) const {
  for (const refused_file& file : refused_) {
    if (std::find(file.stage_ids.begin(), file.stage_ids.end(), id) != file.stage_ids.end()) {
      return &file;
    }
  }
  return nullptr;
}

}  // namespace quoth::host
