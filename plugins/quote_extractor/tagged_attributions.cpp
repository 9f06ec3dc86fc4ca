#include "tagged_attributions.hpp"

#include <algorithm>

namespace quoth::quotes {
namespace {

constexpr float tenths = 10;
constexpr float most_strength = 120;
constexpr std::uint32_t longest_quotation = 300;  // words that a window's cut is mended by
constexpr std::uint32_t least_quotation = 3;      // words that stand for a content alone
constexpr std::uint32_t longest_lead = 4;         // an address before it, with its comma

// A piece with the marks of the quotations that it holds: the tagger learned spans without marks
// at their ends. A quotation that the window cut is taken whole, unless it is longer than any that
// one attribution can have.
word_range with_marks(word_range piece, word_range window, const word_list& words) {
  if (piece.begin > 0 && words[piece.begin - 1].quoted()) {
    const word_range q = words.quotation(words[piece.begin - 1].quotation);
    const bool cut = piece.begin == window.begin && piece.end - q.begin <= longest_quotation;
    if (q.begin + 1 == piece.begin || cut) piece.begin = q.begin;
  }
  const word& last = words[piece.end - 1];
  if (!last.quoted()) return piece;
  const word_range q = words.quotation(last.quotation);
  if (q.begin < piece.begin || q.end <= piece.end) return piece;
  if (q.end - piece.begin > longest_quotation) return piece;
  if (piece.end == window.end) return {piece.begin, q.end};
  for (std::uint32_t i = piece.end; i < q.end; ++i) {
    if (words[i].is_word()) return piece;
  }
  return {piece.begin, q.end};
}

bool sentence_begins(const word_list& words, std::uint32_t i) {
  return i > 0 && words[i].sentence != words[i - 1].sentence;
}

std::uint32_t paragraph_of(const word_list& words, std::uint32_t i) {
  return words[i].sentence == nowhere ? nowhere : words.paragraph(words[i].sentence);
}

// The quotation that ends with a piece and begins within it; empty where there is none.
word_range last_quotation(word_range piece, const word_list& words) {
  const word& last = words[piece.end - 1];
  if (!last.quoted()) return {};
  const word_range q = words.quotation(last.quotation);
  const bool whole = q.begin > piece.begin && q.end == piece.end;
  return whole && q.size() >= least_quotation + 2 ? q : word_range{};
}

// A piece without what the tagger took for the beginning of a quotation that ends with it: the end
// of an earlier sentence, the last words of the cue (tweeting at | him, “…”), what announces it
// (a phrase of his own: | “…”).
word_range without_lead(word_range piece, const word_list& words) {
  const word_range q = last_quotation(piece, words);
  if (q.empty() || words[piece.begin].quoted()) return piece;
  const word_shape before = words[q.begin - 1].shape;
  const bool address = q.begin - piece.begin <= longest_lead && before == word_shape::comma;
  const bool announced = before == word_shape::colon || before == word_shape::open_bracket;
  return address || announced || sentence_begins(words, q.begin) ? q : piece;
}

// A quotation of which the tagger saw the first sentences only is taken whole.
word_range to_quotation_end(word_range piece, const word_list& words) {
  const word& last = words[piece.end - 1];
  if (!last.quoted() || piece.end >= words.size()) return piece;
  const word_range q = words.quotation(last.quotation);
  if (q.begin != piece.begin || q.end <= piece.end || q.size() > longest_quotation) return piece;
  std::uint32_t next = piece.end;
  while (next + 1 < q.end && !words[next].is_word()) ++next;
  return words[next].sentence != last.sentence ? q : piece;
}

// A piece that goes on from a quotation into one of another paragraph is cut to the anchor's side.
word_range in_one_paragraph(word_range piece, std::uint32_t anchor, const word_list& words) {
  for (std::uint32_t i = piece.begin + 1; i < piece.end; ++i) {
    if (words[i].quotation == words[i - 1].quotation) continue;
    if (paragraph_of(words, i) == paragraph_of(words, i - 1)) continue;
    if (!words[i].quoted() || !words[i - 1].quoted()) continue;
    if (anchor < i) return {piece.begin, i};
    piece.begin = i;
  }
  return piece;
}

bool words_between(const word_list& words, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t i = begin; i < end; ++i) {
    if (words[i].is_word()) return true;
  }
  return false;
}

// Appends the pieces of a quote's content: spans with nothing but signs between them are one.
void add_pieces(const tagged_quote& quote, std::span<const tagged_span> spans,
                const word_list& words, std::vector<word_range>& pieces) {
  const std::size_t first = pieces.size();
  for (const tagged_span& span : spans) {
    if (span.role != quoth::part_role::content) continue;
    const word_range piece = with_marks(span.where, quote.window, words);
    if (pieces.size() > first && !words_between(words, pieces.back().end, piece.begin)) {
      pieces.back().end = std::max(pieces.back().end, piece.end);
    } else {
      pieces.push_back(piece);
    }
  }
  for (std::size_t i = first; i < pieces.size(); ++i) {
    word_range& piece = pieces[i];
    piece = without_lead(in_one_paragraph(piece, quote.anchor, words), words);
    const word_range whole = to_quotation_end(piece, words);
    if (i + 1 == pieces.size() || whole.end <= pieces[i + 1].begin) piece = whole;
  }
}

// Whether the rules' attribution is of a quotation, and the tagged content, which begins with that
// or stands in it, is nothing but quotations.
bool is_of_quotation(const attribution& rule, const tagged_quote& quote,
                     std::span<const tagged_span> spans, const word_list& words) {
  if (rule.quotation == nowhere || !rule.content.empty() || !quote.has_cue) return false;
  const word_range q = words.quotation(rule.quotation);
  bool reached = false;
  for (const tagged_span& span : spans) {
    if (span.role != quoth::part_role::content) continue;
    for (std::uint32_t i = span.where.begin; i < span.where.end; ++i) {
      if (!words[i].quoted() && words[i].is_word()) return false;
      reached = reached || q.contains(i);
    }
  }
  return reached;
}

}  // namespace

