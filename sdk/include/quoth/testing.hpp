// quoth/testing.hpp - one stage under test, without the host: give it a text and rows, run it,
// look at what it wrote, make services fail.
//
//     quoth::testing::stage_under_test<mood> stage;
//     stage.set("threshold", 0.2);
//     stage.text("STOP IT. Please.");
//     stage.add(quoth::sentence{.where = {0, 8}, .paragraph = {0}});
//     ASSERT_TRUE(stage.run()) << stage.error();
//     EXPECT_EQ(stage.written<shout>().size(), 1u);
//
// It checks what the host checks: undeclared layers, columns of another number or type, spans off a
// code-point border or outside the text, references to rows that do not exist, text that is not
// UTF-8, a reader that cuts in circles; and a callback whose work a service refused fails, whatever
// it returns. error() says which rule was broken and what to do. No thread safety; no dependency
// beyond the SDK and the standard library.
#ifndef QUOTH_TESTING_HPP
#define QUOTH_TESTING_HPP

#include <algorithm>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <quoth/plugin.hpp>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace quoth::testing {

/// What can be made to go wrong.
enum class fault {
  no_service,    ///< the service named does not exist; its id is the detail
  append_fails,  ///< every append returns QUOTH_NO_MEMORY
  cancelled      ///< quoth.cancel/1 says stop
};

namespace detail {

/// A layer's rows, value by value: plain rather than fast.
struct stored_layer {
  using cell = std::variant<std::monostate, std::int64_t, double, std::string>;
  struct stored_column {
    std::uint32_t type = 0;
    std::string target;
    std::vector<cell> cells;
  };
  struct column_arrays {
    std::vector<std::uint8_t> validity, bytes;
    std::vector<std::uint32_t> offsets;
    std::vector<std::int64_t> i64;
    std::vector<double> f64;
    std::vector<std::uint32_t> u32;
    quoth_array array{};
  };

  std::uint32_t rows = 0;
  bool has_span = false, optional_span = false;
  std::vector<std::uint32_t> begin, end;
  std::map<std::string, stored_column> columns;

  /// Adds the rows of `table`, whose columns are `names`; columns not named get nulls.
  void append(const quoth_table& table, const std::vector<std::string>& names) {
    for (std::uint32_t i = 0; has_span && i < table.rows; ++i) {
      begin.push_back(table.begin[i]);
      end.push_back(table.end[i]);
    }
    rows += table.rows;
    fill(table, names, rows - table.rows);
    for (auto& [name, column] : columns) column.cells.resize(rows);
  }

  /// Sets the columns `names` of the rows from `first` on.
  void fill(const quoth_table& table, const std::vector<std::string>& names, std::uint32_t first) {
    for (std::size_t c = 0; c < names.size(); ++c) {
      stored_column& column = columns[names[c]];
      column.cells.resize(rows);
      if (!table.columns[c]) continue;
      for (std::uint32_t i = 0; i < table.rows; ++i)
        column.cells[first + i] = value(*table.columns[c], i);
    }
  }

  static cell value(const quoth_array& a, std::uint32_t i) {
    if (a.validity && !quoth::detail::bit(a.validity, i)) return {};
    switch (a.type) {
      case QUOTH_COLUMN_BOOL:
        return std::int64_t{quoth::detail::bit(static_cast<const std::uint8_t*>(a.values), i)};
      case QUOTH_COLUMN_I64:
        return static_cast<const std::int64_t*>(a.values)[i];
      case QUOTH_COLUMN_F64:
        return static_cast<const double*>(a.values)[i];
      case QUOTH_COLUMN_STRING:
        return std::string(static_cast<const char*>(a.values) + a.offsets[i],
                           a.offsets[i + 1] - a.offsets[i]);
      default:
        return std::int64_t{static_cast<const std::uint32_t*>(a.values)[i]};
    }
  }

