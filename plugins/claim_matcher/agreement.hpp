// Whether reported words agree with a statement in what they count and deny, in whatever order the
// words of the two come.
#pragma once

#include <cstdint>
#include <span>

#include "wording.hpp"

namespace quoth::matching {

struct agreement {
  bool opposed = false;    // only one of the two denies a word of both that denies, or tells an act
  bool unheard = false;    // a number that neither the statement nor its setting has
  bool displaced = false;  // a number of other units, of other things, or in place of another
};

// `denied`: the document has a "not" of its own before the claim's words, which then are not looked
// at for what they deny. `setting`: stems, ascending, of what stands around the statement. In the
// product of the two lengths; of texts longer than `aligner::most_cells` allows nothing is told.
// Pure; any thread.
[[nodiscard]] agreement agreement_of(const wording& claim, const wording& record, bool denied,
                                     std::span<const std::uint64_t> setting);

}  // namespace quoth::matching
