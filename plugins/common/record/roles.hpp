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

// Roles by their words. A description ("the Veldanian president", "governor herself") means a role
// ("President of Veldania") when the role has all its words. Articles, prepositions and the like do
// not count; a short form is its long one (CEO: chief executive); words agree when they begin alike
// (Veldania, Veldanian; minister, Ministerin). One of the words must be of the office, not of what
// stands behind "of": "minister" does for "Minister of the United Kingdom", "United Kingdom" not.
class role_index {
 public:
  // Adds a role; `owner` is whatever the caller knows it by.
  void add(std::string_view role, std::uint32_t owner);

  // Calls `visit` with the owner of each role that the description means. Where some roles have no
  // other words (governor, beside deputy governor), only with those.
  void find(std::string_view description,
            const std::function<void(std::uint32_t owner)>& visit) const;

  // Whether the description means an office among the roles.
  [[nodiscard]] bool names_office(std::string_view description) const;

 private:
  struct entry {
    std::uint32_t owner;
    std::vector<std::string> words;
    std::size_t office;   // words before the first "of" or the like
    std::size_t written;  // words, a compound as one
  };
  // Whether all the words are the role's, and one of them the office's.
  [[nodiscard]] static bool is_meant(const entry& role, const std::vector<std::string>& words);
  // The roles that may have all of some words.
  [[nodiscard]] const std::vector<std::uint32_t>& candidates(
      const std::vector<std::string>& wanted) const;

  std::vector<entry> entries_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_beginning_;  // of their words
};

// A description without whose office it is: "Port Ellis's chief constable" and "the constable of
// Port Ellis" are of Port Ellis. `owner` is empty where it says nothing of that.
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

// The role without the word that says so.
[[nodiscard]] std::string without_former(std::string_view role);

// Whether one of two roles means the other: they may be of one person.
[[nodiscard]] bool agree(std::string_view a, std::string_view b);

}  // namespace quoth::record
