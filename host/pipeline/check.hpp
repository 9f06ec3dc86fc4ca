// Reads a pipeline's XML and says everything that is wrong with it, in one pass.
#ifndef QUOTH_HOST_PIPELINE_CHECK_HPP
#define QUOTH_HOST_PIPELINE_CHECK_HPP

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "host/pipeline/diagnostic.hpp"
#include "host/pipeline/pipeline.hpp"

namespace quoth::host {

/// What the command line adds to a pipeline.
struct definitions {
  /// -D name=value; the last of a name counts.
  std::vector<std::pair<std::string, std::string>> variables = {};
  std::filesystem::path output = ".";                   ///< -o: where OUTPUT values go
  std::filesystem::path working_directory = {};         ///< empty: the process's own
  std::vector<std::filesystem::path> search_path = {};  ///< where FILE values are looked up last
};

/// Either a pipeline, or problems.
struct check_result {
  std::optional<pipeline> ready;
  std::vector<diagnostic> problems;
};

/// Checks the pipeline in `file` against what is installed. Calls no function of a plugin. The
/// pipeline refers to the catalogue's entries.
[[nodiscard]] check_result check_pipeline(const std::filesystem::path& file,
                                          const catalogue& installed, const definitions& given);

}  // namespace quoth::host

#endif
