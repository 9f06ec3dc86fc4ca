// A pipeline's XML as a tree whose parts know where they stand in the file.
#ifndef QUOTH_HOST_PIPELINE_XML_TREE_HPP
#define QUOTH_HOST_PIPELINE_XML_TREE_HPP

#include <optional>
#include <string>
#include <vector>

#include "host/pipeline/diagnostic.hpp"
#include "host/pipeline/source_text.hpp"

namespace quoth::host {

struct xml_attribute {
  std::string name, value;          ///< the value with its entities replaced
  source_range where, value_where;  ///< of the name; of the value, without its marks
};

struct xml_element {
  std::string name;
  source_range where;                     ///< of the name in its start tag
  std::vector<xml_attribute> attributes;  ///< without namespace declarations and xsi: attributes
  std::vector<xml_element> children;
  std::string text;         ///< all character data directly inside, white space included
  source_range text_where;  ///< of the first character data that is not white space
  [[nodiscard]] bool has_words() const { return text_where.end > 0; }

  [[nodiscard]] const xml_attribute* attribute(std::string_view attribute_name) const;
};

/// The root of the file that `problems` is about; nothing where the file is not well-formed or
/// holds what check_markup refuses, which is then among the problems.
[[nodiscard]] std::optional<xml_element> parse_xml(problem_list& problems);

}  // namespace quoth::host

#endif
