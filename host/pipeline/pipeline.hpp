// A pipeline that has been checked and is ready to run.
#ifndef QUOTH_HOST_PIPELINE_PIPELINE_HPP
#define QUOTH_HOST_PIPELINE_PIPELINE_HPP

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "host/pipeline/source_text.hpp"
#include "host/plugin/catalogue.hpp"
#include "host/plugin/value.hpp"

namespace quoth::host {

/// What becomes of a document that a step fails on.
enum class on_error {
  quarantine,  ///< it goes to quarantine.jsonl, without output
  skip_step,   ///< it goes on without that step's rows
  stop         ///< the run stops
};

/// One element of <read>, <steps> or <write>.
struct step_config {
  const stage_entry* stage = nullptr;      ///< lives as long as the catalogue
  std::string id;                          ///< unique in the pipeline; the stage's unless given
  on_error policy = on_error::quarantine;  ///< steps only
  std::chrono::milliseconds timeout{0};    ///< for one document; 0: none
  std::vector<value> params;               ///< in the order of the stage's parameters
  source_position where;                   ///< of the element, for messages
};

/// One <expect> of a test: `count` rows of `layer`, or at least one where no count is given; where
/// `column` is given, rows whose column reads `cell`.
struct expectation {
  std::string layer;
  std::optional<std::uint32_t> count;
  std::string column, cell;
  source_position where;
};

/// One <test>: an input and what the steps must make of it.
struct pipeline_test {
  std::string name;
  std::string text;  ///< the input's bytes
  std::string as;    ///< the file name that chooses the reader, such as "test.txt"
  std::vector<expectation> expectations;
  source_position where;
};

struct pipeline {
  std::string name, summary;
  std::filesystem::path file;        ///< as the user named it
  std::vector<step_config> readers;  ///< empty: every installed reader offers itself
  std::vector<step_config> steps, writers;
  std::vector<pipeline_test> tests;
  std::map<std::string, std::string> variables;  ///< of <set>, after -D
};

}  // namespace quoth::host

#endif
