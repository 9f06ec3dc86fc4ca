// The whole extraction over one document: marks, words, cues, attributions, quotes.
//
// Thread rule: an extractor belongs to one thread and keeps its memory between documents.
#pragma once

#include <vector>

#include "attribution.hpp"
#include "layouts.hpp"
#include "quotes.hpp"

namespace quoth::quotes {

struct extraction_options {
  std::uint32_t min_words = 3;  // of a quotation without a cue
};

class extractor {
 public:
  // Appends the quotes of a document to `out`. Without a lexicon (nullptr: a language without
  // resources) only quotations in marks are found. Linear in the document.
  void run(const document_columns& columns, const lexicon* facts, const extraction_options& options,
           extraction& out);

  // Of the last document.
  [[nodiscard]] const word_list& words() const { return words_; }

 private:
  pairing pairing_;
  word_list words_;
  cue_finder cue_finder_;
  attributor attributor_;
  layout_reader layout_reader_;
  assembler assembler_;
  std::vector<quotation> quotations_;
  std::vector<cue> cues_;
  std::vector<attribution> attributions_;
};

}  // namespace quoth::quotes
