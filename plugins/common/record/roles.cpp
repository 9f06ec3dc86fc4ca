#include <algorithm>
#include <cstdint>
#include <record/roles.hpp>
#include <record/vocabulary.hpp>
#include <span>
#include <text/fold.hpp>
#include <utility>

namespace quoth::record {

namespace {

constexpr std::size_t beginning = 3;       // bytes of a word that an index goes by
constexpr std::size_t shortest_end = 6;    // bytes of a word that counts as the end of a compound
constexpr std::size_t shortest_of = 3;     // bytes of what a compound's office is of
constexpr std::size_t shortest_alike = 3;  // bytes of words that may be one with other endings

using counted_words = role_index::counted_words;

[[nodiscard]] bool is(std::string_view word, unsigned kinds) noexcept {
  return (role_words().kinds_of(word) & kinds) != 0;
}

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

// Where the office in a compound begins; 0 where it is none.
[[nodiscard]] std::size_t office_in(std::string_view word) noexcept {
  constexpr std::size_t longest_ending = 2;  // bytes: -in, -r, -n
  for (const std::string& office : role_words().compounds) {
    const std::size_t at = word.rfind(office);
    if (at == word.npos || at < shortest_of) continue;
    if (word.size() - at <= office.size() + longest_ending) return at;
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
    const unsigned kinds = role_words().kinds_of(word);
    made.another |= (kinds & another_word) != 0;
    if ((kinds & former_word) != 0) {
      made.former = true;
    } else if ((kinds & empty_word) == 0) {
      made.all.push_back(std::move(word));
    } else if (word == "s") {  // Veldania's president
      if (made.office == 0) made.owner = made.all.size();
    } else if (made.office == 0 && made.all.size() > made.owner) {  // the museum's own director
      made.office = made.all.size();
    }
  }
  if (made.office == 0) made.office = made.all.size();
  return made;
}

// Which of the words as written are the office, as far as words for offices are known: of several
// in a row one is, the head teacher a teacher, „заступник голови“ a заступник.
[[nodiscard]] std::vector<std::string> heads_of(const counted_words& words) {
  std::vector<std::string> found;
  bool before = false;          // the word before is one
  std::size_t last = SIZE_MAX;  // the one that it is of, unless another follows
  for (std::size_t i = words.owner; i < words.office; ++i) {
    const unsigned kinds = role_words().kinds_of(words.all[i]);
    const bool one = (kinds & office_word) != 0 && (kinds & house_word) == 0;
    if (!one && last != SIZE_MAX) found.push_back(words.all[last]);
    last = SIZE_MAX;
    if (one && (kinds & office_first) == 0) last = i;
    if (one && (kinds & office_first) != 0 && !before) found.push_back(words.all[i]);
    before = one;
  }
  if (last != SIZE_MAX) found.push_back(words.all[last]);
  return found;
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
  words.heads = heads_of(words);
  return words;
}

// justiz- and Justiz, fraktions- and Fraktion; bundes- is not Bundestag.
[[nodiscard]] bool is_same_part(std::string_view a, std::string_view b) noexcept {
  if (a.ends_with('-')) a.remove_suffix(1);
  if (b.ends_with('-')) b.remove_suffix(1);
  const std::size_t shorter = std::min(a.size(), b.size());
  const std::size_t least = std::max<std::size_t>(shortest_of, shorter - 1);
  return a.substr(0, least) == b.substr(0, least) && std::max(a.size(), b.size()) - shorter <= 2;
}

// Fraktionschef, Fraktionsvorsitzende; the agency's boss, its director.
[[nodiscard]] bool is_same_office(std::string_view a, std::string_view b) noexcept {
  const unsigned of_a = role_words().kinds_of(a);
  const unsigned of_b = role_words().kinds_of(b);
  return ((of_a & any_head_word) != 0 && (of_b & (head_word | any_head_word)) != 0) ||
         ((of_b & any_head_word) != 0 && (of_a & head_word) != 0);
}

// Veldania, Veldanian and Veldanias; minister and ministerin, not ministry. Two letters begin too
// many words.
[[nodiscard]] bool begin_alike(std::string_view a, std::string_view b) noexcept {
  if (a.ends_with('-') || b.ends_with('-')) return is_same_part(a, b);
  const std::size_t shorter = std::min(a.size(), b.size());
  if (shorter < shortest_alike) return a == b;
  const std::size_t least = std::min<std::size_t>(shorter, std::max<std::size_t>(4, shorter - 2));
  return a.substr(0, least) == b.substr(0, least) && std::max(a.size(), b.size()) - shorter <= 4 &&
         is(a, house_word) == is(b, house_word);
}

// Bildungsministerin is a Ministerin.
[[nodiscard]] bool is_end_of(std::string_view word, std::string_view compound) noexcept {
  return word.size() >= shortest_end && compound.size() > word.size() && compound.ends_with(word);
}

[[nodiscard]] bool is_among(const std::string& word, std::span<const std::string> words) {
  return std::ranges::any_of(words, [&](const std::string& own) {
    return begin_alike(word, own) || is_end_of(word, own);
  });
}

// Whether one of some heads is another name of the office.
[[nodiscard]] bool has_office(const std::vector<std::string>& heads, const std::string& office) {
  return std::ranges::any_of(heads,
                             [&](const std::string& own) { return is_same_office(office, own); });
}

// Whether all words of a description are a role's.
[[nodiscard]] bool has_all(const counted_words& role, const counted_words& description) {
  return std::ranges::all_of(description.all, [&](const std::string& word) {
    return is_among(word, role.all) ||
           (std::ranges::find(description.heads, word) != description.heads.end() &&
            has_office(role.heads, word));
  });
}

}  // namespace

void role_index::add(std::string_view role, std::uint32_t owner) {
  entry made{owner, with_compounds_parted(role)};
  if (made.words.all.empty()) return;
  const auto place = static_cast<std::uint32_t>(entries_.size());
  const auto index = [&](std::string word) {
    auto& there = by_beginning_[std::move(word)];
    if (there.empty() || there.back() != place) there.push_back(place);
  };
  for (const std::string& word : made.words.all) {
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
  const auto has_names = [](const std::string& word) {
    return is(word, head_word | any_head_word);
  };
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

bool role_index::is_meant(const counted_words& role, const counted_words& description) {
  if (!has_all(role, description)) return false;
  const auto office =
      role.heads.empty() ? std::span(role.all).first(role.office) : std::span(role.heads);
  return std::ranges::any_of(description.all, [&](const std::string& word) {
    return (is_among(word, office) && !is(word, house_word)) || has_office(role.heads, word);
  });
}

bool role_index::names_office(std::string_view description) const {
  const counted_words wanted = with_compounds_parted(description);
  return std::ranges::any_of(candidates(wanted.all), [&](std::uint32_t at) {
    return is_meant(entries_[at].words, wanted);
  });
}

void role_index::find(std::string_view description, tenure when,
                      const std::function<void(std::uint32_t owner)>& visit) const {
  const counted_words wanted = with_compounds_parted(description);
  std::size_t least = SIZE_MAX;
  std::vector<std::uint32_t> found;
  for (const std::uint32_t place : candidates(wanted.all)) {
    const counted_words& role = entries_[place].words;
    if (role.former != (when == tenure::past) || role.another != wanted.another) continue;
    const bool exact = role.written == wanted.written;
    if ((least == wanted.written && !exact) || !is_meant(role, wanted)) continue;
    if (exact && least != wanted.written) {
      found.clear();
      least = wanted.written;
    }
    found.push_back(entries_[place].owner);
  }
  for (const std::uint32_t owner : found) visit(owner);
}

bool has_office_word(std::string_view text) {
  return !with_compounds_parted(text).heads.empty();
}

owned_office without_owner(std::string_view description) {
  const counted_words words = with_compounds_parted(description);
  std::size_t first = words.owner;  // of the office
  std::size_t end = words.office;
  for (std::size_t i = first; i < end; ++i) {
    const unsigned kinds = role_words().kinds_of(words.all[i]);
    if ((kinds & house_word) != 0 && i + 1 < end) first = i + 1;
    if ((kinds & office_first) != 0 && (kinds & another_word) == 0) end = i + 1;
  }
  owned_office made;
  for (std::size_t i = 0; i < words.all.size(); ++i) {
    const bool office = i >= first && i < end;
    (office ? made.office : made.owner).append(words.all[i]).append(1, ' ');
  }
  return made;
}

bool is_home(std::string_view owner, std::string_view outlet) {
  const counted_words words = with_compounds_parted(owner);
  return !words.all.empty() && has_all(with_compounds_parted(outlet), words);
}

bool is_of_house(std::string_view description, std::string_view outlet) {
  const counted_words owner = with_compounds_parted(without_owner(description).owner);
  const counted_words house = with_compounds_parted(outlet.substr(0, outlet.find(',')));
  return !owner.all.empty() && owner.all.size() == house.all.size() && has_all(house, owner);
}

bool means(std::string_view description, std::string_view role) {
  const counted_words wanted = with_compounds_parted(description);
  const counted_words held = with_compounds_parted(role);
  if (wanted.all.empty() || !has_all(held, wanted)) return false;
  // The mayor is not the spokesman for the mayor, whose words are all his role's.
  return wanted.heads.empty() || held.heads.empty() ||
         std::ranges::any_of(wanted.heads, [&](const std::string& office) {
           return is_among(office, held.heads) || has_office(held.heads, office);
         });
}

bool is_former(std::string_view role) {
  return parted(role).former;
}

bool agree(std::string_view a, std::string_view b) {
  return means(a, b) || means(b, a);
}

}  // namespace quoth::record
