#include "name_sides.hpp"

#include <text/classes.hpp>
#include <text/utf8.hpp>

namespace quoth::matching {

std::uint32_t without_stop(std::string_view whole, span sentence) {
  std::uint32_t end = sentence.end;
  while (end > sentence.begin) {
    const text::code_point last = text::decode_before(whole, end);
    if (!text::is_space(last.value) && last.value != U'.') break;
    end -= last.size;
  }
  return end;
}

bool name_sides::says_enough(span where) {
  constexpr std::size_t fewest = 4;         // words
  constexpr std::size_t least_telling = 2;  // that are no small words
  where.end = without_stop(text_, where);
  if (where.empty() || text::decode_before(text_, where.end).value == U'?') return false;
  words_.split(where.of(text_), language_.lang());
  std::size_t telling = 0;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    telling += (language_.of(words_.norm(i)).classes & (function_word | pronoun)) == 0;
  }
  return words_.size() >= fewest && telling >= least_telling;
}

words_beside name_sides::told_beside(span name, span sentence) {
  const std::string_view text = sentence.of(text_);
  const std::size_t at = name.begin - sentence.begin;
  const std::size_t behind = name.end - sentence.begin;
  words_beside found;
  span clause = no_span;
  if (const std::size_t colon = text.find(": ", behind); colon != text.npos) {
    const auto sign = sentence.begin + static_cast<std::uint32_t>(colon);
    found.where = {sign + 2, sentence.end};
    clause = {sentence.begin, sign};
    if (const std::size_t comma = text.rfind(", ", at); comma != text.npos) {
      clause.begin += static_cast<std::uint32_t>(comma) + 2;  // [Not nice,] this Ida Roe on air:
    }
    found.sure = !acts({name.end, sign});
  } else {
    std::size_t last = text.npos;
    std::size_t size = 0;
    for (const std::string_view sign : {", ", ": ", " – ", " — ", " - "}) {
      const std::size_t before = text.rfind(sign, at);
      if (before == text.npos || (last != text.npos && before < last)) continue;
      last = before;
      size = sign.size();
    }
    if (last == text.npos) return {};
    const auto sign = sentence.begin + static_cast<std::uint32_t>(last);
    found.where = {sentence.begin, sign};
    found.sure = text[last] != ',' || !opens_clause(found.where);
    clause = {sign + static_cast<std::uint32_t>(size), sentence.end};
    constexpr std::uint32_t longest_title = 8;  // bytes: Prof.
    if (text.substr(behind).starts_with(", ") && name.begin < clause.begin + longest_title) {
      return {};
    }
  }
  if (!says_enough(found.where) || !reports_by(name, clause)) return {};
  span& where = found.where;
  while (where.end > where.begin && (text_[where.end - 1] == ',' || text_[where.end - 1] == ' ')) {
    --where.end;  // …, — слово мера
  }
  return found;
}

bool name_sides::points_back(span name, span sentence) {
  constexpr std::size_t longest = 12;      // words
  constexpr std::size_t most_telling = 3;  // of an office, behind what says whose they are
  const std::uint32_t words = likes_of("words");
  words_.split(sentence.of(text_), language_.lang());
  if (words_.size() > longest || text_.substr(0, sentence.end).ends_with('?')) return false;
  bool points = false;
  std::size_t telling = 0;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const span word{sentence.begin + words_[i].begin, sentence.begin + words_[i].end};
    const sense& here = language_.of(words_.norm(i));
    if (name.overlaps(word)) continue;
    if (here.like != 0 && here.like == words) {
      points = true;
      continue;
    }
    // Roe's words, [not] mine; never Roe's words
    const bool of_writer =
        i + 1 < words_.size() && (language_.of(words_.norm(i + 1)).classes & pronoun) != 0;
    if ((here.classes & negative) != 0 || ((here.classes & negation) != 0 && !of_writer)) {
      return false;
    }
    telling += (here.classes & (function_word | pronoun | negation | auxiliary)) == 0;
  }
  return points && telling <= most_telling;
}

bool name_sides::disowns(span words) {
  constexpr std::size_t longest = 5;  // words
  words_.split(words.of(text_), language_.lang());
  if (words_.size() == 0 || words_.size() > longest) return false;
  bool any = false;
  bool denied = false;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const sense& here = language_.of(words_.norm(i));
    any |= here.like != 0 && here.like == likes_of("words");
    denied |= (here.classes & negation) != 0;
  }
  return any && denied;
}

// Whether words begin as what belongs to a clause behind them: [When the storm was over], Roe
// went home; [At the end of May], …
bool name_sides::opens_clause(span where) {
  words_.split(where.of(text_), language_.lang());
  if (words_.size() == 0) return false;
  const std::uint32_t classes = language_.of(words_.norm(0)).classes;
  return (classes & (bound | condition | conjoining | earlier | later)) != 0 ||
         ((classes & function_word) != 0 && (classes & (article | pronoun | quantifier)) == 0);
}

// Whether the words behind a name may be what it does: Roe [resigned], not Roe [in Ostry], Roe['s
// reason].
bool name_sides::acts(span behind) {
  words_.split(behind.of(text_), language_.lang());
  if (words_.size() == 0) return false;
  const std::uint32_t classes = language_.of(words_.norm(0)).classes;
  // Roe has [this] to say
  const bool owns = (classes & auxiliary) != 0 && words_.size() > 1 && !language_.joins_words() &&
                    (language_.of(words_.norm(1)).classes &
                     (function_word | auxiliary | pronoun | negation)) == function_word;
  if (owns) return false;
  return (words_[0].flags & record::capital) == 0 &&
         ((classes & function_word) == 0 || (classes & auxiliary) != 0) &&
         (classes & (possessive | month_or_day)) == 0;
}

// Whether a clause that nothing ends with a colon has a small letter's word beside the name, and
// none that denies.
bool name_sides::reports_by(span name, span clause) {
  words_.split(clause.of(text_), language_.lang());
  bool any = text_.substr(clause.end).starts_with(": ");
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if ((language_.of(words_.norm(i)).classes & (negation | negative)) != 0) return false;
    const span word{clause.begin + words_[i].begin, clause.begin + words_[i].end};
    any |= (words_[i].flags & record::capital) == 0 && !name.overlaps(word);
  }
  return any;
}

}  // namespace quoth::matching
