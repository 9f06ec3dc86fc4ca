#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace quoth::host {

/// Rows of a table for a terminal, the first one the heading. All have the same number of cells.
using table_rows = std::vector<std::vector<std::string>>;

/// The rows in columns as wide as their widest cell, two spaces apart, each line without spaces at
/// its end. Widths are counted in code points; a cell over `widest` of them is cut and ends in “…”.
std::string text_table(const table_rows& rows, std::size_t widest);

}  // namespace quoth::host
