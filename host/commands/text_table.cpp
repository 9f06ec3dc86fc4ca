#include "host/commands/text_table.hpp"

#include <algorithm>

namespace quoth::host {

namespace {

bool begins_code_point(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

std::size_t width_of(std::string_view cell) {
  return static_cast<std::size_t>(std::count_if(cell.begin(), cell.end(), begins_code_point));
}

// On one line, and no wider than `widest` code points.
std::string fitted(std::string_view cell, std::size_t widest) {
  const bool too_wide = width_of(cell) > widest;
  std::string shown;
  std::size_t width = 0;
  for (const char byte : cell) {
    if (begins_code_point(byte) && ++width >= widest && too_wide) return shown + "…";
    shown += byte == '\n' || byte == '\t' || byte == '\r' ? ' ' : byte;
  }
  return shown;
}

}  // namespace

std::string text_table(const table_rows& rows, std::size_t widest) {
  std::vector<std::size_t> widths;
  table_rows cells;
  for (const auto& row : rows) {
    auto& shown = cells.emplace_back();
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) {
      shown.push_back(fitted(row[i], widest));
      widths[i] = std::max(widths[i], width_of(shown.back()));
    }
  }
  std::string table;
  for (const auto& row : cells) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      table += row[i];
      table.append(widths[i] - width_of(row[i]) + 2, ' ');
    }
    table.erase(table.find_last_not_of(' ') + 1);
    table += '\n';
  }
  return table;
}

}  // namespace quoth::host
