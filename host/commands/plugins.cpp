#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <system_error>

#include "host/commands/command.hpp"
#include "host/commands/text_table.hpp"
#include "host/pipeline/grammar.hpp"
#include "host/pipeline/nearest.hpp"

namespace quoth::host {

namespace {

std::string_view kind_of(const quoth_stage& stage) {
  return stage.kind == QUOTH_ANNOTATOR ? "annotator" : kind_name(stage.kind);
}

std::string describe_refusal(const refused_file& refused) {
  std::string text = refused.file.string() + "\n    refused: " + refused.reason + '\n';
  for (const std::string& stage : refused.stage_ids) text += "    has stage " + stage + '\n';
  return text;
}

std::string list_everything(const catalogue& installed) {
  table_rows rows{{"STAGE", "KIND", "VERSION", "FILE", "SUMMARY"}};
  for (const stage_entry& entry : installed.stages())
    rows.push_back({entry.stage->id, std::string(kind_of(*entry.stage)), entry.stage->version,
                    entry.file.filename().string(), entry.stage->summary});
  std::string text = text_table(rows);
  for (const duplicate_stage& twice : installed.duplicates()) {
    text += "\nwarning: more than one file offers " + twice.id + "; a pipeline cannot use it:\n";
    for (const std::filesystem::path& file : twice.files) text += "  " + file.string() + '\n';
  }
  if (!installed.refused().empty()) text += "\nRefused files:\n";
  for (const refused_file& refused : installed.refused()) text += "  " + describe_refusal(refused);
  return text;
}

std::string describe_parameters(const quoth_stage& stage) {
  if (stage.param_count == 0) return "";
  table_rows rows;
  for (std::uint32_t i = 0; i < stage.param_count; ++i) {
    const attribute_rule rule = rule_of(*stage.params[i]);
    std::string allowed = range_of(rule);
    for (const std::string& choice : rule.choices) allowed += (allowed.empty() ? "" : "|") + choice;
    const std::string preset = rule.required         ? "required"
                               : rule.preset.given() ? "\"" + rule.preset.text() + '"'
                                                     : "-";
    rows.push_back({rule.name, std::string(type_name(rule.type)), preset, allowed, rule.doc});
  }
  return "\nParameters (name, type, default, allowed)\n" + text_table(rows, any_width, "  ");
}

std::string describe_use(const quoth_use& use) {
  std::string text = use.layer;
  for (std::uint32_t i = 0; i < use.column_count; ++i)
    text += (i == 0 ? " (" : ", ") + std::string(use.columns[i]);
  if (use.column_count > 0) text += ')';
  if (use.access == QUOTH_EXTEND) text += ", into rows that exist";
  if ((use.flags & QUOTH_USE_OPTIONAL) != 0) text += ", if there is one";
  return text;
}

std::string describe_uses(const quoth_stage& stage, bool reading) {
  std::string text;
  for (std::uint32_t i = 0; i < stage.use_count; ++i)
    if ((stage.uses[i]->access == QUOTH_READ) == reading)
      text += "  " + describe_use(*stage.uses[i]) + '\n';
  if (text.empty()) return text;
  return (reading ? "\nReads the layers\n" : "\nWrites the layers\n") + text;
}

std::string describe_plugin(const quoth_plugin& plugin, const std::filesystem::path& file,
                            const catalogue& installed) {
  table_rows rows{{"plugin", std::string(plugin.id) + ' ' + plugin.version},
                  {"file", file.string()},
                  {"licence", plugin.license},
                  {"built with", plugin.built_with}};
  const auto known = std::ranges::find(installed.plugins(), file, &plugin_entry::file);
  if (known != installed.plugins().end()) rows.push_back({"hash", known->hash});
  return text_table(rows);
}

std::string describe_stage(const stage_entry& entry, const catalogue& installed) {
  const quoth_stage& stage = *entry.stage;
  return std::string(stage.id) + ' ' + stage.version + " (" + std::string(kind_of(stage)) + ")\n" +
         stage.summary + '\n' + describe_parameters(stage) + describe_uses(stage, true) +
         describe_uses(stage, false) + '\n' + describe_plugin(*entry.plugin, entry.file, installed);
}

std::string describe_file(const plugin_entry& entry, const catalogue& installed) {
  std::string text = entry.plugin->summary + std::string("\n\n");
  text += describe_plugin(*entry.plugin, entry.file, installed);
  for (const stage_entry& stage : installed.stages())
    if (stage.file == entry.file) text += "\n" + describe_stage(stage, installed);
  return text;
}

// `name` may be the file's path or its name alone.
bool is_called(const std::filesystem::path& file, const std::string& name) {
  std::error_code error;
  return file.filename() == name || file == std::filesystem::absolute(name, error);
}

exit_code show(const catalogue& installed, const std::string& name) {
  if (name.empty()) return print(list_everything(installed));
  if (const stage_entry* entry = installed.stage(name))
    return print(describe_stage(*entry, installed));
  for (const plugin_entry& entry : installed.plugins())
    if (is_called(entry.file, name)) return print(describe_file(entry, installed));
  for (const refused_file& refused : installed.refused())
    if (is_called(refused.file, name) || std::ranges::count(refused.stage_ids, name) > 0)
      return print(describe_refusal(refused));
  if (const duplicate_stage* twice = installed.duplicate(name)) {
    std::string text = "more than one file offers " + name + ":\n";
    for (const std::filesystem::path& file : twice->files) text += "  " + file.string() + '\n';
    return print(text);
  }
  std::vector<std::string_view> names;
  for (const stage_entry& entry : installed.stages()) names.emplace_back(entry.stage->id);
  return complain({exit_code::config, "no installed stage or plugin file is called \"" + name +
                                          '"' + suggestion(name, names)});
}

}  // namespace

void add_plugins(CLI::App& app, command_line& line) {
  const auto name = std::make_shared<std::string>();
  CLI::App* verb = app.add_subcommand("plugins", "List the installed stages, or describe one");
  verb->add_option("STAGE", *name, "A stage's id, or a plugin file");
  verb->footer(
      "No function of a plugin is called.\n"
      "Examples:\n"
      "  quoth plugins\n"
      "  quoth plugins quoth.quote-extractor\n"
      "  quoth plugins --plugins build/lib/quoth/plugins my_plugin.so");
  verb->callback([&line, name] {
    line.verb = [&line, name] {
      const result<catalogue> installed = find_plugins(line);
      return installed ? show(*installed, *name) : complain(installed.error());
    };
  });
}

}  // namespace quoth::host
