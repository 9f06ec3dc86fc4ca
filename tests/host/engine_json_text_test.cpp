#include <gtest/gtest.h>

#include <ctime>

#include "host/engine/json_text.hpp"

namespace quoth::host {
namespace {

std::string as_json(std::string_view text) {
  std::string json;
  append_json_string(json, text);
  return json;
}

TEST(JsonString, EscapesWhatJsonWantsEscapedAndReplacesWhatIsNotUtf8) {
  EXPECT_EQ(as_json("a\"\\\n\x01ß"), "\"a\\\"\\\\\\n\\u0001ß\"");
  EXPECT_EQ(as_json("a\xFFz\xC3"), "\"a\uFFFDz\uFFFD\"");
  EXPECT_EQ(as_json("\xE2\x82x"), "\"\uFFFD\uFFFDx\"");
  EXPECT_EQ(as_json(""), "\"\"");
}

TEST(JsonString, OfNothingButBadBytesIsWrittenInLinearTime) {
  const std::string bad(1 << 20, '\xFF');
  const std::clock_t before = std::clock();
  EXPECT_EQ(as_json(bad).size(), 3 * bad.size() + 2);
  EXPECT_LT(std::clock() - before, 2 * CLOCKS_PER_SEC);
}

}  // namespace
}  // namespace quoth::host
