#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "host/code_points.hpp"
#include "host/conform/samples.hpp"

namespace quoth::host {

namespace {

/// The rows of one layer in the making, column by column.
class row_maker {
 public:
  row_maker(document& to, std::uint32_t layer, std::mt19937_64& random)
      : to_(to), position_(layer), layer_(to.layers().at(layer)), random_(random) {}

  result<void> make() {
    make_spans();
    if (rows_ == 0) return {};
    make_columns();
    table_use use{position_, {}};
    std::vector<const quoth_array*> columns;
    for (std::uint32_t c = 0; c < layer_.columns.size(); ++c) {
      use.columns.push_back(c);
      columns.push_back(&arrays_[c]);
    }
    const quoth_table rows{rows_, static_cast<std::uint32_t>(columns.size()),
                           layer_.has_span ? begins_.data() : nullptr,
                           layer_.has_span ? ends_.data() : nullptr, columns.data()};
    return to_.append(use, rows);
  }

 private:
  struct column_values {
    std::vector<std::uint8_t> validity, bits;
    std::vector<std::int64_t> i64;
    std::vector<double> f64;
    std::vector<std::uint32_t> u32, offsets;
    std::string bytes;
  };

  std::uint64_t below(std::uint64_t limit) { return limit == 0 ? 0 : random_() % limit; }

  void make_spans() {
    const std::string_view text = to_.text();
    if (layer_.name == "document" || layer_.name == "language") {
      rows_ = 1;
    } else if (layer_.name == "paragraph") {
      part(text, "\n", false);
    } else if (layer_.name == "sentence") {
      part(text, "\n.?!", true);
    } else if (layer_.name == "token") {
      part(text, " \n\t", false);
    } else {
      make_random_spans(text);
    }
    begins_.resize(rows_, 0);
    ends_.resize(rows_, 0);
  }

  // Rows that part the text at any of the `borders`, which belong to the row before them or to
  // none.
  void part(std::string_view text, std::string_view borders, bool keep_border) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t border = std::min(text.find_first_of(borders, at), text.size());
      const std::size_t end = keep_border ? std::min(border + 1, text.size()) : border;
      if (end > at) {
        begins_.push_back(static_cast<std::uint32_t>(at));
        ends_.push_back(static_cast<std::uint32_t>(end));
      }
      at = border + 1;
    }
    rows_ = static_cast<std::uint32_t>(begins_.size());
  }

  void make_random_spans(std::string_view text) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> spans;
    for (std::uint64_t i = below(12); i > 0; --i) {
      std::size_t begin = below(text.size() + 1), end = begin + below(200);
      end = std::min(end, text.size());
      while (begin > 0 && begin < text.size() && !begins_code_point(text[begin])) --begin;
      while (end < text.size() && !begins_code_point(text[end])) ++end;
      spans.emplace_back(begin, end);
    }
    std::ranges::sort(spans);
    for (const auto& [begin, end] : spans) {
      const bool absent = layer_.span_optional && below(4) == 0;
      begins_.push_back(absent ? QUOTH_NO_OFFSET : begin);
      ends_.push_back(absent ? QUOTH_NO_OFFSET : end);
    }
    rows_ = static_cast<std::uint32_t>(spans.size());
  }

  void make_columns() {
    values_.resize(layer_.columns.size());
    arrays_.resize(layer_.columns.size());
    for (std::size_t c = 0; c < layer_.columns.size(); ++c) make_column(c);
  }

  void make_column(std::size_t c) {
    const column_schema& column = layer_.columns[c];
    column_values& values = values_[c];
    values.validity.assign(rows_ / 8 + 1, 0);
    values.bits.assign(rows_ / 8 + 1, 0);
    values.offsets = {0};
    for (std::uint32_t row = 0; row < rows_; ++row) {
      if (add_value(column, values, row))
        values.validity[row / 8] |= static_cast<std::uint8_t>(1U << (row % 8));
      values.offsets.push_back(static_cast<std::uint32_t>(values.bytes.size()));
    }
    const void* data = values.u32.data();
    if (column.type == QUOTH_COLUMN_BOOL) data = values.bits.data();
    if (column.type == QUOTH_COLUMN_I64) data = values.i64.data();
    if (column.type == QUOTH_COLUMN_F64) data = values.f64.data();
    if (column.type == QUOTH_COLUMN_STRING) data = values.bytes.data();
    arrays_[c] = {column.type, 0, values.validity.data(), data,
                  column.type == QUOTH_COLUMN_STRING ? values.offsets.data() : nullptr};
  }

  // Adds one value; whether it counts as not null.
  bool add_value(const column_schema& column, column_values& values, std::uint32_t row) {
    const std::uint32_t targets =
        column.target_layer == no_position ? 0 : to_.rows(column.target_layer);
    if (below(2) == 0) values.bits[row / 8] |= static_cast<std::uint8_t>(1U << (row % 8));
    values.i64.push_back(column.name == "words" && layer_.has_span
                             ? border_inside(row)
                             : static_cast<std::int64_t>(below(to_.text().size() + 2)));
    values.f64.push_back(static_cast<double>(below(1001)) / 1000);
    if (column.type == QUOTH_COLUMN_STRING) values.bytes += make_string(column);
    if (column.type == QUOTH_COLUMN_ENUM)  // one beyond those known, now and then: a newer plugin
      values.u32.push_back(
          static_cast<std::uint32_t>(below(column.choices.size() + (below(20) == 0 ? 1 : 0))));
    if (column.type == QUOTH_COLUMN_ROW)
      values.u32.push_back(targets == 0 ? QUOTH_NO_ROW
                                        : static_cast<std::uint32_t>(below(targets)));
    if (column.type == QUOTH_COLUMN_ROW && targets == 0) return false;
    return column.name == "id" || below(10) != 0;
  }

  // Where the words of a turn begin: inside its span, on a border of code points.
  std::int64_t border_inside(std::uint32_t row) {
    std::uint32_t at =
        begins_[row] + static_cast<std::uint32_t>(below(ends_[row] - begins_[row] + 1));
    while (at > begins_[row] && at < to_.text().size() && !begins_code_point(to_.text()[at])) --at;
    return at;
  }

  std::string make_string(const column_schema& column) {
    if (column.name == "date" || column.name == "from" || column.name == "to") return "2024-06-20";
    if (column.name == "json") return "[1,\"two\"]";
    if (column.name == "lang" || column.name == "code") return below(2) == 0 ? "en" : "de";
    if (below(3) == 0) return "Maria Lindqvist";
    return random_text(random_, 40);
  }

  document& to_;
  std::uint32_t position_;
  const layer_schema& layer_;
  std::mt19937_64& random_;
  std::uint32_t rows_ = 0;
  std::vector<std::uint32_t> begins_, ends_;
  std::vector<column_values> values_;
  std::vector<quoth_array> arrays_;
};

