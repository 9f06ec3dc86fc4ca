#include <gtest/gtest.h>

#include <random>
#include <record/postings.hpp>
#include <set>
#include <vector>

namespace quoth::record {
namespace {

std::vector<std::uint32_t> unpacked(std::string_view bytes, std::size_t count,
                                    std::uint32_t before) {
  std::vector<std::uint32_t> rows;
  row_walk walk(bytes, count, before);
  while (walk.next()) {
    const auto block = walk.rows();
    EXPECT_EQ(block.back(), walk.last());
    rows.insert(rows.end(), block.begin(), block.end());
  }
  return rows;
}

TEST(Postings, ComeBackAsTheyWere) {
  std::mt19937 random(7);
  for (const std::size_t count : {1, 2, 7, 8, 9, 127, 128, 129, 136, 137, 2000}) {
    for (const std::uint32_t widest : {1U, 2U, 100U, 1'000'000U}) {
      for (const std::uint32_t before : {0U, 41U}) {
        std::set<std::uint32_t> rows;
        std::uint32_t row = before;
        // Mostly small steps with a large one now and then, or all alike.
        while (rows.size() < count) {
          row += 1 + static_cast<std::uint32_t>(random()) %
                         (random() % 20 == 0 ? widest : 1 + widest / 50);
          rows.insert(row);
        }
        const std::vector<std::uint32_t> expected(rows.begin(), rows.end());
        std::string bytes;
        put_rows(bytes, expected, before);
        EXPECT_EQ(unpacked(bytes, count, before), expected) << count << ' ' << widest;
      }
    }
  }
}

TEST(Postings, TheGreatestRowsFit) {
  std::vector<std::uint32_t> rows{1, 2, 3, 4, 5, 6, 7, 8, 0xFFFFFFFE, 0xFFFFFFFF};
  std::string bytes;
  put_rows(bytes, rows, 0);
  EXPECT_EQ(unpacked(bytes, rows.size(), 0), rows);
}

TEST(Postings, DamagedBytesEndTheWalk) {
  std::vector<std::uint32_t> rows;
  std::mt19937 random(5);
  for (std::uint32_t row = 1; rows.size() < 700;) {
    rows.push_back(row);
    row += 1 + static_cast<std::uint32_t>(random()) % 5000;
  }
  std::string whole;
  put_rows(whole, rows, 0);
  for (std::size_t size = 0; size < whole.size(); size += 3) {
    (void)row_walk(std::string_view(whole).substr(0, size), rows.size(), 0).next();
    row_walk walk(std::string_view(whole).substr(0, size), rows.size(), 0);
    std::size_t count = 0;
    while (walk.next()) count += walk.rows().size();
    EXPECT_LE(count, rows.size());
  }
  for (int round = 0; round < 2000; ++round) {
    std::string bytes = whole;
    bytes[random() % bytes.size()] = static_cast<char>(random());
    row_walk walk(bytes, rows.size(), 0);
    std::size_t count = 0;
    while (walk.next()) count += walk.rows().size();
    EXPECT_LE(count, rows.size());
  }
}

}  // namespace
}  // namespace quoth::record
