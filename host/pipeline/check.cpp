#include "host/pipeline/check.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <system_error>

#include "host/pipeline/element_check.hpp"
#include "host/pipeline/grammar.hpp"
#include "host/pipeline/layer_flow.hpp"
#include "host/pipeline/markup.hpp"
#include "host/pipeline/nearest.hpp"
#include "host/pipeline/variables.hpp"
#include "host/pipeline/xml_tree.hpp"
#include "host/plugin/resource_folder.hpp"

namespace quoth::host {

namespace {

std::string plural(std::size_t count) {
  return count == 2 ? "two" : std::to_string(count);
}

/// Walks over a pipeline's elements in the order of the file, fills in `made_` and notes problems.
class pipeline_check {
 public:
  pipeline_check(const std::filesystem::path& file, const catalogue& installed,
                 const definitions& given, problem_list& problems)
      : installed_(installed), problems_(problems), variables_(given.variables) {
    made_.file = file;
    std::error_code error;
    bases_.working_directory = given.working_directory.empty()
                                   ? std::filesystem::current_path(error)
                                   : given.working_directory;
    bases_.pipeline_folder = (bases_.working_directory / file).lexically_normal().parent_path();
    bases_.output = (bases_.working_directory / given.output).lexically_normal();
    for (const std::filesystem::path& folder : given.search_path)
      bases_.search_path.push_back(bases_.working_directory / folder);
  }

  pipeline take() && { return std::move(made_); }

  void check(const xml_element& root) {
    if (root.name != "pipeline") {
      problems_.add(root.where, "a pipeline is one <pipeline>, not <" + root.name + ">");
      return;
    }
    made_.name = open_element(root, "pipeline")[0].string;
    for (const xml_element& child : root.children) {
      if (child.name == "summary") check_summary(child);
      if (child.name == "set") check_set(child);
      if (child.name == "read") check_stages(child, made_.readers, readers_);
      if (child.name == "steps") check_stages(child, made_.steps, steps_);
      if (child.name == "write") check_stages(child, made_.writers, writers_);
      if (child.name == "tests")
        for (const xml_element& test : open_children(child, "tests", "test")) check_test(test);
    }
    variables_.check_overrides(problems_);
    check_layer_flow(readers_, steps_, writers_, installed_, problems_);
    made_.variables = variables_.values();
  }

 private:
  // Checks an element of the host's against its rule; the values of its attributes.
  std::vector<value> open_element(const xml_element& element, std::string_view name) {
    const element_rule& rule = rule_of_element(name);
    check_content(element, rule, problems_);
    return read_attributes(element, rule, {variables_, bases_, problems_});
  }

  std::vector<xml_element> open_children(const xml_element& element, std::string_view name,
                                         std::string_view child_name) {
    open_element(element, name);
    std::vector<xml_element> children;
    std::ranges::copy_if(element.children, std::back_inserter(children),
                         [&](const xml_element& child) { return child.name == child_name; });
    return children;
  }

  void check_summary(const xml_element& element) {
    open_element(element, "summary");
    made_.summary = element.text;
  }

  void check_set(const xml_element& element) {
    const element_rule& rule = rule_of_element("set");
    check_content(element, rule, problems_);
    const std::vector<value> values =
        read_attributes(element, rule, {variables_, bases_, problems_});
    const std::string& name = values[0].string;
    if (name.empty()) return;
    if (const auto [first, is_new] = set_lines_.emplace(name, line_of(element)); !is_new) {
      problems_.add(element.attribute("name")->value_where, "a second <set name=\"" + name +
                                                                "\">; the first is in line " +
                                                                std::to_string(first->second));
      return;
    }
    // A path that goes through two variables is still relative to the working directory.
    const xml_attribute* given = element.attribute("value");
    const bool from_command_line =
        given != nullptr && values[1].given() &&
        variables_.expand(given->value, given->value_where, problems_).from_command_line;
    variables_.set(name, values[1].string, from_command_line);
  }

