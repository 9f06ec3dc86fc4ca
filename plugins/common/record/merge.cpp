#include <algorithm>
#include <chrono>
#include <numeric>
#include <record/merge.hpp>
#include <record/roles.hpp>
#include <record/vocabulary.hpp>
#include <text/classes.hpp>
#include <text/day.hpp>
#include <text/fold.hpp>
#include <text/transliterate.hpp>
#include <text/utf8.hpp>
#include <unordered_map>
#include <unordered_set>

namespace quoth::record {

namespace {

constexpr std::uint32_t none = 0xFFFFFFFF;

// How long before and after the days for which a role is known somebody may have had it.
constexpr std::chrono::days slack{365};

[[nodiscard]] bool is_determiner(std::string_view word) noexcept {
  return role_words().determiners.contains(word);
}

[[nodiscard]] std::string first_word(std::string_view text) {
  return text::to_lower(text.substr(0, text.find(' ')));
}

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

// Storck-Lund: two words with a hyphen between them for the last of a name.
[[nodiscard]] bool has_double_surname(std::string_view name) {
  const std::string_view last = name.substr(name.rfind(' ') + 1);
  const std::size_t hyphen = last.find('-');
  return hyphen != last.npos && last.find('-', hyphen + 1) == last.npos && hyphen > 0 &&
         text::is_upper(text::decode(last, hyphen + 1).value);
}

[[nodiscard]] bool is_mostly_capitals(std::string_view name) noexcept {
  const auto lower = std::ranges::count_if(name, [](char c) { return c >= 'a' && c <= 'z'; });
  const auto upper = std::ranges::count_if(name, [](char c) { return c >= 'A' && c <= 'Z'; });
  return upper > 1 && lower == 0;
}

// Disjoint sets of names; a set goes by its lowest number.
class groups {
 public:
  explicit groups(const std::vector<said_name>& names) : parent_(names.size()) {
    std::iota(parent_.begin(), parent_.end(), 0U);
    next_ = parent_;
    for (const said_name& one : names) statements_.push_back(one.statements);
  }
  [[nodiscard]] std::uint32_t find(std::uint32_t one) noexcept {
    while (parent_[one] != one) one = parent_[one] = parent_[parent_[one]];
    return one;
  }
  // The lower number leads, so that the result does not depend on the order of the calls.
  void join(std::uint32_t a, std::uint32_t b) noexcept {
    a = find(a);
    b = find(b);
    if (a == b) return;
    const std::uint32_t lead = std::min(a, b);
    parent_[std::max(a, b)] = lead;
    statements_[lead] += statements_[std::max(a, b)];
    std::swap(next_[a], next_[b]);  // two rings become one
  }
  [[nodiscard]] std::int64_t statements(std::uint32_t group) const noexcept {
    return statements_[group];
  }
  template <class Is>
  [[nodiscard]] bool has_member(std::uint32_t group, Is is) const {
    std::uint32_t one = group;
    do {
      if (is(one)) return true;
      one = next_[one];
    } while (one != group);
    return false;
  }

 private:
  std::vector<std::uint32_t> parent_, next_;  // next: of the ring of a group's members
  std::vector<std::int64_t> statements_;      // by group
};

class merger {
 public:
  merger(const std::vector<said_name>& names, const std::vector<alias>& aliases)
      : names_(names), aliases_(aliases), groups_(names), aliased_(names.size()) {
    for (const alias& one : aliases) alias_keys_.insert(alias_key(one.name));
    words_.reserve(names.size());
    for (const said_name& one : names) {
      words_.push_back(name_words(one.text));
      is_name_.push_back(is_like_name(one.text));
    }
    for (std::uint32_t i = 0; i < names.size(); ++i) {
      if (!is_name_[i]) continue;
      for (std::size_t from = 1; from < words_[i].size(); ++from) {
        by_end_[join(words_[i], from)].push_back(i);
      }
    }
  }

  [[nodiscard]] merged_speakers run() {
    join_full_names();
    join_aliases();
    join_ends();
    join_descriptions();
    return result();
  }

