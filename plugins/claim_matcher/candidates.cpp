#include "candidates.hpp"

#include <algorithm>
#include <cmath>

namespace quoth::matching {

namespace {

constexpr std::size_t most_keys = 400;       // of one claim; a longer one is long enough
constexpr std::size_t words_for_halves = 6;  // a claim shorter than that is not halved
constexpr std::size_t fewest_rows_common = 3000;
constexpr float sequence_share = 0.4F;  // what a sequence counts, as share of its idf
constexpr float retold_share = 0.5F;    // what another word of one concept counts

constexpr float nearly_all = 0.9F;          // of what a half of a claim is worth
constexpr std::size_t enough_rows = 4'000;  // with the claim's rarer words

constexpr float absent = -1.0F;  // idf of a key that no row has

// A key in more rows than this says nothing worth reading them all.
[[nodiscard]] std::size_t common_from(std::uint32_t rows) noexcept {
  return std::max<std::size_t>(fewest_rows_common, rows / 50);
}

}  // namespace

void candidate_finder::find(record::shelf where, wording& claim, std::string_view lang,
                            std::size_t most, std::vector<candidate>& out) {
  collect_keys(where, claim, lang);
  take_rows(where, claim, most, out);
}

void candidate_finder::find_retold(record::shelf where, wording& claim, const senses& language,
                                   std::span<const std::string> languages, std::size_t most,
                                   std::vector<candidate>& out) {
  collect_keys(where, claim, language.lang());
  add_concepts(where, claim, language.concepts(), languages);
  take_rows(where, claim, most, out);
}

void candidate_finder::take_rows(record::shelf where, wording& claim, std::size_t most,
                                 std::vector<candidate>& out) {
  out.clear();
  idfs_.clear();
  if (size_ == 0) return;
  weigh_keys();
  for (const key& one : keys_) {
    if (one.stem != 0 && !one.retold) idfs_.emplace_back(one.stem, one.idf);
  }
  std::ranges::sort(idfs_);
  weigh(claim);
  take_best(where, whole, most, out);
  // Where one row has nearly all of the claim, no other source of a part of it is missing.
  const bool in_halves = claim.words().size() >= words_for_halves;
  if (in_halves && (out.empty() || !has_both_halves(out.front().row))) {
    take_best(where, first_half, most / 2, out);
    take_best(where, second_half, most / 2, out);
  }
  std::ranges::sort(out, [](const candidate& a, const candidate& b) {
    return a.row != b.row ? a.row < b.row : a.score > b.score;
  });
  const auto same_row = [](const candidate& a, const candidate& b) { return a.row == b.row; };
  out.erase(std::unique(out.begin(), out.end(), same_row), out.end());
  std::ranges::stable_sort(out, std::ranges::greater(), &candidate::score);
}

void candidate_finder::collect_keys(record::shelf where, wording& claim, std::string_view lang) {
  keys_.clear();
  size_ = book_.size(where);
  if (size_ == 0) return;
  book_.index().forget();
  const auto& words = claim.words();
  const std::size_t half = words.size() / 2;
  for (std::size_t i = 0; i < words.size() && keys_.size() < most_keys; ++i) {
    const auto made = claim.keys().word_key(words, words[i], lang);
    if (!made.text.empty()) add_word(where, made.hash, i < half ? first_half : second_half);
  }
  if (where == record::shelf::reviews) return;  // their sequences are not indexed
  prints_.clear();
  record::key_maker::fingerprints(words.all(), prints_);
  for (std::size_t i = 0; i < prints_.size() && keys_.size() < most_keys; ++i) {
    key sequence;
    sequence.rows = book_.index().find_sequence(prints_[i]);
    sequence.parts = i + 2 <= half ? first_half : second_half;
    keys_.push_back(sequence);
  }
}

void candidate_finder::add_concepts(record::shelf where, const wording& claim,
                                    const concept_table& table,
                                    std::span<const std::string> languages) {
  const auto& units = claim.units();
  for (std::size_t i = 0; i < units.size(); ++i) {
    for (const std::uint16_t id : units[i].concepts.ids()) {
      if (id == 0) break;
      for (const std::string& lang : languages) {
        for (const std::uint64_t stem : table.of_language(lang).stems_of(id)) {
          if (keys_.size() >= most_keys) return;
          add_word(where, stem, i < units.size() / 2 ? first_half : second_half, true);
        }
      }
    }
  }
}

void candidate_finder::add_word(record::shelf where, std::uint64_t stem, std::uint32_t parts,
                                bool retold) {
  const auto known = std::ranges::find(keys_, stem, &key::stem);
  if (known != keys_.end()) {
    known->parts |= parts;
    return;
  }
  key word;
  word.stem = stem;
  word.rows = book_.index().find(where, stem);
  word.parts = parts;
  word.retold = retold;
  keys_.push_back(word);
}

void candidate_finder::weigh_keys() {
  const std::size_t common = common_from(size_);
  bool any = false;
  // Where every word is common, the words have to do all the same.
  for (const bool all : {false, true}) {
    for (key& one : keys_) {
      if (one.rows.count == 0) {
        one.idf = absent;
      } else if (all || one.rows.count <= common) {
        const double idf = std::log((size_ + 1.0) / (static_cast<double>(one.rows.count) + 0.5));
        one.idf = static_cast<float>(std::max(idf, 0.05));
        any = true;
      }
    }
    if (any) return;
  }
}

// Whether a row has most of what either half of the claim is worth. Of the sequences of a statement
// two in five are indexed.
bool candidate_finder::has_both_halves(std::uint32_t row) {
  constexpr float indexed = 0.3F;
  const float most = std::log(static_cast<float>(size_) + 2.0F);
  for (const std::uint32_t half : {first_half, second_half}) {
    float worth_of_half = 0.0F;
    float found = 0.0F;
    for (const key& one : keys_) {
      if (one.idf == 0.0F || (one.parts & half) == 0 || one.retold) continue;
      const float worth = (one.idf < 0.0F ? most : one.idf) * (one.stem == 0 ? sequence_share : 1);
      if (one.stem != 0 || one.idf > 0.0F) worth_of_half += worth * (one.stem == 0 ? indexed : 1);
      book_.index().intersect(one.rows, std::span(&row, 1), [&](std::uint32_t) { found += worth; });
    }
    if (found <= 0.0F || found < nearly_all * worth_of_half) return false;
  }
  return true;
}

float candidate_finder::idf_of(std::uint64_t stem) const noexcept {
  const auto known =
      std::ranges::lower_bound(idfs_, stem, {}, [](const auto& p) { return p.first; });
  return known != idfs_.end() && known->first == stem ? known->second : 0.0F;
}

// A word that the shelf does not have at all is as rare as can be; one that is in too many rows to
// look at is as common as can be.
void candidate_finder::weigh(wording& claim) const {
  const float most = std::log(static_cast<float>(size_) + 2.0F);
  for (unit_of_text& unit : claim.units()) {
    if (unit.is_number) continue;
    const float idf = idf_of(unit.stem);
    const float rarity = idf < 0.0F ? 1.0F : idf / most;
    const bool function = (unit.classes & function_word) != 0;
    unit.weight = function ? 0.12F + 0.1F * rarity : 0.35F + 0.65F * rarity;
  }
}

void candidate_finder::take_best(record::shelf where, std::uint32_t parts, std::size_t most,
                                 std::vector<candidate>& out) {
  constexpr float unit = 1024.0F;  // weights are whole numbers of so many parts
  lists_.clear();
  for (const key& one : keys_) {
    if (one.idf <= 0.0F || (one.parts & parts) == 0) continue;
    const float worth = one.idf * (one.stem == 0 ? sequence_share : one.retold ? retold_share : 1);
    lists_.push_back({one.rows, static_cast<std::uint32_t>(std::lround(worth * unit))});
  }
  ranker_.find(where, size_, lists_, most, ranked_, enough_rows + 200 * most);
  for (const record::ranked_row& one : ranked_) {
    out.push_back({one.row, static_cast<float>(one.score) / unit});
  }
}

}  // namespace quoth::matching
