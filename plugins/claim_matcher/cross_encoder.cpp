#include "cross_encoder.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <span>

namespace quoth::matching {

namespace {

using model = cross_encoder_model;

constexpr std::string_view magic = "QTHCRE01";
constexpr std::size_t lanes = 16;  // numbers that are summed apart, whatever the machine
constexpr float most_rounded = 127.0F;
constexpr float rounding = 12582912.0F;  // 1.5 · 2^23: a sum with it is rounded to an integer
constexpr float epsilon = 1e-12F;

// The bits behind the integer part that `rounding` leaves in a number.
std::int32_t integer_of(float rounded) {
  return std::bit_cast<std::int32_t>(rounded) - std::bit_cast<std::int32_t>(rounding);
}

// e^x for x of at most 0, to 2 parts in 10 million: 2^i times a polynomial of the rest (the Taylor
// series), the same on every machine.
float exponential(float x) {
  constexpr float log2_e = 1.44269504F, ln_2 = 0.69314718F;
  const float t = std::max(x, -87.0F) * log2_e;
  const float whole = t + rounding;
  const float rest = (t - (whole - rounding)) * ln_2;
  float sum = 1.0F / 720.0F;
  for (const float c : {1.0F / 120.0F, 1.0F / 24.0F, 1.0F / 6.0F, 0.5F, 1.0F, 1.0F}) {
    sum = sum * rest + c;
  }
  const std::int32_t power = integer_of(whole);
  return std::bit_cast<float>(std::bit_cast<std::int32_t>(sum) + power * (1 << 23));
}

// Gaussian error linear units (Hendrycks and Gimpel 2016): x times the share of a normal
// distribution that is below it, which is read from a table.
class gelu_table {
 public:
  gelu_table() : shares_(static_cast<std::size_t>(2 * reach * per_unit) + 2) {
    for (std::size_t i = 0; i < shares_.size(); ++i) {
      const double x = static_cast<double>(i) / per_unit - reach;
      shares_[i] = static_cast<float>(0.5 * std::erfc(-x / std::sqrt(2.0)));
    }
  }
  [[nodiscard]] float operator()(float x) const {
    const float at = (std::clamp(x, -reach, reach) + reach) * per_unit;
    const auto below = static_cast<std::size_t>(at);
    const float rest = at - static_cast<float>(below);
    return x * (shares_[below] + rest * (shares_[below + 1] - shares_[below]));
  }

 private:
  static constexpr float reach = 6.0F, per_unit = 128.0F;
  std::vector<float> shares_;
};

void gelu(std::span<float> x) {
  static const gelu_table table;
  for (float& one : x) one = table(one);
}

// Sums in the same order on every machine. `count` is a multiple of `lanes`.
template <class Term>
float sum(std::size_t count, Term term) {
  std::array<float, lanes> parts{};
  for (std::size_t i = 0; i < count; i += lanes) {
    for (std::size_t k = 0; k < lanes; ++k) parts[k] += term(i + k);
  }
  float all = 0.0F;
  for (const float part : parts) all += part;
  return all;
}

void normalise(const model::normalisation& norm, std::span<float> x) {
  const auto size = static_cast<float>(x.size());
  const float mean = sum(x.size(), [&](std::size_t i) { return x[i]; }) / size;
  const float variance =
      sum(x.size(), [&](std::size_t i) { return (x[i] - mean) * (x[i] - mean); }) / size;
  const float scale = 1.0F / std::sqrt(variance + epsilon);
  for (std::size_t i = 0; i < x.size(); ++i) {
    x[i] = (x[i] - mean) * scale * norm.gains[i] + norm.biases[i];
  }
}

class reader : public networks::model_file {
 public:
  reader(std::string_view bytes, std::string_view file)
      : model_file(bytes, file, magic, "cross-encoder",
                   "install the plugin again, train the model anew "
                   "(train/rebuild_retellings.sh) or run with model=\"fast\"") {}

  model::product product(std::size_t outputs, std::size_t inputs) {
    model::product made{linear(outputs, inputs), {}};
    const networks::weight_matrix& weights = made.linear.parts[0];
    const std::vector<std::uint8_t> ones(inputs, 1);
    std::vector<std::int32_t> sums(weights.padded_outputs());
    const networks::factor all[] = {{ones.data(), &weights}};
    sum_products(networks::instruction_set::scalar, all, inputs, 1, sums.data());
    for (std::size_t o = 0; o < outputs; ++o) {
      made.sums.push_back(made.linear.steps[o] * static_cast<float>(sums[o]));
    }
    return made;
  }

  model::normalisation normalisation(std::size_t size) {
    std::vector<float> gains = floats(size);
    return {std::move(gains), floats(size)};
  }

