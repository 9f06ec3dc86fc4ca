// What one document brings to the record, and the bytes in which it travels from the threads that
// prepare it to the one that writes.
//
// Thread rule: pure functions. Views in a parsed entry point into its bytes.
#pragma once

#include <cstdint>
#include <cstring>
#include <record/keys.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace quoth::record {

// The numbers are those in the file.
enum class form : std::uint8_t { direct = 0, mixed = 1, indirect = 2, turn = 3 };
enum class status : std::uint8_t { asserted = 0, alleged = 1, denied = 2 };
enum class hand : std::uint8_t { first = 0, second = 1, denial = 2 };

inline constexpr std::int32_t no_turn = -1;

// Numbers as they stand in an entry's bytes, at any address.
template <class Number>
class packed {
 public:
  packed() = default;
  explicit packed(std::string_view bytes) : bytes_(bytes) {}
  [[nodiscard]] std::size_t size() const noexcept { return bytes_.size() / sizeof(Number); }
  [[nodiscard]] Number operator[](std::size_t i) const noexcept {
    Number value;
    std::memcpy(&value, bytes_.data() + i * sizeof value, sizeof value);
    return value;
  }

 private:
  std::string_view bytes_;
};

// Empty views stand for what the document does not give.
struct document_entry {
  std::string_view id, title, date, url, lang, author, outlet;
};

struct statement_entry {
  std::string_view text;
  std::string_view speaker;  // as the document names the speaker at fullest; empty: unknown
  std::string_view role;  // given with a speaker of one word, where it tells two of one name apart
  std::string_view via;   // who reports it, where the document does not do so itself
  std::uint32_t begin = 0, end = 0;  // bytes of the document's text
  std::int32_t turn = no_turn;       // number of the turn in a transcript
  quoth::record::form form = form::direct;
  quoth::record::status status = status::asserted;
  quoth::record::hand hand = hand::first;
  packed<std::uint64_t> keys;       // of its words, filled by append_entry
  packed<std::uint32_t> sequences;  // its fingerprints, filled by append_entry
};

struct review_entry {
  std::string_view claim, claimant, rating, url, date, title, subtitle;
  packed<std::uint64_t> keys;  // of its words, filled by append_entry
};

// A title or office given with a name, such as "Defence Minister" with "Marko Lesnik". A name of
// one word may be several people's: with it, the role is part of the name.
struct role_entry {
  std::string_view name, role;
};

struct entry {
  document_entry document;
  std::vector<statement_entry> statements;  // in the order of the text
  std::vector<review_entry> reviews;
  std::vector<role_entry> roles;
};

// The words under which a review is found.
[[nodiscard]] std::string review_text(std::string_view claim, std::string_view title,
                                      std::string_view subtitle);

// Appends the entry's bytes, with its keys, to `out`. Equal entries give equal bytes.
void append_entry(const entry& made, key_maker& keys, std::string& out);

// The entry that append_entry wrote; the views point into `bytes`. Throws std::runtime_error for
// any other bytes.
[[nodiscard]] entry parse_entry(std::string_view bytes);

}  // namespace quoth::record
