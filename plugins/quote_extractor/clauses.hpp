// The words of a document in their roles around cues: what is a verb, what a cue heads or begins.
// noun_phrases finds by them who speaks, content_bounds how far the reported words reach.
//
// No parser: word classes, capitals and punctuation decide. Every search here and there is bounded,
// so that a sentence of a megabyte costs no more per cue than a short one.
//
// Thread rule: borrows its words; const functions are pure.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "cues.hpp"
#include "lexicon.hpp"
#include "words.hpp"

namespace quoth::quotes {

// Words of a noun phrase with all that hangs on it, at most.
inline constexpr std::uint32_t longest_phrase = 45;
// Words of a clause that opens a sentence, at most.
inline constexpr std::uint32_t longest_opening = 40;

// Whether the cue is a participle without an auxiliary: …, adding that.
[[nodiscard]] bool is_participle(const cue& c, const word_list& words);

// Whether the word is a sign at which a phrase ends: , . ? : ; – (
[[nodiscard]] bool ends_phrase(const word& w);

// Whether every long word of a quotation has a capital, and no sentence ends in it: “Badische
// Woche”.
[[nodiscard]] bool is_title(word_range quotation, const word_list& words);

class clauses {
 public:
  // `words` must outlive this.
  void read(const word_list& words, std::span<const cue> cues, const lexicon& facts);

  [[nodiscard]] const word_list& words() const { return *words_; }
  // As the lexicon tells, see there.
  [[nodiscard]] bool verb_second() const { return verb_second_; }
  [[nodiscard]] bool nouns_in_capitals() const { return nouns_in_capitals_; }
  [[nodiscard]] bool has_articles() const { return has_articles_; }

  // Whether a cue begins with word `i`; whether one has its main word there, as a participle
  // without an auxiliary or else.
  [[nodiscard]] bool begins_cue(std::uint32_t i) const { return has_role(i, cue_begins); }
  [[nodiscard]] bool heads_participle(std::uint32_t i) const {
    return has_role(i, participle_head);
  }
  [[nodiscard]] bool heads_cue(std::uint32_t i) const { return has_role(i, cue_head); }

  // Whether words with which something follows a comma are a main clause: an article, its noun and
  // a verb (sagt Roe, [der Keller war noch trocken]), where a relative clause, which begins with
  // the same word, has its verb at the end. Only in a language with the verb second.
  [[nodiscard]] bool opens_main_clause(word_range behind) const;

  // Whether word `i` is a finite verb or an auxiliary, outside quotation marks.
  [[nodiscard]] bool is_verb(std::uint32_t i) const {
    const word& w = (*words_)[i];
    return !w.quoted() && w.shape == word_shape::lower &&
           (heads_cue(i) || w.is(auxiliary | verb | reported_mood));
  }

  [[nodiscard]] bool lists_verbs() const { return lists_verbs_; }

  // Whether a verb stands among the first words of the range.
  [[nodiscard]] bool may_speak(word_range phrase) const;
  [[nodiscard]] bool has_verb(word_range range) const;
  // Whether a verb that reports by its mood stands there: sei, könne.
  [[nodiscard]] bool has_reported_mood(word_range range) const;
  // Whether the range may be a clause: it has a verb, as far as the lexicon knows verbs.
  [[nodiscard]] bool may_be_clause(word_range range) const {
    return lists_verbs_ ? has_verb(range) : range.size() >= 2;
  }
  [[nodiscard]] bool has_auxiliary(word_range range) const;

  // Whether a subject is a relative pronoun: who, die.
  [[nodiscard]] bool is_relative_pronoun(word_range phrase) const;

  // Whether the verb `verb` only describes the noun before it, in a phrase that the verb at `at`
  // follows: a poll [released] last week found.
  [[nodiscard]] bool is_reduced(std::uint32_t verb, std::uint32_t at, std::uint32_t start) const;

  // The first word of the clause before word `at`, as far as signs and conjunctions tell; not
  // before `start`.
  [[nodiscard]] std::uint32_t clause_begin(std::uint32_t at, std::uint32_t start) const;

 private:
  static constexpr std::uint8_t cue_head = 1, cue_begins = 2, participle_head = 4;

  [[nodiscard]] bool has_role(std::uint32_t i, std::uint8_t role) const {
    return (roles_[i] & role) != 0;
  }

  const word_list* words_ = nullptr;
  bool nouns_in_capitals_ = false, verb_second_ = false, has_articles_ = true, lists_verbs_ = true;
  std::vector<std::uint8_t> roles_;  // per word
};

}  // namespace quoth::quotes
