// A document: immutable UTF-8 text and its layers, as the stages of a pipeline fill them.
#ifndef QUOTH_HOST_DOCUMENT_DOCUMENT_HPP
#define QUOTH_HOST_DOCUMENT_DOCUMENT_HPP

#include <quoth/abi.h>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "host/document/schema.hpp"
#include "host/document/table.hpp"
#include "host/result.hpp"

namespace quoth::host {

/// A layer and some of its columns, by position in the schema: a stage's `quoth_use`, resolved.
struct table_use {
  std::uint32_t layer = no_position;   // no_position: a layer that nobody defines (READ, optional)
  std::vector<std::uint32_t> columns;  // in the order of the use; may hold no_position for READ
};

/// One document. Not thread-safe: one thread at a time. Its storage is kept by clear() for the
/// next document, so that a worker that reuses documents hardly allocates.
///
/// Writes happen in a transaction (begin_transaction, then commit or rollback); reads see committed
/// rows only and stay valid until the transaction that is open, if any, ends.
class document {
 public:
  /// `layers` must outlive the document.
  explicit document(const schema& layers);
  document(document&&) = default;
  document& operator=(document&&) = default;

  [[nodiscard]] const schema& layers() const { return *schema_; }

  /// Makes it an empty document again. Keeps modest storage, gives back what a giant document took.
  void clear();

  // -- Text ---------------------------------------------------------------------------------------

  /// Sets the text, once; drops a byte order mark at the front. Fails where it is not UTF-8, is
  /// longer than 4 GiB - 2, or was set before.
  result<void> set_text(std::string_view text);
  [[nodiscard]] bool has_text() const { return has_text_; }
  /// Zero-terminated behind its end.
  [[nodiscard]] std::string_view text() const { return text_; }
  /// Offset of the first byte of `text` that is not UTF-8; text.size() where all is.
  [[nodiscard]] static std::size_t first_bad_byte(std::string_view text);
  /// The same, and slower where all is UTF-8: it never looks behind what it returns.
  [[nodiscard]] static std::size_t sound_front(std::string_view text);

  // -- What stages do -----------------------------------------------------------------------------

  /// Opens a transaction of the step with index `step` in the pipeline (what writer_of returns).
  /// One that was still open is rolled back.
  void begin_transaction(std::uint32_t step);
  /// Checks the references in the rows written and keeps them, or rolls back and fails.
  result<void> commit();
  /// Drops all that was written since begin_transaction.
  void rollback();

  /// The committed rows of a layer. The table's pointers stay valid until the transaction ends;
  /// `use` must live as long.
  void read(const table_use& use, quoth_table& out);
  /// Rows of a layer, those of the open transaction included.
  [[nodiscard]] std::uint32_t rows(std::uint32_t layer) const;
  /// Appends rows in the open transaction; a failure appends nothing.
  result<void> append(const table_use& use, const quoth_table& rows);
  /// Fills columns of all rows of a layer in the open transaction; a failure changes nothing.
  result<void> extend(const table_use& use, const quoth_table& rows);

  // -- What the host itself asks ------------------------------------------------------------------

  /// `document.id`, or empty where the reader did not set it.
  [[nodiscard]] std::string_view id() const;
  /// Committed rows and columns of a layer.
  [[nodiscard]] const table& layer(std::uint32_t position) const { return tables_[position]; }
  /// nullptr where the schema has no such layer.
  [[nodiscard]] const table* layer(std::string_view name) const;
  /// A cell as text: "true", "12", an enumeration's choice, a string, a row number. nullopt where
  /// it is null or there is no such layer, column or row.
  [[nodiscard]] std::optional<std::string> cell(std::string_view layer, std::string_view column,
                                                std::uint32_t row) const;
  /// The index of the step that wrote a committed row.
  [[nodiscard]] std::uint32_t writer_of(std::uint32_t layer, std::uint32_t row) const;
  /// Bytes of memory held, text included.
  [[nodiscard]] std::size_t footprint() const;

 private:
  struct read_view {  // what a quoth_table that was handed out points to
    const table_use* use = nullptr;
    std::vector<quoth_array> arrays;
    std::vector<const quoth_array*> columns;
  };

  [[nodiscard]] result<void> check_spans(const layer_schema& layer, const quoth_table& rows) const;
  [[nodiscard]] result<void> check_columns(const layer_schema& layer, const table& to,
                                           const table_use& use, const quoth_table& rows) const;
  [[nodiscard]] result<void> check_references(std::uint32_t position) const;
  [[nodiscard]] result<void> check_column_references(const layer_schema& layer,
                                                     const column_schema& described,
                                                     const column& values,
                                                     std::uint32_t first) const;
  [[nodiscard]] std::string border_fault(std::uint32_t offset) const;
  void touch(std::uint32_t layer);
  void end_transaction();

  const schema* schema_;
  std::string text_;
  bool has_text_ = false;
  bool ascii_ = true;
  bool open_ = false;
  std::uint32_t step_ = 0;
  std::vector<table> tables_;           // by position in the schema
  std::vector<std::uint32_t> touched_;  // tables written in the open transaction
  retired_blocks retired_;              // what readers of the open transaction may still look at
  std::deque<read_view> views_;         // the first views_used_ are in use
  std::size_t views_used_ = 0;
};

}  // namespace quoth::host

#endif
