#include "integer_products.hpp"

#include <cstring>

#if defined(__x86_64__)
#  include <immintrin.h>
#endif

namespace quoth::quotes {
namespace {

constexpr std::size_t group = 4;     // inputs side by side
constexpr std::size_t padding = 16;  // outputs

struct product {
  const std::uint8_t* activations;
  std::size_t stride, rows;
  const std::int8_t* weights;
  std::size_t inputs, outputs;  // outputs padded
  std::int32_t* sums;
};

void add_scalar(const product& p) {
  for (std::size_t row = 0; row < p.rows; ++row) {
    const std::uint8_t* x = p.activations + row * p.stride;
    std::int32_t* sums = p.sums + row * p.outputs;
    for (std::size_t k = 0; k < p.inputs; k += group) {
      const std::int8_t* w = p.weights + k * p.outputs;
      for (std::size_t o = 0; o < p.outputs; ++o) {
        std::int32_t sum = 0;
        for (std::size_t j = 0; j < group; ++j) sum += x[k + j] * w[o * group + j];
        sums[o] += sum;
      }
    }
  }
}

#if defined(__x86_64__)

std::int32_t four_at(const std::uint8_t* x) {
  std::int32_t four = 0;
  std::memcpy(&four, x, sizeof four);
  return four;
}

__attribute__((target("sse4.1"))) void add_sse41(const product& p) {
  const __m128i ones = _mm_set1_epi16(1);
  for (std::size_t row = 0; row < p.rows; ++row) {
    const std::uint8_t* x = p.activations + row * p.stride;
    for (std::size_t o = 0; o < p.outputs; o += 16) {
      auto* sums = reinterpret_cast<__m128i*>(p.sums + row * p.outputs + o);
      __m128i acc[4];
      for (int i = 0; i < 4; ++i) acc[i] = _mm_loadu_si128(sums + i);
      for (std::size_t k = 0; k < p.inputs; k += group) {
        const __m128i four = _mm_set1_epi32(four_at(x + k));
        const auto* w = reinterpret_cast<const __m128i*>(p.weights + k * p.outputs + o * group);
        for (int i = 0; i < 4; ++i) {
          const __m128i pairs = _mm_maddubs_epi16(four, _mm_loadu_si128(w + i));
          acc[i] = _mm_add_epi32(acc[i], _mm_madd_epi16(pairs, ones));
        }
      }
      for (int i = 0; i < 4; ++i) _mm_storeu_si128(sums + i, acc[i]);
    }
  }
}

template <int Rows>
__attribute__((target("avx2"))) void add_rows_avx2(const product& p, std::size_t row) {
  const __m256i ones = _mm256_set1_epi16(1);
  const std::uint8_t* x = p.activations + row * p.stride;
  for (std::size_t o = 0; o < p.outputs; o += 16) {
    __m256i acc[Rows][2];
    for (int r = 0; r < Rows; ++r) {
      const auto* sums = reinterpret_cast<const __m256i*>(p.sums + (row + r) * p.outputs + o);
      acc[r][0] = _mm256_loadu_si256(sums);
      acc[r][1] = _mm256_loadu_si256(sums + 1);
    }
    for (std::size_t k = 0; k < p.inputs; k += group) {
      const auto* w = reinterpret_cast<const __m256i*>(p.weights + k * p.outputs + o * group);
      const __m256i left = _mm256_loadu_si256(w), right = _mm256_loadu_si256(w + 1);
      for (int r = 0; r < Rows; ++r) {
        const __m256i four = _mm256_set1_epi32(four_at(x + r * p.stride + k));
        acc[r][0] =
            _mm256_add_epi32(acc[r][0], _mm256_madd_epi16(_mm256_maddubs_epi16(four, left), ones));
        acc[r][1] =
            _mm256_add_epi32(acc[r][1], _mm256_madd_epi16(_mm256_maddubs_epi16(four, right), ones));
      }
    }
    for (int r = 0; r < Rows; ++r) {
      auto* sums = reinterpret_cast<__m256i*>(p.sums + (row + r) * p.outputs + o);
      _mm256_storeu_si256(sums, acc[r][0]);
      _mm256_storeu_si256(sums + 1, acc[r][1]);
    }
  }
}

__attribute__((target("avx2"))) void add_avx2(const product& p) {
  std::size_t row = 0;
  for (; row + 4 <= p.rows; row += 4) add_rows_avx2<4>(p, row);
  for (; row < p.rows; ++row) add_rows_avx2<1>(p, row);
}

#  define QUOTH_AVX512 __attribute__((target("avx512f,avx512bw,avx512vnni")))

template <int Rows, int Blocks>
QUOTH_AVX512 void add_block_avx512(const product& p, std::size_t row, std::size_t o) {
  const std::uint8_t* x = p.activations + row * p.stride;
  __m512i acc[Rows][Blocks];
  for (int r = 0; r < Rows; ++r) {
    for (int b = 0; b < Blocks; ++b) {
      acc[r][b] = _mm512_loadu_si512(p.sums + (row + r) * p.outputs + o + b * 16);
    }
  }
  for (std::size_t k = 0; k < p.inputs; k += group) {
    const std::int8_t* w = p.weights + k * p.outputs + o * group;
    __m512i weights[Blocks];
    for (int b = 0; b < Blocks; ++b) weights[b] = _mm512_loadu_si512(w + b * 64);
    for (int r = 0; r < Rows; ++r) {
      const __m512i four = _mm512_set1_epi32(four_at(x + r * p.stride + k));
      for (int b = 0; b < Blocks; ++b) {
        acc[r][b] = _mm512_dpbusd_epi32(acc[r][b], four, weights[b]);
      }
    }
  }
  for (int r = 0; r < Rows; ++r) {
    for (int b = 0; b < Blocks; ++b) {
      _mm512_storeu_si512(p.sums + (row + r) * p.outputs + o + b * 16, acc[r][b]);
    }
  }
}

template <int Rows>
QUOTH_AVX512 void add_rows_avx512(const product& p, std::size_t row) {
  std::size_t o = 0;
  for (; o + 32 <= p.outputs; o += 32) add_block_avx512<Rows, 2>(p, row, o);
  if (o < p.outputs) add_block_avx512<Rows, 1>(p, row, o);
}

QUOTH_AVX512 void add_avx512(const product& p) {
  std::size_t row = 0;
  for (; row + 8 <= p.rows; row += 8) add_rows_avx512<8>(p, row);
  for (; row < p.rows; ++row) add_rows_avx512<1>(p, row);
}

#  undef QUOTH_AVX512
#endif

}  // namespace

bool has(instruction_set wanted) noexcept {
#if defined(__x86_64__)
  switch (wanted) {
    case instruction_set::scalar:
      return true;
    case instruction_set::sse41:
      return __builtin_cpu_supports("sse4.1") != 0;
    case instruction_set::avx2:
      return __builtin_cpu_supports("avx2") != 0;
    case instruction_set::avx512_vnni:
      return __builtin_cpu_supports("avx512bw") != 0 && __builtin_cpu_supports("avx512vnni") != 0;
  }
#endif
  return wanted == instruction_set::scalar;
}

instruction_set widest_instruction_set() noexcept {
  for (const auto set :
       {instruction_set::avx512_vnni, instruction_set::avx2, instruction_set::sse41}) {
    if (has(set)) return set;
  }
  return instruction_set::scalar;
}

weight_matrix::weight_matrix(std::span<const std::int8_t> weights, std::size_t outputs,
                             std::size_t stride, std::size_t first, std::size_t inputs)
    : inputs_(inputs),
      padded_((outputs + padding - 1) / padding * padding),
      packed_(inputs * padded_) {
  for (std::size_t o = 0; o < outputs; ++o) {
    for (std::size_t k = 0; k < inputs; ++k) {
      packed_[k / group * group * padded_ + o * group + k % group] =
          weights[o * stride + first + k];
    }
  }
}

void add_products(instruction_set set, const std::uint8_t* activations, std::size_t stride,
                  std::size_t rows, const weight_matrix& weights, std::int32_t* sums) {
  const product p{
      activations, stride, rows, weights.packed(), weights.inputs(), weights.padded_outputs(),
      sums};
  switch (set) {
#if defined(__x86_64__)
    case instruction_set::avx512_vnni:
      return add_avx512(p);
    case instruction_set::avx2:
      return add_avx2(p);
    case instruction_set::sse41:
      return add_sse41(p);
#endif
    default:
      return add_scalar(p);
  }
}

}  // namespace quoth::quotes
