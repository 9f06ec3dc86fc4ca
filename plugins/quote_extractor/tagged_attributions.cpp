#include "tagged_attributions.hpp"

#include <algorithm>

namespace quoth::quotes {
namespace {

constexpr float tenths = 10;
constexpr float most_strength = 120;
constexpr std::uint32_t longest_quotation = 300;  // words that a window's cut is mended by

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

}  // namespace

void attribute_tagged(const tagging& tagged, const word_list& words, std::vector<attribution>& out,
                      std::vector<word_range>& pieces) {
  for (const tagged_quote& quote : tagged.quotes) {
    attribution a;
    if (quote.has_cue) a.head = quote.anchor;
    a.strength =
        static_cast<std::int32_t>(std::clamp(quote.validity * tenths, 0.0F, most_strength));
    a.first_piece = static_cast<std::uint32_t>(pieces.size());
    for (const tagged_span& span : tagged.spans_of(quote)) {
      switch (span.role) {
        case quoth::part_role::content:
          pieces.push_back(with_marks(span.where, quote.window, words));
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
    a.pieces = static_cast<std::uint32_t>(pieces.size()) - a.first_piece;
    a.seen_end = quote.window.end;
    a.content = pieces[a.first_piece];  // for what judges the attribution by its surroundings
    if (a.pieces > 1) a.more = pieces[a.first_piece + 1];
    out.push_back(a);
  }
}

}  // namespace quoth::quotes
