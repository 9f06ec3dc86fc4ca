#include "attribution.hpp"

#include <algorithm>
#include <utility>

namespace quoth::quotes {
namespace {

constexpr std::uint32_t longest_subject = 12;     // words between a quotation and the cue behind it
constexpr std::uint32_t longest_appositive = 12;  // words of what describes who speaks
// Log odds in tenths: within what a cue as sure as the first reports, another one reports but where
// it is as sure as the second. Of those less sure, one in eight did in the articles counted;
// elsewhere one in two.
constexpr std::int32_t least_outer_strength = 4, least_inner_strength = 12;

}  // namespace

bool says_nothing(const word_list& words, word_range range) {
  if (range.empty()) return false;
  bool small = true, clause = false;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const word& w = words[i];
    const bool points =
        w.is(thing) || (w.is(complementizer) && range.size() > 1);  // point [that out]
    if (w.quoted() || w.is(negation) || points) return false;
    small = small &&
            (!w.is_word() || w.shape == word_shape::number ||
             w.is(question_word | relative | auxiliary | determiner | preposition | coordinator));
    clause = clause || w.is(verb | auxiliary | infinitive | complementizer | subject_pronoun);
  }
  const word& first = words[range.begin];
  const bool parted = range.begin > 0 && words[range.begin - 1].shape == word_shape::comma &&
                      range.end < words.size() && words[range.end].shape == word_shape::comma;
  const bool aside = first.is(preposition) && !first.is(topic | complementizer) && !clause;
  return small || (aside && parted);
}

// Roe, the harbour master: a name, or an office near the beginning.
bool attributor::names_somebody(word_range source) const {
  constexpr std::uint32_t longest_office = 4;  // words
  const word_list& words = *words_;
  const word& first = words[source.begin];
  if (first.shape == word_shape::capital) return !first.is(time_word);
  const std::uint32_t end = std::min(source.end, source.begin + longest_office);
  for (std::uint32_t i = source.begin; i < end; ++i) {
    if (words[i].is(role | title)) return true;
  }
  return false;
}

// According to Roe [the plan is dead]: where a subject stands directly behind a source that no
// comma ends before word `end`; `end` where none does.
std::uint32_t attributor::clause_without_comma(std::uint32_t at, std::uint32_t end,
                                               word_range sentence) const {
  const word_list& words = *words_;
  if (at > sentence.begin + 2) return end;
  const bool comma = end + 1 < sentence.end;
  for (std::uint32_t i = at + 1; i + 1 < end; ++i) {
    const word& before = words[i - 1];
    if (!words[i].is_word() || words[i].quoted() || words[i].is(auxiliary | verb | relative)) break;
    const bool noun = (before.classes & ~std::uint64_t{role | title | time_word}) == 0;
    const bool subject = words[i].is(determiner | possessive | quantity) ||
                         words[i].shape == word_shape::number ||
                         (words[i].is(subject_pronoun) && !words[i].is(relative));
    // Before a comma only what can be no apposition: According to Roe [it was the town], and …
    if (comma && !(words[i].is(subject_pronoun) && !words[i].is(determiner))) {
      if (noun && subject) break;
      continue;
    }
    if (noun && subject) return clauses_.has_verb({i + 1, end}) ? i : end;
  }
  return end;
}

