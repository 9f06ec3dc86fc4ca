#include <algorithm>
#include <record/ranking.hpp>

namespace quoth::record {

void ranker::find(shelf where, std::uint32_t size, std::span<weighted_list> lists, std::size_t most,
                  std::vector<ranked_row>& out) {
  out.clear();
  if (most == 0) return;
  if (sums_.size() <= size) sums_.resize(std::size_t{size} + 1);
  std::ranges::sort(lists, [](const weighted_list& a, const weighted_list& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.rows.count < b.rows.count;
  });
  std::uint64_t left = 0;  // that a row can still gain
  for (const weighted_list& list : lists) left += list.weight;
  std::uint64_t gained = 0;  // that a row can have by now
  bool open = true;          // whether rows may come in that no list had yet
  for (const weighted_list& list : lists) {
    if (open && gained > left) {
      if (const std::uint64_t least = threshold(touched_, most, left); least > left) {
        open = false;
        keep_candidates(touched_, least - left);
      }
    } else if (!open && candidates_.size() > 2 * most) {
      const std::uint64_t least = threshold(candidates_, most, left);
      if (least > left) keep_candidates(candidates_, least - left);
    }
    if (open) {
      add(where, size, list);
    } else {
      add_to_candidates(list);
    }
    left -= list.weight;
    gained += list.weight;
  }
  for (const std::uint32_t row : open ? touched_ : candidates_) out.push_back({row, sums_[row]});
  const auto better = [](const ranked_row& a, const ranked_row& b) {
    return a.score != b.score ? a.score > b.score : a.row < b.row;
  };
  if (out.size() > most) {
    std::ranges::nth_element(out, out.begin() + static_cast<std::ptrdiff_t>(most), better);
    out.resize(most);
  }
  std::ranges::sort(out, better);
  for (const std::uint32_t row : touched_) sums_[row] = 0;
  touched_.clear();
}

void ranker::add(shelf where, std::uint32_t size, const weighted_list& list) {
  index_.read(list.rows, [&](std::span<const std::uint32_t> rows) {
    for (const std::uint32_t row : rows) {
      if (row > size || index_.is_removed(where, row)) continue;
      std::uint32_t& sum = sums_[row];
      if (sum == 0) touched_.push_back(row);
      sum += list.weight;
    }
    return true;
  });
}

void ranker::add_to_candidates(const weighted_list& list) {
  index_.intersect(list.rows, candidates_, [&](std::uint32_t row) { sums_[row] += list.weight; });
}

std::uint64_t ranker::threshold(std::span<const std::uint32_t> rows, std::size_t most,
                                std::uint64_t floor) {
  scores_.clear();
  for (const std::uint32_t row : rows) {
    if (sums_[row] > floor) scores_.push_back(sums_[row]);
  }
  if (scores_.size() < most) return 0;
  const auto last = scores_.begin() + static_cast<std::ptrdiff_t>(most) - 1;
  std::ranges::nth_element(scores_, last, std::ranges::greater());
  return *last;
}

void ranker::keep_candidates(std::span<const std::uint32_t> from, std::uint64_t least) {
  std::vector<std::uint32_t> kept;
  for (const std::uint32_t row : from) {
    if (sums_[row] >= least) kept.push_back(row);
  }
  std::ranges::sort(kept);
  candidates_.swap(kept);
}

}  // namespace quoth::record
