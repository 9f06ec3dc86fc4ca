#include "host/engine/loaded_pipeline.hpp"

#include <utility>

#include "host/log.hpp"

namespace quoth::host {

namespace {

/// The stage's parameters as they are where a pipeline gives none; nothing where one is required.
std::optional<std::vector<value>> default_params(const quoth_stage& stage) {
  std::vector<value> params;
  for (std::uint32_t p = 0; p < stage.param_count; ++p) {
    const quoth_param& described = *stage.params[p];
    if ((described.flags & QUOTH_PARAM_REQUIRED) != 0) return std::nullopt;
    params.push_back(described.preset == nullptr ? value::none() : value::from(*described.preset));
  }
  return params;
}

std::vector<std::string> output_paths(const std::vector<value>& params) {
  std::vector<std::string> paths;
  for (const value& param : params) {
    if (param.type == QUOTH_PARAM_OUTPUT) paths.push_back(param.string);
  }
  return paths;
}

}  // namespace

std::vector<step_config> readers_of(const pipeline& configured, const catalogue& installed) {
  if (!configured.readers.empty()) return configured.readers;
  std::vector<step_config> readers;
  for (const stage_entry& entry : installed.stages()) {
    if (entry.stage->kind != QUOTH_READER) continue;
    std::optional<std::vector<value>> params = default_params(*entry.stage);
    if (!params) continue;
    step_config reader;
    reader.stage = &entry;
    reader.id = entry.stage->id;
    reader.params = std::move(*params);
    readers.push_back(std::move(reader));
  }
  return readers;
}

result<loaded_pipeline> loaded_pipeline::load(const pipeline& configured,
                                              const catalogue& installed,
                                              const std::vector<step_config>& readers,
                                              const std::vector<bool>& wanted,
                                              const std::atomic<bool>& stop, output_files& files) {
  loaded_pipeline loaded;
  std::uint32_t index = 0;
  const auto load_step = [&](const step_config& from) -> result<std::unique_ptr<step>> {
    auto& touched = loaded.outputs.emplace_back(
        std::make_unique<step_outputs>(files, output_paths(from.params)));
    step_options options;
    options.id = from.id;
    options.index = index;
    options.params = from.params;
    options.timeout = from.timeout;
    options.stop = &stop;
    options.log = log_of_step;
    options.services = {{QUOTH_FILES_1, &output_files_service()}};
    options.context = touched.get();
    result<std::unique_ptr<step>> made =
        step::make(*from.stage, installed.layers(), std::move(options));
    if (!made.ok()) return made;
    if (result<void> ready = (*made)->load(); !ready.ok()) return std::move(ready.error());
    return made;
  };
  const auto load_all = [&](const std::vector<step_config>& from, const std::vector<bool>* only,
                            std::vector<std::unique_ptr<step>>& into) -> result<void> {
    for (std::size_t i = 0; i < from.size(); ++i, ++index) {
      into.emplace_back();
      if (only != nullptr && !(*only)[i]) continue;
      result<std::unique_ptr<step>> made = load_step(from[i]);
      if (!made.ok()) return std::move(made.error());
      into.back() = std::move(*made);
    }
    return {};
  };
  result<void> done = load_all(readers, &wanted, loaded.readers);
  if (done.ok()) done = load_all(configured.steps, nullptr, loaded.steps);
  if (done.ok()) done = load_all(configured.writers, nullptr, loaded.writers);
  if (!done.ok()) return std::move(done.error());
  for (const step_config& step : configured.steps) loaded.policies.push_back(step.policy);
  return loaded;
}

loaded_pipeline::~loaded_pipeline() {
  for (auto* part : {&writers, &steps, &readers}) {
    while (!part->empty()) part->pop_back();
  }
}

}  // namespace quoth::host
