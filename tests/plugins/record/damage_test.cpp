#include <sqlite3.h>

#include <fstream>
#include <record/catalogue.hpp>
#include <record/lookup.hpp>

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
    made.add(entry_bytes("doc" + std::to_string(i), "2024-01-01",
                         {{"Maria Lind", "Statement number " + std::to_string(i) + " was made."}}));
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
  EXPECT_EQ(message_of(folder / "r", fault::unusable),
            "record '" + (folder / "r").string() +
                "' has schema version 9, this program reads version 1: build it again with 'quoth "
                "record build', or use the program that made it");
}

TEST(Damage, ATruncatedRecordIsDamaged) {
  const own_folder folder;
  make_record(folder / "r");
  std::filesystem::resize_file(folder / "r", std::filesystem::file_size(folder / "r") / 3);
  EXPECT_NE(message_of(folder / "r", fault::unusable).find("' is damaged ("), std::string::npos);
}

TEST(Damage, FlippedBytesNeverCrash) {
  const own_folder folder;
  make_record(folder / "whole");
  const auto size = std::filesystem::file_size(folder / "whole");
  for (std::uintmax_t at = 16; at < size; at += size / 61) {
    std::filesystem::copy_file(folder / "whole", folder / "r",
                               std::filesystem::copy_options::overwrite_existing);
    {
      std::fstream file(folder / "r", std::ios::in | std::ios::out | std::ios::binary);
      file.seekp(static_cast<std::streamoff>(at));
      for (int i = 0; i < 64; ++i) file.put(static_cast<char>(0xA5));
    }
    try {
      lookup book(folder / "r");
      std::vector<std::uint32_t> rows;
      book.rows_with(shelf::statements, "number", 1000, rows);
      found_statement one;
      for (const std::uint32_t row : rows) book.statement(row, one);
    } catch (const failure&) {  // a clear error is as good as an answer
    }
  }
}

TEST(Damage, AFolderIsNoRecord) {
  const own_folder folder;
  std::filesystem::create_directory(folder / "r");
  EXPECT_NE(message_of(folder / "r", fault::unusable).find("is a folder: name a file"),
            std::string::npos);
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