 private:
  // Names of two words and more: by all their words, and by the first and the last.
  void join_full_names() {
    std::unordered_map<std::string, std::uint32_t> by_words;
    std::unordered_map<std::string, std::uint32_t> by_ends;
    for (std::uint32_t i = 0; i < names_.size(); ++i) {
      const auto& words = words_[i];
      std::string whole = join(words, 0);
      if (words.size() < 2) whole += '|' + names_[i].role;
      if (is_aliased_description(i)) whole = alias_key(names_[i].text);
      if (const auto [at, fresh] = by_words.try_emplace(whole, i); !fresh) {
        groups_.join(i, at->second);
      }
      if (words.size() < 2 || !is_name_[i]) continue;
      const std::string ends = words.front() + ' ' + words.back();
      if (const auto [at, fresh] = by_ends.try_emplace(ends, i); !fresh) {
        groups_.join(i, at->second);
      }
    }
    join_initials();
    join_double_surnames(by_ends);
    // Галина Приступа, whom Latin letters call Halyna.
    for (std::uint32_t i = 0; i < names_.size(); ++i) {
      if (!is_name_[i] || words_[i].size() < 2) continue;
      const auto other = other_name_words(names_[i].text);
      if (other.size() < 2) continue;
      const auto known = by_ends.find(other.front() + ' ' + other.back());
      if (known != by_ends.end()) groups_.join(i, known->second);
    }
  }

  // H. Storck, where one person only has that surname, and the initial.
  void join_initials() {
    for (std::uint32_t i = 0; i < names_.size(); ++i) {
      const auto& words = words_[i];
      if (!is_name_[i] || words.size() != 2 || words.front().size() != 1) continue;
      std::vector<std::uint32_t> others = ending_in(words.back());
      std::erase(others, groups_.find(i));
      if (others.size() != 1) continue;
      const bool fits = groups_.has_member(others.front(), [&](std::uint32_t other) {
        return words_[other].size() > 1 && words_[other].front().starts_with(words.front());
      });
      if (fits) groups_.join(i, others.front());
    }
  }

  // Helena Storck-Lund, who is Helena Storck elsewhere, where nobody else has either surname:
  // people marry. Not where Helena Lund is another name of the record.
  void join_double_surnames(const std::unordered_map<std::string, std::uint32_t>& by_ends) {
    for (std::uint32_t i = 0; i < names_.size(); ++i) {
      const auto& words = words_[i];
      if (!is_name_[i] || words.size() < 3 || !has_double_surname(names_[i].text)) continue;
      const std::string& given = words.front();
      const std::string& surname = words[words.size() - 2];
      const auto single = by_ends.find(given + ' ' + surname);
      const auto last = by_ends.find(given + ' ' + words.back());
      if (single == by_ends.end() || words_[single->second].size() != 2) continue;
      if (last != by_ends.end() && has_single_surname(last->second)) continue;
      std::vector<std::uint32_t> bearers = ending_in(surname);
      const auto double_bearers = ending_in(surname + ' ' + words.back());
      bearers.insert(bearers.end(), double_bearers.begin(), double_bearers.end());
      const bool alone = std::ranges::all_of(bearers, [&](std::uint32_t group) {
        return group == groups_.find(i) || group == groups_.find(single->second);
      });
      if (alone) groups_.join(i, single->second);
    }
  }

  // Whether the group of a name has the last word of that for its whole surname: Helena Lund.
  [[nodiscard]] bool has_single_surname(std::uint32_t i) {
    return groups_.has_member(groups_.find(i), [&](std::uint32_t other) {
      return is_name_[other] && words_[other].size() > 1 &&
             words_[other].back() == words_[i].back() && !has_double_surname(names_[other].text);
    });
  }