  static column_arrays arrays(const stored_column& column) {
    column_arrays out;
    const std::size_t n = column.cells.size();
    out.validity.assign(n / 8 + 1, 0);
    out.offsets.push_back(0);
    std::vector<std::uint8_t> bits(n / 8 + 1, 0);
    for (std::size_t i = 0; i < n; ++i) {
      const cell& v = column.cells[i];
      const auto mark = static_cast<std::uint8_t>(1u << i % 8);
      if (!std::holds_alternative<std::monostate>(v)) out.validity[i / 8] |= mark;
      const auto* integer = std::get_if<std::int64_t>(&v);
      const auto* real = std::get_if<double>(&v);
      const auto* text = std::get_if<std::string>(&v);
      out.i64.push_back(integer ? *integer : 0);
      out.u32.push_back(integer ? static_cast<std::uint32_t>(*integer) : 0);
      out.f64.push_back(real ? *real : 0);
      if (integer && *integer) bits[i / 8] |= mark;
      if (text) out.bytes.insert(out.bytes.end(), text->begin(), text->end());
      out.offsets.push_back(static_cast<std::uint32_t>(out.bytes.size()));
    }
    if (column.type == QUOTH_COLUMN_BOOL) out.bytes = bits;
    return out;
  }
};

/// The tables that a stage reads from, kept alive while it runs.
struct read_view {
  std::deque<stored_layer::column_arrays> arrays;
  std::vector<const quoth_array*> pointers;

  quoth_table table(const stored_layer& layer, const std::vector<std::string>& names) {
    for (const std::string& name : names) {
      const auto column = layer.columns.find(name);
      if (column == layer.columns.end()) {
        pointers.push_back(nullptr);
        continue;
      }
      auto& a = arrays.emplace_back(stored_layer::arrays(column->second));
      const std::uint32_t type = column->second.type;
      const void* values = a.u32.data();
      if (type == QUOTH_COLUMN_I64) values = a.i64.data();
      if (type == QUOTH_COLUMN_F64) values = a.f64.data();
      if (type == QUOTH_COLUMN_STRING || type == QUOTH_COLUMN_BOOL) values = a.bytes.data();
      a.array = {type, 0, a.validity.data(), values,
                 type == QUOTH_COLUMN_STRING ? a.offsets.data() : nullptr};
      pointers.push_back(&a.array);
    }
    return {layer.rows, static_cast<std::uint32_t>(names.size()),
            layer.has_span ? layer.begin.data() : nullptr,
            layer.has_span ? layer.end.data() : nullptr, pointers.data()};
  }
};

inline bool is_border(std::string_view text, std::uint32_t at) {
  return at == text.size() ||
         (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
}

/// The offset of the first byte that is not UTF-8, or npos.
inline std::size_t malformed(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t size = lead < 0x80         ? 1
                             : lead >> 5 == 0x06 ? 2
                             : lead >> 4 == 0x0E ? 3
                             : lead >> 3 == 0x1E ? 4
                                                 : 0;
    if (size == 0 || at + size > text.size()) return at;
    std::uint32_t c = size == 1 ? lead : lead & (0xFFu >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) {
      const auto next = static_cast<unsigned char>(text[at + i]);
      if ((next & 0xC0) != 0x80) return at;
      c = c << 6 | (next & 0x3F);
    }
    const bool overlong =
        (size == 2 && c < 0x80) || (size == 3 && c < 0x800) || (size == 4 && c < 0x10000);
    if (overlong || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) return at;
    at += size;
  }
  return std::string_view::npos;
}

}  // namespace detail

/// Runs any stage by its C descriptor: also one that is written in C.
class harness {
 public:
  explicit harness(const quoth_stage& stage) : stage_(stage) {
    host_.c = {sizeof(quoth_host), QUOTH_ABI_MAJOR, QUOTH_ABI_MINOR, &service_of};
    host_.self = this;
    for (std::uint32_t i = 0; i < stage.layer_count; ++i) define(*stage.layers[i]);
  }
  harness(const harness&) = delete;
  harness& operator=(const harness&) = delete;
  ~harness() { unload(); }

  /// Sets a parameter, before the first run. Throws std::invalid_argument for an unknown name.
  void set(std::string_view name, const quoth_value& value) {
    unload();
    for (std::uint32_t i = 0; i < stage_.param_count; ++i) {
      if (name == stage_.params[i]->name) {
        values_.insert_or_assign(i, value);
        return;
      }
    }
    throw std::invalid_argument("the stage has no parameter " + std::string(name));
  }
  void set(std::string_view name, bool v) { set(name, integer(QUOTH_PARAM_BOOL, v ? 1 : 0)); }
  void set(std::string_view name, int v) { set(name, integer(type_of(name), v)); }
  void set(std::string_view name, double v) {
    set(name, quoth_value{QUOTH_PARAM_REAL, 0, 0, v, {nullptr, 0}, nullptr});
  }
  void set(std::string_view name, const char* v) { set(name, std::string_view(v)); }
  /// A string, a choice, a file or an output.
  void set(std::string_view name, std::string_view v) {
    const std::string& kept = texts_.emplace_back(v);
    quoth_value value{type_of(name), 0, 0, 0.0, {kept.data(), kept.size()}, nullptr};
    if (value.type == QUOTH_PARAM_CHOICE) value.integer = choice(name, v);
    set(name, value);
  }

