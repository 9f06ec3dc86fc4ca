// A claim and a statement of the record side by side, and what was changed between them.
#pragma once

#include <cstdint>
#include <quoth/layers.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "writers/document_layers.hpp"

namespace quoth::writers {

// How words of one side stand to the other side.
enum class side_words {
  around,  // not compared: what the statement has before, between and behind the compared words
  shared,  // the other side has them as well
  edited,  // they differ and mean the same
  changed  // they differ, and so does the meaning
};

struct side_piece {
  std::string_view words;
  side_words stand = side_words::around;
  quoth::diff_change change = quoth::diff_change::none;
};

// Words of the claim in place of words of the record; either may be empty.
struct named_change {
  std::string claimed, record;
  quoth::diff_change change = quoth::diff_change::words;
};

// Pieces that follow one another: together the claim, and the whole statement.
struct comparison {
  std::vector<side_piece> claimed, record;
};

// The diff rows of a match as two sides. Both are empty where there are no rows. Compared words
// that the statement does not hold in this order are left out of its side.
[[nodiscard]] comparison compare(const document_layers& d, const row_groups& rows,
                                 std::uint32_t match);

// The changes of meaning in order, those of faithful edits left out.
[[nodiscard]] std::vector<named_change> changes_of(const document_layers& d, const row_groups& rows,
                                                   std::uint32_t match);

}  // namespace quoth::writers
