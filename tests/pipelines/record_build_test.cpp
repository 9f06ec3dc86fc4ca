// `quoth record build` killed at random moments: the record is as it was at a commit, and building
// again gives the content of an unbroken build.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <places.hpp>
#include <program.hpp>
#include <random>
#include <record/lookup.hpp>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using namespace quoth::testing_program;

class RecordBuild : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = fs::temp_directory_path() / "quoth-record-XXXXXX";
    folder = ::mkdtemp(pattern.data());
    write_archive("old.jsonl", 0, 40);
    write_archive("new.jsonl", 20, 700);  // of the old ones some unchanged, some changed
    ASSERT_EQ(build("whole", "old.jsonl"), 0) << log();
    before = content_of("whole");
    ASSERT_EQ(build("whole", "new.jsonl"), 0) << log();
    after = content_of("whole");
    ASSERT_NE(before, after);
  }
  void TearDown() override {
    std::error_code ignored;
    fs::remove_all(folder, ignored);
  }

  void write_archive(const std::string& name, int first, int end) const {
    std::ofstream file(folder / name);
    std::mt19937 random(5);
    for (int i = first; i < end; ++i) {
      file << R"({"id":"d)" << i << R"(","date":"2024-01-0)" << 1 + i % 9 << R"(","turns":[)";
      for (int turn = 0; turn < 12; ++turn) {
        file << (turn == 0 ? "" : ",") << R"({"speaker":")"
             << (turn % 2 == 0 ? "Maria Lind" : "Jon Berg") << R"(","text":"Item )" << i
             << " has line " << turn << " of " << (name == "new.jsonl" && i % 2 == 0 ? 13 : 12)
             << " about harbour " << i * 31 % 97 << R"( and its boats."})";
      }
      file << "]}\n";
    }
  }

  [[nodiscard]] pid_t start_build(const std::string& record, const std::string& input) const {
    return start({places::build("/bin/quoth"), "run", places::source("/pipelines/build-record.xml"),
                  folder / input, "-D", "record=" + (folder / record).string(), "-o",
                  folder / "build", "--checkpoint", "0.01", "-j2"},
                 folder / "log");
  }
  [[nodiscard]] int build(const std::string& record, const std::string& input) const {
    return wait_for(start_build(record, input));
  }
  [[nodiscard]] std::string log() const {
    std::ifstream file(folder / "log");
    return {std::istreambuf_iterator<char>(file), {}};
  }

  // All that a record says, in an order that does not depend on how it was made.
  [[nodiscard]] std::string content_of(const std::string& record) const {
    quoth::record::database db(folder / record, quoth::record::access::read);
    std::string content;
    for (const char* sql :
         {"PRAGMA integrity_check", "SELECT * FROM said ORDER BY id",
          "SELECT name, statements, first, last FROM speakers ORDER BY name",
          "SELECT id, title, date, url, lang, author, outlet, statements FROM documents "
          "ORDER BY id"}) {
      quoth::record::query all(db, sql);
      while (all.step()) {
        for (int column = 0; column < all.columns(); ++column) {
          content.append(all.text(column)).push_back('|');
        }
        content += '\n';
      }
    }
    return content;
  }

  // Of each document its own row and the rows of what was said in it, as text.
  [[nodiscard]] std::map<std::string, std::string> documents_of(const std::string& record) const {
    quoth::record::database db(folder / record, quoth::record::access::read);
    std::map<std::string, std::string> documents;
    for (const char* sql : {"SELECT id, id, date, statements FROM documents ORDER BY id",
                            "SELECT substr(id, 1, instr(id, '#') - 1), * FROM said ORDER BY id"}) {
      quoth::record::query all(db, sql);
      while (all.step()) {
        std::string& document = documents[std::string(all.text(0))];
        for (int column = 1; column < all.columns(); ++column) {
          document.append(all.text(column)).push_back('|');
        }
        document += '\n';
      }
    }
    return documents;
  }

  // How many statements have a word.
  [[nodiscard]] std::size_t found(const std::string& record, const char* key) const {
    quoth::record::lookup book(folder / record);
    std::vector<std::uint32_t> rows;
    book.rows_with(quoth::record::shelf::statements, key, 1'000'000, rows);
    return rows.size();
  }

  fs::path folder;
  std::string before, after;
};

TEST_F(RecordBuild, KilledAtTenRandomPointsThenBuiltAgainItHoldsTheSame) {
  const auto seed = std::random_device()();
  std::mt19937 random(seed);
  SCOPED_TRACE("seed " + std::to_string(seed));
  ASSERT_EQ(build("timed", "old.jsonl"), 0) << log();
  const auto begin = std::chrono::steady_clock::now();
  ASSERT_EQ(build("timed", "new.jsonl"), 0) << log();
  const auto unbroken = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - begin);
  ASSERT_EQ(build("start", "old.jsonl"), 0) << log();
  const auto old_documents = documents_of("start"), new_documents = documents_of("timed");
  int killed = 0;
  for (int point = 0; point < 10; ++point) {
    fs::copy_file(folder / "start", folder / "r", fs::copy_options::overwrite_existing);
    fs::remove(folder / "r-wal");
    fs::remove(folder / "r-shm");
    const std::chrono::microseconds when(random() % static_cast<unsigned>(unbroken.count()));
    const int ended = signal_after(start_build("r", "new.jsonl"), when, SIGKILL);
    ASSERT_TRUE(ended == killed_by_9 || ended == 0) << log();
    killed += ended == killed_by_9 ? 1 : 0;
    ASSERT_TRUE(content_of("r").starts_with("ok|\n"));
    for (const auto& [id, left] : documents_of("r")) {  // before, after, or some of both: all whole
      ASSERT_TRUE((old_documents.contains(id) && left == old_documents.at(id)) ||
                  (new_documents.contains(id) && left == new_documents.at(id)))
          << id << ":\n"
          << left;
    }
    ASSERT_EQ(build("r", "new.jsonl"), 0) << log();
    ASSERT_EQ(content_of("r"), after);
    for (const char* key : {"harbour", "13", "12", "699"}) {
      ASSERT_EQ(found("r", key), found("whole", key)) << key;
    }
  }
  EXPECT_GE(killed, 4) << "the machine was too uneven for this test to mean something";
}

}  // namespace
