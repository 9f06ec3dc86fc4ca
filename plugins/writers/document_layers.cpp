#include "writers/document_layers.hpp"

#include <algorithm>

namespace quoth::writers {

void children::group(std::span<const std::uint32_t> parent_of, std::uint32_t parents) {
  first_.assign(parents + 2u, 0);
  for (const std::uint32_t p : parent_of)
    if (p < parents) ++first_[p + 2];
  for (std::uint32_t p = 2; p < parents + 2; ++p) first_[p] += first_[p - 1];
  rows_.resize(first_[parents + 1]);
  for (std::uint32_t i = 0; i < parent_of.size(); ++i)
    if (parent_of[i] < parents) rows_[first_[parent_of[i] + 1]++] = i;
}

std::span<const std::uint32_t> children::of(std::uint32_t parent) const {
  return std::span(rows_).subspan(first_[parent], first_[parent + 1] - first_[parent]);
}

void row_groups::group(const document_layers& d) {
  parts.group(d.parts.values<&quoth::quote_part::quote>(), d.quotes.size());
  speakers.group(d.speakers.values<&quoth::speaker::quote>(), d.quotes.size());
  matches.group(d.matches.values<&quoth::match::claim>(), d.claims.size());
  diffs.group(d.diffs.values<&quoth::diff::match>(), d.matches.size());
  coverage.group(d.coverage.values<&quoth::coverage::claim>(), d.claims.size());
  verdicts.group(d.verdicts.values<&quoth::verdict::claim>(), d.claims.size());
  evidence.group(d.evidence.values<&quoth::evidence::verdict>(), d.verdicts.size());
}

std::string_view language_of(const document_layers& d) {
  std::string_view code;
  if (!d.language.empty()) {
    code = d.language.front().code;
  } else if (!d.document.empty()) {
    code = d.document.front().lang.value_or("");
  }
  return code.substr(0, std::min(code.find_first_of("-_"), code.size()));
}

bool is_of_a_passage(const document_layers& d, std::uint32_t claim) {
  const quoth::span where = d.claims.where(claim);
  return !where.empty() && where.end <= d.text.size() && where.size() < d.text.size();
}

bool is_shown(const document_layers& d, std::uint32_t claim) {
  const auto quote = d.claims.get<&quoth::claim::quote>(claim);
  return (quote && quote->exists()) || is_of_a_passage(d, claim) || d.claims.size() == 1;
}

}  // namespace quoth::writers
