#include "writers/report/comparison.hpp"

#include <optional>
#include <text/words_in_order.hpp>
#include <utility>

namespace quoth::writers {

namespace {

bool changes_meaning(quoth::diff_change change) {
  return change != quoth::diff_change::none && change != quoth::diff_change::edit;
}

side_words stand_of(const quoth::diff& x) {
  if (x.op == quoth::diff_op::same) return side_words::shared;
  return changes_meaning(x.change) ? side_words::changed : side_words::edited;
}

// The side of the record: the compared words where they stand in the statement. Rows of a diff do
// not hold the white space and the marks that only the statement has between them.
class statement_side {
 public:
  explicit statement_side(std::string_view statement) : statement_(statement), words_(statement) {}

  void add(const side_piece& compared) {
    const std::size_t before = words_.behind();
    const std::optional<std::size_t> at = words_.next(compared.words);
    if (!at) return;
    if (*at > before) pieces_.push_back({between(before, *at)});
    pieces_.push_back({between(*at, words_.behind()), compared.stand, compared.change});
  }
  std::vector<side_piece> finish() {
    if (words_.behind() < statement_.size())
      pieces_.push_back({statement_.substr(words_.behind())});
    return std::move(pieces_);
  }

 private:
  [[nodiscard]] std::string_view between(std::size_t begin, std::size_t end) const {
    return statement_.substr(begin, end - begin);
  }

  std::string_view statement_;
  text::words_in_order words_;
  std::vector<side_piece> pieces_;
};

}  // namespace

comparison compare(const document_layers& d, const row_groups& rows, std::uint32_t match) {
  comparison made;
  const auto compared = rows.diffs.of(match);
  if (compared.empty()) return made;
  statement_side record(d.matches.get<&quoth::match::text>(match));
  for (const std::uint32_t row : compared) {
    const quoth::diff x = d.diffs[row];
    const side_piece piece{x.text, stand_of(x), x.change};
    if (x.op != quoth::diff_op::record) made.claimed.push_back(piece);
    if (x.op != quoth::diff_op::claimed) record.add(piece);
  }
  made.record = record.finish();
  return made;
}

std::vector<named_change> changes_of(const document_layers& d, const row_groups& rows,
                                     std::uint32_t match) {
  std::vector<named_change> changes;
  bool open = false;
  for (const std::uint32_t row : rows.diffs.of(match)) {
    const quoth::diff x = d.diffs[row];
    if (x.op == quoth::diff_op::same || !changes_meaning(x.change)) {
      open = false;
      continue;
    }
    if (!open) changes.push_back({{}, {}, x.change});
    open = true;
    (x.op == quoth::diff_op::claimed ? changes.back().claimed : changes.back().record) += x.text;
  }
  return changes;
}

}  // namespace quoth::writers
