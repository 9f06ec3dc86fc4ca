// Ascending row numbers in few bytes.
//
// Rows are cut into blocks of 128. A block begins with its last row, so that it can be passed over,
// then holds the differences between neighbouring rows, less one, in as few bits as most of them
// need; the upper bits of those that need more follow (patched frame of reference: Zukowski,
// Heman, Nes and Boncz, ICDE 2006).
//
// Thread rule: pure functions; a walk belongs to one thread.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace quoth::record {

inline constexpr std::size_t block_rows = 128;

// Seven bits a byte, the lowest first; the last byte has no upper bit.
void put_varint(std::string& out, std::uint64_t value);
// Takes a varint from the front of `bytes`; false where they end in it.
[[nodiscard]] bool take_varint(std::string_view& bytes, std::uint64_t& value) noexcept;

// Values of `width` bits each, up to 56, one after the other.
void put_bits(std::string& out, std::span<const std::uint64_t> values, unsigned width);
[[nodiscard]] constexpr std::size_t bytes_of_bits(std::size_t count, unsigned width) noexcept {
  return (count * width + 7) / 8;
}

// Appends rows, all greater than `before`.
void put_rows(std::string& out, std::span<const std::uint32_t> rows, std::uint32_t before);

// Goes through what put_rows wrote, block by block. Damaged bytes end it early, or give other rows,
// which need not ascend.
class row_walk {
 public:
  row_walk(std::string_view bytes, std::size_t count, std::uint32_t before) noexcept
      : rest_(bytes), left_(count), before_(before), last_(before) {}

  // Goes to the next block; false after the last.
  bool next() noexcept;
  // The greatest row of the block.
  [[nodiscard]] std::uint32_t last() const noexcept { return last_; }
  // The block's rows; valid until the next call.
  [[nodiscard]] std::span<const std::uint32_t> rows() noexcept;

 private:
  std::string_view rest_;
  std::size_t left_;  // rows in the blocks after this one
  std::uint32_t before_;
  std::uint32_t last_;
  std::size_t size_ = 0;  // rows of this block
  unsigned width_ = 0;
  std::string_view packed_, patches_;
  std::array<std::uint32_t, block_rows> rows_;
};

}  // namespace quoth::record
