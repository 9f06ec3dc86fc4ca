// Whose words a claim has: who of the record's speakers is meant by a name, an office or nothing.
//
// Belongs to one thread.
#pragma once

#include <cstdint>
#include <optional>
#include <quoth/layers.hpp>
#include <record/words.hpp>
#include <string_view>

#include "claim_reading.hpp"

namespace quoth::matching {

class claim_speaker {
 public:
  // It must outlive this.
  explicit claim_speaker(claim_reading& in) : in_(in) {}

  // By what the document says of a quotation's speaker. What follows is of the claim resolved last.
  void resolve(std::uint32_t at, made_claim& made);
  // Whom a post means that gives a shared surname, a name nobody in the record has, or none.
  void resolve_from_text(made_claim& made);
  // Whether a quotation is by a name.
  [[nodiscard]] bool is_by_name(std::uint32_t at) const;
  // Whether a report is by no name, or by one of whom the record holds nothing: IMPORTANT please
  // pass on.
  [[nodiscard]] bool is_by_nobody(const made_claim& made) const;

  // What the record calls the speaker, in the letters in which the document does.
  [[nodiscard]] std::string name_of(const made_claim& made) const;
  // A description in the document with what its house is for: „Präsident des Landesamts“, where
  // „Präsident des Landesamts für Umwelt“ stands.
  [[nodiscard]] std::string_view with_purpose(std::string_view office);

 private:
  void resolve_speaker(const speaker& said, made_claim& made);
  void resolve_from_mention(const speaker& said, made_claim& made);
  [[nodiscard]] std::optional<std::size_t> place_of_mention(const made_claim& made) const;
  [[nodiscard]] std::uint32_t called_by_title(const made_claim& made) const;
  [[nodiscard]] bool has_said(std::uint32_t one) const;
  void take_namesakes(made_claim& made) const;
  [[nodiscard]] bool is_behind_title(const made_claim& made) const;
  void take_named_nearer(made_claim& made) const;
  [[nodiscard]] bool is_medium(const made_claim& made) const;
  [[nodiscard]] static std::string_view without_letters(std::string_view name);
  [[nodiscard]] std::string_view office_of_place(span mention) const;
  [[nodiscard]] span with_genitive(span mention);
  [[nodiscard]] std::string_view role_of(const speaker& said);

  claim_reading& in_;
  record::word_list words_;
  std::string_view described_;  // the speaker of the claim in hand, by an office; empty: by a name
  bool is_description_ = false;  // „Die Direktorin der Kunsthalle“: no name, for all its capitals
};

}  // namespace quoth::matching
