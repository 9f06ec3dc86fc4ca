// What stands around a statement, so that words which retell it need not find it there.
//
// Thread rule: one instance a thread; it keeps its memory between statements.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <record/lookup.hpp>
#include <span>
#include <string_view>
#include <vector>

#include "wording.hpp"

namespace quoth::matching {

class setting_reader {
 public:
  // Stems, ascending, of the words in the headline of the statement's document, in `who` (its
  // speaker's name and office), and in the question of the turn before that it answers. Valid until
  // the next call.
  [[nodiscard]] std::span<const std::uint64_t> read(record::lookup& book,
                                                    const record::found_statement& statement,
                                                    std::string_view headline,
                                                    std::initializer_list<std::string_view> who,
                                                    const senses& language);

 private:
  void add(std::string_view text, const senses& language);
  void add_question(record::lookup& book, const record::found_statement& answer,
                    const senses& language);

  wording words_;
  std::vector<std::uint64_t> stems_;
};

}  // namespace quoth::matching
