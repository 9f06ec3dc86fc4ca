#include "pairing.hpp"

#include <cstddef>

namespace quoth::quotes {
namespace {

std::size_t index_of(mark_family family) {
  return static_cast<std::size_t>(family);
}

// Single marks are apostrophes too often for one without its partner to mean anything.
bool may_stay_open(mark_family family) {
  return family == mark_family::double_mark || family == mark_family::guillemet;
}

}  // namespace

void pairing::judge_weak(std::span<const mark> marks) {
  std::array<bool, mark_families> closer_follows{};
  closes_.assign(marks.size(), 0);
  for (std::size_t i = marks.size(); i-- > 0;) {
    const std::size_t family = index_of(marks[i].family);
    closes_[i] = marks[i].can_close && !(marks[i].weak && closer_follows[family]);
    if (!marks[i].weak) closer_follows[family] = marks[i].can_close;
  }
}

void pairing::push(std::uint32_t index, mark_family family) {
  const std::size_t f = index_of(family);
  open_.push_back({index, top_[f], pairs_[f]});
  top_[f] = static_cast<std::uint32_t>(open_.size() - 1);
}

void pairing::pair_paragraph(std::span<const mark> marks) {
  judge_weak(marks);
  partner_.assign(marks.size(), none);
  open_.clear();
  top_.fill(none);
  pairs_.fill(0);
  for (std::uint32_t i = 0; i < marks.size(); ++i) {
    const std::size_t family = index_of(marks[i].family);
    if (closes_[i] && top_[family] != none) {
      const std::uint32_t target = top_[family];
      partner_[open_[target].mark] = i;
      ++pairs_[family];
      while (open_.size() > target) {
        const open_mark& last = open_.back();
        top_[index_of(marks[last.mark].family)] = last.same_family;
        open_.pop_back();
      }
    } else if (marks[i].can_open) {
      push(i, marks[i].family);
    }
  }
  if (const std::uint32_t unclosed = first_unclosed(marks); unclosed != none) {
    partner_[unclosed] = paragraph_end;
  }
}

std::uint32_t pairing::first_unclosed(std::span<const mark> marks) const {
  for (const open_mark& open : open_) {
    const mark_family family = marks[open.mark].family;
    if (may_stay_open(family) && open.pairs == pairs_[index_of(family)]) return open.mark;
  }
  return none;
}

void pairing::emit(std::span<const mark> marks, const span_column& paragraphs,
                   std::uint32_t paragraph, const mark* next, std::vector<quotation>& out) {
  enclosing_.clear();
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (partner_[i] == none) continue;
    const bool closed = partner_[i] != paragraph_end;
    quotation q;
    q.paragraph = paragraph;
    q.family = marks[i].family;
    q.closed = closed;
    const std::uint32_t last = closed ? marks[partner_[i]].begin : paragraphs[paragraph].end;
    q.inner = {marks[i].end, last};
    q.outer = {marks[i].begin, closed ? marks[partner_[i]].end : last};
    q.continues = !closed && next && next->family == q.family;
    while (!enclosing_.empty() && enclosing_.back() <= q.outer.begin) enclosing_.pop_back();
    q.depth = static_cast<std::uint32_t>(enclosing_.size());
    enclosing_.push_back(q.outer.end);
    out.push_back(q);
  }
}

void pairing::run(std::string_view text, const span_column& paragraphs,
                  std::vector<quotation>& out) {
  marks_.clear();
  find_marks(text, marks_);
  const std::span<const mark> all(marks_);
  std::size_t at = 0;
  for (std::uint32_t p = 0; p < paragraphs.size(); ++p) {
    while (at < all.size() && all[at].begin < paragraphs[p].begin) ++at;
    std::size_t end = at;
    while (end < all.size() && all[end].end <= paragraphs[p].end) ++end;
    if (end == at) continue;
    const std::span<const mark> here = all.subspan(at, end - at);
    pair_paragraph(here);
    const bool next_opens = end < all.size() && p + 1 < paragraphs.size() &&
                            all[end].begin == paragraphs[p + 1].begin && all[end].can_open;
    emit(here, paragraphs, p, next_opens ? &all[end] : nullptr, out);
    at = end;
  }
}

}  // namespace quoth::quotes
