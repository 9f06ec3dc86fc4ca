// The record's speakers, read once: who there is, under which names and roles, and what the record
// holds of each.
//
// Thread rule: immutable after construction, may be shared.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <record/database.hpp>
#include <record/roles.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace quoth::record {

// A speaker's place in the catalogue.
inline constexpr std::uint32_t no_speaker = 0xFFFFFFFF;

struct known_speaker {
  std::string name;
  std::int64_t row = 0;  // of speakers
  std::int64_t statements = 0;
  std::string first, last;  // days of the first and last statement; empty: no dates
};

// Who is meant of those who hold a role: who held it on the day goes before who held it at another
// time; two of either are nobody.
class role_choice {
 public:
  void add(std::uint32_t speaker, bool then) noexcept {
    ever_.add(speaker);
    if (then) then_.add(speaker);
  }
  [[nodiscard]] std::uint32_t meant() const noexcept {
    const choice& of = then_.one != no_speaker ? then_ : ever_;
    return of.several ? no_speaker : of.one;
  }

 private:
  struct choice {
    std::uint32_t one = no_speaker;
    bool several = false;
    void add(std::uint32_t speaker) noexcept {
      several |= one != no_speaker && one != speaker;
      one = speaker;
    }
  };
  choice then_, ever_;
};

class catalogue {
 public:
  // Opens the record and checks it. Throws failure.
  explicit catalogue(const std::filesystem::path& path);
  explicit catalogue(database& db) { read(db); }

  [[nodiscard]] const std::vector<known_speaker>& speakers() const noexcept { return speakers_; }
  // The speaker whom a row of `names` means, or no_speaker.
  [[nodiscard]] std::uint32_t speaker_of(std::int64_t name) const noexcept;

  // The speaker meant by a name, with a role or description where the document gives one ("the
  // Veldanian president"; also instead of a name), on a day (ISO 8601, or empty). A surname that
  // several speakers share needs the role; what stays ambiguous is no_speaker.
  [[nodiscard]] std::uint32_t resolve(std::string_view name, std::string_view description,
                                      std::string_view day) const;

  // The name of a speaker as texts in Cyrillic, or in other letters, have it, where the record
  // holds it so in full; else the name shown. A surname alone has the title that stands for the
  // given name: Lord Penhallow.
  [[nodiscard]] std::string name_in(std::uint32_t speaker, bool cyrillic) const;

  // All speakers whose name is this one, or ends in it.
  [[nodiscard]] const std::vector<std::uint32_t>& called(std::string_view name) const;
  // The one speaker of a full name that this name in Cyrillic letters, or the end of it, may be in
  // another case: Івана Лісового, Лісовому; no_speaker where there is none, or several.
  [[nodiscard]] std::uint32_t called_in_case(std::string_view name) const;
  // The one speaker of a full name with this given name, behind a title that goes with given names:
  // Dame Philippa; no_speaker where there is none, or several. Reads all names.
  [[nodiscard]] std::uint32_t called_by_title(std::string_view title, std::string_view given) const;
  // Those of a full name with this given name. Reads all names.
  [[nodiscard]] std::vector<std::uint32_t> called_by_given(std::string_view given) const;
  // The one of them who has a role, or no_speaker.
  [[nodiscard]] std::uint32_t called(std::string_view name, std::string_view role) const {
    return by_role(role, {}, called(name));
  }

  // Calls `visit` for each time that a speaker is said to have the role, within two years of the
  // day: who, and whether it was on the day. All of them where there is no day. Who had a role
  // before ("the former mayor") may have had it at any time; `then` is whether it is said so.
  void holders(std::string_view role, std::string_view day,
               const std::function<void(std::uint32_t speaker, bool then)>& visit) const;

  // Whether the text describes an office or title that somebody of the record has.
  [[nodiscard]] bool is_office(std::string_view description) const {
    return roles_.names_office(description);
  }
  // A role of the speaker's, the first of them, or nothing.
  [[nodiscard]] std::string_view role_of(std::uint32_t speaker) const noexcept;

  // Whether a role of the speaker's says that the office is another's than the description says:
  // Tovria's president is not Veldania's.
  [[nodiscard]] bool is_of_other_house(std::uint32_t speaker, std::string_view description) const {
    return is_of_other_house(speaker, without_owner(description));
  }

  // Whether a speaker whom the record knows by name may have an office: no role of theirs, forms of
  // address aside, is another one.
  [[nodiscard]] bool may_hold(std::uint32_t speaker, std::string_view office) const;

  // Whether the record gives the speaker such an office, whoever it is of.
  [[nodiscard]] bool holds(std::uint32_t speaker, std::string_view office) const;

  // Whether two speakers of the catalogue or names outside it may be the same person: one name is
  // the end of the other.
  [[nodiscard]] static bool may_be_same(std::string_view a, std::string_view b);

 private:
  using name_ends = std::unordered_map<std::string, std::vector<std::uint32_t>>;

  void read(database& db);
  void read_aliases(database& db);
  void index_name(std::string_view text, std::uint32_t speaker);
  void index_words(const std::vector<std::string>& words, bool is_name, std::uint32_t speaker);
  void spell(std::uint32_t speaker, std::string_view name);
  [[nodiscard]] name_ends::const_iterator full_name_in(const std::vector<std::string>& words,
                                                       std::string_view name) const;
  [[nodiscard]] std::uint32_t heard_as(std::string_view name) const;
  [[nodiscard]] bool has_role(std::uint32_t speaker, std::string_view role) const;
  [[nodiscard]] bool is_of_other_house(std::uint32_t speaker, const owned_office& owned) const;
  // The speaker whom a description means.
  [[nodiscard]] std::uint32_t by_role(std::string_view description, std::string_view day) const;
  // The one of some speakers who has a role, as merging tells them apart.
  [[nodiscard]] std::uint32_t by_role(std::string_view role, std::string_view day,
                                      const std::vector<std::uint32_t>& among) const;

  std::vector<known_speaker> speakers_;
  std::unordered_map<std::int64_t, std::uint32_t> speaker_of_name_;
  name_ends by_end_;        // ends of names, whole too
  name_ends by_beginning_;  // beginnings of the last words of full names
  std::unordered_map<std::uint32_t, std::string> other_script_;  // by speaker: the name in it
  std::unordered_map<std::uint32_t, std::string> titles_;        // that stand for the given name
  std::unordered_map<std::string, std::uint32_t> aliased_;       // by alias_key: said to be who
  struct held_role {
    std::uint32_t speaker;
    std::string role;
    std::string first, last;  // days of the documents that give it
    bool former = false;      // it was over on those days
    [[nodiscard]] bool is_of(std::string_view day) const noexcept;
    // Whether it may have been held on the day, as far as dates tell.
    [[nodiscard]] bool is_near(std::string_view day) const noexcept;
  };
  std::vector<held_role> held_;
  std::vector<std::vector<std::uint32_t>> held_by_;  // by speaker: places in held_
  role_index roles_;                                 // owners are places in held_
  std::vector<std::string> outlets_;                 // each once

  // Names in Latin letters by their consonants, made when first asked for.
  struct heard_names;
  std::shared_ptr<heard_names> heard_;
};

}  // namespace quoth::record
