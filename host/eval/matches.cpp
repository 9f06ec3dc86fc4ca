#include <algorithm>
#include <functional>
#include <unordered_set>

#include "host/eval/eval.hpp"
#include "host/eval/figures.hpp"
#include "host/eval/scored_document.hpp"
#include "host/eval/unicode.hpp"

namespace quoth::host::eval {

namespace {

constexpr std::size_t nowhere = 99;  // a rank beyond all that are counted

// The matches of all claims, best first; of equals the first in the file.
std::vector<const scored_match*> ranked(const scored_document& document) {
  std::vector<const scored_match*> matches;
  for (const scored_claim& claim : document.claims)
    for (const scored_match& match : claim.matches) matches.push_back(&match);
  std::ranges::stable_sort(matches, std::greater<>{}, &scored_match::score);
  return matches;
}

// Each text once, where it stands first.
template <class Text>
std::vector<Text> without_repetition(std::vector<Text> texts) {
  std::unordered_set<Text> seen;
  std::erase_if(texts, [&](const Text& text) { return !seen.insert(text).second; });
  return texts;
}

struct ranking_sums {
  double map5 = 0, p1 = 0, mrr = 0, s5 = 0, s10 = 0;

  void add(const std::vector<std::string>& ids, const std::vector<std::string>& gold) {
    const auto is_gold = [&](const std::string& id) {
      return std::ranges::find(gold, id) != gold.end();
    };
    std::size_t hits = 0, first = nowhere;
    double precision = 0;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (!is_gold(ids[i])) continue;
      if (first == nowhere) first = i;
      if (i < 5) precision += static_cast<double>(++hits) / static_cast<double>(i + 1);
    }
    if (!gold.empty())
      map5 += precision / static_cast<double>(std::min<std::size_t>(5, gold.size()));
    p1 += first == 0;
    mrr += first == nowhere ? 0.0 : 1.0 / static_cast<double>(first + 1);
    s5 += first < 5;
    s10 += first < 10;
  }
};

std::u32string flattened(std::string_view text) {
  std::u32string flat;
  for (const std::u32string& word : words_of(lower(text)))
    flat += (flat.empty() ? U"" : U" ") + word;
  return flat;
}

// The rank, from 0, of the first text that holds the sentence or is a long part of it.
std::size_t rank_of(const std::u32string& sentence, const std::vector<std::u32string>& texts) {
  constexpr std::size_t long_part = 20;  // code points
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (texts[i].empty()) continue;
    if (texts[i].find(sentence) != std::u32string::npos) return i;
    if (sentence.find(texts[i]) != std::u32string::npos && texts[i].size() > long_part) return i;
  }
  return nowhere;
}

}  // namespace

result<report> score_matches(const std::filesystem::path& gold,
                             const std::filesystem::path& predicted) {
  const result<scored_pairs> pairs = load_pairs(gold, predicted, task::matches);
  if (!pairs) return pairs.error();
  ranking_sums sums;
  for (std::size_t i = 0; i < pairs->gold.size(); ++i) {
    std::vector<std::string> ids;
    for (const scored_match* match : ranked(pairs->predicted[i]))
      ids.push_back(match->record_document);
    sums.add(without_repetition(std::move(ids)),
             without_repetition(pairs->gold[i].gold.record_documents));
  }
  const std::size_t queries = pairs->gold.size();
  json_object figures;
  report made{"queries " + std::to_string(queries), pairs->warnings};
  figures.add("queries", queries);
  const auto add = [&](const char* name, double sum) {
    const double mean = rounded(sum / static_cast<double>(queries), 4);
    made.text += std::string("  ") + name + ' ' + number_text(mean);
    figures.add(name, mean);
  };
  add("map5", sums.map5);
  add("p1", sums.p1);
  add("mrr", sums.mrr);
  add("s5", sums.s5);
  add("s10", sums.s10);
  made.text += '\n' + figures.text() + '\n';
  return made;
}

result<report> score_sentences(const std::filesystem::path& gold,
                               const std::filesystem::path& predicted) {
  const result<scored_pairs> pairs = load_pairs(gold, predicted, task::sentences);
  if (!pairs) return pairs.error();
  const std::size_t count = pairs->gold.size();
  std::size_t at1 = 0, at5 = 0, at10 = 0;
  for (std::size_t i = 0; i < count; ++i) {
    std::vector<std::u32string> texts;
    for (const scored_match* match : ranked(pairs->predicted[i]))
      texts.push_back(flattened(match->text));
    const std::size_t rank =
        rank_of(flattened(pairs->gold[i].gold.sentence), without_repetition(std::move(texts)));
    at1 += rank < 1;
    at5 += rank < 5;
    at10 += rank < 10;
  }
  const double first = percent(at1, count), five = percent(at5, count), ten = percent(at10, count);
  const json_object figures =
      json_object{}.add("n", count).add("at1", first).add("at5", five).add("at10", ten);
  return report{"n " + std::to_string(count) + "  at1 " + number_text(first) + "  at5 " +
                    number_text(five) + "  at10 " + number_text(ten) + '\n' + figures.text() + '\n',
                pairs->warnings};
}

}  // namespace quoth::host::eval
