// From the words that name a source to the speaker they mean.
#pragma once

#include <cstdint>
#include <string>

#include "reading.hpp"

namespace quoth::speakers {

struct resolved_speaker {
  std::string name;  // empty: unknown
  quoth::speaker_type type = quoth::speaker_type::unknown;
  quoth::speaker_link link = quoth::speaker_link::none;
  quoth::span mention = quoth::no_span;
  std::uint32_t entity = nothing;  // nothing for lists of people and for the author
  double confidence = 0;
};

// The speaker that the source words [first, last) mean; name empty where they mean nobody.
[[nodiscard]] resolved_speaker speaker_of_source(reading& of, std::uint32_t first,
                                                 std::uint32_t last);

// The speaker that an entity is, as `link` and the words [first, last) have it.
[[nodiscard]] resolved_speaker speaker_of_entity(reading& of, std::uint32_t entity,
                                                 quoth::speaker_link link, std::uint32_t first,
                                                 std::uint32_t last, double confidence);

// The writer of the document: the byline, or "author" where there is none.
[[nodiscard]] resolved_speaker speaker_is_author(const reading& of, std::uint32_t first,
                                                 std::uint32_t last);

}  // namespace quoth::speakers
