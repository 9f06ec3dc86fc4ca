#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <iostream>
#include <random>
#include <record/catalogue.hpp>
#include <record/lookup.hpp>
#include <record/ranking.hpp>

#include "records.hpp"

namespace quoth::record {
namespace {

std::string message_of(const std::filesystem::path& path, fault expected) {
  try {
    lookup book(path);
    const catalogue speakers(path);
    found_statement one;
    for (std::int64_t row = 1; row < 400; ++row) book.statement(row, one);
    return "no failure";
  } catch (const failure& why) {
    EXPECT_EQ(why.kind(), expected) << why.what();
    return why.what();
  }
}

void make_record(const std::filesystem::path& path) {
  store made(path);
  for (int i = 0; i < 200; ++i) {
    std::string text = "Statement number " + std::to_string(i) + " was made.";
    if (i == 0) {  // enough for a story
      text +=
          " We have counted ninety-four boats at the quay and not one of them has paid its dues.";
    }
    made.add(entry_bytes("doc" + std::to_string(i), "2024-01-01", {{"Maria Lind", text}}));
  }
  made.finish();
}

void run_sql(const std::filesystem::path& path, const char* sql) {
  sqlite3* db = nullptr;
  sqlite3_open(path.c_str(), &db);
  sqlite3_exec(db, sql, nullptr, nullptr, nullptr);
  sqlite3_close(db);
}

TEST(Damage, AMissingRecordIsNamedWithTheRemedy) {
  EXPECT_EQ(message_of("/nowhere/my.record", fault::missing),
            "record '/nowhere/my.record' does not exist: build it with 'quoth record build', or "
            "name another with -D record=PATH");
}

TEST(Damage, ATextFileIsNoRecord) {
  const own_folder folder;
  std::ofstream(folder / "r") << std::string(4096, 'x');
  EXPECT_EQ(message_of(folder / "r", fault::unusable),
            "record '" + (folder / "r").string() +
                "' is not a record: it is no SQLite database. Name another file, or build one "
                "with 'quoth record build'");
}

TEST(Damage, AnotherProgramsDatabaseIsLeftAlone) {
  const own_folder folder;
  run_sql(folder / "r", "CREATE TABLE recipes (name TEXT)");
  EXPECT_NE(message_of(folder / "r", fault::unusable)
                .find("is not a record: it is the SQLite database of another program"),
            std::string::npos);
  EXPECT_THROW(store{folder / "r"}, failure);
}

TEST(Damage, AnotherSchemaVersionIsNamed) {
  const own_folder folder;
  make_record(folder / "r");
  run_sql(folder / "r", "PRAGMA user_version = 9");
  EXPECT_EQ(
      message_of(folder / "r", fault::unusable),
      "record '" + (folder / "r").string() +
          "' has schema version 9, this program reads version 3: rename the file and build "
          "the record again with 'quoth record build', or use the program that made it. 'quoth "
          "record alias --help' says how its aliases are carried over");
}

TEST(Damage, ATruncatedRecordIsDamaged) {
  const own_folder folder;
  make_record(folder / "r");
  std::filesystem::resize_file(folder / "r", std::filesystem::file_size(folder / "r") / 3);
  EXPECT_NE(message_of(folder / "r", fault::unusable).find("' is damaged ("), std::string::npos);
}

// Reads all that can be read of a record.
void read_all(const std::filesystem::path& path) {
  const catalogue speakers(path);
  lookup book(path);
  std::vector<std::uint32_t> rows;
  for (const char* key : {"number", "statement", "7", "made"}) {
    book.rows_with(shelf::statements, key, 1000, rows);
    found_statement one;
    found_document from;
    for (const std::uint32_t row : rows) {
      if (book.statement(row, one)) book.document(one.document, from);
    }
  }
  std::vector<std::uint32_t> prints;
  word_list words;
  words.split("statement number 7 was made", "en");
  key_maker::fingerprints(words.all(), prints);
  for (const std::uint32_t print : prints) {
    book.index().read(book.index().find_sequence(print), [](auto) { return true; });
  }
}

// A place in the file that something should notice when it is damaged: where a table or an index
// begins; without a name, any other.
struct region {
  std::string name;
  std::uintmax_t begin;
};

// Every region of the file: its header, each table and index, each page.
std::vector<region> regions(const std::filesystem::path& path) {
  database db(path, access::read);
  const std::int64_t page = db.number("PRAGMA page_size");
  std::vector<region> all{{{}, 16}, {{}, 40}};
  query roots(db, "SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0");
  while (roots.step()) {
    all.push_back(
        {std::string(roots.text(0)), static_cast<std::uintmax_t>((roots.integer(1) - 1) * page)});
  }
  for (std::int64_t at = 1; at < db.number("PRAGMA page_count"); ++at) {
    all.push_back({{}, static_cast<std::uintmax_t>(at * page + page / 2)});
  }
  return all;
}

void flip(const std::filesystem::path& path, std::uintmax_t at, int bytes) {
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekg(static_cast<std::streamoff>(at));
  std::string there(static_cast<std::size_t>(bytes), '\0');
  file.read(there.data(), bytes);
  for (char& c : there) c = static_cast<char>(~c);
  file.clear();
  file.seekp(static_cast<std::streamoff>(at));
  file.write(there.data(), bytes);
}

// Statements with words of every frequency, in segments too unlike to be merged: lists in chunks
// and in place, blocks of sequences, common sequences, rows that were removed.
void make_large_record(const std::filesystem::path& path) {
  std::mt19937 random(11);
  int document = 0;
  for (const int size : {9000, 400, 20}) {
    store made(path);
    for (int i = 0; i < size; ++i, ++document) {
      std::string text = "Statement number " + std::to_string(document) + " was made";
      for (std::uint32_t word = 1; word < 40; ++word) {
        if (random() % (1 + word) == 0) text += " of w" + std::string(word, 'o') + 'd';
      }
      made.add(entry_bytes("doc" + std::to_string(document), "2024-01-01", {{"Maria Lind", text}}));
    }
    made.add(entry_bytes("doc3", "2024-01-01", {{"Maria Lind", std::to_string(size)}}));
    made.finish();
  }
  database db(path, access::read);
  ASSERT_GE(db.number("SELECT count(*) FROM segments"), 3);
  ASSERT_GE(db.number("SELECT count(*) FROM postings"), 3);
  ASSERT_GE(db.number("SELECT count(*) FROM sequences"), 30);
  ASSERT_GE(db.number("SELECT count(*) FROM removed"), 1);
}

// The most memory that this process ever had, in bytes.
[[nodiscard]] std::size_t most_memory() {
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  return static_cast<std::size_t>(used.ru_maxrss) * 1024;
}

// Looks words and sequences up and reads what they lead to: rows are the record's, whatever is
// damaged.
void look_up(const std::filesystem::path& path) {
  lookup book(path);
  ranker ranks(book.index());
  std::vector<weighted_list> lists;
  std::vector<ranked_row> best;
  word_list words;
  words.split("statement number 7 was made of wood of woood of wooooooood of wooooooooooooooood",
              "en");
  std::vector<std::uint32_t> prints;
  key_maker::fingerprints(words.all(), prints);
  for (const std::uint32_t print : prints) lists.push_back({book.index().find_sequence(print), 3});
  for (const word& one : words.all()) {
    lists.push_back({book.index().find(shelf::statements, one.hash), 1});
  }
  ranks.find(shelf::statements, book.size(shelf::statements), lists, 50, best);
  found_statement one;
  found_document from;
  for (const ranked_row& found : best) {
    EXPECT_LE(found.row, 9500U);
    if (book.statement(found.row, one)) book.document(one.document, from);
  }
}

// Where a work fails it says so in the record's words; how long it takes and how much memory it
// needs has an end. Returns whether it failed.
template <class Work>
bool give_answer_or_clear_error(const std::filesystem::path& path, Work work) {
  const auto begin = std::chrono::steady_clock::now();
  bool failed = false;
  try {
    work();
  } catch (const failure& why) {
    failed = true;
    EXPECT_NE(std::string(why.what()).find(path.string()), std::string::npos);
    EXPECT_NE(std::string(why.what()).find(": "), std::string::npos) << why.what();
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(60));
  return failed;
}

class Flipped : public ::testing::Test {
 protected:
  // Flips bytes at a place of a copy, then reads it and writes to it; whether any of that failed.
  bool damage(std::uintmax_t at, int bytes) {
    const auto path = folder_ / "r";
    std::filesystem::copy_file(folder_ / "whole", path,
                               std::filesystem::copy_options::overwrite_existing);
    flip(path, at, bytes);
    SCOPED_TRACE("flipped " + std::to_string(bytes) + " bytes at " + std::to_string(at));
    bool failed = give_answer_or_clear_error(path, [&] { read_all(path); });
    failed |= give_answer_or_clear_error(path, [&] { look_up(path); });
    failed |= give_answer_or_clear_error(path, [&] {
      store made(path);
      made.add(again_);
      made.finish();
    });
    return failed;
  }

