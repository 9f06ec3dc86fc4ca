#include "reported_mood.hpp"

#include <algorithm>
#include <cstdint>

namespace quoth::quotes {
namespace {

constexpr std::int32_t strength_of_mood = 5;  // log odds, in tenths

// So etwas [habe ich] nie gehört: what the writer says, though the verb has the form of a report.
bool is_of_writer(const word_list& words, std::uint32_t verb, word_range sentence) {
  const bool before = verb > sentence.begin && words[verb - 1].is(first_person);
  return before || (verb + 1 < sentence.end && words[verb + 1].is(first_person));
}

// Was würde sie sagen, wenn sie ehrlich wäre?
bool asks_in_irrealis(const word_list& words, word_range sentence) {
  const word& last = words[sentence.end - 1];
  if (last.shape != word_shape::question || last.quoted()) return false;
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    if (words[i].is(irrealis) && !words[i].quoted()) return true;
  }
  return false;
}

bool in_reported_mood(const word_list& words, word_range sentence) {
  bool found = false;
  if (sentence.empty() || asks_in_irrealis(words, sentence)) return false;
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    const word& w = words[i];
    // A condition (Wenn das wahr wäre …) is in the same mood and reports nothing.
    if (i == sentence.begin && w.is(subordinator | condition)) return false;
    if (w.quoted() || !w.is(reported_mood) || w.shape != word_shape::lower) continue;
    found = found || !is_of_writer(words, i, sentence);
  }
  return found;
}

// Whether the word may be the finite verb behind the subject that opens a sentence: Der Verband
// [begrüßte], dass …
bool may_be_verb(const word_list& words, std::uint32_t at) {
  const word& w = words[at];
  if (w.quoted() || w.shape != word_shape::lower) return false;
  if ((w.classes & ~std::uint64_t{verb | reporting | separable | naming}) != 0) return false;
  const word& before = words[at - 1];
  return before.shape == word_shape::capital || before.shape == word_shape::comma ||
         before.shape == word_shape::close_bracket || before.is(adverb | subject_pronoun);
}

// Narrows a sentence to its clause with dass, and finds the verb and the subject before it that
// report that: [Der Verband] [begrüßte], [dass das Land sich bewege].
void split_at_complementizer(const word_list& words, word_range sentence, attribution& found) {
  constexpr std::uint32_t longest_lead = 24, longest_verb = 8;  // words
  const std::uint32_t limit = std::min(sentence.end, sentence.begin + longest_lead);
  std::uint32_t that = sentence.begin + 1;
  for (; that < limit; ++that) {
    const word& w = words[that];
    if (w.quoted() || (w.is(reported_mood) && w.shape == word_shape::lower)) return;
    if (w.is(complementizer | question_word) && words[that - 1].shape == word_shape::comma) break;
    if (words[that - 1].shape == word_shape::colon) break;  // verwies auf Zahlen: [Man habe Geld]
  }
  if (that >= limit) return;
  std::uint32_t verb = sentence.begin + 1;
  while (verb < that && !may_be_verb(words, verb)) {
    // Der Plan, [den er vorlegte,] …: of another clause
    if (words[verb].shape == word_shape::comma && words[verb + 1].is(relative)) return;
    ++verb;
  }
  for (std::uint32_t i = verb; i + 1 < that; ++i) {
    if (words[i].shape == word_shape::comma) return;
  }
  if (words[sentence.begin].is(preposition) || verb == that || that > verb + longest_verb) return;
  std::uint32_t end = verb;
  while (end > sentence.begin && (!words[end - 1].is_word() || words[end - 1].is(adverb))) --end;
  if (end == sentence.begin) return;
  found.head = verb;
  found.cue = {verb, verb + 1};
  found.source = {sentence.begin, end};
  found.content.begin = that;
}

// Schuld sei ein Kabel, [erläutert] [ihr Kollege Noll]: a verb and who speaks, behind the last
// comma of a sentence.
bool split_at_speaker(const word_list& words, word_range sentence, attribution& found) {
  constexpr std::uint32_t longest_speaker = 10, least_report = 3;  // words
  std::uint32_t end = sentence.end;
  while (end > sentence.begin && !words[end - 1].is_word()) --end;
  std::uint32_t verb = end;
  while (verb > sentence.begin + least_report && end - verb <= longest_speaker &&
         words[verb - 1].is_word() && !words[verb - 1].quoted()) {
    --verb;
  }
  if (end - verb < 2 || words[verb - 1].shape != word_shape::comma) return false;
  const word& head = words[verb];
  const word& speaker = words[verb + 1];
  const std::uint64_t verbs = quoth::quotes::verb | reporting | saying | separable | naming;
  if (head.shape != word_shape::lower || (head.classes & ~verbs) != 0) return false;
  const bool pointed = speaker.is(determiner | possessive | subject_pronoun);
  if (!pointed && (head.classes == 0 || speaker.shape != word_shape::capital)) return false;
  for (std::uint32_t i = verb + 1; i < end; ++i) {
    if (words[i].is(reported_mood) && words[i].shape == word_shape::lower) return false;
  }
  found.head = verb;
  found.cue = {verb, verb + 1};
  found.source = {verb + 1, end};
  found.content = {sentence.begin, verb - 1};
  return true;
}

}  // namespace

void find_reported_mood(const word_list& words, mood_reading reading,
                        std::vector<attribution>& out) {
  std::vector<std::uint32_t> by_sentence(words.sentences(), nowhere);
  const auto attributions = static_cast<std::uint32_t>(out.size());
  for (std::uint32_t i = 0; i < attributions; ++i) {
    const std::uint32_t at = !out[i].cue.empty()       ? out[i].cue.begin
                             : !out[i].content.empty() ? out[i].content.begin
                                                       : nowhere;
    if (at != nowhere && words[at].sentence != nowhere) by_sentence[words[at].sentence] = i;
  }
  word_range source;
  std::uint32_t source_paragraph = nowhere;
  for (std::uint32_t s = 0; s < words.sentences(); ++s) {
    if (by_sentence[s] != nowhere) {
      source = out[by_sentence[s]].source;
      source_paragraph = words.paragraph(s);
      continue;
    }
    if (!in_reported_mood(words, words.sentence(s))) continue;
    attribution found;
    found.strength = strength_of_mood;
    if (source_paragraph == words.paragraph(s)) found.source = source;
    found.content.begin = words.sentence(s).begin;
    if (reading == mood_reading::clauses) split_at_complementizer(words, words.sentence(s), found);
    const word_range sentence = words.sentence(s);
    if (found.cue.empty() && reading == mood_reading::clauses &&
        split_at_speaker(words, sentence, found)) {
      source = found.source;
      source_paragraph = words.paragraph(s);
      out.push_back(found);
      continue;
    }
    if (!found.cue.empty()) {
      source = found.source;
      source_paragraph = words.paragraph(s);
    }
    const std::uint32_t paragraph = words.paragraph(s);
    while (s + 1 < words.sentences() && words.paragraph(s + 1) == paragraph &&
           by_sentence[s + 1] == nowhere && in_reported_mood(words, words.sentence(s + 1))) {
      ++s;
    }
    found.content.end = words.sentence(s).end;
    const std::uint32_t last = found.content.end - 1;
    if (!found.cue.empty() && words[last].shape == word_shape::stop && !words[last].quoted()) {
      found.content.end = last;
    }
    out.push_back(found);
  }
}

}  // namespace quoth::quotes