  void check_stages(const xml_element& section, std::vector<step_config>& configs,
                    std::vector<placed_stage>& places) {
    const element_rule& rule = rule_of_element(section.name);
    check_content(section, rule, problems_);
    const std::vector<value> defaults =
        read_attributes(section, rule, {variables_, bases_, problems_});
    for (const xml_element& element : section.children) {
      const stage_entry* entry = find_stage(element, rule);
      places.push_back({entry, element.where});
      if (entry == nullptr) continue;
      const value policy = defaults.empty() ? value::none() : defaults[0];
      configs.push_back(check_stage(element, *entry, policy));
    }
  }

  // The stage that the element names, where it is one and belongs here.
  const stage_entry* find_stage(const xml_element& element, const element_rule& section) {
    const stage_entry* entry = installed_.stage(element.name);
    if (entry == nullptr) {
      problems_.add(element.where, why_missing(element.name, section.stage_kind));
      return nullptr;
    }
    if (entry->stage->kind == section.stage_kind) return entry;
    problems_.add(element.where,
                  "<" + element.name + "> is a " + std::string(kind_name(entry->stage->kind)) +
                      " and belongs in <" + std::string(kind_section(entry->stage->kind)) + ">");
    return nullptr;
  }

  [[nodiscard]] std::string why_missing(const std::string& name, std::uint32_t kind) const {
    if (const duplicate_stage* twice = installed_.duplicate(name)) {
      std::string files;
      for (const std::filesystem::path& file : twice->files)
        files += (files.empty() ? "" : " and ") + file.string();
      return plural(twice->files.size()) + " plugin files offer the stage \"" + name +
             "\"; remove one: " + files;
    }
    if (const refused_file* refused = installed_.refused_with(name))
      return "the stage \"" + name + "\" is in " + refused->file.string() +
             ", which was refused: " + refused->reason;
    std::vector<std::string_view> names;
    for (const stage_entry& entry : installed_.stages())
      if (entry.stage->kind == kind) names.emplace_back(entry.stage->id);
    for (const refused_file& refused : installed_.refused())
      names.insert(names.end(), refused.stage_ids.begin(), refused.stage_ids.end());
    const std::string meant = suggestion(name, names);
    return "no installed plugin offers the stage \"" + name.substr(0, 100) + '"' +
           (meant.empty() ? perhaps_elsewhere(name) : meant);
  }

  // Where a stage may be that no usable plugin has: a stage's id has a point in it.
  [[nodiscard]] std::string perhaps_elsewhere(const std::string& name) const {
    if (name.find('.') == std::string::npos) return {};
    const std::string refused = perhaps_refused(name);
    if (!refused.empty()) return refused;
    return "; give the folder of its plugin with --plugins or QUOTH_PLUGIN_PATH";
  }

  // A refused file whose stages are not known may have it.
  [[nodiscard]] std::string perhaps_refused(const std::string& name) const {
    std::vector<const refused_file*> suspects;
    for (const refused_file& refused : installed_.refused())
      if (refused.stage_ids.empty() && name.starts_with(refused.plugin_id))
        suspects.push_back(&refused);
    if (suspects.empty()) return {};
    if (suspects.size() > 1)
      return "; it may be in one of " + std::to_string(suspects.size()) +
             " plugin files that were refused: see quoth plugins";
    return "; it may be in " + suspects[0]->file.string() +
           ", which was refused: " + suspects[0]->reason;
  }
  step_config check_stage(const xml_element& element, const stage_entry& entry,
                          const value& default_policy) {
    const element_rule rule = rule_of_stage(*entry.stage);
    bases_.resources = resources_of(entry.file);
    check_content(element, rule, problems_);
    std::vector<value> values = read_attributes(element, rule, {variables_, bases_, problems_});
    bases_.resources.clear();

    step_config made;
    made.stage = &entry;
    made.id = values[id_attribute].given() ? values[id_attribute].string : element.name;
    made.timeout = std::chrono::milliseconds(values[timeout_attribute].integer);
    made.where = problems_.source().position(element.where.begin);
    if (entry.stage->kind == QUOTH_ANNOTATOR) {
      const value& own = values[on_error_attribute];
      made.policy = static_cast<on_error>((own.given() ? own : default_policy).integer);
    }
    const auto first_parameter =
        values.begin() + static_cast<std::ptrdiff_t>(host_attributes(entry.stage->kind));
    made.params.assign(std::make_move_iterator(first_parameter),
                       std::make_move_iterator(values.end()));
    check_step_id(element, made);
    if (entry.stage->kind == QUOTH_WRITER) check_outputs(element, made);
    return made;
  }

