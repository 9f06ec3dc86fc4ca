#include "host/commands/text_table.hpp"

#include <algorithm>

#include "host/code_points.hpp"

namespace quoth::host {

namespace {

// On one line, and no wider than `widest` code points.
std::string fitted(std::string_view cell, std::size_t widest) {
  const bool too_wide = count_code_points(cell) > widest;
  std::string shown;
  std::size_t width = 0;
  for (const char byte : cell) {
    if (begins_code_point(byte) && ++width >= widest && too_wide) return shown + "…";
    shown += byte == '\n' || byte == '\t' || byte == '\r' ? ' ' : byte;
  }
  return shown;
}

}  // namespace

std::string text_table(const table_rows& rows, std::size_t widest, std::string_view indent) {
  std::vector<std::size_t> widths;
  table_rows cells;
  for (const auto& row : rows) {
    auto& shown = cells.emplace_back();
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) {
      shown.push_back(fitted(row[i], widest));
      widths[i] = std::max(widths[i], count_code_points(shown.back()));
    }
  }
  std::string table;
  for (const auto& row : cells) {
    table += indent;
    for (std::size_t i = 0; i < row.size(); ++i) {
      table += row[i];
      table.append(widths[i] - count_code_points(row[i]) + 2, ' ');
    }
    table.erase(table.find_last_not_of(' ') + 1);
    table += '\n';
  }
  return table;
}

}  // namespace quoth::host
