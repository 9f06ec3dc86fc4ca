#include "attribution.hpp"

#include <algorithm>

namespace quoth::quotes {
namespace {

constexpr std::uint32_t longest_content = 300;  // words of reported speech without marks

}  // namespace

// The quotation whose last mark stands just before word `at`, a comma or dash between them or not.
std::uint32_t attributor::quotation_ending_before(std::uint32_t at) const {
  const word_list& words = *words_;
  if (at == 0) return nowhere;
  std::uint32_t last = at - 1;
  const word_shape shape = words[last].shape;
  if (!words[last].quoted() && last > 0 &&
      (shape == word_shape::comma || shape == word_shape::dash)) {
    --last;
  }
  const std::uint32_t q = words[last].quotation;
  if (q == nowhere || words.quotation(q).end != last + 1) return nowhere;
  const std::uint32_t paragraph = words.paragraph(words[at].sentence);
  return quotations_[q].paragraph == paragraph ? q : nowhere;
}

// Whether a quotation is punctuated as speech that an attribution follows: “…,” “…?” “…”,
bool attributor::is_statement(std::uint32_t q) const {
  const word_list& words = *words_;
  const word_range range = words.quotation(q);
  if (range.end < words.size() && words[range.end].shape == word_shape::comma) return true;
  if (!quotations_[q].closed || range.size() < 3) return range.size() > 3;
  std::uint32_t last = range.end - 1;
  while (last > range.begin && words[last].shape == word_shape::mark) --last;
  return words[last].shape == word_shape::comma || words[last].shape == word_shape::stop ||
         words[last].shape == word_shape::dash;
}

// Whether nothing that could be content follows: the sentence ends, or times and places do.
bool attributor::clause_ends(std::uint32_t at, word_range sentence) const {
  const word_list& words = *words_;
  if (at >= sentence.end) return true;
  const word& w = words[at];
  if (w.quoted()) return w.shape == word_shape::mark;
  if (w.is_word()) {
    return w.is(time_word) || (w.is(preposition) && !w.is(topic)) || w.is(subordinator | as_said);
  }
  return w.shape != word_shape::open_bracket && w.shape != word_shape::colon;
}

// Where a cue has no subject of its own (criticised X and said …; …, adding …), an earlier one.
word_range attributor::shared_source(const cue& c, word_range sentence) const {
  if (last_sentence_ == (*words_)[c.head].sentence) return last_source_;
  return clauses_.leading_subject(sentence, c.where.begin);
}

bool attributor::attribute_quotation_before(const cue& c, word_range sentence, word_range before,
                                            attribution& found) const {
  const word_list& words = *words_;
  if (!before.empty()) {  // “…,” X said
    const std::uint32_t q = quotation_ending_before(before.begin);
    if (q != nowhere && !taken_[q] && is_statement(q)) {
      found.source = before;
      found.quotation = q;
      return true;
    }
  }
  const std::uint32_t q = quotation_ending_before(c.where.begin);  // “…,” said X
  if (q == nowhere || taken_[q] || words[c.head].is(participle) || !is_statement(q)) return false;
  found.source = clauses_.subject_after(c.where.end, sentence.end);
  found.quotation = q;
  return true;
}

// The plan is dead, Trump said. The plan, Trump said, is dead. As Trump said, the plan is dead.
bool attributor::attribute_clause_before(const cue& c, word_range sentence, word_range before,
                                         attribution& found) const {
  const word_list& words = *words_;
  if (words[c.head].is(participle)) return false;
  word_range source = before;
  std::uint32_t first = before.empty() ? c.where.begin : before.begin;
  std::uint32_t after = c.where.end;
  const bool as = first > sentence.begin && words[first - 1].is(as_said);
  if (as) --first;
  if (as && first == sentence.begin) {  // As X said, …
    if (after < sentence.end && words[after].shape == word_shape::comma) {
      found.source = source;
      found.content = {after + 1, clauses_.content_end(after + 1, sentence.end, false)};
      return true;
    }
    return false;
  }
  const bool comma = first > sentence.begin && words[first - 1].shape == word_shape::comma;
  if (!comma && !as) return false;
  if (before.empty()) {  // …, said X
    source = clauses_.subject_after(after, sentence.end);
    after = source.end;
    if (source.empty()) return false;
  }
  if (!clause_ends(after, sentence)) return false;
  std::uint32_t end = first - (comma ? 1 : 0);
  std::uint32_t begin = sentence.begin;
  if (end > longest_content) begin = std::max(begin, end - longest_content);
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
    found.more = {after + 1, clauses_.content_end(after + 1, sentence.end, false)};
    if (!clauses_.has_verb(found.content) && !clauses_.has_verb(found.more)) return false;
  }
  return true;
}

