// quoth/detail/document.hpp - a document as a stage sees it: its text, rows to read, rows to add.
// Part of quoth/plugin.hpp; include that.
#ifndef QUOTH_DETAIL_DOCUMENT_HPP
#define QUOTH_DETAIL_DOCUMENT_HPP

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <memory>
#include <quoth/detail/about.hpp>
#include <quoth/detail/host.hpp>
#include <span>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace quoth {

namespace detail {

constexpr bool bit(const std::uint8_t* bits, std::size_t i) {
  return (bits[i / 8] >> (i % 8) & 1) != 0;
}

/// The type that a column of member type M is made of in memory, for the fixed-width types.
template <class M>
struct storage {
  using type = value_t<M>;
};
template <class L>
struct storage<row<L>> {
  using type = std::uint32_t;
};
template <class L>
struct storage<std::optional<row<L>>> {
  using type = std::uint32_t;
};
template <class M>
using storage_t = typename storage<M>::type;

template <class V>
V value_at(const quoth_array& a, std::uint32_t i) {
  if constexpr (std::is_same_v<V, bool>) {
    return bit(static_cast<const std::uint8_t*>(a.values), i);
  } else if constexpr (std::is_same_v<V, std::string_view>) {
    const std::uint32_t begin = a.offsets[i];
    return {static_cast<const char*>(a.values) + begin, a.offsets[i + 1] - begin};
  } else if constexpr (row_target<V>::is_row) {
    return V{static_cast<const std::uint32_t*>(a.values)[i]};
  } else if constexpr (std::is_enum_v<V>) {
    return static_cast<V>(static_cast<const std::uint32_t*>(a.values)[i]);
  } else {
    return static_cast<const V*>(a.values)[i];
  }
}

template <class M>
M column_value(const quoth_array* a, std::uint32_t i) {
  if (!a || (a->validity && !bit(a->validity, i))) return M{};
  return M{value_at<value_t<M>>(*a, i)};
}

}  // namespace detail

/// The rows of layer L, to iterate over or to index. A row is made on the spot from the columns;
/// nothing is copied or allocated. For loops over millions of rows, begins(), ends() and
/// values<&L::member>() are the columns themselves.
template <class L>
class rows {
  using traits = detail::layer_traits<L>;

 public:
  rows() = default;
  explicit rows(const quoth_table& table) : table_(table) {}

  [[nodiscard]] std::uint32_t size() const { return table_.rows; }
  [[nodiscard]] bool empty() const { return table_.rows == 0; }

  /// Row i, which must be below size().
  [[nodiscard]] L operator[](std::uint32_t i) const {
    return make(i, std::make_index_sequence<traits::columns>{});
  }
  [[nodiscard]] L operator[](row<L> r) const { return (*this)[r.id]; }
  [[nodiscard]] L front() const { return (*this)[0]; }

  /// The span of row i.
  [[nodiscard]] span where(std::uint32_t i) const { return {table_.begin[i], table_.end[i]}; }
  [[nodiscard]] std::span<const std::uint32_t> begins() const { return {table_.begin, size()}; }
  [[nodiscard]] std::span<const std::uint32_t> ends() const { return {table_.end, size()}; }

  /// The value of one column in row i: rows.get<&token::kind>(i).
  template <auto Member>
  [[nodiscard]] auto get(std::uint32_t i) const {
    constexpr std::size_t at = traits::template index_of<Member>();
    return detail::column_value<typename traits::template member_t<at>>(table_.columns[at], i);
  }

  /// A fixed-width column as it lies in memory: references are row ids, nulls are not told apart.
  /// Empty where nobody writes the column.
  template <auto Member>
  [[nodiscard]] auto values() const {
    constexpr std::size_t at = traits::template index_of<Member>();
    using member = typename traits::template member_t<at>;
    using element = detail::storage_t<member>;
    static_assert(!std::is_same_v<element, std::string_view> && !std::is_same_v<element, bool>,
                  "strings and bools are not fixed-width: use get<>");
    const quoth_array* a = table_.columns[at];
    return a ? std::span<const element>(static_cast<const element*>(a->values), size())
             : std::span<const element>();
  }

  class iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = L;
    using difference_type = std::ptrdiff_t;
    using pointer = void;
    using reference = L;
    iterator() = default;
    iterator(const rows* of, std::uint32_t at) : of_(of), at_(at) {}
    L operator*() const { return (*of_)[at_]; }
    iterator& operator++() {
      ++at_;
      return *this;
    }
    iterator operator++(int) {
      iterator before = *this;
      ++at_;
      return before;
    }
    friend bool operator==(iterator a, iterator b) { return a.at_ == b.at_; }

