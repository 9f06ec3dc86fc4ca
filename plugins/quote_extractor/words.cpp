#include "words.hpp"

#include <algorithm>
#include <optional>
#include <text/classes.hpp>
#include <text/fold.hpp>
#include <text/utf8.hpp>

namespace quoth::quotes {
namespace {

// Words after which ’s is a verb.
constexpr std::uint64_t contracts = subject_pronoun | relative | question_word | complementizer;

word_shape shape_of(char32_t c) {
  if (text::is_letter(c)) return text::is_upper(c) ? word_shape::capital : word_shape::lower;
  if (text::is_digit(c)) return word_shape::number;
  switch (c) {
    case U',':
      return word_shape::comma;
    case U'!':
    case U'?':
      return word_shape::question;
    case U'.':
    case U'\u2026':
      return word_shape::stop;
    case U':':
      return word_shape::colon;
    case U';':
      return word_shape::semicolon;
    case U'(':
    case U'[':
      return word_shape::open_bracket;
    case U')':
    case U']':
      return word_shape::close_bracket;
    default:
      break;
  }
  if (text::is_quotation_mark(c)) return word_shape::mark;
  return text::is_dash(c) ? word_shape::dash : word_shape::other;
}

constexpr std::string_view curly_apostrophe = "\xE2\x80\x99";

// Where the last apostrophe of a token begins, with letters on both sides.
std::optional<std::size_t> last_apostrophe(std::string_view token) {
  for (std::size_t i = token.size(); i-- > 1;) {
    if (token[i] == '\'') return i + 1 < token.size() ? std::optional(i) : std::nullopt;
    if (token[i] == '\xE2' && token.substr(i, 3) == curly_apostrophe) {
      return i + 3 < token.size() ? std::optional(i) : std::nullopt;
    }
  }
  return std::nullopt;
}

}  // namespace

void append_form(std::string_view word, std::string& form) {
  const std::size_t start = form.size();
  text::append_lower(word, form);
  for (std::size_t at = form.find(curly_apostrophe, start); at != std::string::npos;
       at = form.find(curly_apostrophe, at)) {
    form.replace(at, curly_apostrophe.size(), 1, '\'');
  }
}

void word_list::add_word(std::string_view text, quoth::span where, const lexicon& words) {
  word& added = words_.emplace_back();
  added.where = where;
  added.shape = shape_of(text::decode(text, where.begin).value);
  if (!added.is_word() && added.shape != word_shape::mark) return;
  form_.clear();
  append_form(where.of(text), form_);
  const word_facts& facts = words.of(form_);
  added.classes = facts.classes;
  added.cue = facts.cue;
  if (added.shape == word_shape::mark && added.is(clitic)) added.shape = word_shape::lower;
}

void word_list::add_token(std::string_view text, quoth::span where, const lexicon& words) {
  const std::string_view token = where.of(text);
  if (const std::optional<std::size_t> apostrophe = last_apostrophe(token)) {
    form_.clear();
    append_form(token.substr(*apostrophe), form_);
    if ((words.of(form_).classes & clitic) != 0) {
      const std::uint32_t border = where.begin + static_cast<std::uint32_t>(*apostrophe);
      add_word(text, {where.begin, border}, words);
      const bool contraction = words_.back().is(contracts);
      add_word(text, {border, where.end}, words);
      // he’s, what’s: a verb; Trump’s: a possessive.
      if (words_.back().is(possessive))
        words_.back().classes &= ~(contraction ? possessive : auxiliary | be_form);
      return;
    }
  }
  add_word(text, where, words);
}

// Gives every word its sentence and quotation, and every sentence and quotation its words.
void word_list::place(const document_columns& columns,
                      std::span<const quotes::quotation> quotations) {
  sentences_.assign(columns.sentences.size(), {});
  paragraphs_.assign(columns.sentences.size(), nowhere);
  quotations_.assign(quotations.size(), {});
  std::uint32_t at = 0;
  std::uint32_t paragraph = 0;
  for (std::uint32_t s = 0; s < columns.sentences.size(); ++s) {
    const quoth::span sentence = columns.sentences[s];
    while (at < size() && words_[at].where.begin < sentence.begin) ++at;
    sentences_[s].begin = at;
    for (; at < size() && words_[at].where.begin < sentence.end; ++at) words_[at].sentence = s;
    sentences_[s].end = at;
    while (paragraph < columns.paragraphs.size() &&
           columns.paragraphs[paragraph].end <= sentence.begin) {
      ++paragraph;
    }
    paragraphs_[s] = paragraph;
  }
  at = 0;
  for (std::uint32_t q = 0; q < quotations.size(); ++q) {
    if (quotations[q].depth != 0) continue;
    while (at < size() && words_[at].where.end <= quotations[q].outer.begin) ++at;
    quotations_[q].begin = at;
    for (; at < size() && words_[at].where.begin < quotations[q].outer.end; ++at) {
      words_[at].quotation = q;
    }
    quotations_[q].end = at;
  }
}

word_shape word_list::last_shape(word_range quotation) const {
  std::uint32_t last = quotation.end;
  while (last > quotation.begin && words_[last - 1].shape == word_shape::mark) --last;
  return last < quotation.begin + 2 ? word_shape::other : words_[last - 1].shape;
}

bool word_list::comma_inside(std::uint32_t quotation) const {
  return last_shape(quotations_[quotation]) == word_shape::comma;
}

bool word_list::expects_attribution(std::uint32_t quotation) const {
  return ends_like_speech(quotation) && last_shape(quotations_[quotation]) != word_shape::stop;
}

bool word_list::ends_like_speech(std::uint32_t quotation) const {
  const word_range range = quotations_[quotation];
  if (range.end < size() && words_[range.end].shape == word_shape::comma) return true;
  const word_shape shape = last_shape(range);
  return shape == word_shape::comma || shape == word_shape::stop || shape == word_shape::question ||
         shape == word_shape::dash;
}

void word_list::build(const document_columns& columns,
                      std::span<const quotes::quotation> quotations, const lexicon& words) {
  words_.clear();
  std::size_t turn = 0;
  for (std::size_t i = 0; i < columns.tokens.size(); ++i) {
    const quoth::span token = columns.tokens[i];
    while (turn < columns.first_hand.size() && columns.first_hand[turn].end <= token.begin) ++turn;
    const bool first_hand =
        turn < columns.first_hand.size() && columns.first_hand[turn].begin <= token.begin;
    if (!first_hand) add_token(columns.text, token, words);
  }
  place(columns, quotations);
}

}  // namespace quoth::quotes
