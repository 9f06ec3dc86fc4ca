#include "attribution.hpp"

#include <algorithm>
#include <utility>

namespace quoth::quotes {
namespace {

constexpr std::uint32_t longest_opening = 40;   // words of a participle clause before its subject
constexpr std::uint32_t longest_subject = 12;   // words of the subject after such a clause
constexpr std::uint32_t longest_content = 300;  // words of reported speech without marks
// Log odds in tenths: within what a cue as sure as the first reports, another one reports but where
// it is as sure as the second. Of those less sure, one in eight did in the articles counted;
// elsewhere one in two.
constexpr std::int32_t least_outer_strength = 4, least_inner_strength = 12;
constexpr std::uint32_t longest_dateline = 14;  // words

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
    return !fragment || facts_->verb_second() || clause_ends(after, sentence);
  }
  const word_shape last = words.last_shape(range);
  if (last != word_shape::stop && last != word_shape::question) return true;
  if (last == word_shape::stop && words[range.end].shape == word_shape::capital) return false;
  if (c.where.end + 1 < words.size() && words[c.where.end].shape == word_shape::comma &&
      words[c.where.end + 1].quoted())
    return false;
  return clause_ends(after, sentence);
}

// Whether nothing that could be content follows: the sentence ends, or times and places do.
bool attributor::clause_ends(std::uint32_t at, word_range sentence) const {
  const word_list& words = *words_;
  if (at >= sentence.end) return true;
  const word& w = words[at];
  if (w.quoted()) return w.shape == word_shape::mark;
  if (w.is_word()) {
    if (w.is(subordinator | as_said)) return true;
    const bool aside = w.is(time_word) || (w.is(preposition) && !w.is(topic | infinitive));
    return aside && bounds_.complementizer_after(at, sentence.end) == nowhere;
  }
  return w.shape != word_shape::open_bracket && w.shape != word_shape::colon;
}

