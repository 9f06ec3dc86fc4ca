#include "writers/report/voice.hpp"

#include <algorithm>
#include <cmath>
#include <text/day.hpp>

#include "writers/report/html.hpp"

namespace quoth::writers {

namespace {

constexpr std::size_t longest_rating = 40;  // code points of a fact-checker's own words

quoth::coverage coverage_row(const document_layers& d, const row_groups& rows, const entry& of) {
  const auto held = rows.coverage.of(of.claim);
  return held.empty() ? quoth::coverage{.claim = {of.claim}, .statements = 0}
                      : d.coverage[held.front()];
}

std::string rating_of(const text::phrase_book& say, const quoth::match& review) {
  return say.quoted(clipped(review.rating.value_or(""), longest_rating));
}

std::string refutation(const text::phrase_book& say, const document_layers& d, const entry& of) {
  if (of.evidence.empty()) return {};
  const quoth::match first = d.matches[of.evidence.front()];
  if (first.kind == quoth::match_kind::review)
    return first.rating ? say("finding.checked", {{"rating", rating_of(say, first)}}) : "";
  return say("finding.denied", {{"source", origin_of(say, first)}});
}

// Where it was said, and what fact-checkers say of its content.
std::string confirmation(const text::phrase_book& say, const document_layers& d, const entry& of) {
  std::string found;
  for (const std::uint32_t row : of.evidence) {
    const quoth::match m = d.matches[row];
    const bool review = m.kind == quoth::match_kind::review;
    if (!review && found.empty()) found = say("finding.said", {{"source", origin_of(say, m)}});
    if (!review || !m.rating) continue;
    if (!found.empty()) found += "; ";
    return found + say("finding.content-checked", {{"rating", rating_of(say, m)}});
  }
  return found;
}

}  // namespace

std::string day_of(const text::phrase_book& say, std::string_view iso) {
  const auto day = text::parse_day(iso);
  return day ? say.day(*day) : std::string(iso);
}

std::string origin_of(const text::phrase_book& say, const quoth::match& m) {
  std::string origin = m.date ? day_of(say, *m.date) : "";
  if (m.outlet && !m.outlet->empty()) {
    if (!origin.empty()) origin += ", ";
    origin += *m.outlet;
  }
  return origin;
}

std::uint32_t hundredths(double share) {
  return share > 0 ? static_cast<std::uint32_t>(std::lround(std::min(share, 1.0) * 100)) : 0;
}

std::string percent(const text::phrase_book& say, double share) {
  return say("percent", {{"number", std::to_string(hundredths(share))}});
}

std::string coverage_of(const text::phrase_book& say, const document_layers& d,
                        const row_groups& rows, const entry& of) {
  if (of.claim == no_row || !of.speaker) return {};
  const quoth::coverage held = coverage_row(d, rows, of);
  if (held.statements <= 0) return say("coverage.none", {{"speaker", *of.speaker}});
  const std::string count = std::to_string(held.statements);
  if (!held.from || !held.to)
    return say("coverage.undated", {{"speaker", *of.speaker}, {"count", count}});
  return say("coverage.range", {{"speaker", *of.speaker},
                                {"count", count},
                                {"from", day_of(say, *held.from)},
                                {"to", day_of(say, *held.to)}});
}

std::string finding_of(const text::phrase_book& say, const document_layers& d,
                       const row_groups& rows, const entry& of) {
  if (!of.verdict) return {};
  const auto first_of_evidence = [&] {
    return of.evidence.empty() ? quoth::match{} : d.matches[of.evidence.front()];
  };
  switch (of.verdict->rating) {
    case quoth::verdict_rating::on_record:
      return confirmation(say, d, of);
    case quoth::verdict_rating::altered:
      return {};
    case quoth::verdict_rating::misattributed: {
      const auto other = first_of_evidence().speaker;
      return other ? say("finding.misattributed", {{"speaker", *other}}) : "";
    }
    case quoth::verdict_rating::spliced:
      return of.evidence.size() < 2
                 ? ""
                 : say("finding.spliced", {{"count", std::to_string(of.evidence.size())}});
    case quoth::verdict_rating::refuted:
      return refutation(say, d, of);
    case quoth::verdict_rating::hearsay:
      return say("finding.hearsay", {{"source", origin_of(say, first_of_evidence())}});
    case quoth::verdict_rating::unsupported:
      return say("finding.searched",
                 {{"count", std::to_string(coverage_row(d, rows, of).statements)}});
    case quoth::verdict_rating::out_of_record:
      return say("finding.uncovered");
  }
  return {};
}

}  // namespace quoth::writers