  own_folder folder_;
  std::string again_ =
      entry_bytes("doc7", "2024-01-01", {{"Maria Lind", "Another statement was made of wood."}});
};

TEST_F(Flipped, BytesInAnyRegionGiveAClearErrorOrAnAnswer) {
  make_record(folder_ / "whole");
  for (const auto& [name, begin] : regions(folder_ / "whole")) {
    bool failed = false;
    for (const int bytes : {1, 8, 300}) failed |= damage(begin, bytes);
    EXPECT_TRUE(failed || name.empty()) << "damage of " << name << " was never seen";
  }
}

TEST_F(Flipped, BytesAnywhereInALargeRecordGiveAClearErrorOrAnAnswer) {
  make_large_record(folder_ / "whole");
  const std::size_t before = most_memory();
  const auto size = std::filesystem::file_size(folder_ / "whole");
  std::mt19937 random(5);
  int failures = 0;
  for (int i = 0; i < 150; ++i) {
    failures += damage(random() % size, 1 + static_cast<int>(random() % 4)) ? 1 : 0;
  }
  EXPECT_GT(failures, 0);
  EXPECT_LT(most_memory(), before + (std::size_t{1} << 29));
}

// Rows of the index hold what another program, or a damaged disk, put there.
class FlippedIndex : public Flipped,
                     public ::testing::WithParamInterface<std::pair<const char*, const char*>> {};

TEST_P(FlippedIndex, GivesAClearErrorOrAnAnswer) {
  const auto& [table, column] = GetParam();
  make_large_record(folder_ / "whole");
  const std::size_t before = most_memory();
  std::mt19937 random(6);
  int failures = 0;
  for (int round = 0; round < 30; ++round) {
    const auto path = folder_ / "r";
    std::filesystem::copy_file(folder_ / "whole", path,
                               std::filesystem::copy_options::overwrite_existing);
    {
      database db(path, access::write);
      std::vector<std::pair<std::int64_t, std::string>> changed;
      query rows(db, "SELECT rowid, " + std::string(column) + " FROM " + table);
      while (rows.step()) {
        std::string bytes(rows.text(1));
        if (bytes.empty() || random() % 3 != 0) continue;
        const std::size_t at = random() % std::min<std::size_t>(bytes.size(), 12);
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << random() % 8));
        if (round % 5 == 0) bytes.resize(at);
        changed.emplace_back(rows.integer(0), std::move(bytes));
      }
      rows.reset();
      db.run("BEGIN");
      query set(db, "UPDATE " + std::string(table) + " SET " + column + " = ?2 WHERE rowid = ?1");
      for (const auto& [row, bytes] : changed) set.bind(1, row).bind_bytes(2, bytes).run();
      db.run("COMMIT");
    }
    SCOPED_TRACE(std::string(table) + ", round " + std::to_string(round));
    failures += give_answer_or_clear_error(path, [&] { look_up(path); }) ? 1 : 0;
    failures += give_answer_or_clear_error(
                    path,
                    [&] {
                      store made(path);
                      for (int i = 0; i < 700; ++i) {  // as many as make the last segments one
                        made.add(entry_bytes("new" + std::to_string(i), "2024-02-01",
                                             {{"Jon Berg", "A word."}}));
                      }
                      made.finish();
                    })
                    ? 1
                    : 0;
  }
  EXPECT_GT(failures, 0) << "damage of " << table << " was never seen";
  EXPECT_LT(most_memory(), before + (std::size_t{1} << 29));
}

