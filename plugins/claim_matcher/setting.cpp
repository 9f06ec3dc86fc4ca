#include "setting.hpp"

#include <algorithm>
#include <string>

#include "senses.hpp"

namespace quoth::matching {

std::span<const std::uint64_t> setting_reader::read(record::lookup& book,
                                                    const record::found_statement& statement,
                                                    std::string_view headline,
                                                    std::initializer_list<std::string_view> who,
                                                    const senses& language) {
  stems_.clear();
  add(headline, language);
  for (const std::string_view text : who) add(text, language);
  if (statement.turn != record::no_turn) add_question(book, statement, language);
  std::ranges::sort(stems_);
  return stems_;
}

void setting_reader::add(std::string_view text, const senses& language) {
  words_.read(text, language, false);
  for (const unit_of_text& unit : words_.units()) {
    if ((unit.classes & (function_word | negation | negative)) == 0) stems_.push_back(unit.stem);
  }
}

void setting_reader::add_question(record::lookup& book, const record::found_statement& answer,
                                  const senses& language) {
  constexpr int farthest = 12;  // statements
  std::string asked;
  record::found_statement before;
  for (std::int64_t row = answer.row - 1; row > 0 && answer.row - row <= farthest; --row) {
    if (!book.statement(row, before) || before.document != answer.document) break;
    if (before.turn == answer.turn) continue;
    if (before.turn + 1 != answer.turn || before.name == answer.name) break;
    asked.insert(0, before.text + ' ');
  }
  if (asked.find('?') != asked.npos) add(asked, language);
}

}  // namespace quoth::matching
