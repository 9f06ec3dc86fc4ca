#include "words.hpp"

#include <algorithm>

#include "text/classes.hpp"
#include "text/utf8.hpp"

namespace quoth::speakers {
namespace {

using text::code_point;

// Bytes of a possessive ending ('s, ’s, or ' after s) at the end of `word`; 0 where none.
std::size_t possessive_size(std::string_view word) {
  static constexpr std::string_view typographic = "\u2019";
  if (word.size() > 2 && (word.ends_with('s') || word.ends_with('S'))) {
    const std::string_view stem = word.substr(0, word.size() - 1);
    if (stem.ends_with('\'')) return 2;
    if (stem.size() > typographic.size() && stem.ends_with(typographic)) {
      return 1 + typographic.size();
    }
    return 0;
  }
  if (word.ends_with("s'")) return 1;
  if (word.size() > typographic.size() && word.ends_with(typographic)) return typographic.size();
  return 0;
}

shape shape_of(std::string_view word) {
  const code_point first = text::decode(word, 0);
  if (text::is_digit(first.value)) return shape::number;
  if (!text::is_upper(first.value)) return shape::lower;
  bool small = false;
  unsigned capitals = 1;
  for (std::size_t at = first.size; at < word.size();) {
    const code_point c = text::decode(word, at);
    if (text::is_upper(c.value)) ++capitals;
    small = small || text::is_lower(c.value);
    at += c.size;
  }
  if (!small && capitals > 1) return shape::upper;
  if (word.size() <= first.size + 1u) return shape::initial;
  return shape::capital;
}

// The mark that closes what `opening` opens, both code points; 0 where it opens nothing.
char32_t closing_of(char32_t opening) {
  switch (opening) {
    case U'“':
      return U'”';
    case U'„':
      return U'“';
    case U'«':
      return U'»';
    case U'»':
      return U'«';
    case U'"':
      return U'"';
    default:
      return 0;
  }
}

// Marks the words of direct contents, and in mixed ones those between quotation marks.
void mark_quoted(const article& from, word_list& list) {
  for (const quoth::quote_part& part : from.parts) {
    if (part.role == quoth::part_role::source) {
      const auto [first, last] = list.within(part.where);
      for (std::uint32_t i = first; i < last; ++i) list.words[i].in_source = true;
      continue;
    }
    if (part.role != quoth::part_role::content || part.quote.id >= from.quotes.size()) continue;
    const bool direct = from.quotes[part.quote.id].kind == quoth::quote_kind::direct;
    const auto [first, last] = list.within(part.where);
    char32_t closing = 0;
    for (std::uint32_t i = first; i < last; ++i) {
      word& w = list.words[i];
      if (w.form == shape::mark) {
        if (closing != 0 && (w.mark == closing || w.mark == U'”')) {
          closing = 0;
        } else if (closing == 0) {
          closing = closing_of(w.mark);
        }
      }
      w.quoted = w.quoted || direct || closing != 0;
    }
  }
}

// A sentence in which hardly a long word is small is a heading.
void mark_headings(bool capitalises_nouns, word_list& list) {
  for (std::size_t s = 0; s + 1 < list.sentence_begin.size(); ++s) {
    const std::uint32_t first = list.sentence_begin[s], last = list.sentence_begin[s + 1];
    unsigned small = 0, capital = 0, upper = 0;
    for (std::uint32_t i = first; i < last; ++i) {
      const word& w = list.words[i];
      if (w.form == shape::lower) {
        // Headlines write verbs and pronouns with a capital, however short they are.
        const bool verb =
            w.is(auxiliary | reporting_verb) || w.traits.pronoun != pronoun_class::none;
        small += w.end - w.begin >= 4 || verb;
      } else if (w.form == shape::upper) {
        upper += w.end - w.begin >= 4;
      }
      const bool name = w.is(given_name | any_title | any_place | demonym);
      capital += w.end - w.begin >= 4 && w.is_capital() && !name;
    }
    const bool titled = !capitalises_nouns && capital >= 4 && small * 5 <= capital;
    const bool shouted = upper >= 3 && small == 0 && upper >= capital;
    if (titled || shouted) {
      for (std::uint32_t i = first; i < last; ++i) list.words[i].heading = true;
    }
  }
}

}  // namespace

std::pair<std::uint32_t, std::uint32_t> word_list::within(quoth::span where) const {
  const auto first =
      std::ranges::partition_point(words, [&](const word& w) { return w.end <= where.begin; });
  const auto last =
      std::partition_point(first, words.end(), [&](const word& w) { return w.begin < where.end; });
  return {static_cast<std::uint32_t>(first - words.begin()),
          static_cast<std::uint32_t>(last - words.begin())};
}

void read_words(const article& from, const lexicon& language, vocabulary& entries,
                word_list& list) {
  list.words.clear();
  list.sentence_begin.clear();
  entries.reset(language);
  std::uint32_t sentence = nothing, paragraph = nothing, step = 0;
  bool at_first = true;
  for (const quoth::token& token : from.tokens) {
    std::string_view written = token.where.of(from.text);
    if (written.empty()) continue;
    if (token.sentence.id != sentence || list.words.empty()) {
      sentence = token.sentence.id;
      const std::uint32_t here =
          sentence < from.sentences.size() ? from.sentences[sentence].paragraph.id : nothing;
      step += here == paragraph ? 1 : 2;
      paragraph = here;
      list.sentence_begin.push_back(static_cast<std::uint32_t>(list.words.size()));
      at_first = true;
    }
    const bool is_word =
        token.kind == quoth::token_kind::word || token.kind == quoth::token_kind::number;
    // A possessive ending or a full stop that the tokenizer kept apart belongs to the word.
    if (!list.words.empty() && list.words.back().end == token.where.begin &&
        list.words.back().form != shape::mark) {
      word& before = list.words.back();
      if (is_word && (written == "'s" || written == "\u2019s")) {
        before.possessive = true;
        continue;
      }
      if (written == "." && (before.form == shape::initial || before.is(any_title | name_suffix) ||
                             before.traits.is(organisation_word))) {
        before.stopped = true;
      }
    }
    word& w = list.words.emplace_back();
    w.begin = token.where.begin;
    w.end = token.where.end;
    w.sentence = sentence;
    w.step = step;
    if (!is_word) {
      w.mark = text::decode(written, 0).value;
      continue;
    }
    if (const std::size_t ending = possessive_size(written); ending != 0) {
      w.possessive = true;
      w.end -= static_cast<std::uint32_t>(ending);
      written.remove_suffix(ending);
    }
    w.form = shape_of(written);
    w.entry = entries.add(written);
    w.first = at_first;
    at_first = false;
    vocabulary::entry& entry = entries[w.entry];
    w.traits = entry.traits;
    if (w.form == shape::lower) {
      entry.seen_lower = true;
      entries[entry.stem].seen_lower = true;
      w.traits.classes &=
          ~std::uint32_t{demonym | given_name | organisation_word | outlet | any_place};
      if (language.capitalises_nouns()) w.traits.classes &= ~std::uint32_t{any_noun};  // -rat: trat
    }
    if (w.form == shape::upper && w.is(state)) w.traits.pronoun = pronoun_class::none;  // US
  }
  list.sentence_begin.push_back(static_cast<std::uint32_t>(list.words.size()));
  mark_quoted(from, list);
  mark_headings(language.capitalises_nouns(), list);
  for (const quoth::turn& turn : from.turns) {  // labels are no sentences
    const auto words = static_cast<std::uint32_t>(std::max<std::int64_t>(turn.words, 0));
    if (words <= turn.where.begin) continue;
    const auto [first, last] = list.within({turn.where.begin, words});
    for (std::uint32_t i = first; i < last; ++i) list.words[i].heading = list.words[i].label = true;
  }
  for (const word& w : list.words) {
    if (w.is_capital() && !w.first && !w.heading) entries[w.entry].seen_capital = true;
  }
  for (std::size_t i = 0; i < list.words.size(); ++i) {
    const bool last = i + 1 == list.words.size() || !list.words[i + 1].is_capital() ||
                      list.words[i + 1].sentence != list.words[i].sentence;
    if (last && list.words[i].is_capital()) entries[list.words[i].entry].ends_name = true;
  }
}

}  // namespace quoth::speakers
