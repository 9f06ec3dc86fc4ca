// How much of what is looked for a text has: Okapi BM25 (Robertson and Zaragoza, Foundations and
// Trends in Information Retrieval 3, 2009) over the words that carry meaning.
//
// Belongs to one thread; keeps its memory between claims.
#pragma once

#include <cstdint>
#include <record/keys.hpp>
#include <record/words.hpp>
#include <string_view>
#include <vector>

#include "candidates.hpp"
#include "senses.hpp"
#include "wording.hpp"

namespace quoth::matching {

class relevance {
 public:
  // The words of `claim`, as `finder` has just looked them up; nothing is found yet.
  void read(wording& claim, const senses& language, const candidate_finder& finder);
  // More words, each of which counts `share` of its idf where the claim does not have it.
  void add(wording& more, const senses& language, const candidate_finder& finder, double share);

  // Begins a text, to be taken in one or several pieces.
  void begin();
  // Takes a piece. Returns how much of its words were looked for, rare ones for more: 0 to 1.
  double take(std::string_view text, const senses& language);

  // Of the text taken so far, in nats; `average` is the number of words of such texts.
  [[nodiscard]] double score(double average) const;
  [[nodiscard]] double rarest() const;                          // idf of the rarest word found
  [[nodiscard]] double covered() const;                         // the sum of idf of the words found
  [[nodiscard]] double most() const noexcept { return most_; }  // the sum of idf of all words

 private:
  struct sought {
    std::uint64_t stem;
    double idf;
    std::uint32_t times;  // in the text at hand
  };
  void collect(wording& from, const senses& language, const candidate_finder& finder, double share);

  std::vector<sought> sought_;  // by stem
  double most_ = 0.0;
  record::word_list words_;
  record::key_maker keys_;
  std::size_t length_ = 0;  // words of the text at hand that carry meaning
};

}  // namespace quoth::matching
