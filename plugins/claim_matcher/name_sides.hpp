// What a post tells beside the clause that names somebody.
//
// Belongs to one thread.
#pragma once

#include <cstdint>
#include <quoth/layers.hpp>
#include <record/words.hpp>
#include <string_view>

#include "senses.hpp"

namespace quoth::matching {

// Where a sentence ends without white space and full stops behind it.
[[nodiscard]] std::uint32_t without_stop(std::string_view whole, span sentence);

struct words_beside {
  span where = no_span;
  bool sure = false;
};

// Spans are bytes of the text, which must outlive this, as must the language.
class name_sides {
 public:
  name_sides(std::string_view text, const senses& language) : text_(text), language_(language) {}

  // Whether words may be what somebody said: no question, and more than a phrase.
  [[nodiscard]] bool says_enough(span where);

  // What a sentence tells beside the clause with a name: [The pool is safe], in the words of Ida
  // Roe; great line from Roe, or Roe has this to say: [the pool is safe]. It is not sure where the
  // name acts before a colon
  // (Roe resigned: [the pool is shut]), or they open the clause ([At the end of May], Roe
  // resigned). Nothing where the name stands in all there is, is called out (Shame on you, Ida Roe)
  // or described (the head, Ida Roe, …), and where that clause denies.
  [[nodiscard]] words_beside told_beside(span name, span sentence);

  // Whether a sentence with a name says of the one before it whose words it has, and no more: Not
  // my words, those of the guard, Ida Roe; Roe's words, not mine.
  [[nodiscard]] bool points_back(span name, span sentence);

  // Whether a few words say of others that they are not the writer's: Not my words.
  [[nodiscard]] bool disowns(span words);

 private:
  [[nodiscard]] bool opens_clause(span where);
  [[nodiscard]] bool acts(span behind);
  [[nodiscard]] bool reports_by(span name, span clause);

  std::string_view text_;
  const senses& language_;
  record::word_list words_;
};

}  // namespace quoth::matching
