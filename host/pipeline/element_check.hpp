// Checks one element against its rule: attributes converted, children in their order.
#ifndef QUOTH_HOST_PIPELINE_ELEMENT_CHECK_HPP
#define QUOTH_HOST_PIPELINE_ELEMENT_CHECK_HPP

#include <vector>

#include "host/pipeline/attribute_rule.hpp"
#include "host/pipeline/diagnostic.hpp"
#include "host/pipeline/grammar.hpp"
#include "host/pipeline/variables.hpp"
#include "host/pipeline/xml_tree.hpp"
#include "host/plugin/value.hpp"

namespace quoth::host {

/// What the attributes of an element are worth where it stands.
struct attribute_scope {
  const variable_table& variables;
  const path_bases& bases;
  problem_list& problems;
};

/// The values of an element's attributes, in the order of the rule's; the default where one is not
/// given, value::none() where there is none or where it is at fault. Adds problems for unknown,
/// missing and unusable attributes.
[[nodiscard]] std::vector<value> read_attributes(const xml_element& element,
                                                 const element_rule& rule,
                                                 const attribute_scope& scope);

/// Adds problems for text and children that the rule does not allow there. The children of a rule
/// whose content is stages are not looked at, but for being there.
void check_content(const xml_element& element, const element_rule& rule, problem_list& problems);

}  // namespace quoth::host

#endif
