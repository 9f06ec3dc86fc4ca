// What an attribute of a pipeline may hold: one table of value types behind the check, the XSD,
// `quoth plugins` and the messages.
#ifndef QUOTH_HOST_PIPELINE_ATTRIBUTE_RULE_HPP
#define QUOTH_HOST_PIPELINE_ATTRIBUTE_RULE_HPP

#include <quoth/abi.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "host/plugin/value.hpp"
#include "host/result.hpp"

namespace quoth::host {

/// One attribute of an element: a parameter of a stage, or one of the host's own.
struct attribute_rule {
  std::string name;
  std::uint32_t type = QUOTH_PARAM_STRING;  ///< QUOTH_PARAM_*
  std::string doc;
  bool required = false;
  bool variables = true;    ///< may hold ${name}
  bool identifier = false;  ///< STRING: made of letters, digits, "_", "." and "-"
  bool not_empty = false;   ///< STRING: at least one character
  std::vector<std::string> choices = {};
  std::optional<std::pair<double, double>> range = {};  ///< inclusive
  value preset = {};  ///< the default; FILE and OUTPUT as they would stand in XML
};

[[nodiscard]] attribute_rule rule_of(const quoth_param& parameter);

/// Where FILE and OUTPUT values are looked for. All paths absolute.
struct path_bases {
  std::filesystem::path pipeline_folder, resources, output, working_directory;
  std::vector<std::filesystem::path> search_path;
};

/// Turns a text into a value of the rule's type. A path with `from_command_line` is relative to
/// the working directory. The failure's message says what was expected: "expected a whole number
/// from 1 to 20".
result<value> convert(const attribute_rule& rule, std::string_view text, const path_bases& bases,
                      bool from_command_line);

/// "bool", "int", …: the type as the documentation calls it.
[[nodiscard]] std::string_view type_name(std::uint32_t type);

/// What a value must be, to stand behind "expected": "a whole number from 1 to 20".
[[nodiscard]] std::string expectation_of(const attribute_rule& rule);

/// The range as text, "from 1 to 20", "of at least 1"; empty without one.
[[nodiscard]] std::string range_of(const attribute_rule& rule);

/// The type in XML Schema: a base type and the facets that narrow it, without ${name}.
struct schema_type {
  std::string base;                                         ///< "xs:long"
  std::vector<std::pair<std::string, std::string>> facets;  ///< {"minInclusive", "1"}
};
[[nodiscard]] schema_type schema_type_of(const attribute_rule& rule);

}  // namespace quoth::host

#endif
