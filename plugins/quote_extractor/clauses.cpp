#include "clauses.hpp"

#include <algorithm>

namespace quoth::quotes {

bool ends_phrase(const word& w) {
  switch (w.shape) {
    case word_shape::comma:
    case word_shape::stop:
    case word_shape::question:
    case word_shape::colon:
    case word_shape::semicolon:
    case word_shape::dash:
    case word_shape::open_bracket:
      return true;
    default:
      return false;
  }
}

bool is_participle(const cue& c, const word_list& words) {
  if (!words[c.head].is(participle)) return false;
  for (std::uint32_t i = c.where.begin; i < c.head; ++i) {
    if (words[i].is(auxiliary)) return false;
  }
  return true;
}

bool is_title(word_range quotation, const word_list& words) {
  for (std::uint32_t i = quotation.begin; i < quotation.end; ++i) {
    if (words[i].shape == word_shape::lower && words[i].where.size() > 3) return false;
    if (words[i].shape == word_shape::question || words[i].shape == word_shape::stop) return false;
  }
  return true;
}

void clauses::read(const word_list& words, std::span<const cue> cues, const lexicon& facts) {
  words_ = &words;
  nouns_in_capitals_ = facts.nouns_in_capitals();
  verb_second_ = facts.verb_second();
  has_articles_ = facts.has_articles();
  lists_verbs_ = facts.lists_verbs();
  roles_.assign(words.size(), 0);
  for (const cue& c : cues) {
    roles_[c.where.begin] |= cue_begins;
    roles_[c.head] |= is_participle(c, words) ? participle_head : cue_head;
  }
}

bool clauses::opens_main_clause(word_range behind) const {
  const word_list& words = *words_;
  const std::uint32_t place = behind.begin + 2;
  if (!verb_second_ || place >= behind.end || !words[behind.begin].is(determiner)) return false;
  const word& second = words[place];
  return words[behind.begin + 1].shape == word_shape::capital &&
         second.shape == word_shape::lower &&
         (second.is(verb | auxiliary | be_form | reported_mood) || second.classes == 0);
}

// who, die: where an article has the same form, it stands before something.
bool clauses::is_relative_pronoun(word_range phrase) const {
  const word& first = (*words_)[phrase.begin];
  return first.is(relative) && (phrase.size() == 1 || !first.is(determiner));
}

// Whether a phrase may name somebody: where nouns have capitals, one of its words has one.
bool clauses::may_speak(word_range phrase) const {
  if (!nouns_in_capitals_ || phrase.empty()) return true;
  for (std::uint32_t i = phrase.begin; i < phrase.end; ++i) {
    const word& w = (*words_)[i];
    if (w.quoted() || w.shape != word_shape::lower) return true;
    if (w.is(subject_pronoun | object_pronoun | determiner | possessive)) return true;
  }
  return false;
}

bool clauses::has_verb(word_range range) const {
  range.end = std::min(range.end, range.begin + longest_phrase);
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (is_verb(i)) return true;
  }
  return false;
}

bool clauses::has_reported_mood(word_range range) const {
  range.end = std::min(range.end, range.begin + longest_phrase);
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const word& w = (*words_)[i];
    if (w.is(reported_mood) && !w.quoted() && w.shape == word_shape::lower) return true;
  }
  return false;
}

bool clauses::has_auxiliary(word_range range) const {
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if ((*words_)[i].is(auxiliary)) return true;
  }
  return false;
}

// a statement [posted] on the site said, a poll [released] last week found: where no subject stands
// between two verbs, the first only describes.
bool clauses::is_reduced(std::uint32_t verb, std::uint32_t at, std::uint32_t start) const {
  const word_list& words = *words_;
  if (verb_second_ || verb <= start || verb + 1 > at || words[verb].is(auxiliary)) return false;
  const word& before = words[verb - 1];
  const word& behind = words[verb + 1];
  if (before.shape != word_shape::lower || before.quoted()) return false;  // a name acts
  if (before.is(auxiliary | negation | infinitive | relative | subject_pronoun)) return false;
  return behind.is(time_word) ||
         (behind.is(preposition) && !behind.is(subordinator | complementizer));
}

std::uint32_t clauses::clause_begin(std::uint32_t at, std::uint32_t start) const {
  const word_list& words = *words_;
  if (verb_second_) return start;
  std::uint32_t i = at;
  while (i > start && !ends_phrase(words[i - 1]) &&
         !words[i - 1].is(complementizer | subordinator) &&
         (!words[i - 1].is(relative) || words[i - 1].is(determiner))) {
    --i;
  }
  return i;
}

}  // namespace quoth::quotes
