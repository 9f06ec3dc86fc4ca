#include "noun_phrases.hpp"

#include <algorithm>

namespace quoth::quotes {
namespace {

constexpr std::uint32_t longest_inset = 20;  // words between dashes in a noun phrase

}  // namespace

void noun_phrases::read(const clauses& roles) {
  clauses_ = &roles;
  edges_.read(roles);
  words_ = &roles.words();
  verb_second_ = roles.verb_second();
  nouns_in_capitals_ = roles.nouns_in_capitals();
}

// Trump [on Monday] said, Trump [last week] said; but [the ministry Tuesday] said, [a poll last
// week] found: there the time belongs to the phrase.
std::uint32_t noun_phrases::skip_time_back(std::uint32_t at, std::uint32_t start) const {
  const word_list& words = *words_;
  std::uint32_t i = edges_.time_begin(at, start);
  if (i == at || i == start) return at;
  if (words[i - 1].is(preposition) && !words[i - 1].is(topic)) {
    --i;
  } else if (!verb_second_) {
    if (at - i == 1 && words[i].shape == word_shape::capital) return at;
    if (words[i - 1].is(determiner) && i - 1 > start) --i;  // this week
    if (at - i > 1 && words[i - 1].shape == word_shape::lower) return at;
  }
  return i > start ? i : at;
}

// Drops what opens a sentence before its subject: But, Still, On Monday.
word_range noun_phrases::without_openers(word_range phrase) const {
  const word_list& words = *words_;
  while (!phrase.empty()) {
    const word& w = words[phrase.begin];
    if (w.is(coordinator | adverb | subordinator | as_said | verbless) &&
        !w.is(determiner | possessive)) {
      ++phrase.begin;
    } else if (w.is(preposition) && !w.is(determiner)) {
      std::uint32_t i = phrase.begin + 1;
      while (i < phrase.end && !words[i].is(time_word)) ++i;
      while (i < phrase.end && (words[i].is(time_word) || words[i].shape == word_shape::number))
        ++i;
      // In Sunday’s debate [Harrowgate] announced
      std::uint32_t name = i;
      if (name < phrase.end && words[name].is(clitic)) ++name;
      while (name < phrase.end && words[name].shape != word_shape::capital &&
             !words[name].is(determiner | possessive | subject_pronoun)) {
        ++name;
      }
      if (i < phrase.end && (words[i].is(clitic) || i == phrase.begin + 1)) i = std::max(i, name);
      phrase.begin = i < phrase.end ? i : phrase.begin + 1;
    } else if (w.is(time_word) && phrase.size() > 1 &&
               (w.shape == word_shape::lower || words[phrase.begin + 1].is(time_word) ||
                words[phrase.begin + 1].shape == word_shape::comma)) {
      ++phrase.begin;
    } else if (!w.is_word() && w.shape != word_shape::mark && w.shape != word_shape::open_bracket) {
      ++phrase.begin;
    } else {
      break;
    }
  }
  return phrase;
}

// Whether what stands between commas behind a name says nothing of who it is: , 69, , meanwhile,
// , for his part, , for instance, , wearing a hat, ; die spät kam,
bool noun_phrases::is_aside(std::uint32_t i) const {
  const word_list& words = *words_;
  const word& w = words[i];
  const bool ends = words[i + 1].shape == word_shape::comma;
  if ((w.is(adverb) || w.shape == word_shape::number) && ends) return true;
  if (w.is(example)) return false;
  if (w.is(participle) || (w.is(passive) && !verb_second_) ||
      (verb_second_ && w.is(relative) && !w.is(determiner)))
    return true;
  if (w.is(preposition) && i + 2 < words.size() && words[i + 2].shape == word_shape::comma) {
    return !words[i + 1].is(determiner) && words[i + 1].shape == word_shape::lower;
  }
  return w.is(preposition) && (!w.is(topic) || words[i + 1].is(possessive));
}

// Whether the phrase is no subject but tells where and when, before a comma: [In an email], X, …
bool noun_phrases::opens_with_place(std::uint32_t begin, std::uint32_t end) const {
  const word_list& words = *words_;
  while (begin < end && (words[begin].is(coordinator | adverb | time_word) ||
                         (words[begin].is(determiner) && words[begin + 1].is(time_word)))) {
    ++begin;
  }
  return begin == end || (words[begin].is(preposition) && !words[begin].is(determiner | measure));
}

// X, a doctor, said: the phrase before the first of the commas that no verb parts from the cue.
word_range noun_phrases::appositive_subject(std::uint32_t comma, std::uint32_t start) const {
  const word_list& words = *words_;
  start = std::max(start, comma > longest_phrase ? comma - longest_phrase : 0);
  word_range found{comma, comma};
  std::uint32_t i = comma;
  while (i > start) {
    --i;
    const word& w = words[i];
    if (w.quoted()) {
      const word_range quotation = words.quotation(w.quotation);
      if (!edges_.may_be_title(w.quotation) || quotation.begin <= start) break;
      i = quotation.begin;
      continue;
    }
    if (w.shape == word_shape::semicolon || w.shape == word_shape::colon) break;
    if (w.shape != word_shape::comma) continue;
    const std::uint32_t begin = edges_.phrase_begin(i, start);
    const word_range head = without_openers({begin, i});
    if (head.empty() || clauses_->has_verb(head)) continue;
    if (found.begin < found.end && opens_with_place(begin, i)) break;
    if (words[head.begin].is(preposition | participle)) continue;
    if (head.size() == 1 && words[head.begin].shape == word_shape::number) continue;  // an age
    // Asked about claims [that trucks pass], plant manager X, a grandson of the founder, said
    const word& opener = words[words.sentence(words[comma].sentence).begin];
    if (!found.empty() && opener.is(passive | participle) && head.begin > start &&
        words[head.begin - 1].is(complementizer | subordinator)) {
      break;
    }
    const bool known =
        head.size() == 1 && words[i + 1].is(relative);  // Trump, who is in Iowa, said
    if (known || is_aside(i + 1)) {
      found = head;
      break;
    }
    found = {head.begin, comma};
    if (head.begin == start || !ends_phrase(words[head.begin - 1])) break;
    if (words[head.begin - 1].shape == word_shape::dash) break;  // DENVER, May 4 – [Corvia, …,]
  }
  return found;
}

// [At least] three senators, [virtually] all analysts, [no] one.
word_range noun_phrases::with_measure(word_range phrase, std::uint32_t start) const {
  const word_list& words = *words_;
  std::uint32_t first = phrase.begin;
  while (first + 1 < phrase.end && words[first].is(measure)) ++first;
  if (first + 1 < phrase.end && words[first].is(determiner) && words[first + 1].is(quantity)) {
    ++first;  // at least a dozen
  }
  if (first >= phrase.end) return phrase;
  if (words[first].shape != word_shape::number && !words[first].is(quantity)) return phrase;
  const std::uint32_t last = phrase.begin > start + 3 ? phrase.begin - 3 : start;
  while (phrase.begin > last && words[phrase.begin - 1].is(measure) &&
         !words[phrase.begin - 1].quoted()) {
    --phrase.begin;
  }
  return phrase;
}

// a word [Trump] repeated, the deadline [Congress] imposed: a name of one word behind a noun with
// its article opens a relative clause.
word_range noun_phrases::without_object(word_range phrase) const {
  const word_list& words = *words_;
  if (nouns_in_capitals_ || phrase.size() < 3) return phrase;
  const std::uint32_t name = phrase.end - 1;
  if (words[name].shape != word_shape::capital || words[name].is(time_word)) return phrase;
  if (!words[phrase.begin].is(determiner) || words[phrase.begin].is(quantity)) return phrase;
  for (std::uint32_t i = phrase.begin + 1; i < name; ++i) {
    const word& w = words[i];
    if (w.quoted() || w.shape != word_shape::lower) return phrase;
    if (w.is(title | preposition | coordinator | clitic | possessive)) return phrase;
  }
  return {name, phrase.end};
}

// Brown (D-Ohio) and Menendez [all] said: a quantity behind its phrase.
bool noun_phrases::floats(std::uint32_t at, std::uint32_t start) const {
  const word_list& words = *words_;
  if (verb_second_ || at <= start || !words[at].is(quantity) || !words[at].is(determiner))
    return false;
  const word& before = words[at - 1];
  return may_end_name(before) && !before.is(time_word);
}

// Про [греблю] говорить, про [наслідки атаки] повідомляє; of [whom] she said: one word behind a
// preposition, or any phrase where nouns stand without articles, is what the talk is of.
bool noun_phrases::is_topic(word_range whole, word_range subject, std::uint32_t start) const {
  const word_list& words = *words_;
  if (!clauses_->has_articles() && words[whole.begin].is(topic)) return true;
  return subject.size() == 1 && subject.begin > start && words[subject.begin - 1].is(topic) &&
         words[subject.begin - 1].is(preposition);
}

// a commander who [goes by the name Salim] said: a verb that the lexicon lacks opens the phrase,
// behind a relative pronoun without a comma.
bool noun_phrases::opens_relative_clause(word_range phrase, std::uint32_t start) const {
  const word_list& words = *words_;
  if (phrase.size() < 2 || phrase.begin < start + 2) return false;
  const word& pronoun = words[phrase.begin - 1];
  const word& first = words[phrase.begin];
  return pronoun.is(relative) && !pronoun.is(determiner | complementizer) &&
         words[phrase.begin - 2].is_word() && !words[phrase.begin - 2].is(preposition) &&
         first.shape == word_shape::lower && first.classes == 0;
}

// A boy who ran back to save [his neighbours] says: behind an infinitive of a relative clause
// stands its object; the speaker is whom the clause describes.
word_range noun_phrases::beyond_relative_clause(word_range phrase, std::uint32_t start) const {
  constexpr std::uint32_t longest_clause = 16;  // words
  const word_list& words = *words_;
  if (phrase.begin < start + 4 || phrase.empty()) return phrase;
  const word& act = words[phrase.begin - 1];
  if (!words[phrase.begin - 2].is(infinitive) || act.shape != word_shape::lower) return phrase;
  if (!words[phrase.begin].is(determiner | possessive)) return phrase;
  const std::uint32_t first =
      std::max(start + 1, phrase.begin > longest_clause ? phrase.begin - longest_clause : 0);
  for (std::uint32_t i = phrase.begin - 2; i > first; --i) {
    const word& w = words[i - 1];
    if (w.quoted() || ends_phrase(w)) break;
    if (!w.is(relative) || w.is(determiner | complementizer)) continue;
    if (!words[i - 2].is_word() || words[i - 2].is(preposition)) break;
    return {edges_.phrase_begin(i - 1, start), phrase.end};
  }
  return phrase;
}

word_range noun_phrases::phrase_before(std::uint32_t at, std::uint32_t start) const {
  const word_list& words = *words_;
  at = skip_time_back(at, start);
  if (at <= start) return {at, at};
  if (!clauses_->has_articles() && at - 1 > start && words[at - 1].is(thing) &&
      may_end_name(words[at - 2])) {
    --at;  // Крутько [це] заперечив
  }
  const word& last = words[at - 1];
  if (floats(at - 1, start)) return {phrase_before(at - 1, start).begin, at};
  if (last.quoted()) {
    if (words.quotation(last.quotation).size() > 5) return {at, at};
  } else if (last.is(relative)) {
    return {at - 1, at};
  } else if (last.is(coordinator | preposition | infinitive) && !last.is(determiner | time_word)) {
    return {at, at};
  } else if (last.shape == word_shape::comma) {
    return appositive_subject(at - 1, start);
  } else if (last.shape == word_shape::dash) {  // Many speakers – among them X – said
    const std::uint32_t first = at - 1 > start + longest_inset ? at - 1 - longest_inset : start;
    std::uint32_t dash = at - 1;
    while (dash > first && words[dash - 1].shape != word_shape::dash) --dash;
    if (dash == first) return {at, at};
    const word_range head = without_openers({edges_.phrase_begin(dash - 1, start), dash - 1});
    return head.empty() ? head : word_range{head.begin, at - 1};
  }
  word_range whole{edges_.phrase_begin(at, start), at};
  if (!verb_second_ && opens_relative_clause(whole, start)) {
    whole.begin = edges_.phrase_begin(whole.begin - 1, start);
  }
  if (!verb_second_ && clauses_->has_articles()) whole = beyond_relative_clause(whole, start);
  const word_range subject = without_openers(whole);
  if (is_topic(whole, subject, start)) return {at, at};
  if (verb_second_ && subject.size() > 1 && words[subject.begin].is(relative) &&
      subject.begin > start && words[subject.begin - 1].shape == word_shape::comma &&
      words[subject.begin + 1].is(preposition | subject_pronoun | object_pronoun | time_word) &&
      !words[subject.begin + 1].is(determiner)) {
    return {subject.begin, subject.begin + 1};  // der Sprecher, [der] am Abend erklärte
  }
  return subject;
}

word_range noun_phrases::subject_before(std::uint32_t at, std::uint32_t start) const {
  const word_range subject = with_measure(without_object(phrase_before(at, start)), start);
  // [Zuvor] hatte die Zeitung berichtet: when, where the verb stands second
  const bool time = verb_second_ && subject.size() == 1 && (*words_)[subject.begin].is(time_word) &&
                    words_->sentence((*words_)[subject.begin].sentence).begin == subject.begin;
  return time ? word_range{at, at} : subject;
}

// äußerte [sich auch] der Minister.
std::uint32_t noun_phrases::skip_reflexive(std::uint32_t at, std::uint32_t end) const {
  const word_list& words = *words_;
  for (; at < end; ++at) {
    const word& w = words[at];
    if (w.quoted() || w.shape != word_shape::lower) break;
    if (!w.is(adverb | thing | object_pronoun) || w.is(possessive)) break;
    if (w.is(determiner) && !w.is(thing)) break;
    if (w.is(thing) && (at + 1 == end || !words[at + 1].is(determiner | possessive))) break;
  }
  return at;
}

word_range noun_phrases::subject_after(std::uint32_t at, std::uint32_t end) const {
  const word_list& words = *words_;
  end = std::min(end, at + longest_phrase);
  if (verb_second_) {
    at = skip_reflexive(at, end);
    if (at < end && words[at].is(preposition) && !words[at].is(determiner)) {
      return {at, at};  // stellte [an die Wand]
    }
  }
  if (!clauses_->has_articles() && at < end && words[at].quoted()) {
    const word_range quotation = words.quotation(words[at].quotation);
    if (quotation.begin != at || !edges_.may_be_title(words[at].quotation)) return {at, at};
    const std::uint32_t next = quotation.end;  // заявил [«Вестнику»] источник, пише «Вісник»
    if (next >= end || !words[next].is_word() || words[next].is(preposition | time_word)) {
      return quotation;
    }
    at = next;
  }
  if (!clauses_->has_articles()) at = skip_addressed(skip_time(at, end), end);
  word_range subject{at, at < end ? edges_.phrase_end(at, end) : at};
  // räumt Roe [ein], kündigte Roe [an]: what the verb has behind it
  while (verb_second_ && subject.size() > 1 && subject.end < words.size() &&
         words[subject.end].shape == word_shape::stop &&
         words[subject.end - 1].shape == word_shape::lower &&
         words[subject.end - 1].is(determiner | preposition)) {
    --subject.end;
  }
  return subject;
}

// повідомив [учора] міністр, заявив [у середу] міністр
std::uint32_t noun_phrases::skip_time(std::uint32_t at, std::uint32_t end) const {
  const word_list& words = *words_;
  while (at < end && words[at].shape == word_shape::lower) {
    const std::uint32_t time = words[at].is(preposition) ? at + 1 : at;
    if (time >= end || !words[time].is(time_word)) break;
    at = time + 1;
  }
  return at;
}

// сказала [журналістам біля офісу] директорка Марта Гай: the person told and what follows up to a
// role or name, where cases tell; `at` where nobody is told.
std::uint32_t noun_phrases::skip_addressed(std::uint32_t at, std::uint32_t end) const {
  const word_list& words = *words_;
  if (at >= end || !words[at].is(dative) || words[at].shape != word_shape::lower) return at;
  for (std::uint32_t i = at + 1; i < end && words[i].is_word() && !words[i].quoted(); ++i) {
    if (words[i].is(title | role) || words[i].shape == word_shape::capital) return i;
  }
  return at;
}

std::uint32_t noun_phrases::appositive_end(std::uint32_t comma, std::uint32_t end) const {
  const word_list& words = *words_;
  end = std::min(end, comma + longest_phrase);
  if (comma + 2 >= end || words[comma].shape != word_shape::comma) return comma;
  if (!edges_.describes_further(comma + 1, end)) return comma;
  std::uint32_t i = comma + 1;
  for (; i < end; ++i) {
    if (words[i].quoted()) return comma;
    if (words[i].shape == word_shape::stop && i + 1 == end) break;
    if (words[i].is(coordinator) && words[i - 1].shape == word_shape::comma) return comma;
    if (words[i].shape != word_shape::comma && words[i].shape != word_shape::stop &&
        ends_phrase(words[i])) {
      return comma;
    }
  }
  return i;
}

word_range noun_phrases::nearest_subject(word_range sentence, std::uint32_t at) const {
  const word_list& words = *words_;
  const std::uint32_t start =
      std::max(sentence.begin, at > longest_phrase ? at - longest_phrase : 0);
  for (std::uint32_t i = at; i-- > start;) {
    const bool after_name =
        i > start && words[i].cue != no_cue && words[i].shape == word_shape::lower &&
        (words[i - 1].shape == word_shape::capital || words[i - 1].is(subject_pronoun));
    if (words[i].quoted() || !(clauses_->is_verb(i) || after_name)) continue;
    std::uint32_t first = i;
    while (first > start && words[first - 1].is(auxiliary | adverb | negation)) --first;
    const word_range subject = subject_before(first, start);
    if (!subject.empty() && !words[subject.begin].is(thing) &&
        !clauses_->is_relative_pronoun(subject)) {
      return subject;
    }
  }
  return {at, at};
}

}  // namespace quoth::quotes
