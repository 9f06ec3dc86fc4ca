#include <algorithm>
#include <bit>
#include <cstring>
#include <record/postings.hpp>

namespace quoth::record {

namespace {

constexpr std::size_t plain_rows = 8;      // a shorter block is written as varints
constexpr std::size_t most_patches = 255;  // bytes

// How many bits most of the values take, so that all take the fewest bytes.
[[nodiscard]] unsigned best_width(std::span<const std::uint32_t> values) {
  std::array<unsigned, 33> of_width{};
  for (const std::uint32_t value : values) ++of_width[std::bit_width(value)];
  unsigned best = 32;
  std::size_t least = SIZE_MAX;
  for (unsigned width = 0; width <= 32; ++width) {
    std::size_t patches = 0;
    for (unsigned wide = width + 1; wide <= 32; ++wide) {
      patches += of_width[wide] * (1 + (wide - width + 6) / 7);
    }
    const std::size_t bytes = bytes_of_bits(values.size(), width) + patches;
    if (patches > most_patches || bytes >= least) continue;
    least = bytes;
    best = width;
  }
  return best;
}

void put_block(std::string& out, std::span<const std::uint32_t> rows, std::uint32_t before) {
  put_varint(out, rows.back() - before);
  std::array<std::uint32_t, block_rows> steps;
  const std::size_t count = rows.size() - 1;  // the last row stands at the front
  std::uint32_t at = before;
  for (std::size_t i = 0; i < count; ++i) {
    steps[i] = rows[i] - at - 1;
    at = rows[i];
  }
  const std::span<const std::uint32_t> used(steps.data(), count);
  if (rows.size() <= plain_rows) {
    for (const std::uint32_t step : used) put_varint(out, step);
    return;
  }
  const unsigned width = best_width(used);
  const std::uint64_t mask = (std::uint64_t{1} << width) - 1;
  std::array<std::uint64_t, block_rows> lower;
  std::string patches;
  for (std::size_t i = 0; i < count; ++i) {
    lower[i] = used[i] & mask;
    if (const std::uint64_t upper = std::uint64_t{used[i]} >> width; upper != 0) {
      patches.push_back(static_cast<char>(i));
      put_varint(patches, upper);
    }
  }
  out.push_back(static_cast<char>(width));
  out.push_back(static_cast<char>(patches.size()));
  put_bits(out, std::span(lower).first(count), width);
  out += patches;
}

}  // namespace

void put_varint(std::string& out, std::uint64_t value) {
  while (value >= 0x80) {
    out.push_back(static_cast<char>(value | 0x80));
    value >>= 7;
  }
  out.push_back(static_cast<char>(value));
}

bool take_varint(std::string_view& bytes, std::uint64_t& value) noexcept {
  value = 0;
  for (std::size_t i = 0; i < bytes.size() && i < 9; ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    value |= std::uint64_t{byte & 0x7FU} << (7 * i);
    if (byte < 0x80) {
      bytes.remove_prefix(i + 1);
      return true;
    }
  }
  return false;
}

void put_bits(std::string& out, std::span<const std::uint64_t> values, unsigned width) {
  std::uint64_t held = 0;
  unsigned bits = 0;
  for (const std::uint64_t value : values) {
    held |= value << bits;
    bits += width;
    for (; bits >= 8; bits -= 8) {
      out.push_back(static_cast<char>(held));
      held >>= 8;
    }
  }
  if (bits > 0) out.push_back(static_cast<char>(held));
}

void put_rows(std::string& out, std::span<const std::uint32_t> rows, std::uint32_t before) {
  while (!rows.empty()) {
    const auto block = rows.first(std::min(rows.size(), block_rows));
    put_block(out, block, before);
    before = block.back();
    rows = rows.subspan(block.size());
  }
}

bool row_walk::next() noexcept {
  if (left_ == 0) return false;
  before_ = last_;
  size_ = std::min(left_, block_rows);
  left_ -= size_;
  std::uint64_t step = 0;
  if (!take_varint(rest_, step)) return left_ = 0, false;
  last_ = before_ + static_cast<std::uint32_t>(step);
  if (size_ <= plain_rows) {
    packed_ = rest_;
    return true;
  }
  if (rest_.size() < 2) return left_ = 0, false;
  width_ = static_cast<unsigned char>(rest_[0]);
  const std::size_t patches = static_cast<unsigned char>(rest_[1]);
  const std::size_t packed = bytes_of_bits(size_ - 1, width_);
  if (width_ > 32 || rest_.size() < 2 + packed + patches) return left_ = 0, false;
  packed_ = rest_.substr(2, packed);
  patches_ = rest_.substr(2 + packed, patches);
  rest_.remove_prefix(2 + packed + patches);
  return true;
}

std::span<const std::uint32_t> row_walk::rows() noexcept {
  const std::size_t count = size_ - 1;
  if (size_ <= plain_rows) {
    std::string_view bytes = packed_;
    std::uint64_t step = 0;
    for (std::size_t i = 0; i < count; ++i) {
      rows_[i] = take_varint(bytes, step) ? static_cast<std::uint32_t>(step) : 0;
    }
  } else {
    // A copy with room behind it: values are read eight bytes at a time.
    std::array<char, block_rows * 4 + 8> packed;
    std::memcpy(packed.data(), packed_.data(), packed_.size());
    std::memset(packed.data() + packed_.size(), 0, 8);
    const std::uint64_t mask = (std::uint64_t{1} << width_) - 1;
    for (std::size_t i = 0; i < count; ++i) {
      std::uint64_t eight;
      std::memcpy(&eight, packed.data() + i * width_ / 8, sizeof eight);
      rows_[i] = static_cast<std::uint32_t>((eight >> (i * width_ % 8)) & mask);
    }
    std::string_view patches = patches_;
    while (!patches.empty()) {
      const std::size_t at = static_cast<unsigned char>(patches.front());
      patches.remove_prefix(1);
      std::uint64_t upper = 0;
      if (!take_varint(patches, upper) || at >= count) break;
      rows_[at] |= static_cast<std::uint32_t>(upper << width_);
    }
  }
  std::uint32_t row = before_;
  for (std::size_t i = 0; i < count; ++i) rows_[i] = row += rows_[i] + 1;
  rows_[count] = last_;
  return {rows_.data(), size_};
}

}  // namespace quoth::record
