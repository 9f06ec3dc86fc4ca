// Roles, and the descriptions that mean them.
//
// Thread rule: a filled index is immutable and may be shared.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace quoth::record {

// When somebody has a role, as its words say: now, or before ("former minister").
enum class tenure : std::uint8_t { now, past };

// Roles by their words. A description ("the Veldanian president", "governor herself") means a role
// ("President of Veldania") when the role has all its words. Articles, prepositions and the like do
// not count; a short form is its long one (CEO: chief executive); words agree when they begin alike
// (Veldania, Veldanian; minister, Ministerin), a house never with its people (ministry, minister);
// any head is the chief. One of the words must be the office: "minister" does for "Minister of the
// United Kingdom", "United Kingdom" not; "chief" does for "police chief", "police" not. The deputy
// mayor is not the mayor.
class role_index {
 public:
  // Adds a role; `owner` is whatever the caller knows it by.
  void add(std::string_view role, std::uint32_t owner);

  // Calls `visit` with the owner of each role of that tenure that the description means, whatever
  // tenure the description tells. Where some roles have no other words (governor, beside governor
  // of the bank), only with those.
  void find(std::string_view description, tenure when,
            const std::function<void(std::uint32_t owner)>& visit) const;

  // Whether the description means an office among the roles.
  [[nodiscard]] bool names_office(std::string_view description) const;

  // The words of a role or description that count.
  struct counted_words {
    std::vector<std::string> all;
    std::vector<std::string> heads;  // those of them that are the office, where it is a known one
    std::size_t office = 0;          // those before the first word that does not count
    std::size_t owner = 0;    // those before a possessive ending, which are whose office it is
    std::size_t written = 0;  // as the text has them, compounds whole
    bool former = false;      // words say that it is of the past, and are none of the others
    bool another = false;     // a word makes another office of it: deputy
  };

 private:
  struct entry {
    std::uint32_t owner;
    counted_words words;
  };
  // Whether all the words are the role's, and one of them the office's.
  [[nodiscard]] static bool is_meant(const counted_words& role, const counted_words& description);
  // The roles that may have all of some words.
  [[nodiscard]] const std::vector<std::uint32_t>& candidates(
      const std::vector<std::string>& wanted) const;

  std::vector<entry> entries_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_beginning_;  // of their words
};

// Whether a word for an office is among the words, be it the end of a compound: Baudezernentin.
[[nodiscard]] bool has_office_word(std::string_view text);

// A description without whose office it is: "Port Ellis's chief constable" and "the constable of
// Port Ellis" are of Port Ellis, a ministry spokesman is of the ministry, „голова клубу“ of the
// club, a Verbandschef of the „verbands-“. `owner` is empty where it says nothing of that.
struct owned_office {
  std::string office, owner;  // as keys
};
[[nodiscard]] owned_office without_owner(std::string_view description);

// Whether `owner` may be whom a medium or body is of, by its name: "Port Ellis" of "Port Ellis
// Police, press office".
[[nodiscard]] bool is_home(std::string_view owner, std::string_view outlet);

// Whether a description's office is of the house that speaks in a medium of its own: "the director
// of Tolland Water", of "Tolland Water, press office".
[[nodiscard]] bool is_of_house(std::string_view description, std::string_view outlet);

// Whether the description means the role.
[[nodiscard]] bool means(std::string_view description, std::string_view role);

// Whether the role is one that somebody had before: "former minister", "ex-mayor".
[[nodiscard]] bool is_former(std::string_view role);

// Whether one of two roles means the other: they may be of one person.
[[nodiscard]] bool agree(std::string_view a, std::string_view b);

}  // namespace quoth::record