// `layer` behind the layers that it refers to.
void add_with_targets(const schema& layers, std::uint32_t layer, std::set<std::uint32_t>& seen,
                      std::vector<std::uint32_t>& order) {
  if (layer == no_position || !seen.insert(layer).second) return;
  for (const column_schema& column : layers.at(layer).columns)
    add_with_targets(layers, column.target_layer, seen, order);
  order.push_back(layer);
}

bool has_null(const table& rows, std::uint32_t position) {
  const column* const values = rows.written(position);
  if (values == nullptr) return true;
  std::uint32_t row = 0;
  while (row < rows.rows() && !values->is_null(row)) ++row;
  return row < rows.rows();
}

template <class Visit>
void each_written_row(const document& from, const quoth_stage& stage, Visit visit) {
  for (std::uint32_t u = 0; u < stage.use_count; ++u) {
    const quoth_use& use = *stage.uses[u];
    const table* rows = from.layer(use.layer);
    if (use.access == QUOTH_READ || rows == nullptr) continue;
    for (std::uint32_t row = 0; row < rows->rows(); ++row) visit(use, *rows, row);
  }
}

}  // namespace

result<void> add_sample_rows(document& to, const quoth_stage& stage, std::mt19937_64& random) {
  std::set<std::uint32_t> seen;
  std::vector<std::uint32_t> order;
  for (std::uint32_t u = 0; u < stage.use_count; ++u)
    if (stage.uses[u]->access != QUOTH_APPEND)
      add_with_targets(to.layers(), to.layers().position(stage.uses[u]->layer), seen, order);
  to.begin_transaction(0);
  for (const std::uint32_t layer : order)
    if (result<void> made = row_maker(to, layer, random).make(); !made) {
      to.rollback();
      return made;
    }
  return to.commit();
}

std::string rows_given(const document& to) {
  std::string all;
  for (std::uint32_t l = 0; l < to.layers().layers().size(); ++l) {
    const layer_schema& layer = to.layers().at(l);
    const table& rows = to.layer(l);
    if (rows.rows() == 0) continue;
    std::string nulls;
    for (std::uint32_t c = 0; c < layer.columns.size(); ++c)
      if (has_null(rows, c)) nulls += (nulls.empty() ? "" : ", ") + layer.columns[c].name;
    all += (all.empty() ? "" : ", ") + std::to_string(rows.rows()) + ' ' + layer.name;
    if (!nulls.empty()) all += " (null in: " + nulls + ')';
  }
  return all.empty() ? "no rows" : all;
}

std::string rows_written(const document& from, const quoth_stage& stage) {
  std::string all;
  each_written_row(from, stage, [&](const quoth_use& use, const table& rows, std::uint32_t row) {
    const quoth_span span = rows.span(row);
    all +=
        std::string(use.layer) + ' ' + std::to_string(span.begin) + ' ' + std::to_string(span.end);
    for (std::uint32_t c = 0; c < use.column_count; ++c)
      all += '\x1f' + from.cell(use.layer, use.columns[c], row).value_or("\x1e");
    all += '\n';
  });
  return all;
}

std::size_t count_rows_written(const document& from, const quoth_stage& stage) {
  std::size_t count = 0;
  each_written_row(from, stage, [&](const quoth_use& use, const table&, std::uint32_t) {
    count += use.access == QUOTH_APPEND;
  });
  return count;
}

std::string first_difference(const std::vector<std::string>& expected,
                             const std::vector<std::string>& came) {
  const auto [a, b] = std::ranges::mismatch(expected, came);
  const std::string place = "document " + std::to_string(a - expected.begin() + 1);
  if (a == expected.end() || b == came.end()) return place + ": there is none";
  const auto at = static_cast<std::size_t>(std::ranges::mismatch(*a, *b).in1 - a->begin());
  const auto around = [at](const std::string& text) {
    const std::size_t begin = text.rfind('\n', at == 0 ? 0 : at - 1);
    std::string line = text.substr(begin == std::string::npos ? 0 : begin + 1, 300);
    line.resize(std::min(line.size(), line.find('\n')));
    std::ranges::replace(line, '\x1f', '|');
    std::ranges::replace(line, '\x1e', '-');
    return '"' + line + '"';
  };
  return place + ": " + around(*a) + " and " + around(*b);
}

}  // namespace quoth::host
