// Products of rows of small numbers with a matrix of weights, in integers: activations of 7 bits
// (0 to 127), weights of 8 (-127 to 127), sums of 32; and how states become activations again. No
// sum of two products leaves 16 bits, and products of floats are not fused with sums, so every
// instruction set gives the same numbers, bit for bit.
//
// Thread rule: all functions are pure; a weight_matrix is immutable once made and may be shared.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace quoth::networks {

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

// Rows of activations and what they are multiplied with; a row has weights->inputs() bytes.
struct factor {
  const std::uint8_t* activations = nullptr;
  const weight_matrix* weights = nullptr;
};

// sums[row] = activations[row] · weights, summed over the factors, for `rows` rows, each `stride`
// bytes after the one before. The factors' weights have equal outputs; `sums` has rows of
// padded_outputs.
void sum_products(instruction_set set, std::span<const factor> factors, std::size_t stride,
                  std::size_t rows, std::int32_t* sums);

// out[i] = x[i] / step, rounded to nearest even, as far as 0 to 127 go. `count` is a multiple
// of 16.
void round_states(instruction_set set, const float* x, std::size_t count, float step,
                  std::uint8_t* out);

// Adds to the states x what a layer makes of its sums, steps[o] * sums[o] + biases[o], and rounds
// them as above. Rows of `width`, a multiple of 16.
void add_layer(instruction_set set, const std::int32_t* sums, const float* steps,
               const float* biases, std::size_t width, std::size_t rows, float* x, float step,
               std::uint8_t* out);

}  // namespace quoth::networks
