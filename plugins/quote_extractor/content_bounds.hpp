// Where reported words begin and end around a cue: told reporters on Friday [that he would go].
//
// Thread rule: borrows its words; const functions are pure.
#pragma once

#include <cstdint>

#include "clauses.hpp"
#include "cues.hpp"
#include "noun_phrases.hpp"
#include "words.hpp"

namespace quoth::quotes {

// Words of reported speech without marks, at most.
inline constexpr std::uint32_t longest_content = 300;

// The dash that closes the insertion between two dashes in which word `at` stands, or nowhere: The
// mayor – who said she would close the port [–] left.
[[nodiscard]] std::uint32_t insertion_end(const word_list& words, std::uint32_t at);

class content_bounds {
 public:
  // Both must outlive this.
  void read(const clauses& roles, const noun_phrases& phrases);

  // The end of a cue with the person addressed: told reporters.
  [[nodiscard]] std::uint32_t recipient_end(const cue& c, std::uint32_t end) const;

  // The complementizer that follows word `at` with nothing but persons, times and places, no verb
  // among them, in between: (said) [on Friday, in Ohio,] that …; nowhere where there is none.
  [[nodiscard]] std::uint32_t complementizer_after(std::uint32_t at, std::uint32_t end) const;

  // Where the content of a cue begins: after the person addressed, times and places.
  [[nodiscard]] std::uint32_t content_begin(const cue& c, std::uint32_t end) const;

  // Where content that begins at `begin` ends, at the latest at `end`. `subordinate`: the clause of
  // the cue depends on another one, which goes on after a comma.
  [[nodiscard]] std::uint32_t content_end(std::uint32_t begin, std::uint32_t end,
                                          bool subordinate) const;

  // The same where the clause began before its cue: Die Brücke bleibt laut Kolb [bis Mai gesperrt].
  [[nodiscard]] std::uint32_t rest_end(std::uint32_t begin, std::uint32_t end) const;

  // Where content begins with which a sentence begins at `start` and that ends before word `end`:
  // behind a dateline and conjunctions.
  [[nodiscard]] std::uint32_t opening_begin(std::uint32_t start, std::uint32_t end) const;

  // Whether nothing that could be content follows at word `at`: the sentence ends, or times and
  // places do.
  [[nodiscard]] bool clause_ends(std::uint32_t at, word_range sentence) const;

  // The comma that closes times and places at word `at`, and only these; else `at`: Der Markt habe,
  // schrieb er [in einer Studie], nichts gemerkt.
  [[nodiscard]] std::uint32_t aside_end(std::uint32_t at, word_range sentence) const;

  // The second part of a quotation behind its attribution at word `at`, or empty: “A,” she said,
  // [and “B.”]
  [[nodiscard]] word_range coordinated_quotation(std::uint32_t at, word_range sentence) const;

  // The content of a cue that names. He called the treaty a [“breakthrough document”], her [“unfit
  // to lead”] on Friday: what was said is in the marks. In (called) the plan “unfair” the object is
  // part of it.
  [[nodiscard]] word_range name_in_marks(word_range content) const;

 private:
  struct open_content;

  [[nodiscard]] std::uint32_t skip_time(std::uint32_t at, std::uint32_t end) const;
  [[nodiscard]] std::uint32_t skip_recipient(std::uint32_t at, std::uint32_t end) const;
  [[nodiscard]] std::uint32_t skip_place(std::uint32_t at, std::uint32_t end) const;
  [[nodiscard]] std::uint32_t introduced_quotation(std::uint32_t at, std::uint32_t end) const;
  [[nodiscard]] bool joins_clauses(std::uint32_t coordinator, std::uint32_t end) const;
  [[nodiscard]] bool ends_noun_phrase(std::uint32_t i, const open_content& content) const;
  [[nodiscard]] bool introduces_speech(std::uint32_t i) const;
  [[nodiscard]] bool attributes_late(std::uint32_t next, std::uint32_t limit) const;
  [[nodiscard]] bool ends_at_comma(std::uint32_t next, const open_content& content) const;
  [[nodiscard]] bool ends_before(std::uint32_t i, const open_content& content) const;
  [[nodiscard]] std::uint32_t end_of(open_content content) const;
  [[nodiscard]] std::uint32_t last_word_end(std::uint32_t begin, std::uint32_t end) const;

  const clauses* clauses_ = nullptr;
  const noun_phrases* phrases_ = nullptr;
  const word_list* words_ = nullptr;
  bool verb_second_ = false;
};

}  // namespace quoth::quotes