   private:
    const rows* of_ = nullptr;
    std::uint32_t at_ = 0;
  };
  [[nodiscard]] iterator begin() const { return {this, 0}; }
  [[nodiscard]] iterator end() const { return {this, size()}; }

 private:
  template <std::size_t... I>
  [[nodiscard]] L make(std::uint32_t i, std::index_sequence<I...>) const {
    L value{};
    if constexpr (traits::has_span) value.*(traits::span_item().member) = where(i);
    ((value.*(traits::template column_at<I>().member) =
          detail::column_value<typename traits::template member_t<I>>(table_.columns[I], i)),
     ...);
    return value;
  }

  quoth_table table_{};
};

namespace detail {

/// One column that is being filled, in the layout of quoth_array.
template <class M>
class column_builder {
  using V = value_t<M>;
  static constexpr bool is_string = std::is_same_v<V, std::string_view>;
  static constexpr bool is_bool = std::is_same_v<V, bool>;
  using element =
      std::conditional_t<is_string, char, std::conditional_t<is_bool, std::uint8_t, storage_t<M>>>;

 public:
  void add(const M& m) {
    if constexpr (std::is_same_v<M, V>) {
      add_value(m, true);
    } else {
      add_value(m ? *m : V{}, m.has_value());
    }
  }

  [[nodiscard]] quoth_array array() {
    if constexpr (is_string) {
      if (offsets_.empty()) offsets_.push_back(0);
    }
    return {column_type<V>(), 0, all_valid_ ? nullptr : validity_.data(), values_.data(),
            is_string ? offsets_.data() : nullptr};
  }

  void clear() {
    rows_ = 0;
    all_valid_ = true;
    values_.clear();
    validity_.clear();
    offsets_.clear();
  }

 private:
  void add_value(const V& v, bool valid) {
    if constexpr (row_target<V>::is_row) valid = valid && v.exists();
    push_bit(validity_, valid);
    all_valid_ = all_valid_ && valid;
    if constexpr (is_string) {
      if (offsets_.empty()) offsets_.push_back(0);
      values_.insert(values_.end(), v.begin(), v.end());
      if (values_.size() > UINT32_MAX) throw error("a layer holds more than 4 GiB of text");
      offsets_.push_back(static_cast<std::uint32_t>(values_.size()));
    } else if constexpr (is_bool) {
      push_bit(values_, v);
    } else if constexpr (row_target<V>::is_row) {
      values_.push_back(v.id);
    } else {
      values_.push_back(v);
    }
    ++rows_;
  }
  void push_bit(std::vector<std::uint8_t>& bits, bool b) const {
    if (rows_ % 8 == 0) bits.push_back(0);
    if (b) bits[rows_ / 8] = static_cast<std::uint8_t>(bits[rows_ / 8] | 1u << rows_ % 8);
  }

  std::size_t rows_ = 0;
  bool all_valid_ = true;
  std::vector<element> values_;
  std::vector<std::uint8_t> validity_;
  std::vector<std::uint32_t> offsets_;
};

template <class L, class Sequence = std::make_index_sequence<layer_traits<L>::columns>>
struct column_builders;
template <class L, std::size_t... I>
struct column_builders<L, std::index_sequence<I...>> {
  std::tuple<column_builder<typename layer_traits<L>::template member_t<I>>...> of;

  void add(const L& value) {
    (std::get<I>(of).add(value.*(layer_traits<L>::template column_at<I>().member)), ...);
  }
  void clear() { (std::get<I>(of).clear(), ...); }
  std::array<quoth_array, sizeof...(I)> arrays() { return {std::get<I>(of).array()...}; }
};

inline void check_layers(quoth_status status) {
  if (status != QUOTH_OK) throw error("", no_span, status);
}

}  // namespace detail

/// Rows that a callback adds to layer L. They reach the host in batches, the last when the callback
/// returns; others see them only then, and all or none of them.
template <class L>
class appender {
  using traits = detail::layer_traits<L>;
  static constexpr std::uint32_t batch = 1U << 14;  // rows: what stays in a core's cache

