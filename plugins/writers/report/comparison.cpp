#include "writers/report/comparison.hpp"

#include <utility>

#include "writers/report/html.hpp"

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
  explicit statement_side(std::string_view statement) : rest_(statement) {}

  void add(const side_piece& compared) {
    const std::string_view core = trimmed(compared.words);
    const std::size_t at = core.empty() ? std::string_view::npos : rest_.find(core);
    if (at == std::string_view::npos) return;
    if (at > 0) pieces_.push_back({rest_.substr(0, at)});
    pieces_.push_back({rest_.substr(at, core.size()), compared.stand, compared.change});
    rest_.remove_prefix(at + core.size());
  }
  std::vector<side_piece> finish() {
    if (!rest_.empty()) pieces_.push_back({rest_});
    return std::move(pieces_);
  }

 private:
  std::string_view rest_;
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
