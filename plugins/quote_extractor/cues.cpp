#include "cues.hpp"

#include <algorithm>
#include <text/fold.hpp>

namespace quoth::quotes {
namespace {

constexpr std::uint32_t longest_tail = 4;  // words

// The words of a sentence that hold no quotation, as a lexicon is asked: auxiliaries before the
// head belong to the cue, adverbs between them too.
bool extends_left(const word& w) {
  return !w.quoted() && w.is(auxiliary | adverb | negation | infinitive | hearsay) &&
         !w.is(complementizer | relative | subject_pronoun);
}

std::uint32_t first_word_of_cue(const word_list& words, std::uint32_t head, std::uint32_t start) {
  std::uint32_t first = head;
  while (first > start && extends_left(words[first - 1])) --first;
  return first;
}

// The end of the longest run of words after the head that the lexicon counts with it.
std::uint32_t end_of_cue(std::string_view text, const word_list& words, const lexicon& facts,
                         std::uint32_t head, std::uint32_t end, std::string& form) {
  std::uint32_t last = head + 1;
  form.clear();
  text::append_lower(words[head].where.of(text), form);
  for (std::uint32_t i = head + 1; i < end && i <= head + longest_tail; ++i) {
    if (!words[i].is_word() || words[i].quoted()) break;
    form += ' ';
    text::append_lower(words[i].where.of(text), form);
    if (facts.has_tail(form)) last = i + 1;
  }
  return last;
}

}  // namespace

left_context context_before(const word_list& words, std::uint32_t at) {
  const std::uint32_t start = words.sentence(words[at].sentence).begin;
  while (at > start && words[at - 1].is(adverb) && !words[at - 1].quoted()) --at;
  if (at == start) {
    return at > 0 && words[at - 1].quoted() ? left_context::quotation : left_context::start;
  }
  const word& w = words[at - 1];
  switch (w.shape) {
    case word_shape::comma:
      return at - 1 > start && words[at - 2].quoted() ? left_context::quotation
                                                      : left_context::comma;
    case word_shape::mark:
      return left_context::quotation;
    case word_shape::stop:
    case word_shape::colon:
    case word_shape::semicolon:
    case word_shape::dash:
      return w.quoted() ? left_context::quotation : left_context::stop;
    case word_shape::open_bracket:
    case word_shape::close_bracket:
      return left_context::bracket;
    case word_shape::number:
      return left_context::number;
    default:
      break;
  }
  if (w.is(clitic)) return w.is(possessive) ? left_context::clitic : left_context::auxiliary;
  if (w.is(relative)) return left_context::relative;
  if (w.is(subject_pronoun)) return left_context::pronoun;
  if (w.is(auxiliary)) return left_context::auxiliary;
  if (w.is(infinitive)) return left_context::infinitive;
  if (w.is(negation)) return left_context::negation;
  if (w.is(possessive)) return left_context::possessive;
  if (w.is(determiner)) return left_context::determiner;
  if (w.is(coordinator)) return left_context::coordinator;
  if (w.is(preposition)) return left_context::preposition;
  if (w.is(subordinator | complementizer | question_word)) return left_context::subordinator;
  if (w.shape == word_shape::capital) return left_context::capital;
  return left_context::other;
}

right_context context_after(const word_list& words, std::uint32_t at) {
  const std::uint32_t end = words.sentence(words[at].sentence).end;
  if (++at >= end) {
    return at < words.size() && words[at].quoted() ? right_context::quotation : right_context::end;
  }
  const word& w = words[at];
  if (w.quoted() && w.shape == word_shape::mark) return right_context::quotation;
  const bool quotation_next = at + 1 < end && words[at + 1].quoted();
  switch (w.shape) {
    case word_shape::comma:
      return quotation_next ? right_context::comma_quotation : right_context::comma;
    case word_shape::colon:
      return right_context::colon;
    case word_shape::stop:
    case word_shape::semicolon:
    case word_shape::dash:
      return right_context::end;
    case word_shape::open_bracket:
    case word_shape::close_bracket:
      return right_context::bracket;
    case word_shape::number:
      return right_context::number;
    default:
      break;
  }
  if (w.is(complementizer)) return right_context::complementizer;
  if (w.is(infinitive)) return right_context::infinitive;
  if (w.is(question_word)) return right_context::question;
  if (w.is(possessive)) return right_context::possessive;
  if (w.is(subject_pronoun)) return right_context::pronoun;
  if (w.is(object_pronoun)) return right_context::object;
  if (w.is(determiner)) return right_context::determiner;
  if (w.is(time_word)) return right_context::time;
  if (w.is(coordinator)) return right_context::coordinator;
  if (w.is(topic)) return right_context::topic;
  if (w.is(preposition)) return right_context::preposition;
  if (w.is(subordinator | relative)) return right_context::subordinator;
  if (w.is(auxiliary)) return right_context::auxiliary;
  if (w.is(negation)) return right_context::negation;
  if (w.is(adverb)) return right_context::adverb;
  if (w.is(clitic)) return right_context::clitic;
  return w.shape == word_shape::capital ? right_context::capital : right_context::other;
}

void find_cues(std::string_view text, const word_list& words, const lexicon& facts,
               std::int32_t threshold, std::vector<cue>& out) {
  std::string form;
  for (std::uint32_t s = 0; s < words.sentences(); ++s) {
    const word_range sentence = words.sentence(s);
    std::uint32_t free = sentence.begin;  // words before it belong to an earlier cue
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      const word& w = words[i];
      if (w.cue == no_cue || w.quoted() || i < free) continue;
      const cue_strength& counts = facts.strength(w.cue);
      const std::int32_t strength =
          counts.base + counts.left[static_cast<std::size_t>(context_before(words, i))] +
          counts.right[static_cast<std::size_t>(context_after(words, i))];
      if (strength < threshold) continue;
      const word_range where{first_word_of_cue(words, i, free),
                             end_of_cue(text, words, facts, i, sentence.end, form)};
      out.push_back({where, i, strength});
      free = where.end;
    }
  }
}

}  // namespace quoth::quotes
