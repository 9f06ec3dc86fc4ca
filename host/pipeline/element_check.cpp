#include "host/pipeline/element_check.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "host/code_points.hpp"
#include "host/pipeline/nearest.hpp"

namespace quoth::host {

namespace {

constexpr std::size_t longest_value = 60;  // bytes of a value that a message shows

std::string tag(std::string_view name) {
  return "<" + std::string(name.substr(0, 100)) + ">";
}

// `a`, `b` and `c`, each between open and close.
template <class Names>
std::string listing(const Names& names, std::string_view open, std::string_view close) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " and " : ", ";
    text += std::string(open) + std::string(names[i]) + std::string(close);
  }
  return text;
}

// A text may hold variables among other words; a number or a choice is one or is none.
bool may_mix_variables(std::uint32_t type) {
  return type == QUOTH_PARAM_STRING || type == QUOTH_PARAM_FILE || type == QUOTH_PARAM_OUTPUT ||
         type == QUOTH_PARAM_LIST;
}

bool is_one_variable(std::string_view text) {
  return text.starts_with("${") && text.find('}') == text.size() - 1;
}

// How to give the file that the pipeline leaves to a variable.
std::string definition_advice(std::string_view written, const attribute_rule& rule,
                              const expansion& expanded) {
  const bool is_left_open = rule.type == QUOTH_PARAM_FILE && expanded.replaced &&
                            is_one_variable(written) && !expanded.from_command_line;
  if (!is_left_open) return {};
  return "; give -D " + std::string(written.substr(2, written.size() - 3)) + "=FILE";
}

value read_attribute(const xml_attribute& given, const attribute_rule& rule,
                     const attribute_scope& scope) {
  const std::string written = rule.name + "=\"" + shortened(given.value, longest_value) + '"';
  expansion expanded{.text = given.value};
  if (rule.variables) {
    expanded = scope.variables.expand(given.value, given.value_where, scope.problems);
    if (!expanded.complete) return value::none();
    if (expanded.replaced && !may_mix_variables(rule.type) && !is_one_variable(given.value)) {
      scope.problems.add(given.value_where, written + ": a variable must be the whole value here");
      return value::none();
    }
  }
  result<value> converted = convert(rule, expanded.text, scope.bases, expanded.from_command_line);
  if (converted) return std::move(converted).value();
  const std::string meant =
      expanded.replaced ? " (\"" + shortened(expanded.text, longest_value) + "\")" : "";
  scope.problems.add(given.value_where, written + meant + ": " + converted.error().message +
                                            definition_advice(given.value, rule, expanded));
  return value::none();
}

// The default; a path among the defaults is looked up as if it stood in the XML.
value read_preset(const xml_element& element, const attribute_rule& rule,
                  const attribute_scope& scope) {
  if (rule.preset.type != QUOTH_PARAM_FILE && rule.preset.type != QUOTH_PARAM_OUTPUT)
    return rule.preset;
  result<value> converted = convert(rule, rule.preset.string, scope.bases, false);
  if (converted) return std::move(converted).value();
  scope.problems.add(element.where, rule.name + "=\"" + rule.preset.string +
                                        "\", the default: " + converted.error().message);
  return value::none();
}

void check_unknown_attributes(const xml_element& element, const element_rule& rule,
                              problem_list& problems) {
  std::vector<std::string_view> names;
  for (const attribute_rule& attribute : rule.attributes) names.emplace_back(attribute.name);
  for (const xml_attribute& given : element.attributes) {
    if (std::ranges::find(names, given.name) != names.end()) continue;
    const std::string allowed =
        names.empty() ? ", which has none" : ", which has " + listing(names, "\"", "\"");
    problems.add(given.where, "unknown attribute \"" + shortened(given.name, longest_value) +
                                  "\" of " + tag(element.name) + allowed +
                                  suggestion(given.name, names));
  }
}

void check_children(const xml_element& element, const element_rule& rule, problem_list& problems) {
  std::vector<std::string_view> names;
  for (const child_rule& child : rule.children) names.emplace_back(child.name);
  std::vector<const xml_element*> first(names.size(), nullptr);
  std::size_t latest = 0;
  for (const xml_element& child : element.children) {
    const auto rank =
        static_cast<std::size_t>(std::ranges::find(names, child.name) - names.begin());
    if (rank == names.size()) {
      problems.add(child.where, "unknown element " + tag(child.name) + " in " + tag(element.name) +
                                    ", which holds " + listing(names, "<", ">") +
                                    suggestion(child.name, names, "<", ">"));
      continue;
    }
    if (first[rank] != nullptr && !rule.children[rank].repeated) {
      const int line = problems.source().position(first[rank]->where.begin).line;
      problems.add(child.where, "a second " + tag(child.name) + "; the first is in line " +
                                    std::to_string(line));
    } else if (rank < latest) {
      problems.add(child.where, tag(child.name) + " must stand before " + tag(names[latest]));
    }
    if (first[rank] == nullptr) first[rank] = &child;
    latest = std::max(latest, rank);
  }
  for (std::size_t rank = 0; rank < names.size(); ++rank)
    if (rule.children[rank].required && first[rank] == nullptr)
      problems.add(element.where, tag(element.name) + " lacks " + tag(names[rank]));
}

void check_stages(const xml_element& element, const element_rule& rule, problem_list& problems) {
  if (!element.children.empty()) return;
  problems.add(element.where, tag(element.name) + " names no " +
                                  std::string(kind_name(rule.stage_kind)) +
                                  (rule.stage_kind == QUOTH_READER
                                       ? "; leave it out, and every installed reader offers itself"
                                       : ""));
}

}  // namespace

std::vector<value> read_attributes(const xml_element& element, const element_rule& rule,
                                   const attribute_scope& scope) {
  std::vector<value> values;
  values.reserve(rule.attributes.size());
  for (const attribute_rule& attribute : rule.attributes) {
    if (const xml_attribute* given = element.attribute(attribute.name)) {
      values.push_back(read_attribute(*given, attribute, scope));
      continue;
    }
    if (attribute.required)
      scope.problems.add(element.where, tag(element.name) + " lacks the attribute \"" +
                                            attribute.name + "\": expected " +
                                            expectation_of(attribute));
    values.push_back(read_preset(element, attribute, scope));
  }
  check_unknown_attributes(element, rule, scope.problems);
  return values;
}

void check_content(const xml_element& element, const element_rule& rule, problem_list& problems) {
  switch (rule.content) {
    case content_rule::nothing:
      if (!element.children.empty())
        problems.add(element.children.front().where, tag(element.name) + " must be empty");
      else if (!element.text.empty())
        problems.add(element.where, tag(element.name) + " must be empty, without white space too");
      return;
    case content_rule::text:
      if (!element.children.empty())
        problems.add(element.children.front().where,
                     tag(element.name) + " holds text, not elements");
      return;
    case content_rule::children:
    case content_rule::stages:
      if (element.has_words())
        problems.add(element.text_where, tag(element.name) + " holds elements, not text");
      if (rule.content == content_rule::children)
        check_children(element, rule, problems);
      else
        check_stages(element, rule, problems);
  }
}

}  // namespace quoth::host
