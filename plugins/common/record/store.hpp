// The writing side of a record.
//
// Work between two commits is one transaction: whoever reads sees the record as of the last commit,
// and a process that is killed leaves it so. While a store is open the file is in SQLite's
// write-ahead mode, in which readers and the writer do not wait for each other; finish() brings it
// back to one plain file.
//
// Thread rule: one thread at a time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <record/database.hpp>
#include <record/entry.hpp>
#include <record/index.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quoth::record {

struct counts {
  std::uint64_t added = 0, replaced = 0, skipped = 0;  // documents
  std::uint64_t statements = 0, reviews = 0;           // in those added and replaced
  std::uint64_t removed = 0;                           // documents
};

class store {
 public:
  // Opens the record, or makes one, and takes the writer's place; waits for another writer to
  // finish. Throws failure.
  explicit store(const std::filesystem::path& path,
                 std::chrono::milliseconds wait = database::patience);
  ~store();  // without finish(): what was not committed is dropped
  store(const store&) = delete;
  store& operator=(const store&) = delete;

  // Adds what append_entry made of one document. A document already there with the same content
  // is skipped, one with other content replaced.
  void add(std::string_view entry_bytes);

  // Takes a document out, with its statements and reviews; false where there is none of this id.
  // Names that nothing else gives are gone with the commit; the roles that it gave stay.
  [[nodiscard]] bool remove_document(std::string_view id);

  // Says that a name means a speaker, whatever the rules of merging say; kept when documents are
  // added. A name, however it is written (alias_key in merge.hpp), means one speaker: the last that
  // was said.
  void set_alias(std::string_view name, std::string_view speaker);
  // False where there is no such alias.
  [[nodiscard]] bool remove_alias(std::string_view name);

  // Makes all that was added durable and visible.
  void commit();

  // Commits, and leaves one file that needs no other beside it.
  void finish();

  [[nodiscard]] const counts& so_far() const noexcept { return counts_; }
  // Whether another program had changed the record, or another version of this one had made its
  // index, so that the index was made again on opening.
  [[nodiscard]] bool indexed_again() const noexcept { return indexed_again_; }

 private:
  struct queries;
  struct name_counts {
    std::int64_t statements = 0;
    std::string first, last;
  };

  void begin();
  void remove(std::int64_t document);
  void insert(const entry& made, std::int64_t hash);
  void insert_statements(const entry& made, std::int64_t document);
  void insert_passage(const entry& made, std::size_t first, std::size_t end, std::int64_t document);
  void index_again();
  void insert_reviews(const entry& made, std::int64_t document);
  void insert_roles(const entry& made);
  [[nodiscard]] std::int64_t name_of(std::string_view text, std::string_view role);
  void count_statements(std::int64_t name, std::int64_t count, std::string_view date);
  void write_counts();
  void read_names();
  void recount();
  void merge_speakers();
  [[nodiscard]] std::vector<std::string> aliases_like(std::string_view name);

  database db_;
  std::unique_ptr<queries> queries_;
  index_writer index_{db_};
  std::map<std::pair<std::string, std::string>, std::int64_t, std::less<>> names_;
  std::map<std::int64_t, name_counts> fresh_;  // since the last commit, by name
  struct used_name {
    std::string_view text, role;
    std::int64_t name;
  };
  std::vector<used_name> here_;  // of the entry at hand
  std::int64_t next_statement_ = 1, next_review_ = 1;
  std::size_t uncommitted_ = 0;  // bytes of entries
  bool in_transaction_ = false;
  bool names_changed_ = false;
  bool removed_some_ = false;
  bool indexed_again_ = false;
  counts counts_;
};

}  // namespace quoth::record
