#include "relation.hpp"

#include <algorithm>
#include <cmath>

namespace quoth::matching {

double strength_of(const resemblance& r, std::size_t words, bool reported) {
  if (words == 0) return 0.0;
  const double run = std::min(1.0, static_cast<double>(r.longest) / static_cast<double>(words));
  double strength = (0.6 * r.aligned + 0.25 * r.anywhere + 0.15 * run) * (1.0 - 0.25 * r.own);
  if (reported) {
    strength = std::max(strength, (0.3 * r.aligned + 0.7 * r.anywhere) * (1.0 - 0.1 * r.own));
  }
  return strength * (1.0 - std::exp(-r.evidence()));
}

double blended(double strength, double relevance) {
  const double share = 0.6 * (1.0 - strength);
  return (1.0 - share) * strength + share * relevance;
}

double likelier(double score, double evidence) {
  const double odds = std::exp(evidence);
  return score * odds / (1.0 - score + score * odds);
}

namespace {

constexpr double all = 0.97;  // of a claim's weight
// Where a whole stretch of the claim is in nothing, the rest may be a piece of a splice.
constexpr double most_open = 0.3;

// Most words in order.
bool is_near(const resemblance& r) {
  return r.open <= most_open && r.aligned >= 0.6 && (r.longest >= 3 || r.aligned >= 0.85);
}

// Reported by a word that tells an act, which the statement denies: promises [a bridge], “I don't
// promise …”
bool is_undone(const resemblance& r, bool reported) {
  return reported && r.agrees.undone;
}

// All of the claim is there, with no difference but edits.
bool is_verbatim(const resemblance& r, bool reported) {
  return !is_undone(r, reported) && r.faithful && r.aligned >= all;
}

}  // namespace

bool is_laid_beside(const resemblance& r, bool reported) {
  // prices rise faster than wages, of wages that rise faster than prices: nothing is missing
  constexpr double nearly_all = 0.9;
  return is_undone(r, reported) || is_verbatim(r, reported) || (is_near(r) && r.changed) ||
         (r.negated && r.anywhere >= nearly_all);
}

match_relation relation_of(const resemblance& r, bool reported, bool bent, bool by_words,
                           bool likely) {
  const bool opposed = reported && r.agrees.opposed && !r.faithful;
  const bool undone = is_undone(r, reported);
  if (is_verbatim(r, reported)) return match_relation::verbatim;
  // „Das Boot bleibt hier“, of „Kommt kein Geld, bleibt das Boot hier“: all, but for one word in
  // order.
  const bool moved = !reported && r.open <= most_open && r.anywhere >= all && r.aligned >= 0.5 &&
                     r.longest >= 2 && r.mass >= 1.5;
  if (moved || is_near(r)) {
    const bool replaced = reported && bent && ((r.replaced && !by_words) || r.agrees.misplaced);
    return r.negated || opposed || undone || replaced ? match_relation::contradicts
                                                      : match_relation::near;
  }
  // Of words that deny what is claimed, or give it another number, fewer tell.
  constexpr double most_opposed = 0.4;
  constexpr double rare = 2.0;
  if (reported && r.agrees.contradicts() && r.anywhere >= most_opposed && r.evidence() >= rare) {
    return match_relation::contradicts;
  }
  if (r.mass < 1.5) return match_relation::related;
  if (!reported) {
    const bool same = r.anywhere >= 0.55 && r.open <= most_open;
    return same ? match_relation::paraphrase : match_relation::related;
  }
  // Reported speech may end in words of its own.
  constexpr double least_told = 0.2;
  constexpr double mostly_told = 0.5;
  const bool told = (r.anywhere >= 0.5 && r.told >= least_told) || r.told >= mostly_told;
  const bool same = told && !r.agrees.unheard;
  constexpr double told_with_numbers = 0.1;
  const bool same_numbers = r.agrees.numbers_agree() && r.told >= told_with_numbers;
  if (r.anywhere >= 0.5 && r.agrees.contradicts()) return match_relation::contradicts;
  if (!same && !same_numbers && (!likely || r.agrees.unheard)) return match_relation::related;
  const bool farther =
      r.agrees.unconditional || r.agrees.surer || (r.agrees.widened && r.told >= mostly_told);
  return bent && farther ? match_relation::contradicts : match_relation::paraphrase;
}

bool bears_on(const resemblance& r) {
  constexpr double some = 0.12;  // of the claim's weight
  constexpr double rare = 0.6;
  return r.anywhere >= some && r.evidence() >= rare;
}

match_relation relation_of(const resemblance& r, const retelling& read) {
  if (read.is_bent()) return match_relation::contradicts;
  if (!read.is_told()) return match_relation::related;
  return is_near(r) && !r.changed ? match_relation::near : match_relation::paraphrase;
}

}  // namespace quoth::matching
