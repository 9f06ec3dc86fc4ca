#include "candidates.hpp"

#include <algorithm>
#include <cmath>

namespace quoth::matching {

namespace {

constexpr std::size_t most_keys = 400;       // of one claim; a longer one is long enough
constexpr std::size_t words_for_halves = 6;  // a claim shorter than that is not halved
constexpr std::size_t fewest_rows_common = 3000;
constexpr float sequence_share = 0.4F;  // what a sequence counts, as share of its idf

constexpr float absent = -1.0F;  // idf of a key that no row has

// A key in more rows than this says nothing worth reading them all.
[[nodiscard]] std::size_t common_from(std::uint32_t rows) noexcept {
  return std::max<std::size_t>(fewest_rows_common, rows / 50);
}

}  // namespace

void candidate_finder::find(record::shelf where, wording& claim, std::string_view lang,
                            std::size_t most, std::vector<candidate>& out) {
  out.clear();
  if (book_.size(where) == 0) return;
  collect_keys(where, claim, lang);
  const bool in_halves = claim.words().size() >= words_for_halves;
  add_up(where, in_halves);
  idfs_.clear();
  for (const key& one : keys_) {
    if (one.stem != 0) idfs_.emplace_back(one.stem, one.idf);
  }
  std::ranges::sort(idfs_);
  weigh(claim);
  take_best(
      most, [](const sums& s) { return s.whole; }, out);
  if (in_halves) {
    take_best(
        most / 2, [](const sums& s) { return s.halves[0]; }, out);
    take_best(
        most / 2, [](const sums& s) { return s.halves[1]; }, out);
  }
  for (const std::uint32_t row : touched_) sums_[row] = {};
  touched_.clear();
  std::ranges::sort(out, {}, &candidate::row);
  const auto same_row = [](const candidate& a, const candidate& b) { return a.row == b.row; };
  out.erase(std::unique(out.begin(), out.end(), same_row), out.end());
  std::ranges::stable_sort(out, std::ranges::greater(), &candidate::score);
}

void candidate_finder::collect_keys(record::shelf where, wording& claim, std::string_view lang) {
  keys_.clear();
  const auto& words = claim.words();
  const std::size_t half = words.size() / 2;
  for (std::size_t i = 0; i < words.size() && keys_.size() < most_keys; ++i) {
    const auto made = claim.keys().word_key(words, words[i], lang);
    if (!made.text.empty()) add_word(made.text, made.hash, i < half ? 1 : 2);
  }
  if (where == record::shelf::reviews) return;  // their sequences are not indexed
  prints_.clear();
  record::key_maker::fingerprints(words.all(), prints_);
  for (std::size_t i = 0; i < prints_.size() && keys_.size() < most_keys; ++i) {
    key sequence;
    sequence.fingerprint = prints_[i];
    sequence.parts = i + 2 <= half ? 1 : 2;
    keys_.push_back(std::move(sequence));
  }
}

void candidate_finder::add_word(std::string_view text, std::uint64_t stem, std::uint32_t part) {
  const auto known = std::ranges::find(keys_, stem, &key::stem);
  if (known != keys_.end()) {
    known->parts |= part;
    return;
  }
  key word;
  word.text = text;
  word.stem = stem;
  word.parts = part;
  keys_.push_back(std::move(word));
}

bool candidate_finder::read_rows(record::shelf where, const key& one, std::size_t limit) {
  return one.stem == 0 ? book_.rows_with(one.fingerprint, limit, rows_)
                       : book_.rows_with(where, one.text, limit, rows_);
}

void candidate_finder::add_up(record::shelf where, bool in_halves) {
  const std::uint32_t size = book_.size(where);
  if (sums_.size() <= size) sums_.resize(std::size_t{size} + 1);
  const std::size_t common = common_from(size);
  bool any = false;
  // Where every word is common, the words have to do all the same.
  for (const bool all : {false, true}) {
    for (key& one : keys_) {
      if (!read_rows(where, one, all ? size : common)) continue;
      if (rows_.empty()) {
        one.idf = absent;
        continue;
      }
      const double idf = std::log((size + 1.0) / (static_cast<double>(rows_.size()) + 0.5));
      one.idf = static_cast<float>(std::max(idf, 0.05));
      if (!in_halves) one.parts = 0;
      add_rows(one);
      any = true;
    }
    if (any) return;
  }
}

void candidate_finder::add_rows(const key& one) {
  const float worth = one.stem == 0 ? one.idf * sequence_share : one.idf;
  const float first = (one.parts & 1) != 0 ? worth : 0.0F;
  const float second = (one.parts & 2) != 0 ? worth : 0.0F;
  for (const std::uint32_t row : rows_) {
    if (row >= sums_.size()) continue;  // committed after the record was looked at
    sums& here = sums_[row];
    if (here.whole == 0.0F) touched_.push_back(row);
    here.whole += worth;
    here.halves[0] += first;
    here.halves[1] += second;
  }
}

float candidate_finder::idf_of(std::uint64_t stem) const noexcept {
  const auto known =
      std::ranges::lower_bound(idfs_, stem, {}, [](const auto& p) { return p.first; });
  return known != idfs_.end() && known->first == stem ? known->second : 0.0F;
}

// A word that the shelf does not have at all is as rare as can be; one that is in too many rows to
// look at is as common as can be.
void candidate_finder::weigh(wording& claim) const {
  const float most = std::log(static_cast<float>(sums_.size()) + 1.0F);
  for (unit_of_text& unit : claim.units()) {
    if (unit.is_number) continue;
    const float idf = idf_of(unit.stem);
    const float rarity = idf < 0.0F ? 1.0F : idf / most;
    const bool function = (unit.classes & function_word) != 0;
    unit.weight = function ? 0.12F + 0.1F * rarity : 0.35F + 0.65F * rarity;
  }
}

template <class Value>
void candidate_finder::take_best(std::size_t most, Value value, std::vector<candidate>& out) {
  ranked_.clear();
  for (const std::uint32_t row : touched_) {
    const float score = value(sums_[row]);
    if (score > 0.0F) ranked_.push_back({row, score});
  }
  const auto better = [](const candidate& a, const candidate& b) {
    return a.score != b.score ? a.score > b.score : a.row < b.row;
  };
  if (ranked_.size() > most) {
    std::ranges::nth_element(ranked_, ranked_.begin() + static_cast<std::ptrdiff_t>(most), better);
    ranked_.resize(most);
  }
  out.insert(out.end(), ranked_.begin(), ranked_.end());
}

}  // namespace quoth::matching
