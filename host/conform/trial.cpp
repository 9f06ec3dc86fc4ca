#include "host/conform/trial.hpp"

namespace quoth::host {

namespace {

std::vector<std::string> output_paths(const std::vector<value>& params) {
  std::vector<std::string> paths;
  for (const value& param : params)
    if (param.type == QUOTH_PARAM_OUTPUT) paths.push_back(param.string);
  return paths;
}

void drop_log(std::uint32_t, std::string_view, std::string_view) {}

}  // namespace

trial::trial(const conform_subject& subject, std::vector<value> params)
    : subject_(subject), params_(std::move(params)), outputs_(files_, output_paths(params_)) {}

std::optional<std::string> trial::load() {
  step_options options;
  options.params = params_;
  options.log = drop_log;
  options.services = stand_ins;
  options.services.push_back({QUOTH_FILES_1, &output_files_service()});
  options.context = &outputs_;
  auto made = step::make(subject_.stage, subject_.layers, std::move(options));
  if (!made) return made.error().message;
  step_ = std::move(*made);
  if (auto loaded = step_->load(); !loaded) return loaded.error().message;
  return std::nullopt;
}

bool is_fatal(const step_outcome& outcome) {
  return outcome && ends_the_run(outcome->status);
}

}  // namespace quoth::host
