// Calls the plugin that knows the record's format: what `quoth record` and `quoth explain` show.
#ifndef QUOTH_HOST_PLUGIN_RECORD_TOOL_HPP
#define QUOTH_HOST_PLUGIN_RECORD_TOOL_HPP

#include <string>
#include <string_view>
#include <vector>

#include "host/plugin/catalogue.hpp"
#include "host/plugin/step.hpp"
#include "host/result.hpp"

namespace quoth::host {

/// Runs a verb of the extension quoth.record-tool/1 (quoth/abi.h lists them) and returns what is to
/// be printed. Fails with usage for an unknown verb or bad arguments, input for a record that
/// cannot be used, config where no plugin has the extension.
result<std::string> run_record_tool(const catalogue& installed, std::string_view verb,
                                    const std::vector<std::string>& arguments,
                                    log_sink log = nullptr);

}  // namespace quoth::host

#endif
