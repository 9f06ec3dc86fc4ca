// What `quoth conform` checks of a plugin.
#ifndef QUOTH_HOST_CONFORM_CHECKS_HPP
#define QUOTH_HOST_CONFORM_CHECKS_HPP

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "host/conform/isolated.hpp"
#include "host/plugin/catalogue.hpp"
#include "host/plugin/step.hpp"

namespace quoth::host {

/// One stage under check, and what it is tried with. Everything refers to what outlives the checks.
struct conform_subject {
  const stage_entry& stage;
  const schema& layers;
  std::vector<value> params;      // in the order of the stage's
  std::filesystem::path scratch;  // an empty folder for outputs; OUTPUT values lie in it
  std::uint64_t seed;
};

struct conform_check {
  const char* name;
  check_verdict (*run)(const conform_subject& subject);
};

/// The checks that fit a stage of that kind, in the order in which they are reported.
[[nodiscard]] std::vector<conform_check> checks_of(std::uint32_t stage_kind);

/// The file exports the one symbol of the contract and nothing else.
[[nodiscard]] check_verdict check_exports(const std::filesystem::path& file);

}  // namespace quoth::host

#endif
