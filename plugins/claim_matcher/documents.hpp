// The documents of the record that the matches of one claim are from.
//
// Belongs to one thread.
#pragma once

#include <cstdint>
#include <map>
#include <record/lookup.hpp>
#include <record/words.hpp>
#include <string_view>
#include <unordered_set>

namespace quoth::matching {

struct wanted;

class documents {
 public:
  // The record must outlive this.
  explicit documents(record::lookup& book) : book_(book) {}

  // Begins with a claim of its own.
  void forget();
  // Valid until `forget`.
  [[nodiscard]] const record::found_document& at(std::int64_t row);

  // Whether a document of the record is the one that makes the claim. Ids are often file names: an
  // article and a post of one name are two documents. It is the same where headline, day and
  // address are the same and the text has the words of all its statements. `statement` is one of
  // them, 0 for a review.
  [[nodiscard]] bool is_own(const wanted& claim, const record::found_document& from,
                            std::int64_t statement);

 private:
  [[nodiscard]] bool has_words(std::string_view document, std::string_view statement,
                               std::string_view lang);

  record::lookup& book_;
  std::map<std::int64_t, record::found_document> known_;
  std::map<std::int64_t, bool> own_;
  record::word_list list_;
  std::unordered_set<std::uint64_t> words_;  // of the claim's document
};

}  // namespace quoth::matching
