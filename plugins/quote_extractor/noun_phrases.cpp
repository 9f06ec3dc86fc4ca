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

// Whether a sign before a phrase tells of it; a stop within a sentence does not: James A. Baker.
bool is_sign(const word& w) {
  return !w.is_word() && w.shape != word_shape::stop && w.shape != word_shape::other;
}

}  // namespace

// A phrase while its first word is looked for.
struct noun_phrases::left_edge {
  std::uint32_t end = 0;    // of the phrase
  std::uint32_t start = 0;  // of the words that may belong to it
  std::uint32_t begin = 0;  // the first word so far
  bool list = false;        // X, Y [and Z]
  bool joined = false;      // he [and Brafman]

  [[nodiscard]] bool empty() const { return begin == end; }
};

// A phrase while its last word is looked for.
struct noun_phrases::right_edge {
  std::uint32_t begin = 0;  // of the phrase
  std::uint32_t limit = 0;  // of the words that may belong to it
  std::uint32_t end = 0;    // of the phrase so far
  bool described = false;   // Trump, [the president]; a man [who saw it]
};

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

// Elizabeth [“Bess”] Truman. At the end of the phrase, a quotation only names something: the chief
// of [“Ener1”], X, said.
bool noun_phrases::take_title(left_edge& edge) const {
  const word_list& words = *words_;
  const std::uint32_t q = words[edge.begin - 1].quotation;
  const word_range quotation = words.quotation(q);
  const bool names = edge.end < words.size() && words[edge.end].shape == word_shape::comma &&
                     quotation.begin > edge.start && words[quotation.begin - 1].is(topic);
  if (!may_be_title(q) || quotation.begin < edge.start || (edge.empty() && !names)) return false;
  edge.begin = quotation.begin;
  return true;
}

// Brown [(D-Ohio)], Trump[,] Pence and Ryan, the judges[’] ruling.
bool noun_phrases::take_sign(left_edge& edge) const {
  const word_list& words = *words_;
  const word& w = words[edge.begin - 1];
  if (w.shape == word_shape::close_bracket) {
    std::uint32_t open = edge.begin - 1;
    while (open > edge.start && words[open - 1].shape != word_shape::open_bracket) --open;
    if (open == edge.start) return false;
    edge.begin = open - 1;
    return true;
  }
  const bool parts_names = edge.list && w.shape == word_shape::comma &&
                           edge.begin - 1 > edge.start && ends_name(words[edge.begin - 2]) &&
                           words[edge.begin].shape == word_shape::capital;
  if (!parts_names && w.shape != word_shape::mark) return false;
  --edge.begin;
  return true;
}

// Whether the word before the phrase opens the clause whose subject it is: [that] Trump said, [who]
// he said, hours [after] Trump said.
bool noun_phrases::opens_clause(const left_edge& edge) const {
  const word_list& words = *words_;
  const word& w = words[edge.begin - 1];
  if (w.is(complementizer | infinitive | reported_mood | as_said)) return true;
  // der, die: a relative only behind a comma
  if (w.is(relative | question_word) && !w.is(determiner)) return true;
  if (!w.is(subordinator)) return false;
  if (!w.is(preposition)) return true;
  // Of a word that is preposition and conjunction, the latter where nothing but a name or a noun
  // with its article stands between it and the verb.
  if (edge.empty()) return false;
  const word& first = words[edge.begin];
  return first.shape == word_shape::capital || first.is(determiner | possessive | subject_pronoun);
}

// [he and] Brafman, [Brown (D-Ohio) and] Menendez; but no clauses: Trump left [and] Pence said.
bool noun_phrases::joins_phrases(left_edge& edge) const {
  const word_list& words = *words_;
  const std::uint32_t coordinator = edge.begin - 1;
  if (coordinator == edge.start) return false;
  const word& before = words[coordinator - 1];
  const bool before_name = !edge.empty() && words[edge.begin].shape == word_shape::capital;
  const bool names = before_name && ends_name(before);
  edge.joined = (before_name || (!edge.empty() && words[edge.begin].is(possessive))) &&
                before.is(subject_pronoun) && !before.is(determiner);
  edge.list = edge.list || names;
  return names || edge.joined ||
         !clauses_->has_verb({clauses_->clause_begin(coordinator, edge.start), coordinator});
}

