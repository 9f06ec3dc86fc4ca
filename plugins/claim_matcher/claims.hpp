// The claims of a document: one a quotation, and one over the whole of a short text.
//
// In a short text without any quotation, a denied one included, what a sentence says that somebody
// known to the record wants, promises or rules out is a claim as well: an act. Whom a quotation
// there is by, where the quotation itself does not tell, is the one speaker of the record whom the
// text names.
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
  rows<quote_part> parts{};
};

struct made_claim {
  span where = no_span;
  row<quote> of;             // none: an act, or the whole text
  std::string speaker;       // resolved against the record; empty: unknown
  std::string_view mention;  // empty: none
  std::string office;  // by which a post names the speaker, of a house: nobody is known to have it
  std::string_view text;
  std::string_view cue;     // the words that report the quotation: asks for; empty: none
  std::vector<span> aside;  // bytes of `text` that tell whose words it has: laut Ida Roe
  double confidence = 0.0;
  std::uint32_t known = record::no_speaker;   // in the catalogue
  std::uint32_t holder = record::no_speaker;  // of an office that the text names, with nobody known
  std::vector<std::uint32_t> namesakes;       // who may be meant by a name that several share
  std::uint32_t named = record::no_speaker;   // alone in a post; a claim of theirs, or none
  manner how = manner::reported;
  bool of_denial = false;  // the document denies words: `named` is not shown by a contradiction
  bool is_whole_text = false;
  bool denied = false;  // a "not" or "refuses" stands before the words in their sentence
};

// A text of fewer words than this, and no more bytes, is a post and gets the claim over its whole
// text, last. Bytes count where there is no white space between words.
inline constexpr std::size_t post_words = 100;
inline constexpr std::size_t post_bytes = 4000;

// Whether the text is a post; one of white space is not.
[[nodiscard]] bool is_post(std::string_view text) noexcept;

[[nodiscard]] std::vector<made_claim> claims_of(const document_layers& document,
                                                const record::catalogue& speakers,
                                                const senses& language);

}  // namespace quoth::matching
