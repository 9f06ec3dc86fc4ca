// How the verbs of the command line hang together.
#ifndef QUOTH_HOST_COMMANDS_COMMAND_HPP
#define QUOTH_HOST_COMMANDS_COMMAND_HPP

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "host/pipeline/check.hpp"
#include "host/plugin/catalogue.hpp"
#include "host/result.hpp"

namespace CLI {
class App;
}

namespace quoth::host {

struct run_options;
/// What stands before the verb, and the verb that was chosen. Lives as long as the program.
struct command_line {
  std::vector<std::filesystem::path> plugin_directories;  ///< --plugins, in the order given
  std::function<exit_code()> verb;  ///< set by the verb's callback, run after parsing
};

/// Each of these adds one verb to `app`; the verb's callback sets `line.verb`. One file a verb.
void add_check(CLI::App& app, command_line& line);
void add_conform(CLI::App& app, command_line& line);
void add_eval(CLI::App& app, command_line& line);
void add_explain(CLI::App& app, command_line& line);
void add_new(CLI::App& app, command_line& line);
void add_plugins(CLI::App& app, command_line& line);
void add_record(CLI::App& app, command_line& line);
void add_run(CLI::App& app, command_line& line);
void add_schema(CLI::App& app, command_line& line);
void add_test(CLI::App& app, command_line& line);

/// The folder above bin/, where this program runs from.
[[nodiscard]] std::filesystem::path install_prefix();

/// PREFIX/share/quoth: pipelines/, template/.
[[nodiscard]] std::filesystem::path share_directory();

/// The plugins of --plugins, then of QUOTH_PLUGIN_PATH, then of PREFIX/lib/quoth/plugins.
[[nodiscard]] result<catalogue> find_plugins(const command_line& line);

/// `name` itself where such a file exists; else, for a bare name, share/quoth/pipelines/NAME or
/// NAME.xml; else `name`, so that whoever opens it says that it is missing.
[[nodiscard]] std::filesystem::path find_pipeline(const std::filesystem::path& name);

/// Checks the pipeline that the user named `name` and says on stderr what is wrong with it; nothing
/// where something is: the program then ends with exit_code::config.
[[nodiscard]] std::optional<pipeline> ready_pipeline(const std::filesystem::path& name,
                                                     const catalogue& installed, definitions given);

/// `-D` arguments, "name=value" each, as definitions; a failure where one has no '='.
result<std::vector<std::pair<std::string, std::string>>> parse_definitions(
    const std::vector<std::string>& arguments);

/// A pipeline as a command line names it.
struct pipeline_arguments {
  std::filesystem::path name;            ///< PIPELINE
  std::vector<std::string> definitions;  ///< of each -D, "name=value"
};

/// Adds PIPELINE and -D to a verb. `arguments` must outlive `verb`.
void add_pipeline_arguments(CLI::App& verb, pipeline_arguments& arguments);

/// Adds -j to a verb that runs a pipeline. `jobs` must outlive `verb`.
void add_jobs(CLI::App& verb, unsigned& jobs);

/// What `use` returns of the pipeline, once it is ready, and of the plugins found; where it is not
/// ready, says why on stderr and returns the code for that. `output` is the folder of outputs.
exit_code with_pipeline(
    const command_line& line, const pipeline_arguments& arguments,
    const std::filesystem::path& output,
    const std::function<exit_code(const pipeline& ready, const catalogue& installed)>& use);

/// Runs the pipeline and says on stderr what became of it.
exit_code apply_pipeline(const command_line& line, const pipeline_arguments& arguments,
                         const run_options& options);

/// "1 document", "2 documents": `thing` is the word for one.
[[nodiscard]] std::string counted(std::uint64_t count, std::string_view thing);

/// Prints a failure as `quoth: error: MESSAGE` to stderr and returns its code.
exit_code complain(const failure& problem);

/// Writes a command's data to stdout; exit_code::ok, or a complaint where that fails.
[[nodiscard]] exit_code print(std::string_view text);

}  // namespace quoth::host

#endif
