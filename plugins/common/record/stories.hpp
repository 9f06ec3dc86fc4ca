// Which articles tell one story: those that took it from an agency, each with its own headline and
// edits, have most of their quotations in common.
//
// An article is compared with the first one of each story that shares some of its fingerprints:
// eight of them, chosen by their values, are kept for each story. Transcripts are no articles: two
// speeches are two, however much they share.
//
// Thread rule: as the database it works on.
#pragma once

#include <cstdint>
#include <record/database.hpp>
#include <record/entry.hpp>
#include <record/keys.hpp>
#include <string_view>
#include <vector>

namespace quoth::record {

class story_finder {
 public:
  explicit story_finder(database& db);

  // The story that an article tells, which is not in the record yet: one of the record's, or a new
  // one with the number `fresh`. 0 for what is no article, or quotes too little to tell.
  [[nodiscard]] std::int64_t find(const entry& article, std::int64_t fresh);

  // Makes the fingerprints kept for each story anew, from the texts of its first article.
  void sketch_again();
  // Drops those of stories of which no article is left.
  void forget_removed();

 private:
  void sketch(const std::vector<std::uint32_t>& prints);
  void keep_sketch(std::int64_t story);
  [[nodiscard]] std::vector<std::int64_t> candidates();
  [[nodiscard]] bool is_told(std::int64_t story, const entry& article);
  void read_prints(std::int64_t first, std::int64_t last, std::string_view lang);

  database& db_;
  query known_, add_, first_, texts_;
  key_maker keys_;
  std::vector<std::uint64_t> words_;
  std::vector<std::uint32_t> own_, others_;  // fingerprints, ascending, each once
  std::vector<std::uint32_t> chosen_;
};

}  // namespace quoth::record