  /// The folder that quoth.resource/1 reads from.
  void resources(std::filesystem::path folder) {
    unload();
    resources_ = std::move(folder);
  }

  /// Starts a new document with this text.
  void text(std::string_view t) {
    text_.assign(t);
    for (auto& [name, layer] : layers_) {
      layer.rows = 0;
      layer.begin.clear();
      layer.end.clear();
      for (auto& [column, stored] : layer.columns) stored.cells.clear();
    }
  }
  [[nodiscard]] std::string_view text() const { return text_; }

  /// Adds a row as an earlier step would have; returns the reference to it.
  template <class L>
  row<L> add(const L& value) {
    define(layer_descriptor<L>);
    quoth::detail::column_builders<L> columns;
    columns.add(value);
    const auto arrays = columns.arrays();
    std::array<const quoth_array*, quoth::detail::layer_traits<L>::columns> pointers{};
    for (std::size_t i = 0; i < pointers.size(); ++i) pointers[i] = &arrays[i];
    span where = no_span;
    if constexpr (quoth::detail::layer_traits<L>::has_span)
      where = value.*(quoth::detail::layer_traits<L>::span_item().member);
    stored_layer& to = layers_[L::layer.name];
    to.append(
        {1, static_cast<std::uint32_t>(pointers.size()), &where.begin, &where.end, pointers.data()},
        column_names<L>());
    return {to.rows - 1};
  }

  /// The rows of layer L: those added and those that the stage wrote. Valid until the next call.
  template <class L>
  [[nodiscard]] rows<L> written() {
    define(layer_descriptor<L>);
    views_.emplace_back();
    return rows<L>(views_.back().table(layers_[L::layer.name], column_names<L>()));
  }

  /// Makes something go wrong from now on; `detail` names the service of fault::no_service.
  void inject(fault f, std::string detail = "") { faults_[f] = std::move(detail); }
  void heal() { faults_.clear(); }

  /// Annotators: processes the document. False on failure: see status() and error().
  bool run() {
    return call([&] {
      const auto* ops = static_cast<const quoth_annotator_ops*>(stage_.ops);
      return ops->process(worker_, document());
    });
  }

  /// Readers: parses one item. The document starts without text and rows.
  bool parse(std::string_view bytes, std::string_view id = "test", std::uint64_t line = 1) {
    text("");
    may_set_text_ = true;
    const quoth_input input{sizeof(quoth_input), string_of("test"), string_of(id)};
    const quoth_item item{sizeof(quoth_item), &input, string_of(bytes), line, 0};
    const bool parsed = call([&] {
      const auto* ops = static_cast<const quoth_reader_ops*>(stage_.ops);
      return ops->parse(worker_, &item, document());
    });
    may_set_text_ = false;
    return parsed;
  }

  /// Readers: all items of an input, shown in windows that grow by `step` bytes at a time.
  std::vector<std::string> cut(std::string_view input, std::size_t step = 1) {
    std::vector<std::string> items;
    const auto* ops = static_cast<const quoth_reader_ops*>(stage_.ops);
    if (!load()) return items;
    const quoth_input in{sizeof(quoth_input), string_of("test"), string_of("test")};
    void* cursor = nullptr;
    status_ = ops->open(shared_, &in, &cursor);
    std::size_t at = 0, window = step;
    while (status_ == QUOTH_OK && at < input.size()) {
      const bool last = at + window >= input.size();
      quoth_cut found{};
      found.size = sizeof(quoth_cut);
      const quoth_status s = ops->next(cursor, string_of(input.substr(at, window)), last, &found);
      if (s == QUOTH_NEED_MORE && !last) {
        window += step;
        continue;
      }
      status_ = s;
      if (s != QUOTH_OK) break;
      if (const std::string fault = cut_fault(found, input.size() - at, window, last);
          !fault.empty()) {
        status_ = fail(QUOTH_FAILED, fault);
        break;
      }
      if (last && found.consumed == 0) break;
      if (found.found) items.emplace_back(input.substr(at + found.begin, found.end - found.begin));
      at += found.consumed;
      window = step;
    }
    if (ops->close) ops->close(cursor);
    return items;
  }

