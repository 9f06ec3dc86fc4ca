#include "host/pipeline/xml_tree.hpp"

#include <algorithm>
#include <pugixml.hpp>
#include <string_view>

#include "host/pipeline/markup.hpp"

namespace quoth::host {

namespace {

constexpr std::string_view instance_namespace = "http://www.w3.org/2001/XMLSchema-instance";
constexpr std::string_view white_space = " \t\r\n";

/// Turns pugixml's tree, which knows only where nodes begin, into one that knows where attributes
/// stand, by scanning each start tag. The markup is well-formed, and not deep: check_markup has
/// been there.
class tree_builder {
 public:
  explicit tree_builder(problem_list& problems)
      : problems_(problems), bytes_(problems.source().bytes()) {}

  xml_element build(pugi::xml_node node) {
    xml_element element;
    element.name = node.name();
    element.where.begin = static_cast<std::size_t>(node.offset_debug());
    element.where.end = element.where.begin + element.name.size();
    const std::size_t known_prefixes = prefixes_.size();
    add_attributes(element, node);
    for (const pugi::xml_node child : node.children()) {
      if (child.type() == pugi::node_element) element.children.push_back(build(child));
      if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
        add_text(element, child);
    }
    prefixes_.resize(known_prefixes);
    return element;
  }

 private:
  void add_attributes(xml_element& element, pugi::xml_node node) {
    std::vector<xml_attribute> all;
    std::size_t at = element.where.end;
    for (const pugi::xml_attribute attribute : node.attributes()) {
      xml_attribute made{attribute.name(), attribute.value(), {}, {}};
      made.where.begin = bytes_.find_first_not_of(white_space, at);
      made.where.end = made.where.begin + made.name.size();
      const std::size_t mark = bytes_.find_first_of("\"'", made.where.end);
      made.value_where = {mark + 1, bytes_.find(bytes_[mark], mark + 1)};
      at = made.value_where.end + 1;
      if (made.name.starts_with("xmlns:") && made.value == instance_namespace)
        prefixes_.push_back(made.name.substr(6) + ':');
      all.push_back(std::move(made));
    }
    for (xml_attribute& attribute : all)
      if (!belongs_to_xml(attribute)) element.attributes.push_back(std::move(attribute));
  }

  // Whether it is a namespace declaration or tells an editor where the schema is.
  bool belongs_to_xml(const xml_attribute& attribute) {
    if (attribute.name == "xmlns") {
      if (!attribute.value.empty())
        problems_.add(attribute.where,
                      "the elements of a pipeline are in no namespace: remove this");
      return true;
    }
    if (attribute.name.starts_with("xmlns:")) return true;
    return std::ranges::any_of(prefixes_, [&](const std::string& prefix) {
      return attribute.name == prefix + "noNamespaceSchemaLocation" ||
             attribute.name == prefix + "schemaLocation";
    });
  }

  void add_text(xml_element& element, pugi::xml_node node) const {
    const std::string_view text = node.value();
    element.text += text;
    const std::size_t word = text.find_first_not_of(white_space);
    if (element.has_words() || word == std::string_view::npos) return;
    // Behind a reference the offsets of the value and of the file differ; where the white space
    // before the first word is written plainly, as it nearly always is, they do not.
    const std::size_t begin = static_cast<std::size_t>(node.offset_debug()) + word;
    element.text_where = {begin, begin + 1};
  }

  problem_list& problems_;
  std::string_view bytes_;
  std::vector<std::string> prefixes_;  // of the instance namespace, each with its colon
};

}  // namespace

const xml_attribute* xml_element::attribute(std::string_view attribute_name) const {
  const auto found = std::ranges::find(attributes, attribute_name, &xml_attribute::name);
  return found == attributes.end() ? nullptr : &*found;
}

std::optional<xml_element> parse_xml(problem_list& problems) {
  check_markup(problems);
  if (!problems.empty()) return std::nullopt;
  const std::string_view bytes = problems.source().bytes();
  pugi::xml_document tree;
  const pugi::xml_parse_result parsed = tree.load_buffer(
      bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
  if (!parsed) {
    const auto at = static_cast<std::size_t>(parsed.offset);
    problems.add({at, at + 1}, parsed.description());
    return std::nullopt;
  }
  return tree_builder(problems).build(tree.document_element());
}

}  // namespace quoth::host
