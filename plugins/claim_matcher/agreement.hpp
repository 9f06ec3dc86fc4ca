// Whether reported words agree with a statement in what they count and deny, in whatever order the
// words of the two come.
#pragma once

#include <cstdint>
#include <span>

#include "wording.hpp"

namespace quoth::matching {

struct agreement {
  bool opposed = false;    // only one of the two denies a word of both that denies, or tells an act
  bool denies = false;     // the statement has a "not" in a sentence that has words of the claim
  bool undone = false;     // so is the word that reports the claim, which tells an act
  bool unheard = false;    // a number that neither the statement nor its setting has
  bool displaced = false;  // a number of other units, of other things, or in place of another
  bool misplaced = false;  // a month or weekday in place of another, another thing's number
  bool counted = false;    // a number that agrees
  bool repeated = false;   // a number that the statement has less often
  bool unconditional = false;  // the statement says it on a condition which the claim lacks
  bool surer = false;          // the claim has as a fact what the statement leaves open
  bool widened = false;        // the claim says of all or both what the statement says of some

  [[nodiscard]] bool contradicts() const noexcept { return opposed || displaced || misplaced; }
  // What is told with the very numbers is likely the same, in whatever words.
  [[nodiscard]] bool numbers_agree() const noexcept {
    return counted && !unheard && !displaced && !repeated;
  }
};

// What stands around the words of the two.
struct surroundings {
  bool denied = false;  // the document has a "not" before the claim's words: refuses to “close …”
  std::span<const unit_of_text> cue{};       // what reports the claim: has promised
  std::span<const std::uint64_t> setting{};  // stems, ascending, of what need not be in the
                                             // statement, since what stands around it has them
};

// Where the document denies the claim's words these are not looked at for what they deny. In the
// product of the two lengths; of a number that a statement repeats only the first 32 places are
// looked at. Of texts longer than `aligner::most_cells` allows nothing is told.
// Pure; any thread.
[[nodiscard]] agreement agreement_of(const wording& claim, const wording& record,
                                     const surroundings& around);

}  // namespace quoth::matching
