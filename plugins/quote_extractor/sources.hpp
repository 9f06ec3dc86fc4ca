// Who speaks by a cue: the subject before it, behind it, by whom it was said, or an earlier source.
//
// Thread rule: a source_finder belongs to one thread; it borrows what it is given.
#pragma once

#include <cstdint>
#include <span>

#include "clauses.hpp"
#include "content_bounds.hpp"
#include "cues.hpp"
#include "noun_phrases.hpp"
#include "words.hpp"

namespace quoth::quotes {

class source_finder {
 public:
  // All must outlive this. Forgets the source kept.
  void read(std::span<const cue> cues, const clauses& roles, const noun_phrases& phrases,
            const content_bounds& bounds);

  // Keeps the source last found, for a cue of the same sentence that shares it.
  void keep(word_range source, std::uint32_t sentence);
  // Whether the source kept last ends before word `at`.
  [[nodiscard]] bool follows_source(std::uint32_t at) const {
    return !last_source_.empty() && last_source_.end == at;
  }

  // The first word that may belong to the subject of a cue: behind the cue before it.
  [[nodiscard]] std::uint32_t start_of(std::uint32_t cue_index, word_range sentence) const;

  // The subject before a cue, not reaching back before `start`; empty where there is none or it
  // cannot speak.
  [[nodiscard]] word_range subject_of(std::uint32_t cue_index, std::uint32_t start,
                                      word_range sentence) const;

  // The word that opens the clause of a cue and its subject, or nowhere: [as] Trump said, [wie] die
  // Behörde mitteilte.
  [[nodiscard]] std::uint32_t as_before(const cue& c, word_range subject,
                                        word_range sentence) const;

  // Who speaks by a cue whose subject is `subject`: who stands behind it or shares his words with
  // it where that is empty.
  [[nodiscard]] word_range source_of(const cue& c, word_range subject, std::uint32_t start,
                                     word_range sentence) const;

  // Who speaks by a verb in two parts, the cue and `part`: hatte [X] gesagt, teilte [X] mit.
  [[nodiscard]] word_range source_in_bracket(const cue& c, word_range part, std::uint32_t start,
                                             word_range sentence) const;

 private:
  [[nodiscard]] word_range with_participle(const cue& last, const cue& c, word_range sentence,
                                           word_range before) const;
  [[nodiscard]] word_range object_before(const cue& c, word_range sentence) const;
  [[nodiscard]] bool has_aside(word_range verb, word_range before) const;
  [[nodiscard]] bool is_inverted(word_range verb, word_range before) const;
  [[nodiscard]] bool is_role_with_name(std::uint32_t at, std::uint32_t end) const;
  [[nodiscard]] bool ends_with_speaker(const cue& c, word_range sentence) const;
  [[nodiscard]] std::uint32_t opening_as(const cue& c, word_range sentence) const;
  [[nodiscard]] word_range shared_source(const cue& c, word_range sentence) const;
  [[nodiscard]] word_range agent_of(word_range clause, std::uint32_t end) const;

  std::span<const cue> cues_;
  const clauses* clauses_ = nullptr;
  const noun_phrases* phrases_ = nullptr;
  const content_bounds* bounds_ = nullptr;
  const word_list* words_ = nullptr;
  word_range last_source_;
  std::uint32_t last_sentence_ = nowhere;
};

}  // namespace quoth::quotes
