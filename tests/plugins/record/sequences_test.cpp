#include <algorithm>
#include <map>
#include <random>
#include <record/schema.hpp>
#include <record/sequences.hpp>
#include <set>

#include "records.hpp"

namespace quoth::record {
namespace {

TEST(Sequences, FindWhatAPlainTableHolds) {
  const own_folder folder;
  database db(folder / "r", access::write);
  prepare_for_writing(db);
  sequence_writer writer(db);
  std::mt19937 random(3);
  std::map<std::uint32_t, std::set<std::uint32_t>> plain;
  for (int segment = 0; segment < 9; ++segment) {
    db.run("BEGIN");
    for (std::uint32_t i = 0; i < 3000; ++i) {
      // Some fingerprints in thousands of rows, over the end of a block; most in one.
      const auto print =
          static_cast<std::uint32_t>(random() % 4 == 0 ? 77 + random() % 3 : random());
      const auto row = static_cast<std::uint32_t>(segment) * 3000 + i;
      writer.add(print, row);
      plain[print].insert(row);
    }
    writer.flush();
    if (segment == 6) writer.merge();
    db.run("COMMIT");
  }
  sequence_reader reader(db);
  reader.refresh();
  std::vector<std::uint32_t> rows;
  for (const auto& [print, expected] : plain) {
    rows.clear();
    ASSERT_TRUE(reader.rows_with(print, 100'000, rows));
    EXPECT_EQ(std::set<std::uint32_t>(rows.begin(), rows.end()), expected) << print;
  }
  rows.clear();
  EXPECT_FALSE(reader.rows_with(77, 10, rows));
  EXPECT_EQ(rows.size(), 10u);
  rows.clear();
  EXPECT_TRUE(reader.rows_with(5, 10, rows));
  EXPECT_EQ(rows.empty(), !plain.contains(5));
}

}  // namespace
}  // namespace quoth::record
