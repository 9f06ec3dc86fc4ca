#include "nearest_speakers.hpp"

#include <algorithm>
#include <record/keys.hpp>
#include <record/merge.hpp>
#include <string_view>
#include <tuple>

namespace quoth::record_writing {

namespace {

// How many letters must be changed, added, left out or swapped with their
// neighbour to make one of the other.
[[nodiscard]] std::size_t changed_letters(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before.swap(above);
    above.swap(row);
  }
  return above[b.size()];
}

}  // namespace

std::vector<std::uint32_t> nearest_speakers(const record::catalogue& speakers,
                                            const std::string& name) {
  constexpr std::size_t most = 3, longest = 100;  // beyond, nobody mistyped a name
  const std::string wanted = record::alias_key(name);
  if (wanted.size() > longest) return {};
  struct near_speaker {
    std::size_t distance;
    std::int64_t statements;
    std::uint32_t speaker;
  };
  std::vector<near_speaker> found;
  const auto& all = speakers.speakers();
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    std::size_t least = wanted.size();
    const auto compare = [&](std::string_view part) {
      const std::size_t longer = std::max(part.size(), wanted.size());
      const std::size_t shorter = std::min(part.size(), wanted.size());
      if (longer - shorter <= wanted.size() / 3)
        least = std::min(least, changed_letters(wanted, part));
    };
    const std::string key = record::alias_key(all[i].name);
    compare(key);
    if (wanted.find(' ') == std::string::npos) {
      for (std::size_t at = 0; at < key.size();) {
        const std::size_t end = std::min(key.find(' ', at), key.size());
        compare(std::string_view(key).substr(at, end - at));
        at = end + 1;
      }
    }
    if (least <= std::max<std::size_t>(1, wanted.size() / 3) && least < wanted.size())
      found.push_back({least, all[i].statements, i});
  }
  std::ranges::sort(found, [](const near_speaker& a, const near_speaker& b) {
    return std::tuple(a.distance, -a.statements, a.speaker) <
           std::tuple(b.distance, -b.statements, b.speaker);
  });
  std::vector<std::uint32_t> names;
  for (std::size_t i = 0; i < std::min(most, found.size()); ++i) names.push_back(found[i].speaker);
  return names;
}

}  // namespace quoth::record_writing