 public:
  /// Adds a row; returns the reference that other rows can hold.
  row<L> add(const L& value) {
    if constexpr (traits::has_span) {
      const span s = value.*(traits::span_item().member);
      begin_.push_back(s.begin);
      end_.push_back(s.end);
    }
    columns_.add(value);
    const row<L> added{first_ + count_++};
    // The rows of an extension are one for each that exists, and so one batch.
    if (count_ == batch && access_ == QUOTH_APPEND) flush();
    return added;
  }

  /// Adds many rows whose columns, in the order of the layer, are already flat arrays of one
  /// length. No copy is made on this side. Not for layers with string or bool columns.
  template <class... Column>
  row<L> add_all(std::span<const std::uint32_t> begins, std::span<const std::uint32_t> ends,
                 std::span<Column>... columns) {
    return add_arrays(begins, ends, std::make_index_sequence<traits::columns>{}, columns...);
  }

  /// How many rows the layer will have, with those added here.
  [[nodiscard]] std::uint32_t size() const { return first_ + count_; }

  // For the trampolines: binds to a document, gives the rows to the host, forgets them.
  void bind(const quoth_layers_1* table, quoth_document* document, std::uint32_t use,
            std::uint32_t access) {
    table_ = table;
    document_ = document;
    use_ = use;
    access_ = access;
    clear();
    first_ = 0;
    if (access == QUOTH_APPEND) detail::check_layers(table_->rows(document_, use_, &first_));
  }
  void flush() {
    if (count_ == 0) return;
    const auto arrays = columns_.arrays();
    std::array<const quoth_array*, traits::columns> pointers{};
    for (std::size_t i = 0; i < pointers.size(); ++i) pointers[i] = &arrays[i];
    give({count_, static_cast<std::uint32_t>(pointers.size()), begin_.data(), end_.data(),
          pointers.data()});
    first_ += count_;
    clear();
  }
  void clear() {
    count_ = 0;
    begin_.clear();
    end_.clear();
    columns_.clear();
  }

 private:
  template <std::size_t... I, class... Column>
  row<L> add_arrays(std::span<const std::uint32_t> begins, std::span<const std::uint32_t> ends,
                    std::index_sequence<I...>, std::span<Column>... columns) {
    static_assert(traits::has_span && sizeof...(Column) == traits::columns,
                  "add_all takes one array a column of the layer, in the layer's order");
    static_assert(
        (std::is_same_v<std::remove_const_t<Column>,
                        detail::storage_t<typename traits::template member_t<I>>> &&
         ...),
        "an array's elements must be of the column's type; a reference is a std::uint32_t");
    flush();
    const auto n = static_cast<std::uint32_t>(begins.size());
    if (ends.size() != n || ((columns.size() != n) || ...))
      throw error("add_all was given arrays of different lengths");
    const std::array<quoth_array, sizeof...(Column)> arrays{
        quoth_array{detail::column_type<detail::value_t<typename traits::template member_t<I>>>(),
                    0, nullptr, columns.data(), nullptr}...};
    std::array<const quoth_array*, sizeof...(Column)> pointers{};
    for (std::size_t i = 0; i < pointers.size(); ++i) pointers[i] = &arrays[i];
    give({n, static_cast<std::uint32_t>(pointers.size()), begins.data(), ends.data(),
          pointers.data()});
    const row<L> at{first_};
    first_ += n;
    return at;
  }
  void give(const quoth_table& rows) {
    detail::check_layers(access_ == QUOTH_EXTEND ? table_->extend(document_, use_, &rows)
                                                 : table_->append(document_, use_, &rows));
  }

  const quoth_layers_1* table_ = nullptr;
  quoth_document* document_ = nullptr;
  std::uint32_t use_ = 0, access_ = QUOTH_APPEND;
  std::uint32_t first_ = 0, count_ = 0;
  std::vector<std::uint32_t> begin_, end_;
  detail::column_builders<L> columns_;
};

