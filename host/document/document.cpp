#include "host/document/document.hpp"

#include <simdjson.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <utility>

namespace quoth::host {

namespace {

/// A block larger than this is given back when a document is cleared.
constexpr std::size_t kept_block = std::size_t{1} << 20;

constexpr std::uint32_t max_rows = QUOTH_NO_ROW;  // row ids are below it
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_ascii(std::string_view text) {
  unsigned char seen = 0;
  for (const char c : text) seen = static_cast<unsigned char>(seen | static_cast<unsigned char>(c));
  return seen < 0x80;
}

bool continues(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

/// Bytes of the code point at `at` (RFC 3629), or 0 where there is none.
std::size_t code_point_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(at);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if (!continues(text, at + i)) return 0;
  }
  const unsigned second = byte(at + 1);
  const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
  const bool surrogate = lead == 0xED && second >= 0xA0;
  const bool too_large = lead == 0xF4 && second >= 0x90;
  return overlong || surrogate || too_large ? 0 : length;
}

failure failed(std::string message) {
  return {exit_code::input, std::move(message)};
}
failure misuse(std::string message) {
  return {exit_code::internal, std::move(message)};
}

std::string row_of(std::uint32_t row, const layer_schema& layer) {
  return "row " + std::to_string(row) + " of layer " + layer.name;
}

std::string number(double value) {
  char digits[32];
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  return {digits, end};
}

}  // namespace

document::document(const schema& layers) : schema_(&layers) {
  tables_.reserve(layers.layers().size());
  for (const layer_schema& layer : layers.layers()) tables_.emplace_back(layer);
}

void document::clear() {
  text_.clear();
  if (text_.capacity() > kept_block) text_.shrink_to_fit();
  has_text_ = false;
  ascii_ = true;
  for (table& t : tables_) t.clear(kept_block);
  end_transaction();
}

// ---- Text -------------------------------------------------------------------------------------

std::size_t document::first_bad_byte(std::string_view text) {
  return simdjson::validate_utf8(text.data(), text.size()) ? text.size() : sound_front(text);
}

std::size_t document::sound_front(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t length = code_point_length(text, at);
    if (length == 0) break;
    at += length;
  }
  return at;
}

result<void> document::set_text(std::string_view text) {
  if (has_text_) return misuse("the document's text was set twice");
  std::size_t skipped = 0;
  if (text.starts_with(byte_order_mark)) skipped = byte_order_mark.size();
  if (text.size() - skipped >= QUOTH_NO_OFFSET) {
    return failed("the text has " + std::to_string(text.size()) +
                  " bytes; a document can have at most 4294967294");
  }
  const std::size_t bad = first_bad_byte(text);
  if (bad < text.size()) {
    return failed("the text is not UTF-8: the first wrong byte is at offset " +
                  std::to_string(bad));
  }
  text_.assign(text.substr(skipped));
  ascii_ = is_ascii(text_);
  has_text_ = true;
  return {};
}

// ---- Transactions -----------------------------------------------------------------------------

void document::begin_transaction(std::uint32_t step) {
  if (open_) rollback();
  open_ = true;
  step_ = step;
}

result<void> document::commit() {
  for (const std::uint32_t position : touched_) {
    result<void> checked = check_references(position);
    if (!checked.ok()) {
      rollback();
      return checked;
    }
  }
  for (const std::uint32_t position : touched_) tables_[position].commit(retired_);
  end_transaction();
  return {};
}

void document::rollback() {
  for (const std::uint32_t position : touched_) tables_[position].rollback();
  end_transaction();
}

void document::end_transaction() {
  touched_.clear();
  retired_.clear();
  for (std::size_t i = 0; i < views_used_; ++i) views_[i].use = nullptr;
  views_used_ = 0;
  open_ = false;
}

void document::touch(std::uint32_t layer) {
  if (std::find(touched_.begin(), touched_.end(), layer) == touched_.end()) {
    touched_.push_back(layer);
  }
}

result<void> document::check_references(std::uint32_t position) const {
  const layer_schema& layer = schema_->at(position);
  const table& rows = tables_[position];
  for (std::size_t i = 0; i < layer.columns.size(); ++i) {
    if (layer.columns[i].type != QUOTH_COLUMN_ROW) continue;
    result<void> checked =
        check_column_references(layer, layer.columns[i], rows.columns_[i], rows.committed_);
    if (!checked.ok()) return checked;
  }
  for (const table::extension& e : rows.extensions_) {
    if (layer.columns[e.position].type != QUOTH_COLUMN_ROW) continue;
    result<void> checked = check_column_references(layer, layer.columns[e.position], e.values, 0);
    if (!checked.ok()) return checked;
  }
  return {};
}

