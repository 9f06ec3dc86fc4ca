#include <gtest/gtest.h>

#include <string>
#include <text/stem.hpp>
#include <thread>

namespace quoth::text {
namespace {

TEST(Stem, StemsByLanguage) {
  EXPECT_EQ(stemmer("en")("missiles"), stemmer("en")("missile"));
  EXPECT_EQ(stemmer("de")("häuser"), stemmer("de")("haus"));
  EXPECT_EQ(stemmer("ru")("ракеты"), stemmer("ru")("ракета"));
}

TEST(Stem, RememberedStemsEqualFreshOnes) {
  stemmer one("en");
  for (int i = 0; i < 20'000; ++i) {
    const std::string word = "connect" + std::to_string(i) + "ing";
    const std::string first(one(word));
    ASSERT_EQ(one(word), first);
    ASSERT_EQ(first, "connect" + std::to_string(i));
  }
}

TEST(Stem, LanguagesWithoutAlgorithmKeepWords) {
  stemmer ukrainian("uk");
  EXPECT_FALSE(ukrainian.known());
  EXPECT_EQ(ukrainian("ракети"), "ракети");
  EXPECT_EQ(stemmer("no such language")("words"), "words");
}

TEST(Stem, NoiseOfAnyLengthIsReturned) {
  stemmer one("en");
  const std::string noise(100'000, 'x');
  EXPECT_EQ(one(noise), noise);
  EXPECT_EQ(one(""), "");
}

TEST(Stem, EachThreadHasItsOwn) {
  stemmer* other = nullptr;
  std::thread([&] { other = &stemmer_for("en"); }).join();
  EXPECT_NE(&stemmer_for("en"), other);
  EXPECT_EQ(&stemmer_for("en"), &stemmer_for("en"));
  EXPECT_NE(&stemmer_for("en"), &stemmer_for("de"));
}

}  // namespace
}  // namespace quoth::text
