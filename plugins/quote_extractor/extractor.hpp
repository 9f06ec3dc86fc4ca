// The whole extraction over one document: marks, words, cues, attributions, quotes.
//
// Thread rule: an extractor belongs to one thread and keeps its memory between documents.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "attribution.hpp"
#include "insertions.hpp"
#include "layouts.hpp"
#include "quotes.hpp"
#include "tagger.hpp"
#include "tagger_model.hpp"
#include "word_features.hpp"

namespace quoth::quotes {

// A turn of a transcript: the label, then the words. Byte offsets.
struct transcript_turn {
  quoth::span where;
  quoth::span label;
  std::uint32_t words = 0;
};

// Whether words in marks within reported speech are direct quotes of their own beside the report.
enum class fragment_reading : std::uint32_t { language, apart, within };

struct extraction_options {
  std::uint32_t min_words = 3;                              // of a quotation without a cue
  fragment_reading fragments = fragment_reading::language;  // language: as its grammar.tsv says
  const tagger_model* model = nullptr;  // of the language, or none: rules alone; outlives the call
};

class extractor {
 public:
  // Appends the quotes of a document to `out`. Without a lexicon (nullptr: a language without
  // resources) only quotations in marks are found. Each turn is one direct quote of its label.
  // Linear in the document.
  void run(document_columns columns, std::span<const transcript_turn> turns, const lexicon* facts,
           const extraction_options& options, extraction& out);

  // Of the last document: its words, the attributions found, what the model tagged, and what the
  // model reads of both.
  [[nodiscard]] const word_list& words() const { return words_; }
  [[nodiscard]] std::span<const attribution> attributions() const { return attributions_; }
  [[nodiscard]] const tagging& tagged() const { return tagged_; }
  [[nodiscard]] std::span<const word_features> read_features(std::string_view text,
                                                             const lexicon& facts);

 private:
  // Puts what the model finds in the place of what the rules found.
  void retag(std::string_view text, const lexicon& facts, const tagger_model& model);
  void add_turns(std::string_view text, std::span<const transcript_turn> turns, extraction& out);

  pairing pairing_;
  word_list words_;
  verb_part_finder verb_parts_;
  cue_finder cue_finder_;
  attributor attributor_;
  insertion_reader insertion_reader_;
  layout_reader layout_reader_;
  feature_reader feature_reader_;
  tagger tagger_;
  assembler assembler_;
  std::vector<quotation> quotations_;
  std::vector<cue> cues_;
  std::vector<attribution> attributions_;
  std::vector<attribution> proposals_;  // the rules' attributions, where a model goes on from them
  std::vector<std::int32_t> strengths_;
  std::vector<word_features> features_;
  tagging tagged_;
  std::vector<word_range> pieces_;
  std::vector<quoth::span> first_hand_;
};

}  // namespace quoth::quotes
