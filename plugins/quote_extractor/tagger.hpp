// Runs a trained tagger over a document: which words are anchors of attributions (heads of cues,
// openings of contents that no cue reports), and for each the words of its content, source and
// cue.
//
// Texts are read in parts of bounded size and every anchor in a bounded window, so that time is
// linear and memory does not grow with the text. Results are equal on all machines
// (integer_products.hpp).
//
// Thread rule: a tagger belongs to one thread and keeps its memory between documents.
#pragma once

#include <array>
#include <cstdint>
#include <quoth/layers.hpp>
#include <span>
#include <vector>

#include "attribution.hpp"
#include "tagger_model.hpp"
#include "word_features.hpp"
#include "words.hpp"

namespace quoth::quotes {

struct tagged_span {
  quoth::part_role role = quoth::part_role::content;
  word_range where;
};

struct tagged_quote {
  std::uint32_t anchor = 0;
  bool has_cue = true;           // the anchor heads a cue
  float validity = 0;            // log odds that there is a quote
  std::uint32_t rule = nowhere;  // what the rules propose for the anchor: an attribution, or none
  word_range window;             // what was looked at
  std::uint32_t first_span = 0;  // into the spans beside the quotes
  std::uint32_t spans = 0;
};

struct tagging {
  std::vector<tagged_quote> quotes;  // by their anchors
  std::vector<tagged_span> spans;

  [[nodiscard]] std::span<const tagged_span> spans_of(const tagged_quote& q) const {
    return std::span(spans).subspan(q.first_span, q.spans);
  }
};

class tagger {
 public:
  explicit tagger(instruction_set set = widest_instruction_set()) : set_(set) {}

  // The quotes that the model finds, those kept among them that exclude one another. `rows` are
  // of all words (feature_reader), `rules` what the rules propose.
  void run(const tagger_model& model, const word_list& words, std::span<const word_features> rows,
           std::span<const attribution> rules, tagging& out);

 private:
  struct candidate {
    std::uint32_t anchor;
    std::uint32_t kind;
    float score;
  };

  // What a network makes of the words of a part.
  struct reading {
    std::vector<std::uint8_t> states;  // rounded, rows of its width
    std::vector<float> near;           // what windows need of them, rows of its narrow width
  };

  void encode(std::uint32_t begin, std::uint32_t end);
  void encode(const tagger_network& m, reading& out, std::uint32_t begin, std::uint32_t end);
  void read_inputs(const tagger_network& n, std::uint32_t begin, std::uint32_t end);
  void apply(const linear_layer& layer, const std::uint8_t* activations, std::size_t stride,
             std::size_t rows, float* out);
  const std::uint8_t* convolve(const std::vector<convolution>& layers, std::size_t width,
                               std::size_t rows, word_range wanted, float step,
                               std::vector<float>& states);
  void index_rules();
  void find_candidates(std::uint32_t begin, std::uint32_t core_begin, std::uint32_t core_end);
  void tag(const candidate& c, std::uint32_t begin);
  void read_window(const tagger_network& m, const reading& read, const candidate& c,
                   word_range window, std::uint32_t begin);
  float validity_of(const candidate& c, word_range window, std::uint32_t begin);
  void score_window(const candidate& c, word_range window, std::uint32_t begin);
  [[nodiscard]] word_range window_of(std::uint32_t anchor) const;
  [[nodiscard]] bool has_named_source(const tagged_quote& quote) const;
  void best_labels(std::size_t rows);
  void keep_consistent(tagging& out);

  instruction_set set_;
  const tagger_model* model_ = nullptr;
  const word_list* words_ = nullptr;
  std::span<const word_features> rows_;
  std::span<const attribution> rules_;
  std::vector<std::uint32_t> rule_at_;  // per word: the attribution whose cue or content begins
  std::vector<reading> readings_;       // of the networks
  std::vector<float> states_, narrow_, scores_, network_scores_, anchor_, anchor_scores_;
  std::array<std::vector<std::uint8_t>, 2> rounded_;  // what layers read and write in turn
  std::vector<std::uint8_t> inputs_;
  std::vector<std::int32_t> sums_;
  std::vector<candidate> candidates_;
  std::vector<std::uint8_t> back_, labels_;
  tagging all_;
  std::vector<std::uint8_t> taken_;         // per word: in a cue (1), in a content (2)
  std::vector<std::uint32_t> content_end_;  // per word with which a content begins: its end
  std::vector<std::uint32_t> order_;
};

}  // namespace quoth::quotes
