// Paragraphs: which line breaks of a text part paragraphs and which only wrap lines.
//
// A blank line parts paragraphs. So does a single line break, unless lines are wrapped: a text
// whose lines often go on in lower case is a wrapped one. Scanned transcripts come with a blank
// line after every line; they are known by the same sign. Headings, captions, bullets, labels of
// transcripts and times of live blogs begin paragraphs in wrapped texts as well.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "segmentation.hpp"

namespace quoth::segmenter {

// One line that is not blank. Offsets are bytes.
struct line {
  enum trait : std::uint8_t {
    starts_lower = 1,
    ends_closed = 2,  // with . ! ? … : ; and perhaps quotation marks and brackets after it
    all_capitals = 4,
    bullet = 8,
    after_blank = 16,        // at least one blank line before it
    label_in_capitals = 32,  // PRIME MINISTER:
    label_of_name = 64,      // President of Russia Vladimir Putin:
    time = 128,              // 07:02
  };
  std::uint32_t begin;  // white space at both ends is left out
  std::uint32_t end;
  std::uint32_t words;  // after the label or the time, else begin
  std::uint8_t traits;

  [[nodiscard]] bool is(std::uint8_t any_of) const noexcept { return (traits & any_of) != 0; }
  [[nodiscard]] std::uint32_t size() const noexcept { return end - begin; }
};

// Appends the paragraphs of `text` (under 4 GiB). `lines` is memory to be reused.
void find_paragraphs(std::string_view text, std::vector<line>& lines, paragraph_columns& out);

}  // namespace quoth::segmenter
