#include "calendar.hpp"

#include <gtest/gtest.h>

namespace quoth::verdicts {
namespace {

using namespace std::chrono_literals;

coverage held(std::optional<std::string_view> from, std::optional<std::string_view> to) {
  return {{0}, 10, from, to};
}

TEST(Calendar, reads_iso_dates_of_every_precision) {
  EXPECT_EQ(parse_day("2031-06-19"), 2031y / 6 / 19);
  EXPECT_EQ(parse_day("2031-06-19T08:00:00Z"), 2031y / 6 / 19);
  EXPECT_EQ(parse_day("2031-06"), 2031y / 6 / 1);
  EXPECT_EQ(parse_day("2031"), 2031y / 1 / 1);
}

TEST(Calendar, refuses_what_is_no_date) {
  for (const char* text : {"", "19 June", "2031-13-01", "2031-02-30", "2031/06/19", "203",
                           "2037-06-145", "2037-061", "2037-061-4", "20370-06-14"})
    EXPECT_FALSE(parse_day(text)) << text;
}

TEST(Calendar, a_document_within_the_slack_is_covered) {
  const coverage c = held("2031-01-01", "2031-06-01");
  EXPECT_EQ(reaches(c, {parse_day("2031-07-01"), {}}, std::chrono::days(60)), reach::covered);
  EXPECT_EQ(reaches(c, {parse_day("2031-09-01"), {}}, std::chrono::days(60)), reach::outside);
}

TEST(Calendar, a_document_long_before_the_first_statement_is_outside) {
  const coverage c = held("2031-01-01", "2031-06-01");
  EXPECT_EQ(reaches(c, {parse_day("2030-12-30"), {}}, std::chrono::days(60)), reach::covered);
  EXPECT_EQ(reaches(c, {parse_day("2030-09-30"), {}}, std::chrono::days(60)), reach::outside);
}

TEST(Calendar, a_year_that_the_document_names_beats_its_date) {
  const coverage c = held("2034-03-05", "2034-03-12");
  EXPECT_EQ(reaches(c, {parse_day("2034-03-07"), {2022}}, std::chrono::days(60)), reach::outside);
  EXPECT_EQ(reaches(c, {parse_day("2034-03-07"), {2034}}, std::chrono::days(60)), reach::covered);
}

TEST(Calendar, without_dates_nothing_is_known) {
  EXPECT_EQ(reaches(held({}, {}), {parse_day("2031-07-01"), {}}, std::chrono::days(60)),
            reach::unknown);
  EXPECT_EQ(reaches(held("2031-01-01", "2031-06-01"), {}, std::chrono::days(60)), reach::unknown);
}

TEST(Calendar, finds_years_beside_the_claim_and_not_in_it) {
  const std::string_view text = "In 2019 he said: “By 2040 it is ours.” 3,200 people, 12345.";
  const auto begin = static_cast<std::uint32_t>(text.find("“"));
  const auto end = static_cast<std::uint32_t>(text.find("”"));
  EXPECT_EQ(years_beside(text, {begin, end}, 100), std::vector<int>{2019});
}

TEST(Calendar, amounts_are_no_years) {
  const std::string_view text = "1,950 or 1.950 or 19500: x";
  const auto end = static_cast<std::uint32_t>(text.size());
  EXPECT_TRUE(years_beside(text, {end - 1, end}, 100).empty());
}

TEST(Calendar, a_claim_without_a_place_has_no_years) {
  EXPECT_TRUE(years_beside("in 2019", no_span, 100).empty());
}

}  // namespace
}  // namespace quoth::verdicts
