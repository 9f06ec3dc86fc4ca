#include "nearest_names.hpp"

#include <algorithm>
#include <record/keys.hpp>
#include <record/merge.hpp>
#include <string_view>
#include <tuple>
#include <utility>

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

constexpr std::size_t most = 3;
constexpr std::size_t longest = 100;  // beyond, nobody mistyped a name

// The changed letters, where they are no more than a third; `none` where they are.
constexpr std::size_t none = longest;
[[nodiscard]] std::size_t distance(std::string_view wanted, std::string_view name) {
  const std::size_t allowed = std::max<std::size_t>(1, wanted.size() / 3);
  const std::size_t longer = std::max(name.size(), wanted.size());
  if (longer - std::min(name.size(), wanted.size()) > allowed) return none;
  const std::size_t changed = changed_letters(wanted, name);
  return changed <= allowed && changed < wanted.size() ? changed : none;
}

// The same of the nearest word.
[[nodiscard]] std::size_t word_distance(std::string_view wanted, std::string_view name) {
  std::size_t least = none;
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find(' ', at), name.size());
    least = std::min(least, distance(wanted, name.substr(at, end - at)));
    at = end + 1;
  }
  return least;
}

}  // namespace

std::vector<std::uint32_t> nearest_speakers(const record::catalogue& speakers,
                                            const std::string& name) {
  const std::string wanted = record::alias_key(name);
  if (wanted.size() > longest) return {};
  const std::size_t space = wanted.rfind(' ');
  const std::string last_word = space == std::string::npos ? wanted : wanted.substr(space + 1);
  struct near_speaker {
    bool by_word;
    std::size_t distance;
    std::int64_t statements;
    std::uint32_t speaker;
  };
  std::vector<near_speaker> found;
  const auto& all = speakers.speakers();
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    const std::string key = record::alias_key(all[i].name);
    std::size_t least = distance(wanted, key);
    const bool by_word = least == none && last_word.size() < wanted.size();
    if (by_word || last_word.size() == wanted.size()) {
      least = std::min(least, word_distance(last_word, key));
    }
    if (least < none) found.push_back({by_word, least, all[i].statements, i});
  }
  std::ranges::sort(found, [](const near_speaker& a, const near_speaker& b) {
    return std::tuple(a.by_word, a.distance, -a.statements, a.speaker) <
           std::tuple(b.by_word, b.distance, -b.statements, b.speaker);
  });
  std::vector<std::uint32_t> names;
  for (std::size_t i = 0; i < std::min(most, found.size()); ++i) names.push_back(found[i].speaker);
  return names;
}

std::vector<std::string> nearest_documents(record::database& db, std::string_view id) {
  if (const std::size_t mark = id.rfind('#'); mark != std::string_view::npos) {
    const std::string_view document = id.substr(0, mark);
    record::query known(db, "SELECT 1 FROM documents WHERE id = ?");
    known.bind(1, document);
    if (known.step()) return {std::string(document)};
  }
  if (id.size() > longest) return {};
  std::vector<std::pair<std::size_t, std::string>> found;
  record::query all(db, "SELECT id FROM documents ORDER BY id");
  while (all.step()) {
    const std::size_t changed = distance(id, all.text(0));
    if (changed < none) found.emplace_back(changed, all.text(0));
  }
  std::ranges::stable_sort(found, {}, &std::pair<std::size_t, std::string>::first);
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < std::min(most, found.size()); ++i) ids.push_back(found[i].second);
  return ids;
}

}  // namespace quoth::record_writing
