#include <candidates.hpp>
#include <records.hpp>

#include "lexicons.hpp"

namespace quoth::matching {
namespace {

// A shelf without rows has nothing, whatever was looked up on the other one before.
TEST(Candidates, AnEmptyShelfKeepsNothingOfTheClaimBefore) {
  const record::own_folder folder;
  record::store made(folder / "r");
  record::entry entry;
  entry.document = {"check", "", "2031-06-19", "", "en", "", ""};
  entry.reviews.emplace_back().claim = "Bridge tolls will go.";
  record::key_maker keys;
  std::string bytes;
  record::append_entry(entry, keys, bytes);
  made.add(bytes);
  made.finish();

  record::lookup book(folder / "r");
  candidate_finder finder(book);
  wording claim;
  claim.read("bridge tolls", english());
  std::vector<candidate> found;
  finder.find(record::shelf::reviews, claim, "en", 10, found);
  ASSERT_EQ(found.size(), 1u);
  const std::uint64_t tolls = claim.units()[1].stem;
  ASSERT_GT(finder.idf_of(tolls), 0.0F);

  finder.find(record::shelf::statements, claim, "en", 10, found);
  EXPECT_TRUE(found.empty());
  EXPECT_EQ(finder.idf_of(tolls), 0.0F);
  finder.find_more(record::shelf::statements, 10, found);
  EXPECT_TRUE(found.empty());
}

}  // namespace
}  // namespace quoth::matching