namespace detail {

/// The uses among a stage's items, in order: position = handle in quoth.layers/1.
template <class About>
struct uses_of;
template <class... Items>
struct uses_of<stage_about<Items...>> {
  template <class... Kept>
  struct list {
    static constexpr std::size_t size = sizeof...(Kept);
    using tuple = std::tuple<Kept...>;
  };
  template <class Done, class... Rest>
  struct filter {
    using type = Done;
  };
  template <class... Done, class First, class... Rest>
  struct filter<list<Done...>, First, Rest...> {
    using type =
        typename filter<std::conditional_t<use_of<First>::is, list<Done..., First>, list<Done...>>,
                        Rest...>::type;
  };
  using type = typename filter<list<>, Items...>::type;
};
template <class S>
using stage_uses = typename uses_of<std::remove_cv_t<decltype(S::about)>>::type;

/// The position of the use of layer L with the given kind of access; the number of uses where
/// there is none.
template <class S, class L, bool Reading>
constexpr std::size_t use_index() {
  std::size_t found = stage_uses<S>::size;
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    (
        [&] {
          using use = use_of<std::tuple_element_t<I, typename stage_uses<S>::tuple>>;
          if (std::is_same_v<typename use::layer, L> && (use::access == QUOTH_READ) == Reading)
            found = I;
        }(),
        ...);
  }
  (std::make_index_sequence<stage_uses<S>::size>{});
  return found;
}

template <class S, class Sequence = std::make_index_sequence<stage_uses<S>::size>>
struct appenders;
template <class S, std::size_t... I>
struct appenders<S, std::index_sequence<I...>> {
  struct nothing {};
  template <std::size_t N>
  using use = use_of<std::tuple_element_t<N, typename stage_uses<S>::tuple>>;
  template <std::size_t N>
  using slot =
      std::conditional_t<use<N>::access == QUOTH_READ, nothing, appender<typename use<N>::layer>>;
  std::tuple<slot<I>...> of;
  std::array<bool, sizeof...(I) + 1> bound{};

  void flush() {
    (
        [&] {
          if constexpr (use<I>::access != QUOTH_READ) {
            if (bound[I]) std::get<I>(of).flush();
          }
        }(),
        ...);
  }
  void reset() { bound.fill(false); }
};

/// What a worker keeps between documents: service tables, and memory for the rows it adds.
template <class S>
struct workspace {
  explicit workspace(const quoth::host& h)
      : host(h),
        layers(h.table<quoth_layers_1>(QUOTH_LAYERS_1)),
        documents(h.table<quoth_document_1>(QUOTH_DOCUMENT_1)),
        buffers(h.table<quoth_buffer_1>(QUOTH_BUFFER_1)) {}
  quoth::host host;
  const quoth_layers_1* layers;
  const quoth_document_1* documents;
  const quoth_buffer_1* buffers;
  appenders<S> added;
};

}  // namespace detail

/// A document, as stage S may see it, for the length of one callback.
template <class S>
class document {
 public:
  document(quoth_document* c, detail::workspace<S>& w) : c_(c), w_(w) { w_.added.reset(); }

  /// The text: immutable UTF-8; spans count its bytes.
  [[nodiscard]] std::string_view text() const { return detail::view(w_.documents->text(c_)); }

  /// For readers: gives the document its text, once. Throws quoth::error where it is not UTF-8.
  void set_text(std::string_view text) {
    detail::check_layers(w_.documents->set_text(c_, detail::c_string(text)));
  }

  /// The rows of layer L that earlier steps wrote.
  template <class L>
  [[nodiscard]] rows<L> read() const {
    constexpr std::size_t use = detail::use_index<S, L, true>();
    static_assert(use < detail::stage_uses<S>::size,
                  "this stage does not declare the layer: add quoth::reads<L>{} to its `about`");
    quoth_table table{};
    detail::check_layers(w_.layers->read(c_, static_cast<std::uint32_t>(use), &table));
    return rows<L>(table);
  }

  /// Where to add rows of layer L (or, for quoth::extends<L>, one row a row that exists).
  template <class L>
  [[nodiscard]] appender<L>& write() {
    constexpr std::size_t use = detail::use_index<S, L, false>();
    static_assert(use < detail::stage_uses<S>::size,
                  "this stage does not declare the layer: add quoth::writes<L>{} to its `about`");
    auto& to = std::get<use>(w_.added.of);
    if (!w_.added.bound[use]) {
      to.bind(w_.layers, c_, static_cast<std::uint32_t>(use),
              detail::appenders<S>::template use<use>::access);
      w_.added.bound[use] = true;
    }
    return to;
  }

  /// Whether to stop: see quoth.cancel/1. Throws nothing; return from the callback.
  [[nodiscard]] bool cancelled() const { return w_.host.cancelled(); }

  void log(log_level level, std::string_view message) const { w_.host.log(level, message); }

  [[nodiscard]] quoth_document* c() const { return c_; }

 private:
  quoth_document* c_;
  detail::workspace<S>& w_;
};

}  // namespace quoth

#endif
