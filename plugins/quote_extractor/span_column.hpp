// Spans as the layers keep them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <quoth/layers.hpp>
#include <span>

namespace quoth::quotes {

// The spans of a layer's rows, as two columns of byte offsets.
struct span_column {
  std::span<const std::uint32_t> begins, ends;

  [[nodiscard]] std::size_t size() const { return begins.size(); }
  [[nodiscard]] quoth::span operator[](std::size_t i) const { return {begins[i], ends[i]}; }
};

}  // namespace quoth::quotes
