// The claims of a document: one a quotation, and one over the whole of a short text.
//
// In a short text without a quotation, what a sentence says that somebody known to the record
// wants, promises or rules out is a claim as well. Whom a quotation there is by, where the
// quotation itself does not tell, is the one speaker of the record whom the text names.
//
// Thread rule: pure functions.
#pragma once

#include <quoth/plugin.hpp>
#include <record/catalogue.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "differences.hpp"
#include "senses.hpp"

namespace quoth::matching {

struct document_layers {
  std::string_view text;
  rows<document_row> document;
  rows<language> languages;
  rows<sentence> sentences;
  rows<name> names;
  rows<quote> quotes;
  rows<speaker> speakers;
};

struct made_claim {
  span where = no_span;
  row<quote> of;             // none: the whole text
  std::string speaker;       // resolved against the record; empty: unknown
  std::string_view mention;  // empty: none
  std::string_view text;
  double confidence = 0.0;
  std::uint32_t known = record::no_speaker;  // in the catalogue
  manner how = manner::reported;
};

// A text of fewer words than this is a post and gets the claim over its whole text, last.
inline constexpr std::size_t post_words = 100;

[[nodiscard]] std::vector<made_claim> claims_of(const document_layers& document,
                                                const record::catalogue& speakers,
                                                const senses& language);

}  // namespace quoth::matching
