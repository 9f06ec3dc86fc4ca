// A stage loaded for one check.
#ifndef QUOTH_HOST_CONFORM_TRIAL_HPP
#define QUOTH_HOST_CONFORM_TRIAL_HPP

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "host/conform/checks.hpp"
#include "host/engine/output_files.hpp"
#include "host/plugin/step.hpp"

namespace quoth::host {

/// A step over the subject's stage, with output files of its own. Made in the check's process.
class trial {
 public:
  explicit trial(const conform_subject& subject) : trial(subject, subject.params) {}
  trial(const conform_subject& subject, std::vector<value> params);

  /// Loads the stage; what went wrong, or nothing.
  [[nodiscard]] std::optional<std::string> load();

  step& stage() { return *step_; }
  output_files& files() { return files_; }

  /// Services that stand in for the host's own; before load.
  std::vector<provided_service> stand_ins;

 private:
  const conform_subject& subject_;
  std::vector<value> params_;
  output_files files_;
  step_outputs outputs_;
  std::unique_ptr<step> step_;
};

/// Whether a callback stops the run, as it may not for whatever a document holds.
[[nodiscard]] bool is_fatal(const step_outcome& outcome);

}  // namespace quoth::host

#endif