  /// Writers: what render makes of the document.
  [[nodiscard]] std::string render() {
    rendered_.clear();
    call([&] {
      const auto* ops = static_cast<const quoth_writer_ops*>(stage_.ops);
      return ops->render(worker_, document(), reinterpret_cast<quoth_buffer*>(&rendered_));
    });
    return rendered_;
  }

  /// The status of the last call, what was reported, and where (or no_span).
  [[nodiscard]] quoth_status status() const { return status_; }
  [[nodiscard]] const std::string& error() const { return error_; }
  [[nodiscard]] span error_span() const { return error_span_; }
  [[nodiscard]] const std::vector<std::string>& log() const { return log_; }

 private:
  using stored_layer = detail::stored_layer;
  struct host_object {
    quoth_host c{};  // first: the host that the stage sees is a pointer to this object
    harness* self = nullptr;
  };

  static quoth_string string_of(std::string_view t) { return {t.data(), t.size()}; }
  static harness& self(const quoth_host* h) {
    return *reinterpret_cast<const host_object*>(h)->self;
  }
  static harness& self(const quoth_document* d) {
    return *reinterpret_cast<harness*>(const_cast<quoth_document*>(d));
  }
  quoth_document* document() { return reinterpret_cast<quoth_document*>(this); }

  /// What a cut lacks to be one; empty: nothing.
  static std::string cut_fault(const quoth_cut& cut, std::size_t rest, std::size_t window,
                               bool last) {
    const std::uint64_t shown = std::min(rest, window);
    if (cut.consumed > shown || (cut.found && (cut.begin > cut.end || cut.end > cut.consumed)))
      return "next cut [" + std::to_string(cut.begin) + ", " + std::to_string(cut.end) + ") and " +
             std::to_string(cut.consumed) + " consumed bytes off a window of " +
             std::to_string(shown);
    if (cut.consumed == 0 && (cut.found || !last)) return "next makes no progress";
    return "";
  }

  static quoth_value integer(std::uint32_t type, std::int64_t v) {
    return {type, 0, v, 0.0, {nullptr, 0}, nullptr};
  }
  [[nodiscard]] const quoth_param& param(std::string_view name) const {
    for (std::uint32_t i = 0; i < stage_.param_count; ++i)
      if (name == stage_.params[i]->name) return *stage_.params[i];
    throw std::invalid_argument("the stage has no parameter " + std::string(name));
  }
  [[nodiscard]] std::uint32_t type_of(std::string_view name) const { return param(name).type; }
  [[nodiscard]] std::int64_t choice(std::string_view name, std::string_view value) const {
    const quoth_param& p = param(name);
    for (std::uint32_t i = 0; i < p.choice_count; ++i)
      if (value == p.choices[i]) return i;
    throw std::invalid_argument("parameter " + std::string(name) + " has no choice " +
                                std::string(value));
  }
  template <class L>
  static std::vector<std::string> column_names() {
    const auto& names = quoth::detail::layer_arrays<L>::names;
    return {names.begin(), names.end()};
  }
  [[nodiscard]] std::vector<std::string> column_names(std::uint32_t use) const {
    return {stage_.uses[use]->columns, stage_.uses[use]->columns + stage_.uses[use]->column_count};
  }

  void define(const quoth_layer& layer) {
    stored_layer& to = layers_[layer.name];
    // A definition that only adds columns need not repeat the layer's span.
    to.has_span |= (layer.flags & (QUOTH_LAYER_SPAN | QUOTH_LAYER_OPTIONAL_SPAN)) != 0;
    to.optional_span |= (layer.flags & QUOTH_LAYER_OPTIONAL_SPAN) != 0;
    for (std::uint32_t i = 0; i < layer.column_count; ++i) {
      auto& column = to.columns[layer.columns[i]->name];
      column.type = layer.columns[i]->type;
      column.target = layer.columns[i]->target ? layer.columns[i]->target : "";
      column.cells.resize(to.rows);
    }
  }

