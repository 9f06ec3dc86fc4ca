#include "titles.hpp"

#include "text/classes.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace quoth::speakers {

std::vector<full_name> full_names_in(std::string_view title, const lexicon& language) {
  std::vector<full_name> found;
  std::string_view before;
  for (std::size_t at = 0; at < title.size();) {
    const text::code_point c = text::decode(title, at);
    if (!text::is_letter(c.value)) {
      if (c.value != U' ') before = {};
      at += c.size;
      continue;
    }
    const std::size_t begin = at;
    while (at < title.size()) {
      const text::code_point next = text::decode(title, at);
      if (!text::is_letter(next.value) && !text::is_hyphen(next.value) &&
          !text::is_apostrophe(next.value)) {
        break;
      }
      at += next.size;
    }
    const std::string_view word = title.substr(begin, at - begin);
    const bool capital = text::is_upper(c.value);
    if (!before.empty() && capital) {
      const word_traits traits = language.find(text::to_lower(before));
      if (traits.is(given_name)) found.push_back({before, word, traits.sex});
    }
    before = capital ? word : std::string_view{};
  }
  return found;
}

}  // namespace quoth::speakers
