#include "extractor.hpp"

#include <algorithm>
#include <text/utf8.hpp>

#include "closing_reports.hpp"
#include "reported_mood.hpp"
#include "tagged_attributions.hpp"

namespace quoth::quotes {
namespace {

// Log odds in tenths: what stands around a cue decides; less so where the verb stands second.
std::int32_t least_cue_strength(bool verb_second) {
  return verb_second ? -3 : -5;
}

const lexicon& empty_lexicon() {
  static const lexicon empty = lexicon::read({}, "");
  return empty;
}

// The words of a turn without white space at their ends. Where they begin is a column like any
// other: it may lie outside the turn or within a code point.
quoth::span words_of(std::string_view text, const transcript_turn& turn) {
  constexpr std::string_view space = " \t\r\n";
  const std::uint32_t end_of_turn = turn.where.end;
  std::uint32_t begin = std::clamp(turn.words, turn.where.begin, end_of_turn);
  std::uint32_t end = end_of_turn;
  while (begin < end && text::is_continuation(text[begin])) ++begin;
  while (begin < end && space.find(text[begin]) != std::string_view::npos) ++begin;
  while (end > begin && space.find(text[end - 1]) != std::string_view::npos) --end;
  return {begin, end};
}

}  // namespace

void extractor::add_turns(std::string_view text, std::span<const transcript_turn> turns,
                          extraction& out) {
  first_hand_.clear();
  for (std::uint32_t i = 0; i < turns.size(); ++i) {
    first_hand_.push_back(turns[i].where);
    const quoth::span words = words_of(text, turns[i]);
    if (words.empty()) continue;
    found_quote q;
    q.where = words;
    q.kind = quoth::quote_kind::direct;
    q.confidence = 1.0;
    q.turn = i;
    q.first_piece = static_cast<std::uint32_t>(out.pieces.size());
    out.pieces.push_back({words, words, quoth::part_role::content});
    if (!turns[i].label.empty()) {
      out.pieces.push_back({turns[i].label, turns[i].label, quoth::part_role::source});
    }
    q.pieces = static_cast<std::uint32_t>(out.pieces.size()) - q.first_piece;
    out.quotes.push_back(q);
  }
}

std::span<const word_features> extractor::read_features(std::string_view text,
                                                        const lexicon& facts) {
  cue_finder_.strengths(text, words_, facts, verb_parts_, strengths_);
  feature_reader_.run(text, words_, quotations_, strengths_, attributions_, features_);
  return features_;
}

void extractor::retag(std::string_view text, const lexicon& facts, const tagger_model& model) {
  const std::span<const word_features> rows = read_features(text, facts);
  tagged_.quotes.clear();
  tagged_.spans.clear();
  tagger_.run(model, words_, rows, attributions_, tagged_);
  proposals_.swap(attributions_);
  attributions_.clear();
  attribute_tagged(tagged_, proposals_, words_, attributions_, pieces_);
}

void extractor::run(document_columns columns, std::span<const transcript_turn> turns,
                    const lexicon* facts, const extraction_options& options, extraction& out) {
  const lexicon& known = facts ? *facts : empty_lexicon();
  quotations_.clear();
  cues_.clear();
  attributions_.clear();
  add_turns(columns.text, turns, out);
  columns.first_hand = first_hand_;
  pairing_.run(columns.text, columns.paragraphs, quotations_);
  words_.build(columns, quotations_, known);
  verb_parts_.read(columns.text, words_, known);
  cue_finder_.run(columns.text, words_, known, verb_parts_, least_cue_strength(known.verb_second()),
                  cues_);
  attributor_.run(words_, quotations_, cues_, known, verb_parts_, attributions_);
  if (known.speech_in_dashes()) insertion_reader_.run(words_, quotations_, attributions_);
  layout_reader_.run(words_, quotations_, known, attributions_);
  if (options.model == nullptr) {
    find_closing_reports(columns.text, words_, known, verb_parts_, attributions_);
  }
  // The tagger was trained on sentences in that mood read whole.
  const mood_reading mood =
      options.model == nullptr ? mood_reading::clauses : mood_reading::sentences;
  if (known.has_reported_mood()) find_reported_mood(words_, mood, attributions_);
  pieces_.clear();
  if (options.model != nullptr) {
    retag(columns.text, known, *options.model);
    layout_reader_.run(words_, quotations_, known, attributions_);
  }
  drop_rubrics_of_headline(columns.text, words_, attributions_);
  const bool apart = options.fragments == fragment_reading::language
                         ? known.fragments_apart()
                         : options.fragments == fragment_reading::apart;
  assembler_.run(columns.text, words_, quotations_, attributions_, pieces_,
                 {options.min_words, apart}, out);
}

}  // namespace quoth::quotes
