// All instruction sets give the same sums, bit for bit.
#include <gtest/gtest.h>

#include <algorithm>
#include <networks/integer_products.hpp>
#include <random>
#include <vector>

namespace quoth::networks {
namespace {

constexpr instruction_set sets[] = {instruction_set::scalar, instruction_set::sse41,
                                    instruction_set::avx2, instruction_set::avx512_vnni};

struct problem {
  std::size_t rows, inputs, outputs;
  std::vector<std::uint8_t> activations;
  std::vector<std::int8_t> weights;
};

template <typename Activation, typename Weight>
problem make(std::size_t rows, std::size_t inputs, std::size_t outputs, Activation activation,
             Weight weight) {
  problem p{rows, inputs, outputs, {}, {}};
  for (std::size_t i = 0; i < rows * inputs; ++i) {
    p.activations.push_back(static_cast<std::uint8_t>(activation()));
  }
  for (std::size_t i = 0; i < outputs * inputs; ++i) {
    p.weights.push_back(static_cast<std::int8_t>(weight()));
  }
  return p;
}

std::vector<std::int32_t> plain_sums(const problem& p) {
  std::vector<std::int32_t> sums(p.rows * p.outputs);
  for (std::size_t r = 0; r < p.rows; ++r) {
    for (std::size_t o = 0; o < p.outputs; ++o) {
      for (std::size_t k = 0; k < p.inputs; ++k) {
        sums[r * p.outputs + o] +=
            int{p.activations[r * p.inputs + k]} * int{p.weights[o * p.inputs + k]};
      }
    }
  }
  return sums;
}

void expect_equal_on_all(const problem& p) {
  const std::vector<std::int32_t> expected = plain_sums(p);
  const weight_matrix weights(p.weights, p.outputs, p.inputs, 0, p.inputs);
  for (const instruction_set set : sets) {
    if (!has(set)) continue;
    const factor factors[] = {{p.activations.data(), &weights}, {p.activations.data(), &weights}};
    std::vector<std::int32_t> sums(p.rows * weights.padded_outputs(), 3);  // they are overwritten
    sum_products(set, factors, p.inputs, p.rows, sums.data());
    for (std::size_t r = 0; r < p.rows; ++r) {
      for (std::size_t o = 0; o < p.outputs; ++o) {
        ASSERT_EQ(sums[r * weights.padded_outputs() + o], expected[r * p.outputs + o] * 2)
            << "set " << static_cast<int>(set) << ", row " << r << ", output " << o;
      }
    }
  }
}

TEST(IntegerProducts, AreEqualOnAllInstructionSets) {
  std::mt19937 random(11);
  for (const std::size_t rows : {1, 3, 4, 8, 13}) {
    for (const std::size_t inputs : {4, 64, 100}) {
      for (const std::size_t outputs : {1, 7, 16, 48, 96}) {
        ASSERT_NO_FATAL_FAILURE(expect_equal_on_all(make(
            rows, inputs, outputs, [&] { return random() % 128; },
            [&] { return static_cast<int>(random() % 255) - 127; })));
      }
    }
  }
}

TEST(IntegerProducts, TheLargestNumbersDoNotSaturate) {
  for (const int weight : {127, -127}) {
    expect_equal_on_all(make(
        5, 96, 32, [] { return 127; }, [&] { return weight; }));
  }
}

TEST(IntegerProducts, StatesAreRoundedAlikeOnAllInstructionSets) {
  constexpr std::size_t width = 48, rows = 5, size = width * rows;
  std::mt19937 random(12);
  std::uniform_real_distribution<float> states(-40.0F, 60.0F), weights(-0.01F, 0.01F);
  std::vector<std::int32_t> sums(size);
  std::vector<float> steps(width), biases(width), before(size);
  for (auto& sum : sums) sum = static_cast<std::int32_t>(random() % 20001) - 10000;
  for (auto& step : steps) step = weights(random);
  for (auto& bias : biases) bias = weights(random);
  for (auto& state : before) state = states(random);
  before[3] = 1e30F;
  before[4] = 0.25F * 0.4F;  // a tie, but for what the layer adds
  std::vector<float> expected_states;
  std::vector<std::uint8_t> expected, expected_before;
  for (const instruction_set set : sets) {
    if (!has(set)) continue;
    std::vector<float> x = before;
    std::vector<std::uint8_t> rounded(size), rounded_before(size);
    round_states(set, x.data(), size, 0.4F, rounded_before.data());
    add_layer(set, sums.data(), steps.data(), biases.data(), width, rows, x.data(), 0.4F,
              rounded.data());
    if (expected.empty()) {
      expected_states = x, expected = rounded, expected_before = rounded_before;
      EXPECT_EQ(expected[3], 127);
      EXPECT_EQ(*std::ranges::min_element(expected), 0);
    }
    EXPECT_EQ(x, expected_states) << static_cast<int>(set);
    EXPECT_EQ(rounded, expected) << static_cast<int>(set);
    EXPECT_EQ(rounded_before, expected_before) << static_cast<int>(set);
  }
}

TEST(IntegerProducts, AWeightMatrixTakesSomeColumns) {
  const std::vector<std::int8_t> weights{1, 2, 3, 4, 5, 6, 7, 8, -1, -2, -3, -4, -5, -6, -7, -8};
  const weight_matrix right(weights, 2, 8, 4, 4);
  const std::vector<std::uint8_t> activations{1, 1, 1, 2};
  std::vector<std::int32_t> sums(right.padded_outputs());
  const factor factors[] = {{activations.data(), &right}};
  sum_products(instruction_set::scalar, factors, 4, 1, sums.data());
  EXPECT_EQ(sums[0], 5 + 6 + 7 + 16);
  EXPECT_EQ(sums[1], -(5 + 6 + 7 + 16));
}

}  // namespace
}  // namespace quoth::networks