void attribute_tagged(const tagging& tagged, std::span<const attribution> rules,
                      const word_list& words, std::vector<attribution>& out,
                      std::vector<word_range>& pieces) {
  for (const tagged_quote& quote : tagged.quotes) {
    attribution a;
    if (quote.has_cue) a.head = quote.anchor;
    a.strength =
        static_cast<std::int32_t>(std::clamp(quote.validity * tenths, 0.0F, most_strength));
    for (const tagged_span& span : tagged.spans_of(quote)) {
      switch (span.role) {
        case quoth::part_role::content:
          break;
        case quoth::part_role::source:
          if (a.source.empty()) a.source = span.where;
          break;
        default:
          if (a.cue.empty() || span.where.contains(quote.anchor)) {
            a.cue_part = a.cue;
            a.cue = span.where;
          } else {
            a.cue_part = span.where;
          }
          break;
      }
    }
    if (quote.rule != nowhere &&
        is_of_quotation(rules[quote.rule], quote, tagged.spans_of(quote), words)) {
      a.quotation = rules[quote.rule].quotation;
      a.more = rules[quote.rule].more;
      out.push_back(a);
      continue;
    }
    a.first_piece = static_cast<std::uint32_t>(pieces.size());
    add_pieces(quote, tagged.spans_of(quote), words, pieces);
    a.pieces = static_cast<std::uint32_t>(pieces.size()) - a.first_piece;
    a.seen_end = quote.window.end;
    a.content = pieces[a.first_piece];  // for what judges the attribution by its surroundings
    if (a.pieces > 1) a.more = pieces[a.first_piece + 1];
    out.push_back(a);
  }
}

}  // namespace quoth::quotes