  std::uint32_t piece(const word_pieces& pieces, std::string_view form) {
    const std::uint32_t number = pieces.number_of(form);
    if (number == word_pieces::none) fail("has no piece " + std::string(form));
    return number;
  }
};

}  // namespace

cross_encoder_model cross_encoder_model::read(std::string_view bytes, std::string_view file) {
  reader in(bytes, file);
  cross_encoder_model m;
  m.size = in.width("the size of a state", lanes, 1024);
  m.heads = in.size("the number of heads", 1, 64);
  if (m.size % m.heads != 0) in.fail("heads of unequal sizes");
  const std::size_t wide = in.width("the size of the wide layer", lanes, 4096);
  const std::size_t layers = in.size("the number of layers", 1, 24);
  m.most_of_claim = in.size("the most pieces of a claim", 1, 512);
  m.most_of_statement = in.size("the most pieces of a statement", 1, 512);
  const std::size_t count = in.size("the number of pieces", 1, 1U << 17);
  m.pieces = word_pieces(std::string(in.text(in.size("the size of the pieces", 1, 1U << 22))));
  if (m.pieces.size() != count) in.fail("has another number of pieces than vectors");
  m.first = in.piece(m.pieces, "[CLS]");
  m.end = in.piece(m.pieces, "[SEP]");
  m.unknown = in.piece(m.pieces, "[UNK]");
  m.vectors = in.small(count * m.size);
  m.steps = in.floats(count);
  m.positions = in.floats((m.most_of_claim + m.most_of_statement + 3) * m.size);
  m.second = in.floats(m.size);
  m.input = in.normalisation(m.size);
  for (std::size_t i = 0; i < layers; ++i) {
    layer& one = m.layers.emplace_back();
    one.seen = in.product(3 * m.size, m.size);
    one.attended = in.product(m.size, m.size);
    one.after_attention = in.normalisation(m.size);
    one.wide = in.product(wide, m.size);
    one.narrow = in.product(m.size, wide);
    one.after_narrow = in.normalisation(m.size);
  }
  m.hidden = in.product(m.size, 2 * m.size);
  m.output = in.product(classes, m.size);
  m.weight = in.finite("a weight");
  m.weight_of_trees = in.finite("a weight");
  for (float& gain : m.gains) gain = in.finite("a weight");
  in.expect_end();
  return m;
}

cross_encoder::cross_encoder(std::shared_ptr<const cross_encoder_model> model,
                             networks::instruction_set set)
    : model_(std::move(model)), set_(set) {}

void cross_encoder::read_claim(std::string_view text) {
  if (text == claim_text_ && !claim_.empty()) return;
  claim_text_ = text;
  read_.clear();
  claim_.assign(1, model_->first);
  model_->pieces.cut(text, model_->most_of_claim, model_->unknown, claim_);
  claim_.push_back(model_->end);
}

// The pieces' vectors, and what their places add.
void cross_encoder::embed() {
  const std::size_t size = model_->size;
  states_.resize(rows_ * size);
  for (std::size_t row = 0; row < rows_; ++row) {
    const std::span<float> x(states_.data() + row * size, size);
    const std::int8_t* vector = model_->vectors.data() + pieces_[row] * size;
    const float* position = model_->positions.data() + row * size;
    const float step = model_->steps[pieces_[row]];
    const float in_second = row < claim_.size() ? 0.0F : 1.0F;
    for (std::size_t i = 0; i < size; ++i) {
      x[i] = step * static_cast<float>(vector[i]) + position[i] + in_second * model_->second[i];
    }
    normalise(model_->input, x);
  }
}

// out = product of `rows` rows of x. A row's inputs are rounded to 128 steps from its least to its
// greatest.
void cross_encoder::apply(const cross_encoder_model::product& product, const std::vector<float>& x,
                          std::size_t rows, std::vector<float>& out) {
  const networks::linear_layer& linear = product.linear;
  const std::size_t inputs = linear.parts[0].inputs();
  const std::size_t padded = linear.parts[0].padded_outputs();
  least_.resize(rows);
  steps_.resize(rows);
  rounded_.resize(rows * inputs);
  for (std::size_t row = 0; row < rows; ++row) {
    const float* from = x.data() + row * inputs;
    std::uint8_t* to = rounded_.data() + row * inputs;
    std::array<float, lanes> low{}, high{};
    std::copy_n(from, lanes, low.begin());
    std::copy_n(from, lanes, high.begin());
    for (std::size_t i = 0; i < inputs; i += lanes) {
      for (std::size_t k = 0; k < lanes; ++k) {
        low[k] = from[i + k] < low[k] ? from[i + k] : low[k];
        high[k] = from[i + k] > high[k] ? from[i + k] : high[k];
      }
    }
    const float lowest = *std::ranges::min_element(low);
    const float range = *std::ranges::max_element(high) - lowest;
    const float scale = range > 0.0F ? most_rounded / range : 0.0F;
    for (std::size_t i = 0; i < inputs; ++i) {
      to[i] = static_cast<std::uint8_t>(integer_of((from[i] - lowest) * scale + rounding));
    }
    least_[row] = lowest;
    steps_[row] = range / most_rounded;
  }
  sums_.resize(rows * padded);
  const networks::factor all[] = {{rounded_.data(), linear.parts.data()}};
  sum_products(set_, all, inputs, rows, sums_.data());
  out.resize(rows * linear.outputs);
  for (std::size_t row = 0; row < rows; ++row) {
    const std::int32_t* from = sums_.data() + row * padded;
    float* to = out.data() + row * linear.outputs;
    for (std::size_t o = 0; o < linear.outputs; ++o) {
      to[o] = steps_[row] * (linear.steps[o] * static_cast<float>(from[o])) +
              (least_[row] * product.sums[o] + linear.biases[o]);
    }
  }
}

// Scaled dot-product attention of every head; `seen_` has queries, keys and values, `wide_` takes
// the result.
void cross_encoder::attend() {
  const std::size_t size = model_->size, stride = 3 * size, head = size / model_->heads;
  const float scale = 1.0F / std::sqrt(static_cast<float>(head));
  wide_.assign(rows_ * size, 0.0F);
  keys_.resize(head * rows_);
  weights_.resize(rows_);
  for (std::size_t at = 0; at < size; at += head) {
    for (std::size_t row = 0; row < rows_; ++row) {
      const float* key = seen_.data() + row * stride + size + at;
      for (std::size_t i = 0; i < head; ++i) keys_[i * rows_ + row] = key[i];
    }
    for (std::size_t row = 0; row < rows_; ++row) {
      const float* query = seen_.data() + row * stride + at;
      std::ranges::fill(weights_, 0.0F);
      for (std::size_t i = 0; i < head; ++i) {
        const float q = query[i] * scale;
        const float* key = keys_.data() + i * rows_;
        for (std::size_t k = 0; k < rows_; ++k) weights_[k] += q * key[k];
      }
      const float most = *std::ranges::max_element(weights_);
      for (float& weight : weights_) weight = exponential(weight - most);
      float all = 0.0F;
      for (const float weight : weights_) all += weight;
      float* out = wide_.data() + row * size + at;
      for (std::size_t k = 0; k < rows_; ++k) {
        const float share = weights_[k] / all;
        const float* value = seen_.data() + k * stride + 2 * size + at;
        for (std::size_t i = 0; i < head; ++i) out[i] += share * value[i];
      }
    }
  }
}

// Adds `change_` to the states.
void cross_encoder::add_normalised(const cross_encoder_model::normalisation& norm) {
  const std::size_t size = model_->size;
  for (std::size_t i = 0; i < states_.size(); ++i) states_[i] += change_[i];
  for (std::size_t row = 0; row < rows_; ++row) {
    normalise(norm, std::span<float>(states_.data() + row * size, size));
  }
}

const cross_encoder::likelihoods& cross_encoder::read_statement(std::string_view text) {
  const auto [known, fresh] = read_.try_emplace(std::string(text));
  if (fresh) known->second = read(text);
  return known->second;
}

cross_encoder::likelihoods cross_encoder::read(std::string_view statement) {
  const cross_encoder_model& m = *model_;
  pieces_ = claim_;
  m.pieces.cut(statement, m.most_of_statement, m.unknown, pieces_);
  pieces_.push_back(m.end);
  rows_ = pieces_.size();
  embed();
  for (const model::layer& layer : m.layers) {
    apply(layer.seen, states_, rows_, seen_);
    attend();
    apply(layer.attended, wide_, rows_, change_);
    add_normalised(layer.after_attention);
    apply(layer.wide, states_, rows_, wide_);
    gelu(wide_);
    apply(layer.narrow, wide_, rows_, change_);
    add_normalised(layer.after_narrow);
  }
  // The state of [CLS], and the mean of the claim's.
  pooled_.assign(2 * m.size, 0.0F);
  std::copy_n(states_.begin(), m.size, pooled_.begin());
  for (std::size_t row = 0; row < claim_.size(); ++row) {
    for (std::size_t i = 0; i < m.size; ++i) pooled_[m.size + i] += states_[row * m.size + i];
  }
  for (std::size_t i = 0; i < m.size; ++i) {
    pooled_[m.size + i] /= static_cast<float>(claim_.size());
  }
  apply(m.hidden, pooled_, 1, wide_);
  gelu(wide_);
  apply(m.output, wide_, 1, change_);
  const float most = *std::max_element(change_.begin(), change_.end());
  likelihoods out{};
  double all = 0.0;
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i] = static_cast<double>(exponential(change_[i] - most));
    all += out[i];
  }
  for (double& one : out) one /= all;
  return out;
}

}  // namespace quoth::matching
