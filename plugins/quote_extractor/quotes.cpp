#include "quotes.hpp"

#include <algorithm>
#include <cmath>

#include "status.hpp"

namespace quoth::quotes {
namespace {

constexpr std::uint32_t longest_apposition = 40;  // words from a speaker to a further participle
constexpr std::uint32_t most_passed = 12;         // quotations between two that are one quote

double probability(std::int32_t tenths) {
  return 1.0 / (1.0 + std::exp(-0.1 * tenths));
}

std::uint32_t last_word_of(const attribution& a) {
  return std::max({a.cue.end, a.source.end, a.content.end, a.more.end});
}

}  // namespace

void append_text(std::string_view text, std::span<const piece> pieces, std::string& out) {
  const std::size_t start = out.size();
  for (const piece& p : pieces) {
    if (p.role != quoth::part_role::content) continue;
    if (out.size() > start) out += ' ';
    out.append(p.inner.of(text));
  }
}

std::uint32_t assembler::next_outermost(std::uint32_t q) const {
  do {
    ++q;
  } while (q < quotations_.size() && quotations_[q].depth != 0);
  return q < quotations_.size() ? q : nowhere;
}

std::uint32_t assembler::spoken_words(word_range range) const {
  std::uint32_t spoken = 0;
  for (std::uint32_t i = range.begin; i < range.end; ++i) spoken += (*words_)[i].is_word();
  return spoken;
}

void assembler::count(word_range range) {
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const word& w = (*words_)[i];
    if (w.is_word()) ++(w.quoted() ? counted_.quoted : counted_.plain);
    if (w.quoted()) used_[w.quotation] = true;
  }
}

void assembler::add_range(word_range range, extraction& out) {
  if (range.empty()) return;
  count(range);
  const quoth::span where = words_->span(range);
  quoth::span inner = where;
  const std::uint32_t q = (*words_)[range.begin].quotation;
  if (q != nowhere && (*words_)[range.end - 1].quotation == q) {  // marks of the content as a whole
    inner.begin = std::max(inner.begin, quotations_[q].inner.begin);
    inner.end = std::min(inner.end, quotations_[q].inner.end);
  }
  out.pieces.push_back({where, inner, quoth::part_role::content});
}

// A quotation with the paragraphs over which it continues; returns the last of them.
std::uint32_t assembler::add_chain(std::uint32_t q, extraction& out) {
  add_one(q, out);
  return add_continuations(q, out);
}

std::uint32_t assembler::add_continuations(std::uint32_t q, extraction& out) {
  while (quotations_[q].continues) {
    const std::uint32_t next = next_outermost(q);
    if (next == nowhere || used_[next]) return q;
    add_one(next, out);
    q = next;
  }
  return q;
}

void assembler::add_one(std::uint32_t q, extraction& out) {
  count(words_->quotation(q));
  used_[q] = true;
  out.pieces.push_back({quotations_[q].outer, quotations_[q].inner, quoth::part_role::content});
}

// Whether quotation `q` continues a quote of quotation `last` whose last word, attribution
// included, stands before `last_word`: the rest of its sentence, the next sentence, the next
// paragraph.
bool assembler::goes_on(std::uint32_t last, std::uint32_t last_word, std::uint32_t q) const {
  const word_list& words = *words_;
  const word_range range = words.quotation(q);
  if (range.empty() || last_word == 0 || range.begin < last_word) return false;
  const std::uint32_t here = words[last_word - 1].sentence;
  const std::uint32_t there = words[range.begin].sentence;
  if (here == nowhere || there == nowhere) return false;
  if (there == here) return goes_on_in_sentence(last_word, range);
  if (words.sentence(there).begin != range.begin) return false;
  if (words.paragraph(here) == words.paragraph(there)) {
    return there == here + 1 && words.ends_like_speech(q) &&
           quotations_[q].family == quotations_[last].family;
  }
  // Paragraphs of nothing but quotation, each closed, are one statement; words in marks that end a
  // sentence of the writer's are none.
  return there == here + 1 && q == next_outermost(last) && !begins_small(words.quotation(last)) &&
         quotations_[q].family == quotations_[last].family &&
         words.last_shape(range) != word_shape::other && fills_paragraph(q);
}

// “A,” he said, “B.” Of a longer attribution the quotation must be the middle of a sentence.
bool assembler::goes_on_in_sentence(std::uint32_t last_word, word_range range) const {
  const word_list& words = *words_;
  const word_shape before = words[range.begin - 1].shape;
  if (words[range.begin - 1].is_word()) return false;
  if (before == word_shape::open_bracket) return false;
  if (range.begin <= last_word + 2) return true;
  return begins_small(range);
}

