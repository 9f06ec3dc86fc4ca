// Runs the <tests> of a pipeline.
#ifndef QUOTH_HOST_PIPELINE_TEST_RUN_HPP
#define QUOTH_HOST_PIPELINE_TEST_RUN_HPP

#include <string>
#include <vector>

#include "host/pipeline/pipeline.hpp"
#include "host/result.hpp"

namespace quoth::host {

struct test_outcome {
  std::string name;
  std::vector<std::string> complaints;  ///< FILE:LINE:COLUMN: and a sentence; none: it passed
};

/// Runs each test's text through the first of `readers` that its file name fits, and all steps, on
/// this thread, and compares the layers with what the test expects. Fails where a step cannot be
/// loaded.
result<std::vector<test_outcome>> run_tests(const pipeline& of,
                                            const std::vector<step_config>& readers,
                                            const catalogue& installed);

}  // namespace quoth::host

#endif
