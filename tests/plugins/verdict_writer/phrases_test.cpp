#include "phrases.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "cases.hpp"

namespace quoth::verdicts {
namespace {

using namespace testing;

std::string english() {
  std::ifstream file(resource("en/phrases.txt"));
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string refusal(std::string contents) {
  try {
    phrases(shared_phrases("en"), text::lexicon::parse(std::move(contents), "phrases.txt", {2, 2}));
    return "accepted";
  } catch (const text::lexicon_error& e) {
    return e.what();
  }
}

TEST(Phrases, every_language_has_every_key) {
  for (const char* code : {"en", "de", "uk"}) EXPECT_NO_THROW(language(code)) << code;
}

TEST(Phrases, a_missing_key_is_named) {
  const std::string all = english();
  const std::size_t at = all.find("unknown.context");
  EXPECT_NE(refusal(all.substr(0, at)).find("key 'unknown.context' is missing"), std::string::npos);
  EXPECT_EQ(refusal(""), "key 'bracket' is missing");
}

TEST(Phrases, an_unknown_key_is_named_with_its_line) {
  EXPECT_EQ(refusal("bracket.perhaps\tPerhaps\n"), "phrases.txt:1: unknown key 'bracket.perhaps'");
}

TEST(Phrases, a_placeholder_that_the_key_lacks_is_named) {
  EXPECT_EQ(refusal("spliced\tJoined by {outlet}.\n"),
            "phrases.txt:1: 'spliced' has no placeholder '{outlet}'");
}

TEST(Phrases, a_key_given_twice_is_named) {
  EXPECT_EQ(refusal("separator\t;\nseparator\t,\n"),
            "phrases.txt:2: key 'separator' is given twice");
}

TEST(Phrases, an_empty_value_leaves_no_space_behind) {
  EXPECT_EQ(language("en")("on-record.verbatim", {{"speaker", "He"}, {"source", ""}}),
            "He said this word for word.");
}

TEST(Phrases, values_may_hold_braces) {
  EXPECT_EQ(language("en")("quotation", {{"words", "{speaker}"}}), "“{speaker}”");
}

TEST(Phrases, days_are_written_as_the_language_does) {
  using namespace std::chrono_literals;
  EXPECT_EQ(language("en").day(2037y / 6 / 9), "9 June 2037");
  EXPECT_EQ(language("de").day(2037y / 3 / 1), "1. März 2037");
  EXPECT_EQ(language("uk").day(2037y / 11 / 30), "30 листопада 2037 року");
}

}  // namespace
}  // namespace quoth::verdicts
