// What the making of claims reads of a document, and what it looks up.
//
// Belongs to one thread.
#pragma once

#include <cstdint>
#include <optional>
#include <record/catalogue.hpp>
#include <string_view>
#include <vector>

#include "claims.hpp"
#include "named_speakers.hpp"
#include "senses.hpp"

namespace quoth::matching {

struct claim_reading {
  // All three must outlive this.
  claim_reading(const document_layers& of, const record::catalogue& known, const senses& in);

  [[nodiscard]] bool is_negation(std::string_view word) const;
  [[nodiscard]] bool is_pronoun(std::string_view mention) const;

  const document_layers& layers;
  const record::catalogue& speakers;
  const senses& language;
  bool is_short;
  std::string_view day;
  std::optional<named_speakers> named;    // of a short text
  std::vector<std::uint32_t> speaker_of;  // each quotation's row of its speaker, QUOTH_NO_ROW
  std::vector<std::vector<std::uint32_t>> attribution_of;  // rows of each one's cues and sources
};

}  // namespace quoth::matching
