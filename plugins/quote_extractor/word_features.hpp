// What the trained model reads of a document: a row of numbers a word, made from the word's form,
// its classes, the quotation marks around it, and what the rules propose for it.
//
// The trainer reads the same rows (extract_file features), so training and use cannot differ.
//
// Thread rule: a feature_reader belongs to one thread and keeps its memory between documents.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "attribution.hpp"
#include "pairing.hpp"
#include "words.hpp"

namespace quoth::quotes {

// Features of few values, each with its own rows in one table of the model; word_class bits follow.
enum class feature : std::uint8_t {
  shape,
  quotation,  // where the word stands to quotation marks
  strength,   // of a cue, by the lexicon
  speaker,    // the rules' cue and source
  reach,      // the rules' content
  from_start,
  to_end,  // of the sentence, in words
  place,   // of the sentence in its paragraph, of the paragraph in the text
};
inline constexpr std::size_t features = 8;
inline constexpr std::array<std::uint8_t, features> feature_values{24, 12, 16, 8, 12, 8, 8, 12};
inline constexpr std::uint32_t class_bits = 41;
inline constexpr std::uint32_t feature_rows = 24 + 12 + 16 + 8 + 12 + 8 + 8 + 12 + class_bits;

struct word_features {
  std::uint32_t form = 0;                     // hashes of the form in lower case, of
  std::uint32_t prefix = 0;                   // its first three code points, and of
  std::uint32_t suffix = 0;                   // its last three
  std::array<std::uint8_t, features> rows{};  // of the table, class bits excluded
  std::uint64_t classes = 0;
};

// Hash of a form, as the model's vocabulary keeps it (FNV-1a, 32 bits).
[[nodiscard]] constexpr std::uint32_t form_hash(std::string_view form) noexcept {
  std::uint32_t hash = 2166136261U;
  for (const char c : form) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

class feature_reader {
 public:
  // One row a word. `strengths` are the cue strengths of all words (cue_finder::strengths).
  void run(std::string_view text, const word_list& words, std::span<const quotation> quotations,
           std::span<const std::int32_t> strengths, std::span<const attribution> attributions,
           std::vector<word_features>& out);

 private:
  void read_forms(std::string_view text, const word_list& words, std::vector<word_features>& out);
  void read_quotations(const word_list& words, std::span<const quotation> quotations,
                       std::span<const attribution> attributions, std::vector<word_features>& out);
  static void read_places(const word_list& words, std::vector<word_features>& out);

  std::string form_;
  std::vector<bool> attributed_;  // per quotation
};

// What an attribution of the rules makes of word `i`: the part of `attribution_role` values.
enum class attribution_role : std::uint8_t {
  none,
  head,
  cue,
  source_begin,
  source,
  content_begin,
  content,
  content_end,
  more_begin,
  more,
  more_end,
  quotation_begin,
  quotation,
  quotation_end,
};
inline constexpr std::size_t attribution_roles = 14;
[[nodiscard]] attribution_role role_of(const attribution& a, const word_list& words,
                                       std::uint32_t i);

}  // namespace quoth::quotes