// According to X, …; …, according to X; … laut X …
void attributor::attribute_according(const cue& c, word_range sentence, attribution& found) const {
  const word_list& words = *words_;
  std::uint32_t at = c.where.end;
  if (at < sentence.end && words[at].is(infinitive)) ++at;
  std::uint32_t end = at;
  std::uint32_t after = at;
  if (facts_->verb_second()) {
    found.source = phrases_.subject_after(at, sentence.end);
    after = end = found.source.end;
    if (!clauses_.may_speak(found.source)) {  // hat nie [laut] gesungen
      bool quotes = false;
      for (std::uint32_t i = c.where.begin, n = 0; i-- > sentence.begin && n < longest_content;
           ++n) {
        quotes = quotes || words[i].quoted();
      }
      if (!quotes) return;
      found.source = {};
    }
  } else {
    while (end < sentence.end && end < at + longest_content &&
           words[end].shape != word_shape::comma && words[end].shape != word_shape::semicolon &&
           words[end].shape != word_shape::colon && words[end].shape != word_shape::dash) {
      if (words[end].shape == word_shape::stop && end + 1 == sentence.end) break;
      ++end;
    }
    if (c.where.begin > sentence.begin + 1) end = phrases_.appositive_end(end, sentence.end);
    found.source = {at, end};
    after = end + 1;
    if (const std::uint32_t clause = clause_without_comma(at, end, sentence); clause < end) {
      found.source = {at, clause};
      after = end = clause;
    }
  }
  const bool opens = c.where.begin == sentence.begin ||
                     (c.where.begin == sentence.begin + 1 && words[sentence.begin].is(coordinator));
  const bool leads = opens || words[c.where.begin - 1].shape == word_shape::colon;
  if (leads && end + 1 < sentence.end && words[end].shape == word_shape::comma &&
      words[end + 1].is(relative)) {  // According to Roe, [who saw the fire,] …
    std::uint32_t comma = end + 1;
    const std::uint32_t limit = std::min(sentence.end, end + longest_opening);
    while (comma < limit && words[comma].shape != word_shape::comma) ++comma;
    if (comma < limit) {
      end = comma;
      after = comma + 1;
    }
  }
  if (leads && !facts_->verb_second() && end + 1 < sentence.end &&
      words[end].shape == word_shape::comma && words[end + 1].is(determiner | possessive)) {
    // According to Roe, [the club’s bookkeeper,] there were …
    std::uint32_t comma = end + 1;
    const std::uint32_t limit = std::min(sentence.end, end + longest_appositive);
    while (comma < limit && words[comma].is_word()) ++comma;
    const bool described = comma + 1 < limit && words[comma].shape == word_shape::comma &&
                           !clauses_.has_verb({end + 1, comma}) &&
                           clauses_.has_verb({comma + 1, sentence.end});
    if (described) {
      end = comma;
      after = comma + 1;
    }
  }
  if (facts_->verb_second() && after < sentence.end && words[after].shape == word_shape::comma) {
    ++after;  // Laut einem Papier, das vorliegt, …
  }
  const bool goes_on = after < sentence.end && (facts_->verb_second() || after == end ||
                                                words[end].shape == word_shape::comma);
  const bool begun = facts_->verb_second() && !leads;
  const word_range rest{after, !goes_on ? after
                               : begun  ? bounds_.rest_end(after, sentence.end)
                                        : bounds_.content_end(after, sentence.end, false)};
  if (leads) {
    found.content = rest;
    return;
  }
  std::uint32_t last = c.where.begin;
  while (last > sentence.begin && words[last - 1].shape == word_shape::comma) --last;
  std::uint32_t first = sentence.begin;
  while (first < last && words[first].is(coordinator)) ++first;
  found.content = {first, last};
  if (goes_on && (facts_->verb_second() || !clauses_.has_verb(found.content))) found.more = rest;
}

// Medienberichten zufolge …
void attributor::attribute_after_source(const cue& c, word_range sentence,
                                        attribution& found) const {
  found.source = phrases_.subject_before(c.where.begin, sentence.begin);
  const std::uint32_t first = found.source.empty() ? c.where.begin : found.source.begin;
  const bool begun = first > sentence.begin;
  found.more = {c.where.end, begun ? bounds_.rest_end(c.where.end, sentence.end)
                                   : bounds_.content_end(c.where.end, sentence.end, false)};
  if (begun) {
    found.content = {sentence.begin, first};
  } else {
    std::swap(found.content, found.more);
  }
}

