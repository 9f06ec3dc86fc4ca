// How a document stands to what it reports: asserted, alleged (nobody vouches for it), denied.
//
// Alleged: allegedly, reportedly; claimed that X said …; rumours that X said …; “…,” it read,
// citing an alleged speech; X soll gesagt haben. So is what somebody only might say: would say if
// …; might have said; What would X say? “…”; Imagine that X said …. Denied: X denied that …; X
// never said …; there is no evidence that X said …. A verb such as claimed doubts what is said, not
// that it was said: of its own it alleges nothing.
//
// Thread rule: all functions are pure.
#pragma once

#include <quoth/layers.hpp>

#include "attribution.hpp"
#include "words.hpp"

namespace quoth::quotes {

[[nodiscard]] quoth::quote_status status_of(const word_list& words, const attribution& a);

// Whether what the attribution takes for its content is a condition, and nothing that is said:
// would say [if she were honest].
[[nodiscard]] bool reports_condition(const word_list& words, const attribution& a);

// The same of a quotation that nobody's verb reports, at the words `range`: by the sentences before
// it in its paragraph, over other such quotations and short questions.
[[nodiscard]] quoth::quote_status status_behind(const word_list& words, word_range range);

}  // namespace quoth::quotes
