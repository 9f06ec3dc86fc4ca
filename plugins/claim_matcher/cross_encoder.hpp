// A network that reads a claim and a statement together and tells what the one makes of the other:
// a transformer encoder (Vaswani and others, NIPS 2017; BERT: Devlin and others, NAACL 2019) of
// 8-bit weights, whose states are rounded to 7 bits before each product, from the least of a row to
// its greatest. train/retelling_network.py trains it, retelling_export.py writes the file and
// describes its order. All instruction sets give the same numbers, bit for bit.
//
// Thread rule: a cross_encoder_model is immutable once read and may be shared; a cross_encoder
// belongs to one thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <networks/model_file.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "word_pieces.hpp"

namespace quoth::matching {

struct cross_encoder_model {
  static constexpr std::size_t classes = 3;  // told, bent, other

  // A product whose inputs reach from any number to any other: `sums` are those of each output's
  // weights times its step.
  struct product {
    networks::linear_layer linear;
    std::vector<float> sums;
  };
  struct normalisation {  // Ba and others, 2016
    std::vector<float> gains, biases;
  };
  struct layer {
    product seen;  // queries, keys and values
    product attended;
    normalisation after_attention;
    product wide, narrow;
    normalisation after_narrow;
  };

  std::size_t size = 0, heads = 0;                       // of a state
  std::size_t most_of_claim = 0, most_of_statement = 0;  // pieces
  word_pieces pieces;
  std::uint32_t first = 0, end = 0, unknown = 0;  // pieces: [CLS], [SEP], [UNK]
  std::vector<std::int8_t> vectors;               // of the pieces
  std::vector<float> steps;                       // of these, one a piece
  std::vector<float> positions;                   // rows of `size`
  std::vector<float> second;                      // what a piece of the statement has more
  normalisation input;
  std::vector<layer> layers;
  product hidden, output;

  // How its likelihoods are weighed beside those of retelling_model's trees: powers of the two, and
  // what each class gains, in nats.
  float weight = 1.0F, weight_of_trees = 1.0F;
  std::array<float, classes> gains{};

  // Throws networks::model_error where `bytes` are no model or damaged; `file` is for messages.
  static cross_encoder_model read(std::string_view bytes, std::string_view file);
};

class cross_encoder {
 public:
  explicit cross_encoder(std::shared_ptr<const cross_encoder_model> model,
                         networks::instruction_set set = networks::widest_instruction_set());

  using likelihoods = std::array<double, cross_encoder_model::classes>;

  // The claim that statements are read beside from here on.
  void read_claim(std::string_view text);
  // Likelihoods of the classes; they sum to 1. Of long texts the beginning is read. What was read
  // beside this claim before is not read again.
  [[nodiscard]] const likelihoods& read_statement(std::string_view text);

 private:
  [[nodiscard]] likelihoods read(std::string_view statement);
  void embed();
  void apply(const cross_encoder_model::product& product, const std::vector<float>& x,
             std::size_t rows, std::vector<float>& out);
  void attend();
  void add_normalised(const cross_encoder_model::normalisation& norm);

  std::shared_ptr<const cross_encoder_model> model_;
  networks::instruction_set set_;
  std::string claim_text_;
  std::unordered_map<std::string, likelihoods> read_;  // by statements
  std::vector<std::uint32_t> claim_, pieces_;
  std::size_t rows_ = 0;
  // Rows of numbers, one a piece.
  std::vector<float> states_, seen_, change_, wide_, keys_, weights_, pooled_;
  std::vector<float> least_, steps_;  // of each row that is rounded
  std::vector<std::uint8_t> rounded_;
  std::vector<std::int32_t> sums_;
};

}  // namespace quoth::matching
