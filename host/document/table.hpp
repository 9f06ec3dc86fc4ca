// One layer of one document: its rows, committed and not yet committed.
#ifndef QUOTH_HOST_DOCUMENT_TABLE_HPP
#define QUOTH_HOST_DOCUMENT_TABLE_HPP

#include <quoth/abi.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "host/document/column.hpp"
#include "host/document/schema.hpp"
#include "host/document/storage.hpp"

namespace quoth::host {

/// The rows of a layer. Only document changes tables; others read committed rows.
class table {
 public:
  explicit table(const layer_schema& layer);

  /// Committed rows.
  [[nodiscard]] std::uint32_t rows() const { return committed_; }
  /// The row's span, or QUOTH_NO_OFFSET twice where it or the layer has none.
  [[nodiscard]] quoth_span span(std::uint32_t row) const {
    if (!has_span_) return {QUOTH_NO_OFFSET, QUOTH_NO_OFFSET};
    return {begins()[row], ends()[row]};
  }
  [[nodiscard]] const std::uint32_t* begins() const {
    return has_span_ ? begin_.as<std::uint32_t>() : nullptr;
  }
  [[nodiscard]] const std::uint32_t* ends() const {
    return has_span_ ? end_.as<std::uint32_t>() : nullptr;
  }
  /// A column, or nullptr where nobody wrote it (all null).
  [[nodiscard]] const column* written(std::uint32_t position) const {
    return columns_[position].length() > 0 ? &columns_[position] : nullptr;
  }
  /// The index of the step that wrote a row.
  [[nodiscard]] std::uint32_t writer_of(std::uint32_t row) const;
  [[nodiscard]] std::size_t footprint() const;

 private:
  friend class document;

  struct written_rows {
    std::uint32_t first, step;
  };
  struct extension {
    std::uint32_t position;
    column values;
  };

  /// Rows, those of the open transaction included.
  [[nodiscard]] std::uint32_t all_rows() const { return all_; }
  void append(const quoth_table& rows, std::span<const std::uint32_t> columns, std::uint32_t step,
              retired_blocks& retired);
  void extend(const quoth_table& rows, std::span<const std::uint32_t> columns);
  [[nodiscard]] bool extended(std::uint32_t position) const;
  void commit(retired_blocks& retired);
  void rollback();
  void clear(std::size_t keep);

  bool has_span_;
  std::uint32_t committed_ = 0, all_ = 0;
  storage begin_, end_;
  std::vector<column> columns_;
  std::vector<extension> extensions_;  // columns filled in the open transaction
  std::vector<written_rows> writers_;  // ascending by first row
};

}  // namespace quoth::host

#endif
