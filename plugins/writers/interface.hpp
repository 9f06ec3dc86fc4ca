// What the report and the ClaimReviews say around the words of documents, in each language.
#pragma once

#include <array>
#include <quoth/plugin.hpp>
#include <string_view>
#include <text/phrase_book.hpp>
#include <vector>

namespace quoth::writers {

// Thread rule: immutable once made.
class interface_languages {
 public:
  static constexpr std::array<std::string_view, 3> codes{"en", "de", "uk"};

  // Reads CODE/phrases.txt and CODE/days-and-changes.txt of the plugin's resources for each. Throws
  // fatal_error where one is missing, text::lexicon_error where one is incomplete.
  explicit interface_languages(const quoth::host& host);

  // The position in `codes` of a language; English where there is none.
  [[nodiscard]] static std::size_t position(std::string_view code);
  [[nodiscard]] const text::phrase_book& in(std::string_view code) const {
    return books_[position(code)];
  }

 private:
  std::vector<text::phrase_book> books_;  // in the order of `codes`
};

}  // namespace quoth::writers
