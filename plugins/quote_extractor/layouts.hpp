// Attributions that layout makes, without a verb: Name: “…”, “…” – Name, Name: what he claims.
//
// Thread rule: a layout_reader belongs to one thread and keeps its memory between documents.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "attribution.hpp"
#include "lexicon.hpp"
#include "pairing.hpp"
#include "words.hpp"

namespace quoth::quotes {

// Whether layout alone tells who says what stands behind a colon: in headings and short texts, and
// where a rubric opens the sentence (Photo: …).
[[nodiscard]] bool layout_decides(const word_list& words, std::uint32_t colon);

class layout_reader {
 public:
  // Appends attributions of quotations that none of those in `out` has, and of claims behind a
  // name and a colon in headings and short texts. Gives those in `out` that have no source, and a
  // noun for a cue before a colon, the name that opens their sentence.
  void run(const word_list& words, std::span<const quotation> quotations, const lexicon& facts,
           std::vector<attribution>& out);

 private:
  [[nodiscard]] std::uint32_t behind_comment(word_range lead) const;
  [[nodiscard]] word_range name_before_colon(word_range lead) const;
  [[nodiscard]] word_range leading_name(word_range lead) const;
  [[nodiscard]] word_range last_name(word_range lead) const;
  [[nodiscard]] word_range name_behind(std::uint32_t at, word_range sentence) const;
  [[nodiscard]] bool has_name(word_range range) const;
  [[nodiscard]] bool names_speaker(word_range label) const;
  [[nodiscard]] bool describes_speaker(word_range label) const;
  [[nodiscard]] bool is_apposition(word_range range) const;
  [[nodiscard]] bool is_reported(std::uint32_t colon, std::span<const attribution> known) const;
  [[nodiscard]] bool owns_words(std::uint32_t at, std::uint32_t end) const;
  void name_source(attribution& a) const;
  bool attribute_quotation_behind_dash(std::uint32_t q, attribution& found) const;
  bool attribute_claim_before_dash(std::uint32_t sentence, std::vector<attribution>& out) const;
  bool attribute_unclosed(std::uint32_t q, std::vector<attribution>& out);
  void attribute_quotation(std::uint32_t q, std::vector<attribution>& out);
  void attribute_claim(std::uint32_t sentence, std::vector<attribution>& out) const;

  const word_list* words_ = nullptr;
  std::span<const quotation> quotations_;
  bool nouns_in_capitals_ = false;
  std::vector<std::uint32_t> first_cue_;  // per sentence: where its first cue begins, or nowhere
  std::vector<bool> taken_;               // per quotation
};

// Drops what the headline of an article, its first paragraph, says behind a single word that opens
// it and is nobody's name in the rest: [Handball]: Brennick lose again; [Storm] warning for the
// coast.
void drop_rubrics_of_headline(std::string_view text, const word_list& words,
                              std::vector<attribution>& out);

}  // namespace quoth::quotes
