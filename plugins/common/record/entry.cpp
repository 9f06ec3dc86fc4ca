#include <array>
#include <cstring>
#include <record/entry.hpp>
#include <stdexcept>

namespace quoth::record {

namespace {

template <class T>
void put(std::string& out, T value) {
  std::array<char, sizeof value> bytes;
  std::memcpy(bytes.data(), &value, sizeof value);
  out.append(bytes.data(), bytes.size());
}

void put(std::string& out, std::string_view text) {
  put(out, static_cast<std::uint32_t>(text.size()));
  out += text;
}

template <class Number>
void put(std::string& out, const std::vector<Number>& numbers) {
  put(out, std::string_view(reinterpret_cast<const char*>(numbers.data()),
                            numbers.size() * sizeof(Number)));
}

class bytes_reader {
 public:
  explicit bytes_reader(std::string_view bytes) : rest_(bytes) {}

  template <class T>
  [[nodiscard]] T take() {
    T value;
    std::memcpy(&value, cut(sizeof value).data(), sizeof value);
    return value;
  }
  void take(std::string_view& text) { text = cut(take<std::uint32_t>()); }
  template <class Number>
  void take(packed<Number>& numbers) {
    numbers = packed<Number>(cut(take<std::uint32_t>()));
  }
  // How many elements follow; each takes at least a byte.
  [[nodiscard]] std::size_t count() {
    const std::size_t size = take<std::uint32_t>();
    if (size > rest_.size()) fail();
    return size;
  }

 private:
  [[noreturn]] static void fail() {
    throw std::runtime_error("an entry for the record is cut off");
  }
  std::string_view cut(std::size_t size) {
    if (size > rest_.size()) fail();
    const std::string_view head = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return head;
  }

  std::string_view rest_;
};

}  // namespace

void append_entry(const entry& made, key_maker& keys, std::string& out) {
  const document_entry& d = made.document;
  std::vector<std::uint64_t> words;
  std::vector<std::uint32_t> sequences;
  for (const std::string_view text : {d.id, d.title, d.date, d.url, d.lang, d.author, d.outlet}) {
    put(out, text);
  }
  put(out, static_cast<std::uint32_t>(made.statements.size()));
  for (const statement_entry& s : made.statements) {
    for (const std::string_view text : {s.text, s.speaker, s.role, s.via}) put(out, text);
    put(out, s.begin);
    put(out, s.end);
    put(out, s.turn);
    put(out, s.form);
    put(out, s.status);
    put(out, s.hand);
    words.clear();
    sequences.clear();
    keys.index_words(s.text, d.lang, words);
    keys.index_sequences(sequences);
    put(out, words);
    put(out, sequences);
  }
  put(out, static_cast<std::uint32_t>(made.reviews.size()));
  for (const review_entry& r : made.reviews) {
    for (const std::string_view text :
         {r.claim, r.claimant, r.rating, r.url, r.date, r.title, r.subtitle}) {
      put(out, text);
    }
    words.clear();
    keys.index_words(review_text(r.claim, r.title, r.subtitle), d.lang, words);
    put(out, words);
  }
  put(out, static_cast<std::uint32_t>(made.roles.size()));
  for (const role_entry& r : made.roles) {
    put(out, r.name);
    put(out, r.role);
  }
}

std::string review_text(std::string_view claim, std::string_view title, std::string_view subtitle) {
  std::string text(claim);
  text.append("\n").append(title).append("\n").append(subtitle);
  return text;
}

entry parse_entry(std::string_view bytes) {
  bytes_reader in(bytes);
  entry found;
  document_entry& d = found.document;
  for (std::string_view* text : {&d.id, &d.title, &d.date, &d.url, &d.lang, &d.author, &d.outlet}) {
    in.take(*text);
  }
  found.statements.resize(in.count());
  for (statement_entry& s : found.statements) {
    for (std::string_view* text : {&s.text, &s.speaker, &s.role, &s.via}) in.take(*text);
    s.begin = in.take<std::uint32_t>();
    s.end = in.take<std::uint32_t>();
    s.turn = in.take<std::int32_t>();
    s.form = in.take<form>();
    s.status = in.take<status>();
    s.hand = in.take<hand>();
    in.take(s.keys);
    in.take(s.sequences);
  }
  found.reviews.resize(in.count());
  for (review_entry& r : found.reviews) {
    for (std::string_view* text :
         {&r.claim, &r.claimant, &r.rating, &r.url, &r.date, &r.title, &r.subtitle}) {
      in.take(*text);
    }
    in.take(r.keys);
  }
  found.roles.resize(in.count());
  for (role_entry& r : found.roles) {
    in.take(r.name);
    in.take(r.role);
  }
  return found;
}

}  // namespace quoth::record
