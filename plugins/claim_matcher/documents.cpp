#include "documents.hpp"

#include <algorithm>

#include "matcher.hpp"

namespace quoth::matching {

void documents::forget() {
  known_.clear();
  own_.clear();
  words_.clear();
}

const record::found_document& documents::at(std::int64_t row) {
  const auto [at, fresh] = known_.try_emplace(row);
  if (fresh) book_.document(row, at->second);
  return at->second;
}

bool documents::is_own(const wanted& claim, const record::found_document& from,
                       std::int64_t statement) {
  if (from.id != claim.document) return false;
  const auto [at, fresh] = own_.try_emplace(from.row, false);
  if (!fresh) return at->second;
  if (from.title != claim.title || from.date != claim.day || from.url != claim.url) return false;
  at->second = true;
  record::found_statement next;
  for (const int direction : {1, -1}) {
    for (std::int64_t row = direction > 0 ? statement : statement - 1;
         at->second && row > 0 && book_.statement(row, next) && next.document == from.row;
         row += direction) {
      if (!has_words(claim.document_text, next.text, claim.lang)) at->second = false;
    }
  }
  return at->second;
}

// Whether each word of a statement is in the claim's document.
bool documents::has_words(std::string_view document, std::string_view statement,
                          std::string_view lang) {
  if (words_.empty()) {
    list_.split(document, lang);
    for (const record::word& word : list_.all()) words_.insert(word.hash);
  }
  list_.split(statement, lang);
  return std::ranges::all_of(list_.all(),
                             [&](const record::word& word) { return words_.contains(word.hash); });
}

}  // namespace quoth::matching
