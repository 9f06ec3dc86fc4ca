#include <stdlib.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <memory>
#include <random>
#include <system_error>

#include "host/commands/command.hpp"
#include "host/conform/checks.hpp"
#include "host/conform/isolated.hpp"
#include "host/pipeline/attribute_rule.hpp"
#include "host/pipeline/nearest.hpp"
#include "host/plugin/resource_folder.hpp"

namespace quoth::host {

namespace {

struct conform_arguments {
  std::filesystem::path file;
  std::vector<std::string> parameters;  // STAGE.PARAM=VALUE
  std::uint64_t seed = 0;
  unsigned timeout = 120;  // seconds, for one check
};

/// A folder for the time of its life; its path is empty where it cannot be made.
class scratch_folder {
 public:
  scratch_folder() {
    std::error_code error;
    std::string pattern = std::filesystem::temp_directory_path(error) / "quoth-conform-XXXXXX";
    if (!error && mkdtemp(pattern.data()) != nullptr) path_ = pattern;
  }
  scratch_folder(const scratch_folder&) = delete;
  scratch_folder& operator=(const scratch_folder&) = delete;
  ~scratch_folder() {
    std::error_code error;
    if (!path_.empty()) std::filesystem::remove_all(path_, error);
  }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// Runs checks, prints a line for each and counts.
class conformity {
 public:
  explicit conformity(std::chrono::seconds timeout) : timeout_(timeout) {}

  check_verdict run(const std::string& name, const std::function<check_verdict()>& check) {
    check_verdict verdict = run_isolated(check, timeout_);
    say(name, verdict);
    return verdict;
  }

  void say(const std::string& name, const check_verdict& verdict) {
    constexpr std::array<const char*, 4> words = {"success", "failed ", "crashed", "skipped"};
    const auto kind = static_cast<std::size_t>(verdict.kind);
    ++counts_[kind];
    const exit_code printed = print(std::string(words[kind]) + "  " + name +
                                    (verdict.note.empty() ? "" : ": " + verdict.note) + '\n');
    if (printed_ == exit_code::ok) printed_ = printed;
  }

  exit_code finish() {
    if (printed_ != exit_code::ok) return printed_;
    const exit_code printed = print(
        std::to_string(counts_[0]) + " success, " + std::to_string(counts_[1]) + " failed, " +
        std::to_string(counts_[2]) + " crashed, " + std::to_string(counts_[3]) + " skipped\n");
    if (printed != exit_code::ok) return printed;
    return counts_[1] + counts_[2] == 0 ? exit_code::ok : exit_code::config;
  }

