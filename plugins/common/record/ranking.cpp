#include <algorithm>
#include <array>
#include <numeric>
#include <record/ranking.hpp>

namespace quoth::record {

namespace {

// Sorts by digits of eleven bits, the lowest first: of thousands of rows faster than by comparing.
void sort_rows(std::vector<std::uint32_t>& rows, std::vector<std::uint32_t>& scratch) {
  constexpr unsigned bits = 11;
  constexpr std::size_t fewest = 300;
  if (rows.size() < fewest) {
    std::ranges::sort(rows);
    return;
  }
  const std::uint32_t highest = *std::ranges::max_element(rows);
  scratch.resize(rows.size());
  for (unsigned shift = 0; shift < 32 && highest >> shift != 0; shift += bits) {
    std::array<std::uint32_t, std::size_t{1} << bits> places{};
    const auto digit = [&](std::uint32_t row) { return row >> shift & (places.size() - 1); };
    for (const std::uint32_t row : rows) ++places[digit(row)];
    std::exclusive_scan(places.begin(), places.end(), places.begin(), 0U);
    for (const std::uint32_t row : rows) scratch[places[digit(row)]++] = row;
    rows.swap(scratch);
  }
}

}  // namespace

void ranker::find(shelf where, std::uint32_t size, std::span<weighted_list> lists, std::size_t most,
                  std::vector<ranked_row>& out, std::size_t enough) {
  out.clear();
  if (most == 0) return;
  if (sums_.size() <= size) sums_.resize(std::size_t{size} + 1);
  std::ranges::sort(lists, [](const weighted_list& a, const weighted_list& b) {
    return a.rows.count != b.rows.count ? a.rows.count < b.rows.count : a.weight > b.weight;
  });
  std::uint64_t left = 0;  // that a row can still gain
  for (const weighted_list& list : lists) left += list.weight;
  std::uint64_t least = 0;  // that a row needs
  std::size_t read = 0;
  std::size_t look_after = 2000 + 4 * most;  // rows read
  std::size_t next = 0;
  for (; next < lists.size() && least <= left; ++next) {
    const weighted_list& list = lists[next];
    if (read + list.rows.count > enough && touched_.size() >= most) break;
    if (read + list.rows.count > look_after) {
      least = std::max(least, reached(most, lists.subspan(next)));
      if (least > left) break;
      look_after = 4 * (read + list.rows.count);
    }
    add(where, size, list);
    read += list.rows.count;
    left -= list.weight;
  }
  const bool open = next == lists.size();  // all lists were read
  if (!open) {
    const std::size_t limit = least > left ? SIZE_MAX : 200 + 4 * most;
    begin_candidates(least - std::min(least, left), limit);
  }
  for (; next < lists.size(); ++next) {
    const weighted_list& list = lists[next];
    index_.intersect(list.rows, candidates_, [&](std::uint32_t row) { sums_[row] += list.weight; });
    left -= list.weight;
    const std::uint64_t needed = least - std::min(least, left);
    std::erase_if(candidates_, [&](std::uint32_t row) { return sums_[row] < needed; });
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

// Without branches that nobody could predict: whether a row was met before, whether it has enough.
void ranker::add(shelf where, std::uint32_t size, const weighted_list& list) {
  const bool some_removed = index_.has_removed(where);
  index_.read(list.rows, [&](std::span<const std::uint32_t> rows) {
    std::size_t met = touched_.size();
    touched_.resize(met + rows.size());
    for (const std::uint32_t row : rows) {
      if (row > size || (some_removed && index_.is_removed(where, row))) continue;
      std::uint32_t& sum = sums_[row];
      touched_[met] = row;
      met += sum == 0;
      sum += list.weight;
    }
    touched_.resize(met);
    return true;
  });
}

std::uint64_t ranker::reached(std::size_t most, std::span<const weighted_list> left) {
  if (touched_.size() < most) return 0;
  leading_.assign(touched_.begin(), touched_.end());
  const std::size_t count = std::min(leading_.size(), 2 * most);
  std::ranges::nth_element(leading_, leading_.begin() + static_cast<std::ptrdiff_t>(count) - 1,
                           std::ranges::greater(), [&](std::uint32_t row) { return sums_[row]; });
  leading_.resize(count);
  std::ranges::sort(leading_);
  scores_.clear();
  for (const std::uint32_t row : leading_) scores_.push_back(sums_[row]);
  for (const weighted_list& list : left) {
    std::size_t at = 0;
    index_.intersect(list.rows, leading_, [&](std::uint32_t row) {
      while (at + 1 < leading_.size() && leading_[at] < row) ++at;
      scores_[at] += list.weight;
    });
  }
  const auto last = scores_.begin() + static_cast<std::ptrdiff_t>(most) - 1;
  std::ranges::nth_element(scores_, last, std::ranges::greater());
  return *last;
}

void ranker::begin_candidates(std::uint64_t least, std::size_t most) {
  candidates_.resize(touched_.size());
  std::size_t kept = 0;
  for (const std::uint32_t row : touched_) {
    candidates_[kept] = row;
    kept += sums_[row] >= least;
  }
  candidates_.resize(kept);
  if (candidates_.size() > most) {
    std::ranges::nth_element(candidates_, candidates_.begin() + static_cast<std::ptrdiff_t>(most),
                             std::ranges::greater(), [&](std::uint32_t row) { return sums_[row]; });
    candidates_.resize(most);
  }
  sort_rows(candidates_, leading_);
}

}  // namespace quoth::record
