// Unicode as the scorer sees it: what a word is, what lower case is. Texts are code points, because
// the offsets of gold data count them.
#ifndef QUOTH_HOST_EVAL_UNICODE_HPP
#define QUOTH_HOST_EVAL_UNICODE_HPP

#include <string>
#include <string_view>
#include <vector>

namespace quoth::host::eval {

[[nodiscard]] std::u32string code_points(std::string_view utf8);

/// A letter, a digit or anything numeric, or "_": the `\w` of Python, which defines the figures.
[[nodiscard]] bool is_word(char32_t c);

/// Full lower-casing, without a locale.
[[nodiscard]] std::string lower(std::string_view utf8);

/// Compatibility composition, NFKC.
[[nodiscard]] std::string compose(std::string_view utf8);

/// The words of a text, in order.
[[nodiscard]] std::vector<std::u32string> words_of(std::string_view utf8);

}  // namespace quoth::host::eval

#endif
