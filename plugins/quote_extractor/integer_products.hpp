// Products of rows of small numbers with a matrix of weights, in integers: activations of 7 bits
// (0 to 127), weights of 8 (-127 to 127), sums of 32. No sum of two products leaves 16 bits, so
// every instruction set gives the same numbers, bit for bit.
//
// Thread rule: all functions are pure; a weight_matrix is immutable once made and may be shared.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace quoth::quotes {

enum class instruction_set : std::uint8_t { scalar, sse41, avx2, avx512_vnni };

// The widest that this machine has.
[[nodiscard]] instruction_set widest_instruction_set() noexcept;
[[nodiscard]] bool has(instruction_set wanted) noexcept;

// Weights packed for all instruction sets: four inputs of an output side by side, outputs padded
// with zeros to a multiple of 16.
class weight_matrix {
 public:
  weight_matrix() = default;
  // `weights`: `outputs` rows of `inputs` numbers, or columns `first` to `first + inputs` of rows
  // of `stride`. `inputs` is a multiple of 4.
  weight_matrix(std::span<const std::int8_t> weights, std::size_t outputs, std::size_t stride,
                std::size_t first, std::size_t inputs);

  [[nodiscard]] std::size_t inputs() const { return inputs_; }
  [[nodiscard]] std::size_t padded_outputs() const { return padded_; }
  [[nodiscard]] const std::int8_t* packed() const { return packed_.data(); }

 private:
  std::size_t inputs_ = 0, padded_ = 0;
  std::vector<std::int8_t> packed_;
};

// Adds to `sums` (rows of padded_outputs) the products of `rows` rows of activations, each
// weights.inputs() bytes and `stride` bytes after the one before.
void add_products(instruction_set set, const std::uint8_t* activations, std::size_t stride,
                  std::size_t rows, const weight_matrix& weights, std::int32_t* sums);

}  // namespace quoth::quotes
