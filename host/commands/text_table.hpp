// Tables for a terminal.
#ifndef QUOTH_HOST_COMMANDS_TEXT_TABLE_HPP
#define QUOTH_HOST_COMMANDS_TEXT_TABLE_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quoth::host {

/// Rows of a table, the first one the heading, where there is one. All have the same number of
/// cells.
using table_rows = std::vector<std::vector<std::string>>;

inline constexpr std::size_t any_width = static_cast<std::size_t>(-1);

/// The rows in columns as wide as their widest cell, two spaces apart, each line behind `indent`
/// and without spaces at its end. Widths are counted in code points; a cell over `widest` of them
/// is cut and ends in “…”.
[[nodiscard]] std::string text_table(const table_rows& rows, std::size_t widest = any_width,
                                     std::string_view indent = "");

}  // namespace quoth::host

#endif
