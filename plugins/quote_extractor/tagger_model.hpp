// The trained tagger of a language as its file holds it: tables of vectors, layers of weights.
// train/tagger_export.py writes the file and describes its order.
//
// Thread rule: a tagger_model is immutable once read and may be shared.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <networks/model_file.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quoth::quotes {

using networks::factor;
using networks::instruction_set;
using networks::linear_layer;
using networks::model_error;
using networks::weight_matrix;
using networks::widest_instruction_set;

// Labels of a word for one anchor: outside, or begin or inside of a content, source or cue.
inline constexpr std::size_t tagger_labels = 7;
inline constexpr std::size_t anchor_kinds = 3;  // none, head of a cue, opening of a content

// Rows of small numbers under hashes of forms; row 0 is for all other forms.
struct form_table {
  std::vector<std::uint32_t> hashes;  // ascending; row i + 1 is that of hashes[i]
  std::vector<std::uint32_t> first;   // by the upper bits of a hash: where to look for it
  std::vector<std::int8_t> rows;
  std::size_t size = 0;  // of a row

  [[nodiscard]] const std::int8_t* of(std::uint32_t hash) const noexcept;
};

// x + linear(words `dilation` before, at and after, each rounded to `step`).
struct convolution {
  std::uint32_t dilation = 1;
  float step = 1;
  linear_layer linear;
};

// One network: vectors of words, convolutions over them, and a smaller network around each anchor.
struct tagger_network {
  std::size_t width = 0, narrow = 0;            // channels of the two parts
  form_table own;                               // beside the model's pretrained vectors
  std::vector<std::int8_t> prefixes, suffixes;  // hashed rows, as long as those of `own`
  std::vector<float> feature_table;             // feature_rows × width

  linear_layer input;  // two parts: pretrained, own
  std::vector<std::int32_t> input_offsets;
  std::vector<convolution> layers;
  float output_step = 1;
  linear_layer anchors, near, anchor;

  std::vector<float> distances, roles, kinds, sentences;  // rows of `narrow`
  std::vector<convolution> narrow_layers;
  float narrow_step = 1;
  linear_layer labels, valid;

  [[nodiscard]] std::uint32_t radius() const;  // words on each side that bear on a word's state
};

// Networks that were trained apart and whose scores are averaged (Hansen and Salamon 1990, "Neural
// Network Ensembles").
struct tagger_model {
  form_table pretrained;
  std::size_t hashed = 0;  // rows of prefixes and of suffixes
  std::vector<tagger_network> networks;
  std::array<std::array<float, tagger_labels>, tagger_labels> chain{};  // from, to

  float threshold = 0;        // of validity, log odds
  float threshold_named = 0;  // the same for a quote whose source is a name or a personal pronoun
  bool nested = false;        // whether a content may hold another quote

  [[nodiscard]] std::uint32_t radius() const;  // the widest of the networks

  // Throws model_error where `bytes` are no model, damaged, or made for other features; `file` is
  // for messages.
  static tagger_model read(std::string_view bytes, std::string_view file);
};

}  // namespace quoth::quotes
