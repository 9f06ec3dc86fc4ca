#include "sources.hpp"

#include <algorithm>

namespace quoth::quotes {
namespace {

constexpr std::uint32_t longest_outlet = 7;    // words of a name in marks, marks included
constexpr std::uint32_t longest_subject = 12;  // words of a subject behind a participle or “von”

}  // namespace

void source_finder::read(std::span<const cue> cues, const clauses& roles,
                         const noun_phrases& phrases, const content_bounds& bounds) {
  cues_ = cues;
  clauses_ = &roles;
  phrases_ = &phrases;
  bounds_ = &bounds;
  words_ = &roles.words();
  last_source_ = {};
  last_sentence_ = nowhere;
}

void source_finder::keep(word_range source, std::uint32_t sentence) {
  last_source_ = source;
  last_sentence_ = sentence;
}

std::uint32_t source_finder::start_of(std::uint32_t cue_index, word_range sentence) const {
  const word_list& words = *words_;
  if (cue_index == 0) return sentence.begin;
  const cue& last = cues_[cue_index - 1];
  if (words[last.head].sentence != words[cues_[cue_index].head].sentence) return sentence.begin;
  // the agreement [signed by] Moscow did specify …: part of the noun phrase that speaks
  const bool in_phrase = last.where.begin == last.head && words[last.where.end].is(agent);
  // Keene, [asked about the review], said …: beside the sentence that it stands in
  const bool aside =
      !clauses_->verb_second() && last.where.begin == last.head && last.head > sentence.begin &&
      words[last.head - 1].shape == word_shape::comma && words[last.head].is(passive | participle);
  // another parent, [who did not wish to be named], said …
  const bool relative_clause = !clauses_->verb_second() && last.where.begin > sentence.begin + 1 &&
                               words[last.where.begin - 1].is(relative) &&
                               !words[last.where.begin - 1].is(determiner) &&
                               words[last.where.begin - 2].shape == word_shape::comma;
  return in_phrase || aside || relative_clause ? sentence.begin
                                               : std::max(sentence.begin, last.where.end);
}

// A poll [released] last week found, a letter [sent] to the court says: the verb just before the
// subject of `c` only describes it.
word_range source_finder::with_participle(const cue& last, const cue& c, word_range sentence,
                                          word_range before) const {
  const word_list& words = *words_;
  if (last.where.begin != last.head) return before;
  const std::uint32_t begin = before.empty() ? c.where.begin : before.begin;
  if (begin > last.where.end + 1 || begin == last.where.end) return before;
  if (!clauses_->is_reduced(last.head, c.where.begin, sentence.begin)) return before;
  const word_range whole = phrases_->subject_before(last.where.begin, sentence.begin);
  if (whole.empty() || words[whole.begin].is(relative)) return before;
  return {whole.begin, before.empty() ? c.where.begin : before.end};
}

// Weidlich, [der ihn befragt hatte,] nannte das Wort …; [Quandts Anwalt, Ludger Westhoff,] nannte
// …: whether nothing but a description between two commas parts a subject that opens the sentence
// from its verb.
bool source_finder::has_aside(word_range verb, word_range before) const {
  const word_list& words = *words_;
  if (before.empty() || words[verb.begin - 1].shape != word_shape::comma) return false;
  if (words[verb.begin].is(saying)) return false;
  if (before.begin != words.sentence(words[verb.begin].sentence).begin) return false;
  if (words[before.begin].is(preposition | complementizer | subordinator | question_word)) {
    return false;
  }
  std::uint32_t comma = before.begin;
  while (words[comma].shape != word_shape::comma) ++comma;
  if (comma + 1 == verb.begin || clauses_->has_verb({before.begin, comma})) return false;
  for (std::uint32_t i = comma + 1; i + 1 < verb.begin; ++i) {
    if (words[i].shape == word_shape::comma || words[i].quoted()) return false;
  }
  return words[comma + 1].is(relative) || !clauses_->has_verb({comma + 1, verb.begin - 1});
}

// „…“, sagte X; Am Montag sagte X: the subject of a verb in second place follows it.
bool source_finder::is_inverted(word_range verb, word_range before) const {
  const word_list& words = *words_;
  if (has_aside(verb, before)) return false;
  const std::uint32_t first = before.empty() ? verb.begin : before.begin;
  const bool object = before.size() == 1 && words[first].is(dative | object_pronoun) &&
                      !words[first].is(subject_pronoun);
  if (object) return true;  // Dem widersprach X
  if (first == 0 || verb.end >= words.size()) return before.empty();
  if (before.empty() || words[first - 1].is(preposition)) return true;
  const word& last = words[verb.begin - 1];
  const word& next = words[verb.end];
  return (last.shape == word_shape::comma || last.quoted()) &&
         (next.shape == word_shape::capital || next.is(determiner | possessive | subject_pronoun));
}

// said [finance director Roe], says [head of planning Ida Roe]: a role in lower case, and whose.
bool source_finder::is_role_with_name(std::uint32_t at, std::uint32_t end) const {
  constexpr std::uint32_t longest_role = 6;  // words
  const word_list& words = *words_;
  end = std::min(end, at + longest_role);
  bool found = false;
  for (; at < end && words[at].shape == word_shape::lower && !words[at].quoted(); ++at) {
    const word& w = words[at];
    const bool part = (w.is(topic) && found) || w.is(role | title) ||
                      !w.is(preposition | adverb | time_word | auxiliary | infinitive |
                            subject_pronoun | object_pronoun | determiner | complementizer |
                            question_word | subordinator | coordinator | negation);
    if (!part) return false;
    found = found || w.is(role | title);
  }
  return found && at < end && words[at].shape == word_shape::capital;
}

// The race will be tight, even in Ohio, [said X, director of Y]: what stands between the commas is
// no subject where a speaker follows the verb and nothing after that.
bool source_finder::ends_with_speaker(const cue& c, word_range sentence) const {
  const word_list& words = *words_;
  const std::uint32_t at = c.where.end;
  // Опору посадила драга, що копала поруч, [припустив] Лісовий: of languages without articles, any
  // verb before a name
  const bool any_verb = !clauses_->has_articles() && words[c.head].is(verb) && at < sentence.end &&
                        words[at].shape == word_shape::capital;
  if (c.where.size() != 1 || words[c.head].is(recipient)) return false;
  if (!words[c.head].is(saying) && !any_verb) return false;
  if (at >= sentence.end || c.where.begin == sentence.begin) return false;
  if (words[c.where.begin - 1].shape != word_shape::comma) return false;
  const bool any_noun = !clauses_->has_articles() && words[at].is_word() &&
                        !words[at].is(complementizer | question_word | object_pronoun);
  if (words[at].shape != word_shape::capital && !words[at].is(determiner | possessive) &&
      !any_noun && !is_role_with_name(at, sentence.end)) {
    return false;
  }
  const word_range speaker = phrases_->subject_after(at, sentence.end);
  for (std::uint32_t i = at + 1; i < speaker.end && words[i].shape != word_shape::comma; ++i) {
    // Webb, whose husband died, [said Ashworth’s evidence made her sick]
    if (words[i].is(object_pronoun | subject_pronoun | auxiliary | negation) &&
        !words[i].is(determiner)) {
      return false;
    }
  }
  const std::uint32_t end = speaker.end;
  // Oyelaran, who was not involved, [says the dating rests on four samples]
  const bool common = words[at].is(determiner | possessive) && !speaker.empty() &&
                      end + 1 < sentence.end && words[end].is_word();
  if (common && !words[end].is(time_word) && !words[end + 1].is(time_word)) return false;
  return !speaker.empty() &&
         (end >= sentence.end || (!words[end].quoted() && words[end].shape != word_shape::comma &&
                                  bounds_->clause_ends(end, sentence)));
}

// The word that opens a clause which the cue ends: [wie] die Behörde am Montag mitteilte.
std::uint32_t source_finder::opening_as(const cue& c, word_range sentence) const {
  const word_list& words = *words_;
  const std::uint32_t start = std::max(
      sentence.begin, c.where.begin > longest_opening ? c.where.begin - longest_opening : 0);
  std::uint32_t i = c.where.begin;
  while (i > start) {
    if (words[i - 1].quoted()) {  // wie die „Ulmer Zeitung“ schreibt
      const word_range name = words.quotation(words[i - 1].quotation);
      if (name.begin <= start || name.size() > longest_outlet) break;
      i = name.begin;
    } else if (words[i - 1].is_word()) {
      --i;
    } else {
      break;
    }
  }
  const bool opens = i < c.where.begin && words[i].is(as_said) && i + 1 < c.where.begin;
  return opens ? i : nowhere;
}

std::uint32_t source_finder::as_before(const cue& c, word_range subject,
                                       word_range sentence) const {
  const std::uint32_t first = subject.empty() ? c.where.begin : subject.begin;
  if (first > sentence.begin && (*words_)[first - 1].is(as_said)) return first - 1;
  return clauses_->verb_second() ? opening_as(c, sentence) : nowhere;
}

// forced [Roe] to admit, quoted [Roe] as saying, thanked [Roe] for saying: the object of the verb
// before, where it may be somebody. Empty where there is none.
word_range source_finder::object_before(const cue& c, word_range sentence) const {
  const word_list& words = *words_;
  std::uint32_t end = c.where.begin;
  const bool caused = end < c.head && words[end].is(infinitive);
  if (!caused) {
    if (c.where.begin != c.head || !is_participle(c, words) || end == sentence.begin) return {};
    if (!words[--end].is(behind_object)) return {};
  }
  const std::uint32_t start =
      std::max(sentence.begin, end > longest_subject ? end - longest_subject : 0);
  std::uint32_t verb = end;
  const auto has_object = [&](std::uint32_t i) {
    return caused ? words[i].is(causing) : words[i].is(quoting) || clauses_->is_verb(i);
  };
  while (verb > start && !has_object(verb - 1)) --verb;
  if (verb == start || verb == end || words[verb - 1].is(auxiliary)) return {};
  const word& first = words[verb];
  const bool somebody = first.is(object_pronoun) || first.is(determiner | possessive | quantity) ||
                        (first.shape == word_shape::capital && !first.is(time_word));
  if (!somebody || first.quoted() || words[end - 1].is(preposition)) return {};
  const word_range object = phrases_->subject_before(end, verb);
  const bool whole = object.begin == verb || (object.empty() && first.is(object_pronoun));
  if (!whole) return {};
  if (words[end - 1].shape == word_shape::comma) --end;
  return {verb, end};
}

word_range source_finder::subject_of(std::uint32_t cue_index, std::uint32_t start,
                                     word_range sentence) const {
  const word_list& words = *words_;
  const cue& c = cues_[cue_index];
  const std::uint32_t first = c.where.begin;
  if (const word_range object = object_before(c, sentence); !object.empty()) return object;
  word_range subject = phrases_->subject_before(first, start);
  if (cue_index > 0 && start == cues_[cue_index - 1].where.end) {
    subject = with_participle(cues_[cue_index - 1], c, sentence, subject);
  }
  if (first > start && words[first].is(infinitive)) subject = {};
  if (first > start && words[first - 1].shape == word_shape::comma && is_participle(c, words)) {
    subject = {};
  }
  if (!clauses_->verb_second()) {
    return !subject.empty() && ends_with_speaker(c, sentence) ? word_range{} : subject;
  }
  const std::uint32_t as = opening_as(c, sentence);
  if (as != nowhere) return phrases_->subject_after(as + 1, first);
  return is_inverted(c.where, subject) ? word_range{} : subject;
}

// Where a cue has no subject of its own (criticised X and said …; …, adding …), an earlier one.
word_range source_finder::shared_source(const cue& c, word_range sentence) const {
  const word_list& words = *words_;
  if (c.where.begin == sentence.begin) {  // Noting that …, Allen said
    std::uint32_t comma = c.where.end;
    const std::uint32_t end = std::min(sentence.end, comma + longest_opening);
    while (comma < end && words[comma].shape != word_shape::comma) ++comma;
    const word_range rest{std::min(comma + 1, sentence.end), sentence.end};
    return phrases_->nearest_subject(rest, std::min(rest.end, rest.begin + longest_subject));
  }
  if (last_sentence_ == words[c.head].sentence && !clauses_->is_relative_pronoun(last_source_)) {
    return last_source_;
  }
  const word_range nearest = phrases_->nearest_subject(sentence, c.where.begin);
  const bool joined = nearest.empty() && !clauses_->lists_verbs() &&
                      c.where.begin > sentence.begin && words[c.where.begin - 1].is(coordinator);
  // Судья Ольга Роу поблагодарила всех и [напомнила]: of a verb that no list has
  return joined ? phrases_->subject_after(sentence.begin, c.where.begin) : nearest;
}

// Who stands behind “von” in a passive clause that ends at `end`: wird von [der Partei] gefordert.
word_range source_finder::agent_of(word_range clause, std::uint32_t end) const {
  const word_list& words = *words_;
  clause.begin = std::max(clause.begin, end > longest_subject ? end - longest_subject : 0);
  for (std::uint32_t i = clause.end; i-- > clause.begin;) {
    if (words[i].is(agent)) return phrases_->subject_after(i + 1, end);
  }
  return {};
}

word_range source_finder::source_in_bracket(const cue& c, word_range part, std::uint32_t start,
                                            word_range sentence) const {
  const word_list& words = *words_;
  const bool auxiliary_first = part.begin < c.where.begin;
  const word_range finite = auxiliary_first ? part : c.where;
  const std::uint32_t end = auxiliary_first ? c.where.begin : part.begin;
  if (words[finite.begin].is(passive)) {  // wird von [der Partei] gefordert
    const word_range agent = agent_of({start, end}, end);
    if (!agent.empty() || !words[c.head].is(quoting)) return agent;
    return phrases_->subject_after(finite.end, end);  // wird [Roe] in der Mitteilung zitiert
  }
  const word_range before = phrases_->subject_before(finite.begin, start);
  if (!is_inverted(finite, before)) return before;
  const word_range after = phrases_->subject_after(finite.end, end);
  const bool joined = finite.begin > sentence.begin && words[finite.begin - 1].is(coordinator);
  return after.empty() && joined ? shared_source(c, sentence) : after;
}

word_range source_finder::source_of(const cue& c, word_range subject, std::uint32_t start,
                                    word_range sentence) const {
  const word_list& words = *words_;
  const std::uint32_t first = c.where.begin;
  if (clauses_->verb_second() && first < c.head && words[first].is(passive)) {
    return agent_of({start, first}, first);
  }
  const bool loose = words[c.head].is(doubt) && first > start && words[first - 1].is(preposition) &&
                     first == c.head && !clauses_->verb_second();
  if (loose) return {};  // voted over [claims that …]
  if (!subject.empty()) return subject;
  const bool asked = first == sentence.begin && first == c.head && words[first].is(passive) &&
                     words[first].is(recipient);  // Asked whether he would go, she said …
  if (asked) return {};
  if (clauses_->verb_second() && !is_participle(c, words)) {
    const word_range after = phrases_->subject_after(c.where.end, sentence.end);
    if (!after.empty()) return after;
  }
  return shared_source(c, sentence);
}

}  // namespace quoth::quotes
