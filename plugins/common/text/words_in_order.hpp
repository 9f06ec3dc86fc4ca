// Looks up words in a text one after another, each behind those before: where the pieces of a
// comparison stand in what was compared.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <text/trim.hpp>

namespace quoth::text {

class words_in_order {
 public:
  explicit words_in_order(std::string_view text) noexcept : text_(text) {}

  // The byte where `words`, without white space at their ends, begin next. Nothing, and the next
  // look-up begins where this one did, for words that do not follow and for no words.
  std::optional<std::size_t> next(std::string_view words) noexcept {
    words = trimmed(words);
    const std::size_t at = words.empty() ? std::string_view::npos : text_.find(words, behind_);
    if (at == std::string_view::npos) return std::nullopt;
    behind_ = at + words.size();
    return at;
  }
  // The byte behind the words that were found last; 0 before any were.
  [[nodiscard]] std::size_t behind() const noexcept { return behind_; }

 private:
  std::string_view text_;
  std::size_t behind_ = 0;
};

}  // namespace quoth::text