result<void> document::check_column_references(const layer_schema& layer,
                                               const column_schema& described, const column& values,
                                               std::uint32_t first) const {
  if (values.length() <= first) return {};
  const std::uint32_t target_rows =
      described.target_layer == no_position ? 0 : tables_[described.target_layer].all_rows();
  const quoth_array array = values.array();
  const auto* const references = static_cast<const std::uint32_t*>(array.values);
  std::uint32_t largest = 0;
  for (std::uint32_t row = first; row < values.length(); ++row) {
    largest = std::max(largest, references[row]);
  }
  if (largest < target_rows) return {};  // the common case: no look at the nulls
  for (std::uint32_t row = first; row < values.length(); ++row) {
    if (references[row] < target_rows || values.is_null(row)) continue;
    return misuse(row_of(row, layer) + " refers in column " + described.name + " to row " +
                  std::to_string(references[row]) + " of layer " + described.target +
                  ", which has " + std::to_string(target_rows) + " rows");
  }
  return {};
}

// ---- Rows -------------------------------------------------------------------------------------

void document::read(const table_use& use, quoth_table& out) {
  out = {};
  for (std::size_t i = 0; i < views_used_; ++i) {
    if (views_[i].use != &use) continue;
    out.columns = views_[i].columns.data();
    break;
  }
  out.column_count = static_cast<std::uint32_t>(use.columns.size());
  const table* const from = use.layer == no_position ? nullptr : &tables_[use.layer];
  if (from != nullptr) {
    out.rows = from->rows();
    out.begin = from->begins();
    out.end = from->ends();
  }
  if (out.columns != nullptr) return;
  if (views_used_ == views_.size()) views_.emplace_back();
  read_view& view = views_[views_used_++];
  view.use = &use;
  view.arrays.resize(use.columns.size());
  view.columns.assign(use.columns.size(), nullptr);
  for (std::size_t i = 0; i < use.columns.size(); ++i) {
    if (from == nullptr || use.columns[i] == no_position || from->rows() == 0) continue;
    const column* const values = from->written(use.columns[i]);
    if (values == nullptr || values->length() < from->rows()) continue;  // not yet committed
    view.arrays[i] = values->array();
    view.columns[i] = &view.arrays[i];
  }
  out.columns = view.columns.data();
}

std::uint32_t document::rows(std::uint32_t layer) const {
  return layer == no_position ? 0 : tables_[layer].all_rows();
}

std::string document::border_fault(std::uint32_t offset) const {
  if (offset > text_.size()) {
    return "offset " + std::to_string(offset) + " is behind the text's end, " +
           std::to_string(text_.size());
  }
  if (continues(text_, offset))
    return "offset " + std::to_string(offset) + " is inside a character";
  return "";
}

result<void> document::check_spans(const layer_schema& layer, const quoth_table& rows) const {
  if (!layer.has_span || rows.rows == 0) return {};  // no rows need no arrays
  if (rows.begin == nullptr || rows.end == nullptr) {
    if (layer.span_optional && rows.begin == rows.end) return {};
    return misuse("layer " + layer.name + " has spans, but none were given");
  }
  const auto size = static_cast<std::uint32_t>(text_.size());
  const char* const text = text_.c_str();  // zero-terminated: its end is a border too
  const auto on_border = [text](std::uint32_t at) { return (text[at] & 0xC0) != 0x80; };
  bool good = true;
  if (ascii_) {
    for (std::uint32_t i = 0; i < rows.rows; ++i) {
      good &= static_cast<bool>((rows.begin[i] <= rows.end[i]) & (rows.end[i] <= size));
    }
  } else {
    for (std::uint32_t i = 0; i < rows.rows && good; ++i) {
      good = rows.begin[i] <= rows.end[i] && rows.end[i] <= size && on_border(rows.begin[i]) &&
             on_border(rows.end[i]);
    }
  }
  if (good) return {};
  // Some row is out of line, or has no span where that is allowed: look at them one by one.
  const std::uint32_t first = tables_[schema_->position(layer.name)].all_rows();
  for (std::uint32_t i = 0; i < rows.rows; ++i) {
    const std::uint32_t begin = rows.begin[i], end = rows.end[i];
    if (layer.span_optional && begin == QUOTH_NO_OFFSET && end == QUOTH_NO_OFFSET) continue;
    std::string fault = border_fault(begin);
    if (fault.empty()) fault = border_fault(end);
    if (fault.empty() && begin > end) fault = "it ends before it begins";
    if (!fault.empty()) {
      return misuse("the span [" + std::to_string(begin) + ", " + std::to_string(end) + ") of " +
                    row_of(first + i, layer) + " is wrong: " + fault);
    }
  }
  return {};
}

