// A disk that has no room left, at every write of a build in turn.
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <record/lookup.hpp>

#include "records.hpp"

namespace quoth::record {
namespace {

// SQLite's own file system, in which only so many more writes succeed. Its files are the real ones
// with another xWrite.
class full_disk {
 public:
  full_disk() {
    real_ = sqlite3_vfs_find(nullptr);
    vfs_ = *real_;
    vfs_.zName = "full-disk";
    vfs_.xOpen = &open;
    sqlite3_vfs_register(&vfs_, 1);
  }
  ~full_disk() {
    sqlite3_vfs_unregister(&vfs_);
    sqlite3_vfs_register(real_, 1);
  }
  full_disk(const full_disk&) = delete;
  full_disk& operator=(const full_disk&) = delete;

  static inline int writes_left = 1 << 30;

 private:
  static int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* got) {
    const int code = real_->xOpen(real_, name, file, flags, got);
    if (file->pMethods == nullptr) return code;
    // All files of one kind share a table of methods: a copy of each with another xWrite.
    for (auto& [original, copy] : methods_) {
      if (original == nullptr || original == file->pMethods) {
        original = file->pMethods;
        copy = *original;
        copy.xWrite = &write;
        copy.iVersion = std::min(copy.iVersion, 2);  // no memory-mapped pages
        file->pMethods = &copy;
        return code;
      }
    }
    return SQLITE_ERROR;
  }

  static int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
    for (const auto& [original, copy] : methods_) {
      if (&copy != file->pMethods) continue;
      if (--writes_left < 0) return SQLITE_FULL;
      return original->xWrite(file, bytes, size, at);
    }
    return SQLITE_ERROR;
  }

  static inline sqlite3_vfs* real_ = nullptr;
  static inline std::array<std::pair<const sqlite3_io_methods*, sqlite3_io_methods>, 8> methods_{};
  sqlite3_vfs vfs_{};
};

std::string statements_of(const std::filesystem::path& path) {
  database db(path, access::read);
  query whole(db, "PRAGMA integrity_check");
  std::string content = whole.step() ? std::string(whole.text(0)) : "?";
  query said(db, "SELECT id, text FROM said ORDER BY id");
  while (said.step()) content.append("\n").append(said.text(0)).append(" ").append(said.text(1));
  return content;
}

std::vector<std::string> documents(int first, int end) {
  std::vector<std::string> made;
  for (int i = first; i < end; ++i) {
    made.push_back(entry_bytes("doc" + std::to_string(i), "2024-01-01",
                               {{"Maria Lind", "Statement " + std::to_string(i) + " was made."}}));
  }
  return made;
}

void build(const std::filesystem::path& path, const std::vector<std::string>& entries) {
  store made(path);
  for (const std::string& one : entries) made.add(one);
  made.finish();
}

TEST(FullDisk, AtAnyWriteTheRecordIsTheOldOrTheNewOne) {
  const own_folder folder;
  const auto path = folder / "r";
  const full_disk disk;
  build(folder / "old", documents(0, 40));
  std::filesystem::copy_file(folder / "old", folder / "new");
  build(folder / "new", documents(20, 90));
  const std::string before = statements_of(folder / "old");
  const std::string after = statements_of(folder / "new");
  ASSERT_NE(before, after);
  int refused = 0;
  for (int writes = 0;; ++writes) {
    std::filesystem::copy_file(folder / "old", path,
                               std::filesystem::copy_options::overwrite_existing);
    full_disk::writes_left = writes;
    bool complained = false;
    try {
      build(path, documents(20, 90));
    } catch (const failure& why) {
      complained = true;
      EXPECT_EQ(why.kind(), fault::not_writable) << why.what();
      EXPECT_EQ(std::string(why.what()), "record '" + path.string() +
                                             "' cannot grow: the disk is full. What was committed "
                                             "before is kept");
    }
    full_disk::writes_left = 1 << 30;
    const std::string left = statements_of(path);
    EXPECT_TRUE(left == before || left == after) << "after " << writes << " writes:\n" << left;
    build(path, documents(20, 90));
    EXPECT_EQ(statements_of(path), after) << "after " << writes << " writes";
    refused += complained ? 1 : 0;
    if (!complained) break;
  }
  EXPECT_GT(refused, 10);
}

TEST(FullDisk, ANewRecordThatHasNoRoomIsMadeLater) {
  const own_folder folder;
  const full_disk disk;
  for (int writes = 0; writes < 12; ++writes) {
    const auto path = folder / std::to_string(writes);
    full_disk::writes_left = writes;
    EXPECT_THROW(build(path, documents(0, 5)), failure) << writes;
    full_disk::writes_left = 1 << 30;
    build(path, documents(0, 5));
    EXPECT_TRUE(statements_of(path).starts_with("ok\ndoc0#s1 Statement 0")) << writes;
  }
}

}  // namespace
}  // namespace quoth::record