 private:
  std::chrono::seconds timeout_;
  std::array<std::size_t, 4> counts_{};
  exit_code printed_ = exit_code::ok;
};

// Each -P must be NAME=VALUE of a stage; one of this file's stages must have such a parameter.
// Those of other stages are passed over, so that one command line serves many plugins.
result<void> check_given(const conform_arguments& arguments, const catalogue& installed) {
  for (const std::string& given : arguments.parameters) {
    const std::string name = given.substr(0, given.find('='));
    const std::size_t dot = name.rfind('.');
    if (name.size() == given.size() || dot == std::string::npos)
      return failure{exit_code::usage, "-P " + given + ": write -P STAGE.NAME=VALUE"};
    const stage_entry* const entry = installed.stage(name.substr(0, dot));
    if (entry == nullptr) continue;
    const std::string wanted = name.substr(dot + 1);
    std::vector<std::string_view> known;
    for (std::uint32_t p = 0; p < entry->stage->param_count; ++p)
      known.emplace_back(entry->stage->params[p]->name);
    if (std::ranges::find(known, wanted) == known.end())
      return failure{exit_code::usage, "-P " + given + ": the stage " + entry->stage->id +
                                           " has no parameter \"" + wanted + '"' +
                                           suggestion(wanted, known)};
  }
  return {};
}

// The stage's parameters: as given with -P, else the default.
result<std::vector<value>> params_of(const stage_entry& entry, const conform_arguments& arguments,
                                     const std::filesystem::path& scratch) {
  std::error_code error;
  path_bases bases;
  bases.working_directory = std::filesystem::current_path(error);
  bases.pipeline_folder = bases.working_directory;
  bases.resources = resources_of(std::filesystem::absolute(arguments.file, error));
  bases.output = scratch;
  std::vector<value> params;
  for (std::uint32_t p = 0; p < entry.stage->param_count; ++p) {
    const attribute_rule rule = rule_of(*entry.stage->params[p]);
    const std::string prefix = entry.stage->id + std::string(".") + rule.name + '=';
    const auto given = std::ranges::find_if(
        arguments.parameters, [&](const std::string& text) { return text.starts_with(prefix); });
    const bool is_path = rule.type == QUOTH_PARAM_FILE || rule.type == QUOTH_PARAM_OUTPUT;
    if (given == arguments.parameters.end() && (!is_path || !rule.preset.given())) {
      if (rule.required) return failure{exit_code::usage, "it needs -P " + prefix + "…"};
      params.push_back(rule.preset);
      continue;
    }
    const std::string text =
        given == arguments.parameters.end() ? rule.preset.string : given->substr(prefix.size());
    result<value> converted = convert(rule, text, bases, false);
    if (!converted)
      return failure{exit_code::usage,
                     rule.name + "=\"" + text + "\": " + converted.error().message};
    params.push_back(std::move(*converted));
  }
  return params;
}

void check_stage(const stage_entry& entry, const catalogue& installed,
                 const conform_arguments& arguments, conformity& all) {
  for (const conform_check& check : checks_of(entry.stage->kind)) {
    const std::string name = entry.stage->id + std::string(": ") + check.name;
    const scratch_folder scratch;
    if (scratch.path().empty()) {
      all.say(name, check_verdict::failed("no temporary folder can be made"));
      continue;
    }
    result<std::vector<value>> params = params_of(entry, arguments, scratch.path());
    if (!params) {
      all.say(name, check_verdict::skipped(params.error().message));
      continue;
    }
    const conform_subject subject{entry, installed.layers(), std::move(*params), scratch.path(),
                                  arguments.seed};
    all.run(name, [&] { return check.run(subject); });
  }
}

// A folder that holds the file and its resources alone, so that no other plugin is looked at.
result<void> stage_alone(const std::filesystem::path& file, const std::filesystem::path& folder) {
  std::error_code error;
  const std::filesystem::path whole = std::filesystem::absolute(file, error);
  if (!std::filesystem::exists(whole, error))
    return failure{exit_code::input, file.string() + ": there is no such file"};
  if (folder.empty())
    return failure{exit_code::io, "no temporary folder can be made; set TMPDIR to one with room"};
  const std::filesystem::path resources = resources_of(whole);
  std::filesystem::create_symlink(whole, folder / whole.filename(), error);
  if (error) return failure{exit_code::io, folder.string() + ": " + error.message()};
  if (std::filesystem::exists(resources, error))
    std::filesystem::create_directory_symlink(resources, folder / resources.filename(), error);
  return {};
}

// Of a catalogue of the one file.
check_verdict check_acceptance(const catalogue& installed) {
  if (!installed.refused().empty())
    return check_verdict::failed(installed.refused().front().reason);
  if (installed.plugins().empty())
    return check_verdict::failed("the host takes files named *.so for plugins, and no others");
  return {};
}

exit_code conform(const conform_arguments& arguments) {
  const scratch_folder alone;
  if (auto made = stage_alone(arguments.file, alone.path()); !made) return complain(made.error());
  const result<catalogue> installed = catalogue::find({alone.path()});
  if (!installed) return complain(installed.error());
  if (auto sound = check_given(arguments, *installed); !sound) return complain(sound.error());

  conformity all{std::chrono::seconds(arguments.timeout)};
  const exit_code printed =
      print(arguments.file.string() + ", seed " + std::to_string(arguments.seed) + '\n');
  if (printed != exit_code::ok) return printed;
  all.run("exports one symbol", [&] { return check_exports(arguments.file); });
  all.say("is accepted by the host", check_acceptance(*installed));
  for (const stage_entry& entry : installed->stages())
    check_stage(entry, *installed, arguments, all);
  return all.finish();
}

}  // namespace

void add_conform(CLI::App& app, command_line& line) {
  const auto arguments = std::make_shared<conform_arguments>();
  arguments->seed = std::random_device{}();
  CLI::App* verb =
      app.add_subcommand("conform", "Check what every plugin must do, each check on its own");
  verb->add_option("FILE", arguments->file, "The plugin, FILE.so")->required();
  verb->add_option("-P", arguments->parameters, "A parameter for the checks")
      ->type_name("STAGE.NAME=VALUE")
      ->expected(1)
      ->take_all();
  verb->add_option("--seed", arguments->seed, "Seed of the random documents; default: a new one")
      ->type_name("N");
  verb->add_option("--timeout", arguments->timeout, "Seconds that one check may take")
      ->type_name("SECONDS")
      ->capture_default_str();
  verb->footer(
      "Each check runs in a process of its own: success, failed, crashed or skipped.\n"
      "Exit code 78 where one failed or crashed.\n"
      "Examples:\n"
      "  quoth conform build/mood.so\n"
      "  quoth conform claim_matcher.so -P quoth.claim-matcher.record=demo.record --seed 7");
  verb->callback([&line, arguments] { line.verb = [arguments] { return conform(*arguments); }; });
}

}  // namespace quoth::host
