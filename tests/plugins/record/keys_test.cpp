#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <record/keys.hpp>
#include <string>
#include <vector>

namespace quoth::record {
namespace {

std::vector<std::uint32_t> kept(key_maker& keys, std::string_view text) {
  std::vector<std::uint64_t> words;
  std::vector<std::uint32_t> sequences;
  keys.index_words(text, "en", words);
  keys.index_sequences(sequences);
  return sequences;
}

TEST(Keys, SixCommonWordsAlwaysShareASequence) {
  std::mt19937 random(7);
  key_maker keys;
  const auto words = [&](int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
      text += 'w';
      text.append(1 + random() % 9, 'a');
      text += ' ';
    }
    return text;
  };
  for (int round = 0; round < 500; ++round) {
    const std::string common = words(6);
    const auto indexed = kept(keys, words(static_cast<int>(random() % 20)) + common +
                                        words(static_cast<int>(random() % 20)));
    word_list query;
    query.split(common, "en");
    std::vector<std::uint32_t> asked;
    key_maker::fingerprints(query.all(), asked);
    const bool shared = std::ranges::any_of(
        asked, [&](auto one) { return std::ranges::find(indexed, one) != indexed.end(); });
    ASSERT_TRUE(shared) << common;
  }
}

std::uint64_t german_key(std::string_view word) {
  key_maker keys;
  word_list words;
  words.split(word, "de");
  return keys.word_key(words, words[0], "de").hash;
}

TEST(Keys, OfGermanVerbsAreThoseOfTheInfinitive) {
  EXPECT_EQ(german_key("abzuschalten"), german_key("abschalten"));
  EXPECT_EQ(german_key("hinzuzufügen"), german_key("hinzufügen"));
  EXPECT_EQ(german_key("einstürzenden"), german_key("einstürzen"));
  EXPECT_EQ(german_key("Abzug"), german_key("Abzugs"));
  EXPECT_NE(german_key("Wochenende"), german_key("Woche"));
}

TEST(Keys, KeepsAboutTwoSequencesForFiveWords) {
  std::string text;
  for (int i = 0; i < 2000; ++i) {
    text += "word";
    text += static_cast<char>('a' + i % 26);
    text += ' ';
    text += std::to_string(i);
    text += ' ';
  }
  key_maker keys;
  word_list words;
  words.split(text, "en");
  const double share =
      static_cast<double>(kept(keys, text).size()) / static_cast<double>(words.size());
  EXPECT_GT(share, 0.3);
  EXPECT_LT(share, 0.5);
}

TEST(Keys, EachWordOfATextHasOneKey) {
  key_maker keys;
  std::vector<std::uint64_t> made;
  keys.index_words("Cuts and cuts and cutting, O'Brien", "en", made);
  EXPECT_EQ(made, (std::vector{hash_of("cut"), hash_of("and"), hash_of("obrien")}));
}

TEST(Keys, UkrainianWordsLoseTheirEndings) {
  key_maker keys;
  std::vector<std::uint64_t> a, b;
  keys.index_words("міністерка", "uk", a);
  keys.index_words("міністерку", "uk", b);
  EXPECT_EQ(a, b);
}

}  // namespace
}  // namespace quoth::record
