// The index against plain tables that are obviously right, on random texts.
#include <algorithm>
#include <map>
#include <random>
#include <record/index.hpp>
#include <record/keys.hpp>
#include <record/lookup.hpp>
#include <record/ranking.hpp>
#include <record/schema.hpp>
#include <set>

#include "records.hpp"

namespace quoth::record {
namespace {

using plain_table = std::map<std::uint32_t, std::set<std::uint32_t>>;  // rows by key

std::vector<std::uint32_t> all_of(index_reader& index, const row_list& list) {
  std::vector<std::uint32_t> rows;
  index.read(list, [&](std::span<const std::uint32_t> some) {
    rows.insert(rows.end(), some.begin(), some.end());
    return true;
  });
  return rows;
}

std::uint64_t word(std::uint32_t key) {
  return hash_of(std::to_string(key));
}

// An index of random rows in several segments, some of them merged, some rows taken out.
class Index : public ::testing::Test {
 protected:
  void SetUp() override {
    prepare_for_writing(db_);
    index_writer writer(db_);
    std::mt19937 random(3);
    std::uint32_t row = 1;
    for (int round = 0; round < 7; ++round) {
      db_.run("BEGIN");
      for (const std::uint32_t end = row + 4000; row < end; ++row) {
        // Words from one in every second row to one in thousands; sequences likewise.
        for (std::uint32_t key = 0; key < 40; ++key) {
          if (random() % (2 + key * key * key / 8) != 0) continue;
          writer.add_word(shelf::statements, word(key), row);
          words_[key].insert(row);
          if (random() % 4 == 0) continue;
          const std::uint32_t print = key * 6'000'011 % (1U << fingerprint_bits);
          writer.add_sequence(print, row);
          sequences_[print].insert(row);
        }
        writer.add_word(shelf::statements, word(row * 10), row);
        words_[row * 10].insert(row);
        const auto rare = static_cast<std::uint32_t>(random() % (1U << fingerprint_bits));
        writer.add_sequence(rare, row);
        sequences_[rare].insert(row);
      }
      if (round == 2) {
        writer.remove(shelf::statements, 3900, 4200);  // over the end of a segment
        for (plain_table* table : {&words_, &sequences_}) {
          for (auto& [key, rows] : *table) std::erase_if(rows, [](auto r) { return gone(r); });
        }
      }
      writer.flush();
      if (round == 2 || round == 5) writer.merge();
      db_.run("COMMIT");
    }
    size_ = row - 1;
    reader_.emplace(db_);
    reader_->refresh();
  }
  static bool gone(std::uint32_t row) { return row >= 3900 && row <= 4200; }

