// Any bytes give a well-formed segmentation, in time linear in their number.
#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <random>
#include <text/utf8.hpp>

#include "segmented.hpp"

namespace quoth::segmenter {
namespace {

// What every segmentation promises, whatever the text.
void expect_well_formed(std::string_view text, const segmentation& found) {
  const auto& [paragraphs, sentences, tokens] = found;
  ASSERT_EQ(tokens.sentences.size(), tokens.size());
  std::uint32_t at = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    ASSERT_GE(tokens.begins[i], at);
    ASSERT_LT(tokens.begins[i], tokens.ends[i]);
    at = tokens.ends[i];
    const std::uint32_t sentence = tokens.sentences[i];
    ASSERT_LT(sentence, sentences.begins.size());
    ASSERT_GE(tokens.begins[i], sentences.begins[sentence]);
    ASSERT_LE(tokens.ends[i], sentences.ends[sentence]);
  }
  at = 0;
  for (std::size_t i = 0; i < sentences.begins.size(); ++i) {
    ASSERT_GE(sentences.begins[i], at);
    ASSERT_LT(sentences.begins[i], sentences.ends[i]);
    at = sentences.ends[i];
    const std::uint32_t paragraph = sentences.paragraphs[i];
    ASSERT_GE(sentences.begins[i], paragraphs.begins[paragraph]);
    ASSERT_LE(sentences.ends[i], paragraphs.ends[paragraph]);
  }
  at = 0;
  for (std::size_t i = 0; i < paragraphs.begins.size(); ++i) {
    ASSERT_GE(paragraphs.begins[i], at);
    at = paragraphs.ends[i];
    ASSERT_LE(at, text.size());
  }
}

TEST(Robustness, RandomTextsGiveWellFormedRows) {
  constexpr std::array<std::string_view, 48> pieces{
      "a", "B", "Mr", "U.S.", "3",  "3.5",  ".",      "...",    "…",    "!",    "?",  "\"",
      "'", "“", "”",  "„",    "«",  "»",    "(",      ")",      "[",    "]",    "–",  "-",
      " ", " ", " ",  " ",    "\n", "\n\n", "\r\n",   "\t",     "PM:",  "Q: ",  "•",  "07:02 ",
      "é", "Є", "中", "。",   "😀",  "🇺",    "\u200D", "\u00A0", "\xFF", "\xE2", "@x", "www.a.b/"};
  std::mt19937 random(5);
  segment_scratch scratch;
  segmentation found;
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::size_t i = 0; i < random() % 40; ++i) text += pieces[random() % pieces.size()];
    std::vector<std::uint32_t> starts;
    for (std::uint32_t at = 0; at < text.size() && random() % 2 == 0;
         at += static_cast<std::uint32_t>(random() % 20)) {
      starts.push_back(at);
    }
    segment(text, shipped_language(round % 2 == 0 ? "en" : "de"), starts, scratch, found);
    expect_well_formed(text, found);
    if (HasFatalFailure()) FAIL() << "text: " << text;
  }
}

TEST(Robustness, WellFormedTextIsCutOnCodePointBorders) {
  const std::string text =
      "«Гребля стоїть…» — сказала О. Карвацька 😀👍🏽 "
      "«Так?» "
      "Ні.中文。好！";
  segment_scratch scratch;
  segmentation found;
  segment(text, shipped_language("uk"), {}, scratch, found);
  for (std::size_t i = 0; i < found.tokens.size(); ++i) {
    EXPECT_TRUE(text::is_boundary(text, found.tokens.begins[i]));
    EXPECT_TRUE(text::is_boundary(text, found.tokens.ends[i]));
  }
}

TEST(Robustness, TokensCoverEveryVisibleByte) {
  const std::string text = "A “b” c-d, e.f@g.org (h) 1,2 i… j!";
  std::string joined;
  for (const std::string& token : segment_text(text).tokens) joined += token;
  std::string visible;
  for (const char byte : text) {
    if (byte != ' ') visible += byte;
  }
  EXPECT_EQ(joined, visible);
}

TEST(Robustness, RowsAreTheSameWhenMemoryIsReused) {
  segment_scratch scratch;
  segmentation reused;
  segment("A long first text. With two sentences.\n\nAnd more.", shipped_language("en"), {},
          scratch, reused);
  segment("Short.", shipped_language("en"), {}, scratch, reused);
  EXPECT_EQ(reused.paragraphs.begins.size(), 1u);
  EXPECT_EQ(reused.sentences.begins.size(), 1u);
  EXPECT_EQ(reused.tokens.size(), 2u);
}

class Hostile : public ::testing::TestWithParam<std::string_view> {};

// A quadratic walk over four megabytes would take hours; the limit is generous for sanitizers.
TEST_P(Hostile, IsSegmentedInLinearTime) {
  constexpr std::size_t bytes = 4'000'000;
  std::string text;
  text.reserve(bytes + GetParam().size());
  while (text.size() < bytes) text += GetParam();
  const auto begin = std::chrono::steady_clock::now();
  segment_scratch scratch;
  segmentation found;
  segment(text, shipped_language("en"), {}, scratch, found);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(30));
  expect_well_formed(text, found);
}

using namespace std::string_view_literals;
INSTANTIATE_TEST_SUITE_P(Texts, Hostile,
                         ::testing::Values("word "sv, "a"sv, "\""sv, "“"sv, "!"sv, ". "sv, ". ( "sv,
                                           ".\" "sv, "a."sv, "aa.bb"sv, "a@"sv, "\0"sv, "\n"sv,
                                           "a\n"sv, "ab cd\n\n"sv, "\xFF"sv, "\u0301"sv,
                                           "\u200D😀"sv, "1."sv, "A:"sv, "A. "sv, "http://"sv));

}  // namespace
}  // namespace quoth::segmenter
