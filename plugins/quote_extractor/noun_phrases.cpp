#include "noun_phrases.hpp"

#include <algorithm>

namespace quoth::quotes {
namespace {

constexpr std::uint32_t longest_title = 14;    // words of a quotation that is part of a name
constexpr std::uint32_t longest_nickname = 5;  // words, marks included
constexpr std::uint32_t longest_inset = 20;    // words between dashes in a noun phrase

// Sherrod Brown | (D-Ohio)
bool ends_name(const word& w) {
  return w.shape == word_shape::capital || w.shape == word_shape::close_bracket;
}

}  // namespace

void noun_phrases::read(const clauses& roles) {
  clauses_ = &roles;
  words_ = &roles.words();
  verb_second_ = roles.verb_second();
  nouns_in_capitals_ = roles.nouns_in_capitals();
}

// The first of the words that only tell a time before word `at`: a poll [this week].
std::uint32_t noun_phrases::time_begin(std::uint32_t at, std::uint32_t start) const {
  const word_list& words = *words_;
  std::uint32_t i = at;
  while (i > start && at - i < 4 && words[i - 1].is(time_word) && !words[i - 1].quoted()) --i;
  return i;
}

// Trump [on Monday] said, Trump [last week] said; but [the ministry Tuesday] said, [a poll last
// week] found: there the time belongs to the phrase.
std::uint32_t noun_phrases::skip_time_back(std::uint32_t at, std::uint32_t start) const {
  const word_list& words = *words_;
  std::uint32_t i = time_begin(at, start);
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

// Whether a quotation may stand inside a name or noun phrase: Elizabeth “Bess” Truman.
bool noun_phrases::may_be_title(std::uint32_t quotation) const {
  const word_list& words = *words_;
  const word_range range = words.quotation(quotation);
  if (range.size() > longest_title) return false;
  const word_shape shape = words.last_shape(range);
  return shape != word_shape::comma && shape != word_shape::stop && shape != word_shape::question;
}

// hours after [Trump] said: of a word that is preposition and conjunction, the latter where nothing
// but a name or a noun with its article stands between it and the verb.
bool noun_phrases::opens_clause(std::uint32_t i, std::uint32_t at) const {
  const word& w = (*words_)[i];
  return i < at &&
         (w.shape == word_shape::capital || w.is(determiner | possessive | subject_pronoun));
}

// aides [to] Clinton, an adviser [to] the island: no infinitive.
bool noun_phrases::hangs_on_noun(std::uint32_t to, std::uint32_t at, std::uint32_t start) const {
  const word_list& words = *words_;
  if (verb_second_ || !words[to].is(infinitive) || to + 1 >= at || to <= start) return false;
  const word& before = words[to - 1];
  const word& behind = words[to + 1];
  return before.classes == 0 && (before.shape == word_shape::lower || to == start + 1) &&
         before.cue == no_cue &&
         (behind.shape == word_shape::capital || behind.is(determiner | possessive));
}

std::uint32_t noun_phrases::phrase_begin(std::uint32_t at, std::uint32_t start) const {
  const word_list& words = *words_;
  start = std::max(start, at > longest_phrase ? at - longest_phrase : 0);
  std::uint32_t i = verb_second_ ? at : time_begin(at, start);
  if (i < at && i > start && words[i - 1].is(determiner)) --i;  // this week
  if (i == start) i = at;
  at = i;
  bool list = false;    // X, Y [and Z]
  bool joined = false;  // he [and Brafman]
  while (i > start) {
    const word& w = words[i - 1];
    if (w.quoted()) {
      const word_range quotation = words.quotation(w.quotation);
      const bool ends_name = i == at && at < words.size() &&  // the chief of “Ener1”, X, said
                             words[at].shape == word_shape::comma && quotation.begin > start &&
                             words[quotation.begin - 1].is(topic);
      if (!may_be_title(w.quotation) || quotation.begin < start || (i == at && !ends_name)) break;
      i = quotation.begin;
      continue;
    }
    if (w.shape == word_shape::close_bracket) {
      std::uint32_t open = i - 1;
      while (open > start && words[open - 1].shape != word_shape::open_bracket) --open;
      if (open == start) break;
      i = open - 1;
      continue;
    }
    if (list && w.shape == word_shape::comma && i - 1 > start && ends_name(words[i - 2]) &&
        words[i].shape == word_shape::capital) {
      --i;
      continue;
    }
    if (ends_phrase(w) && w.shape != word_shape::stop) {  // a stop in a sentence ends nothing
      break;
    } else if (w.shape == word_shape::mark) {  // the judges’ ruling
      --i;
      continue;
    }
    const bool opens_noun_phrase = w.is(determiner);  // der, die: a relative only behind a comma
    if (w.is(infinitive) && hangs_on_noun(i - 1, at, start)) {  // aides [to] Clinton
      --i;
      continue;
    }
    if (w.is(complementizer | infinitive | reported_mood | as_said) ||
        (w.is(relative | question_word) && !opens_noun_phrase) ||
        (w.is(subordinator) && (!w.is(preposition) || opens_clause(i, at)))) {
      break;
    }
    if (w.is(subject_pronoun) && (i == at || !w.is(determiner))) {
      return i == at || joined ? i - 1 : i;
    }
    joined = false;
    const bool name =
        w.shape == word_shape::capital && i - 1 > start;  // US Senator; James A. Baker
    if (w.is(object_pronoun) && !w.is(possessive) && i != at && !name) {
      break;  // herself, at the end, is fine
    }
    if (w.is(coordinator)) {
      const bool names = i - 1 > start && ends_name(words[i - 2]) && i < at &&
                         words[i].shape == word_shape::capital;
      const bool first = i - 1 == start;
      joined = !first && i < at &&
               (words[i].shape == word_shape::capital || words[i].is(possessive)) &&
               words[i - 2].is(subject_pronoun) && !words[i - 2].is(determiner);
      if (first ||
          (!names && !joined && clauses_->has_verb({clauses_->clause_begin(i - 1, start), i - 1})))
        break;
      list = list || names;
    }
    if (clauses_->is_verb(i - 1) && !(i < at && words[i].is(agent)) &&
        !clauses_->is_reduced(i - 1, at, start)) {
      // The man who shot Reagan said: the verb of a relative clause belongs to the phrase.
      std::uint32_t before = i - 1;
      while (before > start && words[before - 1].is(auxiliary | adverb | negation)) --before;
      if (before == start || !words[before - 1].is(relative) || before - 1 == start) break;
      i = before - 1;
      if (words[i - 1].shape == word_shape::comma) break;
      continue;
    }
    --i;
    const bool initial = name && w.where.size() == 1 && words[i + 1].shape == word_shape::stop;
    const bool begins_noun_phrase = w.is(determiner | possessive) && !w.is(clitic) && !initial;
    if (!begins_noun_phrase) continue;
    const bool hangs_on_another =  // for the ministry, der Sprecher des Ministeriums
        i > start && (words[i - 1].is(preposition | determiner | coordinator) ||
                      hangs_on_noun(i - 1, at, start) ||
                      (nouns_in_capitals_ && words[i - 1].shape == word_shape::capital &&
                       !words[i - 1].is(determiner | preposition)));
    if (!hangs_on_another) break;
  }
  return i;
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
  if (w.is(participle) || (verb_second_ && w.is(relative) && !w.is(determiner))) return true;
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
      if (!may_be_title(w.quotation) || quotation.begin <= start) break;
      i = quotation.begin;
      continue;
    }
    if (w.shape == word_shape::semicolon || w.shape == word_shape::colon) break;
    if (w.shape != word_shape::comma) continue;
    const std::uint32_t begin = phrase_begin(i, start);
    const word_range head = without_openers({begin, i});
    if (head.empty() || clauses_->has_verb(head)) continue;
    if (found.begin < found.end && opens_with_place(begin, i)) break;
    if (words[head.begin].is(preposition | participle)) continue;
    const bool known =
        head.size() == 1 && words[i + 1].is(relative);  // Trump, who is in Iowa, said
    if (known || is_aside(i + 1)) {
      found = head;
      break;
    }
    found = {head.begin, comma};
    if (head.begin == start || !ends_phrase(words[head.begin - 1])) break;
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
  return ends_name(before) && !before.is(time_word);
}

word_range noun_phrases::phrase_before(std::uint32_t at, std::uint32_t start) const {
  const word_list& words = *words_;
  at = skip_time_back(at, start);
  if (at <= start) return {at, at};
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
    const word_range head = without_openers({phrase_begin(dash - 1, start), dash - 1});
    return head.empty() ? head : word_range{head.begin, at - 1};
  }
  const word_range subject = without_openers({phrase_begin(at, start), at});
  if (verb_second_ && subject.size() > 1 && words[subject.begin].is(relative) &&
      subject.begin > start && words[subject.begin - 1].shape == word_shape::comma &&
      words[subject.begin + 1].is(preposition | subject_pronoun | object_pronoun | time_word) &&
      !words[subject.begin + 1].is(determiner)) {
    return {subject.begin, subject.begin + 1};  // der Sprecher, [der] am Abend erklärte
  }
  return subject;
}