  bool load() {
    if (loaded_) return true;
    error_.clear();
    params_.clear();
    const quoth_value nothing{};
    given_.assign(stage_.param_count, nothing);
    for (std::uint32_t i = 0; i < stage_.param_count; ++i) {
      if (stage_.params[i]->preset) given_[i] = *stage_.params[i]->preset;
      if (const auto v = values_.find(i); v != values_.end()) given_[i] = v->second;
    }
    for (const quoth_value& v : given_) params_.push_back(&v);
    status_ = stage_.life->load(&host_.c, params_.data(), stage_.param_count, &shared_);
    if (status_ != QUOTH_OK) return false;
    loaded_ = true;
    status_ = stage_.life->begin(shared_, &worker_);
    began_ = status_ == QUOTH_OK;
    if (!began_) unload();
    return status_ == QUOTH_OK;
  }
  void unload() {
    if (began_) stage_.life->end(worker_);
    if (loaded_) stage_.life->unload(shared_);
    began_ = loaded_ = false;
    worker_ = shared_ = nullptr;
    resource_bytes_.clear();
  }

  // One callback as a transaction.
  template <class F>
  bool call(F&& f) {
    error_.clear();
    error_span_ = no_span;
    if (!load()) return false;
    auto before = layers_;
    written_.clear();
    extended_.clear();
    refused_ = QUOTH_OK;
    status_ = f();
    if (status_ == QUOTH_OK) status_ = refused_;
    if (status_ == QUOTH_OK) status_ = check_references();
    if (status_ != QUOTH_OK) layers_ = std::move(before);
    views_.clear();
    return status_ == QUOTH_OK;
  }

  quoth_status fail(quoth_status status, std::string message, span where = no_span) {
    error_ = std::move(message);
    error_span_ = where;
    return status;
  }

  /// A service does not do what it was asked for: the callback fails.
  quoth_status refuse(quoth_status status, std::string message) {
    refused_ = fail(status, std::move(message));
    return status;
  }

  [[nodiscard]] quoth_status check_references() {
    for (const auto& [name, layer] : layers_) {
      for (const auto& [column_name, column] : layer.columns) {
        if (column.type != QUOTH_COLUMN_ROW) continue;
        const auto target = layers_.find(column.target);
        const std::int64_t rows = target == layers_.end() ? 0 : target->second.rows;
        if (written_.count(name) == 0) continue;  // rows of the test may refer to rows left out
        for (const auto& cell : column.cells)
          if (const auto* id = std::get_if<std::int64_t>(&cell); id && *id >= rows)
            return fail(QUOTH_MISUSE, "column " + column_name + " of layer " + name +
                                          " refers to row " + std::to_string(*id) + " of layer " +
                                          column.target + ", which has " + std::to_string(rows) +
                                          " rows");
      }
    }
    return QUOTH_OK;
  }

  const quoth_use* use(std::uint32_t number, std::uint32_t access, const char* what) {
    if (number < stage_.use_count && (access == 0 || stage_.uses[number]->access == access))
      return stage_.uses[number];
    refuse(QUOTH_MISUSE, std::string(what) + " was called with use number " +
                             std::to_string(number) +
                             ", which the stage does not declare with that access");
    return nullptr;
  }

  /// What is wrong with the columns of `table` as those of use `u`; empty: nothing.
  std::string columns_fault(const quoth_use& u, const quoth_table& table) {
    const std::string layer(u.layer);
    if (table.column_count != u.column_count)
      return "the rows for layer " + layer + " have " + std::to_string(table.column_count) +
             " columns where the use names " + std::to_string(u.column_count);
    for (std::uint32_t c = 0; c < table.column_count; ++c) {
      const quoth_array* a = table.columns[c];
      if (!a || table.rows == 0) continue;
      const std::string place = "column " + std::string(u.columns[c]) + " of layer " + layer;
      const std::uint32_t type = layers_[layer].columns[u.columns[c]].type;
      if (type != 0 && a->type != type)
        return place + " is of column type " + std::to_string(a->type) + " where the layer has " +
               std::to_string(type);
      if (a->type == QUOTH_COLUMN_STRING && !a->offsets) return place + " has no offsets";
      if (a->type != QUOTH_COLUMN_STRING && !a->values) return place + " has no values";
    }
    return "";
  }

