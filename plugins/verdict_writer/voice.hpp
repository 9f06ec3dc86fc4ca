// Who speaks in a match, seen from the claim: the claim's speaker, somebody else, a report of what
// the speaker said, or a denial that it was said.
#pragma once

#include <quoth/layers.hpp>

#include "finding.hpp"
#include "reviews.hpp"

namespace quoth::verdicts {

enum class voice {
  own,      // first-hand words of the claim's speaker, or anybody's where the claim names nobody
  another,  // words of somebody else
  report,   // second-hand: somebody says that the speaker said it
  denial,   // somebody, or the speaker, says that it was not said
  review,   // a published fact-check
  none      // no evidence: a question, words of nobody known
};

// A statement of another that names the claim's speaker, where the claim itself does not, is a
// report about them, and a denial where it says so ("never said"). A question that the claim turns
// into an assertion is nobody's statement.
[[nodiscard]] voice voice_of(const claim& made, const finding& found, const review_words& words);

}  // namespace quoth::verdicts