// sagte X am Montag, [dass …]; sagte X, [die Lage sei ernst]; without a comma the whole sentence
// reports.
void attributor::attribute_behind_comma(const cue& c, word_range sentence, bool subordinate,
                                        attribution& found) const {
  const word_list& words = *words_;
  std::uint32_t at = std::max({c.where.end, found.source.end, found.cue_part.end});
  const std::uint32_t limit = std::min(sentence.end, at + longest_opening);
  while (at < limit && words[at].shape != word_shape::comma &&
         words[at].shape != word_shape::colon) {
    if (words[at].quoted()) {
      const word_range told = words.quotation(words[at].quotation);
      const bool addressed = words[c.head].is(saying) && words[at - 1].is(dative | genitive) &&
                             told.end < limit && is_title(told, words);
      if (!addressed) break;
      at = told.end - 1;  // sagte der „Ulmer Warte“ (Dienstag), …
    }
    ++at;
  }
  if (at < limit && words[at].shape == word_shape::colon) {
    if (clauses_.has_reported_mood({at + 1, sentence.end})) {
      found.content = {at + 1, bounds_.content_end(at + 1, sentence.end, false)};
      return;  // warnte vor Hoffnungen: Ein Verein könne kein Becken abdichten
    }
    while (at < limit && words[at].shape != word_shape::comma && !words[at].quoted()) ++at;
  }
  // schrieb Noll in der „Badischen Woche“: where, not what
  const bool outlet = at < limit && words[at].quoted() && found.source.end > c.where.end &&
                      found.source.end + 2 <= at && words[at - 1].is(dative | genitive) &&
                      words[at - 2].is(preposition) &&
                      is_title(words.quotation(words[at].quotation), words);
  if (outlet) return;
  if (at < limit && words[at].quoted()) {  // empfiehlt einen „konsequenten Schutz“
    found.content = words.quotation(words[at].quotation);
    return;
  }
  const bool comma = at + 1 < limit && words[at].shape == word_shape::comma;
  // Er habe nichts gestanden, [argumentierte seine Anwältin]: who reports, not what
  const bool reported = !found.cue_part.empty() && words[found.cue_part.begin].is(reported_mood);
  if (comma && reported && at + 2 < limit && words[at + 1].is(verb) &&
      words[at + 1].shape == word_shape::lower) {
    return;
  }
  const bool relative_clause = comma && words[at + 1].is(relative) &&
                               words[std::min(at + 2, limit - 1)].shape != word_shape::capital;
  if (comma && !relative_clause && !words[at + 1].is(coordinator | subordinator)) {
    found.content = {at + 1, bounds_.content_end(at + 1, sentence.end, subordinate)};
    return;
  }
  const bool leads = c.where.begin == sentence.begin && !words[c.head].is(verb);  // Demnach …
  const std::uint32_t begin = leads ? c.where.end : sentence.begin;
  found.content = {begin, bounds_.content_end(begin, sentence.end, false)};
}

// Whether word `at` still stands in the clause with which a conjunction opens the sentence:
// However, while the treaty did …, and Putin did criticize …, [the two are not related].
bool attributor::in_opening_clause(std::uint32_t at, word_range sentence) const {
  const word_list& words = *words_;
  if (at > sentence.begin + longest_opening) return false;
  std::uint32_t i = sentence.begin;
  while (i < at && i < sentence.begin + 3 && !words[i].is(subordinator)) ++i;
  if (i >= at || !words[i].is(subordinator) || words[i].is(preposition)) return false;
  for (++i; i < at; ++i) {
    if (words[i].quoted() && words.comma_inside(words[i].quotation)) {
      i = std::max(i + 1, words.quotation(words[i].quotation).end) - 1;
      if (i + 1 < at && !words[i + 1].is(coordinator)) return false;
    } else if (words[i].shape == word_shape::comma && !words[i + 1].is(coordinator)) {
      return false;
    }
  }
  return true;
}

// „…“, hatte X gesagt. Der Plan sei tot, teilte X mit.
bool attributor::attribute_before_bracket(const cue& c, word_range sentence,
                                          attribution& found) const {
  const word_list& words = *words_;
  const std::uint32_t first = std::min(c.where.begin, found.cue_part.begin);
  const std::uint32_t last = std::max(c.where.end, found.cue_part.end);
  const std::uint32_t q = quotation_ending_before(first);
  if (q != nowhere && !taken_[q] && words.ends_like_speech(q)) {
    found.quotation = q;
    found.content = lead_in(q);
    found.more = bounds_.coordinated_quotation(last, sentence);
    return true;
  }
  if (first < sentence.begin + 3 || words[first - 1].shape != word_shape::comma) return false;
  if (!bounds_.clause_ends(last, sentence) || last_end_ > sentence.begin) return false;
  found.content = {sentence.begin, first - 1};
  return clauses_.has_verb(found.content);
}