  // The groups of the names that end in some words and are longer; nobody's twice where they are
  // too many to be one person's.
  [[nodiscard]] std::vector<std::uint32_t> ending_in(const std::string& words) {
    constexpr std::size_t most = 64;  // names
    std::vector<std::uint32_t> found;
    const auto at = by_end_.find(words);
    if (at == by_end_.end()) return found;
    if (at->second.size() > most) return {none, none};
    for (const std::uint32_t name : at->second) found.push_back(groups_.find(name));
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

  [[nodiscard]] bool is_aliased_description(std::uint32_t i) const {
    return !is_name_[i] && alias_keys_.contains(alias_key(names_[i].text));
  }

  void join_aliases() {
    if (aliases_.empty()) return;
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_key;
    for (std::uint32_t i = 0; i < names_.size(); ++i) {
      by_key[alias_key(names_[i].text)].push_back(i);
    }
    for (auto& [key, same] : by_key) {  // a name alone before the same with a role
      std::stable_partition(same.begin(), same.end(),
                            [&](std::uint32_t i) { return names_[i].role.empty(); });
    }
    for (std::uint32_t i = 0; i < names_.size(); ++i) {
      if (names_[i].role.empty()) continue;
      by_key[alias_key(designation(names_[i].text, names_[i].role))].push_back(i);
    }
    struct doubt {
      std::uint32_t name, speaker;
      std::string_view shown;
    };
    std::vector<doubt> doubts;  // decided when all else is joined
    std::unordered_set<std::string> seen;
    for (const alias& one : aliases_) {
      const std::string key = alias_key(one.name);
      const auto same = by_key.find(key);
      if (!seen.insert(key).second || same == by_key.end()) continue;
      const auto meant = by_key.find(alias_key(one.speaker));
      const bool known = meant != by_key.end();
      const std::uint32_t speaker = known ? meant->second.front() : same->second.front();
      const bool by_name = !known || alias_key(names_[speaker].text) == alias_key(one.speaker);
      const std::string_view shown = by_name ? one.speaker : names_[speaker].text;
      for (const std::uint32_t i : same->second) {  // one name, with several roles
        if (known && !names_[i].role.empty() && by_end_.contains(join(words_[i], 0))) {
          doubts.push_back({i, speaker, shown});
        } else {
          join_alias(i, speaker, shown);
        }
      }
    }
    std::erase_if(doubts, [&](const doubt& one) { return is_of_another(one.name, one.speaker); });
    for (const doubt& one : doubts) join_alias(one.name, one.speaker, one.shown);
  }

  void join_alias(std::uint32_t i, std::uint32_t speaker, std::string_view shown) {
    groups_.join(i, speaker);
    aliased_[i] = true;
    shown_.emplace_back(i, shown);
  }

  // Whether the role given with name `i` is that of somebody else whose name ends in it.
  [[nodiscard]] bool is_of_another(std::uint32_t i, std::uint32_t speaker) {
    return record::is_of_another(groups_.find(speaker), longer_than(i), [&](std::uint32_t group) {
      return has_role(group, names_[i].role);
    });
  }

  [[nodiscard]] bool has_role(std::uint32_t group, std::string_view role) const {
    return groups_.has_member(group, [&](std::uint32_t name) {
      return std::ranges::any_of(names_[name].roles,
                                 [&](const given_role& own) { return agree(role, own.text); });
    });
  }

  // The groups of the names that end in name `i` and are longer.
  [[nodiscard]] std::vector<std::uint32_t> longer_than(std::uint32_t i) {
    std::vector<std::uint32_t> found;
    auto at = by_end_.find(join(words_[i], 0));
    if (at == by_end_.end()) at = by_end_.find(join(other_name_words(names_[i].text), 0));
    if (at == by_end_.end()) return found;
    for (const std::uint32_t name : at->second) found.push_back(groups_.find(name));
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

  // Short names that are the end of longer ones.
  void join_ends() {
    std::vector<std::uint32_t> order(names_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, [&](auto a, auto b) {
      return words_[a].size() > words_[b].size();  // Calloway-Ruiz before Ruiz
    });
    for (const std::uint32_t i : order) {
      if (!is_name_[i] || aliased_[i]) continue;
      if (const std::uint32_t group = choose(i); group != none) groups_.join(i, group);
    }
  }

  // Descriptions that are the role of one person, and of one only, when they were used.
  void join_descriptions() {
    struct owned {
      std::uint32_t name;
      const given_role* role;
    };
    struct held {
      std::uint32_t group;
      std::string first, last;  // days
    };
    role_index roles;
    std::vector<owned> owners;
    for (std::uint32_t i = 0; i < names_.size(); ++i) {
      if (!is_name_[i]) continue;
      for (const given_role& role : names_[i].roles) {
        roles.add(role.text, static_cast<std::uint32_t>(owners.size()));
        owners.push_back({i, &role});
      }
    }
    for (std::uint32_t i = 0; i < names_.size(); ++i) {
      if (is_name_[i]) continue;
      const said_name& described = names_[i];
      const tenure when = is_former(described.text) ? tenure::past : tenure::now;
      std::vector<held> holders;
      roles.find(described.text, when, [&](std::uint32_t owner) {
        const given_role& role = *owners[owner].role;
        const std::uint32_t group = groups_.find(owners[owner].name);
        auto at = std::ranges::find(holders, group, &held::group);
        if (at == holders.end()) at = holders.insert(at, {group, role.first, role.last});
        if (role.first < at->first) at->first = role.first;
        if (role.last > at->last) at->last = role.last;
      });
      const auto had = [&](const held& one, const std::string& day) {
        return text::is_near(day, one.first, one.last, slack);
      };
      std::erase_if(holders, [&](const held& one) {
        return !had(one, described.first) && !had(one, described.last) &&
               !text::is_near(one.first, described.first, described.last, slack);
      });
      if (holders.size() != 1) continue;
      const held& only = holders.front();
      if (had(only, described.first) && had(only, described.last)) groups_.join(i, only.group);
    }
  }

  // The one group that name `i` can mean, or none.
  [[nodiscard]] std::uint32_t choose(std::uint32_t i) {
    const std::vector<std::uint32_t> longer = longer_than(i);
    if (longer.size() < 2) return longer.empty() ? none : longer.front();
    if (names_[i].role.empty()) return heaviest(longer);
    std::uint32_t fits = none;
    for (const std::uint32_t group : longer) {
      if (!has_role(group, names_[i].role)) continue;
      if (fits != none) return none;
      fits = group;
    }
    return fits;
  }

  // The one of some groups that outweighs all the others, or none.
  [[nodiscard]] std::uint32_t heaviest(const std::vector<std::uint32_t>& some) const {
    std::int64_t all = 0;
    for (const std::uint32_t group : some) all += groups_.statements(group);
    for (const std::uint32_t group : some) {
      const std::int64_t own = groups_.statements(group);
      if (outweighs(own, all - own)) return group;
    }
    return none;
  }

  // Whether name `a` shows a speaker better than name `b`.
  [[nodiscard]] bool is_better(std::uint32_t a, std::uint32_t b) const {
    const auto rank = [&](std::uint32_t i) {
      const auto spaces = std::ranges::count(names_[i].text, ' ');
      return std::make_tuple(static_cast<bool>(is_name_[i]), !is_mostly_capitals(names_[i].text),
                             std::min<std::ptrdiff_t>(spaces, 1),
                             !words_[i].empty() && words_[i].front().size() > 1,  // no initial
                             names_[i].statements);
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
    for (const auto& [name, text] : shown_) made.names[made.speaker_of[name]] = text;
    return made;
  }

  const std::vector<said_name>& names_;
  const std::vector<alias>& aliases_;
  std::unordered_set<std::string> alias_keys_;
  std::vector<std::vector<std::string>> words_;
  std::vector<bool> is_name_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_end_;  // longer names
  groups groups_;
  std::vector<bool> aliased_;  // by name: an alias says who it is
  std::vector<std::pair<std::uint32_t, std::string_view>>
      shown_;  // how speakers are shown, by a name
};

}  // namespace

bool is_like_name(std::string_view text) {
  std::size_t words = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    const std::string key = text::to_lower(word);
    if (++words == 1 && is_determiner(key)) return false;
    const char32_t first = text::decode(word, 0).value;
    const bool small = text::is_lower(first) && !role_words().particles.contains(key);
    if (small || text::is_digit(first) || key.ends_with("'s") || key.ends_with("’s")) return false;
  }
  return words >= 1 && words <= 4;
}

std::vector<std::string> name_words(std::string_view name) {
  return split_words(text::romanised_key(name));
}

std::vector<std::string> other_name_words(std::string_view name) {
  if (!text::has_cyrillic(name)) return {};
  std::string key = text::romanised_key(name, "uk");
  if (key == text::romanised_key(name)) return {};
  return split_words(key);
}

bool is_like_nickname(std::string_view text) {
  const std::string article = first_word(text);
  std::size_t words = 0;
  std::size_t capitals = 0;
  for (std::size_t at = text.find(' '); at < text.size(); at = text.find(' ', at + 1)) {
    const char32_t first = text::decode(text, at + 1).value;
    ++words;
    capitals += text::is_upper(first) ? 1 : 0;
  }
  const bool all = role_words().before_capitals.contains(article);
  return all ? capitals == words && words > 1 : capitals > 0;
}

std::string_view without_article(std::string_view name) {
  return is_determiner(first_word(name)) ? name.substr(std::min(name.find(' '), name.size()))
                                         : name;
}

std::string alias_key(std::string_view name) {
  const std::string_view rest = without_article(name);
  if (rest.size() == name.size()) return join(name_words(name), 0);
  return '=' + first_word(name) + std::string(rest);
}

std::string designation(std::string_view name, std::string_view role) {
  return std::string(name).append(role.empty() ? "" : ", ").append(role);
}

merged_speakers merge_names(const std::vector<said_name>& names,
                            const std::vector<alias>& aliases) {
  return merger(names, aliases).run();
}

}  // namespace quoth::record
