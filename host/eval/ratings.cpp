#include <algorithm>
#include <map>
#include <set>

#include "host/eval/claim_for_quote.hpp"
#include "host/eval/eval.hpp"
#include "host/eval/figures.hpp"
#include "host/eval/gold.hpp"
#include "host/eval/scored_document.hpp"

namespace quoth::host::eval {

namespace {

class confusion {
 public:
  void add(const std::string& gold, const std::string& rated) {
    ++counts_[{gold, rated}];
    ++total_;
    gold_ratings_.insert(gold);
    given_ratings_.insert(rated);
  }

  [[nodiscard]] double accuracy() const {
    std::size_t right = 0;
    for (const std::string& rating : gold_ratings_) right += at(rating, rating);
    return rounded(100 * (static_cast<double>(right) / static_cast<double>(total_)), 1);
  }

  [[nodiscard]] std::map<std::string, double> f1() const {
    std::map<std::string, double> all;
    for (const std::string& rating : gold_ratings_) {
      std::size_t gold = 0, given = 0;
      for (const auto& [pair, count] : counts_) {
        if (pair.first == rating) gold += count;
        if (pair.second == rating) given += count;
      }
      all[rating] = measure(at(rating, rating), given, gold).f1;
    }
    return all;
  }

  [[nodiscard]] std::string text() const {
    std::string table = left("gold \\ rated", 16);
    for (const std::string& rating : given_ratings_) table += right(rating.substr(0, 12), 14);
    table += '\n';
    for (const std::string& gold : gold_ratings_) {
      table += left(gold, 16);
      for (const std::string& given : given_ratings_)
        table += right(std::to_string(at(gold, given)), 14);
      table += '\n';
    }
    return table;
  }

 private:
  [[nodiscard]] std::size_t at(const std::string& gold, const std::string& given) const {
    const auto found = counts_.find({gold, given});
    return found == counts_.end() ? 0 : found->second;
  }

  std::map<std::pair<std::string, std::string>, std::size_t> counts_;
  std::set<std::string> gold_ratings_, given_ratings_;
  std::size_t total_ = 0;
};

}  // namespace

result<report> score_ratings(const std::filesystem::path& gold,
                             const std::filesystem::path& predicted) {
  result<scored_pairs> pairs = load_pairs(gold, predicted, task::ratings);
  if (!pairs) return std::move(pairs).error();
  for (std::string& warning : unknown_ratings(predicted, pairs->predicted))
    pairs->warnings.push_back(std::move(warning));
  confusion ratings;
  std::size_t with_source = 0, right_source = 0;
  for (std::size_t i = 0; i < pairs->gold.size(); ++i) {
    const gold_fields& wanted = pairs->gold[i].gold;
    const scored_claim* claim = claim_for_quote(pairs->predicted[i], wanted.quote);
    const std::string rating = rating_of_gold(wanted.rating);
    const std::string rated = claim == nullptr ? "" : claim->rating.value_or("");
    ratings.add(rating, rated.empty() ? "none" : rated);
    if (wanted.source.empty()) continue;
    ++with_source;
    if (claim == nullptr || claim->matches.empty()) continue;
    const std::string& first = claim->matches.front().record_document;
    right_source += first == wanted.source || (rating == "spliced" && first == wanted.how);
  }
  json_object by_rating, figures;
  double sum = 0;
  const std::map<std::string, double> f1 = ratings.f1();
  for (const auto& [rating, score] : f1) {
    by_rating.add(rating, score);
    sum += score;
  }
  figures.add("n", pairs->gold.size())
      .add("accuracy", ratings.accuracy())
      .add("macro_f1", rounded(sum / static_cast<double>(f1.size()), 1))
      .add("f1", by_rating);
  if (with_source > 0)
    figures.add("source_at_1", percent(right_source, with_source));
  else
    figures.add_null("source_at_1");
  return report{ratings.text() + figures.text() + '\n', pairs->warnings};
}

}  // namespace quoth::host::eval
