#include "cue_voice.hpp"

namespace quoth::quotes {

bool cue_voice::is_passive(const cue& c) const {
  const word_list& words = *words_;
  if (!words[c.head].is(passive)) return false;
  for (std::uint32_t i = c.where.begin; i < c.head; ++i) {
    if (words[i].is(be_form)) return true;
  }
  return false;
}

bool cue_voice::reports_subject(const cue& c) const {
  const word& head = (*words_)[c.head];
  const bool said_to = head.is(saying) && c.where.end < words_->size() && c.head > c.where.begin &&
                       (*words_)[c.head - 1].is(be_form) && (*words_)[c.where.end].is(infinitive);
  return head.is(raising) || said_to || (is_passive(c) && !head.is(recipient));
}

bool cue_voice::addresses_subject(const cue& c) const {
  return is_passive(c) && (*words_)[c.head].is(recipient);
}

bool cue_voice::is_idle(const cue& c, word_range sentence) const {
  const word_list& words = *words_;
  const std::uint32_t first = c.where.begin;
  if (first == sentence.begin) return words[first].is(infinitive);
  if (c.where.end < sentence.end) {
    // the report, seen by the Guardian: has only been read; was called to the house: was sent for
    if (words[c.head].is(perception) && words[c.where.end].is(agent)) return true;
    const bool charged =
        words[c.head].is(charge) && c.where.begin == c.head && words[c.head + 1].is(preposition);
    if (charged) return true;  // a man accused of murder: whom somebody accuses
    const bool summons = words[c.head].is(naming) && words[c.where.end].is(infinitive);
    if (summons && is_passive(c)) return true;
  }
  return first > sentence.begin && words[first - 1].is(as_said) && c.where.end < sentence.end &&
         words[c.where.end].is(agent);
}

}  // namespace quoth::quotes
