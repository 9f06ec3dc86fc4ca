// Letters to a newspaper and guest articles: whoever signs one, or is introduced below it, wrote
// it.
#pragma once

#include <cstdint>
#include <string>

#include "reading.hpp"

namespace quoth::speakers {

struct signer {
  std::string name;  // empty: nobody signs
  std::uint32_t entity = nothing;
};

// Who signs the letter in which a word stands, in a short paragraph below it: a person named at its
// beginning ("Dr Mia Lund"), where the letter opens with a salutation ("Sir, –"); on a page of such
// letters, which ends with a signature, a paragraph that is nothing but a name ("Mia Lund.") or a
// handle ("@mia_lund"). Without a letter, whom the last paragraph of the text introduces and
// nothing else names: "Mia Lund is a former mayor of Ferrow."
[[nodiscard]] signer signer_of(const reading& of, std::uint32_t word);

// The same of letters alone.
[[nodiscard]] signer signer_of_letter(const reading& of, std::uint32_t word);

}  // namespace quoth::speakers
