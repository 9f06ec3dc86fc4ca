#include <gtest/gtest.h>

#include <post.hpp>

#include "lexicons.hpp"

namespace quoth::matching {
namespace {

using std::chrono::sys_days;

sys_days day(int y, unsigned m, unsigned d) {
  return sys_days{std::chrono::year(y) / std::chrono::month(m) / std::chrono::day(d)};
}

TEST(Post, TagsAndHandlesAreWordsRunTogether) {
  EXPECT_EQ(words_of_post("#BlackLivesMatter by @SpiritAirlines"),
            "  Black Lives Matter by   Spirit Airlines");
  EXPECT_EQ(words_of_post("#OpKKK"), "  Op KKK");
  EXPECT_EQ(words_of_post("@snake_case McDonald"), " snake case McDonald");
}

TEST(Post, AddressesAreLeftOut) {
  EXPECT_EQ(words_of_post("Look https://t.co/x now"), "Look   now");
  EXPECT_EQ(words_of_post("workpic.twitter.com/TfnW done"), "work  done");
}

TEST(Post, TheSignatureOfAnEmbeddedPostHasItsDay) {
  const std::string text = "Ants! — Alex Wild (@Myrmecos) August 29, 2017";
  const auto found = day_of_signature(text, english());
  ASSERT_TRUE(found);
  EXPECT_EQ(found->day, day(2017, 8, 29));
  EXPECT_EQ(text.substr(found->begin), "August 29, 2017");
}

TEST(Post, AnEndWithoutADayHasNone) {
  EXPECT_FALSE(day_of_signature("We won 3 of 5", english()));
  EXPECT_FALSE(day_of_signature("February 30, 2017", english()));
  EXPECT_FALSE(day_of_signature("", english()));
  EXPECT_FALSE(day_of_signature("Ü", english()));
}

TEST(Post, ADayWithoutNameAndHandleIsTheTextsOwn) {
  for (const char* text :
       {"The harbour closes on August 29, 2017", "Ants! — Alex Wild August 29, 2017",
        "Ants by Alex Wild (@Myrmecos) August 29, 2017", "— Alex Wild (@) August 29, 2017",
        "— Alex Wild (Myrmecos) August 29, 2017", "— Alex Wild (@Myrmecos) on August 29, 2017",
        "(@Myrmecos) August 29, 2017", ") August 29, 2017"}) {
    EXPECT_FALSE(day_of_signature(text, english())) << text;
  }
  EXPECT_TRUE(day_of_signature("Ants!\n– Ü Ö (@a_1) August 29, 2017\n", english()));
}

TEST(Post, AddressesAreBlankedByteForByte) {
  std::string blanked;
  blank_addresses("Look https://t.co/ü\tnow pic.twitter.com/TfnW, http: done", blanked);
  EXPECT_EQ(blanked,
            "Look " + std::string(15, ' ') + "\tnow " + std::string(21, ' ') + " http: done");
}

TEST(Post, AnAddressMayHaveADayInItsPath) {
  EXPECT_EQ(day_in_address("https://a.example/statements/2031/oct/23/a-b/c/"), day(2031, 10, 23));
  EXPECT_EQ(day_in_address("https://a.example/2031/September/3"), day(2031, 9, 3));
  EXPECT_EQ(day_in_address("https://a.example/2031/06/19/x.html"), day(2031, 6, 19));
  EXPECT_EQ(day_in_address("https://a.example/2031/Sept/3"), day(2031, 9, 3));
  for (const char* address :
       {"", "/", "https://a.example/2031/02/30/x", "https://a.example/2031/anf/3/x",
        "https://a.example/12/31/2031", "https://a.example/2031/06", "/20311/06/19",
        "https://a.example/2031/-6/19/", "/2031/6/19a", "/2031/marketing/19/", "/2031/decision/3/",
        "/2031/mayor/3/", "/2031/janet/3/"}) {
    EXPECT_FALSE(day_in_address(address)) << address;
  }
}

TEST(Post, DaysAreReadInAnyOrderAndLanguage) {
  EXPECT_EQ(day_of("26 May 2015", english()), day(2015, 5, 26));
  EXPECT_EQ(day_of("2015-05-26", english()), day(2015, 5, 26));
  EXPECT_EQ(day_of("21. Juni 2016", shipped("de")), day(2016, 6, 21));
  EXPECT_EQ(day_of("21 червня 2016", shipped("uk")), day(2016, 6, 21));
}

}  // namespace
}  // namespace quoth::matching
