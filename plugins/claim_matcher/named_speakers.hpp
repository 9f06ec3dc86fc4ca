// Whom of the record's speakers a short text names: by a full name, an end of one, or a surname
// that the rest of the text makes plain ("Aldous (Kwame)", "the minister … Mrs Kronsberg").
//
// Words in quotation marks are not looked at. Belongs to one thread.
#pragma once

#include <cstdint>
#include <quoth/plugin.hpp>
#include <record/catalogue.hpp>
#include <record/words.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "senses.hpp"

namespace quoth::matching {

struct named_speaker {
  span where;
  std::vector<std::uint32_t> meant;  // places in the catalogue; several where it stays open
};

class named_speakers {
 public:
  // `day` is the document's. The text, the language and the catalogue must outlive this.
  named_speakers(std::string_view text, const senses& language, const record::catalogue& speakers,
                 std::string_view day);

  [[nodiscard]] const std::vector<named_speaker>& all() const noexcept { return named_; }

  // The one speaker who is meant throughout, or no_speaker: nobody is named, or several are. Whom a
  // report's `content` names says it only where nobody else is named.
  [[nodiscard]] std::uint32_t only(span content = no_span) const;

  // The first mention of the one speaker whom the text names, or the office of one where it names
  // nobody; no span and nobody where there is none, or several are meant.
  [[nodiscard]] named_speaker alone() const;

  // Whom of those who share a name the rest of the text means: the one whose given name or role it
  // has. no_speaker where that is nobody, or several.
  [[nodiscard]] std::uint32_t meant_by(std::string_view name);

  // The office that the text names, be it another house's, with who holds it: „die Direktorin“. No
  // span and nobody where it names none, or those of several.
  [[nodiscard]] named_speaker office() const;
  // Who holds it, or no_speaker.
  [[nodiscard]] std::uint32_t holder() const;

 private:
  struct role {
    std::size_t word;
    bool then;  // on the day
  };

  void mark_quoted();
  void find_names();
  [[nodiscard]] bool may_be_role(std::size_t at) const;
  [[nodiscard]] bool is_ruled_out(std::size_t at) const;
  [[nodiscard]] bool is_name_word(std::size_t at) const;
  [[nodiscard]] bool is_rare(std::size_t at) const;
  [[nodiscard]] bool is_pronoun(std::size_t at) const;
  [[nodiscard]] const std::vector<std::uint32_t>& meant(std::string_view name);
  [[nodiscard]] std::vector<std::uint32_t> people_called(std::string_view name) const;
  void read_hints();
  [[nodiscard]] std::uint32_t holder_of(span office) const;
  [[nodiscard]] std::uint32_t narrowed(const std::vector<std::uint32_t>& people);
  [[nodiscard]] std::uint32_t holder_among(const std::vector<std::uint32_t>& people) const;
  [[nodiscard]] std::uint32_t head_among(const std::vector<std::uint32_t>& people) const;

  std::string_view text_;
  const senses& language_;
  const record::catalogue& speakers_;
  std::string_view day_;
  record::word_list words_;
  bool capitals_ = false;     // whether any word has one
  std::vector<bool> quoted_;  // word → whether it stands in quotation marks
  std::vector<named_speaker> named_;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> meant_;  // by name as written
  // What tells namesakes apart: words that may be a given name, and by speaker the words that mean
  // a role that the record knows of them.
  bool hints_read_ = false;
  std::unordered_set<std::string> given_names_;
  std::unordered_map<std::uint32_t, std::vector<role>> roles_of_;
};

}  // namespace quoth::matching