// Where a cue has no subject of its own (criticised X and said …; …, adding …), an earlier one.
word_range attributor::shared_source(const cue& c, word_range sentence) const {
  const word_list& words = *words_;
  if (c.where.begin == sentence.begin) {  // Noting that …, Allen said
    std::uint32_t comma = c.where.end;
    const std::uint32_t end = std::min(sentence.end, comma + longest_opening);
    while (comma < end && words[comma].shape != word_shape::comma) ++comma;
    const word_range rest{std::min(comma + 1, sentence.end), sentence.end};
    return phrases_.nearest_subject(rest, std::min(rest.end, rest.begin + longest_subject));
  }
  if (last_sentence_ == words[c.head].sentence && !clauses_.is_relative_pronoun(last_source_)) {
    return last_source_;
  }
  return phrases_.nearest_subject(sentence, c.where.begin);
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
      found.more = coordinated_quotation(c.where.end, sentence);
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
  found.more =
      coordinated_quotation(found.source.empty() ? c.where.end : found.source.end, sentence);
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

// “A,” she said, [and “B.”]
word_range attributor::coordinated_quotation(std::uint32_t at, word_range sentence) const {
  const word_list& words = *words_;
  if (at + 2 >= sentence.end || words[at].shape != word_shape::comma) return {};
  if (!words[at + 1].is(coordinator) || !words[at + 2].quoted()) return {};
  return {at + 1, std::min(words.quotation(words[at + 2].quotation).end, sentence.end)};
}

// The plan is dead, Trump said. The plan, Trump said, is dead. As Trump said, the plan is dead.
bool attributor::attribute_clause_before(const cue& c, word_range sentence, word_range before,
                                         attribution& found) const {
  const word_list& words = *words_;
  if (is_participle(c, words)) return false;
  word_range source = before;
  std::uint32_t first = before.empty() ? c.where.begin : before.begin;
  std::uint32_t after = c.where.end;
  bool as = first > sentence.begin && words[first - 1].is(as_said);
  if (as) --first;
  if (!as && facts_->verb_second() && opening_as(c, sentence) != nowhere) {
    as = true;
    first = opening_as(c, sentence);
  }
  if (as && facts_->verb_second()) found.cue_part = {first, first + 1};  // Wie X mitteilte, …
  if (as && first == sentence.begin) {                                   // As X said, …
    if (after < sentence.end && words[after].shape == word_shape::comma) {
      found.source = source;
      found.content = {after + 1, bounds_.content_end(after + 1, sentence.end, false)};
      return true;
    }
    return false;
  }
  const bool comma = first > sentence.begin && words[first - 1].shape == word_shape::comma;
  if (!comma && !as) return false;
  if (before.empty()) {  // …, said X
    source = phrases_.subject_after(after, sentence.end);
    after = source.end;
    if (source.empty()) return false;
  }
  if (after == c.where.end) after = bounds_.recipient_end(c, sentence.end);
  if (!clause_ends(after, sentence)) return false;
  const bool quoted_next = after < sentence.end && words[after].quoted();
  if (quoted_next && !facts_->verb_second()) return false;  // As they left, they sang “…”
  if (after + 1 < sentence.end && !words[after].quoted() && words[after + 1].quoted() &&
      !words[after].is_word())
    return false;
  std::uint32_t end = first - (comma ? 1 : 0);
  std::uint32_t begin = sentence.begin;
  if (end > longest_content) begin = std::max(begin, end - longest_content);
  for (std::uint32_t i = begin + 1; i < end && i < begin + longest_dateline; ++i) {
    // LOS ANGELES, Feb. 2 (UPI) – [The next record is almost complete], X revealed.
    if (words[i].shape == word_shape::dash && words[i - 1].shape == word_shape::close_bracket) {
      begin = i + 1;
      break;
    }
  }
  while (begin < end && (words[begin].is(coordinator) || !words[begin].is_word()) &&
         !words[begin].quoted()) {
    ++begin;
  }
  if (end < begin + 2) return false;
  const bool goes_on = after + 1 < sentence.end && words[after].shape == word_shape::comma &&
                       !words[after + 1].is(participle | according | relative);
  if (!goes_on && !clauses_.has_verb({begin, end})) return false;
  found.source = source;
  found.content = {begin, end};
  if (goes_on) {
    found.more = {after + 1, bounds_.content_end(after + 1, sentence.end, false)};
    if (!clauses_.has_verb(found.content) && !clauses_.has_verb(found.more)) return false;
  }
  return true;
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
  }
  const bool leads = c.where.begin <= sentence.begin + 1 &&
                     (c.where.begin == sentence.begin || words[sentence.begin].is(coordinator));
  const bool goes_on =
      after < sentence.end && (facts_->verb_second() || words[end].shape == word_shape::comma);
  const word_range rest{after, goes_on ? bounds_.content_end(after, sentence.end, false) : after};
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
  found.more = {c.where.end, bounds_.content_end(c.where.end, sentence.end, false)};
  const std::uint32_t first = found.source.empty() ? c.where.begin : found.source.begin;
  if (first > sentence.begin) {
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
  while (at < limit && words[at].shape != word_shape::comma && !words[at].quoted()) ++at;
  if (at < limit && words[at].quoted()) {  // empfiehlt einen „konsequenten Schutz“
    found.content = words.quotation(words[at].quotation);
    return;
  }
  const bool comma = at + 1 < limit && words[at].shape == word_shape::comma;
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

// „…“, sagte X; Am Montag sagte X: the subject of a verb in second place follows it.
bool attributor::is_inverted(word_range verb, word_range before) const {
  const word_list& words = *words_;
  const std::uint32_t first = before.empty() ? verb.begin : before.begin;
  if (first == 0 || verb.end >= words.size()) return before.empty();
  if (before.empty() || words[first - 1].is(preposition)) return true;
  const word& last = words[verb.begin - 1];
  const word& next = words[verb.end];
  return (last.shape == word_shape::comma || last.quoted()) &&
         (next.shape == word_shape::capital || next.is(determiner | possessive | subject_pronoun));
}

// The race will be tight, even in Ohio, [said X, director of Y]: what stands between the commas is
// no subject where a speaker follows the verb and nothing after that.
bool attributor::ends_with_speaker(const cue& c, word_range sentence) const {
  const word_list& words = *words_;
  const std::uint32_t at = c.where.end;
  if (c.where.size() != 1 || !words[c.head].is(saying) || words[c.head].is(recipient)) return false;
  if (at >= sentence.end || c.where.begin == sentence.begin) return false;
  if (words[c.where.begin - 1].shape != word_shape::comma) return false;
  if (words[at].shape != word_shape::capital && !words[at].is(determiner | possessive))
    return false;
  const word_range speaker = phrases_.subject_after(at, sentence.end);
  const std::uint32_t end = speaker.end;
  return !speaker.empty() &&
         (end >= sentence.end || (!words[end].quoted() && words[end].shape != word_shape::comma &&
                                  clause_ends(end, sentence)));
}

// Who speaks by a verb in two parts whose finite part is `finite` and whose clause ends at `end`:
// by a passive (wird gefordert), who stands behind “von”.
word_range attributor::source_in_bracket(const cue& c, word_range part, std::uint32_t start,
                                         word_range sentence) const {
  const word_list& words = *words_;
  const bool auxiliary_first = part.begin < c.where.begin;
  const word_range finite = auxiliary_first ? part : c.where;
  const std::uint32_t end = auxiliary_first ? c.where.begin : part.begin;
  if (words[finite.begin].is(passive)) return agent_of({start, end}, end);
  const word_range before = phrases_.subject_before(finite.begin, start);
  if (!is_inverted(finite, before)) return before;
  const word_range after = phrases_.subject_after(finite.end, end);
  const bool joined = finite.begin > sentence.begin && words[finite.begin - 1].is(coordinator);
  return after.empty() && joined ? shared_source(c, sentence) : after;
}

// Who stands behind “von” in a passive clause.
word_range attributor::agent_of(word_range clause, std::uint32_t end) const {
  const word_list& words = *words_;
  clause.begin = std::max(clause.begin, end > longest_subject ? end - longest_subject : 0);
  for (std::uint32_t i = clause.end; i-- > clause.begin;) {
    if (words[i].is(agent)) return phrases_.subject_after(i + 1, end);
  }
  return {};
}

// The word that opens a clause which the cue ends: [wie] die Behörde am Montag mitteilte.
std::uint32_t attributor::opening_as(const cue& c, word_range sentence) const {
  const word_list& words = *words_;
  const std::uint32_t start = std::max(
      sentence.begin, c.where.begin > longest_opening ? c.where.begin - longest_opening : 0);
  std::uint32_t i = c.where.begin;
  while (i > start && words[i - 1].is_word() && !words[i - 1].quoted()) --i;
  const bool opens = i < c.where.begin && words[i].is(as_said) && i + 1 < c.where.begin;
  return opens ? i : nowhere;
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
    found.more = coordinated_quotation(last, sentence);
    return true;
  }
  if (first < sentence.begin + 3 || words[first - 1].shape != word_shape::comma) return false;
  if (!clause_ends(last, sentence) || last_end_ > sentence.begin) return false;
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

void attributor::attribute_content_after(const cue& c, word_range sentence,
                                         attribution& found) const {
  const word_list& words = *words_;
  const std::uint32_t paragraph = words.paragraph(words[c.head].sentence);
  const std::uint32_t begin = bounds_.content_begin(c, sentence.end);
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
  const bool subordinate =
      relative_clause || (is_participle(c, words) && c.where.begin == sentence.begin) ||
      (clause > sentence.begin && words[clause - 1].is(subordinator | as_said) &&
       clause - 1 <= sentence.begin + 1) ||
      in_opening_clause(clause, sentence);
  if (facts_->verb_second()) {
    attribute_behind_comma(c, sentence, subordinate, found);
    return;
  }
  found.content = {begin, bounds_.content_end(begin, limit, subordinate)};
  if (words[c.head].is(naming)) keep_name(found.content);
}

// He called the treaty a [“breakthrough document”], her [“unfit to lead”] on Friday: what was said
// is in the marks. In (called) the plan “unfair” the object is part of it.
void attributor::keep_name(word_range& content) const {
  const word_list& words = *words_;
  for (std::uint32_t i = content.begin; i < content.end; ++i) {
    if (!words[i].quoted()) continue;
    const word& before = words[i - 1];
    if (i > content.begin && !before.is(determiner) &&
        !(before.is(object_pronoun) && i == content.begin + 1)) {
      return;
    }
    content = words.quotation(words[i].quotation);
    return;
  }
}

bool attributor::is_passive(const cue& c) const {
  const word_list& words = *words_;
  if (!words[c.head].is(passive)) return false;
  for (std::uint32_t i = c.where.begin; i < c.head; ++i) {
    if (words[i].is(be_form)) return true;
  }
  return false;
}

// Trump is expected to speak, the plan seems dead: what is said of the subject.
bool attributor::reports_subject(const cue& c) const {
  const word& head = (*words_)[c.head];
  return head.is(raising) || (is_passive(c) && !head.is(recipient));
}

// Trump was asked about the plan: it is said to the subject, by whom nobody tells.
bool attributor::addresses_subject(const cue& c) const {
  return is_passive(c) && (*words_)[c.head].is(recipient);
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

// A poll [released] last week found, a letter [sent] to the court says: the verb just before the
// subject of `c` only describes it.
word_range attributor::with_participle(const cue& last, const cue& c, word_range sentence,
                                       word_range before) const {
  const word_list& words = *words_;
  if (last.where.begin != last.head) return before;
  const std::uint32_t begin = before.empty() ? c.where.begin : before.begin;
  if (begin > last.where.end + 1 || begin == last.where.end) return before;
  if (!clauses_.is_reduced(last.head, c.where.begin, sentence.begin)) return before;
  const word_range whole = phrases_.subject_before(last.where.begin, sentence.begin);
  if (whole.empty() || words[whole.begin].is(relative)) return before;
  return {whole.begin, before.empty() ? c.where.begin : before.end};
}

attribution attributor::attribute(std::uint32_t cue_index) {
  const word_list& words = *words_;
  const cue& c = cues_[cue_index];
  const std::uint32_t s = words[c.head].sentence;
  const word_range sentence = words.sentence(s);
  attribution found;
  found.cue = c.where;
  found.head = c.head;
  found.strength = c.strength;
  if (words[c.head].is(according | account_preposition)) {
    attribute_according(c, sentence, found);
    return found;
  }
  if (words[c.head].is(after_source)) {
    attribute_after_source(c, sentence, found);
    return found;
  }
  std::uint32_t start = sentence.begin;
  if (cue_index > 0 && words[cues_[cue_index - 1].head].sentence == s) {
    const cue& last = cues_[cue_index - 1];
    // the agreement [signed by] Moscow did specify …: part of the noun phrase that speaks
    const bool in_phrase = last.where.begin == last.head && words[last.where.end].is(agent);
    if (!in_phrase) start = std::max(start, last.where.end);
  }
  // To suggest a correction, write to us: nobody said so.
  if (c.where.begin == sentence.begin && words[c.where.begin].is(infinitive)) return found;
  // as reported by X: who passes on what is attributed elsewhere.
  if (c.where.begin > sentence.begin && words[c.where.begin - 1].is(as_said) &&
      c.where.end < sentence.end && words[c.where.end].is(agent)) {
    return found;
  }
  if (facts_->verb_second()) {
    if (c.where.begin == c.head) found.cue_part = verb_parts_->auxiliary_of(c.head, sentence);
    if (found.cue_part.empty()) {
      found.cue_part = verb_parts_->particle_of(c.head, c.where.end, sentence);
    }
  }
  if (!found.cue_part.empty()) {
    found.source = source_in_bracket(c, found.cue_part, start, sentence);
    if (!attribute_before_bracket(c, sentence, found)) attribute_content_after(c, sentence, found);
    return found;
  }
  word_range before = phrases_.subject_before(c.where.begin, start);
  if (cue_index > 0 && start == cues_[cue_index - 1].where.end) {
    before = with_participle(cues_[cue_index - 1], c, sentence, before);
  }
  if (c.where.begin > start && words[c.where.begin].is(infinitive)) before = {};
  if (is_participle(c, words) && c.where.begin > start &&
      words[c.where.begin - 1].shape == word_shape::comma) {
    before = {};
  }
  if (facts_->verb_second()) {
    const std::uint32_t as = opening_as(c, sentence);
    if (as != nowhere) {
      before = phrases_.subject_after(as + 1, c.where.begin);
    } else if (is_inverted(c.where, before)) {
      before = {};
    }
  }
  if (!facts_->verb_second() && !before.empty() && ends_with_speaker(c, sentence)) before = {};
  if (!facts_->verb_second() && !before.empty() && c.where.end < sentence.end &&
      words[c.where.end].is(agent) && !words[before.begin].is(subject_pronoun)) {
    found.content = before;  // the agreement signed by Moscow, was denounced by the church
    found.source = phrases_.subject_after(c.where.end + 1, sentence.end);
    return found;
  }
  if (!before.empty() && reports_subject(c)) {
    attribute_subject(c, sentence, before, found);
    return found;
  }
  if (!before.empty() && addresses_subject(c)) {
    attribute_content_after(c, sentence, found);
    return found;
  }
  if (attribute_quotation_before(c, sentence, before, found)) return found;
  if (attribute_clause_before(c, sentence, before, found)) return found;
  found.source = before;
  if (facts_->verb_second() && c.where.begin < c.head && words[c.where.begin].is(passive)) {
    found.source = agent_of({start, c.where.begin}, c.where.begin);
    attribute_content_after(c, sentence, found);
    return found;
  }
  if (before.empty() && facts_->verb_second() && !is_participle(c, words)) {
    found.source = phrases_.subject_after(c.where.end, sentence.end);
  }
  if (found.source.empty()) found.source = shared_source(c, sentence);
  attribute_content_after(c, sentence, found);
  return found;
}

void attributor::run(const word_list& words, std::span<const quotation> quotations,
                     std::span<const cue> cues, const lexicon& facts, verb_part_finder& verb_parts,
                     std::vector<attribution>& out) {
  words_ = &words;
  quotations_ = quotations;
  cues_ = cues;
  facts_ = &facts;
  clauses_.read(words, cues, facts);
  phrases_.read(clauses_);
  bounds_.read(clauses_, phrases_);
  verb_parts_ = &verb_parts;
  taken_.assign(quotations.size(), false);
  last_sentence_ = nowhere;
  last_end_ = 0;
  word_range part;
  std::uint32_t outer_end = 0;  // of the reported words last found behind a cue
  for (std::uint32_t i = 0; i < cues.size(); ++i) {
    if (cues[i].head < part.end && cues[i].head >= part.begin) continue;  // gab … [bekannt]
    const attribution found = attribute(i);
    part = found.cue_part;
    if (found.content.empty() && found.quotation == nowhere) continue;
    if (found.quotation == nowhere && !facts.verb_second()) {  // within reports, sure cues only
      if (cues[i].head < outer_end && cues[i].strength < least_inner_strength) continue;
      if (found.content.begin >= found.cue.end && cues[i].strength >= least_outer_strength) {
        outer_end = std::max(outer_end, found.content.end);
      }
    }
    if (found.quotation != nowhere) taken_[found.quotation] = true;
    last_end_ = std::max(last_end_, std::max(found.cue.end, found.content.end));
    if (!found.source.empty()) {
      last_source_ = found.source;
      last_sentence_ = words[found.head].sentence;
    }
    out.push_back(found);
  }
}

}  // namespace quoth::quotes
