// What the voice of a cue makes of its subject: who speaks, what is said, or whom it is said to.
//
// Thread rule: as attributor.
#pragma once

#include "cues.hpp"
#include "words.hpp"

namespace quoth::quotes {

class cue_voice {
 public:
  // `words` must outlive all questions.
  void read(const word_list& words) noexcept { words_ = &words; }

  [[nodiscard]] bool is_passive(const cue& c) const;
  // Trump is expected to speak, the plan seems dead: what is said of the subject.
  [[nodiscard]] bool reports_subject(const cue& c) const;
  // Trump was asked about the plan: it is said to the subject, by whom nobody tells.
  [[nodiscard]] bool addresses_subject(const cue& c) const;
  // Cues that nobody speaks by: To suggest a correction, write to us; or who only passes on what
  // is attributed elsewhere: as reported by X.
  [[nodiscard]] bool is_idle(const cue& c, word_range sentence) const;

 private:
  const word_list* words_ = nullptr;
};

}  // namespace quoth::quotes