word_range noun_phrases::subject_before(std::uint32_t at, std::uint32_t start) const {
  return with_measure(without_object(phrase_before(at, start)), start);
}

// X, president of Y, [a think tank]; X, a doctor, [who lives there]; X, [including Y].
bool noun_phrases::describes_further(std::uint32_t at, std::uint32_t end) const {
  const word_list& words = *words_;
  if (verb_second_) return false;
  const word& w = words[at];
  if (w.is(relative) && !w.is(determiner)) return true;
  if (w.is(example)) return true;
  return w.is(determiner) && !w.is(quantity) && w.shape == word_shape::lower &&
         !clauses_->has_auxiliary({at, std::min(at + 6, end)});
}

// said a source [in the room]: which one, of those without a name; but said a man [in a statement],
// said a man [on the last day].
bool noun_phrases::hangs_on_stranger(std::uint32_t at, std::uint32_t end) const {
  const word_list& words = *words_;
  const word& noun = words[at - 1];
  if (verb_second_ || noun.shape != word_shape::lower || (noun.classes & ~rubric) != 0 ||
      at + 2 >= end) {
    return false;
  }
  if (!words[at + 1].is(definite)) return false;
  for (std::uint32_t i = at + 1; i < end && words[i].is_word(); ++i) {
    if (words[i].is(time_word)) return false;
  }
  return true;
}

