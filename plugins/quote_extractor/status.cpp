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

// would say if …; What would X say?: whether an irrealis within `around` is one of a condition or a
// question. An "if" within what is said is the speaker's own.
bool is_conditional(const word_list& words, const attribution& a, word_range around) {
  std::uint32_t last = around.end;
  while (last > around.begin && words[last - 1].quoted()) --last;
  if (last > around.begin && words[last - 1].shape == word_shape::question) return true;
  for (std::uint32_t i = around.begin; i < around.end; ++i) {
    if (words[i].quoted() || a.content.contains(i) || a.more.contains(i)) continue;
    if (words[i].is(condition)) return true;
  }
  return false;
}

// The first of the words before `at` that are part of its verb: [would perhaps have] said.
std::uint32_t first_of_verb(const word_list& words, std::uint32_t at, std::uint32_t least) {
  while (at > least && !words[at - 1].quoted() &&
         words[at - 1].is(auxiliary | adverb | negation | irrealis | perfect)) {
    --at;
  }
  return at;
}

// Whether the verb at `head` tells what would be said, and was not: the irrealis stands with it, or
// before its subject in a question, or is the other part of the verb.
bool is_hypothetical(const word_list& words, const attribution& a, word_range around) {
  if (a.head == nowhere || a.head >= words.size() || words[a.head].quoted()) return false;
  if (a.head < around.begin || a.head >= around.end) return false;
  bool would = false, have = false;
  const auto look = [&](std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t i = first; i < last; ++i) {
      const bool month =
          words[i].shape == word_shape::capital && i > around.begin;  // the May report
      if (words[i].quoted() || month) continue;
      would = would || words[i].is(irrealis);
      have = have || words[i].is(perfect);
    }
  };
  const std::uint32_t verb = first_of_verb(words, a.head, around.begin);
  look(verb, a.head);
  look(a.cue_part.begin, a.cue_part.end);
  if (!a.source.empty() && a.source.end <= verb) {
    look(first_of_verb(words, a.source.begin, around.begin), a.source.end);
  }
  const std::uint32_t behind = a.head + 1;  // gesagt haben; сказав би
  if (behind < around.end && words[behind].is(perfect)) look(behind, behind + 1);
  return would && (have || is_conditional(words, a, around));
}

// [Imagine] that X said “…”
bool opens_with_supposition(const word_list& words, const attribution& a, word_range around) {
  const std::uint32_t s = words[a.cue.begin].sentence;
  if (s == nowhere) return false;
  const std::uint32_t first = words.sentence(s).begin;
  return first <= a.cue.begin && !words[first].quoted() && first >= around.begin &&
         words[first].is(supposition);
}

bool is_alleged(const word_list& words, const attribution& a, word_range around) {
  if (is_hypothetical(words, a, around) || opens_with_supposition(words, a, around)) return true;
  const std::uint32_t last = std::max({a.cue.end, a.content.end, a.more.end});
  for (std::uint32_t i = around.begin; i < around.end; ++i) {
    const word& w = words[i];
    // …, [but she rejected claims]: another clause
    if (i > last && w.is(coordinator) && words[i - 1].shape == word_shape::comma) break;
    if (w.quoted() || i == a.head || a.content.contains(i) || a.more.contains(i)) continue;
    const bool near = i + governing >= a.cue.begin && i < a.cue.end + 1;
    if (w.is(hearsay) && near) return true;
    // soll er gesagt haben: the modal is a part of the cue, or was taken for one of the source
    const std::uint32_t behind = a.head == nowhere ? a.cue.end : std::min(a.head + 1, a.cue.end);
    const bool perfect = behind < words.size() && words[behind].is(auxiliary);
    if (w.is(hearsay_modal) && i < a.cue.end && perfect) return true;
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

bool reports_condition(const word_list& words, const attribution& a) {
  if (a.cue.empty() || a.content.empty() || a.quotation != nowhere) return false;
  const word& first = words[a.content.begin];
  return first.is(condition) && !first.quoted() &&
         is_hypothetical(words, a, surroundings(words, a));
}

quoth::quote_status status_behind(const word_list& words, word_range range) {
  constexpr std::uint32_t furthest = 8;       // sentences
  constexpr std::uint32_t longest_short = 5;  // words and marks
  constexpr std::uint32_t most_own = 2;       // words beside quotations: perhaps
  const std::uint32_t here = words[range.begin].sentence;
  if (here == nowhere) return quoth::quote_status::asserted;
  for (std::uint32_t s = here; s + furthest > here; --s) {
    word_range sentence = words.sentence(s);
    if (s == here) sentence.end = range.begin;  // what stands before it
    if (words.paragraph(s) != words.paragraph(here) || sentence.size() > reach) break;
    bool would = false, says = false;
    std::uint32_t own = 0;  // words
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      const word& w = words[i];
      if (w.quoted() || !w.is_word()) continue;
      ++own;
      // Would he return? “…”: asked and answered
      would = would || (w.is(irrealis) && i > sentence.begin);
      says = says || w.is(saying) || w.cue != no_cue;
    }
    if (would && says && is_conditional(words, {}, sentence)) return quoth::quote_status::alleged;
    const bool question = !sentence.empty() && sentence.size() <= longest_short &&
                          words[sentence.end - 1].shape == word_shape::question;
    if (!question && own > most_own) break;
    if (s == 0) break;
  }
  return quoth::quote_status::asserted;
}

}  // namespace quoth::quotes
