// Who passed a statement on: the outlet an interview was given to, the agency that reports it, the
// channel that claims it.
#pragma once

#include <cstdint>
#include <string>

#include "sources.hpp"

namespace quoth::speakers {

// Words [first, last) of a quotation's parts; first == last where it has none.
struct word_range {
  std::uint32_t first = 0, last = 0;
  [[nodiscard]] bool empty() const noexcept { return first == last; }
  [[nodiscard]] bool contains(std::uint32_t i) const noexcept { return first <= i && i < last; }
};

struct quote_words {
  word_range source, cue, content;
};

// The name of whoever passed the quotation on, or empty. Where the source of the words is a report
// that cites someone ("one such announcement read, citing a speech from Putin"), `speaker`
// becomes the one cited and the report is the result.
[[nodiscard]] std::string via_of(reading& of, const quote_words& quote, resolved_speaker& speaker);

}  // namespace quoth::speakers
