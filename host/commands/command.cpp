#include "host/commands/command.hpp"

#include <cstdio>
#include <cstdlib>
#include <set>
#include <string_view>
#include <system_error>

#include "host/pipeline/nearest.hpp"
#include "host/printable.hpp"

namespace quoth::host {

namespace {

// QUOTH_PATH: folders parted by colons.
std::vector<std::filesystem::path> search_path() {
  std::vector<std::filesystem::path> folders;
  const char* variable = std::getenv("QUOTH_PATH");
  std::string_view rest = variable == nullptr ? "" : variable;
  while (!rest.empty()) {
    const std::string_view folder = rest.substr(0, rest.find(':'));
    if (!folder.empty()) folders.emplace_back(folder);
    rest.remove_prefix(std::min(folder.size() + 1, rest.size()));
  }
  return folders;
}

// The installed pipelines, the nearest to `name` first of all: to stand at the end of a message.
std::string installed_instead_of(const std::filesystem::path& name) {
  std::set<std::string> names;
  std::error_code error;
  for (std::filesystem::directory_iterator at(share_directory() / "pipelines", error), end;
       !error && at != end; at.increment(error))
    if (at->path().extension() == ".xml") names.insert(at->path().stem().string());
  const std::vector<std::string_view> known(names.begin(), names.end());
  std::string listed;
  for (const std::string_view one : known)
    listed += (listed.empty() ? "" : ", ") + std::string(one);
  const std::string meant = suggestion(name.stem().string(), known);
  if (listed.empty()) return meant;
  return meant + (meant.empty() ? "; installed" : " Installed") + " pipelines: " + listed;
}

}  // namespace

std::filesystem::path install_prefix() {
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  return program.parent_path().parent_path();
}

std::filesystem::path share_directory() {
  return install_prefix() / "share" / "quoth";
}

result<catalogue> find_plugins(const command_line& line) {
  return catalogue::find(plugin_directories(line.plugin_directories));
}

std::filesystem::path find_pipeline(const std::filesystem::path& name) {
  std::error_code error;
  if (std::filesystem::exists(name, error) || name.has_parent_path()) return name;
  const std::filesystem::path installed = share_directory() / "pipelines" / name;
  if (std::filesystem::exists(installed, error)) return installed;
  const std::filesystem::path with_extension = installed.string() + ".xml";
  return std::filesystem::exists(with_extension, error) ? with_extension : name;
}

std::optional<pipeline> ready_pipeline(const std::filesystem::path& name,
                                       const catalogue& installed, definitions given) {
  if (given.search_path.empty()) given.search_path = search_path();
  const std::filesystem::path file = find_pipeline(name);
  std::error_code error;
  if (!std::filesystem::exists(file, error)) {
    std::fputs(to_string({file.string(), {}, "there is no such file" + installed_instead_of(name)})
                   .c_str(),
               stderr);
    return std::nullopt;
  }
  check_result checked = check_pipeline(file, installed, given);
  for (const diagnostic& problem : checked.problems) std::fputs(to_string(problem).c_str(), stderr);
  return std::move(checked.ready);
}

result<std::vector<std::pair<std::string, std::string>>> parse_definitions(
    const std::vector<std::string>& arguments) {
  std::vector<std::pair<std::string, std::string>> variables;
  for (const std::string& argument : arguments) {
    const std::size_t equals = argument.find('=');
    if (equals == std::string::npos || equals == 0)
      return failure{exit_code::usage, "-D " + argument + ": write -D NAME=VALUE"};
    variables.emplace_back(argument.substr(0, equals), argument.substr(equals + 1));
  }
  return variables;
}

std::string counted(std::uint64_t count, std::string_view thing) {
  return (std::to_string(count) + ' ').append(thing).append(count == 1 ? "" : "s");
}

exit_code complain(const failure& problem) {
  std::fprintf(stderr, "quoth: error: %s\n", printable(problem.message).c_str());
  return problem.code;
}

exit_code print(std::string_view text) {
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  if (written && std::fflush(stdout) == 0) return exit_code::ok;
  return complain({exit_code::io, "standard output cannot be written to"});
}

}  // namespace quoth::host