result<void> document::check_columns(const layer_schema& layer, const table& to,
                                     const table_use& use, const quoth_table& rows) const {
  if (rows.column_count != use.columns.size()) {
    return misuse("the rows for layer " + layer.name + " have " +
                  std::to_string(rows.column_count) + " columns where the use names " +
                  std::to_string(use.columns.size()));
  }
  if (rows.columns == nullptr && rows.column_count > 0) {
    return misuse("the rows for layer " + layer.name + " have no list of columns");
  }
  for (std::size_t i = 0; i < use.columns.size(); ++i) {
    const quoth_array* const values = rows.columns[i];
    if (values == nullptr) continue;
    const column_schema& described = layer.columns[use.columns[i]];
    const std::string fault = array_fault(*values, described.type, rows.rows);
    if (!fault.empty()) {
      return misuse("column " + described.name + " of the rows for layer " + layer.name + " " +
                    fault);
    }
    if (!to.columns_[use.columns[i]].fits(*values, rows.rows)) {
      return failed("column " + described.name + " of layer " + layer.name +
                    " would hold more than 4 GiB");
    }
  }
  return {};
}

result<void> document::append(const table_use& use, const quoth_table& rows) {
  if (!open_) return misuse("rows can be added only while a callback works on the document");
  const layer_schema& layer = schema_->at(use.layer);
  table& to = tables_[use.layer];
  if (rows.rows >= max_rows - to.all_rows()) {
    return failed("layer " + layer.name + " would have more than 4294967294 rows");
  }
  result<void> checked = check_columns(layer, to, use, rows);
  if (checked.ok()) checked = check_spans(layer, rows);
  if (!checked.ok()) return checked;
  if (rows.rows == 0) return {};
  for (std::size_t i = 0; i < use.columns.size(); ++i) {
    if (rows.columns[i] != nullptr && to.extended(use.columns[i])) {
      return misuse("column " + layer.columns[use.columns[i]].name + " of layer " + layer.name +
                    " was extended before rows were added to it");
    }
  }
  touch(use.layer);
  to.append(rows, use.columns, step_, retired_);
  return {};
}

result<void> document::extend(const table_use& use, const quoth_table& rows) {
  if (!open_) return misuse("rows can be extended only while a callback works on the document");
  const layer_schema& layer = schema_->at(use.layer);
  table& to = tables_[use.layer];
  if (rows.rows != to.all_rows()) {
    return misuse("layer " + layer.name + " was extended with " + std::to_string(rows.rows) +
                  " rows, but it has " + std::to_string(to.all_rows()));
  }
  result<void> checked = check_columns(layer, to, use, rows);
  if (!checked.ok()) return checked;
  for (const std::uint32_t position : use.columns) {
    if (to.extended(position)) {
      return misuse("column " + layer.columns[position].name + " of layer " + layer.name +
                    " was extended twice");
    }
  }
  touch(use.layer);
  to.extend(rows, use.columns);
  return {};
}

// ---- What the host asks -----------------------------------------------------------------------

std::string_view document::id() const {
  const std::uint32_t position = schema_->position("document");
  const table& rows = tables_[position];
  const column* const ids = rows.written(schema_->at(position).column("id"));
  return rows.rows() == 0 || ids == nullptr || ids->is_null(0) ? std::string_view()
                                                               : ids->string(0);
}

const table* document::layer(std::string_view name) const {
  const std::uint32_t position = schema_->position(name);
  return position == no_position ? nullptr : &tables_[position];
}

std::optional<std::string> document::cell(std::string_view layer_name, std::string_view column_name,
                                          std::uint32_t row) const {
  const std::uint32_t position = schema_->position(layer_name);
  if (position == no_position) return std::nullopt;
  const std::uint32_t column_position = schema_->at(position).column(column_name);
  const table& rows = tables_[position];
  if (column_position == no_position || row >= rows.rows()) return std::nullopt;
  const column* const values = rows.written(column_position);
  if (values == nullptr || values->is_null(row)) return std::nullopt;
  switch (values->type()) {
    case QUOTH_COLUMN_BOOL:
      return values->boolean(row) ? "true" : "false";
    case QUOTH_COLUMN_I64:
      return std::to_string(values->integer(row));
    case QUOTH_COLUMN_F64:
      return number(values->real(row));
    case QUOTH_COLUMN_STRING:
      return std::string(values->string(row));
    case QUOTH_COLUMN_ENUM: {
      const auto& choices = schema_->at(position).columns[column_position].choices;
      const std::uint32_t index = values->index(row);
      return index < choices.size() ? choices[index] : std::to_string(index);
    }
    default:
      return std::to_string(values->index(row));
  }
}

std::uint32_t document::writer_of(std::uint32_t layer_position, std::uint32_t row) const {
  return tables_[layer_position].writer_of(row);
}

std::size_t document::footprint() const {
  std::size_t sum = text_.capacity();
  for (const table& t : tables_) sum += t.footprint();
  return sum;
}

}  // namespace quoth::host