  quoth_status append(std::uint32_t number, const quoth_table& table) {
    const quoth_use* u = use(number, QUOTH_APPEND, "append");
    if (!u) return QUOTH_MISUSE;
    if (faults_.count(fault::append_fails))
      return refuse(QUOTH_NO_MEMORY, "injected fault: append fails");
    if (const std::string fault = columns_fault(*u, table); !fault.empty())
      return refuse(QUOTH_MISUSE, fault);
    stored_layer& to = layers_[u->layer];
    if (to.has_span && table.rows > 0 && (!table.begin || !table.end))
      return refuse(QUOTH_MISUSE,
                    "layer " + std::string(u->layer) + " has spans, but none were given");
    for (std::uint32_t i = 0; to.has_span && i < table.rows; ++i) {
      const span s{table.begin[i], table.end[i]};
      if (to.optional_span && s == no_span) continue;
      if (s.begin > s.end || s.end > text_.size() || !detail::is_border(text_, s.begin) ||
          !detail::is_border(text_, s.end))
        return refuse(QUOTH_MISUSE, "row " + std::to_string(i) + " appended to layer " +
                                        std::string(u->layer) + " has the span [" +
                                        std::to_string(s.begin) + ", " + std::to_string(s.end) +
                                        "), which is not inside the text on code-point borders");
    }
    for (std::uint32_t c = 0; c < table.column_count; ++c) {
      const quoth_array* a = table.columns[c];
      if (!a || a->type != QUOTH_COLUMN_STRING) continue;
      for (std::uint32_t i = 0; i < table.rows; ++i) {
        const std::string_view v(static_cast<const char*>(a->values) + a->offsets[i],
                                 a->offsets[i + 1] - a->offsets[i]);
        if (detail::malformed(v) != std::string_view::npos)
          return refuse(QUOTH_MISUSE, "a string appended to layer " + std::string(u->layer) +
                                          " is not valid UTF-8");
      }
    }
    written_.insert(u->layer);
    to.append(table, column_names(number));
    return QUOTH_OK;
  }

  quoth_status extend(std::uint32_t number, const quoth_table& table) {
    const quoth_use* u = use(number, QUOTH_EXTEND, "extend");
    if (!u) return QUOTH_MISUSE;
    stored_layer& to = layers_[u->layer];
    if (table.rows != to.rows)
      return refuse(QUOTH_MISUSE, "extend of layer " + std::string(u->layer) + " was given " +
                                      std::to_string(table.rows) + " rows; the layer has " +
                                      std::to_string(to.rows));
    if (const std::string fault = columns_fault(*u, table); !fault.empty())
      return refuse(QUOTH_MISUSE, fault);
    if (!extended_.insert(number).second)
      return refuse(QUOTH_MISUSE, "layer " + std::string(u->layer) + " was extended twice");
    written_.insert(u->layer);
    to.fill(table, column_names(number), 0);
    return QUOTH_OK;
  }

  quoth_status read_resource(const char* path, quoth_string* bytes) {
    std::ifstream in(resources_ / path, std::ios::binary);
    if (resources_.empty() || !in) return QUOTH_FAILED;
    const std::string& kept = resource_bytes_.emplace_back(std::istreambuf_iterator<char>(in),
                                                           std::istreambuf_iterator<char>());
    *bytes = string_of(kept);
    return QUOTH_OK;
  }

