#include "insertions.hpp"

#include <algorithm>

namespace quoth::quotes {
namespace {

constexpr std::uint32_t longest_insertion = 40;     // words between the dashes
constexpr std::uint32_t longest_source = 14;        // words
constexpr std::int32_t strength_of_insertion = 30;  // log odds, in tenths

}  // namespace

// The name or noun phrase behind the verb, and behind when and where it was said: повідомив у
// понеділок [міністерка Олена Карвацька], яка прибула вранці.
word_range insertion_reader::source_at(std::uint32_t at, std::uint32_t end) const {
  const word_list& words = *words_;
  end = std::min(end, at + longest_source);
  while (at + 2 < end && (words[at].is(adverb | time_word) ||
                          (words[at].is(preposition) && words[at + 1].is_word()))) {
    at += words[at].is(preposition) ? 2 : 1;
  }
  std::uint32_t last = at;
  while (last < end && words[last].is_word() && !words[last].is(time_word | relative | verb) &&
         (!words[last].is(preposition) || words[last].is(topic))) {
    ++last;
  }
  return {at, last};
}

// Whether a verb of speech stands at `at`: one that is known, or a word of which nothing else is
// known before a name or pronoun that ends the insertion: — усміхнувся [він]. — …
bool insertion_reader::speaks(std::uint32_t at, std::uint32_t end) const {
  const word_list& words = *words_;
  const word& w = words[at];
  if (w.shape != word_shape::lower) return false;
  if (w.is(saying)) return true;
  if ((w.classes & ~std::uint64_t{verb}) != 0 || at + 1 >= end) return false;
  const word& next = words[at + 1];
  const std::uint32_t last = source_at(at + 1, end).end;
  if (last >= end) return false;
  if (words[last].is_word() && !words[last].is(preposition | time_word)) return false;
  std::uint32_t stop = last;
  while (stop < end && words[stop].is_word()) ++stop;
  const bool goes_on = stop + 1 < end && words[stop + 1].shape == word_shape::dash;
  const bool ends = stop + 1 >= end;
  if (next.shape == word_shape::capital || next.is(subject_pronoun)) {
    return goes_on || ends;
  }
  if (w.is(verb) && (goes_on || ends)) return true;  // — сміється 19-річний форвард.
  return goes_on && next.classes == 0 && last <= at + 3;  // — сміється жінка. — …
}

bool insertion_reader::attribute(word_range speech, attribution& found) const {
  const word_list& words = *words_;
  for (std::uint32_t i = speech.begin + 2; i + 1 < speech.end; ++i) {
    if (words[i].shape != word_shape::dash || words[i - 1].is_word()) continue;
    std::uint32_t head = i + 1;
    while (head < speech.end && words[head].is(adverb)) ++head;
    if (head >= speech.end || !speaks(head, speech.end)) continue;
    found.cue = {i + 1, head + 1};
    found.head = head;
    found.strength = strength_of_insertion;
    found.is_speech = true;
    found.source = source_at(head + 1, speech.end);
    found.content = {speech.begin, i};
    const std::uint32_t limit = std::min(speech.end, head + longest_insertion);
    for (std::uint32_t k = head + 1; k + 1 < limit; ++k) {
      if (words[k].shape != word_shape::dash || words[k - 1].is_word()) continue;
      found.more = {k + 1, speech.end};
      break;
    }
    return true;
  }
  return false;
}

void insertion_reader::run(const word_list& words, std::span<const quotation> quotations,
                           std::vector<attribution>& out) {
  words_ = &words;
  taken_.assign(quotations.size(), false);
  by_head_.assign(words.size(), nowhere);
  for (std::uint32_t n = 0; n < out.size(); ++n) {
    const attribution& a = out[n];
    if (a.head != nowhere) by_head_[a.head] = n;
    if (a.quotation != nowhere) taken_[a.quotation] = true;
    for (std::uint32_t i = a.content.begin; i < a.content.end; ++i) {
      if (words[i].quoted()) taken_[words[i].quotation] = true;
    }
  }
  for (std::uint32_t q = 0; q < quotations.size(); ++q) {
    if (quotations[q].depth != 0 || taken_[q]) continue;
    attribution found;
    if (attribute(words.quotation(q), found)) out.push_back(found);
  }
  for (std::uint32_t s = 0; s < words.sentences(); ++s) {
    const std::uint32_t paragraph = words.paragraph(s);
    word_range speech = words.sentence(s);
    if (speech.empty() || words[speech.begin].shape != word_shape::dash) continue;
    // Roe шкодує. — Хотів віддати пас, — каже він: speech may follow a sentence, not a quotation
    if (speech.begin > 0 && words[speech.begin - 1].quoted()) continue;
    while (s + 1 < words.sentences() && words.paragraph(s + 1) == paragraph) ++s;
    speech = {speech.begin + 1, words.sentence(s).end};
    attribution found;
    if (!attribute(speech, found)) continue;
    const std::uint32_t known = by_head_[found.head];  // read as reported speech before
    if (known == nowhere) {
      out.push_back(found);
    } else {
      out[known] = found;
    }
  }
}

}  // namespace quoth::quotes
