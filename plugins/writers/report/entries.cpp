#include "writers/report/entries.hpp"

#include <algorithm>

namespace quoth::writers {

namespace {

bool is_content_check(const quoth::match& m) {
  return m.kind == quoth::match_kind::review && m.relation != quoth::match_relation::related;
}

entry entry_of_claim(const document_layers& d, const row_groups& rows, std::uint32_t row) {
  const quoth::claim claim = d.claims[row];
  entry made;
  made.claim = row;
  if (claim.quote && claim.quote->id < d.quotes.size()) made.quote = claim.quote->id;
  made.words = claim.text;
  made.speaker = claim.speaker;
  made.mention = claim.mention.value_or("");
  const auto verdicts = rows.verdicts.of(row);
  if (!verdicts.empty()) {
    made.verdict = d.verdicts[verdicts.front()];
    for (const std::uint32_t e : rows.evidence.of(verdicts.front()))
      if (const auto match = d.evidence[e].match; match.id < d.matches.size())
        made.evidence.push_back(match.id);
  }
  for (const std::uint32_t m : rows.matches.of(row))
    if (is_content_check(d.matches[m]) &&
        std::ranges::find(made.evidence, m) == made.evidence.end())
      made.reviews.push_back(m);
  return made;
}

entry entry_of_quote(const document_layers& d, const row_groups& rows, std::uint32_t row) {
  entry made;
  made.quote = row;
  made.words = d.quotes.get<&quoth::quote::text>(row);
  const auto who = rows.speakers.of(row);
  if (who.empty()) return made;
  const quoth::speaker speaker = d.speakers[who.front()];
  made.speaker = speaker.name;
  if (speaker.mention.exists()) made.mention = speaker.mention.of(d.text);
  return made;
}

}  // namespace

std::string entry::id() const {
  std::string id(1, claim != no_row ? 'c' : 'q');
  id += std::to_string((claim != no_row ? claim : quote) + 1);
  return id;
}

std::string_view entry::rating() const {
  return verdict ? choice<&quoth::verdict::rating, quoth::verdict>(verdict->rating) : "unrated";
}

std::vector<entry> entries_of(const document_layers& d, const row_groups& rows) {
  std::vector<entry> entries;
  std::vector<bool> claimed(d.quotes.size(), false);
  for (std::uint32_t row = 0; row < d.claims.size(); ++row) {
    if (!is_shown(d, row)) continue;
    entries.push_back(entry_of_claim(d, rows, row));
    if (entries.back().quote != no_row) claimed[entries.back().quote] = true;
  }
  for (std::uint32_t row = 0; row < d.quotes.size(); ++row)
    if (!claimed[row]) entries.push_back(entry_of_quote(d, rows, row));
  return entries;
}

std::vector<marked_span> marks_of(const document_layers& d, const row_groups& rows,
                                  const std::vector<entry>& entries) {
  std::vector<marked_span> marks;
  for (std::uint32_t e = 0; e < entries.size(); ++e) {
    if (entries[e].quote == no_row) {
      if (is_of_a_passage(d, entries[e].claim))
        marks.push_back({d.claims.where(entries[e].claim), e});
      continue;
    }
    for (const std::uint32_t part : rows.parts.of(entries[e].quote))
      if (d.parts.get<&quoth::quote_part::role>(part) == quoth::part_role::content)
        marks.push_back({d.parts.where(part), e});
  }
  return marks;
}

}  // namespace quoth::writers