// He had enough: “…,” the president said. Whether a surer cue than `c` stands behind a quotation
// that ends with a comma and so calls for one.
bool attributor::is_surer_behind(std::uint32_t q, const cue& c) const {
  const word_list& words = *words_;
  if (!words.comma_inside(q)) return false;
  const std::uint32_t begin = words.quotation(q).end;
  const auto index = static_cast<std::size_t>(&c - cues_.data());
  for (std::size_t i = index + 1; i < cues_.size(); ++i) {
    const cue& next = cues_[i];
    if (next.head < begin) continue;
    return next.head < begin + longest_subject && next.strength > c.strength;
  }
  return false;
}

// Die Ministerin sagt am Abend: [Bleibt der Regen aus, wird das Wasser knapp]. The word behind the
// colon that ends the report, where no quotation begins there; or nowhere.
std::uint32_t attributor::clause_behind_colon(const cue& c, const attribution& found,
                                              word_range sentence) const {
  constexpr std::uint32_t longest_way = 8;  // words to the colon
  const word_list& words = *words_;
  std::uint32_t at = std::max(c.where.end, found.cue_part.end);
  const std::uint32_t limit = std::min(sentence.end, at + longest_way);
  while (at < limit && words[at].is_word() && !words[at].quoted() && !clauses_.is_verb(at)) ++at;
  const bool colon = at + 1 < sentence.end && words[at].shape == word_shape::colon;
  return colon && !words[at + 1].quoted() ? at + 1 : nowhere;
}

void attributor::attribute_content_after(const cue& c, word_range sentence,
                                         attribution& found) const {
  const word_list& words = *words_;
  const std::uint32_t paragraph = words.paragraph(words[c.head].sentence);
  std::uint32_t begin = bounds_.content_begin(c, sentence.end);
  if (c.head == sentence.begin && c.where.end < sentence.end && words[c.where.end].is(agent)) {
    // Asked by Reeve, for the family, [whether she knew], she said no.
    const std::uint32_t limit = std::min(sentence.end, c.where.end + longest_opening);
    begin = c.where.end;
    while (begin < limit && !words[begin].is(question_word | complementizer)) ++begin;
    if (begin == limit) return;
  }
  // A quotation may begin with the next sentence, or with the next paragraph after a colon.
  const bool colon = begin > 0 && words[begin - 1].shape == word_shape::colon;
  if (begin < words.size() && words[begin].quoted() &&
      words.quotation(words[begin].quotation).begin == begin && (begin < sentence.end || colon) &&
      (colon || quotations_[words[begin].quotation].paragraph == paragraph)) {
    const std::uint32_t q = words[begin].quotation;
    const word_shape last = words.last_shape(words.quotation(q));
    const bool whole = last == word_shape::question || last == word_shape::stop ||
                       words.comma_inside(q);  // yelled “You lie!” at him
    const bool introduced = words[begin - 1].shape == word_shape::comma || colon || whole;
    const std::uint32_t after = words.quotation(q).end;
    if (colon && is_surer_behind(q, c)) return;
    if (!taken_[q] && (introduced || after >= sentence.end)) {
      found.quotation = q;
      return;
    }
  }
  if (begin >= sentence.end) return;
  const std::uint32_t limit = std::min(sentence.end, begin + longest_content);
  const std::uint32_t clause = found.source.empty() ? c.where.begin : found.source.begin;
  const bool relative_clause = !found.source.empty() && clauses_.is_relative_pronoun(found.source);
  const bool participle_opens = c.where.begin == sentence.begin && c.head == c.where.begin &&
                                (is_participle(c, words) || words[c.head].is(passive));
  const bool subordinate =
      relative_clause || participle_opens ||
      (clause > sentence.begin && words[clause - 1].is(subordinator | as_said) &&
       clause - 1 <= sentence.begin + 1) ||
      in_opening_clause(clause, sentence);
  if (facts_->verb_second()) {
    const std::uint32_t clause_begin = clause_behind_colon(c, found, sentence);
    if (clause_begin < limit && !found.source.empty()) {
      found.content = {clause_begin, bounds_.rest_end(clause_begin, limit)};
    } else {
      attribute_behind_comma(c, sentence, subordinate, found);
    }
    return;
  }
  // Про наслідки повідомляє Нацполіція: a subject behind the verb, and nothing reported
  const bool told = !facts_->has_articles() && found.source.empty() &&
                    !words[begin].is(complementizer | question_word) && !words[begin].quoted();
  if (told) return;
  found.content = {begin, bounds_.content_end(begin, limit, subordinate)};
  if (words[c.head].is(naming)) found.content = bounds_.name_in_marks(found.content);
}

