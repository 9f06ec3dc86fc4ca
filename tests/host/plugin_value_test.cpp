#include <gtest/gtest.h>

#include "host/plugin/value.hpp"

namespace quoth::host {
namespace {

TEST(plugin_value, reads_as_it_would_stand_in_xml) {
  EXPECT_EQ(value::none().text(), "");
  EXPECT_EQ(value::boolean(true).text(), "true");
  EXPECT_EQ(value::boolean(false).text(), "false");
  EXPECT_EQ(value::of_int(-12).text(), "-12");
  EXPECT_EQ(value::of_real(0.5).text(), "0.5");
  EXPECT_EQ(value::of_real(1e300).text(), "1e+300");
  EXPECT_EQ(value::of_string("a b").text(), "a b");
  EXPECT_EQ(value::choice(1, "fast").text(), "fast");
  EXPECT_EQ(value::file("/a/b").text(), "/a/b");
  EXPECT_EQ(value::of_list({"a", "", "b"}).text(), "a,,b");
  EXPECT_EQ(value::of_list({}).text(), "");
}

TEST(plugin_value, writes_durations_and_sizes_in_the_largest_unit_that_fits) {
  EXPECT_EQ(duration_text(0), "0ms");
  EXPECT_EQ(duration_text(1), "1ms");
  EXPECT_EQ(duration_text(1500), "1500ms");
  EXPECT_EQ(duration_text(90'000), "90s");
  EXPECT_EQ(duration_text(120'000), "2m");
  EXPECT_EQ(duration_text(7'200'000), "2h");
  EXPECT_EQ(bytes_text(0), "0");
  EXPECT_EQ(bytes_text(1000), "1000");
  EXPECT_EQ(bytes_text(65536), "64K");
  EXPECT_EQ(bytes_text(3ll << 20), "3M");
  EXPECT_EQ(bytes_text(5ll << 30), "5G");
}

TEST(plugin_value, goes_to_the_contract_and_back) {
  const value values[] = {value::none(),
                          value::boolean(true),
                          value::of_int(7),
                          value::of_real(0.25),
                          value::of_string("text"),
                          value::choice(2, "c"),
                          value::duration(std::chrono::milliseconds(1500)),
                          value::bytes(4096),
                          value::file("/f"),
                          value::output("/o"),
                          value::of_list({"one", "", "three"})};
  for (const value& v : values) {
    std::vector<quoth_string> entries;
    EXPECT_EQ(value::from(v.view(entries)), v) << v.type;
  }
}

TEST(plugin_value, is_given_or_not) {
  EXPECT_FALSE(value::none().given());
  EXPECT_TRUE(value::of_string("").given());
}

}  // namespace
}  // namespace quoth::host
