#include <algorithm>
#include <cstdint>
#include <record/roles.hpp>
#include <record/vocabulary.hpp>
#include <span>
#include <text/fold.hpp>
#include <utility>

namespace quoth::record {

namespace {

constexpr std::size_t longest_ending = 2;  // bytes behind them: -in, -r, -n

constexpr std::size_t beginning = 3;       // bytes of a word that an index goes by
constexpr std::size_t shortest_end = 6;    // bytes of a word that counts as the end of a compound
constexpr std::size_t shortest_of = 3;     // bytes of what a compound's office is of
constexpr std::size_t shortest_alike = 3;  // bytes of words that may be one with other endings

// The words of a role or description that count.
struct counted_words {
  std::vector<std::string> all;
  std::size_t office = 0;   // those before the first word that does not count
  std::size_t owner = 0;    // those before a possessive ending, which are whose office it is
  std::size_t written = 0;  // as the text has them, compounds whole
};

// The key of a role, offices that have several names under one of them.
[[nodiscard]] std::string office_key(std::string_view text) {
  std::string parted = text::match_key(text);  // Port Ellis 's constable
  for (std::size_t at = parted.find("'s "); at != parted.npos; at = parted.find("'s ", at + 2)) {
    parted.insert(at, 1, ' ');
  }
  std::string key = ' ' + text::name_key(parted) + ' ';
  for (const auto& [said, meant] : role_words().short_forms) {
    for (std::size_t at = key.find(said); at != key.npos; at = key.find(said, at + 1)) {
      key.replace(at, said.size(), meant);
    }
  }
  return key;
}

[[nodiscard]] bool is_office(std::string_view word, std::string_view office) noexcept {
  return word.starts_with(office) && word.size() <= office.size() + longest_ending;
}

// Where the office in a compound begins; 0 where it is none.
[[nodiscard]] std::size_t office_in(std::string_view word) noexcept {
  for (const auto& office : role_words().compounds) {
    const std::size_t at = word.rfind(office.word);
    if (at != word.npos && at >= shortest_of && is_office(word.substr(at), office.word)) return at;
  }
  return 0;
}

[[nodiscard]] counted_words parted(std::string_view text) {
  const std::string key = office_key(text);
  counted_words made;
  std::size_t at = 0;
  while (at < key.size()) {
    const std::size_t end = std::min(key.find(' ', at), key.size());
    std::string word = key.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    if (!role_words().empty.contains(word)) {
      made.all.push_back(std::move(word));
    } else if (word == "s") {  // Veldania's president
      if (made.office == 0) made.owner = made.all.size();
    } else if (made.office == 0) {
      made.office = made.all.size();
    }
  }
  if (made.office == 0) made.office = made.all.size();
  return made;
}

// With what the offices in compounds are of as words of their own, last, with a hyphen: a
// Justizministerin is a Ministerin of „justiz-“.
[[nodiscard]] counted_words with_compounds_parted(std::string_view text) {
  counted_words words = parted(text);
  words.written = words.all.size();
  for (std::size_t i = 0; i < words.written; ++i) {
    const std::size_t at = office_in(words.all[i]);
    if (at == 0) continue;
    std::string of = words.all[i].substr(0, at) + '-';
    words.all[i].erase(0, at);
    words.all.push_back(std::move(of));
  }
  return words;
}

[[nodiscard]] std::vector<std::string> words_of(std::string_view text) {
  return with_compounds_parted(text).all;
}

// justiz- and Justiz, fraktions- and Fraktion; bundes- is not Bundestag.
[[nodiscard]] bool is_same_part(std::string_view a, std::string_view b) noexcept {
  if (a.ends_with('-')) a.remove_suffix(1);
  if (b.ends_with('-')) b.remove_suffix(1);
  const std::size_t shorter = std::min(a.size(), b.size());
  const std::size_t least = std::max<std::size_t>(shortest_of, shorter - 1);
  return a.substr(0, least) == b.substr(0, least) && std::max(a.size(), b.size()) - shorter <= 2;
}

// Fraktionsvorsitzende: a word for the head of something.
[[nodiscard]] bool is_head(std::string_view word) noexcept {
  return std::ranges::any_of(role_words().compounds, [&](const auto& office) {
    return office.head && is_office(word, office.word);
  });
}
// Fraktionschef: any head may be called so.
[[nodiscard]] bool is_any_head(std::string_view word) noexcept {
  return std::ranges::any_of(role_words().compounds, [&](const auto& office) {
    return office.any_head && is_office(word, office.word);
  });
}
[[nodiscard]] bool is_same_office(std::string_view a, std::string_view b) noexcept {
  return (is_any_head(a) && is_head(b)) || (is_any_head(b) && is_head(a));
}

// Veldania, Veldanian and Veldanias; minister and ministerin. Two letters begin too many words.
[[nodiscard]] bool begin_alike(std::string_view a, std::string_view b) noexcept {
  if (a.ends_with('-') || b.ends_with('-')) return is_same_part(a, b);
  const std::size_t shorter = std::min(a.size(), b.size());
  if (shorter < shortest_alike) return a == b;
  const std::size_t least = std::min<std::size_t>(shorter, std::max<std::size_t>(4, shorter - 2));
  return a.substr(0, least) == b.substr(0, least) && std::max(a.size(), b.size()) - shorter <= 4;
}

// Bildungsministerin is a Ministerin.
[[nodiscard]] bool is_end_of(std::string_view word, std::string_view compound) noexcept {
  return word.size() >= shortest_end && compound.size() > word.size() && compound.ends_with(word);
}

[[nodiscard]] bool has(std::span<const std::string> role, const std::string& word) {
  return std::ranges::any_of(role, [&](const std::string& own) {
    return begin_alike(word, own) || is_end_of(word, own) || is_same_office(word, own);
  });
}

[[nodiscard]] bool has_all(const std::vector<std::string>& role,
                           const std::vector<std::string>& description) {
  return std::ranges::all_of(description, [&](const std::string& word) { return has(role, word); });
}

// The words of a role with a space before each, and where the one begins that makes it of the past.
[[nodiscard]] std::pair<std::string, std::size_t> former_word_of(std::string_view role) {
  std::string key = ' ' + text::name_key(role) + ' ';
  std::size_t at = std::string::npos;
  for (const std::string& word : role_words().former) at = std::min(at, key.find(word));
  return {std::move(key), at};
}

}  // namespace

void role_index::add(std::string_view role, std::uint32_t owner) {
  counted_words words = with_compounds_parted(role);
  entry made{owner, std::move(words.all), words.office, words.written};
  if (made.words.empty()) return;
  const auto place = static_cast<std::uint32_t>(entries_.size());
  const auto index = [&](std::string word) {
    auto& there = by_beginning_[std::move(word)];
    if (there.empty() || there.back() != place) there.push_back(place);
  };
  for (const std::string& word : made.words) {
    index(word.substr(0, beginning));
    for (std::size_t at = 1; at + shortest_end <= word.size(); ++at) {
      index(word.substr(at, beginning));
    }
  }
  entries_.push_back(std::move(made));
}

const std::vector<std::uint32_t>& role_index::candidates(
    const std::vector<std::string>& wanted) const {
  static const std::vector<std::uint32_t> nothing;
  const std::vector<std::uint32_t>* fewest = nullptr;
  const auto has_names = [](const std::string& word) { return is_any_head(word) || is_head(word); };
  // A word that has several names is looked up by those beside it.
  const bool all_have = std::ranges::all_of(wanted, has_names);
  for (const std::string& word : wanted) {
    if (!all_have && has_names(word)) continue;
    const auto there = by_beginning_.find(word.substr(0, beginning));
    if (there == by_beginning_.end()) return nothing;
    if (fewest == nullptr || there->second.size() < fewest->size()) fewest = &there->second;
  }
  return fewest == nullptr ? nothing : *fewest;
}

bool role_index::is_meant(const entry& role, const std::vector<std::string>& words) {
  const auto office = std::span(role.words).first(role.office);
  return has_all(role.words, words) &&
         std::ranges::any_of(words, [&](const std::string& word) { return has(office, word); });
}

bool role_index::names_office(std::string_view description) const {
  const auto wanted = words_of(description);
  return std::ranges::any_of(candidates(wanted),
                             [&](std::uint32_t at) { return is_meant(entries_[at], wanted); });
}

void role_index::find(std::string_view description,
                      const std::function<void(std::uint32_t owner)>& visit) const {
  const counted_words words = with_compounds_parted(description);
  const auto& wanted = words.all;
  std::size_t least = SIZE_MAX;
  std::vector<std::uint32_t> found;
  for (const std::uint32_t place : candidates(wanted)) {
    const entry& one = entries_[place];
    const bool exact = one.written == words.written;
    if ((least == words.written && !exact) || !is_meant(one, wanted)) continue;
    if (exact && least != words.written) {
      found.clear();
      least = words.written;
    }
    found.push_back(one.owner);
  }
  for (const std::uint32_t owner : found) visit(owner);
}

owned_office without_owner(std::string_view description) {
  const counted_words words = parted(description);
  owned_office made;
  for (std::size_t i = 0; i < words.all.size(); ++i) {
    const bool office = i >= words.owner && i < words.office;
    (office ? made.office : made.owner).append(words.all[i]).append(1, ' ');
  }
  return made;
}

bool is_home(std::string_view owner, std::string_view outlet) {
  const auto words = words_of(owner);
  return !words.empty() && has_all(words_of(outlet), words);
}

bool is_of_house(std::string_view description, std::string_view outlet) {
  const auto owner = words_of(without_owner(description).owner);
  const auto house = words_of(outlet.substr(0, outlet.find(',')));
  return !owner.empty() && owner.size() == house.size() && has_all(house, owner);
}

bool means(std::string_view description, std::string_view role) {
  const auto wanted = words_of(description);
  return !wanted.empty() && has_all(words_of(role), wanted);
}

bool is_former(std::string_view role) {
  return former_word_of(role).second != std::string::npos;
}

std::string without_former(std::string_view role) {
  auto [key, at] = former_word_of(role);
  if (at == std::string::npos) return std::string(role);
  return key.erase(at, key.find(' ', at + 1) - at);
}

bool agree(std::string_view a, std::string_view b) {
  return means(a, b) || means(b, a);
}

}  // namespace quoth::record
