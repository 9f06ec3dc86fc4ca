#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <string_view>
#include <system_error>

#include "host/commands/command.hpp"

namespace quoth::host {

namespace {

/// What the template's placeholders stand for.
struct stage_names {
  std::string name;    // @NAME@: "mood", an identifier of C++
  std::string stage;   // @STAGE@: "org.example.mood"
  std::string plugin;  // @PLUGIN@: "org.example"
};

bool is_part(std::string_view part) {
  return !part.empty() && part.front() >= 'a' && part.front() <= 'z' &&
         std::ranges::all_of(part, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

// Words that C++ keeps for itself, or the template uses: no class can have their name.
bool is_taken(std::string_view name) {
  static const std::set<std::string_view> taken = {
      "alignas",   "alignof",  "and",     "and_eq",   "asm",       "auto",     "bitand",
      "bitor",     "bool",     "break",   "case",     "catch",     "char",     "class",
      "compl",     "concept",  "const",   "continue", "decltype",  "default",  "delete",
      "do",        "double",   "else",    "enum",     "explicit",  "export",   "extern",
      "false",     "float",    "for",     "friend",   "goto",      "if",       "inline",
      "int",       "long",     "main",    "mutable",  "namespace", "new",      "noexcept",
      "not",       "not_eq",   "nullptr", "operator", "or",        "or_eq",    "private",
      "protected", "public",   "quoth",   "register", "requires",  "return",   "short",
      "signed",    "sizeof",   "static",  "std",      "struct",    "switch",   "template",
      "this",      "throw",    "true",    "try",      "typedef",   "typeid",   "typename",
      "union",     "unsigned", "using",   "virtual",  "void",      "volatile", "while",
      "xor",       "xor_eq"};
  return taken.contains(name);
}

// "mood" belongs to the plugin org.example until its author knows better.
result<stage_names> names_of(const std::string& given) {
  const std::string stage = given.find('.') == std::string::npos ? "org.example." + given : given;
  std::istringstream parts(stage);
  for (std::string part; std::getline(parts, part, '.');)
    if (!is_part(part) || stage.back() == '.')
      return failure{exit_code::usage,
                     "\"" + given +
                         "\" is not a stage id: write lower-case letters, digits and \"-\", each "
                         "part beginning with a letter, as in mood or org.example.mood"};
  const std::size_t dot = stage.rfind('.');
  stage_names names{stage.substr(dot + 1), stage, stage.substr(0, dot)};
  if (names.plugin == "quoth" || names.plugin.starts_with("quoth."))
    return failure{exit_code::usage,
                   "ids that begin with \"quoth\" are the host's own; take a "
                   "prefix of yours, as in org.example." +
                       names.name};
  std::ranges::replace(names.name, '-', '_');
  if (is_taken(names.name))
    return failure{exit_code::usage, "\"" + names.name +
                                         "\" would be the name of a class, and C++ has another use "
                                         "for it; take a longer one, as in " +
                                         names.plugin + '.' + names.name + "-reader"};
  return names;
}

std::string filled_in(std::string text, const stage_names& names) {
  const std::array<std::pair<std::string_view, const std::string*>, 3> placeholders = {
      {{"@NAME@", &names.name}, {"@STAGE@", &names.stage}, {"@PLUGIN@", &names.plugin}}};
  for (const auto& [placeholder, with] : placeholders)
    for (std::size_t at = text.find(placeholder); at != std::string::npos;
         at = text.find(placeholder, at + with->size()))
      text.replace(at, placeholder.size(), *with);
  return text;
}

result<void> write_file(const std::filesystem::path& from, const std::filesystem::path& to,
                        const stage_names& names) {
  std::ifstream source(from, std::ios::binary);
  std::ostringstream text;
  text << source.rdbuf();
  if (!source) return failure{exit_code::io, from.string() + ": cannot be read"};
  std::error_code error;
  std::filesystem::create_directories(to.parent_path(), error);
  std::ofstream made(to, std::ios::binary);
  made << filled_in(text.str(), names);
  made.close();
  if (!made) return failure{exit_code::io, to.string() + ": cannot be written"};
  return {};
}

// The files of the template: those of every kind, and those of one.
result<std::map<std::filesystem::path, std::filesystem::path>> template_files(
    const std::string& kind) {
  std::map<std::filesystem::path, std::filesystem::path> files;  // as made, and where they are
  for (const std::string& part : {std::string("common"), kind}) {
    const std::filesystem::path source = share_directory() / "template" / part;
    std::error_code error;
    if (!std::filesystem::is_directory(source, error)) {
      return failure{exit_code::config, "the template of a stage is missing: " + source.string()};
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(source, error)) {
      if (!entry.is_regular_file(error)) continue;
      files.emplace(entry.path().lexically_relative(source), entry.path());
    }
  }
  return files;
}

exit_code make_stage(const std::string& given, const std::string& kind,
                     const std::filesystem::path& wanted) {
  const result<stage_names> names = names_of(given);
  if (!names) return complain(names.error());
  const std::filesystem::path folder = wanted.empty() ? std::filesystem::path(names->name) : wanted;
  std::error_code error;
  if (std::filesystem::exists(folder, error) && !std::filesystem::is_empty(folder, error))
    return complain({exit_code::usage, folder.string() + " is there already, and not empty"});
  const auto files = template_files(kind);
  if (!files) return complain(files.error());
  std::string text;
  for (const auto& [file, source] : *files) {
    const std::filesystem::path made = folder / filled_in(file.string(), *names);
    if (auto written = write_file(source, made, *names); !written) return complain(written.error());
    text += made.string() + '\n';
  }
  return print(text);
}

}  // namespace

void add_new(CLI::App& app, command_line& line) {
  struct new_arguments {
    std::string name;
    std::string kind = "annotator";
    std::filesystem::path folder;
  };
  const auto arguments = std::make_shared<new_arguments>();
  CLI::App* verb = app.add_subcommand("new", "Begin something of your own");
  verb->footer(
      "Examples:\n"
      "  quoth new stage org.example.mood");
  verb->require_subcommand(1);
  CLI::App* stage =
      verb->add_subcommand("stage", "Write a plugin with one stage, its test and a pipeline");
  stage->add_option("NAME", arguments->name, "The stage's id, such as org.example.mood")
      ->required();
  stage->add_option("--kind", arguments->kind, "What it is: annotator, reader or writer")
      ->check(CLI::IsMember({"annotator", "reader", "writer"}))
      ->type_name("KIND")
      ->capture_default_str();
  stage->add_option("--in", arguments->folder, "The folder to make; default: the stage's name")
      ->type_name("DIR");
  stage->footer(
      "Prints the files that it made; README.md among them says how to go on.\n"
      "Examples:\n"
      "  quoth new stage org.example.mood\n"
      "  quoth new stage mood --in plugins/mood\n"
      "  quoth new stage org.example.wire --kind reader\n"
      "  quoth new stage org.example.table --kind writer");
  stage->callback([&line, arguments] {
    line.verb = [arguments] {
      return make_stage(arguments->name, arguments->kind, arguments->folder);
    };
  });
}

}  // namespace quoth::host
