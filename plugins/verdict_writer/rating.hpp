// The decision: a rating for a claim, its reason, and the matches that it rests on.
//
// Precedence (first that holds):
//   1. refuted         an explicit denial that it was said, or a review of the attribution
//   2. on-record       the speaker's own words, first-hand, the meaning unchanged
//   3. altered/spliced the speaker's own words, first-hand, the meaning changed, or pieces joined
//   4. misattributed   first-hand words of somebody else
//   5. refuted         no first-hand words at all, and a review says that the content is false
//   6. hearsay         only second-hand reports
//   7. unsupported     the record covers speaker and period and holds no such statement
//   8. out-of-record   it does not cover them
//
// Where words of the speaker and words of another both come near, the closer ones decide.
// Pure: no state, no I/O; any thread.
#pragma once

#include <cstdint>
#include <quoth/layers.hpp>
#include <span>
#include <string_view>
#include <vector>

#include "calendar.hpp"
#include "comparison.hpp"
#include "finding.hpp"
#include "reviews.hpp"
#include "splice.hpp"

namespace quoth::verdicts {

// A claim with all that is known of it.
struct claim_case {
  quoth::claim claim;
  quote_kind kind = quote_kind::indirect;  // of the quotation it comes from
  quoth::coverage coverage{};              // statements = 0 where the record holds none
  bool tells_denial = false;               // the claim itself says that something was not said
  occasion when;
  std::vector<finding> findings;  // best first
};

struct thresholds {
  double paraphrase_score = 0.35;    // least score of a paraphrase that counts as the same
  double reworded_score = 0.5;       // the same for a direct quotation in other words
  double altered_score = 0.4;        // least score of a statement that was altered
  double misattributed_score = 0.8;  // least score of another's statement that was near
  double denial_score = 0.3;         // least score of a denial
  double review_score = 0.2;         // least score of a published fact-check
  double hearsay_score = 0.35;       // least score of a second-hand report
  double margin = 0.05;              // by which another's words must be closer than the speaker's
  std::uint32_t least_words = 4;     // shortest claim that can be misattributed
  std::uint32_t gap_words = 4;       // words left out of a direct quotation, undeclared, that count
  std::uint32_t nearest = 3;         // how many statements to list where none supports the claim
  std::chrono::days slack{180};      // in days, before the first statement and after the last
  splice_limits splice;
};

enum class reason : std::uint8_t {
  same_words,      // on-record: verbatim, or with faithful edits
  same_sense,      // on-record: a paraphrase
  denial_told,     // on-record: the claim tells of a denial, and the record has it
  confirmed,       // on-record: a published fact-check says so, and no speaker is named
  changed,         // altered: a difference changes the meaning
  reworded,        // altered: words in quotation marks are others
  shortened,       // altered: words between others were left out, and no ellipsis says so
  cut,             // altered: what turns or limits the words was left out
  joined,          // spliced: pieces of several statements
  parted,          // spliced: sentences of one passage, without what stands between
  another,         // misattributed
  denied,          // refuted: an explicit denial
  not_said,        // refuted: a review of the attribution
  not_true,        // refuted: a review of the content, and nothing first-hand
  second_hand,     // hearsay
  not_found,       // unsupported
  no_statements,   // out-of-record: the record holds nothing of the speaker
  other_period,    // out-of-record: it ends before the claim, or begins after it
  unknown_speaker  // out-of-record: nobody to look up, and no review
};

struct decision {
  verdict_rating rating = verdict_rating::out_of_record;
  reason why = reason::unknown_speaker;
  double strength = 0.0;              // of the evidence, by rule, 0.01 to 0.99
  std::vector<std::size_t> evidence;  // indices of findings, most important first
  std::vector<piece> pieces;          // spliced: statement = index of a finding
  std::string_view left_out;          // altered by a cut, or parted: the words left out
  std::vector<std::size_t> reviews;   // reviews of the content that stand beside it
};

[[nodiscard]] decision rate(const claim_case& at, const review_words& words,
                            const thresholds& limits);

}  // namespace quoth::verdicts
