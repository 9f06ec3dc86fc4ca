// Rows for tests: columns kept as vectors, handed over as the contract has them.
#ifndef QUOTH_TESTS_HOST_DOCUMENT_ROWS_HPP
#define QUOTH_TESTS_HOST_DOCUMENT_ROWS_HPP

#include <quoth/abi.h>

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "host/document/document.hpp"

namespace quoth::host::testing {

/// A table that is built column by column, in the order of a use.
class rows_builder {
 public:
  rows_builder& spans(std::vector<quoth_span> spans) {
    has_spans_ = true;
    count_ = static_cast<std::uint32_t>(spans.size());
    for (const quoth_span s : spans) {
      begin_.push_back(s.begin);
      end_.push_back(s.end);
    }
    return *this;
  }
  rows_builder& indices(std::uint32_t type,
                        const std::vector<std::optional<std::uint32_t>>& values) {
    column_bytes& c = add(type, values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
      c.words.push_back(values[i].value_or(QUOTH_NO_ROW));
      if (!values[i]) set_null(c, i);
    }
    c.array.values = c.words.data();
    return *this;
  }
  rows_builder& strings(const std::vector<std::optional<std::string>>& values) {
    column_bytes& c = add(QUOTH_COLUMN_STRING, values.size());
    c.words.push_back(0);
    for (std::size_t i = 0; i < values.size(); ++i) {
      c.bytes += values[i].value_or("");
      c.words.push_back(static_cast<std::uint32_t>(c.bytes.size()));
      if (!values[i]) set_null(c, i);
    }
    c.array.values = c.bytes.data();
    c.array.offsets = c.words.data();
    return *this;
  }
  rows_builder& bools(const std::vector<bool>& values) {
    column_bytes& c = add(QUOTH_COLUMN_BOOL, values.size());
    c.bytes.assign((values.size() + 7) / 8, '\0');
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (values[i]) c.bytes[i / 8] = static_cast<char>(c.bytes[i / 8] | 1 << i % 8);
    }
    c.array.values = c.bytes.data();
    return *this;
  }
  rows_builder& integers(const std::vector<std::int64_t>& values) {
    column_bytes& c = add(QUOTH_COLUMN_I64, values.size());
    c.integers = values;
    c.array.values = c.integers.data();
    return *this;
  }
  rows_builder& reals(const std::vector<double>& values) {
    column_bytes& c = add(QUOTH_COLUMN_F64, values.size());
    c.reals = values;
    c.array.values = c.reals.data();
    return *this;
  }
  rows_builder& nothing() {  // a column that the table leaves out
    pointers_.push_back(nullptr);
    return *this;
  }
  rows_builder& count(std::uint32_t rows) {
    count_ = rows;
    return *this;
  }

  [[nodiscard]] quoth_table table() const {
    return {count_, static_cast<std::uint32_t>(pointers_.size()),
            has_spans_ ? begin_.data() : nullptr, has_spans_ ? end_.data() : nullptr,
            pointers_.data()};
  }

 private:
  struct column_bytes {
    quoth_array array{};
    std::vector<std::uint32_t> words;
    std::vector<std::int64_t> integers;
    std::vector<double> reals;
    std::vector<std::uint8_t> validity;
    std::string bytes;
  };
  column_bytes& add(std::uint32_t type, std::size_t rows) {
    count_ = static_cast<std::uint32_t>(rows);
    column_bytes& c = columns_.emplace_back();
    c.array.type = type;
    c.validity.assign(rows / 8 + 1, 0xFF);
    pointers_.push_back(&c.array);
    return c;
  }
  static void set_null(column_bytes& c, std::size_t row) {
    c.validity[row / 8] = static_cast<std::uint8_t>(c.validity[row / 8] & ~(1u << row % 8));
    c.array.validity = c.validity.data();
  }

  bool has_spans_ = false;
  std::uint32_t count_ = 0;
  std::vector<std::uint32_t> begin_, end_;
  std::deque<column_bytes> columns_;
  std::vector<const quoth_array*> pointers_;
};

/// The use of some columns of a layer.
inline table_use use_of(const schema& layers, std::string_view layer,
                        const std::vector<std::string_view>& columns) {
  table_use use{layers.position(layer), {}};
  for (const std::string_view c : columns) {
    use.columns.push_back(layers.at(use.layer).column(c));
  }
  return use;
}

}  // namespace quoth::host::testing

#endif