void attributor::attribute_subject(const cue& c, word_range sentence, word_range subject,
                                   attribution& found) const {
  const word_list& words = *words_;
  found.content = subject;
  const std::uint32_t begin = c.where.end;
  const std::uint32_t end = bounds_.content_end(
      begin, std::min(sentence.end, begin + longest_content), words[subject.begin].is(relative));
  found.more = {begin, end};
  for (std::uint32_t i = begin; i < end; ++i) {
    if (!words[i].is(agent)) continue;
    const word_range by = phrases_.subject_after(i + 1, end);
    if (!by.empty()) {
      found.source = by;
      found.more.end = i;
    }
    break;
  }
}

// The other part of a verb in two parts, or empty: [hatte] … gesagt, teilte … [mit].
word_range attributor::other_part(const cue& c, word_range sentence) const {
  if (!facts_->verb_second()) return {};
  if (c.where.begin == c.head) {
    const word_range finite = verb_parts_->auxiliary_of(c.head, sentence);
    if (!finite.empty()) return finite;
  }
  return verb_parts_->particle_of(c.head, c.where.end, sentence);
}

// said by [telephone], by [email]: how, not by whom.
bool attributor::is_means(std::uint32_t at) const {
  const word& w = (*words_)[at];
  const bool noun = w.shape == word_shape::lower && !w.is(determiner | possessive | object_pronoun);
  return noun && at + 1 < words_->size() && !(*words_)[at + 1].is_word();
}

// Where the subject does not speak but is what is said, or whom it is said to.
bool attributor::attribute_silent(const cue& c, word_range sentence, word_range subject,
                                  attribution& found) const {
  const word_list& words = *words_;
  if (subject.empty()) return false;
  if (!facts_->verb_second() && c.where.end + 1 < sentence.end && words[c.where.end].is(agent) &&
      !words[subject.begin].is(subject_pronoun) && !is_means(c.where.end + 1)) {
    found.content = subject;  // the agreement signed by Moscow, was denounced by the church
    found.source = phrases_.subject_after(c.where.end + 1, sentence.end);
    return true;
  }
  if (voice_.reports_subject(c)) {
    attribute_subject(c, sentence, subject, found);
    return true;
  }
  if (!voice_.addresses_subject(c)) return false;
  attribute_content_after(c, sentence, found);
  return true;
}

