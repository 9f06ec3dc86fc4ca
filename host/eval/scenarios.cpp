#include <algorithm>
#include <map>
#include <set>
#include <system_error>
#include <unordered_map>

#include "host/eval/claim_for_quote.hpp"
#include "host/eval/eval.hpp"
#include "host/eval/figures.hpp"
#include "host/eval/gold.hpp"
#include "host/eval/names.hpp"
#include "host/eval/scored_document.hpp"

namespace quoth::host::eval {

namespace {

struct scenario_counts {
  std::size_t posts = 0, claim = 0, speaker = 0, rating = 0, evidence = 0, all = 0;
  std::map<std::string, std::pair<std::size_t, std::size_t>> by_rating;  // right, gold
  std::string misses;                                                    // a line each
  std::vector<std::string> warnings;
};

// Record documents of the claim's matches, in order.
std::vector<std::string> sources_of(const scored_claim* claim) {
  std::vector<std::string> sources;
  if (claim != nullptr)
    for (const scored_match& match : claim->matches) sources.push_back(match.record_document);
  return sources;
}

std::string joined(const std::vector<std::string>& texts, std::string_view separator,
                   std::size_t most) {
  std::string text;
  for (std::size_t i = 0; i < std::min(most, texts.size()); ++i)
    text += (i == 0 ? "" : std::string(separator)) + texts[i];
  return text;
}

void add_post(scenario_counts& counts, const std::string& scenario, const scored_document& gold,
              const scored_document& predicted) {
  const gold_fields& wanted = gold.gold;
  const scored_claim* claim = claim_for_quote(predicted, wanted.quote);
  const std::optional<std::string> by = claim == nullptr ? std::nullopt : claim->speaker;
  const std::optional<std::string> rated = claim == nullptr ? std::nullopt : claim->rating;
  const std::vector<std::string> sources = sources_of(claim);
  const bool speaker = same_name(by.value_or(""), wanted.speaker.value_or(""));
  const bool rating = rated && std::ranges::find(wanted.ratings, *rated) != wanted.ratings.end();
  const auto first_three =
      sources.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(3, sources.size()));
  const bool evidence = wanted.evidence.empty() ||
                        std::find_first_of(sources.begin(), first_three, wanted.evidence.begin(),
                                           wanted.evidence.end()) != first_three;
  const bool all = speaker && rating && evidence;
  ++counts.posts;
  counts.claim += claim != nullptr;
  counts.speaker += speaker;
  counts.rating += rating;
  counts.evidence += evidence;
  counts.all += all;
  if (!wanted.ratings.empty()) {
    auto& [right, total] = counts.by_rating[wanted.ratings.front()];
    right += rating;
    ++total;
  }
  if (all) return;
  counts.misses += "  " + scenario + ' ' + gold.id + ": want " +
                   joined(wanted.ratings, "/", wanted.ratings.size()) + " by " +
                   wanted.speaker.value_or("None") + " (" + joined(wanted.evidence, ",", 2) +
                   "), got " + rated.value_or("None") + " by " + by.value_or("None") + " (" +
                   joined(sources, ",", 2) + ")\n";
}

result<void> add_scenario(scenario_counts& counts, const std::filesystem::path& folder,
                          const std::filesystem::path& predicted) {
  const auto gold = load_gold(folder / "gold.jsonl", task::scenario);
  if (!gold) return gold.error();
  std::unordered_map<std::string, scored_document> by_id;
  std::error_code error;
  if (std::filesystem::exists(predicted, error)) {
    auto documents = load_documents(predicted);
    if (!documents) return std::move(documents).error();
    for (std::string& warning : unknown_ratings(predicted, *documents))
      counts.warnings.push_back(std::move(warning));
    for (scored_document& document : *documents) {
      const std::string id = document.id;
      by_id[id] = std::move(document);
    }
  }
  const std::string name = folder.filename().string();
  for (const scored_document& document : *gold)
    add_post(counts, name, document, by_id[document.id]);
  return {};
}

report make_report(const scenario_counts& counts) {
  const std::size_t posts = std::max<std::size_t>(1, counts.posts);
  json_object by_rating;
  for (const auto& [rating, count] : counts.by_rating)
    by_rating.add(rating, std::to_string(count.first) + '/' + std::to_string(count.second));
  const json_object figures = json_object{}
                                  .add("claim", percent(counts.claim, posts))
                                  .add("speaker", percent(counts.speaker, posts))
                                  .add("rating", percent(counts.rating, posts))
                                  .add("evidence", percent(counts.evidence, posts))
                                  .add("all", percent(counts.all, posts))
                                  .add("n", counts.posts)
                                  .add("by_rating", by_rating);
  return {counts.misses + figures.text() + '\n', counts.warnings};
}

std::filesystem::path without_trailing_slash(const std::filesystem::path& folder) {
  return folder.has_filename() ? folder : folder.parent_path();
}

}  // namespace

result<report> score_scenario(const std::filesystem::path& folder,
                              const std::filesystem::path& predicted) {
  scenario_counts counts;
  if (auto added = add_scenario(counts, without_trailing_slash(folder), predicted); !added)
    return std::move(added).error();
  return make_report(counts);
}

result<report> score_scenarios(const std::filesystem::path& folder,
                               const std::filesystem::path& predicted) {
  std::set<std::string> names;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error))
    if (std::filesystem::is_regular_file(entry.path() / "gold.jsonl", error))
      names.insert(entry.path().filename().string());
  if (names.empty())
    return failure{exit_code::input, folder.string() + ": holds no folder with a gold.jsonl"};
  scenario_counts counts;
  for (const std::string& name : names)
    if (auto added = add_scenario(counts, folder / name, predicted / (name + ".jsonl")); !added)
      return std::move(added).error();
  return make_report(counts);
}

}  // namespace quoth::host::eval
