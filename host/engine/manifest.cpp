#include "host/engine/manifest.hpp"

#include <simdjson.h>
#include <sys/stat.h>

#include <array>
#include <ctime>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "host/engine/json_text.hpp"
#include "host/plugin/plugin_file.hpp"
#include "host/plugin/resource_folder.hpp"

namespace quoth::host {

namespace {

const char* policy_name(on_error policy) {
  switch (policy) {
    case on_error::skip_step:
      return "skip-step";
    case on_error::stop:
      return "stop";
    default:
      return "quarantine";
  }
}

/// The files that the plan's stages come from, in order, each once.
std::vector<const plugin_entry*> plugins_of(const run_plan& plan) {
  std::set<std::filesystem::path> used;
  const std::vector<step_config>* const parts[] = {&plan.readers, &plan.configured.steps,
                                                   &plan.configured.writers};
  for (const auto* part : parts) {
    for (const step_config& step : *part) used.insert(step.stage->file);
  }
  std::vector<const plugin_entry*> found;
  for (const plugin_entry& plugin : plan.installed.plugins()) {
    if (used.contains(plugin.file)) found.push_back(&plugin);
  }
  return found;
}

/// The layers that a stage writes: `quoth explain` tells from them who wrote what.
void add_layers_written(const quoth_stage& stage, json_text& out) {
  out.key("writes").begin_array();
  for (std::uint32_t u = 0; u < stage.use_count; ++u) {
    if (stage.uses[u]->access != QUOTH_READ) out.string(stage.uses[u]->layer);
  }
  out.end_array();
}

void add_params(const step_config& step, json_text& out) {
  out.key("parameters").begin_object();
  for (std::size_t p = 0; p < step.params.size(); ++p) {
    if (step.params[p].given())
      out.member(step.stage->stage->params[p]->name, step.params[p].text());
  }
  out.end_object();
}

/// `skipped`: of the steps, else null.
void add_steps(const char* name, const std::vector<step_config>& steps,
               const std::vector<std::uint64_t>* skipped, json_text& out) {
  out.key(name).begin_array();
  for (std::size_t s = 0; s < steps.size(); ++s) {
    const step_config& step = steps[s];
    out.begin_object().member("id", step.id).member("stage", step.stage->stage->id);
    out.member("version", step.stage->stage->version);
    add_layers_written(*step.stage->stage, out);
    if (skipped != nullptr) out.member("on-error", policy_name(step.policy));
    if (step.timeout.count() > 0) {
      out.member("timeout", duration_text(step.timeout.count()));
    }
    add_params(step, out);
    if (skipped != nullptr) out.member("skipped", s < skipped->size() ? (*skipped)[s] : 0);
    out.end_object();
  }
  out.end_array();
}

void add_plugins(const run_plan& plan, json_text& out) {
  out.key("plugins").begin_array();
  for (const plugin_entry* const entry : plugins_of(plan)) {
    out.begin_object().member("id", entry->plugin->id);
    out.member("version", entry->plugin->version);
    out.member("file", entry->file.string()).member("hash", entry->hash).end_object();
  }
  out.end_array();
}

std::string hash_of(json_text text) {
  return text_hash(std::move(text).take());
}

/// The lexicons and models beside the plugins.
void add_resources(const run_plan& plan, json_text& out) {
  out.key("resources").begin_array();
  for (const plugin_entry* const entry : plugins_of(plan))
    out.string(folder_hash(resources_of(entry->file)));
  out.end_array();
}

/// Size and time of what a FILE parameter names; of a folder its time alone.
void add_file(const std::string& path, json_text& out) {
  struct stat status {};
  out.begin_object().member("path", path);
  if (::stat(path.c_str(), &status) == 0) {
    if (S_ISREG(status.st_mode)) out.member("size", static_cast<std::uint64_t>(status.st_size));
    out.key("modified")
        .number(std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec);
  }
  out.end_object();
}

}  // namespace

std::string manifest_text(const run_plan& plan, const run_traces& left, const run_times& times) {
  const run_counts& counts = left.counts;
  json_text out(true);
  out.begin_object().member("quoth", QUOTH_VERSION);
  out.member("pipeline", plan.configured.name);
  out.member("file", plan.configured.file.string()).key("variables").begin_object();
  for (const auto& [name, value] : plan.configured.variables) out.member(name, value);
  out.end_object();
  add_steps("readers", plan.readers, nullptr, out);
  add_steps("steps", plan.configured.steps, &counts.skipped, out);
  add_steps("writers", plan.configured.writers, nullptr, out);
  add_plugins(plan, out);
  out.key("inputs").begin_array();
  for (const input_file& input : plan.inputs.files) {
    out.begin_object().member("path", input.path).member("bytes", input.size);
    out.member("reader", plan.readers[input.reader].id).end_object();
  }
  out.end_array().key("outputs").begin_array();
  for (const std::string& output : left.outputs) out.string(output);
  out.end_array();
  if (left.fingerprint) {
    out.key("fingerprint").begin_object();
    out.member("pipeline", left.fingerprint->pipeline).member("plugins", left.fingerprint->plugins);
    out.member("files", left.fingerprint->files).member("inputs", left.fingerprint->inputs);
    out.end_object();
  }
  out.key("counts").begin_object();
  out.member("inputs", std::uint64_t{plan.inputs.files.size()});
  out.member("documents", counts.documents).member("quarantined", counts.quarantined);
  out.member("unusable_inputs", counts.unusable_inputs).member("bytes", counts.bytes);
  out.end_object().key("times").begin_object().member("started", times.started);
  out.member("finished", times.finished).key("seconds").seconds(times.seconds);
  out.member("resumptions", times.resumptions).member("jobs", std::uint64_t{times.jobs});
  out.end_object().end_object();
  return std::move(out).take();
}

std::optional<run_traces> traces_of_earlier_run(const std::filesystem::path& folder) {
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  if (parser.load((folder / "run.json").string()).get(root) != simdjson::SUCCESS)
    return std::nullopt;
  run_traces left;
  simdjson::dom::array outputs;
  if (root["outputs"].get(outputs) != simdjson::SUCCESS) return std::nullopt;
  for (const simdjson::dom::element output : outputs) {
    std::string_view path;
    if (output.get(path) != simdjson::SUCCESS) return std::nullopt;
    left.outputs.emplace_back(path);
  }
  run_fingerprint made;
  bool whole = true;
  for (const auto& [name, into] :
       {std::pair("pipeline", &made.pipeline), std::pair("plugins", &made.plugins),
        std::pair("files", &made.files), std::pair("inputs", &made.inputs)}) {
    std::string_view hash;
    whole = root["fingerprint"][name].get(hash) == simdjson::SUCCESS && whole;
    *into = hash;
  }
  if (whole) left.fingerprint = std::move(made);
  for (const auto& [name, into] : {std::pair("documents", &left.counts.documents),
                                   std::pair("quarantined", &left.counts.quarantined),
                                   std::pair("unusable_inputs", &left.counts.unusable_inputs),
                                   std::pair("bytes", &left.counts.bytes)})
    if (root["counts"][name].get(*into) != simdjson::SUCCESS) return std::nullopt;
  return left;
}

run_fingerprint fingerprint_of(const run_plan& plan) {
  json_text steps(false), files(false), inputs(false), plugins(false);
  steps.begin_object();
  add_steps("readers", plan.readers, nullptr, steps);
  const std::vector<std::uint64_t> none;
  add_steps("steps", plan.configured.steps, &none, steps);
  add_steps("writers", plan.configured.writers, nullptr, steps);
  steps.end_object();
  plugins.begin_object();
  add_plugins(plan, plugins);
  add_resources(plan, plugins);
  plugins.end_object();
  files.begin_array();
  for (const auto* part : {&plan.readers, &plan.configured.steps, &plan.configured.writers}) {
    for (const step_config& step : *part) {
      for (const value& param : step.params) {
        if (param.type == QUOTH_PARAM_FILE) add_file(param.string, files);
      }
    }
  }
  files.end_array();
  inputs.begin_array();
  for (const input_file& input : plan.inputs.files) {
    inputs.begin_object().member("path", input.path).member("size", input.size);
    inputs.key("modified").number(input.modified_ns).end_object();
  }
  inputs.end_array();
  return {hash_of(std::move(steps)), hash_of(std::move(plugins)), hash_of(std::move(files)),
          hash_of(std::move(inputs))};
}

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  ::gmtime_r(&now, &parts);
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text.data();
}

}  // namespace quoth::host
