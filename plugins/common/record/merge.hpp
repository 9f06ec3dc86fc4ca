// Which names mean one speaker, over all documents.
//
// Names are one speaker when their romanised keys are equal (Zelensky, Зеленський; Halyna, Галина,
// Galina), when first and last word are equal (a middle name more or less), when one has the
// initial of the other or a second surname behind a hyphen (H. Storck, Helena Storck, Helena
// Storck-Lund) and nobody else has either surname, and when one is the end of the other (Putin,
// Vladimir Putin) and of no other speaker's name. An end that several speakers share stays a
// speaker of its own, unless the role given with it is the role of exactly one of them, or one of
// them outweighs all the others (outweighs, below). A description instead of a name (the Veldanian
// president) is the one person who had that role while it was used: in all that time, a year more
// or less, and nobody else in any of it.
//
// The result depends on the set of names, not on the order in which documents came.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quoth::record {

// A role as documents give it with a name.
struct given_role {
  std::string text;
  std::string first, last;  // days of the documents, ISO 8601; empty: no dates
};

// A name as documents give it.
struct said_name {
  std::string text;               // without title or role
  std::string role;               // given with it, where the name alone may be ambiguous
  std::vector<given_role> roles;  // all that it was given anywhere
  std::int64_t statements = 0;
  std::string first, last;  // days of the statements, ISO 8601; empty: no dates
};

// Two names that mean one speaker because somebody said so; the second is how the speaker is shown.
struct alias {
  std::string name, speaker;
};

// What an alias's name is compared by: a name in any spelling and script; what begins like a
// description ("The Comedian") by its letters as they stand, the article in either case, since "the
// comedian" may be anybody.
[[nodiscard]] std::string alias_key(std::string_view name);

// A name with the role that tells it from the same name of others: "Tangen, chairman". An alias may
// say its speaker so.
[[nodiscard]] std::string designation(std::string_view name, std::string_view role);

struct merged_speakers {
  std::vector<std::uint32_t> speaker_of;  // for each name
  std::vector<std::string> names;         // of each speaker: the fullest, most frequent form
};

// An alias is stronger than all rules, except that a name given with the role of somebody else who
// has it stays theirs. Of several aliases with one key the first counts.
[[nodiscard]] merged_speakers merge_names(const std::vector<said_name>& names,
                                          const std::vector<alias>& aliases = {});

// Whether the text is made like a person's name: one to four words with capitals, particles aside,
// and no article. Descriptions and groups are not.
[[nodiscard]] bool is_like_name(std::string_view text);

// Whether a text that is not made like a name may be one person's all the same: a word behind the
// first has a capital ("The Comedian"), behind a German article every word of two and more ("Die
// Eiserne Lady"; "die Ministerin" is whoever holds the office).
[[nodiscard]] bool is_like_nickname(std::string_view text);

// The name from behind its article, or all of it where it begins with none.
[[nodiscard]] std::string_view without_article(std::string_view name);

// Whether a name that is an alias of `speaker` is not meant of them where it is given with a role:
// one of the others whose name ends in it has the role, and the speaker has not.
template <class HasRole>
[[nodiscard]] bool is_of_another(std::uint32_t speaker, const std::vector<std::uint32_t>& others,
                                 HasRole has_role) {
  const auto has = [&](std::uint32_t one) { return one != speaker && has_role(one); };
  return std::ranges::any_of(others, has) && !has_role(speaker);
}

// Whether a speaker of so many statements is whom a shared surname means, beside others who have so
// many together: nobody asks which Putin.
[[nodiscard]] constexpr bool outweighs(std::int64_t one, std::int64_t others) noexcept {
  return one >= 100 && one >= 50 * others;
}

// The words of a name's key, romanised, for comparing names across spellings and scripts.
[[nodiscard]] std::vector<std::string> name_words(std::string_view name);

// The same of a Cyrillic name whose letters do not tell its language, read as Ukrainian: Галина is
// Galina and Halyna. Nothing where that reading is no other.
[[nodiscard]] std::vector<std::string> other_name_words(std::string_view name);

}  // namespace quoth::record
