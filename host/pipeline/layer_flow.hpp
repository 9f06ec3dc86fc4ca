// Whether every step of a pipeline finds the layers that it reads.
#ifndef QUOTH_HOST_PIPELINE_LAYER_FLOW_HPP
#define QUOTH_HOST_PIPELINE_LAYER_FLOW_HPP

#include <span>
#include <vector>

#include "host/pipeline/diagnostic.hpp"
#include "host/plugin/catalogue.hpp"

namespace quoth::host {

/// A stage at its place in the file; nullptr where it is not known, or belongs elsewhere.
struct placed_stage {
  const stage_entry* stage = nullptr;
  source_range where;
};

/// Adds a problem for each layer, and each column of a plugin's own, that a step or a writer needs
/// and nothing before it writes; the message names the stage that would, and those that the same
/// stage would give are one problem. Behind a stage that is not known nothing is missed. A layer
/// counts as written where any one of the readers writes it: which reader an input meets is known
/// only in a run, and a layer that it leaves empty is legal. `readers` empty: all installed ones.
void check_layer_flow(std::span<const placed_stage> readers, std::span<const placed_stage> steps,
                      std::span<const placed_stage> writers, const catalogue& installed,
                      problem_list& problems);

}  // namespace quoth::host

#endif
