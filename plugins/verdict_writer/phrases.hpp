// The sentences of one language: templates by key, months, labels, quotation marks.
#pragma once

#include <text/phrase_book.hpp>

namespace quoth::verdicts {

using text::placeholder;

class phrases : public text::phrase_book {
 public:
  phrases(const text::lexicon& shared, const text::lexicon& own);
};

}  // namespace quoth::verdicts