// The man [who shot] Reagan said: the verb of a relative clause belongs to the phrase.
bool noun_phrases::take_relative_clause(left_edge& edge) const {
  const word_list& words = *words_;
  std::uint32_t first = edge.begin - 1;
  while (first > edge.start && words[first - 1].is(auxiliary | adverb | negation)) --first;
  if (first == edge.start || !words[first - 1].is(relative) || first - 1 == edge.start) {
    return false;
  }
  edge.begin = first - 1;
  return words[edge.begin - 1].shape != word_shape::comma;
}

// Whether an article begins the phrase, [the] head said, and does not hang on what stands before
// it: for [the] ministry, der Sprecher [des] Ministeriums.
bool noun_phrases::begins_with_article(const left_edge& edge) const {
  const word_list& words = *words_;
  const std::uint32_t i = edge.begin;
  const word& w = words[i];
  if (!w.is(determiner | possessive) || w.is(clitic)) return false;
  if (i == edge.start) return true;
  const bool initial = w.shape == word_shape::capital && w.where.size() == 1 &&
                       words[i + 1].shape == word_shape::stop;  // James [A.] Baker
  if (initial) return false;
  const word& before = words[i - 1];
  if (before.is(preposition | determiner | coordinator)) return false;
  if (hangs_on_noun(i - 1, edge.end, edge.start)) return false;
  return !nouns_in_capitals_ || before.shape != word_shape::capital;
}

// Takes what stands before the phrase into it; false where the phrase begins.
bool noun_phrases::extend(left_edge& edge) const {
  const word_list& words = *words_;
  const std::uint32_t i = edge.begin - 1;
  const word& w = words[i];
  if (w.quoted()) return take_title(edge);
  if (is_sign(w)) return take_sign(edge);
  if (w.is(infinitive) && hangs_on_noun(i, edge.end, edge.start)) {  // aides [to] Clinton
    --edge.begin;
    return true;
  }
  if (opens_clause(edge)) return false;
  if (w.is(subject_pronoun) && (edge.empty() || !w.is(determiner))) {
    if (edge.empty() || edge.joined) --edge.begin;
    return false;
  }
  edge.joined = false;
  const bool name = w.shape == word_shape::capital && i > edge.start;  // US Senator
  if (w.is(object_pronoun) && !w.is(possessive) && !edge.empty() && !name) {
    return false;  // herself, at the end, is fine
  }
  if (w.is(coordinator) && !joins_phrases(edge)) return false;
  const bool acts = clauses_->is_verb(i) && (edge.empty() || !words[edge.begin].is(agent)) &&
                    !clauses_->is_reduced(i, edge.end, edge.start);
  if (acts) return take_relative_clause(edge);
  --edge.begin;
  return !begins_with_article(edge);
}

