// Content that stands before its cue: “…”, said Roe; The plan is dead, Roe said; The plan is dead.
// Roe said so.
#include <algorithm>

#include "attribution.hpp"

namespace quoth::quotes {
namespace {

constexpr std::uint32_t least_clause = 5;  // words of what a verb that is not known may stand in
constexpr std::uint32_t longest_subject = 12;  // words of a subject behind its verb

}  // namespace

// The quotation whose last mark stands just before word `at`, a comma or dash between them or not.
std::uint32_t attributor::quotation_ending_before(std::uint32_t at) const {
  const word_list& words = *words_;
  if (at == 0) return nowhere;
  std::uint32_t last = at - 1;
  for (const word_shape between : {word_shape::dash, word_shape::comma}) {  // «…», — сказав
    if (last > 0 && !words[last].quoted() && words[last].shape == between) --last;
  }
  const std::uint32_t q = words[last].quotation;
  if (q == nowhere || words.quotation(q).end != last + 1) return nowhere;
  const std::uint32_t paragraph = words.paragraph(words[at].sentence);
  return quotations_[q].paragraph == paragraph ? q : nowhere;
}

// Whether the words after the quotation may be its attribution: after a full stop or a question
// mark within the quotation a new sentence may begin that only looks like one.
bool attributor::leads_to(std::uint32_t q, const cue& c, word_range sentence) const {
  const word_list& words = *words_;
  const word_range range = words.quotation(q);
  const std::uint32_t after = bounds_.recipient_end(c, sentence.end);
  if (words[range.end].shape == word_shape::comma || words.comma_inside(q)) {
    // Although he “loves China,” he also accuses it of theft: the fragment belongs to what opens
    const bool fragment = range.begin > sentence.begin;
    return !fragment || facts_->verb_second() || bounds_.clause_ends(after, sentence);
  }
  const word_shape last = words.last_shape(range);
  if (last != word_shape::stop && last != word_shape::question) return true;
  // Die Richterin hakte nach: „Nachts?“ [Darauf antwortete er nicht.]
  const bool introduced = range.begin > 0 && words[range.begin - 1].shape == word_shape::colon;
  if (introduced && words[range.end].shape == word_shape::capital) return false;
  if (last == word_shape::stop && words[range.end].shape == word_shape::capital) return false;
  if (c.where.end + 1 < words.size() && words[c.where.end].shape == word_shape::comma &&
      words[c.where.end + 1].quoted())
    return false;
  return bounds_.clause_ends(after, sentence);
}

bool attributor::attribute_quotation_before(const cue& c, word_range sentence, word_range before,
                                            attribution& found) const {
  const word_list& words = *words_;
  if (!before.empty()) {  // “…,” X said
    const std::uint32_t q = quotation_ending_before(before.begin);
    if (q != nowhere && !taken_[q] && words.ends_like_speech(q) && leads_to(q, c, sentence)) {
      found.source = before;
      found.quotation = q;
      found.content = lead_in(q);
      found.more = bounds_.coordinated_quotation(c.where.end, sentence);
      return true;
    }
  }
  const std::uint32_t q = quotation_ending_before(c.where.begin);  // “…,” said X
  if (q == nowhere || taken_[q] || is_participle(c, words) || !words.ends_like_speech(q))
    return false;
  if (words[c.where.begin].shape == word_shape::capital && !leads_to(q, c, sentence)) return false;
  found.source = phrases_.subject_after(c.where.end, sentence.end);
  found.quotation = q;
  found.content = lead_in(q);
  found.more = bounds_.coordinated_quotation(found.source.empty() ? c.where.end : found.source.end,
                                             sentence);
  return true;
}

// The unquoted words with which the sentence of a quotation begins, where they are content too:
// [Right-wing parties] “will continue to do so,” he said.
word_range attributor::lead_in(std::uint32_t q) const {
  const word_list& words = *words_;
  const std::uint32_t end = words.quotation(q).begin;
  const std::uint32_t s = words[end].sentence;
  if (s == nowhere) return {};
  std::uint32_t begin = words.sentence(s).begin;
  if (begin + 2 > end || end - begin > longest_content) return {};
  for (std::uint32_t i = begin; i < end; ++i) {
    if (words[i].shape == word_shape::colon || words[i].shape == word_shape::dash) return {};
    if (words[i].quoted() && taken_[words[i].quotation]) return {};
  }
  if (last_sentence_ == s || last_end_ > begin) return {};
  while (begin < end && words[begin].is(coordinator)) ++begin;
  return {begin, end};
}

// As X said, [the plan is dead].
bool attributor::attribute_behind_as(const cue& c, word_range sentence, word_range before,
                                     attribution& found) const {
  const word_list& words = *words_;
  std::uint32_t comma = c.where.end;
  const std::uint32_t limit = std::min(sentence.end, comma + longest_opening);
  if (before.empty()) {  // Як повідомив міністр, …
    while (comma < limit && words[comma].shape != word_shape::comma) ++comma;
    before = phrases_.subject_after(c.where.end, comma);
  }
  if (comma >= sentence.end || words[comma].shape != word_shape::comma) return false;
  found.source = before;
  found.content = {comma + 1, bounds_.content_end(comma + 1, sentence.end, false)};
  return true;
}

// Whether what follows a speaker at word `at` is a quotation, so that what stands before is not
// reported: As they left, they sang [“…”].
bool attributor::quotes_next(std::uint32_t at, word_range sentence) const {
  const word_list& words = *words_;
  if (at >= sentence.end) return false;
  if (words[at].quoted()) return !facts_->verb_second();
  return at + 1 < sentence.end && words[at + 1].quoted() && !words[at].is_word();
}

// [Three bridges closed until spring], Roe told Radio Nine: no verb that is known, but enough words
// of their own to say something.
bool attributor::is_headline(word_range content) const {
  constexpr std::uint32_t least_headline = 4;  // words
  const word& first = (*words_)[content.begin];
  return facts_->lists_verbs() && content.size() >= least_headline && !first.quoted() &&
         !first.is(preposition | participle | passive | subordinator | time_word | adverb |
                   as_said | relative | complementizer | question_word | subject_pronoun);
}

// Whether nothing but a time or place follows at word `at`: Roe said [on the Late Shift].
bool attributor::is_rest_aside(std::uint32_t at, word_range sentence) const {
  constexpr std::uint32_t longest_rest = 12;  // words
  const word_list& words = *words_;
  if (at + longest_rest < sentence.end) return false;
  for (; at < sentence.end; ++at) {
    const word& w = words[at];
    if (w.quoted() || clauses_.is_verb(at) || w.is(infinitive | complementizer | subject_pronoun))
      return false;
    if (!w.is_word() && w.shape != word_shape::stop) return false;
  }
  return true;
}

// Whether word `at` follows the only dash of its sentence, with room for an attribution behind it
// and no more: The pier is rotten – [says] Roe. One of two dashes sets off an insertion.
bool attributor::follows_dash(std::uint32_t at, word_range sentence) const {
  constexpr std::uint32_t longest_attribution = 8, longest_report = 40;  // words
  const word_list& words = *words_;
  if (facts_->speech_in_dashes() || at < sentence.begin + 3) return false;
  if (words[at - 1].shape != word_shape::dash || words[at - 1].quoted()) return false;
  if (sentence.end - at > longest_attribution || at - sentence.begin > longest_report) return false;
  for (std::uint32_t i = sentence.begin; i + 1 < at; ++i) {
    if (words[i].shape == word_shape::dash || words[i].quoted()) return false;
  }
  return true;
}

// The plan is dead, Trump said. The plan, Trump said, is dead. As Trump said, the plan is dead.
bool attributor::attribute_clause_before(const cue& c, word_range sentence, word_range before,
                                         attribution& found) const {
  const word_list& words = *words_;
  if (is_participle(c, words)) return false;
  const std::uint32_t as = sources_.as_before(c, before, sentence);
  std::uint32_t first = before.empty() ? c.where.begin : before.begin;
  if (as != nowhere) {
    first = as;
    if (facts_->verb_second()) found.cue_part = {as, as + 1};  // Wie X mitteilte, …
    if (as == sentence.begin) return attribute_behind_as(c, sentence, before, found);
  }
  // Eschbachs „Faust“ sei, [so schrieb Noll], ein Graus
  const bool so = first > sentence.begin + 1 && words[first - 1].is(verbless) &&
                  words[first - 2].shape == word_shape::comma;
  if (so) --first;
  const bool dash = follows_dash(first, sentence);  // Der Steg ist morsch – sagt Roe.
  const bool comma =
      dash || (first > sentence.begin && words[first - 1].shape == word_shape::comma);
  if (!comma && as == nowhere) return false;
  word_range source = before;
  std::uint32_t after = c.where.end;
  if (before.empty()) {  // …, said X
    source = phrases_.subject_after(after, sentence.end);
    after = source.end;
    if (source.empty()) return false;
  }
  if (after == c.where.end) after = bounds_.recipient_end(c, sentence.end);
  if (!bounds_.clause_ends(after, sentence) || quotes_next(after, sentence)) return false;
  if (dash && after + 1 < sentence.end) return false;
  if (!facts_->lists_verbs() && as == nowhere) {
    // На вопрос защиты, …, Палей ответил, что …; За даними слідства, він вимагав …
    const bool reports_behind = after + 1 < sentence.end && words[after + 1].is(complementizer);
    if (reports_behind || (!before.empty() && after + 1 < sentence.end)) return false;
  }
  const std::uint32_t end = first - (comma ? 1 : 0);
  const word_range content{bounds_.opening_begin(sentence.begin, end), end};
  if (!content.empty()) {  // According to X, Y told …; Asked whether he knew, Y paused
    const word& opening = words[content.begin];
    const bool asked = opening.is(passive) && opening.is(recipient) && !facts_->verb_second();
    if (opening.is(according) || asked) return false;
  }
  if (content.size() < (facts_->lists_verbs() ? 2U : 1U)) return false;
  if (before.empty() && comma && facts_->verb_second()) after = bounds_.aside_end(after, sentence);
  // Er habe, sagte Roe, [das Schreiben nie gesehen]: a clause that waits for its rest.
  const bool waits = facts_->verb_second() && clauses_.is_verb(end - 1);
  const bool goes_on = after + 1 < sentence.end && words[after].shape == word_shape::comma &&
                       (waits || clauses_.opens_main_clause({after + 1, sentence.end}) ||
                        !words[after + 1].is(participle | according | relative));
  // No more elephants, says the director.
  const bool closes = before.empty() && comma && words[c.head].is(saying) &&
                      !facts_->verb_second() && after + 1 >= sentence.end && names_somebody(source);
  if (!goes_on && !clauses_.may_be_clause(content) && !words[c.head].is(verbless) && !closes &&
      !(before.size() > 0 && is_headline(content) && is_rest_aside(after, sentence))) {
    return false;
  }
  found.source = source;
  found.content = content;
  if (!goes_on) return true;
  found.more = {after + 1, bounds_.content_end(after + 1, sentence.end, false)};
  const bool clause = clauses_.may_be_clause(found.content) || clauses_.may_be_clause(found.more);
  // Shells killed six people, officials said, [hours after the talks].
  if (found.more.size() < 2) found.more = {};
  return clause || (words[c.head].is(saying) && found.content.size() >= least_clause);
}

// Whether the sentence tells only who said what stands before it: Про це повідомив X; Об этом
// сообщил X; Das teilte X mit. `part` is the other part of the verb.
bool attributor::points_back(const cue& c, word_range part, word_range sentence) const {
  const word_list& words = *words_;
  std::uint32_t at = sentence.begin;
  const std::uint32_t first = part.empty() ? c.where.begin : std::min(c.where.begin, part.begin);
  if (facts_->verb_second()) {
    if (at + 1 != first || words[at].is(subject_pronoun) || !words[at].is(thing)) return false;
  } else {
    if (facts_->has_articles() || first > at + longest_subject) return false;
    // Так пригрозила Лісова
    const bool so = at + 1 == first && words[at].is(thing) && !words[at].is(subject_pronoun);
    if (!so && (at + 2 > first || !words[at].is(topic) || !words[at + 1].is(thing))) return false;
  }
  for (std::uint32_t i = first; i < sentence.end; ++i) {
    const word& w = words[i];
    if (w.is(complementizer | question_word) || w.shape == word_shape::colon) return false;
    if (w.shape != word_shape::comma || words[i + 1].is(relative)) continue;
    // Das gab der Verein am Abend bekannt, [kurz nach dem Spiel]
    return facts_->verb_second() && !part.empty() && i >= std::max(part.end, c.where.end) &&
           words[sentence.begin].is(thing);
  }
  return true;
}

// What the sentence before says, unless it is somebody's already.
void attributor::attribute_sentence_before(const cue& c, word_range sentence,
                                           attribution& found) const {
  const word_list& words = *words_;
  const std::uint32_t s = words[c.head].sentence;
  const bool bracket = !found.cue_part.empty();
  const std::uint32_t first =
      bracket ? std::min(c.where.begin, found.cue_part.begin) : c.where.begin;
  if (bracket) {
    found.source = sources_.source_in_bracket(c, found.cue_part, first, sentence);
  } else {
    if (!facts_->verb_second()) found.source = phrases_.subject_before(first, sentence.begin + 2);
    if (found.source.empty()) found.source = phrases_.subject_after(c.where.end, sentence.end);
  }
  if (s == 0 || found.source.empty()) return;
  const word_range before = words.sentence(s - 1);
  if (before.size() < 2 || last_end_ > before.begin) return;
  const word& last = words[before.end - 1];
  if (last.quoted() && words.quotation(last.quotation).begin == before.begin) {
    if (!taken_[last.quotation]) found.quotation = last.quotation;
  } else if (last.shape == word_shape::stop && !last.quoted()) {
    found.content = {before.begin, before.end - 1};
  }
}

// Міст закриють у травні – це сказав мер Петро Ланг; …, – так Петро Ланг відповів раді: what stands
// before the dash.
bool attributor::attribute_before_dash(const cue& c, word_range sentence,
                                       attribution& found) const {
  const word_list& words = *words_;
  const std::uint32_t first = c.where.begin;
  if (!facts_->speech_in_dashes() || first < sentence.begin + 4) return false;
  std::uint32_t name = first;
  while (name > sentence.begin + 4 && words[name - 1].shape == word_shape::capital &&
         !words[name - 1].quoted()) {
    --name;
  }
  std::uint32_t behind = name;
  // так[, виявляється,] Петро Ланг
  const bool aside = name < first && behind > sentence.begin + 6 &&
                     words[behind - 1].shape == word_shape::comma && words[behind - 2].is_word() &&
                     words[behind - 3].shape == word_shape::comma;
  if (aside) behind -= 3;
  const word& pointer = words[behind - 1];
  if (!pointer.is(thing) || words[behind - 2].shape != word_shape::dash) return false;
  if (words[behind - 2].quoted() || words[c.where.end - 1].quoted()) return false;
  if (name < first && !words[c.head].is(saying)) return false;
  const word_range source =
      name < first ? word_range{name, first} : phrases_.subject_after(c.where.end, sentence.end);
  const word_range content{bounds_.opening_begin(sentence.begin, behind - 2), behind - 2};
  if (source.empty() || content.size() < 2 || words[content.end - 1].quoted()) return false;
  found.source = source;
  found.content = content;
  return true;
}

}  // namespace quoth::quotes
