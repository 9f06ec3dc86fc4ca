// Attributions: who (source) reports with which words (cue) what (content).
//
// Thread rule: an attributor belongs to one thread and keeps its memory between documents.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "clauses.hpp"
#include "content_bounds.hpp"
#include "cue_voice.hpp"
#include "cues.hpp"
#include "noun_phrases.hpp"
#include "pairing.hpp"
#include "sources.hpp"
#include "verb_parts.hpp"
#include "words.hpp"

namespace quoth::quotes {

struct attribution {
  word_range cue;                     // empty: nothing but a colon, or nothing at all
  word_range cue_part;                // of a verb in two parts, the other one: hatte … gesagt
  word_range source;                  // empty: not named near
  word_range content;                 // empty where the content is a quotation
  word_range more;                    // what goes on after the cue (A, he said, B), or empty
  std::uint32_t quotation = nowhere;  // first quotation of a direct content
  std::uint32_t head = nowhere;       // the cue's main word
  std::int32_t strength = 0;          // log odds, in tenths
  bool is_speech = false;             // direct, whatever marks there are or are not
  // What the tagger found: the pieces of the content, beside the attributions; content and more are
  // the first two of them then.
  std::uint32_t first_piece = 0, pieces = 0;
  std::uint32_t seen_end = 0;  // where the words end at which the tagger looked
};

// Whether words without marks say nothing alone: small words and numbers ([What] she said is: “…”),
// or, between commas, when and where something was said (said, [at the fair on Sunday], …).
[[nodiscard]] bool says_nothing(const word_list& words, word_range range);

class attributor {
 public:
  // Finds the attributions of a document, in the order of their cues. `verb_parts` has read it.
  void run(const word_list& words, std::span<const quotation> quotations, std::span<const cue> cues,
           const lexicon& facts, verb_part_finder& verb_parts, std::vector<attribution>& out);

 private:
  [[nodiscard]] attribution attribute(std::uint32_t cue_index);
  [[nodiscard]] word_range other_part(const cue& c, word_range sentence) const;
  [[nodiscard]] bool attribute_silent(const cue& c, word_range sentence, word_range subject,
                                      attribution& found) const;
  [[nodiscard]] bool attribute_quotation_before(const cue& c, word_range sentence,
                                                word_range before, attribution& found) const;
  [[nodiscard]] bool attribute_behind_as(const cue& c, word_range sentence, word_range before,
                                         attribution& found) const;
  [[nodiscard]] bool quotes_next(std::uint32_t at, word_range sentence) const;
  [[nodiscard]] bool is_headline(word_range content) const;
  [[nodiscard]] bool is_rest_aside(std::uint32_t at, word_range sentence) const;
  [[nodiscard]] std::uint32_t clause_without_comma(std::uint32_t at, std::uint32_t end,
                                                   word_range sentence) const;
  [[nodiscard]] bool names_somebody(word_range source) const;
  [[nodiscard]] bool follows_dash(std::uint32_t at, word_range sentence) const;
  [[nodiscard]] bool attribute_clause_before(const cue& c, word_range sentence, word_range before,
                                             attribution& found) const;
  [[nodiscard]] bool attribute_before_bracket(const cue& c, word_range sentence,
                                              attribution& found) const;
  [[nodiscard]] bool in_opening_clause(std::uint32_t at, word_range sentence) const;
  [[nodiscard]] bool attribute_before_dash(const cue& c, word_range sentence,
                                           attribution& found) const;
  [[nodiscard]] bool is_report_behind(const attribution& found) const;
  [[nodiscard]] bool points_back(const cue& c, word_range part, word_range sentence) const;
  void attribute_sentence_before(const cue& c, word_range sentence, attribution& found) const;
  void attribute_after_source(const cue& c, word_range sentence, attribution& found) const;
  void attribute_behind_comma(const cue& c, word_range sentence, bool subordinate,
                              attribution& found) const;
  void attribute_according(const cue& c, word_range sentence, attribution& found) const;
  [[nodiscard]] bool is_surer_behind(std::uint32_t q, const cue& c) const;
  [[nodiscard]] bool describes_opening(const cue& c, const attribution& found) const;
  [[nodiscard]] bool is_void(const cue& c, const attribution& found) const;
  [[nodiscard]] bool names_inner_source(const attribution& found) const;
  [[nodiscard]] std::uint32_t quotation_of(const attribution& found) const;
  [[nodiscard]] std::uint32_t clause_behind_colon(const cue& c, const attribution& found,
                                                  word_range sentence) const;
  void attribute_content_after(const cue& c, word_range sentence, attribution& found) const;
  [[nodiscard]] bool is_means(std::uint32_t at) const;
  void attribute_subject(const cue& c, word_range sentence, word_range subject,
                         attribution& found) const;
  [[nodiscard]] bool leads_to(std::uint32_t q, const cue& c, word_range sentence) const;
  [[nodiscard]] std::uint32_t quotation_ending_before(std::uint32_t at) const;
  [[nodiscard]] word_range lead_in(std::uint32_t q) const;

  const word_list* words_ = nullptr;
  std::span<const quotation> quotations_;
  std::span<const cue> cues_;
  const lexicon* facts_ = nullptr;
  cue_voice voice_;
  clauses clauses_;
  noun_phrases phrases_;
  content_bounds bounds_;
  source_finder sources_;
  verb_part_finder* verb_parts_ = nullptr;
  std::vector<bool> taken_;  // per quotation: content of an attribution
  std::uint32_t last_sentence_ = nowhere;
  std::uint32_t last_end_ = 0;  // words before it belong to attributions already found
};

}  // namespace quoth::quotes
