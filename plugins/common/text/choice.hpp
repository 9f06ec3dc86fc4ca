// The names of the values that a column may have. For the sources of plugins: this header sees the
// SDK.
#pragma once

#include <cstddef>
#include <quoth/plugin.hpp>
#include <string_view>

namespace quoth::text {

// The name of an enumeration's value, as its layer's column says; "unknown" for a value of a newer
// plugin.
template <auto Member, class Layer, class Enum>
[[nodiscard]] std::string_view choice(Enum value) {
  using traits = quoth::detail::layer_traits<Layer>;
  constexpr const auto& names =
      traits::template column_at<traits::template index_of<Member>()>().choices;
  const auto at = static_cast<std::size_t>(value);
  return at < names.size() ? names[at] : "unknown";
}

}  // namespace quoth::text
