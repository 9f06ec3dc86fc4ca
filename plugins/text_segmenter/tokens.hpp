// Tokens: words, numbers, marks. One pass, by byte classes while the text is ASCII.
//
//   word         don’t  well-known  F-16  U.S.  AT&T  @handle  #tag
//   number       1,000  3.5  10:30  9/11  2bn  90s
//   quote_mark   each quotation mark that is not inside a word, the apostrophe of ’90s included
//   punctuation  each other mark; runs of full stops and of hyphens are one
//   symbol       currency, %, emoji with their modifiers, addresses (https://…, a@b.org, b.org/c)
//
// White space, control characters and invisible format characters are in no token. A malformed
// byte is a symbol.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "segmentation.hpp"

namespace quoth::segmenter {

// Appends the tokens of text[begin, end) to `out`, all columns but the sentences, and to `stops`
// the rows of those after which a sentence may end: marks such as . ! ? … and dotted
// abbreviations such as U.S.
void tokenise(std::string_view text, std::uint32_t begin, std::uint32_t end, token_columns& out,
              std::vector<std::uint32_t>& stops);

}  // namespace quoth::segmenter
