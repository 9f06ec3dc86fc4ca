#include "host/document/table.hpp"

#include <algorithm>
#include <cstring>

namespace quoth::host {

table::table(const layer_schema& layer) : has_span_(layer.has_span) {
  columns_.reserve(layer.columns.size());
  for (const column_schema& c : layer.columns) columns_.emplace_back(c.type);
}

std::uint32_t table::writer_of(std::uint32_t row) const {
  const auto after =
      std::upper_bound(writers_.begin(), writers_.end(), row,
                       [](std::uint32_t r, const written_rows& w) { return r < w.first; });
  return after == writers_.begin() ? 0 : std::prev(after)->step;
}

std::size_t table::footprint() const {
  std::size_t sum = begin_.capacity() + end_.capacity();
  for (const column& c : columns_) sum += c.footprint();
  for (const extension& e : extensions_) sum += e.values.footprint();
  return sum;
}

bool table::extended(std::uint32_t position) const {
  return std::any_of(extensions_.begin(), extensions_.end(),
                     [&](const extension& e) { return e.position == position; });
}

void table::append(const quoth_table& rows, std::span<const std::uint32_t> columns,
                   std::uint32_t step, retired_blocks& retired) {
  if (rows.rows == 0) return;
  // Nobody can be looking at a table without committed rows: its blocks may move freely.
  retired_blocks* const keep = committed_ > 0 ? &retired : nullptr;
  if (has_span_) {
    const std::size_t size = std::size_t{rows.rows} * sizeof(std::uint32_t);
    std::byte* const begins = begin_.grow(size, keep);
    std::byte* const ends = end_.grow(size, keep);
    if (rows.begin != nullptr) {
      std::memcpy(begins, rows.begin, size);
      std::memcpy(ends, rows.end, size);
    } else {
      std::memset(begins, 0xFF, size);
      std::memset(ends, 0xFF, size);
    }
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const quoth_array* const values = rows.columns[i];
    if (values == nullptr) continue;
    column& to = columns_[columns[i]];
    to.append_nulls(all_ - to.length(), keep);
    to.append(*values, rows.rows, keep);
  }
  if (writers_.empty() || writers_.back().step != step) writers_.push_back({all_, step});
  all_ += rows.rows;
}

void table::extend(const quoth_table& rows, std::span<const std::uint32_t> columns) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const quoth_array* const values = rows.columns[i];
    if (values == nullptr) continue;
    extension& made =
        extensions_.emplace_back(extension{columns[i], column(columns_[columns[i]].type())});
    made.values.append(*values, rows.rows, nullptr);
  }
}

void table::commit(retired_blocks& retired) {
  for (extension& e : extensions_) columns_[e.position] = std::move(e.values);
  extensions_.clear();
  for (column& c : columns_) {
    if (c.length() > 0) c.append_nulls(all_ - c.length(), &retired);
  }
  committed_ = all_;
}

void table::rollback() {
  extensions_.clear();
  if (has_span_) {
    begin_.cut(std::size_t{committed_} * sizeof(std::uint32_t));
    end_.cut(std::size_t{committed_} * sizeof(std::uint32_t));
  }
  for (column& c : columns_) c.cut(committed_);
  while (!writers_.empty() && writers_.back().first >= committed_) writers_.pop_back();
  all_ = committed_;
}

void table::clear(std::size_t keep) {
  extensions_.clear();
  begin_.clear(keep);
  end_.clear(keep);
  for (column& c : columns_) c.clear(keep);
  writers_.clear();
  committed_ = all_ = 0;
}

}  // namespace quoth::host
