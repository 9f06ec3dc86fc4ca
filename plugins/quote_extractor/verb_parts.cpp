#include "verb_parts.hpp"

#include <algorithm>
#include <text/fold.hpp>

namespace quoth::quotes {
namespace {

constexpr std::uint32_t longest_name = 7;      // words of a name in marks, marks included
constexpr std::uint32_t longest_bracket = 30;  // words between the parts of a verb

// Whether a clause ends before this word, as far as signs tell.
bool ends_clause(const word& w) {
  return w.quoted() || (!w.is_word() && w.shape != word_shape::open_bracket &&
                        w.shape != word_shape::close_bracket && w.shape != word_shape::other);
}

}  // namespace

void verb_part_finder::read(std::string_view text, const word_list& words, const lexicon& facts) {
  text_ = text;
  words_ = &words;
  facts_ = &facts;
}

word_range verb_part_finder::auxiliary_of(std::uint32_t head, word_range sentence) const {
  const word_list& words = *words_;
  if (head == sentence.begin) return {};
  if (words[head - 1].is(coordinator)) return {};
  const std::uint32_t start =
      std::max(sentence.begin, head > longest_bracket ? head - longest_bracket : 0);
  for (std::uint32_t i = head; i-- > start;) {
    const word& w = words[i];
    if (w.quoted()) {  // hatte die „Ulmer Warte“ gemeldet
      const word_range name = words.quotation(w.quotation);
      if (name.begin <= start || !words[name.begin - 1].is(determiner) ||
          name.size() > longest_name || words.ends_like_speech(w.quotation)) {
        break;
      }
      i = name.begin;
      continue;
    }
    if (ends_clause(w)) break;
    const bool asks = i == sentence.begin;  // Hat X gesagt, …?
    if (w.is(auxiliary) && (asks || w.shape == word_shape::lower)) return {i, i + 1};
    if (w.is(verb) && w.shape == word_shape::lower) break;
  }
  return {};
}

word_range verb_part_finder::particle_of(std::uint32_t head, std::uint32_t cue_end,
                                         word_range sentence) {
  const word_list& words = *words_;
  if (!words[head].is(separable)) return {};
  const std::uint32_t limit = std::min(sentence.end, cue_end + longest_bracket);
  std::uint32_t end = cue_end;
  while (end < limit && !ends_clause(words[end])) ++end;
  if (end == limit && limit < sentence.end) return {};
  if (end < cue_end + 2) return {};
  form_.clear();
  text::append_lower(words[head].where.of(text_), form_);
  form_ += " … ";
  text::append_lower(words[end - 1].where.of(text_), form_);
  return facts_->has_tail(form_).value_or(false) ? word_range{end - 1, end} : word_range{};
}

}  // namespace quoth::quotes
