// The whole segmentation of a text.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language_resources.hpp"
#include "layout.hpp"
#include "segmentation.hpp"

namespace quoth::segmenter {

// Memory that is reused from text to text. One a thread.
struct segment_scratch {
  std::vector<line> lines;
  std::vector<std::uint32_t> stops;
  std::vector<std::uint32_t> cuts;
  std::string folded;
};

// Segments well-formed UTF-8 under 4 GiB, in time linear in its size. Malformed bytes become
// symbols. `starts` are byte offsets, ascending, at which a sentence has to begin, such as those
// of a transcript's turns and of their words.
void segment(std::string_view text, const language_resources& language,
             std::span<const std::uint32_t> starts, segment_scratch& scratch, segmentation& out);

}  // namespace quoth::segmenter
