// The quotes of a text in readable form, found by the extractor with the shipped lexicons.
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "extractor.hpp"
#include "segmented_text.hpp"
#include "shipped_lexicon.hpp"

namespace quoth::quotes {

struct readable_quote {
  std::string kind, status, source, cue;
  std::string content;  // pieces as they stand, parted by " | "
  std::string text;
  double confidence = 0;
};

inline std::ostream& operator<<(std::ostream& out, const readable_quote& q) {
  return out << q.kind << ' ' << q.status << " <" << q.source << "> {" << q.cue << "} ["
             << q.content << "]";
}

inline std::string pieces_of(std::string_view text, std::span<const piece> pieces,
                             quoth::part_role role) {
  std::string joined;
  for (const piece& p : pieces) {
    if (p.role != role) continue;
    if (!joined.empty()) joined += " | ";
    joined += p.where.of(text);
  }
  return joined;
}

// `facts` false: as in a language without resources.
inline std::vector<readable_quote> quotes_in(std::string_view text, const std::string& language,
                                             bool facts = true, std::uint32_t min_words = 3) {
  static const char* const kinds[] = {"direct", "mixed", "indirect"};
  static const char* const states[] = {"asserted", "alleged", "denied"};
  segmented_text segmented(language);
  extractor extract;
  extraction found;
  extract.run(segmented.segment(text), {}, facts ? &shipped_lexicon(language) : nullptr,
              {min_words}, found);
  std::vector<readable_quote> readable;
  for (const found_quote& q : found.quotes) {
    readable_quote& r = readable.emplace_back();
    const auto pieces = found.pieces_of(q);
    r.kind = kinds[static_cast<std::size_t>(q.kind)];
    r.status = states[static_cast<std::size_t>(q.status)];
    r.source = pieces_of(text, pieces, quoth::part_role::source);
    r.cue = pieces_of(text, pieces, quoth::part_role::cue);
    r.content = pieces_of(text, pieces, quoth::part_role::content);
    append_text(text, pieces, r.text);
    r.confidence = q.confidence;
  }
  return readable;
}

}  // namespace quoth::quotes
