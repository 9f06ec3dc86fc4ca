// quoth/detail/host.hpp - the host's services with C++ types, and the exceptions a stage throws.
// Part of quoth/plugin.hpp; include that.
#ifndef QUOTH_DETAIL_HOST_HPP
#define QUOTH_DETAIL_HOST_HPP

#include <cstdint>
#include <optional>
#include <quoth/layers.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace quoth {

/// Fails the document or item at hand; the message tells the user what is wrong and what to do.
class error : public std::runtime_error {
 public:
  explicit error(const std::string& message, span where = no_span,
                 quoth_status status = QUOTH_FAILED)
      : std::runtime_error(message), where_(where), status_(status) {}
  /// The place in the document's text, or no_span.
  [[nodiscard]] span where() const { return where_; }
  [[nodiscard]] quoth_status status() const { return status_; }

 private:
  span where_;
  quoth_status status_;
};

/// Stops the run: the step itself cannot go on.
class fatal_error : public error {
 public:
  explicit fatal_error(const std::string& message) : error(message, no_span, QUOTH_FATAL) {}
};

/// Stops the run: a file could not be read or written. The message has the path in it.
class io_error : public error {
 public:
  explicit io_error(const std::string& message) : error(message, no_span, QUOTH_IO) {}
};

/// Stops the run: a file that the step works with is damaged, or of another kind or version. The
/// message has the path in it, and what to do.
class unusable_error : public error {
 public:
  explicit unusable_error(const std::string& message) : error(message, no_span, QUOTH_UNUSABLE) {}
};

enum class log_level : std::uint32_t {
  debug = QUOTH_LOG_DEBUG,
  info = QUOTH_LOG_INFO,
  warning = QUOTH_LOG_WARNING,
  error = QUOTH_LOG_ERROR
};

namespace detail {

inline quoth_string c_string(std::string_view text) {
  return {text.data(), text.size()};
}
inline std::string_view view(quoth_string text) {
  return {text.data, static_cast<std::size_t>(text.size)};
}

}  // namespace detail

/// The host as this step sees it. Cheap to copy; valid until the step ends.
class host {
 public:
  explicit host(const quoth_host* c) : c_(c) {}

  /// Writes a line to the run's log.
  void log(log_level level, std::string_view message) const {
    if (auto* t = table<quoth_log_1>(QUOTH_LOG_1))
      t->write(c_, static_cast<std::uint32_t>(level), detail::c_string(message));
  }

  /// The bytes of a file of the plugin's resources ("en/cues.txt"), valid until the step ends;
  /// nothing where there is no such file.
  [[nodiscard]] std::optional<std::string_view> resource(const std::string& path) const {
    quoth_string bytes{};
    auto* t = table<quoth_resource_1>(QUOTH_RESOURCE_1);
    if (!t || t->read(c_, path.c_str(), &bytes) != QUOTH_OK) return std::nullopt;
    return detail::view(bytes);
  }

  /// The names in a folder of the plugin's resources, in byte order; folders end in '/'.
  [[nodiscard]] std::vector<std::string> resources(const std::string& folder) const {
    std::vector<std::string> names;
    if (auto* t = table<quoth_resource_1>(QUOTH_RESOURCE_1))
      t->list(
          c_, folder.c_str(),
          [](void* context, quoth_string entry) {
            static_cast<std::vector<std::string>*>(context)->emplace_back(detail::view(entry));
          },
          &names);
    return names;
  }

  /// Whether the run is being stopped or the step's time for this document is over.
  [[nodiscard]] bool cancelled() const {
    auto* t = table<quoth_cancel_1>(QUOTH_CANCEL_1);
    return t && t->requested(c_) != 0;
  }

  /// The C table of service `id`, or nullptr where this host does not offer it.
  template <class Table>
  [[nodiscard]] const Table* table(const char* id) const {
    return static_cast<const Table*>(c_->service(c_, id));
  }

  [[nodiscard]] const quoth_host* c() const { return c_; }

 private:
  const quoth_host* c_;
};

/// Bytes that the host owns, to append to.
class buffer {
 public:
  buffer(const quoth_buffer_1* table, quoth_buffer* c) : table_(table), c_(c) {}
  void append(std::string_view bytes) {
    if (table_->append(c_, detail::c_string(bytes)) != QUOTH_OK) throw std::bad_alloc();
  }

 private:
  const quoth_buffer_1* table_;
  quoth_buffer* c_;
};

/// An output file that is never half-written under its final name: bytes go to PATH.part until
/// commit. Failures throw quoth::io_error; the host has reported them with the path. A file that is
/// not open can only be opened: all else throws quoth::fatal_error.
class output_file {
 public:
  output_file() = default;
  output_file(const output_file&) = delete;
  output_file& operator=(const output_file&) = delete;
  ~output_file() { close(); }

  /// Starts PATH.part afresh.
  void create(const host& h, std::string_view path) {
    close();
    attach(h);
    check(table_->create(host_, detail::c_string(path), &c_));
  }
  /// Opens PATH.part and goes on after its first `length` bytes.
  void resume(const host& h, std::string_view path, std::uint64_t length) {
    close();
    attach(h);
    check(table_->resume(host_, detail::c_string(path), length, &c_));
  }
  void write(std::string_view bytes) {
    quoth_file* c = open();
    check(table_->write(c, detail::c_string(bytes)));
  }
  /// Makes what was written durable; returns the file's length in bytes.
  [[nodiscard]] std::uint64_t sync() {
    quoth_file* c = open();
    std::uint64_t bytes = 0;
    check(table_->sync(c, &bytes));
    return bytes;
  }
  /// Gives the file its final name.
  void commit() {
    quoth_file* c = open();
    c_ = nullptr;
    check(table_->commit(c));
  }
  /// Leaves PATH.part as it is. No effect on a file that is not open.
  void close() {
    if (c_) table_->close(c_);
    c_ = nullptr;
  }

 private:
  void attach(const host& h) {
    host_ = h.c();
    table_ = h.table<quoth_files_1>(QUOTH_FILES_1);
    if (!table_) throw fatal_error("this host offers no " QUOTH_FILES_1 ": it cannot run writers");
  }
  [[nodiscard]] quoth_file* open() const {
    if (!c_) throw fatal_error("output_file: create or resume it before it is written");
    return c_;
  }
  static void check(quoth_status status) {
    if (status != QUOTH_OK) throw error("", no_span, status);
  }

  const quoth_host* host_ = nullptr;
  const quoth_files_1* table_ = nullptr;
  quoth_file* c_ = nullptr;
};

/// One input of a reader.
struct input {
  std::string_view path;  ///< as the user gave it; "-" is standard input
  std::string_view id;    ///< the document's id where the input gives none
};

/// One item that a reader's `next` cut.
struct item {
  quoth::input input;
  std::string_view bytes;     ///< raw: not checked for UTF-8
  std::uint64_t line = 0;     ///< 1-based line of its first byte, 0 where unknown
  std::uint64_t ordinal = 0;  ///< 0-based, in its input
};

/// What a reader's `next` found in its window: see quoth_cut in abi.h.
struct cut {
  bool found = false;
  bool more = false;  ///< the window holds no whole item: show a larger one
  std::uint64_t begin = 0, end = 0, consumed = 0, line = 0;

  static cut need_more() { return {.more = true}; }
  static cut skip(std::uint64_t bytes) { return {.consumed = bytes}; }
};

}  // namespace quoth

#endif