word_range noun_phrases::subject_after(std::uint32_t at, std::uint32_t end) const {
  const word_list& words = *words_;
  end = std::min(end, at + longest_phrase);
  if (verb_second_) {  // äußerte [sich auch] der Minister; stellte [an die Wand]
    while (at < end && !words[at].quoted() &&
           (words[at].is(adverb | thing | object_pronoun) && !words[at].is(possessive) &&
            (!words[at].is(determiner) || words[at].is(thing)) &&
            words[at].shape == word_shape::lower)) {
      if (words[at].is(thing) && (at + 1 == end || !words[at + 1].is(determiner | possessive))) {
        break;
      }
      ++at;
    }
    if (at < end && words[at].is(preposition) && !words[at].is(determiner)) return {at, at};
  }
  std::uint32_t i = at;
  bool appositive = false;
  for (; i < end; ++i) {
    const word& w = words[i];
    if (w.quoted()) {  // Walter “Buzz” Kimball
      const std::uint32_t after = words.quotation(w.quotation).end;
      const bool nickname = i > at && after < end && after <= i + longest_nickname &&
                            words[i - 1].shape == word_shape::capital &&
                            words[after].shape == word_shape::capital && may_be_title(w.quotation);
      if (!nickname) break;
      i = after - 1;
      continue;
    }
    if (w.shape == word_shape::open_bracket) {
      while (i < end && words[i].shape != word_shape::close_bracket) ++i;
      if (i == end) break;
      continue;
    }
    if (w.shape == word_shape::comma) {
      if (i + 1 >= end || i == at || (appositive && !describes_further(i + 1, end))) break;
      if (i + 3 < end && words[i + 1].shape == word_shape::number &&
          words[i + 2].shape == word_shape::comma) {  // Ryan Leenders, 30, [a member of …]
        if (!words[i + 3].is(determiner) && words[i + 3].classes != 0) break;
        i += 2;
      }
      const word& next = words[i + 1];
      const bool describes =
          next.is(determiner | possessive | relative | title) || next.classes == 0;
      if (!describes || !next.is_word()) break;
      const bool relative_clause = next.is(relative) && !next.is(determiner);
      std::uint32_t near = std::min(i + (verb_second_ ? 9 : 4), end);  // verbs may stand last
      for (std::uint32_t k = i + 1; k < near; ++k) {
        if (words[k].shape == word_shape::comma) near = k;
      }
      const bool article = !verb_second_ && next.is(determiner);  // a former [state] senator
      if (!appositive && !relative_clause &&
          (article ? clauses_->has_auxiliary({i + 1, near}) : clauses_->has_verb({i + 1, near}))) {
        break;
      }
      appositive = true;
      continue;
    }
    if (w.shape == word_shape::stop && i > at && i + 1 < end && w.where.size() == 1) continue;
    if (ends_phrase(w)) break;
    if (appositive) {
      if (clauses_->heads_participle(i) && words[i - 1].shape == word_shape::comma) break;
      continue;
    }
    if (w.is(time_word) && i > at) break;
    if (!verb_second_ && i > at && w.is(relative) && !w.is(determiner | complementizer) &&
        words[i - 1].is_word()) {  // said a man [who saw it]
      appositive = true;
      continue;
    }
    if (w.is(complementizer | infinitive | auxiliary | participle) ||
        (w.is(relative | question_word) && !w.is(determiner))) {
      break;
    }
    if (w.is(as_said) || (w.is(subordinator) && !w.is(preposition))) break;
    if (w.is(coordinator) && !(i + 1 < end && words[i + 1].shape == word_shape::capital)) break;
    if (clauses_->begins_cue(i) && i > at) break;
    if (w.is(preposition) && !w.is(topic) && i > at && !hangs_on_stranger(i, end)) break;
    if (w.is(adverb) && i > at && w.shape == word_shape::lower) break;
    if (w.is(subject_pronoun | object_pronoun) && !w.is(determiner | possessive) && i == at) {
      return {at, at + 1};
    }
    if (nouns_in_capitals_ && i > at && words[i - 1].shape == word_shape::capital &&
        (w.shape == word_shape::lower || w.shape == word_shape::number) &&
        !w.is(determiner | topic | coordinator)) {
      break;
    }
  }
  while (i > at && !words[i - 1].is_word() && words[i - 1].shape != word_shape::close_bracket) --i;
  return {at, i};
}

std::uint32_t noun_phrases::appositive_end(std::uint32_t comma, std::uint32_t end) const {
  const word_list& words = *words_;
  end = std::min(end, comma + longest_phrase);
  if (comma + 2 >= end || words[comma].shape != word_shape::comma) return comma;
  if (!describes_further(comma + 1, end)) return comma;
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
