// quoth.text-reader: plain text, one document a file.
#pragma once

#include <cstddef>
#include <optional>
#include <quoth/plugin.hpp>
#include <string>
#include <text/utf8.hpp>
#include <vector>

#include "readers/encoding.hpp"
#include "readers/text_turns.hpp"

namespace quoth::readers {

struct text_reader {
  turn_policy turns = turn_policy::automatic;

  static constexpr auto about = quoth::stage(
      "quoth.text-reader", "1.0.0", "Reads plain text files, one document each.",
      quoth::accepts("*.txt", "*.text", "*.md"), quoth::media_types("text/plain", "text/markdown"),
      quoth::param(&text_reader::turns, "turns", turn_policy::automatic,
                   "whether to look for NAME: words in texts", "auto", "never"),
      quoth::writes<quoth::document_row>{}, quoth::writes<quoth::turn>{});

  struct cursor {
    explicit cursor(const quoth::input&) {}
  };

  static quoth::cut next(cursor&, std::string_view window, bool last) {
    if (!last) return quoth::cut::need_more();
    return {.found = true, .begin = 0, .end = window.size(), .consumed = window.size(), .line = 1};
  }

  void parse(const quoth::item& item, quoth::document<text_reader>& doc) {
    const std::optional<std::size_t> wrong =
        is_wide(item.bytes) ? 0 : text::first_malformed(item.bytes);
    if (wrong)
      throw quoth::error("the text is not UTF-8: the first wrong byte is at offset " +
                         std::to_string(*wrong) + "; " +
                         conversion_advice(item.bytes, item.input.path));
    doc.set_text(item.bytes);
    doc.write<quoth::document_row>().add({.id = item.input.id});
    if (turns == turn_policy::automatic) add_turns_of_text(doc, found);
  }

 private:
  std::vector<turn_span> found;
};

}  // namespace quoth::readers