bool assembler::begins_small(word_range range) const {
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if ((*words_)[i].is_word()) return (*words_)[i].shape == word_shape::lower;
  }
  return false;
}

bool assembler::fills_paragraph(std::uint32_t q) const {
  const word_list& words = *words_;
  const std::uint32_t end = words.quotation(q).end;
  if (end >= words.size() || words[end].sentence == nowhere) return true;
  return words.paragraph(words[end].sentence) != quotations_[q].paragraph;
}

// The first quotation behind `q` that may go on with its quote: quotations already used, and
// titles, are passed over where they stand in what the same sentence adds.
std::uint32_t assembler::next_beyond_asides(std::uint32_t q, std::uint32_t last_word) const {
  const word_list& words = *words_;
  std::uint32_t next = next_outermost(q);
  if (last_word == 0) return next;
  const std::uint32_t sentence = words[last_word - 1].sentence;
  if (sentence == nowhere) return next;
  for (std::uint32_t passed = 0; passed < most_passed && next != nowhere; ++passed) {
    const word_range range = words.quotation(next);
    if (range.empty() || words[range.begin].sentence != sentence) break;
    if (!used_[next] && (!is_title(range) || words.ends_like_speech(next))) break;
    next = next_outermost(next);
  }
  return next;
}

std::uint32_t assembler::add_what_follows(std::uint32_t q, std::uint32_t last_word,
                                          extraction& out) {
  for (;;) {
    const std::uint32_t next = next_beyond_asides(q, last_word);
    if (next == nowhere || used_[next] || !goes_on(q, last_word, next)) return q;
    q = add_chain(next, out);
    last_word = words_->quotation(q).end;
  }
}

bool assembler::finish(std::uint32_t first_piece, double confidence, extraction& out) {
  found_quote q;
  q.first_piece = first_piece;
  q.pieces = static_cast<std::uint32_t>(out.pieces.size()) - first_piece;
  q.confidence = confidence;
  q.where = quoth::no_span;
  for (const piece& p : out.pieces_of(q)) {
    if (p.role != quoth::part_role::content) continue;
    q.where.begin = q.where.exists() ? std::min(q.where.begin, p.where.begin) : p.where.begin;
    q.where.end = q.where.end == QUOTH_NO_OFFSET ? p.where.end : std::max(q.where.end, p.where.end);
  }
  if (!q.where.exists()) {
    out.pieces.resize(first_piece);
    return false;
  }
  q.kind = counted_.quoted == 0  ? quoth::quote_kind::indirect
           : counted_.plain == 0 ? quoth::quote_kind::direct
                                 : quoth::quote_kind::mixed;
  out.quotes.push_back(q);
  return true;
}

void assembler::add_cue_and_source(const attribution& a, extraction& out) const {
  for (const auto& [range, role] :
       {std::pair(a.cue, quoth::part_role::cue), std::pair(a.cue_part, quoth::part_role::cue),
        std::pair(a.source, quoth::part_role::source)}) {
    if (range.empty()) continue;
    const quoth::span where = words_->span(range);
    out.pieces.push_back({where, where, role});
  }
}

// Two words or more, or one in lower case: a noun or name by itself is a title or a term too often.
bool assembler::is_fragment(word_range range) const {
  std::uint32_t spoken = 0, small = 0;
  for (std::uint32_t i = range.begin; i < range.end && spoken < 2; ++i) {
    spoken += (*words_)[i].is_word();
    small += (*words_)[i].shape == word_shape::lower;
  }
  return spoken >= 2 || small == 1;
}

// Every quotation within the content of a report, as a direct quote with the report's attribution.
void assembler::add_fragments(const attribution& a, const found_quote& report, extraction& out) {
  for (const word_range range : {a.content, a.more}) {
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const std::uint32_t q = (*words_)[i].quotation;
      if (q == nowhere) continue;
      const word_range fragment = words_->quotation(q);
      i = std::max(i + 1, fragment.end) - 1;
      if (fragment.end > range.end || !is_fragment(fragment)) continue;
      const auto first_piece = static_cast<std::uint32_t>(out.pieces.size());
      counted_ = {.quoted = 1};
      out.pieces.push_back({quotations_[q].outer, quotations_[q].inner, quoth::part_role::content});
      add_cue_and_source(a, out);
      if (finish(first_piece, report.confidence, out)) out.quotes.back().status = report.status;
    }
  }
}