INSTANTIATE_TEST_SUITE_P(Tables, FlippedIndex,
                         ::testing::Values(std::pair("words", "rows"),
                                           std::pair("postings", "rows"),
                                           std::pair("sequences", "entries")),
                         [](const auto& in) { return std::string(in.param.first); });

TEST(Damage, AFolderIsNoRecord) {
  const own_folder folder;
  std::filesystem::create_directory(folder / "r");
  EXPECT_NE(message_of(folder / "r", fault::unusable).find("is a folder: name a file"),
            std::string::npos);
}

TEST(Damage, ARecordCutOffAnywhereGivesAClearErrorOrAnAnswer) {
  const own_folder folder;
  make_record(folder / "whole");
  const auto size = std::filesystem::file_size(folder / "whole");
  for (std::uintmax_t left = 0; left < size; left += size / 41) {
    std::filesystem::copy_file(folder / "whole", folder / "r",
                               std::filesystem::copy_options::overwrite_existing);
    std::filesystem::resize_file(folder / "r", left);
    try {
      read_all(folder / "r");
    } catch (const failure& why) {
      EXPECT_EQ(why.kind(), fault::unusable) << why.what();
      EXPECT_NE(std::string(why.what()).find((folder / "r").string()), std::string::npos);
    }
  }
}

