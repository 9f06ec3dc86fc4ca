// Labels of a transcript's turns, and the speakers they stand for.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sources.hpp"

namespace quoth::speakers {

// Reads all labels of a document at once, because they explain one another: "THE MINISTER (Liv
// Tangen)" and later "THE MINISTER"; "Vladimir Putin" and "PUTIN".
class label_table {
 public:
  explicit label_table(const reading& of);

  // The speaker of a turn with this label. Labels that name nobody (Q, Question) give no name;
  // those that tell a part (Moderator) give the part.
  [[nodiscard]] const resolved_speaker& operator[](std::string_view label) const;
  // The title or role that the label of a speaker gives with the name, as it is written there; may
  // be empty.
  [[nodiscard]] std::string_view role_in(std::string_view label, std::string_view speaker) const;

 private:
  struct read_label {
    std::string role;      // in lower case, without articles
    std::string name;      // without title; empty where the label has none
    std::string initials;  // behind the surname; empty: none
    bool full = false;     // given name and surname
  };

  struct known_name {
    std::string name;
    std::uint32_t entity = nothing;  // nothing where only the title names them
  };

  [[nodiscard]] read_label read(std::string_view label) const;
  void add_known_names();
  void find_interviewee();
  [[nodiscard]] std::uint32_t holder_of(std::string_view role) const;
  void add_known_name(const std::string& name, std::uint32_t entity);
  [[nodiscard]] resolved_speaker resolve(const read_label& label, std::string_view written) const;

  const reading* of_;
  std::unordered_map<std::string, known_name> known_by_surname_;  // name empty: several
  std::unordered_map<std::string, read_label> full_by_surname_;   // name empty: several
  std::unordered_map<std::string, std::string> name_by_role_;
  std::unordered_map<std::string_view, resolved_speaker> speakers_;
  std::string interviewee_;  // empty: none, or several may be
  resolved_speaker nobody_;
};

}  // namespace quoth::speakers