  own_folder folder_;
  database db_{folder_ / "r", access::write};
  plain_table words_, sequences_;
  std::uint32_t size_ = 0;
  std::optional<index_reader> reader_;
};

TEST_F(Index, HasTheRowsOfEveryWordAndSequence) {
  for (const auto& [key, rows] : words_) {
    const row_list list = reader_->find(shelf::statements, word(key));
    EXPECT_EQ(list.count, rows.size()) << key;
    EXPECT_EQ(all_of(*reader_, list), std::vector(rows.begin(), rows.end())) << key;
    EXPECT_EQ(reader_->find(shelf::reviews, word(key)).count, 0u);
  }
  for (const auto& [print, rows] : sequences_) {
    reader_->forget();
    EXPECT_EQ(all_of(*reader_, reader_->find_sequence(print)),
              std::vector(rows.begin(), rows.end()))
        << print;
  }
  EXPECT_EQ(reader_->find(shelf::statements, word(4711)).count, 0u);
}

TEST_F(Index, FindsTheCommonRowsOfAListAndOthers) {
  std::mt19937 random(4);
  for (const auto& [key, rows] : words_) {
    for (const std::uint32_t every : {1U, 7U, 1000U}) {
      std::vector<std::uint32_t> asked;
      std::vector<std::uint32_t> expected;
      for (std::uint32_t row = 1; row <= size_ + 5;
           row += 1 + static_cast<std::uint32_t>(random()) % every) {
        asked.push_back(row);
        if (rows.contains(row)) expected.push_back(row);
      }
      std::vector<std::uint32_t> found;
      reader_->intersect(reader_->find(shelf::statements, word(key)), asked,
                         [&](std::uint32_t row) { found.push_back(row); });
      EXPECT_EQ(found, expected) << key;
    }
  }
}

TEST_F(Index, TheBestRowsAreThoseOfAPlainSum) {
  std::mt19937 random(9);
  ranker ranks(*reader_);
  for (int round = 0; round < 300; ++round) {
    std::map<std::uint32_t, std::uint32_t> sums;
    std::vector<weighted_list> lists;
    reader_->forget();
    const auto add = [&](row_list list, const std::set<std::uint32_t>& rows) {
      const auto weight = static_cast<std::uint32_t>(1 + random() % 50);
      lists.push_back({list, weight});
      for (const std::uint32_t row : rows) sums[row] += weight;
    };
    for (std::size_t count = 1 + random() % 12; count > 0; --count) {
      const auto word_at = std::next(words_.begin(), static_cast<int>(random() % words_.size()));
      add(reader_->find(shelf::statements, word(word_at->first)), word_at->second);
      if (random() % 2 != 0) continue;
      const auto at = std::next(sequences_.begin(), static_cast<int>(random() % sequences_.size()));
      add(reader_->find_sequence(at->first), at->second);
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> expected;  // score, row
    for (const auto& [row, sum] : sums) expected.emplace_back(sum, row);
    std::ranges::sort(expected, [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    const std::size_t most = 1 + random() % 60;
    expected.resize(std::min(expected.size(), most));
    std::vector<ranked_row> found;
    ranks.find(shelf::statements, size_, lists, most, found);
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
      ASSERT_EQ(found[i].row, expected[i].second) << "round " << round << ", place " << i;
      ASSERT_EQ(found[i].score, expected[i].first);
    }
  }
}

TEST(IndexState, ACommonSequenceIsNoWordWhoseHashItsFingerprintIs) {
  const own_folder folder;
  database db(folder / "r", access::write);
  prepare_for_writing(db);
  constexpr std::uint32_t print = 4711;
  constexpr std::uint64_t hash = std::uint64_t{print} << 24;
  db.run("BEGIN");
  index_writer writer(db);
  for (int segment = 0; segment < 2; ++segment) {
    for (std::uint32_t row = 1; row <= 2000; ++row) {
      if (row % 2 == 0 || row == 1) writer.add_word(shelf::statements, hash, row + 2000 * segment);
      if (row % 3 != 0) writer.add_sequence(print, row + 2000 * segment);
    }
    writer.flush();
  }
  writer.merge();
  db.run("COMMIT");
  index_reader reader(db);
  reader.refresh();
  EXPECT_EQ(reader.find(shelf::statements, hash).count, 2 * 1001U);
  EXPECT_EQ(reader.find_sequence(print).count, 2 * 1334U);
}

TEST(IndexState, AnIndexOfAnotherLayoutIsRefusedAndMadeAgain) {
  const own_folder folder;
  const auto path = folder / "r";
  const std::string entry = entry_bytes("a", "2024-01-01", {{"Maria Lind", "We cut taxes twice."}});
  {
    store made(path);
    made.add(entry);
    made.finish();
  }
  {
    database db(path, access::write);
    db.run("UPDATE meta SET value = 'keys 1, layout 1' WHERE key = 'index-version'");
    db.run("DELETE FROM words; UPDATE segments SET last = 9");
  }
  try {
    const lookup book(path);
    FAIL() << "an index that cannot be read was";
  } catch (const failure& why) {
    EXPECT_EQ(why.kind(), fault::unusable);
    EXPECT_NE(std::string(why.what())
                  .find("has an index of another version of this program: run "
                        "'quoth record build'"),
              std::string::npos);
  }
  {
    store again(path);
    again.add(entry);
    EXPECT_TRUE(again.indexed_again());
    again.finish();
    EXPECT_EQ(again.so_far().skipped, 1U);
  }
  lookup book(path);
  EXPECT_TRUE(book.is_indexed());
  std::vector<std::uint32_t> rows;
  book.rows_with(shelf::statements, "tax", 10, rows);
  EXPECT_EQ(rows, std::vector<std::uint32_t>{1});
}

TEST(IndexState, WhatAnotherProgramChangedIsNoticedAndIndexedAgain) {
  const own_folder folder;
  const auto path = folder / "r";
  {
    store made(path);
    made.add(entry_bytes("a", "2024-01-01", {{"Maria Lind", "We cut taxes twice."}}));
    made.finish();
    EXPECT_FALSE(made.indexed_again());
  }
  {
    database db(path, access::write);
    db.run("UPDATE statements SET text = 'We cut the budget twice.'");
  }
  EXPECT_FALSE(lookup(path).is_indexed());
  {
    store again(path);
    EXPECT_TRUE(again.indexed_again());
    again.finish();
  }
  lookup book(path);
  EXPECT_TRUE(book.is_indexed());
  std::vector<std::uint32_t> rows;
  book.rows_with(shelf::statements, "budget", 10, rows);
  EXPECT_EQ(rows.size(), 1u);
  book.rows_with(shelf::statements, "tax", 10, rows);
  EXPECT_TRUE(rows.empty());
}

TEST(IndexState, RowNumbersAreNotUsedAgain) {
  const own_folder folder;
  const auto path = folder / "r";
  const auto add = [&](std::string_view text) {
    store made(path);
    made.add(entry_bytes("a", "2024-01-01", {{"Maria Lind", text}}));
    made.finish();
  };
  add("We cut taxes twice.");
  add("Nobody asked the miners.");
  lookup book(path);
  std::vector<std::uint32_t> rows;
  book.rows_with(shelf::statements, "tax", 10, rows);
  EXPECT_TRUE(rows.empty());
  book.rows_with(shelf::statements, "miner", 10, rows);
  EXPECT_EQ(rows, std::vector<std::uint32_t>{2});
}

}  // namespace
}  // namespace quoth::record
