// Which claim of a document speaks about a given quotation.
#ifndef QUOTH_HOST_EVAL_CLAIM_FOR_QUOTE_HPP
#define QUOTH_HOST_EVAL_CLAIM_FOR_QUOTE_HPP

#include <string_view>

#include "host/eval/scored_document.hpp"

namespace quoth::host::eval {

/// The claim whose words overlap those of `quote` most, of equals the first; the first where the
/// quote is empty; nullptr where there is no claim.
[[nodiscard]] const scored_claim* claim_for_quote(const scored_document& document,
                                                  std::string_view quote);

}  // namespace quoth::host::eval

#endif
