#include "phrase_edges.hpp"

#include <algorithm>

namespace quoth::quotes {
namespace {

constexpr std::uint32_t longest_title = 14;    // words of a quotation that is part of a name
constexpr std::uint32_t longest_nickname = 5;  // words, marks included

// Whether the word is a sign by which a phrase begins or goes on; a stop within a sentence is none:
// James A. Baker.
bool is_sign(const word& w) {
  return !w.is_word() && w.shape != word_shape::stop && w.shape != word_shape::other;
}

}  // namespace

bool may_end_name(const word& w) {
  return w.shape == word_shape::capital || w.shape == word_shape::close_bracket;
}

// A phrase while its first word is looked for.
struct phrase_edges::left_edge {
  std::uint32_t end = 0;    // of the phrase
  std::uint32_t start = 0;  // of the words that may belong to it
  std::uint32_t begin = 0;  // the first word so far
  bool list = false;        // X, Y [and Z]
  bool joined = false;      // he [and Brafman]

  [[nodiscard]] bool empty() const { return begin == end; }
};

// A phrase while its last word is looked for.
struct phrase_edges::right_edge {
  std::uint32_t begin = 0;  // of the phrase
  std::uint32_t limit = 0;  // of the words that may belong to it
  std::uint32_t end = 0;    // of the phrase so far
  bool described = false;   // Trump, [the president]; a man [who saw it]
  std::uint32_t comma = 0;  // the one behind which the description begins, or 0
};

void phrase_edges::read(const clauses& roles) {
  clauses_ = &roles;
  words_ = &roles.words();
  verb_second_ = roles.verb_second();
  nouns_in_capitals_ = roles.nouns_in_capitals();
}

std::uint32_t phrase_edges::time_begin(std::uint32_t at, std::uint32_t start) const {
  const word_list& words = *words_;
  std::uint32_t i = at;
  while (i > start && at - i < 4 && words[i - 1].is(time_word) && !words[i - 1].quoted()) --i;
  return i;
}

bool phrase_edges::may_be_title(std::uint32_t quotation) const {
  const word_list& words = *words_;
  const word_range range = words.quotation(quotation);
  if (range.size() > longest_title) return false;
  const word_shape shape = words.last_shape(range);
  return shape != word_shape::comma && shape != word_shape::stop && shape != word_shape::question;
}

// aides [to] Clinton, an adviser [to] the island: no infinitive.
bool phrase_edges::hangs_on_noun(std::uint32_t to, std::uint32_t at, std::uint32_t start) const {
  const word_list& words = *words_;
  if (verb_second_ || !words[to].is(infinitive) || to + 1 >= at || to <= start) return false;
  const word& before = words[to - 1];
  const word& behind = words[to + 1];
  const bool from = to > start + 1 && before.shape == word_shape::capital &&
                    words[to - 2].is(preposition);  // an email from Crewe [to Ashworth]
  return (before.classes & ~role) == 0 &&
         (before.shape == word_shape::lower || to == start + 1 || from) && before.cue == no_cue &&
         (behind.shape == word_shape::capital || behind.is(determiner | possessive));
}

// Elizabeth [“Bess”] Truman. At the end of the phrase, a quotation only names something: the chief
// of [“Ener1”], X, said.
bool phrase_edges::take_title(left_edge& edge) const {
  const word_list& words = *words_;
  const std::uint32_t q = words[edge.begin - 1].quotation;
  const word_range quotation = words.quotation(q);
  const bool names = edge.end < words.size() && words[edge.end].shape == word_shape::comma &&
                     quotation.begin > edge.start && words[quotation.begin - 1].is(topic);
  bool noun = false;  // die Initiative „Rettet Ulm“ wirft; пресс-служба «Банка» сообщила
  if (quotation.begin > edge.start) {
    const word& before = words[quotation.begin - 1];
    noun = nouns_in_capitals_ ? before.shape == word_shape::capital || before.is(determiner)
                              : !clauses_->has_articles() && before.is_word() &&
                                    (before.classes & ~std::uint64_t{title}) == 0;
  }
  if (!may_be_title(q) || quotation.begin < edge.start || (edge.empty() && !names && !noun)) {
    return false;
  }
  edge.begin = quotation.begin;
  return true;
}

// Brown [(D-Ohio)], Trump[,] Pence and Ryan, the judges[’] ruling.
bool phrase_edges::take_sign(left_edge& edge) const {
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
                           edge.begin - 1 > edge.start && may_end_name(words[edge.begin - 2]) &&
                           words[edge.begin].shape == word_shape::capital;
  if (!parts_names && w.shape != word_shape::mark) return false;
  --edge.begin;
  return true;
}

// Whether the word before the phrase opens the clause whose subject it is: [that] Trump said, [who]
// he said, hours [after] Trump said.
bool phrase_edges::opens_clause(const left_edge& edge) const {
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
bool phrase_edges::joins_phrases(left_edge& edge) const {
  const word_list& words = *words_;
  const std::uint32_t coordinator = edge.begin - 1;
  if (coordinator == edge.start) return false;
  const word& before = words[coordinator - 1];
  const bool before_name = !edge.empty() && words[edge.begin].shape == word_shape::capital;
  const bool names = before_name && may_end_name(before);
  edge.joined = (before_name || (!edge.empty() && words[edge.begin].is(possessive))) &&
                before.is(subject_pronoun) && !before.is(determiner);
  edge.list = edge.list || names;
  return names || edge.joined ||
         !clauses_->has_verb({clauses_->clause_begin(coordinator, edge.start), coordinator});
}

// The man [who shot] Reagan said: the verb of a relative clause belongs to the phrase.
bool phrase_edges::take_relative_clause(left_edge& edge) const {
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
bool phrase_edges::begins_with_article(const left_edge& edge) const {
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
bool phrase_edges::extend(left_edge& edge) const {
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

std::uint32_t phrase_edges::phrase_begin(std::uint32_t at, std::uint32_t start) const {
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

bool phrase_edges::describes_further(std::uint32_t at, std::uint32_t end) const {
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
bool phrase_edges::hangs_on_stranger(std::uint32_t at, std::uint32_t end) const {
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

// Walter [“Buzz”] Kimball.
bool phrase_edges::take_nickname(right_edge& edge) const {
  const word_list& words = *words_;
  const std::uint32_t i = edge.end;
  const std::uint32_t q = words[i].quotation;
  const std::uint32_t after = words.quotation(q).end;
  const bool nickname = i > edge.begin && after < edge.limit && after <= i + longest_nickname &&
                        words[i - 1].shape == word_shape::capital &&
                        words[after].shape == word_shape::capital && may_be_title(q);
  // wie die [„Ulmer Zeitung“] schreibt
  const bool outlet = nouns_in_capitals_ && i == edge.begin + 1 &&
                      words[edge.begin].is(determiner) && after <= edge.limit &&
                      after <= i + longest_nickname && may_be_title(q);
  // голова фракції [«Дія»] Ганна Береза
  const bool party = !clauses_->has_articles() && i > edge.begin && after < edge.limit &&
                     words[after].shape == word_shape::capital && may_be_title(q);
  if (nickname || outlet || party) edge.end = after;
  return nickname || party;
}

// Whether a clause of its own begins behind a comma, with a verb near: …, said Trump, [he did not
// know]; but said Trump, [who is in Iowa].
bool phrase_edges::begins_clause(std::uint32_t at, std::uint32_t end) const {
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
bool phrase_edges::take_comma(right_edge& edge) const {
  const word_list& words = *words_;
  std::uint32_t& i = edge.end;
  if (i + 1 >= edge.limit || i == edge.begin) return false;
  if (edge.described && !describes_further(i + 1, edge.limit)) return false;
  if (i + 3 < edge.limit && words[i + 1].shape == word_shape::number &&
      words[i + 2].shape == word_shape::comma) {
    const bool plain = (words[i + 3].classes & ~role) == 0;
    if (!words[i + 3].is(determiner) && !plain) return false;
    i += 2;
  }
  const word& next = words[i + 1];
  const bool describes =
      next.is(determiner | possessive | relative | title | role) || next.classes == 0;
  if (!describes || !next.is_word()) return false;
  if (!edge.described && begins_clause(i + 1, edge.limit)) return false;
  if (!edge.described) edge.comma = i;
  edge.described = true;
  ++i;
  return true;
}

// sagte Brandt [dem Kurier], sagte Otto Kranz [der Deutschen Presse-Agentur], sagte der Wirt Otto
// Kranz [der Zeitung]; but sagte ein Sprecher [der Polizei], sagte der Mann mit [dem Hut].
bool phrase_edges::addresses(std::uint32_t i, std::uint32_t at) const {
  const word_list& words = *words_;
  if (!words[i].is(dative | genitive) || words[i].shape != word_shape::lower) return false;
  if (words[i - 1].shape != word_shape::capital) return false;
  if (words[i].is(dative)) return true;
  if (i == at + 1) return words[at].classes == 0 && words[at].cue == no_cue;  // a name
  if (words[i - 2].shape != word_shape::capital) return false;
  const bool titled = i > at + 3 && words[i - 3].shape == word_shape::capital &&
                      words[i - 1].classes == 0 && words[i - 2].classes == 0;
  return titled || !words[at].is(determiner | possessive);
}

// Whether word `i` does not belong to the phrase that begins with word `at`: said Trump [that …],
// said Trump [and went], said Trump [in Ohio], said Trump [angrily].
bool phrase_edges::ends_subject(std::uint32_t i, std::uint32_t at, std::uint32_t end) const {
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
  if (addresses(i, at)) return true;
  return nouns_in_capitals_ && words[i - 1].shape == word_shape::capital &&
         (w.shape == word_shape::lower || w.shape == word_shape::number) &&
         !w.is(determiner | topic | coordinator);
}

// Maurits [van] Deelen
bool phrase_edges::is_within_name(std::uint32_t i, const right_edge& edge) const {
  const word_list& words = *words_;
  return words[i].is(name_particle) && i > edge.begin && i + 1 < edge.limit &&
         words[i - 1].shape == word_shape::capital && words[i + 1].shape == word_shape::capital;
}

// Takes what follows the phrase into it; false where the phrase ends.
bool phrase_edges::extend(right_edge& edge) const {
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
  } else if (!is_within_name(i, edge) && ends_subject(i, edge.begin, edge.limit)) {
    return false;
  }
  ++edge.end;
  return true;
}

// Whether what stands behind a comma tells who somebody is and does not go on with what he said:
// Er habe, sagte Roe, [das Schreiben „nie gesehen“]; Man werde, so Roe, [die Zeugin noch laden].
bool phrase_edges::describes(word_range behind, std::uint32_t limit) const {
  const word_list& words = *words_;
  if (!nouns_in_capitals_ || words[behind.begin].is(relative) != words[behind.begin].is(determiner))
    return true;
  if (behind.end < limit && words[behind.end].quoted()) return false;
  if (clauses_->opens_main_clause(behind)) return false;
  for (std::uint32_t i = behind.begin + 1; i < behind.end; ++i) {
    const word& w = words[i];
    if (w.is(adverb) && w.shape == word_shape::lower && words[i - 1].shape == word_shape::capital) {
      return false;
    }
  }
  return true;
}

std::uint32_t phrase_edges::phrase_end(std::uint32_t at, std::uint32_t limit) const {
  const word_list& words = *words_;
  const word& first = words[at];
  if (first.is(subject_pronoun | object_pronoun) && !first.is(determiner | possessive) &&
      !first.quoted() && !ends_subject(at, at, limit)) {
    return at + 1;
  }
  right_edge edge{.begin = at, .limit = limit, .end = at};
  while (edge.end < limit && extend(edge)) {
  }
  std::uint32_t end = edge.end;
  if (edge.comma != 0 && !describes({edge.comma + 1, end}, limit)) end = edge.comma;
  while (end > at && !words[end - 1].is_word() && !words[end - 1].quoted() &&
         words[end - 1].shape != word_shape::close_bracket) {
    --end;
  }
  // sagte Menn [der] „Rheinischen Post“
  if (verb_second_ && end > at + 1 && words[end - 1].is(dative | genitive)) --end;
  return end;
}

}  // namespace quoth::quotes
