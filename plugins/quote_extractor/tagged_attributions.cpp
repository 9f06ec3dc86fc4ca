#include "tagged_attributions.hpp"

#include <algorithm>

#include "clauses.hpp"
#include "content_bounds.hpp"
#include "layouts.hpp"

namespace quoth::quotes {
namespace {

constexpr float tenths = 10;
constexpr float most_strength = 120;
constexpr std::uint32_t longest_quotation = 300;   // words that a window's cut is mended by
constexpr std::uint32_t least_quotation = 3;       // words that stand for a content alone
constexpr std::uint32_t longest_lead = 4;          // an address before it, with its comma
constexpr std::uint32_t widest_window = 128;       // words between an anchor and what it has
constexpr std::int32_t least_strength_alone = 10;  // of a cue that only the rules find

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

// A piece that goes on in another paragraph is cut to the anchor's side, unless it is a quotation
// that does.
word_range in_one_paragraph(word_range piece, std::uint32_t anchor, const word_list& words) {
  for (std::uint32_t i = piece.begin + 1; i < piece.end; ++i) {
    if (words[i].quoted() && words[i].quotation == words[i - 1].quotation) continue;
    if (paragraph_of(words, i) == paragraph_of(words, i - 1)) continue;
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

bool are_quotations(std::span<const word_range> pieces, const word_list& words) {
  return std::ranges::all_of(pieces, [&](word_range piece) {
    const word& first = words[piece.begin];
    return first.quoted() && words.quotation(first.quotation).end >= piece.end;
  });
}

// Roe said [in Karlsund]: a preposition and few words behind it tell where and when.
bool is_aside(word_range piece, const word_list& words) {
  constexpr std::uint32_t longest = 4;  // words
  return words[piece.begin].is(preposition) && !words[piece.begin].is(complementizer | topic) &&
         piece.size() <= longest;
}

// “It rained,” she said, and soon [the street was empty]: what a conjunction joins without marks
// to the report of a quotation before it is told by the writer.
bool is_told_behind(word_range quotation, std::uint32_t anchor, word_range piece,
                    const word_list& words) {
  constexpr std::uint32_t widest = 12;  // words between the cue and the piece
  if (quotation.end > anchor || piece.begin <= anchor || piece.begin - anchor > widest) {
    return false;
  }
  if (!are_quotations({&quotation, 1}, words)) return false;
  for (std::uint32_t i = piece.begin; i < piece.end; ++i) {
    if (words[i].quoted()) return false;
  }
  if (words[piece.begin].is(complementizer)) return false;
  bool joined = is_aside(piece, words);
  for (std::uint32_t i = anchor + 1; i < piece.begin; ++i) {
    if (words[i].is(complementizer)) return false;
    joined = joined || (words[i].is(coordinator | subordinator | comparison) &&
                        words[i - 1].shape == word_shape::comma);
  }
  return joined;
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
  const std::uint32_t dash = insertion_end(words, quote.anchor);
  for (std::size_t i = first; i < pieces.size(); ++i) {
    word_range& piece = pieces[i];
    if (piece.contains(dash) && piece.begin > quote.anchor) piece.end = dash;
    piece = without_lead(in_one_paragraph(piece, quote.anchor, words), words);
    const word_range whole = to_quotation_end(piece, words);
    if (i + 1 == pieces.size() || whole.end <= pieces[i + 1].begin) piece = whole;
  }
  const auto kept = pieces.begin() + static_cast<std::ptrdiff_t>(first);
  pieces.erase(std::remove_if(kept, pieces.end(),
                              [&](word_range piece) { return says_nothing(words, piece); }),
               pieces.end());
  if (pieces.size() == first + 2 &&
      is_told_behind(pieces[first], quote.anchor, pieces.back(), words)) {
    pieces.pop_back();
  }
}

// A source with the bracket that it opens: Gwen Moore (D-Wis.)
word_range with_bracket(word_range source, const word_list& words) {
  constexpr std::uint32_t longest = 8;  // words behind the source
  bool open = false;
  const std::uint32_t limit = std::min(words.size(), source.end + longest);
  for (std::uint32_t i = source.begin; i < limit && (open || i < source.end); ++i) {
    if (words[i].shape == word_shape::open_bracket) open = true;
    if (words[i].shape != word_shape::close_bracket) continue;
    open = false;
    source.end = std::max(source.end, i + 1);
  }
  return source;
}

// How far a quote's anchor is from a piece, in words; one in another sentence is farther than any
// in the same.
std::uint32_t distance(std::uint32_t anchor, word_range piece, const word_list& words) {
  const bool before = anchor < piece.begin;
  const std::uint32_t nearest = before ? piece.begin : piece.end - 1;
  const std::uint32_t gap = before ? nearest - anchor : anchor - std::min(anchor, nearest);
  return words[nearest].sentence == words[anchor].sentence ? gap : gap + words.size();
}

// Takes from a content of several pieces those that stand nearer to the anchor of a neighbour,
// which has them too: “A?” she said, but he went on about [“B”].
void leave_to_nearer(std::span<attribution> quotes, std::span<const std::uint32_t> anchors,
                     const word_list& words, std::span<word_range> pieces) {
  constexpr std::size_t neighbours = 6;  // to each side
  const auto is_nearer = [&](std::size_t at, word_range piece) {
    const std::size_t first = at > neighbours ? at - neighbours : 0;
    const std::size_t end = std::min(quotes.size(), at + neighbours + 1);
    const std::uint32_t own = distance(anchors[at], piece, words);
    for (std::size_t n = first; n < end; ++n) {
      if (n == at || distance(anchors[n], piece, words) >= own) continue;
      if (piece.contains(anchors[n])) continue;  // it is reported within the piece
      for (const word_range& other : pieces.subspan(quotes[n].first_piece, quotes[n].pieces)) {
        const std::uint32_t begin = std::max(other.begin, piece.begin);
        const std::uint32_t last = std::min(other.end, piece.end);
        if (begin < last && (last - begin) * 2 > piece.size()) return true;
      }
    }
    return false;
  };
  for (std::size_t at = 0; at < quotes.size(); ++at) {
    attribution& a = quotes[at];
    std::uint32_t kept = 0;
    const std::span<word_range> own = pieces.subspan(a.first_piece, a.pieces);
    for (std::size_t i = 0; i < own.size(); ++i) {
      const bool alone = kept == 0 && i + 1 == own.size();
      if (own.size() > 1 && !alone && is_nearer(at, own[i])) continue;
      own[kept++] = own[i];
    }
    a.pieces = kept;
  }
}

// The quotation that is the content of a rules' attribution; empty where it is none, or no more
// than a part of it.
word_range quotation_of(const attribution& rule, const word_list& words) {
  if (rule.content.empty()) {
    return rule.quotation == nowhere ? word_range{} : words.quotation(rule.quotation);
  }
  const std::uint32_t q = words[rule.content.begin].quotation;
  const bool whole = rule.quotation == nowhere && q != nowhere;
  return whole && words.quotation(q) == rule.content ? rule.content : word_range{};
}

// Whether the rules' attribution is of a quotation, and the tagged content, which begins with that
// or stands in it, is nothing but quotations.
bool is_of_quotation(const attribution& rule, const tagged_quote& quote,
                     std::span<const tagged_span> spans, const word_list& words) {
  const word_range q = quotation_of(rule, words);
  if (q.empty() || !quote.has_cue) return false;
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

// Whether two ranges have more than half of the longer one in common.
bool are_mostly_one(word_range a, word_range b) {
  const std::uint32_t begin = std::max(a.begin, b.begin);
  const std::uint32_t end = std::min(a.end, b.end);
  return begin < end && (end - begin) * 2 > std::max(a.size(), b.size());
}

// Whether a content that no cue reports stands behind a label and a colon where layout decides.
bool is_left_to_layout(const tagged_quote& quote, std::span<const tagged_span> spans,
                       const word_list& words) {
  return !quote.has_cue && std::ranges::any_of(spans, [&](const tagged_span& span) {
    if (span.role != quoth::part_role::content) return false;
    const std::uint32_t begin = with_marks(span.where, quote.window, words).begin;
    return begin > 0 && layout_decides(words, begin - 1);
  });
}

// The band's show, called [“Northern Lights”]: a name, not what somebody said.
bool is_name_in_marks(const tagged_quote& quote, std::span<const tagged_span> spans,
                      const word_list& words) {
  const std::uint32_t at = quote.anchor;
  const bool aside =
      quote.has_cue && at > 0 && words[at].is(passive) && words[at - 1].shape == word_shape::comma;
  return aside && std::ranges::all_of(spans, [&](const tagged_span& span) {
           if (span.role != quoth::part_role::content) return true;
           const word_range piece = with_marks(span.where, quote.window, words);
           return piece.begin == at + 1 && are_quotations({&piece, 1}, words) &&
                  is_title(piece, words);
         });
}

// Appends what only the rules find: quotations with a source and a sure cue, neither of which is in
// the tagged quotes (saying “A.” within another report). `anchors` ascend.
void add_unseen_quotations(std::span<const attribution> rules,
                           std::span<const std::uint32_t> anchors, const word_list& words,
                           std::span<const word_range> pieces, std::size_t first,
                           std::vector<attribution>& out) {
  for (const attribution& rule : rules) {
    const word_range q = quotation_of(rule, words);
    if (q.empty() || rule.source.empty() || rule.head == nowhere) continue;
    if (rule.strength < least_strength_alone) continue;
    const auto is_seen = [&](const attribution& a) {
      if (a.head == rule.head || a.cue.contains(rule.head)) return true;
      if (a.pieces == 0) return are_mostly_one(quotation_of(a, words), q);
      return std::ranges::any_of(pieces.subspan(a.first_piece, a.pieces),
                                 [&](word_range piece) { return are_mostly_one(piece, q); });
    };
    const std::uint32_t begin = std::min(q.begin, rule.head);
    const std::uint32_t from = begin > widest_window ? begin - widest_window : 0;
    bool seen = false;
    for (auto at = std::ranges::lower_bound(anchors, from);
         !seen && at != anchors.end() && *at < std::max(q.end, rule.head) + widest_window; ++at) {
      seen = is_seen(out[first + static_cast<std::size_t>(at - anchors.begin())]);
    }
    if (!seen) out.push_back(rule);
  }
}

// Who speaks in reported words is named in them: where the tagger knows nobody for a verb of saying
// within the content of another quote, or him who stands outside, and the rules know somebody
// inside, it is theirs. Some channels claim [that X, on his visit, said he would go].
void keep_sources_inside(std::span<const tagged_quote* const> quotes,
                         std::span<const attribution> rules, const word_list& words,
                         std::span<const word_range> pieces, std::span<attribution> made) {
  constexpr std::size_t neighbours = 6;  // to each side
  for (std::size_t at = 0; at < made.size(); ++at) {
    attribution& a = made[at];
    if (a.head == nowhere || !words[a.head].is(saying) || quotes[at]->rule == nowhere) continue;
    const word_range source = rules[quotes[at]->rule].source;
    if (source.empty() || source == a.source) continue;
    const std::size_t first = at > neighbours ? at - neighbours : 0;
    const std::size_t end = std::min(made.size(), at + neighbours + 1);
    for (std::size_t n = first; n < end; ++n) {
      if (n == at) continue;
      for (const word_range& outer : pieces.subspan(made[n].first_piece, made[n].pieces)) {
        if (!outer.contains(a.head) || !outer.contains(source.begin)) continue;
        if (a.source.empty() || !outer.contains(a.source.begin)) a.source = source;
      }
    }
  }
}

}  // namespace

void attribute_tagged(const tagging& tagged, std::span<const attribution> rules,
                      const word_list& words, std::vector<attribution>& out,
                      std::vector<word_range>& pieces) {
  const std::size_t first = out.size();
  std::vector<std::uint32_t> anchors;
  std::vector<const tagged_quote*> quotes;
  for (const tagged_quote& quote : tagged.quotes) {
    const std::span<const tagged_span> spans = tagged.spans_of(quote);
    if (is_left_to_layout(quote, spans, words) || is_name_in_marks(quote, spans, words)) continue;
    anchors.push_back(quote.anchor);
    quotes.push_back(&quote);
    attribution a;
    if (quote.has_cue) a.head = quote.anchor;
    a.strength =
        static_cast<std::int32_t>(std::clamp(quote.validity * tenths, 0.0F, most_strength));
    for (const tagged_span& span : spans) {
      switch (span.role) {
        case quoth::part_role::content:
          break;
        case quoth::part_role::source:
          if (a.source.empty()) a.source = with_bracket(span.where, words);
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
    if (quote.rule != nowhere && is_of_quotation(rules[quote.rule], quote, spans, words)) {
      a.quotation = rules[quote.rule].quotation;
      a.content = rules[quote.rule].content;
      a.more = rules[quote.rule].more;
    } else {
      a.first_piece = static_cast<std::uint32_t>(pieces.size());
      add_pieces(quote, spans, words, pieces);
      a.pieces = static_cast<std::uint32_t>(pieces.size()) - a.first_piece;
      a.seen_end = quote.window.end;
    }
    const bool quoted = are_quotations(std::span(pieces).subspan(a.first_piece, a.pieces), words);
    if (a.source.empty() && quote.rule != nowhere && quoted) a.source = rules[quote.rule].source;
    out.push_back(a);
  }
  const std::span<attribution> made = std::span(out).subspan(first);
  leave_to_nearer(made, anchors, words, pieces);
  for (attribution& a : made) {
    if (a.pieces == 0) continue;
    a.content = pieces[a.first_piece];  // for what judges the attribution by its surroundings
    if (a.pieces > 1) a.more = pieces[a.first_piece + 1];
  }
  keep_sources_inside(quotes, rules, words, pieces, made);
  add_unseen_quotations(rules, anchors, words, pieces, first, out);
}

}  // namespace quoth::quotes
