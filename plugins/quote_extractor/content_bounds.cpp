#include "content_bounds.hpp"

#include <algorithm>

namespace quoth::quotes {
namespace {

constexpr std::uint32_t longest_recipient = 8;  // words of a person addressed
constexpr std::uint32_t longest_aside = 14;     // words of a time or place between cue and content

}  // namespace

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
        w.shape == word_shape::comma || w.shape == word_shape::colon) {
      return i;
    }
    if (i == at) {
      const bool begins_phrase =  // asks [her assistant] to print
          w.is(possessive) && i + 1 < end && words[i + 1].is_word() &&
          !words[i + 1].is(complementizer | infinitive | question_word | preposition | time_word |
                           determiner | possessive | subject_pronoun);
      if (w.is(object_pronoun) && !begins_phrase) {
        const std::uint32_t after = skip_time(i + 1, end);
        return after;
      }
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
  if (!words[c.head].is(recipient)) return i;
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
    return w.shape == word_shape::colon || words.ends_like_speech(words[i + 1].quotation) ? i + 1
                                                                                          : at;
  }
  return at;
}

std::uint32_t content_bounds::content_begin(const cue& c, std::uint32_t end) const {
  const word_list& words = *words_;
  std::uint32_t at = c.where.end;
  if (const std::uint32_t found = introduced_quotation(at, end); found != at) return found;
  const bool aside = at < end && (words[at].is(time_word | adverb) ||
                                  (words[at].is(preposition) && !words[at].is(topic)) ||
                                  words[at].shape == word_shape::comma);
  if (aside || words[c.head].is(recipient)) {
    const std::uint32_t that = complementizer_after(at, end);
    if (that != nowhere) return that;
  }
  if (words[c.head].is(recipient)) at = skip_recipient(at, end);
  at = skip_time(at, end);
  // said in an interview with CNN that …, wrote on Twitter: “…”
  if (at < end && words[at].is(preposition) && !words[at].is(topic | infinitive)) {
    const std::uint32_t limit = std::min(end, at + longest_aside);
    for (std::uint32_t i = at + 1; i < limit; ++i) {
      if (words[i].is(complementizer) || words[i].shape == word_shape::colon ||
          (words[i].quoted() && !words[i - 1].quoted())) {
        at = i;
        break;
      }
      if (clauses_->is_verb(i) || ends_phrase(words[i])) {
        if (words[i].shape == word_shape::comma && i + 1 < end && words[i + 1].quoted()) at = i;
        break;
      }
    }
  }
  while (at < end &&
         (words[at].shape == word_shape::comma || words[at].shape == word_shape::colon)) {
    ++at;
  }
  return at;
}

// Whether the coordinator at `i` begins a clause with a cue of its own: , but he warned; and said.
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
bool content_bounds::ends_noun_phrase(std::uint32_t i, std::uint32_t begin,
                                      std::uint32_t end) const {
  const word_list& words = *words_;
  const word& w = words[i];
  if (i == begin || i + 1 >= end) return false;
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

// Whether content ends before the comma at `comma` (or just after a quotation with a comma inside),
// after which word `next` follows.
bool content_bounds::ends_at_comma(std::uint32_t next, std::uint32_t end, bool subordinate,
                                   bool clause) const {
  const word& w = (*words_)[next];
  if (!clause && w.is(coordinator) && clauses_->has_verb({next + 1, std::min(next + 6, end)}))
    return true;
  if (subordinate || w.is(according | participle)) return true;
  if (clauses_->heads_participle(next) || clauses_->begins_cue(next)) return true;
  return w.is(coordinator) && joins_clauses(next, end);
}

std::uint32_t content_bounds::content_end(std::uint32_t begin, std::uint32_t end,
                                          bool subordinate) const {
  const word_list& words = *words_;
  std::uint32_t brackets = 0;
  bool clause = begin < end && words[begin].is(complementizer | question_word | subject_pronoun);
  // that [X, upon his visit, said]: the clause still waits for its verb
  bool lacks_verb = begin < end && words[begin].is(complementizer);
  std::uint32_t i = begin;
  for (; i < end; ++i) {
    const word& w = words[i];
    if (w.quoted()) {
      const std::uint32_t after = words.quotation(w.quotation).end;
      i = std::max(i, std::min(end, after) - 1);
      if (after < end && words.comma_inside(w.quotation) &&
          ends_at_comma(after, end, subordinate, clause)) {
        return after;
      }
      continue;
    }
    if (clauses_->is_verb(i) || w.is(infinitive)) clause = true;
    if (clauses_->is_verb(i)) lacks_verb = false;
    if (!clause && ends_noun_phrase(i, begin, end)) break;
    if (w.shape == word_shape::open_bracket) ++brackets;
    if (w.shape == word_shape::close_bracket) {
      if (brackets == 0) break;
      --brackets;
    }
    if (brackets > 0 || i == begin) continue;
    if (w.shape == word_shape::semicolon) break;
    if (!verb_second_ && i + 2 < end && introduces_speech(i)) break;
    if (w.shape == word_shape::comma && i + 1 < end) {
      if (lacks_verb && clauses_->begins_cue(i + 1)) continue;
      if (ends_at_comma(i + 1, end, subordinate, clause)) break;
    } else if (w.is(coordinator) && joins_clauses(i, end)) {
      break;
    } else if (w.is(according) && clauses_->begins_cue(i)) {
      break;
    }
  }
  if (i > begin && words[i - 1].quoted()) return words.quotation(words[i - 1].quotation).end;
  while (i > begin && !words[i - 1].quoted() &&
         (ends_phrase(words[i - 1]) || words[i - 1].shape == word_shape::other)) {
    --i;
  }
  return i;
}

}  // namespace quoth::quotes
