#include "claim_reading.hpp"

#include <text/fold.hpp>

namespace quoth::matching {

claim_reading::claim_reading(const document_layers& of, const record::catalogue& known,
                             const senses& in)
    : layers(of), speakers(known), language(in), is_short(is_post(of.text)) {
  if (!of.document.empty()) day = of.document.front().date.value_or("");
  if (is_short) named.emplace(of.text, language, speakers, day);
  speaker_of.assign(of.quotes.size(), QUOTH_NO_ROW);
  for (std::uint32_t i = 0; i < of.speakers.size(); ++i) {
    const std::uint32_t said = of.speakers.get<&speaker::quote>(i).id;
    if (said < speaker_of.size() && speaker_of[said] == QUOTH_NO_ROW) speaker_of[said] = i;
  }
  attribution_of.resize(of.quotes.size());
  for (std::uint32_t i = 0; i < of.parts.size(); ++i) {
    const std::uint32_t said = of.parts.get<&quote_part::quote>(i).id;
    const bool content = of.parts.get<&quote_part::role>(i) == part_role::content;
    if (said < attribution_of.size() && !content) attribution_of[said].push_back(i);
  }
}

bool claim_reading::is_negation(std::string_view word) const {
  return (language.of(text::match_key(word)).classes & negation) != 0;
}

bool claim_reading::is_pronoun(std::string_view mention) const {
  return (language.of(text::match_key(mention)).classes & pronoun) != 0;
}

}  // namespace quoth::matching
