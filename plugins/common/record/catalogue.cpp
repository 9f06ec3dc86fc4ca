#include <algorithm>
#include <array>
#include <chrono>
#include <iterator>
#include <mutex>
#include <record/catalogue.hpp>
#include <record/merge.hpp>
#include <record/schema.hpp>
#include <record/vocabulary.hpp>
#include <text/classes.hpp>
#include <text/day.hpp>
#include <text/fold.hpp>
#include <text/transliterate.hpp>
#include <text/utf8.hpp>

namespace quoth::record {

namespace {

[[nodiscard]] std::string end_of(const std::vector<std::string>& words, std::size_t from) {
  std::string joined;
  for (std::size_t i = from; i < words.size(); ++i) {
    if (i > from) joined += ' ';
    joined += words[i];
  }
  return joined;
}

[[nodiscard]] std::string vowels_of(const std::string& word) {
  std::string vowels;
  std::ranges::copy_if(word, std::back_inserter(vowels), [](char letter) {
    return std::string_view("aeiou").find(letter) != std::string_view::npos;
  });
  return vowels;
}

}  // namespace

catalogue::catalogue(const std::filesystem::path& path) {
  database db(path, access::read);
  check(db);
  read(db);
}

void catalogue::read(database& db) {
  heard_ = std::make_shared<heard_names>();
  std::unordered_map<std::int64_t, std::uint32_t> places;
  query speakers(db, "SELECT speaker, name, statements, first, last FROM speakers");
  while (speakers.step()) {
    const auto place = static_cast<std::uint32_t>(speakers_.size());
    places[speakers.integer(0)] = place;
    speakers_.push_back({std::string(speakers.text(1)), speakers.integer(0), speakers.integer(2),
                         std::string(speakers.text(3)), std::string(speakers.text(4))});
  }
  query names(db, "SELECT name, text, speaker FROM names WHERE speaker IS NOT NULL");
  while (names.step()) {
    const auto place = places.find(names.integer(2));
    if (place == places.end()) continue;
    speaker_of_name_[names.integer(0)] = place->second;
    index_name(names.text(1), place->second);
    spell(place->second, names.text(1));
  }
  read_aliases(db);
  query outlets(db, "SELECT DISTINCT outlet FROM documents WHERE outlet <> ''");
  while (outlets.step()) outlets_.emplace_back(outlets.text(0));
  held_by_.resize(speakers_.size());
  query roles(db, "SELECT name, role, first, last FROM roles");
  while (roles.step()) {
    const std::uint32_t speaker = speaker_of(roles.integer(0));
    if (speaker == no_speaker) continue;
    roles_.add(roles.text(1), static_cast<std::uint32_t>(held_.size()));
    held_by_[speaker].push_back(static_cast<std::uint32_t>(held_.size()));
    held_.push_back({speaker, std::string(roles.text(1)), std::string(roles.text(2)),
                     std::string(roles.text(3)), is_former(roles.text(1))});
    if (role_words().name_titles.contains(text::to_lower(roles.text(1)))) {
      titles_.try_emplace(speaker, roles.text(1));
    }
  }
}

// Keeps how a speaker is called in the other script than the name shown: the fullest name, then the
// first.
void catalogue::spell(std::uint32_t speaker, std::string_view name) {
  if (!is_like_name(name)) return;
  if (text::has_cyrillic(name) == text::has_cyrillic(speakers_[speaker].name)) return;
  std::string& kept = other_script_[speaker];
  if (kept.empty() || name_words(name).size() > name_words(kept).size()) kept = name;
}

std::string catalogue::name_in(std::uint32_t speaker, bool cyrillic) const {
  std::string name = speakers_[speaker].name;
  const std::size_t words = name_words(name).size();
  const auto other = other_script_.find(speaker);
  if (other != other_script_.end() && text::has_cyrillic(name) != cyrillic &&
      name_words(other->second).size() >= words) {
    name = other->second;
  }
  const auto title = titles_.find(speaker);
  if (words == 1 && title != titles_.end()) name.insert(0, title->second + ' ');
  return name;
}

// Whose names they are is found as in merging.
void catalogue::read_aliases(database& db) {
  query aliases(db, "SELECT name, speaker FROM aliases ORDER BY name");
  if (!aliases.step()) return;
  std::unordered_map<std::string, std::uint32_t> called;
  query names(db, "SELECT name, text, role FROM names ORDER BY role <> '', text, role");
  while (names.step()) {
    const std::uint32_t speaker = speaker_of(names.integer(0));
    if (speaker == no_speaker) continue;
    called.try_emplace(alias_key(names.text(1)), speaker);
    if (!names.text(2).empty()) {
      called.try_emplace(alias_key(designation(names.text(1), names.text(2))), speaker);
    }
  }
  do {
    const auto meant = called.find(alias_key(aliases.text(1)));
    if (meant != called.end()) aliased_.try_emplace(alias_key(aliases.text(0)), meant->second);
  } while (aliases.step());
}

void catalogue::index_name(std::string_view text, std::uint32_t speaker) {
  index_words(name_words(text), is_like_name(text), speaker);
  index_words(other_name_words(text), is_like_name(text), speaker);
}

namespace {

constexpr std::size_t beginning = 4;  // letters that no case changes, romanised

// Whether two words, romanised, may be one in two cases: lisovoho, lisovyi.
[[nodiscard]] bool differ_in_case(std::string_view a, std::string_view b) {
  constexpr std::size_t longest_ending = 2;  // letters of the shorter word
  constexpr std::size_t most_more = 3;       // letters
  const auto end = std::ranges::mismatch(a, b).in1;
  const auto same = static_cast<std::size_t>(end - a.begin());
  const std::size_t shorter = std::min(a.size(), b.size());
  return same >= std::min(beginning, shorter) && same + longest_ending >= shorter &&
         std::max(a.size(), b.size()) - same <= longest_ending + most_more;
}

}  // namespace

void catalogue::index_words(const std::vector<std::string>& words, bool is_name,
                            std::uint32_t speaker) {
  if (is_name && words.size() > 1 && words.back().size() >= beginning) {
    auto& found = by_beginning_[words.back().substr(0, beginning)];
    if (std::ranges::find(found, speaker) == found.end()) found.push_back(speaker);
  }
  const std::size_t ends = is_name ? words.size() : 1;
  for (std::size_t from = 0; from < std::min(ends, words.size()); ++from) {
    auto& found = by_end_[end_of(words, from)];
    if (std::ranges::find(found, speaker) == found.end()) found.push_back(speaker);
  }
  if (words.size() > 2 && is_name) {  // first and last, without what stands between
    auto& found = by_end_[words.front() + ' ' + words.back()];
    if (std::ranges::find(found, speaker) == found.end()) found.push_back(speaker);
  }
}

std::uint32_t catalogue::speaker_of(std::int64_t name) const noexcept {
  const auto found = speaker_of_name_.find(name);
  return found == speaker_of_name_.end() ? no_speaker : found->second;
}

std::uint32_t catalogue::resolve(std::string_view name, std::string_view description,
                                 std::string_view day) const {
  if (name.empty()) {
    return description.empty() ? no_speaker : by_role(description, day);
  }
  const auto words = name_words(name);
  if (words.empty()) return no_speaker;
  if (!aliased_.empty()) {
    const auto said = aliased_.find(alias_key(name));
    const auto has = [&](std::uint32_t one) { return has_role(one, description); };
    if (said != aliased_.end() && !is_of_another(said->second, called(name), has)) {
      return said->second;
    }
  }
  auto found = by_end_.find(end_of(words, 0));
  if (found == by_end_.end()) found = by_end_.find(end_of(other_name_words(name), 0));
  if (found == by_end_.end() && words.size() > 2 && is_like_name(name)) {
    found = by_end_.find(words.front() + ' ' + words.back());
  }
  if (found == by_end_.end() && is_like_name(name)) found = full_name_in(words, name);
  if (found == by_end_.end()) {
    std::uint32_t one = called_in_case(name);
    if (one == no_speaker) one = heard_as(name);
    if (one != no_speaker) return one;
  }
  if (found == by_end_.end() && words.size() > 1 && is_like_name(name)) {
    // The record may know only the surname: "Aurel Brune" here, BRUNE there.
    const auto surname = by_end_.find(words.back());
    if (surname == by_end_.end()) return no_speaker;
    std::vector<std::uint32_t> bare;
    for (const std::uint32_t one : surname->second) {
      if (name_words(speakers_[one].name).size() == 1) bare.push_back(one);
    }
    return bare.size() == 1 ? bare.front() : no_speaker;
  }
  if (found == by_end_.end()) return no_speaker;
  if (found->second.size() == 1) return found->second.front();
  // The whole name of one is the end of another's: the whole name counts.
  std::uint32_t whole = no_speaker;
  for (const std::uint32_t one : found->second) {
    if (name_words(speakers_[one].name) == words && words.size() > 1) whole = one;
  }
  if (whole != no_speaker) return whole;
  if (!description.empty()) {
    const std::uint32_t meant = by_role(description, day, found->second);
    if (meant != no_speaker) return meant;
  }
  std::int64_t all = 0;
  for (const std::uint32_t one : found->second) all += speakers_[one].statements;
  for (const std::uint32_t one : found->second) {
    if (outweighs(speakers_[one].statements, all - speakers_[one].statements)) return one;
  }
  return no_speaker;
}

struct catalogue::heard_names {
  std::once_flag once;
  std::unordered_map<std::string, std::vector<std::uint32_t>> speakers;  // by consonant_key
};

// The one whose whole name in Latin letters a name in Cyrillic ones writes by ear: Інгрід Моссберг.
// Of several those whose surname has its vowels (Putin, not Potanin), and of these who outweighs
// the others, often misspellings.
std::uint32_t catalogue::heard_as(std::string_view name) const {
  constexpr std::size_t fewest_letters = 5;
  const std::vector<std::string> words = name_words(name);
  if (!text::has_cyrillic(name) || !is_like_name(name) || words.size() < 2) return no_speaker;
  std::call_once(heard_->once, [&] {
    for (std::uint32_t place = 0; place < speakers_.size(); ++place) {
      const std::string& known = speakers_[place].name;
      if (text::has_cyrillic(known) || !is_like_name(known)) continue;
      heard_->speakers[text::consonant_key(known)].push_back(place);
    }
  });
  const std::string key = text::consonant_key(name);
  const auto found = heard_->speakers.find(key);
  if (key.size() < fewest_letters || found == heard_->speakers.end()) return no_speaker;
  const std::string vowels = vowels_of(words.back());
  std::vector<std::uint32_t> meant;
  for (const std::uint32_t one : found->second) {
    if (vowels_of(name_words(speakers_[one].name).back()) == vowels) meant.push_back(one);
  }
  if (meant.empty()) meant = found->second;
  std::int64_t all = 0;
  for (const std::uint32_t one : meant) all += speakers_[one].statements;
  for (const std::uint32_t one : meant) {
    if (meant.size() == 1 || outweighs(speakers_[one].statements, all - speakers_[one].statements))
      return one;
  }
  return no_speaker;
}

// Grandmaster [Davit Karumidze]: the longest end of two words or more that is all of a name, behind
// a title that no list has. Chair of the [Electoral Board]: no title, since it has small words.
catalogue::name_ends::const_iterator catalogue::full_name_in(const std::vector<std::string>& words,
                                                             std::string_view name) const {
  std::string_view ahead = name;
  for (std::size_t from = 1; from + 1 < words.size() && !ahead.empty(); ++from) {
    if (text::is_lower(text::decode(ahead, 0).value)) break;
    ahead.remove_prefix(std::min(ahead.size(), ahead.find(' ') + 1));
    const auto found = by_end_.find(end_of(words, from));
    if (found == by_end_.end()) continue;
    const auto is_whole = [&](std::uint32_t one) {
      return name_words(speakers_[one].name).size() == words.size() - from;
    };
    if (std::ranges::all_of(found->second, is_whole)) return found;
  }
  return by_end_.end();
}

const std::vector<std::uint32_t>& catalogue::called(std::string_view name) const {
  static const std::vector<std::uint32_t> nobody;
  auto found = by_end_.find(end_of(name_words(name), 0));
  if (found == by_end_.end()) found = by_end_.find(end_of(other_name_words(name), 0));
  return found == by_end_.end() ? nobody : found->second;
}

std::uint32_t catalogue::called_by_title(std::string_view title, std::string_view given) const {
  if (!role_words().given_titles.contains(text::to_lower(title))) return no_speaker;
  const std::vector<std::uint32_t> people = called_by_given(given);
  return people.size() == 1 ? people.front() : no_speaker;
}

std::vector<std::uint32_t> catalogue::called_by_given(std::string_view given) const {
  std::vector<std::uint32_t> people;
  const std::vector<std::string> words = name_words(given);
  if (words.size() != 1) return people;
  for (std::uint32_t place = 0; place < speakers_.size(); ++place) {
    const std::string& full = speakers_[place].name;
    if (!is_like_name(full)) continue;
    const std::vector<std::string> own = name_words(full);
    if (own.size() > 1 && own.front() == words.front()) people.push_back(place);
  }
  return people;
}

std::uint32_t catalogue::called_in_case(std::string_view name) const {
  if (!text::has_cyrillic(name) || !is_like_name(name)) return no_speaker;
  std::uint32_t one = no_speaker;
  for (const auto& words : {name_words(name), other_name_words(name)}) {
    if (words.empty() || words.back().size() < beginning) continue;
    const auto found = by_beginning_.find(words.back().substr(0, beginning));
    if (found == by_beginning_.end()) continue;
    for (const std::uint32_t speaker : found->second) {
      const std::string& full = speakers_[speaker].name;
      const bool alike = std::ranges::any_of(
          std::array{name_words(full), other_name_words(full)},
          [&](const std::vector<std::string>& own) {
            return own.size() > 1 && differ_in_case(words.back(), own.back()) &&
                   (words.size() == 1 || differ_in_case(words.front(), own.front()));
          });
      if (!alike || speaker == one) continue;
      if (one != no_speaker) return no_speaker;
      one = speaker;
    }
  }
  return one;
}

void catalogue::holders(std::string_view role, std::string_view day,
                        const std::function<void(std::uint32_t speaker, bool then)>& visit) const {
  if (!is_former(role)) {
    roles_.find(role, tenure::now, [&](std::uint32_t owner) {
      const held_role& held = held_[owner];
      if (held.is_near(day)) visit(held.speaker, held.is_of(day));
    });
    return;
  }
  bool said_so = false;
  roles_.find(role, tenure::past, [&](std::uint32_t owner) {
    said_so = true;
    visit(held_[owner].speaker, true);
  });
  if (said_so) return;
  roles_.find(role, tenure::now, [&](std::uint32_t owner) { visit(held_[owner].speaker, false); });
}

bool catalogue::held_role::is_near(std::string_view day) const noexcept {
  return text::is_near(day, first, last, std::chrono::days(730));
}

bool catalogue::held_role::is_of(std::string_view day) const noexcept {
  return !former && !day.empty() && !first.empty() && first <= day &&
         day.substr(0, last.size()) <= last;
}

std::uint32_t catalogue::by_role(std::string_view description, std::string_view day) const {
  role_choice choice;
  bool any = false;
  const auto add = [&](std::uint32_t speaker, bool then) {
    any = true;
    choice.add(speaker, then);
  };
  holders(description, day, add);
  if (any) return choice.meant();
  // A newspaper of Port Ellis writes "the mayor": an office of where its outlets are.
  owned_office owned = without_owner(description);
  // Löwenaus Baudezernentin: as "Business secretary" is not, the office has a capital of its own.
  if (const std::size_t space = description.find(' ');
      owned.owner.empty() && space != description.npos &&
      description.substr(0, space).ends_with('s') &&
      text::is_upper(text::decode(description, space + 1).value)) {
    owned = {std::string(description.substr(space + 1)), std::string(description.substr(0, space))};
  }
  const bool home = std::ranges::any_of(
      outlets_, [&](const std::string& outlet) { return is_home(owned.owner, outlet); });
  if (!home || owned.office.empty()) return no_speaker;
  holders(owned.office, day, [&](std::uint32_t speaker, bool then) {
    if (!is_of_other_house(speaker, owned)) choice.add(speaker, then);
  });
  return choice.meant();
}

bool catalogue::is_of_other_house(std::uint32_t speaker, const owned_office& owned) const {
  return std::ranges::any_of(held_by_[speaker], [&](std::uint32_t place) {
    const owned_office own = without_owner(held_[place].role);
    return !own.owner.empty() && !owned.owner.empty() && agree(own.office, owned.office) &&
           !agree(own.owner, owned.owner);
  });
}

std::uint32_t catalogue::by_role(std::string_view description, std::string_view day,
                                 const std::vector<std::uint32_t>& among) const {
  role_choice choice;
  for (const std::uint32_t speaker : among) {
    for (const std::uint32_t place : held_by_[speaker]) {
      const held_role& held = held_[place];
      if (agree(description, held.role)) choice.add(speaker, held.is_of(day));
    }
  }
  return choice.meant();
}

bool catalogue::has_role(std::uint32_t speaker, std::string_view role) const {
  return std::ranges::any_of(held_by_[speaker],
                             [&](std::uint32_t place) { return agree(role, held_[place].role); });
}

std::string_view catalogue::role_of(std::uint32_t speaker) const noexcept {
  const auto& held = held_by_[speaker];
  return held.empty() ? std::string_view() : std::string_view(held_[held.front()].role);
}

bool catalogue::may_hold(std::uint32_t speaker, std::string_view office) const {
  constexpr std::size_t longest_address = 5;  // bytes: Mr, Mrs, Prof.
  const std::string& name = speakers_[speaker].name;
  if (!is_like_name(name) || name_words(name).size() < 2) return false;
  const owned_office owned = without_owner(office);
  return std::ranges::all_of(held_by_[speaker], [&](std::uint32_t place) {
    const std::string& role = held_[place].role;
    return role.size() <= longest_address || agree(without_owner(role).office, owned.office);
  });
}

bool catalogue::holds(std::uint32_t speaker, std::string_view office) const {
  const owned_office owned = without_owner(office);
  return std::ranges::any_of(held_by_[speaker], [&](std::uint32_t place) {
    return agree(without_owner(held_[place].role).office, owned.office);
  });
}

bool catalogue::may_be_same(std::string_view a, std::string_view b) {
  const auto x = name_words(a);
  const auto y = name_words(b);
  if (x.empty() || y.empty()) return false;
  const auto& shorter = x.size() < y.size() ? x : y;
  const auto& longer = x.size() < y.size() ? y : x;
  if (std::equal(shorter.rbegin(), shorter.rend(), longer.rbegin())) return true;
  return x.size() > 1 && y.size() > 1 && x.front() == y.front() && x.back() == y.back();
}

}  // namespace quoth::record
