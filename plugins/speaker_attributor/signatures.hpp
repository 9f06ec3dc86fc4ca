// Letters to a newspaper: whoever signs one wrote it.
#pragma once

#include <cstdint>

#include "reading.hpp"

namespace quoth::speakers {

// The person who signs the letter in which a word stands: named at the beginning of a short
// paragraph below it ("Dr Mia Lund"), where the letter opens with a salutation ("Sir, –").
// `nothing` where there is none.
[[nodiscard]] std::uint32_t signer_of(const reading& of, std::uint32_t word);

}  // namespace quoth::speakers
