#include "host/eval/claim_for_quote.hpp"

#include <set>
#include <string>

#include "host/eval/spans.hpp"
#include "host/eval/unicode.hpp"

namespace quoth::host::eval {

namespace {

std::set<std::u32string> word_set(std::string_view text) {
  const std::vector<std::u32string> words = words_of(lower(text));
  return {words.begin(), words.end()};
}

}  // namespace

const scored_claim* claim_for_quote(const scored_document& document, std::string_view quote) {
  if (document.claims.empty()) return nullptr;
  const scored_claim* best = &document.claims.front();
  if (quote.empty()) return best;
  const std::set<std::u32string> wanted = word_set(quote);
  double highest = overlap(wanted, word_set(best->text));
  for (const scored_claim& claim : document.claims) {
    const double share = overlap(wanted, word_set(claim.text));
    if (share <= highest) continue;
    highest = share;
    best = &claim;
  }
  return best;
}

}  // namespace quoth::host::eval