// Runs `work` as a user whom permissions bind, in a process of its own; whether it returned true.
template <class Work>
bool as_ordinary_user(Work work) {
  const pid_t child = ::fork();
  if (child == 0) {
    constexpr uid_t nobody = 65534;
    if (::geteuid() == 0 && ::setuid(nobody) != 0) ::_exit(2);
    bool good = false;
    try {
      good = work();
    } catch (const std::exception& why) {
      std::cerr << why.what() << '\n';
    }
    ::_exit(good ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

TEST(Damage, AReadOnlyFolderCanBeReadAndIsNamedWhereItShouldBeWritten) {
  const own_folder folder;
  const auto path = folder / "r";
  make_record(path);
  // Also as a writer leaves it that was killed between two commits.
  std::filesystem::copy_file(path, folder / "wal");
  run_sql(folder / "wal", "PRAGMA journal_mode = WAL");
  using enum std::filesystem::perms;
  for (const char* name : {"r", "wal"}) {
    std::filesystem::permissions(folder / name, owner_read | group_read | others_read);
  }
  std::filesystem::permissions(path.parent_path(), owner_read | owner_exec | group_read |
                                                       group_exec | others_read | others_exec);
  for (const char* name : {"r", "wal"}) {
    EXPECT_TRUE(as_ordinary_user([&] {
      read_all(folder / name);
      lookup book(folder / name);
      return book.size(shelf::statements) == 200;
    })) << name;
    EXPECT_TRUE(as_ordinary_user([&] {
      try {
        store made(folder / name);
      } catch (const failure& why) {
        return why.kind() == fault::not_writable &&
               std::string(why.what()).find(folder / name) != std::string::npos;
      }
      return false;
    })) << name;
  }
  std::filesystem::permissions(path.parent_path(), owner_all);
}

TEST(Damage, AnUnwritableFolderIsNamed) {
  try {
    store made("/proc/no/such/folder/r");
    FAIL() << "a record in a folder that cannot be";
  } catch (const failure& why) {
    EXPECT_EQ(why.kind(), fault::not_writable);
    EXPECT_NE(std::string(why.what()).find("/proc/no/such/folder/r"), std::string::npos);
  }
}

}  // namespace
}  // namespace quoth::record
