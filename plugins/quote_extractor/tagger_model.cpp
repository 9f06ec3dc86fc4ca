#include "tagger_model.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "word_features.hpp"

static_assert(std::endian::native == std::endian::little, "model files are little-endian");

namespace quoth::quotes {
namespace {

constexpr std::string_view magic = "QTHTAG03";
constexpr std::uint32_t index_bits = 12;
constexpr std::uint32_t distance_rows = 45, kind_rows = 2, sentence_rows = 3;
constexpr std::int32_t input_offset = 64;  // makes signed inputs activations

std::uint64_t checksum(std::string_view bytes) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
}

class model_reader {
 public:
  model_reader(std::string_view bytes, std::string_view file) : bytes_(bytes), file_(file) {}

  [[noreturn]] void fail(const std::string& reason) const {
    throw model_error(file_ + ": " + reason +
                      "; copy the file again, train it anew (train/rebuild_taggers.sh) or run with "
                      "model=\"none\"");
  }

  void need(std::size_t count, std::size_t size) const {
    if (count > (bytes_.size() - at_) / size) {
      fail("ends in the middle of the model");
    }
  }

  template <typename T>
  void read(T* out, std::size_t count) {
    need(count, sizeof(T));
    if (count == 0) return;  // then `out` may be null
    std::memcpy(out, bytes_.data() + at_, count * sizeof(T));
    at_ += count * sizeof(T);
  }

  template <typename T>
  T one() {
    T value;
    read(&value, 1);
    return value;
  }

  template <typename T>
  std::vector<T> many(std::size_t count) {
    need(count, sizeof(T));
    std::vector<T> values(count);
    read(values.data(), count);
    return values;
  }

  // A count or size within what a model may have.
  std::uint32_t size(const char* what, std::uint32_t least, std::uint32_t most) {
    const auto value = one<std::uint32_t>();
    if (value < least || value > most) {
      fail(std::string(what) + " is " + std::to_string(value) + ", not " + std::to_string(least) +
           " to " + std::to_string(most));
    }
    return value;
  }

  // The same, of numbers that must be multiples.
  std::uint32_t width(const char* what, std::uint32_t multiple, std::uint32_t most) {
    const std::uint32_t value = size(what, multiple, most);
    if (value % multiple != 0) {
      fail(std::string(what) + " is " + std::to_string(value) + ", no multiple of " +
           std::to_string(multiple));
    }
    return value;
  }

  float finite(const char* what) {
    const auto value = one<float>();
    if (!std::isfinite(value)) fail(std::string(what) + " is no finite number");
    return value;
  }

  float step(const char* what) {
    const auto value = one<float>();
    if (!(value > 0) || !std::isfinite(value)) fail(std::string(what) + " is no positive number");
    return value;
  }

  std::vector<float> floats(std::size_t count) {
    std::vector<float> values = many<float>(count);
    for (const float v : values) {
      if (!std::isfinite(v)) fail("a weight is no finite number");
    }
    return values;
  }

  std::vector<std::int8_t> small(std::size_t count) {
    std::vector<std::int8_t> values = many<std::int8_t>(count);
    if (std::ranges::find(values, std::int8_t{-128}) != values.end()) {
      fail("a weight is out of range");
    }
    return values;
  }

