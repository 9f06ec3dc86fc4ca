// Statements that follow one another and are compared together.
//
// Belongs to one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <record/lookup.hpp>
#include <vector>

#include "considered.hpp"
#include "documents.hpp"
#include "relevance.hpp"

namespace quoth::matching {

struct opened_record;

inline constexpr std::size_t longest_passage = 5;  // statements

// Puts the statement before or after a passage to it. Where it belongs to another quotation,
// brackets say so.
void lengthen(considered& passage, const record::found_statement& next);

// The number, in its document, of the statement of a passage that has a byte of its text.
[[nodiscard]] std::int64_t number_of(const considered& one, std::size_t at);

// Whether a statement belongs to the same turn or quotation.
[[nodiscard]] bool continues(const considered& one, const record::found_statement& next);

// What a whole post tells.
class passage_gatherer {
 public:
  // `sought`: what the post looks for. All must outlive this.
  passage_gatherer(record::lookup& book, documents& from, relevance& sought,
                   const opened_record& shared)
      : book_(book), from_(from), sought_(sought), shared_(shared) {}

  // What a post says may stand in several sentences of one turn: those that have more of its words
  // go with the best of them, and passages that overlap are one.
  void gather(std::vector<considered>& all);

 private:
  [[nodiscard]] bool add_neighbour(considered& one, int direction);
  [[nodiscard]] bool absorb(considered& better, const considered& other);

  record::lookup& book_;
  documents& from_;
  relevance& sought_;
  const opened_record& shared_;
};

}  // namespace quoth::matching