// The first word of the noun phrase that ends before word `at`: [the] head of the agency said.
std::uint32_t noun_phrases::phrase_begin(std::uint32_t at, std::uint32_t start) const {
  const word_list& words = *words_;
  start = std::max(start, at > longest_phrase ? at - longest_phrase : 0);
  std::uint32_t end = verb_second_ ? at : time_begin(at, start);
  if (end < at && end > start && words[end - 1].is(determiner)) --end;  // this week
  if (end == start) end = at;
  left_edge edge{.end = end, .start = start, .begin = end};
  while (edge.begin > start && extend(edge)) {
  }
  return edge.begin;
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

// Walter [“Buzz”] Kimball.
bool noun_phrases::take_nickname(right_edge& edge) const {
  const word_list& words = *words_;
  const std::uint32_t i = edge.end;
  const std::uint32_t q = words[i].quotation;
  const std::uint32_t after = words.quotation(q).end;
  const bool nickname = i > edge.begin && after < edge.limit && after <= i + longest_nickname &&
                        words[i - 1].shape == word_shape::capital &&
                        words[after].shape == word_shape::capital && may_be_title(q);
  if (nickname) edge.end = after;
  return nickname;
}

// Whether a clause of its own begins behind a comma, with a verb near: …, said Trump, [he did not
// know]; but said Trump, [who is in Iowa].
bool noun_phrases::begins_clause(std::uint32_t at, std::uint32_t end) const {
  const word_list& words = *words_;
  const word& first = words[at];
  if (first.is(relative) && !first.is(determiner)) return false;
  std::uint32_t near = std::min(at + (verb_second_ ? 8 : 3), end);  // verbs may stand last
  for (std::uint32_t i = at; i < near; ++i) {
    if (words[i].shape == word_shape::comma) near = i;
  }
  const bool article = !verb_second_ && first.is(determiner);  // a former [state] senator
  return article ? clauses_->has_auxiliary({at, near}) : clauses_->has_verb({at, near});
}

// Goes on behind a comma that a description follows: said Trump[,] the president; said Ryan
// Leenders[, 30,] a member of the Guard.
bool noun_phrases::take_comma(right_edge& edge) const {
  const word_list& words = *words_;
  std::uint32_t& i = edge.end;
  if (i + 1 >= edge.limit || i == edge.begin) return false;
  if (edge.described && !describes_further(i + 1, edge.limit)) return false;
  if (i + 3 < edge.limit && words[i + 1].shape == word_shape::number &&
      words[i + 2].shape == word_shape::comma) {
    if (!words[i + 3].is(determiner) && words[i + 3].classes != 0) return false;
    i += 2;
  }
  const word& next = words[i + 1];
  const bool describes = next.is(determiner | possessive | relative | title) || next.classes == 0;
  if (!describes || !next.is_word()) return false;
  if (!edge.described && begins_clause(i + 1, edge.limit)) return false;
  edge.described = true;
  ++i;
  return true;
}

// Whether word `i` does not belong to the phrase that begins with word `at`: said Trump [that …],
// said Trump [and went], said Trump [in Ohio], said Trump [angrily].
bool noun_phrases::ends_subject(std::uint32_t i, std::uint32_t at, std::uint32_t end) const {
  const word_list& words = *words_;
  const word& w = words[i];
  if (w.is(complementizer | infinitive | auxiliary | participle | as_said)) return true;
  if (w.is(relative | question_word) && !w.is(determiner)) return true;
  if (w.is(subordinator) && !w.is(preposition)) return true;
  if (w.is(coordinator) && (i + 1 >= end || words[i + 1].shape != word_shape::capital)) {
    return true;
  }
  if (i == at) return false;
  if (clauses_->begins_cue(i)) return true;
  if (w.is(preposition) && !w.is(topic) && !hangs_on_stranger(i, end)) return true;
  if (w.is(adverb) && w.shape == word_shape::lower) return true;
  return nouns_in_capitals_ && words[i - 1].shape == word_shape::capital &&
         (w.shape == word_shape::lower || w.shape == word_shape::number) &&
         !w.is(determiner | topic | coordinator);
}

// Takes what follows the phrase into it; false where the phrase ends.
bool noun_phrases::extend(right_edge& edge) const {
  const word_list& words = *words_;
  const std::uint32_t i = edge.end;
  const word& w = words[i];
  if (w.quoted()) return take_nickname(edge);
  if (w.shape == word_shape::comma) return take_comma(edge);
  const bool first = i == edge.begin;
  if (w.shape == word_shape::open_bracket) {
    while (edge.end < edge.limit && words[edge.end].shape != word_shape::close_bracket) ++edge.end;
    if (edge.end == edge.limit) return false;
  } else if (ends_phrase(w)) {
    const bool initial = w.shape == word_shape::stop && !first && i + 1 < edge.limit &&
                         w.where.size() == 1;  // James A[.] Baker
    if (!initial) return false;
  } else if (edge.described) {
    if (clauses_->heads_participle(i) && words[i - 1].shape == word_shape::comma) return false;
  } else if (!first && w.is(time_word)) {
    return false;
  } else if (!verb_second_ && !first && w.is(relative) && !w.is(determiner | complementizer) &&
             words[i - 1].is_word()) {
    edge.described = true;  // said a man [who saw it]
  } else if (ends_subject(i, edge.begin, edge.limit)) {
    return false;
  }
  ++edge.end;
  return true;
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
  if (at < end && words[at].is(subject_pronoun | object_pronoun) &&
      !words[at].is(determiner | possessive) && !words[at].quoted() && !ends_subject(at, at, end)) {
    return {at, at + 1};
  }
  right_edge edge{.begin = at, .limit = end, .end = at};
  while (edge.end < end && extend(edge)) {
  }
  std::uint32_t last = edge.end;
  while (last > at && !words[last - 1].is_word() &&
         words[last - 1].shape != word_shape::close_bracket) {
    --last;
  }
  return {at, last};
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