  void list_resources(const char* path, void (*visit)(void*, quoth_string), void* context) {
    std::set<std::string> names;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(resources_ / path, failed))
      names.insert(entry.path().filename().string() + (entry.is_directory() ? "/" : ""));
    for (const std::string& name : names) visit(context, string_of(name));
  }

  quoth_status set_text(quoth_string t) {
    std::string_view bytes(t.data, static_cast<std::size_t>(t.size));
    if (!may_set_text_)
      return refuse(QUOTH_MISUSE,
                    "set_text was called twice, or by a stage that is not the document's reader");
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (const std::size_t at = detail::malformed(bytes); at != std::string_view::npos)
      return refuse(QUOTH_FAILED, "the text is not UTF-8: byte " + std::to_string(at));
    text_.assign(bytes);
    may_set_text_ = false;
    return QUOTH_OK;
  }

  static const void* service_of(const quoth_host* h, const char* id) {
    harness& me = self(h);
    const auto missing = me.faults_.find(fault::no_service);
    if (missing != me.faults_.end() && missing->second == id) return nullptr;
    const std::string_view name(id);
    static const quoth_log_1 log{sizeof(quoth_log_1),
                                 [](const quoth_host* host, std::uint32_t, quoth_string m) {
                                   self(host).log_.emplace_back(quoth::detail::view(m));
                                 }};
    static const quoth_error_1 error{
        sizeof(quoth_error_1), [](const quoth_host* host, quoth_status s, quoth_string m,
                                  std::uint32_t begin, std::uint32_t end) {
          return self(host).fail(s, std::string(quoth::detail::view(m)), {begin, end});
        }};
    static const quoth_cancel_1 cancel{sizeof(quoth_cancel_1),
                                       [](const quoth_host* host) -> std::uint32_t {
                                         return self(host).faults_.count(fault::cancelled) ? 1 : 0;
                                       }};
    static const quoth_resource_1 resource{
        sizeof(quoth_resource_1),
        [](const quoth_host* host, const char* path, quoth_string* bytes) {
          return self(host).read_resource(path, bytes);
        },
        [](const quoth_host* host, const char* path, void (*visit)(void*, quoth_string),
           void* context) { self(host).list_resources(path, visit, context); }};
    static const quoth_document_1 documents{
        sizeof(quoth_document_1), [](const quoth_document* d) { return string_of(self(d).text_); },
        [](quoth_document* d, quoth_string t) { return self(d).set_text(t); }};
    static const quoth_layers_1 layers{
        sizeof(quoth_layers_1),
        [](quoth_document* d, std::uint32_t number, quoth_table* table) -> quoth_status {
          harness& at = self(d);
          const quoth_use* u = at.use(number, QUOTH_READ, "read");
          if (!u) return QUOTH_MISUSE;
          at.views_.emplace_back();
          *table = at.views_.back().table(at.layers_[u->layer], at.column_names(number));
          return QUOTH_OK;
        },
        [](quoth_document* d, std::uint32_t number, std::uint32_t* rows) -> quoth_status {
          const quoth_use* u = self(d).use(number, 0, "rows");
          if (!u) return QUOTH_MISUSE;
          *rows = self(d).layers_[u->layer].rows;
          return QUOTH_OK;
        },
        [](quoth_document* d, std::uint32_t number, const quoth_table* table) {
          return self(d).append(number, *table);
        },
        [](quoth_document* d, std::uint32_t number, const quoth_table* table) {
          return self(d).extend(number, *table);
        }};
    static const quoth_buffer_1 buffers{
        sizeof(quoth_buffer_1), [](quoth_buffer* b, quoth_string bytes) -> quoth_status {
          reinterpret_cast<std::string*>(b)->append(quoth::detail::view(bytes));
          return QUOTH_OK;
        }};
    if (name == QUOTH_LOG_1) return &log;
    if (name == QUOTH_ERROR_1) return &error;
    if (name == QUOTH_CANCEL_1) return &cancel;
    if (name == QUOTH_RESOURCE_1) return &resource;
    if (name == QUOTH_DOCUMENT_1) return &documents;
    if (name == QUOTH_LAYERS_1) return &layers;
    if (name == QUOTH_BUFFER_1) return &buffers;
    return nullptr;
  }

  const quoth_stage& stage_;
  host_object host_;
  std::filesystem::path resources_;
  std::map<std::uint32_t, quoth_value> values_;
  std::deque<std::string> texts_;
  std::vector<quoth_value> given_;
  std::vector<const quoth_value*> params_;
  bool loaded_ = false, began_ = false, may_set_text_ = false;
  void* shared_ = nullptr;
  void* worker_ = nullptr;
  std::string text_, rendered_, error_;
  span error_span_ = no_span;
  quoth_status status_ = QUOTH_OK;
  quoth_status refused_ = QUOTH_OK;  // by a service, in the running callback
  std::map<std::string, stored_layer> layers_;
  std::set<std::string> written_;     // layers
  std::set<std::uint32_t> extended_;  // uses
  std::deque<detail::read_view> views_;
  std::deque<std::string> resource_bytes_;
  std::vector<std::string> log_;
  std::map<fault, std::string> faults_;
};

/// The stage struct S under test.
template <class S>
class stage_under_test : public harness {
 public:
  stage_under_test() : harness(quoth::detail::stage_descriptor<S>) {}
};

}  // namespace quoth::testing

#endif
