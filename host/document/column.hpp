// One column of a layer, laid out as the contract (and Arrow) has it.
#ifndef QUOTH_HOST_DOCUMENT_COLUMN_HPP
#define QUOTH_HOST_DOCUMENT_COLUMN_HPP

#include <quoth/abi.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "host/document/storage.hpp"

namespace quoth::host {

/// Appends `count` bits, least significant first, to `bits`, which holds `length` of them. Bits
/// behind the last stay zero. `from` null: ones or zeros, as `fill` says.
void append_bits(storage& bits, std::uint32_t length, const std::uint8_t* from, bool fill,
                 std::uint32_t count, retired_blocks* retired);

[[nodiscard]] inline bool bit_at(const std::uint8_t* bits, std::uint32_t index) {
  return (bits[index / 8] >> (index % 8) & 1) != 0;
}

/// What is wrong with `array` as `rows` new values of a column of type `type`; empty: nothing.
/// Checks the type, that the pieces are there, and of strings the offsets and the UTF-8.
[[nodiscard]] std::string array_fault(const quoth_array& array, std::uint32_t type,
                                      std::uint32_t rows);

/// Values of one type, each of which can be null. A column without values (length 0) in a layer
/// that has rows was never written: all null.
class column {
 public:
  explicit column(std::uint32_t type) : type_(type) {}

  [[nodiscard]] std::uint32_t type() const { return type_; }
  /// Values held; may be fewer than the layer has rows while a transaction is open.
  [[nodiscard]] std::uint32_t length() const { return length_; }

  /// Appends `rows` values of an array without fault (see array_fault), which must not make a
  /// string column exceed 4 GiB (see fits).
  void append(const quoth_array& array, std::uint32_t rows, retired_blocks* retired);
  void append_nulls(std::uint32_t rows, retired_blocks* retired);
  /// Whether the strings of `array` can be added.
  [[nodiscard]] bool fits(const quoth_array& array, std::uint32_t rows) const;
  /// Drops all but the first `rows` values.
  void cut(std::uint32_t rows);
  void clear(std::size_t keep);

  /// The values as the contract has them. Valid until the column changes.
  [[nodiscard]] quoth_array array() const;

  // One value each; `row` < length().
  [[nodiscard]] bool is_null(std::uint32_t row) const {
    return nulls_ && !bit_at(validity_.as<std::uint8_t>(), row);
  }
  [[nodiscard]] bool boolean(std::uint32_t row) const {
    return bit_at(values_.as<std::uint8_t>(), row);
  }
  [[nodiscard]] std::int64_t integer(std::uint32_t row) const {
    return values_.as<std::int64_t>()[row];
  }
  [[nodiscard]] double real(std::uint32_t row) const { return values_.as<double>()[row]; }
  /// ENUM: the index of the choice; ROW: the row referred to.
  [[nodiscard]] std::uint32_t index(std::uint32_t row) const {
    return values_.as<std::uint32_t>()[row];
  }
  [[nodiscard]] std::string_view string(std::uint32_t row) const {
    const std::uint32_t* const at = offsets_.as<std::uint32_t>() + row;
    return {values_.as<char>() + at[0], at[1] - at[0]};
  }

  [[nodiscard]] std::size_t footprint() const {
    return validity_.capacity() + values_.capacity() + offsets_.capacity();
  }

 private:
  void append_validity(const std::uint8_t* validity, std::uint32_t rows, retired_blocks* retired);

  std::uint32_t type_;
  std::uint32_t length_ = 0;
  bool nulls_ = false;  // whether validity_ counts
  storage validity_, values_, offsets_;
};

}  // namespace quoth::host

#endif