// According to X, …; …, according to X.
void attributor::attribute_according(const cue& c, word_range sentence, attribution& found) const {
  const word_list& words = *words_;
  std::uint32_t at = c.where.end;
  if (at < sentence.end && words[at].is(infinitive)) ++at;
  std::uint32_t end = at;
  while (end < sentence.end && end < at + longest_content &&
         words[end].shape != word_shape::comma && words[end].shape != word_shape::semicolon &&
         words[end].shape != word_shape::dash) {
    if (words[end].shape == word_shape::stop && end + 1 == sentence.end) break;
    ++end;
  }
  found.source = {at, end};
  const bool leads = c.where.begin == sentence.begin ||
                     (c.where.begin == sentence.begin + 1 && words[sentence.begin].is(coordinator));
  if (leads) {
    if (end + 1 < sentence.end) {
      found.content = {end + 1, clauses_.content_end(end + 1, sentence.end, false)};
    }
    return;
  }
  std::uint32_t last = c.where.begin;
  while (last > sentence.begin && words[last - 1].shape == word_shape::comma) --last;
  std::uint32_t first = sentence.begin;
  while (first < last && words[first].is(coordinator)) ++first;
  found.content = {first, last};
}

void attributor::attribute_content_after(const cue& c, word_range sentence,
                                         attribution& found) const {
  const word_list& words = *words_;
  const std::uint32_t paragraph = words.paragraph(words[c.head].sentence);
  const std::uint32_t begin = clauses_.content_begin(c, sentence.end);
  // A quotation may begin with the next sentence, or with the next paragraph after a colon.
  const bool colon = begin > 0 && words[begin - 1].shape == word_shape::colon;
  if (begin < words.size() && words[begin].quoted() &&
      words.quotation(words[begin].quotation).begin == begin && (begin < sentence.end || colon) &&
      (colon || quotations_[words[begin].quotation].paragraph == paragraph)) {
    const std::uint32_t q = words[begin].quotation;
    const bool introduced = words[begin - 1].shape == word_shape::comma || colon;
    const std::uint32_t after = words.quotation(q).end;
    if (!taken_[q] && (introduced || after >= sentence.end)) {
      found.quotation = q;
      return;
    }
  }
  if (begin >= sentence.end) return;
  const std::uint32_t limit = std::min(sentence.end, begin + longest_content);
  const std::uint32_t clause = found.source.empty() ? c.where.begin : found.source.begin;
  const bool relative_clause = !found.source.empty() && words[found.source.begin].is(relative);
  const bool subordinate =
      relative_clause || (clause > sentence.begin && words[clause - 1].is(subordinator | as_said) &&
                          clause - 1 <= sentence.begin + 1);
  found.content = {begin, clauses_.content_end(begin, limit, subordinate)};
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
  if (words[c.head].is(according)) {
    attribute_according(c, sentence, found);
    return found;
  }
  std::uint32_t start = sentence.begin;
  if (cue_index > 0 && words[cues_[cue_index - 1].head].sentence == s) {
    start = std::max(start, cues_[cue_index - 1].where.end);
  }
  word_range before = words[c.head].is(participle) || words[c.where.begin].is(infinitive)
                          ? word_range{}
                          : clauses_.subject_before(c.where.begin, start);
  if (attribute_quotation_before(c, sentence, before, found)) return found;
  if (attribute_clause_before(c, sentence, before, found)) return found;
  found.source = before;
  if (before.empty() && verb_second_ && !words[c.head].is(participle)) {
    found.source = clauses_.subject_after(c.where.end, sentence.end);
  }
  if (found.source.empty()) found.source = shared_source(c, sentence);
  attribute_content_after(c, sentence, found);
  return found;
}

void attributor::run(const word_list& words, std::span<const quotation> quotations,
                     std::span<const cue> cues, bool verb_second, std::vector<attribution>& out) {
  words_ = &words;
  quotations_ = quotations;
  cues_ = cues;
  verb_second_ = verb_second;
  clauses_.read(words, cues);
  taken_.assign(quotations.size(), false);
  last_sentence_ = nowhere;
  for (std::uint32_t i = 0; i < cues.size(); ++i) {
    const attribution found = attribute(i);
    if (found.content.empty() && found.quotation == nowhere) continue;
    if (found.quotation != nowhere) taken_[found.quotation] = true;
    if (!found.source.empty()) {
      last_source_ = found.source;
      last_sentence_ = words[found.head].sentence;
    }
    out.push_back(found);
  }
}

}  // namespace quoth::quotes