attribution attributor::attribute(std::uint32_t cue_index) {
  const word_list& words = *words_;
  const cue& c = cues_[cue_index];
  const word_range sentence = words.sentence(words[c.head].sentence);
  attribution found;
  found.cue = c.where;
  found.head = c.head;
  found.strength = c.strength;
  const bool behind_account = c.head > sentence.begin && words[c.head - 1].is(account) &&
                              words[c.head].is(account_preposition);
  if (words[c.head].is(according | account_preposition) && !behind_account) {
    // „…“, sagte Roe [laut Mitteilung]: how the words came, and nobody else's
    const std::uint32_t q = words[sentence.begin].quotation;
    const bool quoted = q != nowhere && taken_[q] && sources_.follows_source(c.where.begin);
    if (quoted && facts_->verb_second()) return found;
    attribute_according(c, sentence, found);
    return found;
  }
  if (words[c.head].is(after_source) || behind_account) {
    attribute_after_source(c, sentence, found);
    return found;
  }
  if (voice_.is_idle(c, sentence)) return found;
  const std::uint32_t start = sources_.start_of(cue_index, sentence);
  found.cue_part = other_part(c, sentence);
  if (attribute_before_dash(c, sentence, found)) return found;
  if (points_back(c, found.cue_part, sentence)) {
    attribute_sentence_before(c, sentence, found);
    return found;
  }
  // Kurzarbeit sei nicht geplant: nobody reports; the mood tells that somebody did
  const bool state = !found.cue_part.empty() && words[found.cue_part.begin].is(reported_mood) &&
                     words[found.cue_part.begin].is(be_form) && found.cue_part.begin < c.head;
  if (state) return found;
  if (!found.cue_part.empty()) {
    found.source = sources_.source_in_bracket(c, found.cue_part, start, sentence);
    if (!attribute_before_bracket(c, sentence, found)) attribute_content_after(c, sentence, found);
    return found;
  }
  const bool apart = words[c.head].is(verbless) || follows_dash(c.where.begin, sentence);
  const word_range subject = apart ? word_range{} : sources_.subject_of(cue_index, start, sentence);
  if (attribute_silent(c, sentence, subject, found)) return found;
  if (subject.empty() && !facts_->verb_second() && voice_.is_passive(c) &&
      voice_.reports_subject(c)) {
    attribute_content_after(c, sentence, found);  // and is expected to go: nobody says it
    return found;
  }
  if (attribute_quotation_before(c, sentence, subject, found)) return found;
  const attribution unread = found;
  if (attribute_clause_before(c, sentence, subject, found)) return found;
  found = unread;
  found.source = sources_.source_of(c, subject, start, sentence);
  attribute_content_after(c, sentence, found);
  return found;
}

// In a statement [read] to the court, Roe said …: tells where something is said.
bool attributor::describes_opening(const cue& c, const attribution& found) const {
  const word_list& words = *words_;
  const word_range source = found.source;
  const std::uint32_t first = words.sentence(words[c.head].sentence).begin;
  if (source.empty() || source.begin != first + 1 || source.end != c.where.begin) return false;
  const word& opening = words[first];
  return opening.is(preposition) && !opening.is(subordinator | according | as_said) &&
         words[source.begin].is(determiner | possessive) && c.where.size() == 1 &&
         !words[c.head].is(participle) && found.quotation == nowhere &&
         found.content.begin >= c.where.end;
}

// had never been told that …; asked him [to]: where nobody says anything.
bool attributor::is_void(const cue& c, const attribution& found) const {
  const word_list& words = *words_;
  if (facts_->verb_second()) return false;
  if (voice_.addresses_subject(c)) {
    for (std::uint32_t i = c.where.begin; i < c.head; ++i) {
      if (words[i].is(negation)) return true;
    }
  }
  const bool passive_verb =
      c.head > c.where.begin && words[c.head - 1].is(be_form) && c.head + 1 == c.where.end &&
      words[c.head].is(verb) &&
      !words[c.head].is(passive | participle | raising | saying | recipient | naming | auxiliary);
  if (passive_verb) return true;  // would be [held]
  if (describes_opening(c, found)) return true;
  return found.quotation == nowhere && found.more.empty() && found.content.size() == 1 &&
         words[found.content.begin].is(infinitive | preposition);
}

// The yard paid double what they asked, [boasts Ida Roe]: what looks like reported words is who
// says all of it.
bool attributor::is_report_behind(const attribution& found) const {
  const word_list& words = *words_;
  const std::uint32_t begin = found.content.begin;
  if (facts_->verb_second() || found.quotation != nowhere || found.content.size() < 2) return false;
  if (begin < 1 || begin < found.cue.end || words[begin].quoted()) return false;
  const word& sign = words[found.cue.end];
  return sign.shape == word_shape::comma && begin == found.cue.end + 1 &&
         clauses_.heads_cue(begin) && words[begin].shape == word_shape::lower &&
         !words[begin].is(participle) && words[begin + 1].shape == word_shape::capital &&
         !words[begin + 1].is(time_word);
}