  linear_layer linear(std::size_t outputs, std::span<const std::size_t> parts) {
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

  linear_layer linear(std::size_t outputs, std::size_t inputs) {
    return linear(outputs, std::array{inputs});
  }

  std::vector<convolution> convolutions(std::size_t width) {
    std::vector<convolution> layers(size("the number of layers", 1, 16));
    for (convolution& layer : layers) {
      layer.dilation = size("a dilation", 1, 16);
      layer.step = step("a step");
      layer.linear = linear(width, std::array{width, width, width});
    }
    return layers;
  }

  form_table forms(std::size_t row_size) {
    form_table table;
    table.size = row_size;
    table.hashes = many<std::uint32_t>(size("the number of forms", 0, 1U << 20));
    if (!std::ranges::is_sorted(table.hashes)) fail("forms are out of order");
    table.rows = small((table.hashes.size() + 1) * row_size);
    table.first.resize((1U << index_bits) + 1);
    for (std::size_t i = 0; i < table.first.size(); ++i) {
      const std::uint64_t least = static_cast<std::uint64_t>(i) << (32 - index_bits);
      table.first[i] = static_cast<std::uint32_t>(
          std::ranges::lower_bound(table.hashes, least, {}, [](std::uint64_t h) { return h; }) -
          table.hashes.begin());
    }
    return table;
  }

  tagger_network network(std::size_t pretrained, std::size_t hashed);

  [[nodiscard]] bool at_end() const { return at_ == bytes_.size(); }

 private:
  std::string_view bytes_;
  std::string file_;
  std::size_t at_ = 0;
};

// What the offset of signed inputs adds to every sum.
std::vector<std::int32_t> offsets_of(const linear_layer& input) {
  std::vector<std::int32_t> offsets(input.parts[0].padded_outputs());
  for (std::size_t part = 0; part < input.parts.size(); ++part) {
    const weight_matrix& weights = input.parts[part];
    const std::vector<std::uint8_t> ones(weights.inputs(), input_offset);
    std::vector<std::int32_t> sums(offsets.size());
    const factor all[] = {{ones.data(), &weights}};
    sum_products(instruction_set::scalar, all, ones.size(), 1, sums.data());
    for (std::size_t o = 0; o < offsets.size(); ++o) offsets[o] += (part == 0 ? 2 : 1) * sums[o];
  }
  return offsets;
}

tagger_network model_reader::network(std::size_t pretrained, std::size_t hashed) {
  tagger_network n;
  n.width = width("the width", 16, 512);
  n.narrow = width("the narrow width", 16, 512);
  const std::size_t own = width("the size of own vectors", 4, 256);
  n.own = forms(own);
  n.prefixes = small(hashed * own);
  n.suffixes = small(hashed * own);
  n.feature_table = floats(feature_rows * n.width);
  n.input = linear(n.width, std::array{pretrained, own});
  n.input_offsets = offsets_of(n.input);
  n.layers = convolutions(n.width);
  n.output_step = step("a step");
  n.anchors = linear(anchor_kinds, n.width);
  n.near = linear(n.narrow, n.width);
  n.anchor = linear(n.narrow, n.width);
  n.distances = floats(distance_rows * n.narrow);
  n.roles = floats(attribution_roles * n.narrow);
  n.kinds = floats(kind_rows * n.narrow);
  n.sentences = floats(sentence_rows * n.narrow);
  n.narrow_layers = convolutions(n.narrow);
  n.narrow_step = step("a step");
  n.labels = linear(tagger_labels, n.narrow);
  n.valid = linear(1, n.narrow);
  return n;
}

}  // namespace

const std::int8_t* form_table::of(std::uint32_t hash) const noexcept {
  const std::uint32_t slot = hash >> (32 - index_bits);
  const auto begin = hashes.begin() + first[slot], end = hashes.begin() + first[slot + 1];
  const auto found = std::lower_bound(begin, end, hash);
  const bool known = found != end && *found == hash;
  const auto row = known ? static_cast<std::size_t>(found - hashes.begin()) + 1 : 0;
  return rows.data() + row * size;
}

std::uint32_t tagger_network::radius() const {
  std::uint32_t words = 0;
  for (const convolution& layer : layers) words += layer.dilation;
  return words;
}

std::uint32_t tagger_model::radius() const {
  std::uint32_t widest = 0;
  for (const tagger_network& network : networks) widest = std::max(widest, network.radius());
  return widest;
}

tagger_model tagger_model::read(std::string_view bytes, std::string_view file) {
  model_reader in(bytes, file);
  if (!bytes.starts_with(magic)) in.fail("is no tagger model of this version");
  if (bytes.size() < magic.size() + sizeof(std::uint64_t)) in.fail("is cut short");
  std::uint64_t expected = 0;
  const std::string_view body = bytes.substr(0, bytes.size() - sizeof expected);
  std::memcpy(&expected, bytes.data() + body.size(), sizeof expected);
  if (checksum(body) != expected) {
    in.fail("is damaged or cut short (checksum)");
  }
  model_reader body_in(body, file);
  body_in.many<char>(magic.size());
  tagger_model m;
  if (body_in.one<std::uint32_t>() != feature_rows) body_in.fail("was made for other features");
  m.networks.resize(body_in.size("the number of networks", 1, 8));
  const std::size_t pretrained = body_in.width("the size of vectors", 4, 256);
  m.hashed = body_in.size("the number of hashed rows", 1, 1U << 20);
  m.threshold = body_in.finite("the threshold");
  m.threshold_named = body_in.finite("the threshold of sources by name");
  m.nested = body_in.one<std::uint32_t>() != 0;
  for (auto& from : m.chain) {
    for (float& to : from) to = body_in.finite("a weight of the chain");
  }
  m.pretrained = body_in.forms(pretrained);
  for (tagger_network& network : m.networks) network = body_in.network(pretrained, m.hashed);
  if (!body_in.at_end()) body_in.fail("has bytes behind its end");
  return m;
}

}  // namespace quoth::quotes
