#include "status.hpp"

#include <algorithm>
#include <cstdint>

namespace quoth::quotes {
namespace {

constexpr std::uint32_t reach = 60;     // words around an attribution that may bear on it
constexpr std::uint32_t governing = 4;  // words from a doubt to the clause that it governs

// The words of the attribution's own sentence close to it.
word_range surroundings(const word_list& words, const attribution& a) {
  const std::uint32_t at = a.cue.begin;
  const std::uint32_t s = words[at].sentence;
  if (s == nowhere) return {at, at};
  const word_range sentence = words.sentence(s);
  return {std::max(sentence.begin, at > reach ? at - reach : 0),
          std::min(sentence.end, a.cue.end + reach)};
}

bool governs_clause(const word_list& words, std::uint32_t at, std::uint32_t end) {
  end = std::min(end, at + governing);
  for (std::uint32_t i = at + 1; i < end; ++i) {
    if (words[i].is(complementizer)) return true;
  }
  return false;
}

bool negated_evidence(const word_list& words, std::uint32_t at) {
  return words[at].is(evidence_noun) && at > 0 && words[at - 1].is(negation | determiner) &&
         words[at - 1].is(negation);
}

// dismissed [warnings that the dam had failed]; not so dismissed [the plan].
bool dismisses_report(const word_list& words, const attribution& a) {
  if (a.head == nowhere || !words[a.head].is(dismissal) || a.content.empty()) return false;
  const std::uint32_t begin = a.content.begin;
  if (words[begin].quoted()) return false;
  return words[begin].is(complementizer) ||
         governs_clause(words, begin, std::min(a.content.end, begin + governing));
}

// “That is not true,” she denied: a sentence in marks was said, whatever it denies.
bool quotes_sentence(const word_list& words, const attribution& a) {
  if (a.quotation == nowhere) return false;
  const word_range quotation = words.quotation(a.quotation);
  for (std::uint32_t i = quotation.begin; i < quotation.end; ++i) {
    if (words[i].is_word()) return words[i].shape == word_shape::capital;
  }
  return false;
}

// did not deny that …; bestritt das nicht
bool is_negated(const word_list& words, const attribution& a, word_range around) {
  for (std::uint32_t i = a.cue.begin; i < around.end && i < a.cue.end + governing; ++i) {
    if (a.content.contains(i) || a.more.contains(i)) break;
    if (words[i].is(negation)) return true;
  }
  return false;
}

bool is_denied(const word_list& words, const attribution& a, word_range around) {
  if (dismisses_report(words, a)) return true;
  // A verb in two parts holds its negation between them: hat zu keinem Zeitpunkt gesagt.
  const std::uint32_t first =
      a.cue_part.empty() ? a.cue.begin : std::min(a.cue.begin, a.cue_part.begin);
  const std::uint32_t last = std::max(a.cue.end, a.cue_part.end);
  for (std::uint32_t i = first; i < last; ++i) {
    if (words[i].quoted() || a.content.contains(i)) continue;
    if (words[i].is(denial)) return !quotes_sentence(words, a) && !is_negated(words, a, around);
    if (words[i].is(negation) && a.head != nowhere && words[a.head].is(saying)) return true;
  }
  for (std::uint32_t i = around.begin; i < a.cue.begin; ++i) {
    if (words[i].quoted() || a.content.contains(i)) continue;
    if (negated_evidence(words, i) && governs_clause(words, i, a.cue.begin)) return true;
    if (words[i].is(denial) && governs_clause(words, i, a.cue.begin)) return true;
  }
  return false;
}

bool is_alleged(const word_list& words, const attribution& a, word_range around) {
  const std::uint32_t last = std::max({a.cue.end, a.content.end, a.more.end});
  for (std::uint32_t i = around.begin; i < around.end; ++i) {
    const word& w = words[i];
    // …, [but she rejected claims]: another clause
    if (i > last && w.is(coordinator) && words[i - 1].shape == word_shape::comma) break;
    if (w.quoted() || i == a.head || a.content.contains(i) || a.more.contains(i)) continue;
    const bool near = i + governing >= a.cue.begin && i < a.cue.end + 1;
    if (w.is(hearsay) && near) return true;
    // soll er gesagt haben: the modal is a part of the cue
    const bool perfect = a.cue.end < words.size() && words[a.cue.end].is(auxiliary);
    if (w.is(hearsay_modal) && a.cue_part.contains(i) && perfect) return true;
    if (a.source.contains(i)) continue;
    if (w.is(hearsay_modal) && i < a.cue.begin && a.source.end <= i) return true;
    if (!w.is(doubt)) continue;
    if (i < a.cue.begin ? governs_clause(words, i, a.cue.begin) : i >= a.cue.end) return true;
  }
  return false;
}

}  // namespace

quoth::quote_status status_of(const word_list& words, const attribution& a) {
  if (a.cue.empty()) return quoth::quote_status::asserted;
  const word_range around = surroundings(words, a);
  if (is_denied(words, a, around)) return quoth::quote_status::denied;
  if (is_alleged(words, a, around)) return quoth::quote_status::alleged;
  return quoth::quote_status::asserted;
}

}  // namespace quoth::quotes