// reported that [she told colleagues that …], quoted [him as saying …]: whoever passes a report on
// does not hide its source.
bool attributor::names_inner_source(const attribution& found) const {
  const word_list& words = *words_;
  if (found.source.empty() || found.content.empty()) return false;
  const bool object =
      found.source.end + 1 == found.cue.begin && words[found.source.end].is(behind_object);
  return words[found.head].is(saying | recipient) &&
         (object || words[found.content.begin].is(complementizer));
}

// The quotation that is the content, marked as such or not; or nowhere.
std::uint32_t attributor::quotation_of(const attribution& found) const {
  const word_list& words = *words_;
  if (found.quotation != nowhere || found.content.empty()) return found.quotation;
  const std::uint32_t q = words[found.content.begin].quotation;
  return q != nowhere && words.quotation(q) == found.content ? q : nowhere;
}

void attributor::run(const word_list& words, std::span<const quotation> quotations,
                     std::span<const cue> cues, const lexicon& facts, verb_part_finder& verb_parts,
                     std::vector<attribution>& out) {
  words_ = &words;
  quotations_ = quotations;
  cues_ = cues;
  facts_ = &facts;
  voice_.read(words);
  clauses_.read(words, cues, facts);
  phrases_.read(clauses_);
  bounds_.read(clauses_, phrases_);
  sources_.read(cues, clauses_, phrases_, bounds_);
  verb_parts_ = &verb_parts;
  taken_.assign(quotations.size(), false);
  last_sentence_ = nowhere;
  last_end_ = 0;
  word_range part;
  std::uint32_t outer_end = 0;  // of the reported words last found behind a cue
  for (std::uint32_t i = 0; i < cues.size(); ++i) {
    if (cues[i].head < part.end && cues[i].head >= part.begin) continue;  // gab … [bekannt]
    // denied [threatening him], rejected [claims that …]: part of what is denied
    const bool denied = i > 0 && cues[i].where.begin == cues[i - 1].where.end &&
                        words[cues[i - 1].head].is(denial | dismissal);
    if (denied && !facts.verb_second()) continue;
    attribution found = attribute(i);
    // The [accused] have confessed: a noun that has the form of a verb
    const std::uint32_t noun = found.source.end;
    if (found.source.size() == 1 && noun + 1 == cues[i].where.begin &&
        words[found.source.begin].is(definite) && words[noun].is(verb | passive)) {
      ++found.source.end;
    }
    part = found.cue_part;
    if (found.content.empty() && found.quotation == nowhere) continue;
    // sagte, man [befinde sich] „in Gesprächen“: a verb of what is reported does not report the
    // rest
    const bool backward = facts.verb_second() && !out.empty() && found.quotation == nowhere &&
                          out.back().content.contains(found.head) &&
                          found.content.contains(out.back().head);
    if (backward) continue;
    if (is_void(cues[i], found) || is_report_behind(found)) continue;
    // Der Inhaber, der Bäcker Roe, [zeigte sich] entsetzt: nothing but who speaks
    const bool speaker_only = found.quotation == nowhere && found.more.empty() && part.empty() &&
                              found.source.begin <= found.content.begin &&
                              found.content.end <= found.source.end;
    if (speaker_only) continue;
    if (const std::uint32_t q = quotation_of(found); q != nowhere) {
      if (taken_[q]) continue;  // nannte die Äußerung „…“: only the first reports it
      taken_[q] = true;
    }
    const bool unmarked = found.quotation == nowhere || words[found.head].cue == no_cue;
    if (unmarked && !facts.verb_second()) {  // within reports, sure cues only
      const bool inner = cues[i].head < outer_end;
      if (inner && cues[i].strength < least_inner_strength && !names_inner_source(found)) continue;
      if (found.content.begin >= found.cue.end && cues[i].strength >= least_outer_strength) {
        outer_end = std::max(outer_end, found.content.end);
      }
    }
    last_end_ = std::max(last_end_, std::max(found.cue.end, found.content.end));
    if (!found.source.empty()) {
      last_sentence_ = words[found.head].sentence;
      sources_.keep(found.source, last_sentence_);
    }
    out.push_back(found);
  }
}

}  // namespace quoth::quotes
