// What the statement says next to the words that a claim took from it: a claim can be word for word
// and still turn the meaning, when it stops before "but" or drops the "if" in front.
#pragma once

#include <cstdint>
#include <quoth/layers.hpp>
#include <span>
#include <string>
#include <string_view>
#include <text/lexicon.hpp>
#include <vector>

namespace quoth::verdicts {

// Words that turn or limit what stands beside them, of one language or several.
class turning_words {
 public:
  // Lines `PLACE<TAB>words`, PLACE one of
  //   after    turns the words before it where it follows them in the same sentence
  //   next     turns the sentence before it where the next sentence begins with it
  //   within   turns the sentence before it where the next sentence holds it
  //   before   limits the words after it where its clause stands in front of them
  //   aside    limits nothing there, although it begins with such words: "If I may add"
  //   all      says of how many the clause is true, where a relative clause follows: all of those
  //   one      stands before what a clause denies, at its end: "will not sign | a | treaty"; those
  //            too
  //   which    begins such a relative clause, with its comma in languages that set one
  //   plain    begins none, although it begins with such words: „…, das ist sicher“; nor is there
  //            one behind a clause that begins with it: "It is no secret | that we lost"
  //   self     says that the speaker tells of themselves: I
  //   fault    says what nobody is proud of: lied
  //   stance   says what somebody is against: opposed
  //   harmless  takes the weight from such a confession where it follows it: "in a school play"
  //   undo     takes back the sentence before it where the next sentence begins with it: "Or so I
  //            was told"
  //   not      denies in a sentence
  //   join     begins what only goes on where a quotation ends: "We will sign | and go home"
  //   subject  may be the first word of a subject, in languages whose clauses may begin with the
  //            verb: „Kommt [kein] Geld, | bleibt [das] Boot hier“
  //   enough   ends a sentence that tells what is bad enough, behind one that denies a fault
  // Throws text::lexicon_error for any other place.
  void add(const text::lexicon& entries);

  enum class place : std::uint8_t {
    after,
    next,
    within,
    before,
    aside,
    all,
    one,
    which,
    plain,
    self,
    fault,
    stance,
    harmless,
    undo,
    denies,
    enough,
    part,
    subject,
    join
  };
  struct entry {
    place where;
    std::string words;  // match key
  };
  [[nodiscard]] std::span<const entry> entries() const noexcept { return entries_; }

 private:
  std::vector<entry> entries_;
};

// Whether a mark that ends a sentence stands in `text`.
[[nodiscard]] bool has_sentence_end(std::string_view text) noexcept;

// The piece of the statement that the claim was aligned with: bytes of match.text. Nothing but
// {0, 0} where the diff rows do not stand in it in order.
[[nodiscard]] span aligned_piece(std::string_view statement, std::span<const diff> rows);

// The same from the first words that both have to the last ones.
[[nodiscard]] span shared_piece(std::string_view statement, std::span<const diff> rows);

// The words around the aligned piece that turn its meaning, as they stand in the statement; empty
// where nothing does. `after` is the sentence that the speaker went on with behind the statement:
// of that only what leaves no doubt counts (undo, enough, the fault that the piece denies told of
// in another form: "He never told me to lie. | He told me what to leave out", what the speaker is
// against instead, or where alone the piece holds). Words that are
// `quoted` as if they ended where their clause goes on, "We pay | for food", are turned by what
// follows.
[[nodiscard]] std::string_view dropped_turn(std::string_view statement, span piece,
                                            const turning_words& words, std::string_view after = {},
                                            bool quoted = false);

}  // namespace quoth::verdicts
