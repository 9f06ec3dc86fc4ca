#include "tagger_model.hpp"

#include <algorithm>

#include "word_features.hpp"

namespace quoth::quotes {
namespace {

constexpr std::string_view magic = "QTHTAG03";
constexpr std::uint32_t index_bits = 12;
constexpr std::uint32_t distance_rows = 45, kind_rows = 2, sentence_rows = 3;
constexpr std::int32_t input_offset = 64;  // makes signed inputs activations

class model_reader : public networks::model_file {
 public:
  model_reader(std::string_view bytes, std::string_view file)
      : model_file(bytes, file, magic, "tagger model",
                   "copy the file again, train it anew (train/rebuild_taggers.sh) or run with "
                   "model=\"none\"") {}

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
    table.hashes = numbers(size("the number of forms", 0, 1U << 20));
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
  tagger_model m;
  if (in.number() != feature_rows) in.fail("was made for other features");
  m.networks.resize(in.size("the number of networks", 1, 8));
  const std::size_t pretrained = in.width("the size of vectors", 4, 256);
  m.hashed = in.size("the number of hashed rows", 1, 1U << 20);
  m.threshold = in.finite("the threshold");
  m.threshold_named = in.finite("the threshold of sources by name");
  m.nested = in.number() != 0;
  for (auto& from : m.chain) {
    for (float& to : from) to = in.finite("a weight of the chain");
  }
  m.pretrained = in.forms(pretrained);
  for (tagger_network& network : m.networks) network = in.network(pretrained, m.hashed);
  in.expect_end();
  return m;
}

}  // namespace quoth::quotes
