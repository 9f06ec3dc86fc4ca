#include "content_bounds.hpp"

#include <algorithm>

namespace quoth::quotes {
namespace {

constexpr std::uint32_t longest_recipient = 8;  // words of a person addressed
constexpr std::uint32_t longest_outlet = 7;     // words of a name in marks, marks included
constexpr std::uint32_t longest_aside = 14;     // words of a time or place between cue and content

constexpr std::uint32_t longest_dateline = 14;   // words
constexpr std::uint32_t longest_insertion = 40;  // words and marks between two dashes

}  // namespace

std::uint32_t insertion_end(const word_list& words, std::uint32_t at) {
  const auto is_dash = [&](std::uint32_t i) {
    return words[i].shape == word_shape::dash && !words[i].quoted() &&
           words[i].sentence == words[at].sentence;
  };
  bool open = false;
  const std::uint32_t first = at > longest_insertion ? at - longest_insertion : 0;
  for (std::uint32_t i = at; i > first && words[i - 1].sentence == words[at].sentence; --i) {
    if (is_dash(i - 1)) open = !open;
  }
  if (!open) return nowhere;
  const std::uint32_t limit = std::min(words.size(), at + longest_insertion);
  for (std::uint32_t i = at; i < limit; ++i) {
    if (is_dash(i)) return i;
  }
  return nowhere;
}

// Reported words while their end is looked for.
struct content_bounds::open_content {
  std::uint32_t begin = 0;
  std::uint32_t limit = 0;   // where they end at the latest
  bool subordinate = false;  // the clause of the cue depends on another one
  bool clause = false;       // they are a clause, and no noun phrase, so far
  bool lacks_verb = false;   // that [X, upon his visit, said]: the clause still waits for its verb
  bool parted = false;       // (believes) the men, [ages 19 and 22, knew]: a comma stands in it
};

void content_bounds::read(const clauses& roles, const noun_phrases& phrases) {
  clauses_ = &roles;
  phrases_ = &phrases;
  words_ = &roles.words();
  verb_second_ = roles.verb_second();
}

// Sunday; on Tuesday; last week.
std::uint32_t content_bounds::skip_time(std::uint32_t at, std::uint32_t end) const {
  const word_list& words = *words_;
  std::uint32_t i = at;
  if (i + 1 < end && words[i].is(preposition) &&
      (words[i + 1].is(time_word) || (i + 2 < end && words[i + 2].is(time_word)))) {
    ++i;
  }
  std::uint32_t last = at;
  for (; i < end && i < at + 6; ++i) {
    if (words[i].is(time_word)) {
      last = i + 1;
    } else if (!words[i].is(determiner) && words[i].shape != word_shape::number) {
      break;
    }
  }
  return last;
}

// told [reporters in Ohio] that …; where no sign of the content follows, nobody is addressed.
std::uint32_t content_bounds::skip_recipient(std::uint32_t at, std::uint32_t end) const {
  const word_list& words = *words_;
  end = std::min(end, at + longest_recipient);
  for (std::uint32_t i = at; i < end; ++i) {
    const word& w = words[i];
    if (w.quoted() || w.is(complementizer | infinitive | question_word) ||
        w.shape == word_shape::colon) {
      return i;
    }
    if (w.shape == word_shape::comma) {  // told reporters, “…”; but promised a tunnel, dismissing …
      const bool follows =
          i + 1 < end && (words[i + 1].quoted() || words[i + 1].is(complementizer));
      return follows ? i : at;
    }
    if (w.is(negation)) return at;  // asked [not to be named]
    if (i == at) {
      const bool begins_phrase =  // asks [her assistant] to print
          w.is(possessive) && i + 1 < end && words[i + 1].is_word() &&
          !words[i + 1].is(complementizer | infinitive | question_word | preposition | time_word |
                           determiner | possessive | subject_pronoun);
      if (w.is(object_pronoun) && !begins_phrase) return skip_time(i + 1, end);
      continue;
    }
    const bool clause_begins =
        w.is(subject_pronoun) || (w.is(determiner | possessive) && !words[i - 1].is(preposition));
    if (clause_begins) return i;
  }
  return at;
}

std::uint32_t content_bounds::recipient_end(const cue& c, std::uint32_t end) const {
  const word_list& words = *words_;
  std::uint32_t i = c.where.end;
  if (!words[c.head].is(recipient) || (i > c.head + 1 && words[i - 1].is(preposition))) return i;
  end = std::min(end, i + longest_recipient);
  while (i < end && words[i].is_word() && !words[i].quoted() && !words[i].is(time_word) &&
         !words[i].is(complementizer | infinitive | question_word | subject_pronoun) &&
         !clauses_->is_verb(i)) {
    ++i;
  }
  return i;
}

std::uint32_t content_bounds::complementizer_after(std::uint32_t at, std::uint32_t end) const {
  const word_list& words = *words_;
  const std::uint32_t limit = std::min(end, at + longest_aside);
  for (std::uint32_t i = at; i < limit; ++i) {
    if (words[i].is(complementizer)) return i;
    if (!clauses_->has_articles() && words[i].quoted()) {  // заявил корреспонденту «Города», что …
      const word_range name = words.quotation(words[i].quotation);
      if (name.begin != i || name.size() > longest_outlet) break;
      i = name.end - 1;
      continue;
    }
    if (words[i].shape == word_shape::dash) {  // said – and who would doubt it – that …
      const std::uint32_t closing = i + 1 < end ? insertion_end(words, i + 1) : nowhere;
      if (closing >= end || closing + 1 >= end) break;
      return words[closing + 1].is(complementizer) ? closing + 1 : nowhere;
    }
    if (clauses_->is_verb(i) || words[i].quoted() ||
        words[i].is(infinitive | question_word | relative)) {
      break;
    }
    if (ends_phrase(words[i]) && words[i].shape != word_shape::comma) break;
  }
  return nowhere;
}

// The quotation that a comma or colon introduces after a few words without a verb: says of Clinton,
// “…”; scolded him: “…”. Its first word, or `at`.
std::uint32_t content_bounds::introduced_quotation(std::uint32_t at, std::uint32_t end) const {
  const word_list& words = *words_;
  const std::uint32_t limit = std::min(end, at + longest_aside);
  for (std::uint32_t i = at; i + 1 < limit; ++i) {
    const word& w = words[i];
    if (w.quoted() || clauses_->is_verb(i) || w.is(complementizer | infinitive)) return at;
    if (w.shape != word_shape::comma && w.shape != word_shape::colon) continue;
    if (!words[i + 1].quoted()) return at;
    const bool speaks =
        w.shape == word_shape::colon || words.ends_like_speech(words[i + 1].quotation);
    return speaks ? i + 1 : at;
  }
  return at;
}

// said [in an interview with CNN] that …, wrote [on Twitter]: “…”; where no sign of the content
// follows, nothing.
std::uint32_t content_bounds::skip_place(std::uint32_t at, std::uint32_t end) const {
  const word_list& words = *words_;
  if (at >= end || !words[at].is(preposition) || words[at].is(topic | infinitive)) return at;
  const std::uint32_t limit = std::min(end, at + longest_aside);
  for (std::uint32_t i = at + 1; i < limit; ++i) {
    if (words[i].is(complementizer) || words[i].shape == word_shape::colon ||
        (words[i].quoted() && !words[i - 1].quoted())) {
      return i;
    }
    if (clauses_->is_verb(i) || ends_phrase(words[i])) {
      const bool introduces =
          words[i].shape == word_shape::comma && i + 1 < end && words[i + 1].quoted();
      return introduces ? i : at;
    }
  }
  return at;
}

std::uint32_t content_bounds::content_begin(const cue& c, std::uint32_t end) const {
  const word_list& words = *words_;
  std::uint32_t at = c.where.end;
  if (const std::uint32_t found = introduced_quotation(at, end); found != at) return found;
  const bool addresses = words[c.head].is(recipient);
  const bool aside =
      at < end &&
      (words[at].is(time_word | adverb) || (words[at].is(preposition) && !words[at].is(topic)) ||
       words[at].shape == word_shape::comma || words[at].shape == word_shape::dash ||
       (words[at - 1].is(determiner) && words[at - 2].is(preposition)));
  if (aside || addresses || !clauses_->has_articles()) {  // рассказал суду, что …
    const std::uint32_t that = complementizer_after(at, end);
    if (that != nowhere) return that;
  }
  if (addresses) at = skip_recipient(at, end);
  const std::uint32_t behind_time = skip_time(at, end);
  // called [Sunday worship] a hobby: the day is part of what gets a name
  const bool day_of_noun =
      words[c.head].is(naming) && behind_time > at && behind_time < end &&
      words[behind_time].shape == word_shape::lower && words[behind_time - 1].is(time_word) &&
      !words[behind_time].is(determiner | possessive | preposition | subject_pronoun |
                             object_pronoun | complementizer | auxiliary);
  at = skip_place(day_of_noun ? at : behind_time, end);
  while (at < end &&
         (words[at].shape == word_shape::comma || words[at].shape == word_shape::colon)) {
    ++at;
  }
  return at;
}

// Whether the coordinator begins a clause with a cue of its own: , but he warned; and said.
bool content_bounds::joins_clauses(std::uint32_t coordinator, std::uint32_t end) const {
  const word_list& words = *words_;
  end = std::min(end, coordinator + 9);
  for (std::uint32_t i = coordinator + 1; i < end; ++i) {
    if (clauses_->heads_cue(i)) {
      std::uint32_t first = i;
      while (first > coordinator + 1 && !clauses_->begins_cue(first)) --first;
      return first == coordinator + 1 || !phrases_->subject_before(first, coordinator + 1).empty();
    }
    if (words[i].quoted() || ends_phrase(words[i]) ||
        words[i].is(complementizer | infinitive | subordinator)) {
      return false;
    }
  }
  return false;
}

// Whether what hangs on a noun phrase that is content stops being part of it: criticised the plan
// [on Monday], [after the vote], [, which …], [and went home].
bool content_bounds::ends_noun_phrase(std::uint32_t i, const open_content& content) const {
  const word_list& words = *words_;
  const word& w = words[i];
  if (i == content.begin || i + 1 >= content.limit) return false;
  const word& next = words[i + 1];
  if (w.shape == word_shape::comma) {
    return next.is(relative | subordinator | determiner) || clauses_->heads_cue(i + 1);
  }
  if (w.is(time_word) && w.shape == word_shape::capital) return true;
  if (w.is(preposition) && !w.is(topic) && next.is(time_word)) return true;
  if (w.is(coordinator)) return clauses_->is_verb(i + 1) && !words[i + 1].is(auxiliary);
  return w.is(subordinator) && !w.is(comparison) && !words[i - 1].is(adverb | coordinator);
}

// Whether the colon at `i` stands before a quotation that is a statement of its own, or the dash at
// `i` behind words in marks that something is said of: likened it to “theft” – a charge that ….
bool content_bounds::introduces_speech(std::uint32_t i) const {
  const word_list& words = *words_;
  const word& next = words[i + 1];
  if (words[i].shape == word_shape::dash) return words[i - 1].quoted() && next.is(determiner);
  if (words[i].shape != word_shape::colon || !next.quoted()) return false;
  const word_range quotation = words.quotation(next.quotation);
  const word_shape last = words.last_shape(quotation);
  return quotation.begin == i + 1 && (last == word_shape::stop || last == word_shape::question) &&
         words[i + 2].shape == word_shape::capital;
}

// Whether words behind a comma close the sentence as its late attribution: warned that the ward was
// dangerous, [a court heard on Tuesday].
bool content_bounds::attributes_late(std::uint32_t next, std::uint32_t limit) const {
  const word_list& words = *words_;
  const word& first = words[next];
  if (verb_second_ || first.is(relative | subordinator | preposition)) return false;
  if (first.shape != word_shape::capital && !first.is(determiner | possessive | subject_pronoun)) {
    return false;
  }
  std::uint32_t i = next + 1;
  const std::uint32_t end = std::min(limit, next + longest_recipient);
  while (i < end && words[i].is_word() && !words[i].quoted() && !clauses_->heads_cue(i) &&
         !words[i].is(verb | relative | infinitive | coordinator)) {
    ++i;
  }
  if (i >= end || !clauses_->heads_cue(i)) return false;
  ++i;
  while (i < limit && words[i].is(time_word | preposition | determiner)) ++i;
  if (i + 1 < limit && words[i].shape == word_shape::comma && words[i + 1].is(participle)) {
    return true;  // Reuters reported, citing two officials
  }
  return i >= limit || (i + 1 == limit && words[i].shape == word_shape::stop);
}

// Whether content ends at a comma, or behind a quotation with one inside, that word `next` follows:
// the plan is dead, [but he warned]; …, [adding that]; the plan, [according to Trump].
bool content_bounds::ends_at_comma(std::uint32_t next, const open_content& content) const {
  const word& w = (*words_)[next];
  if (!content.clause && w.is(coordinator) &&
      clauses_->has_verb({next + 1, std::min(next + 6, content.limit)})) {
    return true;
  }
  if (content.subordinate || w.is(according | participle)) return true;
  if (attributes_late(next, content.limit)) return true;
  if (clauses_->heads_participle(next) || clauses_->begins_cue(next)) return true;
  return w.is(coordinator) && joins_clauses(next, content.limit);
}

// Whether content ends before word `i`, a sign or conjunction: the plan is dead[;] …; the plan is
// dead [and warned]; the plan is dead [according to Trump].
bool content_bounds::ends_before(std::uint32_t i, const open_content& content) const {
  constexpr std::uint32_t least_ellipsis = 3;  // bytes: “…”, “...”
  const word& w = (*words_)[i];
  if (w.shape == word_shape::semicolon) return true;
  if (w.shape == word_shape::stop && w.where.size() >= least_ellipsis) return true;
  if (!verb_second_ && i + 2 < content.limit && introduces_speech(i)) return true;
  if (w.shape == word_shape::comma && i + 1 < content.limit) {
    const bool waits = content.lacks_verb || (content.parted && !content.clause);
    if (waits && clauses_->begins_cue(i + 1)) return false;
    return ends_at_comma(i + 1, content);
  }
  if (w.is(coordinator) && joins_clauses(i, content.limit)) return true;
  return w.is(according) && clauses_->begins_cue(i);
}

// The end of content that ends before word `end` at the latest: with the whole of a quotation, and
// without the signs behind its last word.
std::uint32_t content_bounds::last_word_end(std::uint32_t begin, std::uint32_t end) const {
  const word_list& words = *words_;
  if (end > begin && words[end - 1].quoted()) return words.quotation(words[end - 1].quotation).end;
  while (end > begin && !words[end - 1].quoted() &&
         (ends_phrase(words[end - 1]) || words[end - 1].shape == word_shape::other)) {
    const bool belongs = end > begin + 1 && words[end - 1].shape == word_shape::other &&
                         words[end - 1].where.begin == words[end - 2].where.end;
    if (belongs) break;  // 1.4%
    --end;
  }
  return end;
}

std::uint32_t content_bounds::content_end(std::uint32_t begin, std::uint32_t end,
                                          bool subordinate) const {
  const word_list& words = *words_;
  open_content content{.begin = begin, .limit = end, .subordinate = subordinate};
  if (begin < end) {
    content.clause = words[begin].is(complementizer | question_word | subject_pronoun);
    content.lacks_verb = words[begin].is(complementizer);
    // In German a comma stands before clauses only, that of an infinitive too.
    const bool parted = verb_second_ && begin > 0 && words[begin - 1].shape == word_shape::comma;
    content.clause = content.clause || parted || !clauses_->lists_verbs();
  }
  return end_of(content);
}

std::uint32_t content_bounds::rest_end(std::uint32_t begin, std::uint32_t end) const {
  return end_of({.begin = begin, .limit = end, .clause = true});
}

std::uint32_t content_bounds::end_of(open_content content) const {
  const word_list& words = *words_;
  const std::uint32_t begin = content.begin, end = content.limit;
  // Where nouns need no article, a dash stands for "is": no pair of them sets words apart.
  const bool pairs = clauses_->has_articles() && begin < end;
  const std::uint32_t dash = pairs ? insertion_end(words, begin) : nowhere;
  std::uint32_t brackets = 0;
  std::uint32_t i = begin;
  for (; i < end && i != dash; ++i) {
    const word& w = words[i];
    if (w.quoted()) {
      const std::uint32_t after = words.quotation(w.quotation).end;
      i = std::max(i, std::min(end, after) - 1);
      if (after < end && words.comma_inside(w.quotation) && ends_at_comma(after, content)) {
        return after;
      }
      continue;
    }
    const bool acts = clauses_->is_verb(i);
    content.clause = content.clause || acts || w.is(infinitive);
    content.lacks_verb = content.lacks_verb && !acts;
    if (!content.clause && ends_noun_phrase(i, content)) break;
    if (w.shape == word_shape::open_bracket) ++brackets;
    if (w.shape == word_shape::close_bracket) {
      if (brackets == 0) break;
      --brackets;
    }
    if (brackets == 0 && i > begin && ends_before(i, content)) break;
    content.parted = content.parted || w.shape == word_shape::comma;
  }
  return last_word_end(begin, i);
}

std::uint32_t content_bounds::opening_begin(std::uint32_t start, std::uint32_t end) const {
  const word_list& words = *words_;
  std::uint32_t begin = start;
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
  return begin;
}

bool content_bounds::clause_ends(std::uint32_t at, word_range sentence) const {
  const word_list& words = *words_;
  if (at >= sentence.end) return true;
  const word& w = words[at];
  if (w.quoted()) return w.shape == word_shape::mark;
  if (w.is_word()) {
    if (w.is(subordinator | as_said)) return true;
    const bool aside = w.is(time_word) || (w.is(preposition) && !w.is(topic | infinitive));
    return aside && complementizer_after(at, sentence.end) == nowhere;
  }
  return w.shape != word_shape::open_bracket && w.shape != word_shape::colon;
}

std::uint32_t content_bounds::aside_end(std::uint32_t at, word_range sentence) const {
  const word_list& words = *words_;
  if (at >= sentence.end || !words[at].is(time_word | preposition)) return at;
  const std::uint32_t limit = std::min(sentence.end, at + longest_aside);
  for (std::uint32_t i = at; i < limit; ++i) {
    if (words[i].shape == word_shape::comma) return i;
    if (words[i].quoted() && words[i - 1].is(determiner)) {  // in der „Badischen Woche“
      i = words.quotation(words[i].quotation).end - 1;
      continue;
    }
    if (!words[i].is_word() || words[i].quoted() || clauses_->is_verb(i) ||
        words[i].is(infinitive | complementizer | subordinator)) {
      break;
    }
  }
  return at;
}

word_range content_bounds::coordinated_quotation(std::uint32_t at, word_range sentence) const {
  const word_list& words = *words_;
  if (at + 2 >= sentence.end || words[at].shape != word_shape::comma) return {};
  if (!words[at + 1].is(coordinator) || !words[at + 2].quoted()) return {};
  return {at + 1, std::min(words.quotation(words[at + 2].quotation).end, sentence.end)};
}

word_range content_bounds::name_in_marks(word_range content) const {
  const word_list& words = *words_;
  std::uint32_t i = content.begin;
  while (i < content.end && !words[i].quoted()) ++i;
  if (i >= content.end) return content;
  const bool parted = i > content.begin && !words[i - 1].is(determiner) &&
                      !(words[i - 1].is(object_pronoun) && i == content.begin + 1);
  return parted ? content : words.quotation(words[i].quotation);
}

}  // namespace quoth::quotes
