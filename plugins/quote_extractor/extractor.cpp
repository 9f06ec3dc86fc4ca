#include "extractor.hpp"

#include "reported_mood.hpp"

namespace quoth::quotes {
namespace {

constexpr std::int32_t least_cue_strength = 4;  // log odds in tenths: cues are likelier than not

const lexicon& empty_lexicon() {
  static const lexicon empty = lexicon::read({}, "");
  return empty;
}

}  // namespace

void extractor::run(const document_columns& columns, const lexicon* facts,
                    const extraction_options& options, extraction& out) {
  const lexicon& known = facts ? *facts : empty_lexicon();
  quotations_.clear();
  cues_.clear();
  attributions_.clear();
  pairing_.run(columns.text, columns.paragraphs, quotations_);
  words_.build(columns, quotations_, known);
  cue_finder_.run(columns.text, words_, known, least_cue_strength, cues_);
  attributor_.run(words_, quotations_, cues_, known, attributions_);
  layout_reader_.run(words_, quotations_, attributions_);
  if (known.has_reported_mood()) find_reported_mood(words_, attributions_);
  assembler_.run(columns.text, words_, quotations_, attributions_, {options.min_words}, out);
}

}  // namespace quoth::quotes
