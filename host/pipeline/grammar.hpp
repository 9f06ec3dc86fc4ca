// The elements of a pipeline and their attributes: what the check, the XSD and the listings share.
#ifndef QUOTH_HOST_PIPELINE_GRAMMAR_HPP
#define QUOTH_HOST_PIPELINE_GRAMMAR_HPP

#include <quoth/abi.h>

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "host/pipeline/attribute_rule.hpp"

namespace quoth::host {

/// A child of an element, in the order in which they must stand.
struct child_rule {
  std::string name;
  bool required = false;
  bool repeated = false;
};

/// What may stand inside an element.
enum class content_rule {
  nothing,
  text,
  children,  ///< those of `children`, in their order
  stages     ///< one or more stages of `stage_kind`
};

struct element_rule {
  std::string name;
  std::string doc;
  std::vector<attribute_rule> attributes = {};
  content_rule content = content_rule::nothing;
  std::vector<child_rule> children = {};
  std::uint32_t stage_kind = 0;  ///< QUOTH_READER, QUOTH_ANNOTATOR, QUOTH_WRITER
};

/// The elements that the host owns, <pipeline> first.
[[nodiscard]] std::span<const element_rule> element_rules();

/// One of them, by name.
[[nodiscard]] const element_rule& rule_of_element(std::string_view name);

/// The element of a stage: the host's attributes, then the stage's parameters. Of the host's, the
/// positions below.
[[nodiscard]] element_rule rule_of_stage(const quoth_stage& stage);

inline constexpr std::size_t id_attribute = 0;
inline constexpr std::size_t timeout_attribute = 1;
inline constexpr std::size_t on_error_attribute = 2;  ///< steps only
/// How many attributes of a stage's element are the host's.
[[nodiscard]] std::size_t host_attributes(std::uint32_t stage_kind);

/// "reader", "step", "writer" and the element that holds such.
[[nodiscard]] std::string_view kind_name(std::uint32_t stage_kind);
[[nodiscard]] std::string_view kind_section(std::uint32_t stage_kind);

}  // namespace quoth::host

#endif
