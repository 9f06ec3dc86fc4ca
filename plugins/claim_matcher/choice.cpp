#include "choice.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <utility>

namespace quoth::matching {

namespace {

constexpr std::size_t guaranteed_own = 3;  // statements of the speaker among the matches

// What holds most of the stretch that the best leaves over: of the speaker, and of anybody.
[[nodiscard]] std::vector<std::size_t> complements(const std::vector<considered>& all) {
  constexpr std::uint32_t least = 3;  // words
  const resemblance& best = all.front().alike;
  std::vector<std::size_t> found;
  for (const bool own : {true, false}) {
    std::uint32_t most = least - 1;
    std::size_t at = 0;
    for (std::size_t i = 1; i < all.size(); ++i) {
      const resemblance& one = all[i].alike;
      if (all[i].own != own || all[i].kind == match_kind::review) continue;
      const std::uint32_t begin = std::max(one.run_at, best.open_at);
      const std::uint32_t end = std::min(one.run_at + one.longest, best.open_end);
      if (end <= begin || end - begin <= most) continue;
      most = end - begin;
      at = i;
    }
    if (at != 0) found.push_back(at);
  }
  return found;
}

}  // namespace

void choose(std::vector<considered>& all, std::size_t top, bool by_known_speaker) {
  constexpr double chance = 0.05;
  for (considered& one : all) {
    if (by_known_speaker && !one.own && one.score < chance) one.score = 0.0;
  }
  const auto rank = [](const considered& one) { return std::pair(one.score, one.own); };
  std::ranges::stable_sort(all, std::ranges::greater(), rank);
  if (all.size() <= top) return;
  std::vector<bool> taken(all.size());
  std::size_t count = 0;
  const auto take = [&](std::size_t i) {
    if (!taken[i] && count < top) {
      taken[i] = true;
      ++count;
    }
  };
  take(0);
  for (const std::size_t i : complements(all)) take(i);
  std::size_t own = 0;
  for (std::size_t i = 0; i < all.size() && own < guaranteed_own; ++i) {
    if (!all[i].own) continue;
    take(i);
    ++own;
  }
  for (std::size_t i = 0; i < all.size() && count < top; ++i) take(i);
  std::size_t at = 0;
  std::erase_if(all, [&](const considered&) { return !taken[at++]; });
}

}  // namespace quoth::matching
