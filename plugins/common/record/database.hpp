// One SQLite connection with errors that tell the user which file is at fault and what to do.
//
// Thread rule: a connection and its queries belong to one thread at a time.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace quoth::record {

// What went wrong, as far as callers act on it.
enum class fault {
  missing,       // there is no such file
  unusable,      // not a record, damaged, or of another version
  busy,          // another program is writing
  not_writable,  // the file or its folder cannot be written, or the disk is full
  misuse,        // a query that is wrong: a defect of this program
};

// what() names the file, the fault and what to do.
class failure : public std::runtime_error {
 public:
  failure(fault kind, const std::string& message) : std::runtime_error(message), kind_(kind) {}
  [[nodiscard]] fault kind() const noexcept { return kind_; }

 private:
  fault kind_;
};

enum class access { read, write };

class query;

class database {
 public:
  // How long to wait for others that hold a lock.
  static constexpr std::chrono::milliseconds patience{10'000};

  // Opens an existing file, or with access::write makes one. A file in a folder that cannot be
  // written, with no writer, opens as well.
  database(std::filesystem::path path, access mode, std::chrono::milliseconds wait = patience);
  database(const database&) = delete;
  database& operator=(const database&) = delete;

  void run(const char* sql);
  void run(const std::string& sql) { run(sql.c_str()); }
  // The number in the first column of the first row, or 0.
  [[nodiscard]] std::int64_t number(const char* sql);
  [[nodiscard]] std::int64_t last_row() const noexcept;
  [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }

  // Throws the failure that an SQLite result code stands for.
  [[noreturn]] void fail(int code);
  // Throws that the record is damaged: `how` says what does not add up.
  [[noreturn]] void fail_damaged(const std::string& how) const;

 private:
  friend class query;
  [[nodiscard]] int open(access mode, bool immutable);

  std::filesystem::path path_;
  std::chrono::milliseconds wait_;
  struct closing {
    void operator()(sqlite3* handle) const noexcept;
  };
  std::unique_ptr<sqlite3, closing> handle_;
};

// A prepared query. Bound strings must live until the next reset.
class query {
 public:
  query(database& db, std::string_view sql);
  ~query();
  query(query&& other) noexcept;
  query& operator=(query&&) = delete;

  query& bind(int at, std::int64_t value);
  query& bind(int at, double value);
  query& bind(int at, std::string_view value);
  query& bind_bytes(int at, std::string_view value);
  query& bind_null(int at);
  // Empty texts are stored as NULL.
  query& bind_text_or_null(int at, std::string_view value);

  // Goes to the next row; false after the last one.
  bool step();
  // Makes the query ready to run again, with its bindings.
  void reset() noexcept;
  // step() for queries without rows, then reset().
  void run();

  [[nodiscard]] std::int64_t integer(int column) const noexcept;
  [[nodiscard]] double real(int column) const noexcept;
  // Text or bytes, valid until the next step or reset; empty for NULL.
  [[nodiscard]] std::string_view text(int column) const noexcept;
  [[nodiscard]] bool is_null(int column) const noexcept;
  [[nodiscard]] int columns() const noexcept;

 private:
  database* db_;
  sqlite3_stmt* handle_ = nullptr;
};

}  // namespace quoth::record
