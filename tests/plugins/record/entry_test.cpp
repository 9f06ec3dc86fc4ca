#include <gtest/gtest.h>

#include <record/entry.hpp>
#include <stdexcept>

namespace quoth::record {
namespace {

entry sample() {
  entry made;
  made.document = {"a1", "Title", "2024-05-01", "", "en", "", "The Post"};
  statement_entry one;
  one.text = "We cut taxes twice.";
  one.speaker = "Maria Lindqvist";
  one.via = "Radio One";
  one.begin = 4;
  one.end = 23;
  one.turn = 2;
  one.form = form::mixed;
  one.status = status::alleged;
  one.hand = hand::second;
  made.statements.push_back(one);
  review_entry checked;
  checked.claim = "Taxes were cut";
  checked.rating = "False";
  made.reviews.push_back(checked);
  made.roles.push_back({"Maria Lindqvist", "Finance Minister"});
  return made;
}

TEST(Entry, ComesBackAsItWas) {
  key_maker keys;
  std::string bytes;
  append_entry(sample(), keys, bytes);
  const entry found = parse_entry(bytes);
  EXPECT_EQ(found.document.id, "a1");
  EXPECT_EQ(found.document.outlet, "The Post");
  ASSERT_EQ(found.statements.size(), 1u);
  EXPECT_EQ(found.statements[0].text, "We cut taxes twice.");
  EXPECT_EQ(found.statements[0].via, "Radio One");
  EXPECT_EQ(found.statements[0].end, 23u);
  EXPECT_EQ(found.statements[0].turn, 2);
  EXPECT_EQ(found.statements[0].hand, hand::second);
  ASSERT_EQ(found.statements[0].keys.size(), 4u);
  EXPECT_EQ(found.statements[0].keys[2], hash_of("tax"));
  EXPECT_EQ(found.statements[0].sequences.size(), 1u);
  ASSERT_EQ(found.reviews.size(), 1u);
  EXPECT_EQ(found.reviews[0].rating, "False");
  ASSERT_EQ(found.roles.size(), 1u);
  EXPECT_EQ(found.roles[0].role, "Finance Minister");
}

TEST(Entry, EqualEntriesHaveEqualBytes) {
  key_maker one, two;
  std::string a, b;
  append_entry(sample(), one, a);
  append_entry(sample(), two, b);
  EXPECT_EQ(a, b);
}

TEST(Entry, CutOffBytesAreRefusedAtEveryLength) {
  key_maker keys;
  std::string bytes;
  append_entry(sample(), keys, bytes);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_THROW((void)parse_entry(std::string_view(bytes).substr(0, size)), std::runtime_error);
  }
}

}  // namespace
}  // namespace quoth::record
