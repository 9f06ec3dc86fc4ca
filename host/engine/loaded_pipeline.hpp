// The steps of a pipeline, made and loaded.
#ifndef QUOTH_HOST_ENGINE_LOADED_PIPELINE_HPP
#define QUOTH_HOST_ENGINE_LOADED_PIPELINE_HPP

#include <atomic>
#include <cstddef>
#include <memory>
#include <vector>

#include "host/engine/output_files.hpp"
#include "host/pipeline/pipeline.hpp"
#include "host/plugin/catalogue.hpp"
#include "host/plugin/step.hpp"
#include "host/result.hpp"

namespace quoth::host {

/// The readers of `configured`, or, where it names none, all installed ones that need no
/// parameters, by id.
[[nodiscard]] std::vector<step_config> readers_of(const pipeline& configured,
                                                  const catalogue& installed);

/// A pipeline's steps. They are numbered, for document::writer_of, readers first, then steps, then
/// writers. Unloaded in reverse order.
class loaded_pipeline {
 public:
  /// Makes and loads the steps; of the readers only those that `wanted` marks. `stop` is what
  /// quoth.cancel/1 tells; it and `files` must outlive the steps.
  static result<loaded_pipeline> load(const pipeline& configured, const catalogue& installed,
                                      const std::vector<step_config>& readers,
                                      const std::vector<bool>& wanted,
                                      const std::atomic<bool>& stop, output_files& files);
  loaded_pipeline(loaded_pipeline&&) = default;
  ~loaded_pipeline();

  std::vector<std::unique_ptr<step_outputs>> outputs;  // what quoth.files/1 lets each writer touch
  std::vector<std::unique_ptr<step>> readers;          // null where not wanted
  std::vector<std::unique_ptr<step>> steps;
  std::vector<on_error> policies;  // of the steps
  std::vector<std::unique_ptr<step>> writers;

 private:
  loaded_pipeline() = default;
};

}  // namespace quoth::host

#endif
