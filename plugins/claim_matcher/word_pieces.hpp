// Words cut into the pieces of a vocabulary, the longest first (WordPiece: Schuster and Nakajima,
// ICASSP 2012), as BERT's uncased models have them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace quoth::matching {

// Immutable after construction; may be shared.
class word_pieces {
 public:
  word_pieces() = default;
  // `pieces`: their forms, a line each, "##" before those that go on a word. A piece's number is
  // that of its line, from 0.
  explicit word_pieces(std::string pieces);
  word_pieces(const word_pieces&) = delete;
  word_pieces& operator=(const word_pieces&) = delete;
  word_pieces(word_pieces&&) = default;
  word_pieces& operator=(word_pieces&&) = default;

  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  // The number of a piece that begins a word; `none` where there is no such piece.
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  [[nodiscard]] std::uint32_t number_of(std::string_view form) const;

  // Appends the pieces of a text to `out`, at most `most`; `unknown` for a word that has none.
  // Case, accents and the shapes of quotation marks and dashes do not count. Linear in the text.
  void cut(std::string_view text, std::size_t most, std::uint32_t unknown,
           std::vector<std::uint32_t>& out) const;

 private:
  using table = std::unordered_map<std::string_view, std::uint32_t>;
  void cut_word(std::string_view word, std::uint32_t unknown,
                std::vector<std::uint32_t>& out) const;

  std::vector<char> forms_;  // what the keys of the tables look at
  table first_, next_;       // pieces that begin a word, and that go on one
  std::size_t size_ = 0, longest_ = 0;
};

}  // namespace quoth::matching
