#include <gtest/gtest.h>

#include <records.hpp>
#include <review_ranking.hpp>

#include "lexicons.hpp"

namespace quoth::matching {
namespace {

using std::chrono::sys_days;

class ReviewRanking : public ::testing::Test {
 protected:
  void SetUp() override {
    record::store made(folder_ / "r");
    for (int i = 0; i < 50; ++i) {
      const std::string id = std::to_string(i);
      made.add(record::entry_bytes(id, "2016-01-01",
                                   {{"Somebody", "An item about something else entirely."}}));
    }
    made.add(record::entry_bytes("oreo", "2016-01-01",
                                 {{"Somebody", "Nabisco moves production of cookies to Mexico."}}));
    made.finish();
  }

  double likely(const record::found_review& review, std::optional<sys_days> day) {
    record::lookup book(folder_ / "r");
    candidate_finder finder(book);
    wording claim;
    claim.read("They make the cookies in Mexico now", english());
    std::vector<candidate> found;
    finder.find(record::shelf::statements, claim, "en", 10, found);
    relevance sought;
    sought.read(claim, english(), finder);
    return likelihood(review, english(), sought, day);
  }

  record::own_folder folder_;
};

record::found_review about_cookies() {
  record::found_review review;
  review.claim = "Production of cookies was moved to Mexico.";
  review.title = "Cookies Now From Mexico?";
  review.date = "28 September 2015";
  return review;
}

const sys_days days_before{std::chrono::year(2015) / 9 / 23};
const sys_days years_before{std::chrono::year(2011) / 9 / 23};

TEST_F(ReviewRanking, MoreWordsOfTheClaimAreMoreLikely) {
  record::found_review other = about_cookies();
  other.claim = "A wall will be built along Mexico.";
  other.title = "Wall?";
  EXPECT_GT(likely(about_cookies(), {}), likely(other, {}));
}

TEST_F(ReviewRanking, ADayNearTheClaimsIsMoreLikely) {
  EXPECT_GT(likely(about_cookies(), days_before), 2 * likely(about_cookies(), years_before));
}

TEST_F(ReviewRanking, NothingInCommonIsUnlikely) {
  record::found_review other;
  other.claim = "Vaccines contain chips.";
  EXPECT_LT(likely(other, {}), 0.01);
}

}  // namespace
}  // namespace quoth::matching