  // Two writers cannot write to one file.
  void check_outputs(const xml_element& element, const step_config& made) {
    for (std::size_t p = 0; p < made.params.size(); ++p) {
      if (made.params[p].type != QUOTH_PARAM_OUTPUT) continue;
      const auto [first, is_new] = output_lines_.emplace(made.params[p].string, made.where.line);
      if (is_new) continue;
      const std::string name = made.stage->stage->params[p]->name;
      const xml_attribute* given = element.attribute(name);
      problems_.add(given != nullptr ? given->value_where : element.where,
                    "the writer in line " + std::to_string(first->second) + " writes to " +
                        made.params[p].string + " too; give one of them another " + name +
                        "=\"…\"");
    }
  }

  void check_step_id(const xml_element& element, const step_config& made) {
    const auto [first, is_new] = step_lines_.emplace(made.id, made.where.line);
    if (is_new) return;
    const xml_attribute* id = element.attribute("id");
    problems_.add(id != nullptr ? id->value_where : element.where,
                  "a second step named \"" + made.id + "\"; the first is in line " +
                      std::to_string(first->second) + "; give one of them another id=\"…\"");
  }

  void check_test(const xml_element& element) {
    pipeline_test test{.name = open_element(element, "test")[0].string,
                       .text = {},
                       .as = "test.txt",
                       .expectations = {},
                       .where = problems_.source().position(element.where.begin)};
    for (const xml_element& child : element.children) {
      if (child.name == "expect") test.expectations.push_back(check_expectation(child));
      if (child.name != "text") continue;
      const std::vector<value> values = open_element(child, "text");
      if (values[0].given()) test.as = values[0].string;
      test.text = child.text;
    }
    made_.tests.push_back(std::move(test));
  }

  expectation check_expectation(const xml_element& element) {
    const std::vector<value> values = open_element(element, "expect");
    expectation made{.layer = values[0].string,
                     .count = {},
                     .column = values[2].string,
                     .cell = values[3].string,
                     .where = problems_.source().position(element.where.begin)};
    if (values[1].given()) made.count = static_cast<std::uint32_t>(values[1].integer);
    if (values[2].given() != values[3].given())
      problems_.add(element.where, "\"column\" and \"value\" of <expect> go together");
    if (values[0].given()) check_layer(element, made);
    return made;
  }

  void check_layer(const xml_element& element, const expectation& made) {
    const layer_schema* layer = installed_.layers().find(made.layer);
    std::vector<std::string_view> names;
    if (layer == nullptr) {
      for (const layer_schema& known : installed_.layers().layers()) names.emplace_back(known.name);
      problems_.add(
          element.attribute("layer")->value_where,
          "no installed stage knows a layer \"" + made.layer + '"' + suggestion(made.layer, names));
    } else if (!made.column.empty() && layer->column(made.column) == no_position) {
      for (const column_schema& known : layer->columns) names.emplace_back(known.name);
      problems_.add(element.attribute("column")->value_where,
                    "the layer \"" + made.layer + "\" has no column \"" + made.column + '"' +
                        suggestion(made.column, names));
    }
  }

  [[nodiscard]] int line_of(const xml_element& element) const {
    return problems_.source().position(element.where.begin).line;
  }

  const catalogue& installed_;
  problem_list& problems_;
  variable_table variables_;
  path_bases bases_;
  pipeline made_;
  std::vector<placed_stage> readers_, steps_, writers_;
  std::map<std::string, int> set_lines_, step_lines_, output_lines_;
};

}  // namespace

check_result check_pipeline(const std::filesystem::path& file, const catalogue& installed,
                            const definitions& given) {
  result<source_text> source = load_source(file);
  if (!source) return {{}, {{file.string(), {}, source.error().message}}};
  problem_list problems(*source);
  pipeline_check check(file, installed, given, problems);
  if (const std::optional<xml_element> root = parse_xml(problems)) check.check(*root);
  if (!problems.empty()) return {{}, std::move(problems).take()};
  return {std::move(check).take(), {}};
}

}  // namespace quoth::host
