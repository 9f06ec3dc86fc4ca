#include "host/plugin/record_tool.hpp"

#include "host/plugin/callback.hpp"
#include "host/plugin/services.hpp"

namespace quoth::host {

namespace {

struct offered_tool {
  const quoth_record_tool_1* table = nullptr;
  const plugin_entry* from = nullptr;
};

offered_tool find_tool(const catalogue& installed) {
  for (const plugin_entry& entry : installed.plugins()) {
    if (entry.plugin->extension == nullptr) continue;
    const void* const table = entry.plugin->extension(QUOTH_RECORD_TOOL_1);
    if (table != nullptr) return {static_cast<const quoth_record_tool_1*>(table), &entry};
  }
  return {};
}

exit_code code_of(quoth_status status) {
  switch (status) {
    case QUOTH_MISUSE:
      return exit_code::usage;
    case QUOTH_FAILED:
    case QUOTH_UNUSABLE:
      return exit_code::input;
    case QUOTH_IO:
      return exit_code::io;
    default:
      return exit_code::internal;
  }
}

}  // namespace

result<std::string> run_record_tool(const catalogue& installed, std::string_view verb,
                                    const std::vector<std::string>& arguments, log_sink log) {
  const offered_tool tool = find_tool(installed);
  if (tool.table == nullptr) {
    return failure{exit_code::config,
                   "no installed plugin knows records (has the extension quoth.record-tool/1)"};
  }
  host_side side("record", tool.from->file);
  side.log = log;
  std::vector<quoth_string> views;
  for (const std::string& argument : arguments) views.push_back({argument.data(), argument.size()});
  std::string printed;
  quoth_buffer out{&printed};
  const running_call running(std::chrono::milliseconds{0});
  const callback_end ended = call_plugin([&] {
    return tool.table->run(&side, {verb.data(), verb.size()}, views.data(),
                           static_cast<std::uint32_t>(views.size()), &out);
  });
  if (ended.thrown) {
    return failure{exit_code::internal,
                   "plugin " + std::string(tool.from->plugin->id) +
                       " let an exception leave its record tool: " + ended.threw};
  }
  if (ended.status == QUOTH_OK) return printed;
  return failure{code_of(ended.status), running.reported()
                                            ? running.message()
                                            : "the record tool failed without saying why (status " +
                                                  std::to_string(ended.status) + ")"};
}

}  // namespace quoth::host
