// Lexicons: UTF-8 text files, one entry a line, columns parted by tabs.
//
//   # a comment: a line whose first character is '#'
//   said<TAB>say<TAB>past
//
// Blank lines are skipped; spaces around a column and a byte order mark are dropped; a column may
// be empty. Lines end in LF or CR LF.
//
// Thread rule: a loaded lexicon is immutable and may be shared.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace quoth::text {

// what() reads "FILE:LINE: reason", or "FILE: reason" where no line is at fault.
class lexicon_error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class lexicon {
 public:
  struct columns_allowed {
    std::size_t least = 1;
    std::size_t most = 1;
  };

  class entry {
   public:
    entry(std::span<const std::string_view> columns, std::size_t line) noexcept
        : columns_(columns), line_(line) {}
    // Column `i`, empty where the line has fewer.
    [[nodiscard]] std::string_view operator[](std::size_t i) const noexcept {
      return i < columns_.size() ? columns_[i] : std::string_view{};
    }
    [[nodiscard]] std::size_t size() const noexcept { return columns_.size(); }
    [[nodiscard]] std::size_t line() const noexcept { return line_; }  // from 1

   private:
    std::span<const std::string_view> columns_;
    std::size_t line_;
  };

  // Throws lexicon_error when the file cannot be read, is not UTF-8, or has a line with fewer or
  // more columns than allowed or an empty first column.
  [[nodiscard]] static lexicon load(const std::filesystem::path& file, columns_allowed allowed);
  [[nodiscard]] static lexicon load(const std::filesystem::path& file) {
    return load(file, {1, 1});
  }

  // As load, over contents already in memory; `file_name` is for messages.
  [[nodiscard]] static lexicon parse(std::string contents, std::string_view file_name,
                                     columns_allowed allowed);

  [[nodiscard]] std::size_t size() const noexcept { return lines_.size(); }
  [[nodiscard]] bool empty() const noexcept { return lines_.empty(); }
  // Views into an entry live as long as the lexicon, moves included.
  [[nodiscard]] entry operator[](std::size_t i) const noexcept {
    return {std::span(columns_).subspan(starts_[i], starts_[i + 1] - starts_[i]), lines_[i]};
  }
  // A lexicon_error that points at an entry: throw words.error(i, "unknown tense 'paste'").
  [[nodiscard]] lexicon_error error(std::size_t i, std::string_view reason) const;
  // One of the whole file: throw words.error("no entry 'said'").
  [[nodiscard]] lexicon_error error(std::string_view reason) const;

 private:
  std::string file_name_;
  std::vector<char> contents_;  // not a string: views must survive a move
  std::vector<std::string_view> columns_;
  std::vector<std::size_t> starts_{0};
  std::vector<std::size_t> lines_;
};

// Words to numbers, open addressing over one block of characters; look-ups do not allocate.
class word_table {
 public:
  static constexpr std::uint32_t absent = 0xFFFFFFFF;

  word_table();
  // False, and nothing changed, when `word` is there already. `value` must not be `absent`.
  bool insert(std::string_view word, std::uint32_t value);
  // The number under `word`, or `absent`.
  [[nodiscard]] std::uint32_t find(std::string_view word) const noexcept;
  [[nodiscard]] bool contains(std::string_view word) const noexcept { return find(word) != absent; }
  [[nodiscard]] std::size_t size() const noexcept { return size_; }

 private:
  struct slot {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
    std::uint32_t hash = 0;
    std::uint32_t value = absent;
  };
  void grow();

  std::string letters_;
  std::vector<slot> slots_;
  std::size_t size_ = 0;
};

// A table of first columns, each under the index of its entry; a repeated word keeps the first.
[[nodiscard]] word_table index_words(const lexicon& entries);

}  // namespace quoth::text
