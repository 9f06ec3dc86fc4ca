#include "host/document/column.hpp"

#include <simdjson.h>

#include <algorithm>
#include <cstring>
#include <limits>

namespace quoth::host {

namespace {

constexpr std::size_t bytes_for(std::size_t bits) {
  return (bits + 7) / 8;
}

/// Bytes of one value of a type whose values have all one width; 0 for BOOL and STRING.
constexpr std::size_t width_of(std::uint32_t type) {
  switch (type) {
    case QUOTH_COLUMN_I64:
    case QUOTH_COLUMN_F64:
      return 8;
    case QUOTH_COLUMN_ENUM:
    case QUOTH_COLUMN_ROW:
      return 4;
    default:
      return 0;
  }
}

/// Zeroes the bits of the last byte from bit `length` on.
void clear_tail(storage& bits, std::uint32_t length) {
  if (length % 8 != 0) {
    std::uint8_t& last = bits.as<std::uint8_t>()[length / 8];
    last = static_cast<std::uint8_t>(last & ((1u << length % 8) - 1));
  }
}

std::string string_fault(const quoth_array& array, std::uint32_t rows) {
  if (array.offsets == nullptr) return "has no offsets";
  const std::uint32_t* const offsets = array.offsets;
  bool ascending = true;
  for (std::uint32_t i = 0; i < rows; ++i) ascending &= offsets[i] <= offsets[i + 1];
  if (!ascending) return "has offsets that do not ascend";
  const std::uint32_t first = offsets[0], size = offsets[rows] - first;
  if (size == 0) return "";
  if (array.values == nullptr) return "has no values";
  const char* const bytes = static_cast<const char*>(array.values);
  if (!simdjson::validate_utf8(bytes + first, size)) return "is not UTF-8";
  // The whole is valid; each string is where none begins inside a code point. The last offset is
  // the end of the whole and needs no look.
  bool on_borders = true;
  for (std::uint32_t i = 0; i < rows; ++i) {
    on_borders &= offsets[i] == offsets[rows] || (bytes[offsets[i]] & 0xC0) != 0x80;
  }
  return on_borders ? "" : "is not UTF-8";
}

}  // namespace

void append_bits(storage& bits, std::uint32_t length, const std::uint8_t* from, bool fill,
                 std::uint32_t count, retired_blocks* retired) {
  if (count == 0) return;
  const std::size_t needed = bytes_for(std::size_t{length} + count);
  if (needed > bits.size()) bits.grow(needed - bits.size(), retired);
  std::uint8_t* const to = bits.as<std::uint8_t>();
  const std::uint32_t shift = length % 8;
  const std::size_t first = length / 8, source = bytes_for(count);
  const auto byte_at = [&](std::size_t i) -> unsigned {
    return from != nullptr ? from[i] : fill ? 0xFFu : 0u;
  };
  if (shift == 0) {
    if (from != nullptr) {
      std::memcpy(to + first, from, source);
    } else {
      std::memset(to + first, fill ? 0xFF : 0, source);
    }
  } else {
    unsigned carry = to[first] & ((1u << shift) - 1);
    for (std::size_t i = 0; i < source; ++i) {
      const unsigned now = byte_at(i) << shift | carry;
      to[first + i] = static_cast<std::uint8_t>(now);
      carry = now >> 8;
    }
    if (first + source < needed) to[first + source] = static_cast<std::uint8_t>(carry);
  }
  clear_tail(bits, length + count);
}

std::string array_fault(const quoth_array& array, std::uint32_t type, std::uint32_t rows) {
  if (array.type != type) {
    return "is of column type " + std::to_string(array.type) + " where the layer has " +
           std::to_string(type);
  }
  if (rows == 0) return "";
  if (type == QUOTH_COLUMN_STRING) return string_fault(array, rows);
  return array.values == nullptr ? "has no values" : "";
}

bool column::fits(const quoth_array& array, std::uint32_t rows) const {
  if (type_ != QUOTH_COLUMN_STRING || rows == 0) return true;
  const std::uint64_t more = array.offsets[rows] - array.offsets[0];
  return values_.size() + more <= std::numeric_limits<std::uint32_t>::max();
}

void column::append_validity(const std::uint8_t* validity, std::uint32_t rows,
                             retired_blocks* retired) {
  if (validity == nullptr && !nulls_) return;
  if (!nulls_) {
    validity_.cut(0);
    append_bits(validity_, 0, nullptr, true, length_, retired);
    nulls_ = true;
  }
  append_bits(validity_, length_, validity, true, rows, retired);
}

void column::append(const quoth_array& array, std::uint32_t rows, retired_blocks* retired) {
  if (rows == 0) return;
  append_validity(array.validity, rows, retired);
  if (type_ == QUOTH_COLUMN_STRING) {
    const std::uint32_t first = array.offsets[0], size = array.offsets[rows] - first;
    const auto base = static_cast<std::uint32_t>(values_.size());
    if (size > 0) {
      std::memcpy(values_.grow(size, retired), static_cast<const char*>(array.values) + first,
                  size);
    }
    if (offsets_.size() == 0) {
      *reinterpret_cast<std::uint32_t*>(offsets_.grow(sizeof(std::uint32_t), retired)) = 0;
    }
    auto* const to = reinterpret_cast<std::uint32_t*>(
        offsets_.grow(std::size_t{rows} * sizeof(std::uint32_t), retired));
    const std::uint32_t shift = base - first;  // may wrap; the sums below wrap back
    for (std::uint32_t i = 0; i < rows; ++i) to[i] = array.offsets[i + 1] + shift;
  } else if (type_ == QUOTH_COLUMN_BOOL) {
    append_bits(values_, length_, static_cast<const std::uint8_t*>(array.values), false, rows,
                retired);
  } else {
    const std::size_t size = std::size_t{rows} * width_of(type_);
    std::memcpy(values_.grow(size, retired), array.values, size);
  }
  length_ += rows;
}

void column::append_nulls(std::uint32_t rows, retired_blocks* retired) {
  if (rows == 0) return;
  if (!nulls_) {
    validity_.cut(0);
    append_bits(validity_, 0, nullptr, true, length_, retired);
    nulls_ = true;
  }
  append_bits(validity_, length_, nullptr, false, rows, retired);
  if (type_ == QUOTH_COLUMN_STRING) {
    const std::size_t more = rows + (offsets_.size() == 0 ? 1u : 0u);
    auto* const to =
        reinterpret_cast<std::uint32_t*>(offsets_.grow(more * sizeof(std::uint32_t), retired));
    std::fill(to, to + more, static_cast<std::uint32_t>(values_.size()));
  } else if (type_ == QUOTH_COLUMN_BOOL) {
    append_bits(values_, length_, nullptr, false, rows, retired);
  } else {
    const std::size_t size = std::size_t{rows} * width_of(type_);
    std::memset(values_.grow(size, retired), 0, size);
  }
  length_ += rows;
}

void column::cut(std::uint32_t rows) {
  // Also where nothing is to be dropped: an append that ran out of memory may have left values
  // that length_ does not count.
  rows = std::min(rows, length_);
  length_ = rows;
  if (rows == 0) {
    clear(std::numeric_limits<std::size_t>::max());
    return;
  }
  if (nulls_) {
    validity_.cut(bytes_for(rows));
    clear_tail(validity_, rows);
  }
  if (type_ == QUOTH_COLUMN_STRING) {
    values_.cut(offsets_.as<std::uint32_t>()[rows]);
    offsets_.cut((std::size_t{rows} + 1) * sizeof(std::uint32_t));
  } else if (type_ == QUOTH_COLUMN_BOOL) {
    values_.cut(bytes_for(rows));
    clear_tail(values_, rows);
  } else {
    values_.cut(std::size_t{rows} * width_of(type_));
  }
}

void column::clear(std::size_t keep) {
  length_ = 0;
  nulls_ = false;
  validity_.clear(keep);
  values_.clear(keep);
  offsets_.clear(keep);
}

quoth_array column::array() const {
  return {type_, 0, nulls_ ? validity_.as<std::uint8_t>() : nullptr, values_.bytes(),
          type_ == QUOTH_COLUMN_STRING ? offsets_.as<std::uint32_t>() : nullptr};
}

}  // namespace quoth::host
