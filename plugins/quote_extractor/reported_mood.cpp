#include "reported_mood.hpp"

#include <algorithm>
#include <cstdint>

namespace quoth::quotes {
namespace {

constexpr std::int32_t strength_of_mood = 5;  // log odds, in tenths

bool in_reported_mood(const word_list& words, word_range sentence) {
  bool found = false;
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    const word& w = words[i];
    // A condition (Wenn das wahr wäre …) is in the same mood and reports nothing.
    if (i == sentence.begin && w.is(subordinator)) return false;
    found = found || (!w.quoted() && w.is(reported_mood) && w.shape == word_shape::lower);
  }
  return found;
}

}  // namespace

void find_reported_mood(const word_list& words, std::vector<attribution>& out) {
  std::vector<std::uint32_t> by_sentence(words.sentences(), nowhere);
  const auto attributions = static_cast<std::uint32_t>(out.size());
  for (std::uint32_t i = 0; i < attributions; ++i) {
    const std::uint32_t at = !out[i].cue.empty()       ? out[i].cue.begin
                             : !out[i].content.empty() ? out[i].content.begin
                                                       : nowhere;
    if (at != nowhere && words[at].sentence != nowhere) by_sentence[words[at].sentence] = i;
  }
  word_range source;
  std::uint32_t source_paragraph = nowhere;
  for (std::uint32_t s = 0; s < words.sentences(); ++s) {
    if (by_sentence[s] != nowhere) {
      source = out[by_sentence[s]].source;
      source_paragraph = words.paragraph(s);
      continue;
    }
    if (!in_reported_mood(words, words.sentence(s))) continue;
    attribution found;
    found.strength = strength_of_mood;
    if (source_paragraph == words.paragraph(s)) found.source = source;
    found.content.begin = words.sentence(s).begin;
    const std::uint32_t paragraph = words.paragraph(s);
    while (s + 1 < words.sentences() && words.paragraph(s + 1) == paragraph &&
           by_sentence[s + 1] == nowhere && in_reported_mood(words, words.sentence(s + 1))) {
      ++s;
    }
    found.content.end = words.sentence(s).end;
    out.push_back(found);
  }
}

}  // namespace quoth::quotes
