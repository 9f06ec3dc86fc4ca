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

std::string refusal(std::string contents, const text::lexicon& shared = shared_phrases("en")) {
  try {
    phrases(shared, text::lexicon::parse(std::move(contents), "phrases.txt", {2, 2}));
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
  EXPECT_EQ(
      refusal(all.substr(0, at)),
      "phrases.txt: key 'unknown.context' is missing: add a line with it, a tab and its text");
  EXPECT_EQ(refusal(""),
            "phrases.txt: key 'bracket' is missing: add a line with it, a tab and its text");
}

TEST(Phrases, a_key_missing_in_the_shared_file_is_laid_to_that_file) {
  const auto shared = text::lexicon::parse("day\t{day} {month}\n", "shared-phrases.txt", {2, 2});
  EXPECT_EQ(refusal(english(), shared),
            "shared-phrases.txt: key 'month.1' is missing: add a line with it, a tab and its text");
}

TEST(Phrases, a_key_in_the_wrong_file_is_unknown_there) {
  const auto shared = text::lexicon::parse("bracket\t({origin})\n", "shared-phrases.txt", {2, 2});
  EXPECT_EQ(refusal(english(), shared), "shared-phrases.txt:1: unknown key 'bracket'");
  EXPECT_EQ(refusal("month.1\tJanuary\n"), "phrases.txt:1: unknown key 'month.1'");
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
