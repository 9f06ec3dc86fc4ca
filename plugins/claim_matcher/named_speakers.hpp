// Whom of the record's speakers a short text names: by a full name, an end of one, or a surname
// that the rest of the text makes plain ("Aldous (Kwame)", "the minister … Mrs Kronsberg").
//
// Words in quotation marks are not looked at. Belongs to one thread.
#pragma once

#include <cstdint>
#include <quoth/plugin.hpp>
#include <record/catalogue.hpp>
#include <record/words.hpp>
#include <string_view>
#include <vector>

namespace quoth::matching {

struct named_speaker {
  span where;
  std::vector<std::uint32_t> meant;  // places in the catalogue; several where it stays open
};

class named_speakers {
 public:
  // `day` is the document's. The text and the catalogue must outlive this.
  named_speakers(std::string_view text, std::string_view lang, const record::catalogue& speakers,
                 std::string_view day);

  [[nodiscard]] const std::vector<named_speaker>& all() const noexcept { return named_; }

  // The one speaker who is meant throughout, or no_speaker: nobody is named, or several are.
  [[nodiscard]] std::uint32_t only() const;

  // Whom of those who share a name the rest of the text means: the one whose given name or role it
  // has. no_speaker where that is nobody, or several.
  [[nodiscard]] std::uint32_t meant_by(std::string_view name) const;

 private:
  void mark_quoted();
  void find_names();
  [[nodiscard]] bool is_name_word(std::size_t at) const;
  [[nodiscard]] std::vector<std::uint32_t> people_called(std::string_view name) const;
  [[nodiscard]] std::uint32_t narrowed(std::string_view name,
                                       const std::vector<std::uint32_t>& people) const;

  std::string_view text_;
  const record::catalogue& speakers_;
  std::string_view day_;
  record::word_list words_;
  std::vector<bool> quoted_;  // word → whether it stands in quotation marks
  std::vector<named_speaker> named_;
};

}  // namespace quoth::matching
