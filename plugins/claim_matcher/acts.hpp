// What a short text tells that somebody of the record wants, promises or rules out, without a
// quotation of theirs: claims of their own.
//
// Belongs to one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <quoth/layers.hpp>
#include <record/words.hpp>
#include <vector>

#include "claim_reading.hpp"
#include "claim_speaker.hpp"

namespace quoth::matching {

class acts {
 public:
  // `claims`: where they are added. All must outlive this.
  acts(claim_reading& in, claim_speaker& speaker, std::vector<made_claim>& claims)
      : in_(in), speaker_(speaker), claims_(claims) {}

  // Each of these tells whether it added one.

  // The act of the first whom the sentence names, around the end of a quotation where there is one.
  bool add_act(span sentence, const made_claim& quoted);

  // A few quoted words in a sentence that tells by itself whose they are: what it says that Roe
  // „plant, die “alten Hallen” zu räumen“ is one claim.
  bool add_act_around(const made_claim& quoted);

  // What the report by nobody of the record tells of somebody whom it has: please pass on: Ida Roe
  // [wants the tunnel shut].
  bool add_act_within(const made_claim& made);

  // Transport minister: The ferry sails again in May – where one person of the record has the
  // office that the words before the colon are, and no more.
  bool add_told_by_office(span sentence);

 private:
  [[nodiscard]] bool act_closes(std::size_t at) const;
  [[nodiscard]] std::size_t verb_before(std::size_t first, std::size_t last) const;
  [[nodiscard]] std::size_t begin_behind(std::size_t subject_end, std::size_t verb) const;
  [[nodiscard]] std::size_t verb_behind(std::size_t at) const;
  bool add_act_of(const named_speaker& subject, span sentence, const made_claim& quoted);

  claim_reading& in_;
  claim_speaker& speaker_;
  std::vector<made_claim>& claims_;
  record::word_list words_;
};

}  // namespace quoth::matching
