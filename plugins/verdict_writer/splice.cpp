#include "splice.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <text/classes.hpp>
#include <text/utf8.hpp>

namespace quoth::verdicts {

namespace {

struct statement_place {
  std::string_view document;
  std::uint32_t number = 0;
};

// DOCUMENT#sN parted; nothing where the id has another form.
std::optional<statement_place> place_of(std::string_view record) {
  const std::size_t mark = record.rfind("#s");
  if (mark == std::string_view::npos) return std::nullopt;
  statement_place place{record.substr(0, mark), 0};
  const char* first = record.data() + mark + 2;
  const char* last = record.data() + record.size();
  const auto [end, fault] = std::from_chars(first, last, place.number);
  if (fault != std::errc{} || end != last) return std::nullopt;
  return place;
}

std::uint32_t overlap(run a, run b) {
  const std::uint32_t begin = std::max(a.begin, b.begin);
  const std::uint32_t end = std::min(a.begin + a.words, b.begin + b.words);
  return end > begin ? end - begin : 0;
}

// Words of `r` that no piece holds yet. Pieces do not overlap one another.
std::uint32_t uncovered(run r, const std::vector<piece>& pieces) {
  std::uint32_t words = r.words;
  for (const piece& p : pieces) words -= std::min(words, overlap(r, p.words));
  return words;
}

// `r` without what the pieces hold: the longest stretch that is left.
run left_of(run r, const std::vector<piece>& pieces) {
  run longest{}, current{};
  for (std::uint32_t w = r.begin; w < r.begin + r.words; ++w) {
    const bool taken = std::any_of(pieces.begin(), pieces.end(), [&](const piece& p) {
      return overlap({w, 1}, p.words) > 0;
    });
    if (taken) {
      current = {};
      continue;
    }
    if (current.words == 0) current.begin = w;
    ++current.words;
    if (current.words > longest.words) longest = current;
  }
  return longest;
}

// Whether the pieces stand in one document, one statement after the other, in the claim's order.
bool is_one_passage(const std::vector<piece>& pieces, std::span<const piece_source> statements) {
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    const auto before = place_of(statements[pieces[i - 1].statement].record);
    const auto after = place_of(statements[pieces[i].statement].record);
    if (!before || !after || before->document != after->document) return false;
    if (after->number != before->number && after->number != before->number + 1) return false;
  }
  return true;
}

}  // namespace

std::vector<piece> find_splice(std::span<const piece_source> statements, std::uint32_t claim_words,
                               const splice_limits& limits) {
  if (claim_words == 0) return {};
  const auto share = static_cast<std::uint32_t>(limits.piece_share * claim_words);
  const std::uint32_t least = std::max(limits.piece_words, share);
  // The statement that covers most comes first, then whatever adds the longest piece.
  std::vector<piece> pieces;
  std::uint32_t covered = 0;
  while (true) {
    piece best{};
    for (std::size_t s = 0; s < statements.size(); ++s) {
      for (const run& r : statements[s].difference->runs) {
        if (uncovered(r, pieces) < least) continue;
        const run left = left_of(r, pieces);
        if (left.words >= least && left.words > best.words.words) best = {s, left};
      }
    }
    if (best.words.words == 0) break;
    covered += best.words.words;
    pieces.push_back(best);
  }
  const bool from_several = std::any_of(pieces.begin(), pieces.end(), [&](const piece& p) {
    return p.statement != pieces.front().statement;
  });
  if (!from_several || covered < limits.covered * claim_words) return {};
  std::sort(pieces.begin(), pieces.end(),
            [](const piece& a, const piece& b) { return a.words.begin < b.words.begin; });
  if (is_one_passage(pieces, statements)) return {};
  return pieces;
}

std::string_view words_of_claim(std::string_view claim, run words) {
  std::uint32_t seen = 0;
  bool inside = false;
  std::size_t begin = claim.size(), end = claim.size();
  for (auto [value, at, size] : text::code_points(claim)) {
    if (text::is_space(value)) {
      if (inside && seen == words.begin + words.words) {
        end = at;
        break;
      }
      inside = false;
    } else if (!inside && (text::is_letter(value) || text::is_digit(value))) {
      inside = true;
      if (seen++ == words.begin) begin = at;
    }
  }
  return claim.substr(begin, end - begin);
}

}  // namespace quoth::verdicts
