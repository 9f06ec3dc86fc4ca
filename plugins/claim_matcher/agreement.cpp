#include "agreement.hpp"

#include "alignment.hpp"
#include "denial.hpp"
#include "numbers.hpp"
#include "reach.hpp"
#include "shared_words.hpp"

namespace quoth::matching {

agreement agreement_of(const wording& claim, const wording& record, const surroundings& around) {
  agreement found;
  if (claim.size() == 0 || record.size() > aligner::most_cells / claim.size()) return found;
  const shared_words both(claim, record);
  compare_denials(both, around, found);
  compare_numbers(both, around.setting, found);
  compare_reach(both, around.cue, found);
  return found;
}

}  // namespace quoth::matching
