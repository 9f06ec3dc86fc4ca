// Quotes assembled from attributions and quotation marks: pieces, kind, status, confidence.
//
// Thread rule: an assembler belongs to one thread and keeps its memory between documents.
#pragma once

#include <cstdint>
#include <quoth/layers.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "attribution.hpp"
#include "pairing.hpp"
#include "words.hpp"

namespace quoth::quotes {

struct piece {
  quoth::span where;  // bytes; of content: quotation marks included
  quoth::span inner;  // without the marks of a quotation that is content as a whole
  quoth::part_role role;
};

struct found_quote {
  quoth::span where;  // from the first to the last content
  quoth::quote_kind kind = quoth::quote_kind::indirect;
  quoth::quote_status status = quoth::quote_status::asserted;
  double confidence = 0;
  std::uint32_t first_piece = 0;  // into the pieces beside the quotes
  std::uint32_t pieces = 0;
  std::uint32_t turn = nowhere;  // index of the turn that it is
};

struct extraction {
  std::vector<found_quote> quotes;  // in text order of their first content
  std::vector<piece> pieces;

  void clear() {
    quotes.clear();
    pieces.clear();
  }
  [[nodiscard]] std::span<const piece> pieces_of(const found_quote& q) const {
    return std::span(pieces).subspan(q.first_piece, q.pieces);
  }
};

// The content of a quote: its pieces joined by a space, outer quotation marks dropped.
void append_text(std::string_view text, std::span<const piece> pieces, std::string& out);

struct assembling_options {
  std::uint32_t min_words = 3;   // of a quotation without a cue
  bool fragments_apart = false;  // words in marks within a report are a direct quote beside it
};

class assembler {
 public:
  // `pieces`: contents of the attributions that the tagger found.
  void run(std::string_view text, const word_list& words, std::span<const quotation> quotations,
           std::span<const attribution> attributions, std::span<const word_range> pieces,
           const assembling_options& options, extraction& out);

 private:
  struct word_count {
    std::uint32_t quoted = 0, plain = 0;
  };

  void add(const attribution& a, const assembling_options& options, extraction& out);
  double add_contents(const attribution& a, extraction& out);
  double add_tagged(const attribution& a, extraction& out);
  void add_cue_and_source(const attribution& a, extraction& out) const;
  void add_fragments(const attribution& a, const found_quote& report, extraction& out);
  void judge_inner(std::span<const attribution> attributions);
  [[nodiscard]] bool is_cut_short(const attribution& a) const;
  void add_floating(const assembling_options& options, extraction& out);
  std::uint32_t add_chain(std::uint32_t q, extraction& out);
  void add_one(std::uint32_t q, extraction& out);
  std::uint32_t add_continuations(std::uint32_t q, extraction& out);
  std::uint32_t add_what_follows(std::uint32_t q, std::uint32_t last_word, extraction& out);
  [[nodiscard]] std::uint32_t next_outermost(std::uint32_t q) const;
  [[nodiscard]] bool is_fragment(word_range range) const;
  [[nodiscard]] bool passes_on(std::uint32_t q, std::uint32_t last_word) const;
  [[nodiscard]] std::uint32_t quotation_before(std::uint32_t cue, std::uint32_t last_word) const;
  [[nodiscard]] std::uint32_t next_beyond_asides(std::uint32_t q, std::uint32_t last_word) const;
  [[nodiscard]] bool goes_on(std::uint32_t last, std::uint32_t last_word, std::uint32_t q) const;
  [[nodiscard]] bool goes_on_in_sentence(std::uint32_t last_word, word_range range) const;
  [[nodiscard]] bool begins_small(word_range range) const;
  [[nodiscard]] bool fills_paragraph(std::uint32_t q) const;
  [[nodiscard]] bool reports_title(const attribution& a) const;
  [[nodiscard]] bool is_title(word_range range) const;
  void add_range(word_range range, extraction& out);
  void count(word_range range);
  [[nodiscard]] std::uint32_t spoken_words(word_range range) const;
  // Makes a quote of the pieces from `first_piece` on; drops them where none is content.
  bool finish(std::uint32_t first_piece, double confidence, extraction& out);

  std::string_view text_;
  const word_list* words_ = nullptr;
  std::span<const quotation> quotations_;
  std::span<const word_range> pieces_;
  const attribution* before_ = nullptr;  // the one added last
  std::vector<bool> used_;               // per quotation: part of a quote
  std::vector<bool> reported_;           // per quotation: by an attribution that stands outside it
  word_count counted_;                   // of the quote at hand
};

}  // namespace quoth::quotes
