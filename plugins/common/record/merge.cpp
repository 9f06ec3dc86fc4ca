#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <record/merge.hpp>
#include <text/fold.hpp>
#include <text/transliterate.hpp>
#include <text/utf8.hpp>
#include <unordered_map>

namespace quoth::record {

namespace {

constexpr std::uint32_t none = 0xFFFFFFFF;

// Words that carry nothing in a role: articles, prepositions, possessives (en, de).
constexpr std::array<std::string_view, 38> empty_words{
    "the",    "a",    "an",  "of",   "for",    "in",      "on",      "at",  "s",     "der",
    "die",    "das",  "des", "den",  "dem",    "ein",     "eine",    "fur", "von",   "vom",
    "im",     "und",  "and", "our",  "my",     "his",     "her",     "its", "their", "unser",
    "unsere", "dear", "own", "very", "former", "herself", "himself", "then"};

[[nodiscard]] std::vector<std::string> split_words(std::string_view key) {
  std::vector<std::string> words;
  std::size_t at = 0;
  while (at < key.size()) {
    const std::size_t end = std::min(key.find(' ', at), key.size());
    if (end > at) words.emplace_back(key.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

[[nodiscard]] std::string join(const std::vector<std::string>& words, std::size_t from) {
  std::string joined;
  for (std::size_t i = from; i < words.size(); ++i) {
    if (i > from) joined += ' ';
    joined += words[i];
  }
  return joined;
}

[[nodiscard]] bool is_mostly_capitals(std::string_view name) noexcept {
  const auto lower = std::ranges::count_if(name, [](char c) { return c >= 'a' && c <= 'z'; });
  const auto upper = std::ranges::count_if(name, [](char c) { return c >= 'A' && c <= 'Z'; });
  return upper > 1 && lower == 0;
}

// Disjoint sets of names.
class groups {
 public:
  explicit groups(std::size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), 0U);
  }
  [[nodiscard]] std::uint32_t find(std::uint32_t one) noexcept {
    while (parent_[one] != one) one = parent_[one] = parent_[parent_[one]];
    return one;
  }
  // The lower number leads, so that the result does not depend on the order of the calls.
  void join(std::uint32_t a, std::uint32_t b) noexcept {
    a = find(a);
    b = find(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> parent_;
};

class merger {
 public:
  explicit merger(const std::vector<said_name>& names) : names_(names), groups_(names.size()) {
    words_.reserve(names.size());
    for (const said_name& one : names) words_.push_back(name_words(one.text));
  }

  [[nodiscard]] merged_speakers run() {
    join_full_names();
    join_ends();
    return result();
  }

 private:
  // Names of two words and more: by all their words, and by the first and the last.
  void join_full_names() {
    std::unordered_map<std::string, std::uint32_t> by_words;
    std::unordered_map<std::string, std::uint32_t> by_ends;
    for (std::uint32_t i = 0; i < names_.size(); ++i) {
      const auto& words = words_[i];
      const std::string whole =
          words.size() < 2 ? join(words, 0) + '|' + names_[i].role : join(words, 0);
      if (const auto [at, fresh] = by_words.try_emplace(whole, i); !fresh) {
        groups_.join(i, at->second);
      }
      if (words.size() < 2) continue;
      const std::string ends = words.front() + ' ' + words.back();
      if (const auto [at, fresh] = by_ends.try_emplace(ends, i); !fresh) {
        groups_.join(i, at->second);
      }
    }
  }

  // Short names that are the end of longer ones.
  void join_ends() {
    std::unordered_map<std::string, std::vector<std::uint32_t>> longer;  // by end: groups
    for (std::uint32_t i = 0; i < names_.size(); ++i) {
      for (std::size_t from = 1; from < words_[i].size(); ++from) {
        auto& found = longer[join(words_[i], from)];
        if (const std::uint32_t group = groups_.find(i);
            std::ranges::find(found, group) == found.end()) {
          found.push_back(group);
        }
      }
    }
    std::vector<std::uint32_t> order(names_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, [&](auto a, auto b) {
      return words_[a].size() > words_[b].size();  // Calloway-Ruiz before Ruiz
    });
    for (const std::uint32_t i : order) {
      const auto at = longer.find(join(words_[i], 0));
      if (at == longer.end()) continue;
      if (const std::uint32_t group = choose(i, at->second); group != none) groups_.join(i, group);
    }
  }

  // The one group that name `i` can mean, or none.
  [[nodiscard]] std::uint32_t choose(std::uint32_t i, const std::vector<std::uint32_t>& longer) {
    std::uint32_t only = none;
    std::size_t different = 0;
    for (const std::uint32_t group : longer) {
      if (groups_.find(group) == only) continue;
      only = groups_.find(group);
      ++different;
    }
    if (different == 1) return only;
    if (names_[i].role.empty()) return none;
    std::uint32_t fits = none;
    for (const std::uint32_t group : longer) {
      if (!has_role(groups_.find(group), names_[i].role)) continue;
      if (fits != none && fits != groups_.find(group)) return none;
      fits = groups_.find(group);
    }
    return fits;
  }

  [[nodiscard]] bool has_role(std::uint32_t group, std::string_view role) {
    for (std::uint32_t i = 0; i < names_.size(); ++i) {
      if (groups_.find(i) != group) continue;
      for (const std::string& own : names_[i].roles) {
        if (role_agreement(role, own) >= 1.0 || role_agreement(own, role) >= 1.0) return true;
      }
    }
    return false;
  }

  // Whether name `a` shows a speaker better than name `b`.
  [[nodiscard]] bool is_better(std::uint32_t a, std::uint32_t b) const {
    const auto rank = [&](std::uint32_t i) {
      return std::make_tuple(!is_mostly_capitals(names_[i].text),
                             std::min<std::size_t>(words_[i].size(), 2), names_[i].statements);
    };
    if (rank(a) != rank(b)) return rank(a) > rank(b);
    return names_[a].text < names_[b].text;
  }

  [[nodiscard]] merged_speakers result() {
    merged_speakers made;
    std::unordered_map<std::uint32_t, std::uint32_t> numbers;
    std::vector<std::uint32_t> best;
    for (std::uint32_t i = 0; i < names_.size(); ++i) {
      const auto [at, fresh] =
          numbers.try_emplace(groups_.find(i), static_cast<std::uint32_t>(best.size()));
      if (fresh) {
        best.push_back(i);
      } else if (is_better(i, best[at->second])) {
        best[at->second] = i;
      }
      made.speaker_of.push_back(at->second);
    }
    for (const std::uint32_t i : best) made.names.push_back(names_[i].text);
    return made;
  }

  const std::vector<said_name>& names_;
  std::vector<std::vector<std::string>> words_;
  groups groups_;
};

// Whether two words of roles begin alike: Veldania and Veldanian, minister and Ministerin.
[[nodiscard]] bool begin_alike(std::string_view a, std::string_view b) noexcept {
  const std::size_t shorter = std::min(a.size(), b.size());
  const std::size_t least = std::min<std::size_t>(shorter, std::max<std::size_t>(4, shorter - 2));
  return shorter > 0 && a.substr(0, least) == b.substr(0, least) &&
         std::max(a.size(), b.size()) - shorter <= 4;
}

}  // namespace

std::vector<std::string> name_words(std::string_view name) {
  return split_words(text::romanised_key(name));
}

merged_speakers merge_names(const std::vector<said_name>& names) {
  return merger(names).run();
}

double role_agreement(std::string_view description, std::string_view role) {
  const auto wanted = split_words(text::name_key(description));
  const auto given = split_words(text::name_key(role));
  std::size_t counted = 0;
  std::size_t agreed = 0;
  for (const std::string& word : wanted) {
    if (std::ranges::find(empty_words, word) != empty_words.end()) continue;
    ++counted;
    agreed += std::ranges::any_of(given, [&](const auto& own) { return begin_alike(word, own); });
  }
  return counted == 0 ? 0.0 : static_cast<double>(agreed) / static_cast<double>(counted);
}

}  // namespace quoth::record
