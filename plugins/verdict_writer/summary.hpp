// The words of a verdict: its label and two to five sentences for an editor, in one language.
#pragma once

#include <string>

#include "phrases.hpp"
#include "rating.hpp"

namespace quoth::verdicts {

struct wording {
  std::string label;
  std::string summary;
};

// Names the speaker, what the record holds, the differences word by word, days, coverage, and what
// is not known. Quoted words are cut to some 200 code points at a word's end.
[[nodiscard]] wording write(const claim_case& at, const decision& made, const phrases& language);

}  // namespace quoth::verdicts
