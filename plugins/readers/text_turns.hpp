// The turns that a document's own text shows, as rows.
#pragma once

#include <quoth/plugin.hpp>
#include <string_view>
#include <vector>

#include "readers/turns.hpp"

namespace quoth::readers {

// The values of the readers' `turns` parameter, in its order.
enum class turn_policy : std::uint32_t { automatic, never };

// Adds a row for each turn that find_turns sees in the text that `doc` was given; `found` is
// scratch memory.
template <class Stage>
void add_turns_of_text(quoth::document<Stage>& doc, std::vector<turn_span>& found) {
  const std::string_view text = doc.text();
  find_turns(text, found);
  for (const turn_span& t : found) {
    doc.template write<quoth::turn>().add({.where = {t.begin, t.end},
                                           .label = text.substr(t.begin, t.label_end - t.begin),
                                           .words = t.words});
  }
}

}  // namespace quoth::readers
