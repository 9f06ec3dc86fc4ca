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

// Writes what `make` appends as a text: its size before it.
template <class Make>
void put_made(std::string& out, Make make) {
  const std::size_t at = out.size();
  put(out, std::uint32_t{0});
  make();
  const auto size = static_cast<std::uint32_t>(out.size() - at - sizeof(std::uint32_t));
  std::memcpy(out.data() + at, &size, sizeof size);
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
    put_made(out, [&] { keys.index_words(s.text, d.lang, out); });
    put_made(out, [&] {
      sequences.clear();
      keys.index_sequences(sequences);
      out.append(reinterpret_cast<const char*>(sequences.data()),
                 sequences.size() * sizeof(std::uint32_t));
    });
  }
  put(out, static_cast<std::uint32_t>(made.reviews.size()));
  for (const review_entry& r : made.reviews) {
    for (const std::string_view text :
         {r.claim, r.claimant, r.rating, r.url, r.date, r.title, r.subtitle}) {
      put(out, text);
    }
    put_made(out,
             [&] { keys.index_words(review_text(r.claim, r.title, r.subtitle), d.lang, out); });
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
         {&r.claim, &r.claimant, &r.rating, &r.url, &r.date, &r.title, &r.subtitle, &r.keys}) {
      in.take(*text);
    }
  }
  found.roles.resize(in.count());
  for (role_entry& r : found.roles) {
    in.take(r.name);
    in.take(r.role);
  }
  return found;
}

}  // namespace quoth::record
