#include <sqlite3.h>

#include <record/database.hpp>
#include <system_error>
#include <utility>

namespace quoth::record {

namespace {

[[nodiscard]] std::string quoted(const std::filesystem::path& path) {
  return "record '" + path.string() + "'";
}

// A path as an SQLite URI: only the characters that mean something there are escaped.
[[nodiscard]] std::string uri_of(const std::filesystem::path& path, std::string_view options) {
  std::string uri = "file:";
  for (const char c : std::filesystem::absolute(path).string()) {
    switch (c) {
      case '%':
        uri += "%25";
        break;
      case '?':
        uri += "%3f";
        break;
      case '#':
        uri += "%23";
        break;
      default:
        uri += c;
    }
  }
  return uri.append(options);
}

// Whether changes wait beside the file to be taken back or taken over.
[[nodiscard]] bool was_left_unfinished(const std::filesystem::path& path) {
  for (const char* ending : {"-journal", "-wal"}) {
    std::error_code error;
    const auto size = std::filesystem::file_size(path.string() + ending, error);
    if (!error && size > 0) return true;
  }
  return false;
}

}  // namespace

database::database(std::filesystem::path path, access mode, std::chrono::milliseconds wait)
    : path_(std::move(path)), wait_(wait) {
  std::error_code error;
  const auto status = std::filesystem::status(path_, error);
  if (std::filesystem::is_directory(status)) {
    throw failure(fault::unusable, quoted(path_) + " is a folder: name a file");
  }
  if (mode == access::read && !std::filesystem::exists(status)) {
    throw failure(fault::missing, quoted(path_) +
                                      " does not exist: build it with 'quoth record build', or "
                                      "name another with -D record=PATH");
  }
  int code = open(mode, false);
  const int kind = code & 0xFF;
  if (mode == access::read && (kind == SQLITE_CANTOPEN || kind == SQLITE_READONLY)) {
    if (was_left_unfinished(path_)) {
      throw failure(fault::not_writable,
                    quoted(path_) +
                        " was left by a program that ended while writing it, and cannot be set "
                        "right in a folder that is read-only: open it once where the folder can be "
                        "written, or copy it there with the files beside it");
    }
    // A file left in write-ahead mode in a folder where no one can write: nobody changes it.
    code = open(mode, true);
  }
  if (code != SQLITE_OK) fail(code);
}

void database::closing::operator()(sqlite3* handle) const noexcept {
  sqlite3_close(handle);
}

int database::open(access mode, bool immutable) {
  handle_.reset();
  // A reader may have to set right what a killed writer left, so it opens for writing too; SQLite
  // opens what cannot be written for reading only.
  const int how = immutable              ? SQLITE_OPEN_READONLY
                  : mode == access::read ? SQLITE_OPEN_READWRITE
                                         : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  const int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | how;
  const std::string uri = uri_of(path_, immutable ? "?immutable=1" : "");
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(uri.c_str(), &opened, flags, nullptr);
  handle_.reset(opened);
  if (code != SQLITE_OK) return code;
  sqlite3_busy_timeout(handle_.get(), static_cast<int>(wait_.count()));
  if (mode == access::read) {
    sqlite3_exec(handle_.get(), "PRAGMA query_only = 1", nullptr, nullptr, nullptr);
  }
  // Reads the file's header, which opening does not.
  return sqlite3_exec(handle_.get(), "SELECT count(*) FROM sqlite_schema", nullptr, nullptr,
                      nullptr);
}

void database::fail(int code) {
  const std::string reason =
      handle_ != nullptr ? sqlite3_errmsg(handle_.get()) : sqlite3_errstr(code);
  switch (code & 0xFF) {
    case SQLITE_NOTADB:
      throw failure(fault::unusable, quoted(path_) +
                                         " is not a record: it is no SQLite database. Name another "
                                         "file, or build one with 'quoth record build'");
    case SQLITE_CORRUPT:
      fail_damaged(reason);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw failure(fault::busy, quoted(path_) +
                                     " is being written by another program: try again when that "
                                     "has finished");
    case SQLITE_FULL:
      throw failure(fault::not_writable, quoted(path_) +
                                             " cannot grow: the disk is full. What was committed "
                                             "before is kept");
    case SQLITE_IOERR:
      throw failure(fault::not_writable, quoted(path_) + " cannot be read or written (" + reason +
                                             "): check the disk, its free space and limits on file "
                                             "sizes. What was committed before is kept");
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      throw failure(fault::not_writable, quoted(path_) + " cannot be opened or written (" + reason +
                                             "): check the permissions of the file and its folder");
    default:
      throw failure(fault::misuse, quoted(path_) + ": " + reason);
  }
}

void database::fail_damaged(const std::string& how) const {
  throw failure(fault::unusable, quoted(path_) + " is damaged (" + how +
                                     "): restore a copy, or remove it and build it again with "
                                     "'quoth record build'");
}

void database::run(const char* sql) {
  if (const int code = sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr);
      code != SQLITE_OK) {
    fail(code);
  }
}

std::int64_t database::number(const char* sql) {
  query ask(*this, sql);
  return ask.step() ? ask.integer(0) : 0;
}

std::int64_t database::last_row() const noexcept {
  return sqlite3_last_insert_rowid(handle_.get());
}

query::query(database& db, std::string_view sql) : db_(&db) {
  const int code = sqlite3_prepare_v3(db.handle_.get(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &handle_, nullptr);
  if (code != SQLITE_OK) db.fail(code);
}

query::~query() {
  sqlite3_finalize(handle_);
}

query::query(query&& other) noexcept
    : db_(other.db_), handle_(std::exchange(other.handle_, nullptr)) {}

query& query::bind(int at, std::int64_t value) {
  if (const int code = sqlite3_bind_int64(handle_, at, value); code != SQLITE_OK) db_->fail(code);
  return *this;
}

query& query::bind(int at, double value) {
  if (const int code = sqlite3_bind_double(handle_, at, value); code != SQLITE_OK) db_->fail(code);
  return *this;
}

query& query::bind(int at, std::string_view value) {
  const char* bytes = value.data() != nullptr ? value.data() : "";
  const int code =
      sqlite3_bind_text(handle_, at, bytes, static_cast<int>(value.size()), SQLITE_STATIC);
  if (code != SQLITE_OK) db_->fail(code);
  return *this;
}

query& query::bind_bytes(int at, std::string_view value) {
  const int code =
      sqlite3_bind_blob(handle_, at, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
  if (code != SQLITE_OK) db_->fail(code);
  return *this;
}

query& query::bind_null(int at) {
  if (const int code = sqlite3_bind_null(handle_, at); code != SQLITE_OK) db_->fail(code);
  return *this;
}

query& query::bind_text_or_null(int at, std::string_view value) {
  return value.empty() ? bind_null(at) : bind(at, value);
}

bool query::step() {
  const int code = sqlite3_step(handle_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  sqlite3_reset(handle_);
  db_->fail(code);
}

void query::reset() noexcept {
  sqlite3_reset(handle_);
}

void query::run() {
  step();
  reset();
}

std::int64_t query::integer(int column) const noexcept {
  return sqlite3_column_int64(handle_, column);
}

double query::real(int column) const noexcept {
  return sqlite3_column_double(handle_, column);
}

std::string_view query::text(int column) const noexcept {
  // sqlite3_column_blob gives text as it is stored, without looking for its end.
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(handle_, column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

int query::columns() const noexcept {
  return sqlite3_column_count(handle_);
}

bool query::is_null(int column) const noexcept {
  return sqlite3_column_type(handle_, column) == SQLITE_NULL;
}

}  // namespace quoth::record
