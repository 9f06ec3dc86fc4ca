// Checks of loading a stage.
#ifndef QUOTH_HOST_CONFORM_LOAD_CHECKS_HPP
#define QUOTH_HOST_CONFORM_LOAD_CHECKS_HPP

#include "host/conform/checks.hpp"

namespace quoth::host {

/// A hundred times, each with a worker.
[[nodiscard]] check_verdict check_load_and_unload(const conform_subject& subject);

/// Values of the right type that mean nothing to the stage are refused with a reason or put up
/// with; the ends of a range are accepted.
[[nodiscard]] check_verdict check_bad_parameters(const conform_subject& subject);

}  // namespace quoth::host

#endif
