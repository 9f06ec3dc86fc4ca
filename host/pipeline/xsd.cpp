#include "host/pipeline/xsd.hpp"

#include <pugixml.hpp>
#include <sstream>
#include <string_view>

#include "host/pipeline/grammar.hpp"

namespace quoth::host {

namespace {

// XML Schema has no escape for the dollar sign, which means itself there.
constexpr const char* variable_pattern = R"([$]\{[A-Za-z0-9_.\-]+\})";

void set(pugi::xml_node node, const char* name, std::string_view text) {
  node.append_attribute(name).set_value(std::string(text).c_str());
}

void document(pugi::xml_node node, const std::string& doc) {
  node.append_child("xs:annotation").append_child("xs:documentation").text().set(doc.c_str());
}

std::string doc_of(const attribute_rule& rule) {
  std::string doc = rule.doc;
  if (!doc.empty() && doc.back() != '.') doc += '.';
  doc += " Type: " + std::string(type_name(rule.type));
  if (const std::string range = range_of(rule); !range.empty()) doc += ", " + range;
  doc += '.';
  if (rule.preset.given()) doc += " Default: \"" + rule.preset.text() + "\".";
  return doc;
}

void add_restriction(pugi::xml_node parent, const schema_type& type) {
  pugi::xml_node restriction = parent.append_child("xs:simpleType").append_child("xs:restriction");
  set(restriction, "base", type.base);
  for (const auto& [facet, text] : type.facets)
    set(restriction.append_child(("xs:" + facet).c_str()), "value", text);
}

void add_attribute(pugi::xml_node parent, const attribute_rule& rule) {
  pugi::xml_node attribute = parent.append_child("xs:attribute");
  set(attribute, "name", rule.name);
  if (rule.required) set(attribute, "use", "required");
  if (!rule.required && rule.preset.given()) set(attribute, "default", rule.preset.text());
  const schema_type type = schema_type_of(rule);
  if (type.facets.empty() && type.base == "xs:string") {
    set(attribute, "type", type.base);  // any text, with or without variables
    document(attribute, doc_of(rule));
    return;
  }
  document(attribute, doc_of(rule));
  if (!rule.variables) return add_restriction(attribute, type);
  pugi::xml_node either = attribute.append_child("xs:simpleType").append_child("xs:union");
  set(either, "memberTypes", "variable");
  add_restriction(either, type);
}

class schema_writer {
 public:
  explicit schema_writer(const catalogue& installed) : installed_(installed) {}

  std::string write() {
    pugi::xml_node declaration = tree_.append_child(pugi::node_declaration);
    set(declaration, "version", "1.0");
    set(declaration, "encoding", "UTF-8");
    pugi::xml_node schema = tree_.append_child("xs:schema");
    set(schema, "xmlns:xs", "http://www.w3.org/2001/XMLSchema");
    document(schema, "Pipelines of Quoth, format 1. Written by `quoth schema` (quoth " QUOTH_VERSION
                     ") from the plugins that were installed.");
    add_variable_type(schema);
    pugi::xml_node pipeline = add_element(schema, element_rules().front());
    add_unique_sets(pipeline);
    std::ostringstream text;
    tree_.save(text, "  ", pugi::format_default, pugi::encoding_utf8);
    return text.str();
  }

 private:
  static void add_variable_type(pugi::xml_node schema) {
    pugi::xml_node type = schema.append_child("xs:simpleType");
    set(type, "name", "variable");
    document(type, "The value of a <set>, or of -D on the command line.");
    pugi::xml_node restriction = type.append_child("xs:restriction");
    set(restriction, "base", "xs:string");
    set(restriction.append_child("xs:pattern"), "value", variable_pattern);
  }

  static void add_unique_sets(pugi::xml_node pipeline) {
    pugi::xml_node unique = pipeline.append_child("xs:unique");
    set(unique, "name", "names-of-variables");
    set(unique.append_child("xs:selector"), "xpath", "set");
    set(unique.append_child("xs:field"), "xpath", "@name");
  }

  pugi::xml_node add_element(pugi::xml_node parent, const element_rule& rule) {
    pugi::xml_node element = parent.append_child("xs:element");
    set(element, "name", rule.name);
    document(element, rule.doc);
    pugi::xml_node type = element.append_child("xs:complexType");
    if (rule.content == content_rule::text) {
      type = type.append_child("xs:simpleContent").append_child("xs:extension");
      set(type, "base", "xs:string");
    }
    if (rule.content == content_rule::children) add_children(type, rule);
    if (rule.content == content_rule::stages) add_stages(type, rule.stage_kind);
    for (const attribute_rule& attribute : rule.attributes) add_attribute(type, attribute);
    return element;
  }

  void add_children(pugi::xml_node type, const element_rule& rule) {
    pugi::xml_node sequence = type.append_child("xs:sequence");
    for (const child_rule& child : rule.children) {
      pugi::xml_node element = add_element(sequence, rule_of_element(child.name));
      if (!child.required) set(element, "minOccurs", "0");
      if (child.repeated) set(element, "maxOccurs", "unbounded");
    }
  }

  void add_stages(pugi::xml_node type, std::uint32_t kind) {
    pugi::xml_node choice = type.append_child("xs:choice");
    set(choice, "maxOccurs", "unbounded");
    for (const stage_entry& entry : installed_.stages())
      if (entry.stage->kind == kind) add_element(choice, rule_of_stage(*entry.stage));
  }

  const catalogue& installed_;
  pugi::xml_document tree_;
};

}  // namespace

std::string write_schema(const catalogue& installed) {
  return schema_writer(installed).write();
}

}  // namespace quoth::host
