#include "model_file.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>

static_assert(std::endian::native == std::endian::little, "model files are little-endian");

namespace quoth::networks {
namespace {

// FNV-1a (Fowler, Noll, Vo).
std::uint64_t checksum(std::string_view bytes) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
}

}  // namespace

model_file::model_file(std::string_view bytes, std::string_view file, std::string_view name,
                       std::string_view what, std::string_view advice)
    : bytes_(bytes), file_(file), advice_(advice) {
  if (!bytes.starts_with(name)) fail("is no " + std::string(what) + " of this version");
  if (bytes.size() < name.size() + sizeof(std::uint64_t)) fail("is cut short");
  std::uint64_t expected = 0;
  bytes_.remove_suffix(sizeof expected);
  std::memcpy(&expected, bytes.data() + bytes_.size(), sizeof expected);
  if (checksum(bytes_) != expected) fail("is damaged or cut short (checksum)");
  at_ = name.size();
}

void model_file::fail(const std::string& reason) const {
  throw model_error(std::string(file_) + ": " + reason + "; " + std::string(advice_));
}

void model_file::need(std::size_t count, std::size_t size) const {
  if (count > (bytes_.size() - at_) / size) fail("ends in the middle of the model");
}

template <typename T>
std::vector<T> model_file::many(std::size_t count) {
  need(count, sizeof(T));
  std::vector<T> values(count);
  if (count == 0) return values;
  std::memcpy(values.data(), bytes_.data() + at_, count * sizeof(T));
  at_ += count * sizeof(T);
  return values;
}

std::uint32_t model_file::number() {
  return many<std::uint32_t>(1)[0];
}

std::vector<std::uint32_t> model_file::numbers(std::size_t count) {
  return many<std::uint32_t>(count);
}

std::uint32_t model_file::size(const char* what, std::uint32_t least, std::uint32_t most) {
  const std::uint32_t value = number();
  if (value < least || value > most) {
    fail(std::string(what) + " is " + std::to_string(value) + ", not " + std::to_string(least) +
         " to " + std::to_string(most));
  }
  return value;
}

std::uint32_t model_file::width(const char* what, std::uint32_t multiple, std::uint32_t most) {
  const std::uint32_t value = size(what, multiple, most);
  if (value % multiple != 0) {
    fail(std::string(what) + " is " + std::to_string(value) + ", no multiple of " +
         std::to_string(multiple));
  }
  return value;
}

float model_file::finite(const char* what) {
  const float value = many<float>(1)[0];
  if (!std::isfinite(value)) fail(std::string(what) + " is no finite number");
  return value;
}

float model_file::step(const char* what) {
  const float value = many<float>(1)[0];
  if (!(value > 0) || !std::isfinite(value)) fail(std::string(what) + " is no positive number");
  return value;
}

std::vector<float> model_file::floats(std::size_t count) {
  std::vector<float> values = many<float>(count);
  if (!std::ranges::all_of(values, [](float v) { return std::isfinite(v); })) {
    fail("a weight is no finite number");
  }
  return values;
}

std::vector<std::int8_t> model_file::small(std::size_t count) {
  std::vector<std::int8_t> values = many<std::int8_t>(count);
  if (std::ranges::find(values, std::int8_t{-128}) != values.end())
    fail("a weight is out of range");
  return values;
}

std::string_view model_file::text(std::size_t size) {
  need(size, 1);
  const std::string_view here = bytes_.substr(at_, size);
  at_ += size;
  return here;
}

linear_layer model_file::linear(std::size_t outputs, std::span<const std::size_t> parts) {
  linear_layer layer;
  layer.outputs = outputs;
  std::size_t inputs = 0;
  for (const std::size_t part : parts) inputs += part;
  const std::vector<std::int8_t> weights = small(outputs * inputs);
  std::size_t first = 0;
  for (const std::size_t part : parts) {
    layer.parts.emplace_back(weights, outputs, inputs, first, part);
    first += part;
  }
  layer.steps = floats(outputs);
  layer.biases = floats(outputs);
  return layer;
}

linear_layer model_file::linear(std::size_t outputs, std::size_t inputs) {
  return linear(outputs, std::array{inputs});
}

void model_file::expect_end() const {
  if (at_ != bytes_.size()) fail("has bytes behind its end");
}

}  // namespace quoth::networks
