// What the report and the ClaimReviews say around the words of documents, in each language.
#pragma once

#include <text/phrase_book.hpp>
#include <text/phrase_books.hpp>

namespace quoth::writers {

class interface_phrases : public text::phrase_book {
 public:
  interface_phrases(const text::lexicon& shared, const text::lexicon& own);
};

using interface_languages = text::phrase_books<interface_phrases>;

}  // namespace quoth::writers
