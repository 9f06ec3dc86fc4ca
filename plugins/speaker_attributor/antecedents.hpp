// What a noun that points back means: "the mayor", "the engineer", "the bank", "the film".
#pragma once

#include <cstdint>

#include "discourse.hpp"

namespace quoth::speakers {

// The entity that a nominal reference means, or nothing where it begins one.
[[nodiscard]] std::uint32_t antecedent_of(const reference& r, const discourse& known);

}  // namespace quoth::speakers
