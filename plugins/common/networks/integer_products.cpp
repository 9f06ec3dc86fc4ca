#include "integer_products.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#if defined(__x86_64__)
#  include <immintrin.h>
#  if defined(__GNUC__) && !defined(__clang__)  // takes what an intrinsic leaves open for a fault
#    pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#    pragma GCC diagnostic ignored "-Wuninitialized"
#  endif
#endif

namespace quoth::networks {
namespace {

constexpr std::size_t group = 4;     // inputs side by side
constexpr std::size_t padding = 16;  // outputs
constexpr float most_active = 127;

struct product {
  std::span<const factor> factors;
  std::size_t stride, rows;
  std::size_t outputs;  // padded
  std::int32_t* sums;
};

void sum_scalar(const product& p) {
  for (std::size_t row = 0; row < p.rows; ++row) {
    std::int32_t* sums = p.sums + row * p.outputs;
    std::fill_n(sums, p.outputs, 0);
    for (const factor& f : p.factors) {
      const std::uint8_t* x = f.activations + row * p.stride;
      for (std::size_t k = 0; k < f.weights->inputs(); k += group) {
        const std::int8_t* w = f.weights->packed() + k * p.outputs;
        for (std::size_t o = 0; o < p.outputs; ++o) {
          std::int32_t sum = 0;
          for (std::size_t j = 0; j < group; ++j) sum += x[k + j] * w[o * group + j];
          sums[o] += sum;
        }
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

__attribute__((target("sse4.1"))) void sum_sse41(const product& p) {
  const __m128i ones = _mm_set1_epi16(1);
  for (std::size_t row = 0; row < p.rows; ++row) {
    for (std::size_t o = 0; o < p.outputs; o += 16) {
      __m128i acc[4] = {};
      for (const factor& f : p.factors) {
        const std::uint8_t* x = f.activations + row * p.stride;
        const std::int8_t* packed = f.weights->packed() + o * group;
        for (std::size_t k = 0; k < f.weights->inputs(); k += group) {
          const __m128i four = _mm_set1_epi32(four_at(x + k));
          const auto* w = reinterpret_cast<const __m128i*>(packed + k * p.outputs);
          for (int i = 0; i < 4; ++i) {
            const __m128i pairs = _mm_maddubs_epi16(four, _mm_loadu_si128(w + i));
            acc[i] = _mm_add_epi32(acc[i], _mm_madd_epi16(pairs, ones));
          }
        }
      }
      auto* sums = reinterpret_cast<__m128i*>(p.sums + row * p.outputs + o);
      for (int i = 0; i < 4; ++i) _mm_storeu_si128(sums + i, acc[i]);
    }
  }
}

template <int Rows>
__attribute__((target("avx2"))) void sum_rows_avx2(const product& p, std::size_t row) {
  const __m256i ones = _mm256_set1_epi16(1);
  for (std::size_t o = 0; o < p.outputs; o += 16) {
    __m256i acc[Rows][2] = {};
    for (const factor& f : p.factors) {
      const std::uint8_t* x = f.activations + row * p.stride;
      const std::int8_t* packed = f.weights->packed() + o * group;
      for (std::size_t k = 0; k < f.weights->inputs(); k += group) {
        const auto* w = reinterpret_cast<const __m256i*>(packed + k * p.outputs);
        const __m256i left = _mm256_loadu_si256(w), right = _mm256_loadu_si256(w + 1);
        for (int r = 0; r < Rows; ++r) {
          const __m256i four = _mm256_set1_epi32(four_at(x + r * p.stride + k));
          acc[r][0] = _mm256_add_epi32(acc[r][0],
                                       _mm256_madd_epi16(_mm256_maddubs_epi16(four, left), ones));
          acc[r][1] = _mm256_add_epi32(acc[r][1],
                                       _mm256_madd_epi16(_mm256_maddubs_epi16(four, right), ones));
        }
      }
    }
    for (int r = 0; r < Rows; ++r) {
      auto* sums = reinterpret_cast<__m256i*>(p.sums + (row + r) * p.outputs + o);
      _mm256_storeu_si256(sums, acc[r][0]);
      _mm256_storeu_si256(sums + 1, acc[r][1]);
    }
  }
}

__attribute__((target("avx2"))) void sum_avx2(const product& p) {
  std::size_t row = 0;
  for (; row + 4 <= p.rows; row += 4) sum_rows_avx2<4>(p, row);
  for (; row < p.rows; ++row) sum_rows_avx2<1>(p, row);
}

#  define QUOTH_AVX512 __attribute__((target("avx512f,avx512bw,avx512vnni")))

template <int Rows, int Blocks>
QUOTH_AVX512 void sum_block_avx512(const product& p, std::size_t row, std::size_t o) {
  __m512i acc[Rows][Blocks] = {};
  for (const factor& f : p.factors) {
    const std::uint8_t* x = f.activations + row * p.stride;
    const std::int8_t* packed = f.weights->packed() + o * group;
    for (std::size_t k = 0; k < f.weights->inputs(); k += group) {
      const std::int8_t* w = packed + k * p.outputs;
      __m512i weights[Blocks];
      for (int b = 0; b < Blocks; ++b) weights[b] = _mm512_loadu_si512(w + b * 64);
      for (int r = 0; r < Rows; ++r) {
        const __m512i four = _mm512_set1_epi32(four_at(x + r * p.stride + k));
        for (int b = 0; b < Blocks; ++b) {
          acc[r][b] = _mm512_dpbusd_epi32(acc[r][b], four, weights[b]);
        }
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
QUOTH_AVX512 void sum_rows_avx512(const product& p, std::size_t row) {
  std::size_t o = 0;
  for (; o + 96 <= p.outputs || o + 48 == p.outputs; o += 48) {
    sum_block_avx512<Rows, 3>(p, row, o);
  }
  for (; o + 32 <= p.outputs; o += 32) sum_block_avx512<Rows, 2>(p, row, o);
  if (o < p.outputs) sum_block_avx512<Rows, 1>(p, row, o);
}

QUOTH_AVX512 void sum_avx512(const product& p) {
  std::size_t row = 0;
  for (; row + 8 <= p.rows; row += 8) sum_rows_avx512<8>(p, row);
  for (; row < p.rows; ++row) sum_rows_avx512<1>(p, row);
}

#endif

// What add_layer is given.
struct layer_sums {
  const std::int32_t* sums;
  const float *steps, *biases;
  std::size_t width, rows;
};

void round_scalar(const float* x, std::size_t count, float scale, std::uint8_t* out) {
  for (std::size_t i = 0; i < count; ++i) {
    out[i] = static_cast<std::uint8_t>(std::lrint(std::clamp(x[i] * scale, 0.0F, most_active)));
  }
}

void add_scalar(const layer_sums& l, float* x, float scale, std::uint8_t* out) {
  for (std::size_t row = 0; row < l.rows; ++row) {
    const std::int32_t* sums = l.sums + row * l.width;
    float* states = x + row * l.width;
    for (std::size_t o = 0; o < l.width; ++o) {
      states[o] += l.biases[o] + l.steps[o] * static_cast<float>(sums[o]);
    }
    round_scalar(states, l.width, scale, out + row * l.width);
  }
}

#if defined(__x86_64__)

__m128i rounded_four(__m128 x, __m128 scale) {
  const __m128 scaled = _mm_max_ps(_mm_mul_ps(x, scale), _mm_setzero_ps());
  return _mm_cvtps_epi32(_mm_min_ps(scaled, _mm_set1_ps(most_active)));
}

void store_sixteen(const __m128i* fours, std::uint8_t* out) {
  const __m128i low = _mm_packs_epi32(fours[0], fours[1]);
  const __m128i high = _mm_packs_epi32(fours[2], fours[3]);
  _mm_storeu_si128(reinterpret_cast<__m128i*>(out), _mm_packus_epi16(low, high));
}

void round_sse(const float* x, std::size_t count, float scale, std::uint8_t* out) {
  const __m128 scales = _mm_set1_ps(scale);
  for (std::size_t i = 0; i < count; i += 16) {
    __m128i fours[4];
    for (int k = 0; k < 4; ++k) fours[k] = rounded_four(_mm_loadu_ps(x + i + 4 * k), scales);
    store_sixteen(fours, out + i);
  }
}

void add_sse(const layer_sums& l, float* x, float scale, std::uint8_t* out) {
  const __m128 scales = _mm_set1_ps(scale);
  for (std::size_t row = 0; row < l.rows; ++row) {
    for (std::size_t o = 0; o < l.width; o += 16) {
      const std::size_t at = row * l.width + o;
      __m128i fours[4];
      for (int k = 0; k < 4; ++k) {
        const auto* sums = reinterpret_cast<const __m128i*>(l.sums + at) + k;
        const __m128 sum = _mm_cvtepi32_ps(_mm_loadu_si128(sums));
        const __m128 scaled = _mm_mul_ps(_mm_loadu_ps(l.steps + o + 4 * k), sum);
        const __m128 added = _mm_add_ps(_mm_loadu_ps(l.biases + o + 4 * k), scaled);
        const __m128 state = _mm_add_ps(_mm_loadu_ps(x + at + 4 * k), added);
        _mm_storeu_ps(x + at + 4 * k, state);
        fours[k] = rounded_four(state, scales);
      }
      store_sixteen(fours, out + at);
    }
  }
}

QUOTH_AVX512 void store_rounded_avx512(__m512 x, __m512 scale, std::uint8_t* out) {
  const __m512 scaled = _mm512_max_ps(_mm512_mul_ps(x, scale), _mm512_setzero_ps());
  const __m512i rounded = _mm512_cvtps_epi32(_mm512_min_ps(scaled, _mm512_set1_ps(most_active)));
  _mm_storeu_si128(reinterpret_cast<__m128i*>(out), _mm512_cvtepi32_epi8(rounded));
}

QUOTH_AVX512 void round_avx512(const float* x, std::size_t count, float scale, std::uint8_t* out) {
  const __m512 scales = _mm512_set1_ps(scale);
  for (std::size_t i = 0; i < count; i += 16) {
    store_rounded_avx512(_mm512_loadu_ps(x + i), scales, out + i);
  }
}

QUOTH_AVX512 void add_layer_avx512(const layer_sums& l, float* x, float scale, std::uint8_t* out) {
  const __m512 scales = _mm512_set1_ps(scale);
  for (std::size_t row = 0; row < l.rows; ++row) {
    for (std::size_t o = 0; o < l.width; o += 16) {
      const std::size_t at = row * l.width + o;
      const __m512 sum = _mm512_cvtepi32_ps(_mm512_loadu_si512(l.sums + at));
      const __m512 scaled = _mm512_mul_ps(_mm512_loadu_ps(l.steps + o), sum);
      const __m512 added = _mm512_add_ps(_mm512_loadu_ps(l.biases + o), scaled);
      const __m512 state = _mm512_add_ps(_mm512_loadu_ps(x + at), added);
      _mm512_storeu_ps(x + at, state);
      store_rounded_avx512(state, scales, out + at);
    }
  }
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

void sum_products(instruction_set set, std::span<const factor> factors, std::size_t stride,
                  std::size_t rows, std::int32_t* sums) {
  const product p{factors, stride, rows, factors.front().weights->padded_outputs(), sums};
  switch (set) {
#if defined(__x86_64__)
    case instruction_set::avx512_vnni:
      return sum_avx512(p);
    case instruction_set::avx2:
      return sum_avx2(p);
    case instruction_set::sse41:
      return sum_sse41(p);
#endif
    default:
      return sum_scalar(p);
  }
}

void round_states(instruction_set set, const float* x, std::size_t count, float step,
                  std::uint8_t* out) {
  const float scale = 1.0F / step;
  switch (set) {
#if defined(__x86_64__)
    case instruction_set::avx512_vnni:
      return round_avx512(x, count, scale, out);
    case instruction_set::avx2:
    case instruction_set::sse41:
      return round_sse(x, count, scale, out);
#endif
    default:
      return round_scalar(x, count, scale, out);
  }
}

void add_layer(instruction_set set, const std::int32_t* sums, const float* steps,
               const float* biases, std::size_t width, std::size_t rows, float* x, float step,
               std::uint8_t* out) {
  const layer_sums layer{sums, steps, biases, width, rows};
  const float scale = 1.0F / step;
  switch (set) {
#if defined(__x86_64__)
    case instruction_set::avx512_vnni:
      return add_layer_avx512(layer, x, scale, out);
    case instruction_set::avx2:
    case instruction_set::sse41:
      return add_sse(layer, x, scale, out);
#endif
    default:
      return add_scalar(layer, x, scale, out);
  }
}

}  // namespace quoth::networks
