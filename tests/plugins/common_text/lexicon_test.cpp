#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <text/lexicon.hpp>
#include <utility>

namespace quoth::text {
namespace {

std::string message_of(std::string contents, lexicon::columns_allowed allowed) {
  try {
    static_cast<void>(lexicon::parse(std::move(contents), "en/cues.txt", allowed));
  } catch (const lexicon_error& error) {
    return error.what();
  }
  return "no error";
}

TEST(Lexicon, ReadsColumnsAndSkipsCommentsAndBlankLines) {
  const auto entries =
      lexicon::parse("\xEF\xBB\xBF# cues\nsaid\tsay\r\n\n  told \t tell\nadded", "f", {1, 2});
  ASSERT_EQ(entries.size(), 3u);
  EXPECT_EQ(entries[0][0], "said");
  EXPECT_EQ(entries[0][1], "say");
  EXPECT_EQ(entries[1][0], "told");
  EXPECT_EQ(entries[1][1], "tell");
  EXPECT_EQ(entries[2].size(), 1u);
  EXPECT_EQ(entries[2][1], "");
  EXPECT_EQ(entries[2].line(), 5u);
}

TEST(Lexicon, ViewsSurviveAMove) {
  auto first = lexicon::parse("a\tb\n", "f", {1, 2});
  const lexicon second = std::move(first);
  EXPECT_EQ(second[0][0], "a");
  EXPECT_EQ(second[0][1], "b");
}

TEST(Lexicon, ErrorsNameFileAndLine) {
  EXPECT_EQ(message_of("ok\n\nsaid\tsay\n", {1, 1}),
            "en/cues.txt:3: 2 columns, at most 1 expected");
  EXPECT_EQ(message_of("said\n", {2, 2}), "en/cues.txt:1: 1 column, at least 2 expected");
  EXPECT_EQ(message_of("\tsay\n", {1, 2}), "en/cues.txt:1: the first column is empty");
  EXPECT_EQ(message_of("ok\n\xFF\n", {1, 1}), "en/cues.txt:2: not UTF-8");
}

TEST(Lexicon, ErrorsOfTheCallerPointAtTheEntry) {
  const auto entries = lexicon::parse("# c\na\n", "f.txt", {1, 1});
  EXPECT_STREQ(entries.error(0, "unknown word").what(), "f.txt:2: unknown word");
  EXPECT_STREQ(entries.error("no entry 'b'").what(), "f.txt: no entry 'b'");
}

TEST(Lexicon, MissingFileIsNamed) {
  try {
    static_cast<void>(lexicon::load("/nowhere/words.txt"));
    FAIL() << "no error";
  } catch (const lexicon_error& error) {
    EXPECT_STREQ(error.what(), "/nowhere/words.txt: No such file or directory");
  }
}

TEST(Lexicon, LoadsAFile) {
  const auto file = std::filesystem::path(::testing::TempDir()) / "quoth-lexicon-test.txt";
  std::ofstream(file) << "# words\nsagte\n";
  EXPECT_EQ(lexicon::load(file)[0][0], "sagte");
  std::filesystem::remove(file);
}

TEST(WordTable, FindsWhatWasInserted) {
  word_table table;
  for (std::uint32_t i = 0; i < 10'000; ++i) {
    ASSERT_TRUE(table.insert("word" + std::to_string(i), i));
  }
  EXPECT_FALSE(table.insert("word7", 9));
  EXPECT_EQ(table.size(), 10'000u);
  for (std::uint32_t i = 0; i < 10'000; ++i) {
    ASSERT_EQ(table.find("word" + std::to_string(i)), i);
  }
  EXPECT_EQ(table.find("word10000"), word_table::absent);
  EXPECT_EQ(table.find(""), word_table::absent);
}

TEST(WordTable, RepeatedWordsOfALexiconKeepTheFirst) {
  const auto entries = lexicon::parse("a\nb\na\n", "f", {1, 1});
  EXPECT_EQ(index_words(entries).find("a"), 0u);
}

}  // namespace
}  // namespace quoth::text
