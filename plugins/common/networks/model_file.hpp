// Files of trained networks: a name, numbers, and a checksum over both. Little-endian, without
// padding.
//
// Thread rule: a model_file belongs to one thread; a linear_layer is immutable once read and may be
// shared.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "integer_products.hpp"

namespace quoth::networks {

// what() reads "FILE: reason; what to do".
class model_error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// A product with 8-bit weights: bias + step * (weights · activations), a step an output.
struct linear_layer {
  std::size_t outputs = 0;
  std::vector<weight_matrix> parts;  // of consecutive inputs
  std::vector<float> steps, biases;
};

// Reads one from its bytes, in order. Every function throws model_error where the bytes end before
// what it reads, or what it reads cannot be.
class model_file {
 public:
  // Takes the name and checks the sum. `name`: the first bytes of the file; `what`: "a tagger
  // model"; `advice`: what to do about one that is none. `bytes` and the views must outlive this.
  model_file(std::string_view bytes, std::string_view file, std::string_view name,
             std::string_view what, std::string_view advice);

  [[noreturn]] void fail(const std::string& reason) const;

  [[nodiscard]] std::uint32_t number();
  [[nodiscard]] std::vector<std::uint32_t> numbers(std::size_t count);
  // A number within what a model may have.
  [[nodiscard]] std::uint32_t size(const char* what, std::uint32_t least, std::uint32_t most);
  // The same, of numbers that must be multiples.
  [[nodiscard]] std::uint32_t width(const char* what, std::uint32_t multiple, std::uint32_t most);

  [[nodiscard]] float finite(const char* what);
  [[nodiscard]] float step(const char* what);  // a positive number
  [[nodiscard]] std::vector<float> floats(std::size_t count);
  [[nodiscard]] std::vector<std::int8_t> small(std::size_t count);  // -127 to 127
  [[nodiscard]] std::string_view text(std::size_t size);

  // The weights of each output in turn, then the steps, then the biases.
  [[nodiscard]] linear_layer linear(std::size_t outputs, std::span<const std::size_t> parts);
  [[nodiscard]] linear_layer linear(std::size_t outputs, std::size_t inputs);

  void expect_end() const;

 private:
  void need(std::size_t count, std::size_t size) const;
  template <typename T>
  std::vector<T> many(std::size_t count);

  std::string_view bytes_, file_, advice_;
  std::size_t at_ = 0;
};

}  // namespace quoth::networks