// met in the “Grand Hotel of the North”: nothing but a name in marks, and nobody who says it.
bool assembler::reports_title(const attribution& a) const {
  if (a.quotation != nowhere || a.content.empty() || !a.more.empty() || !a.source.empty()) {
    return false;
  }
  const std::uint32_t q = (*words_)[a.content.begin].quotation;
  if (q == nowhere || words_->quotation(q) != a.content || !is_title(a.content)) return false;
  const word_shape last = words_->last_shape(a.content);
  return last != word_shape::comma && last != word_shape::stop && last != word_shape::question;
}

void assembler::add(const attribution& a, const assembling_options& options, extraction& out) {
  if (reports_title(a) || reports_condition(*words_, a)) return;
  if (a.quotation == nowhere && a.more.empty() && says_nothing(*words_, a.content)) return;
  const auto first_piece = static_cast<std::uint32_t>(out.pieces.size());
  counted_ = {};
  const double confidence = a.pieces > 0 ? add_tagged(a, out) : add_contents(a, out);
  add_cue_and_source(a, out);
  if (!finish(first_piece, confidence, out)) return;
  if (a.is_speech) out.quotes.back().kind = quoth::quote_kind::direct;
  out.quotes.back().status = status_of(*words_, a);
  if (options.fragments_apart && out.quotes.back().kind == quoth::quote_kind::mixed) {
    add_fragments(a, found_quote(out.quotes.back()), out);
  }
}

// Adds the content that the rules found; returns how sure they are.
double assembler::add_contents(const attribution& a, extraction& out) {
  const auto first_piece = static_cast<std::uint32_t>(out.pieces.size());
  double confidence = probability(a.strength);
  if (a.quotation != nowhere) {
    const std::uint32_t q = add_chain(a.quotation, out);
    if (!a.content.empty()) {
      count(a.content);
      piece& first = out.pieces[first_piece];
      first.where.begin = (*words_)[a.content.begin].where.begin;
      first.inner = first.where;
    }
    add_range(a.more, out);
    const std::uint32_t last_word = std::max(last_word_of(a), words_->quotation(q).end);
    if (!passes_on(q, last_word)) add_what_follows(q, last_word, out);
    confidence = 1.0 - 0.2 * (1.0 - confidence);
  } else {
    add_range(a.content, out);
    add_range(a.more, out);
    const std::uint32_t last_word = last_word_of(a);
    const std::uint32_t q = quotation_before(a.cue.begin, last_word);
    if (q != nowhere && (*words_)[a.head].is(participle) &&
        (*words_)[a.content.begin].is(complementizer))
      add_what_follows(q, last_word, out);
  }
  return confidence;
}

// “A,” X said, adding that …. “B”: whether a participle behind the attribution that ends before
// word `last_word` takes what the next quotation says.
bool assembler::passes_on(std::uint32_t q, std::uint32_t last_word) const {
  const word_list& words = *words_;
  if (last_word == 0 || words[last_word - 1].sentence == nowhere) return false;
  const word_range sentence = words.sentence(words[last_word - 1].sentence);
  const std::uint32_t next = next_outermost(q);
  const std::uint32_t limit = std::min(sentence.end, last_word + longest_apposition);
  const std::uint32_t end = next == nowhere ? limit : std::min(limit, words.quotation(next).begin);
  for (std::uint32_t i = last_word; i + 2 < end; ++i) {
    const word& w = words[i + 1];
    if (words[i].shape == word_shape::comma && w.is(participle) && !w.is(preposition | according) &&
        words[i + 2].is(complementizer)) {
      return true;
    }
  }
  return false;
}

// The quotation of whose attribution the participle at `cue` is part, where the participle's
// content, which ends before `last_word`, ends their sentence; or nowhere.
std::uint32_t assembler::quotation_before(std::uint32_t cue, std::uint32_t last_word) const {
  const word_list& words = *words_;
  const attribution* before = before_;
  if (before == nullptr || before->quotation == nowhere || last_word == 0 || cue == 0) {
    return nowhere;
  }
  const std::uint32_t s = words[cue].sentence;
  if (s == nowhere || before->cue.empty() || words[before->cue.begin].sentence != s) return nowhere;
  if (before->cue.begin > cue || words[cue - 1].shape != word_shape::comma) return nowhere;
  if (words[last_word - 1].sentence != s || last_word + 1 < words.sentence(s).end) return nowhere;
  std::uint32_t q = before->quotation;
  for (std::uint32_t i = cue; i < last_word; ++i) {
    if (words[i].quoted()) q = words[i].quotation;
  }
  return q;
}

