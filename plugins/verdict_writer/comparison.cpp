#include "comparison.hpp"

#include <algorithm>
#include <text/classes.hpp>
#include <text/utf8.hpp>

namespace quoth::verdicts {

bool changes_meaning(diff_change change) noexcept {
  switch (change) {
    case diff_change::negation:
    case diff_change::number:
    case diff_change::unit:
    case diff_change::date:
    case diff_change::person:
    case diff_change::country:
    case diff_change::condition:
    case diff_change::certainty:
    case diff_change::quantifier:
      return true;
    default:  // none, edit, words, and what a newer matcher may write
      return false;
  }
}

bool comparison::changes_meaning() const noexcept {
  return std::any_of(differences.begin(), differences.end(),
                     [](const difference& d) { return verdicts::changes_meaning(d.change); });
}

double comparison::shared() const noexcept {
  return claim_words == 0 ? 0.0 : static_cast<double>(same_words) / claim_words;
}

const difference* omission(const comparison& found, std::uint32_t least) noexcept {
  const difference* longest = nullptr;
  std::uint32_t most = std::max(least, 1u) - 1;
  for (const difference& d : found.differences) {
    if (!d.claimed.empty() || d.change == diff_change::edit) continue;
    const std::uint32_t words = count_words(d.record);
    if (words <= most) continue;
    most = words;
    longest = &d;
  }
  return longest;
}

std::uint32_t count_words(std::string_view text) noexcept {
  std::uint32_t words = 0;
  bool inside = false;
  for (auto [value, at, size] : text::code_points(text)) {
    if (text::is_space(value)) {
      inside = false;
    } else if (!inside && (text::is_letter(value) || text::is_digit(value))) {
      inside = true;
      ++words;
    }
  }
  return words;
}

namespace {

// Follows a text, piece by piece, into and out of double quotation marks.
class mark_reader {
 public:
  // Whether a word of the piece stands between marks.
  bool read(std::string_view piece) {
    bool between = false;
    for (auto [value, at, size] : text::code_points(piece)) {
      if (text::is_double_quotation_mark(value)) open_ = !open_;
      between |= open_ && (text::is_letter(value) || text::is_digit(value));
    }
    return between;
  }
  [[nodiscard]] bool open() const noexcept { return open_; }

 private:
  bool open_ = false;
};

}  // namespace

comparison compare(std::span<const diff> rows) {
  comparison result;
  mark_reader marks;               // of the claim
  diff_op before = diff_op::same;  // op of the row before
  bool in_run = false;             // whether the words before it belong to a run
  const auto extend_run = [&](std::uint32_t words) {
    if (words > 0 && !in_run) result.runs.push_back({result.claim_words, 0});
    if (words > 0) in_run = true;
    if (in_run) result.runs.back().words += words;
    result.same_words += words;
  };
  for (const diff& row : rows) {
    const std::string_view text = trimmed(row.text);
    const std::uint32_t words = count_words(text);
    const bool edit = row.change == diff_change::edit || row.change == diff_change::none;
    const bool in_marks = row.op == diff_op::record ? marks.open() : marks.read(row.text);
    if (row.op == diff_op::same) {
      extend_run(words);
      result.claim_words += words;
    } else if (!text.empty()) {
      // A record row behind a claimed one of the same change replaces it.
      const bool pairs = before == diff_op::claimed && row.op == diff_op::record &&
                         !result.differences.empty() && result.differences.back().record.empty() &&
                         result.differences.back().change == row.change;
      if (!pairs) result.differences.push_back({row.change, {}, {}, in_marks});
      difference& place = result.differences.back();
      (row.op == diff_op::claimed ? place.claimed : place.record) = text;
      if (!verdicts::changes_meaning(place.change)) place.change = row.change;
      if (!edit) in_run = false;
      if (row.op == diff_op::claimed) {
        place.in_marks |= in_marks;
        if (edit) extend_run(words);
        result.claim_words += words;
      }
    }
    before = row.op;
  }
  return result;
}

}  // namespace quoth::verdicts
