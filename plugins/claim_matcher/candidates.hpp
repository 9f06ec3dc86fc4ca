// Which rows of the record may hold a claim: those that share rare words or word sequences with it.
//
// Each row gets the sum of the inverse document frequencies (idf) of the claim's keys that it has,
// for the whole claim and for each of its halves, so that both sources of a splice come up. This
// is the only code that asks the record's index.
//
// Belongs to one thread; keeps its memory between claims.
#pragma once

#include <cstdint>
#include <record/lookup.hpp>
#include <record/ranking.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "wording.hpp"

namespace quoth::matching {

struct candidate {
  std::uint32_t row;
  float score;
};

class candidate_finder {
 public:
  explicit candidate_finder(record::lookup& book) : book_(book) {}

  // Puts the rows for `claim` into `out`: the best `most` of the whole and, unless one row has all
  // of it, half as many of each half; best first, each once. Sets the weights of the claim's units.
  void find(record::shelf where, wording& claim, std::string_view lang, std::size_t most,
            std::vector<candidate>& out);

  // As find, for words that may be told in others, in the languages given: statements that have
  // words of the claim's concepts are candidates too.
  void find_retold(record::shelf where, wording& claim, const senses& language,
                   std::span<const std::string> languages, std::size_t most,
                   std::vector<candidate>& out);

  // The best `most` rows for the whole of the last claim, best first; `where` as it was for that.
  void find_more(record::shelf where, std::size_t most, std::vector<candidate>& out) {
    out.clear();
    take_best(where, whole, most, out);
  }

  // Sets the weights of the units of a text by the words that were looked up last.
  void weigh(wording& text) const;

  // How rare a word of the last claim is on the shelf looked at, in nats: 0 where the claim does
  // not have it or too many rows do, negative where no row does.
  [[nodiscard]] float idf_of(std::uint64_t stem) const noexcept;

 private:
  enum part : std::uint32_t { first_half = 1, second_half = 2, whole = 3 };
  struct key {
    std::uint64_t stem = 0;  // of a word; 0: a sequence of words
    record::row_list rows;
    std::uint32_t parts = 0;  // in which halves it stands
    float idf = 0.0F;         // 0: in too many rows to look at; negative: in none
    bool retold = false;      // not the claim's word: another of its concept
  };

  void collect_keys(record::shelf where, wording& claim, std::string_view lang);
  void add_concepts(record::shelf where, const wording& claim, const concept_table& table,
                    std::span<const std::string> languages);
  void add_word(record::shelf where, std::uint64_t stem, std::uint32_t parts, bool retold = false);
  void take_rows(record::shelf where, wording& claim, std::size_t most,
                 std::vector<candidate>& out);
  void weigh_keys();
  [[nodiscard]] bool has_both_halves(std::uint32_t row);
  void take_best(record::shelf where, std::uint32_t parts, std::size_t most,
                 std::vector<candidate>& out);

  record::lookup& book_;
  record::ranker ranker_{book_.index()};
  std::uint32_t size_ = 0;  // rows of the shelf at hand
  std::vector<key> keys_;
  std::vector<std::pair<std::uint64_t, float>> idfs_;  // by stem, ascending
  std::vector<std::uint32_t> prints_;
  std::vector<record::weighted_list> lists_;
  std::vector<record::ranked_row> ranked_;
};

}  // namespace quoth::matching