// Adds the content that the tagger found, and the quotations with which it goes on.
double assembler::add_tagged(const attribution& a, extraction& out) {
  std::uint32_t last_word = std::max({a.cue.end, a.cue_part.end, a.source.end});
  for (const word_range& range : pieces_.subspan(a.first_piece, a.pieces)) {
    add_range(range, out);
    last_word = std::max(last_word, range.end);
  }
  const word_range last = pieces_[a.first_piece + a.pieces - 1];
  const std::uint32_t q = (*words_)[last.begin].quotation;
  if (q != nowhere && words_->quotation(q) == last) {
    const std::uint32_t end = add_continuations(q, out);
    const std::uint32_t next = next_outermost(end);  // of those it saw, the tagger chose
    if (next != nowhere && words_->quotation(next).begin >= a.seen_end) {
      add_what_follows(end, std::max(last_word, words_->quotation(end).end), out);
    }
  }
  return probability(a.strength);
}

// “The Irreversible Path”: every long word has a capital, and nothing is asked.
bool assembler::is_title(word_range range) const {
  if (words_->last_shape(range) == word_shape::question) return false;
  std::uint32_t small = 0;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const word& w = (*words_)[i];
    if (w.shape == word_shape::lower && w.where.size() > 3) ++small;
  }
  return small == 0;
}

// “He promised us a bridge by 2015. We have none.”: what a sentence within a quotation reports is
// none of what the next sentences say, and whoever is quoted says all of it. Marks the quotations
// that no attribution from without reports, and tells which attributions are dropped.
void assembler::judge_inner(std::span<const attribution> attributions) {
  const word_list& words = *words_;
  reported_.assign(quotations_.size(), false);
  const auto is_inner = [&](const attribution& a) {
    return !a.cue.empty() && words[a.cue.begin].quoted();
  };
  const auto report = [&](const attribution& a, word_range range) {
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const std::uint32_t q = words[i].quotation;
      if (q == nowhere) continue;
      if (!is_inner(a) || words[a.cue.begin].quotation != q) reported_[q] = true;
      i = std::max(i + 1, words.quotation(q).end) - 1;
    }
  };
  for (const attribution& a : attributions) {
    if (a.quotation != nowhere) reported_[a.quotation] = true;
    report(a, a.content);
    report(a, a.more);
    if (a.pieces > 0) {
      for (const word_range& piece : pieces_.subspan(a.first_piece, a.pieces)) report(a, piece);
    }
  }
}

// Whether the content that the tagger found for a cue within a quotation that nobody reports goes
// on beyond the sentence of that cue.
bool assembler::is_cut_short(const attribution& a) const {
  const word_list& words = *words_;
  if (a.pieces == 0 || a.cue.empty() || !words[a.cue.begin].quoted()) return false;
  const std::uint32_t q = words[a.cue.begin].quotation;
  if (reported_[q] || words[a.content.begin].quotation != q) return false;
  const word_range last = a.pieces > 0     ? pieces_[a.first_piece + a.pieces - 1]
                          : a.more.empty() ? a.content
                                           : a.more;
  std::uint32_t end = last.end;
  while (end > last.begin + 1 && !words[end - 1].is_word()) --end;
  return words[end - 1].sentence != words[a.cue.begin].sentence;
}

void assembler::add_floating(const assembling_options& options, extraction& out) {
  for (std::uint32_t q = 0; q < quotations_.size(); ++q) {
    if (quotations_[q].depth != 0 || used_[q]) continue;
    const word_range range = words_->quotation(q);
    if (spoken_words(range) < options.min_words || is_title(range)) continue;
    const auto first_piece = static_cast<std::uint32_t>(out.pieces.size());
    counted_ = {};
    const std::uint32_t last = add_chain(q, out);
    add_what_follows(last, words_->quotation(last).end, out);
    if (finish(first_piece, 0.4, out)) out.quotes.back().status = status_behind(*words_, range);
  }
}

void assembler::run(std::string_view text, const word_list& words,
                    std::span<const quotation> quotations,
                    std::span<const attribution> attributions, std::span<const word_range> pieces,
                    const assembling_options& options, extraction& out) {
  text_ = text;
  words_ = &words;
  quotations_ = quotations;
  pieces_ = pieces;
  used_.assign(quotations.size(), false);
  for (const attribution& a : attributions) {
    if (a.quotation != nowhere) used_[a.quotation] = true;
  }
  for (const word_range& range : pieces) {
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      if (words[i].quoted()) used_[words[i].quotation] = true;
    }
  }
  before_ = nullptr;
  judge_inner(attributions);
  for (const attribution& a : attributions) {
    if (is_cut_short(a)) continue;
    add(a, options, out);
    before_ = &a;
  }
  for (const attribution& a : attributions) {
    if (is_cut_short(a)) used_[words[a.cue.begin].quotation] = false;
  }
  add_floating(options, out);
  std::ranges::stable_sort(out.quotes, {}, [](const found_quote& q) { return q.where.begin; });
}

}  // namespace quoth::quotes
