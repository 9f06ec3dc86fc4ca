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

// For each word of the claim, whether a run of at least `least` words of the statement has it.
std::vector<bool> covered_words(const comparison& statement, std::uint32_t claim_words,
                                std::uint32_t least) {
  std::vector<bool> covered(claim_words, false);
  for (const run& r : statement.runs)
    if (r.words >= least)
      for (std::uint32_t w = r.begin; w < std::min(r.begin + r.words, claim_words); ++w)
        covered[w] = true;
  return covered;
}

struct coverage_of_two {
  std::uint32_t first = 0, second = 0, both = 0;  // words that only one has, and that either has
};

coverage_of_two count_words(const std::vector<bool>& a, const std::vector<bool>& b) {
  coverage_of_two count;
  for (std::size_t w = 0; w < a.size(); ++w) {
    if (a[w] && !b[w]) ++count.first;
    if (b[w] && !a[w]) ++count.second;
    if (a[w] || b[w]) ++count.both;
  }
  return count;
}

// The words in stretches of one statement each; a word that both have goes on with the stretch.
std::vector<piece> cut_pieces(const std::vector<bool>& a, const std::vector<bool>& b,
                              std::size_t first, std::size_t second) {
  std::vector<piece> pieces;
  bool broken = true;  // the word before is in neither
  for (std::uint32_t w = 0; w < a.size(); ++w) {
    if (!a[w] && !b[w]) {
      broken = true;
      continue;
    }
    const bool goes_on = !broken && (pieces.back().statement == first ? a[w] : b[w]);
    if (!goes_on) pieces.push_back({a[w] ? first : second, {w, 0}});
    ++pieces.back().words.words;
    broken = false;
  }
  return pieces;
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
  const auto share = static_cast<std::uint32_t>(limits.piece_share * claim_words);
  const std::uint32_t least = std::max(limits.piece_words, share);
  std::vector<std::vector<bool>> covered;
  covered.reserve(statements.size());
  for (const piece_source& s : statements)
    covered.push_back(covered_words(*s.difference, claim_words, limits.piece_words));
  std::vector<piece> best;
  std::uint32_t most = 0;
  for (std::size_t a = 0; a < statements.size(); ++a) {
    for (std::size_t b = a + 1; b < statements.size(); ++b) {
      const coverage_of_two count = count_words(covered[a], covered[b]);
      // [I'm leaving] because [I was tired]: a word of both joins them
      const std::uint32_t alone = count.both == claim_words ? least - 1 : least;
      if (count.first < alone || count.second < alone || count.both <= most) continue;
      if (count.both < limits.covered * claim_words) continue;
      std::vector<piece> pieces = cut_pieces(covered[a], covered[b], a, b);
      if (is_one_passage(pieces, statements)) continue;
      best = std::move(pieces);
      most = count.both;
    }
  }
  return best;
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
