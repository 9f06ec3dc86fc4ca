#include "writers/report/marking.hpp"

#include <algorithm>
#include <set>
#include <text/utf8.hpp>
#include <tuple>

namespace quoth::writers {

namespace {

struct border {
  std::uint32_t at;
  bool opens;
  std::uint32_t mark;
};

std::uint32_t boundary_at(std::string_view text, std::size_t at) {
  while (!text::is_boundary(text, at)) --at;
  return static_cast<std::uint32_t>(at);
}

}  // namespace

std::vector<marked_span> stretches(std::uint32_t size, std::span<const marked_span> marks) {
  std::vector<border> borders;
  for (std::uint32_t m = 0; m < marks.size(); ++m) {
    const quoth::span where = marks[m].where;
    if (where.empty() || where.end > size) continue;
    borders.push_back({where.begin, true, m});
    borders.push_back({where.end, false, m});
  }
  std::ranges::sort(borders, {}, &border::at);
  const auto shorter = [&](std::uint32_t a, std::uint32_t b) {
    return std::tuple(marks[a].where.size(), b) < std::tuple(marks[b].where.size(), a);
  };
  std::set<std::uint32_t, decltype(shorter)> open(shorter);
  std::vector<marked_span> cut;
  std::uint32_t at = 0;
  const auto reach = [&](std::uint32_t to) {
    if (to == at) return;
    const std::uint32_t owner = open.empty() ? no_owner : marks[*open.begin()].owner;
    if (!cut.empty() && cut.back().owner == owner) {
      cut.back().where.end = to;
    } else {
      cut.push_back({{at, to}, owner});
    }
    at = to;
  };
  for (const border& b : borders) {
    reach(b.at);
    b.opens ? void(open.insert(b.mark)) : void(open.erase(b.mark));
  }
  reach(size);
  return cut;
}

std::vector<quoth::span> passages(std::string_view text, std::span<const marked_span> marks,
                                  std::uint32_t longest, std::uint32_t around) {
  const auto size = static_cast<std::uint32_t>(text.size());
  if (size <= longest) return {{0, size}};
  std::vector<quoth::span> wide;
  for (const marked_span& m : marks) {
    if (m.where.end > size) continue;
    const std::uint32_t begin = m.where.begin > around ? m.where.begin - around : 0;
    const std::uint32_t end = size - m.where.end > around ? m.where.end + around : size;
    wide.push_back({boundary_at(text, begin), boundary_at(text, end)});
  }
  if (wide.empty()) wide.push_back({0, boundary_at(text, std::min(size, longest))});
  std::ranges::sort(wide, {}, &quoth::span::begin);
  std::vector<quoth::span> shown;
  for (const quoth::span w : wide) {
    if (!shown.empty() && w.begin <= shown.back().end) {
      shown.back().end = std::max(shown.back().end, w.end);
    } else {
      shown.push_back(w);
    }
  }
  return shown;
}

}  // namespace quoth::writers
