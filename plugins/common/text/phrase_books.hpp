// A plugin's phrase books, one a language that its resources hold. For the sources of plugins: this
// header sees the SDK.
#pragma once

#include <algorithm>
#include <cstddef>
#include <quoth/plugin.hpp>
#include <string>
#include <string_view>
#include <text/plugin_resources.hpp>
#include <vector>

namespace quoth::text {

// `Book` is a phrase_book, made of the lexicons that it calls shared and own.
//
// Thread rule: immutable once made.
template <class Book>
class phrase_books {
 public:
  // Reads LANG/shared-phrases.txt and LANG/phrases.txt of each language. Throws fatal_error where
  // one is missing or there is no language, lexicon_error where one cannot be read.
  explicit phrase_books(const quoth::host& host) : codes_(languages_of(host)) {
    if (codes_.empty())
      throw quoth::fatal_error("the plugin's resources hold no language: install it again");
    std::stable_partition(codes_.begin(), codes_.end(),
                          [](const std::string& code) { return code == "en"; });
    for (const std::string& code : codes_)
      books_.emplace_back(lexicon_of(host, code + "/shared-phrases.txt", {2, 2}),
                          lexicon_of(host, code + "/phrases.txt", {2, 2}));
  }

  // ISO 639-1; English first, the others in byte order.
  [[nodiscard]] const std::vector<std::string>& codes() const { return codes_; }
  [[nodiscard]] bool has(std::string_view code) const {
    return std::ranges::find(codes_, code) != codes_.end();
  }
  // The position in `codes` of a language; 0, that is English, where there is none.
  [[nodiscard]] std::size_t position(std::string_view code) const {
    return has(code) ? static_cast<std::size_t>(std::ranges::find(codes_, code) - codes_.begin())
                     : 0;
  }
  [[nodiscard]] const Book& at(std::size_t position) const { return books_[position]; }
  [[nodiscard]] const Book& in(std::string_view code) const { return at(position(code)); }

 private:
  std::vector<std::string> codes_;
  std::vector<Book> books_;  // in the order of `codes_`
};

}  // namespace quoth::text
